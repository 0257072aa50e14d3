// Time questions over a table of spans, as other engines are asked them: one line of JSON for each workload.
//
//   entente_bench --data DIR --size NAME --work DIR --reps N [--only W2,W3]
//
// DIR has spans.csv (subject,relation,object,start,end: days; valid on D when start <= D < end; an empty end:
// still) and the questions: w2.csv (org,date), w3.csv (member,date), w4.csv (a,b), w5.csv (a,b,date), w6.csv
// (date). docs/benchmarks.md tells what the workloads and the check values are.

#include <fmt/format.h>
#include <sys/resource.h>

#include <algorithm>
#include <array>
#include <bit>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

#include "bench/span_sink.hpp"
#include "graph/error.hpp"
#include "graph/store.hpp"
#include "graph/tie_index.hpp"
#include "loaders/facts_csv.hpp"

namespace entente::bench {

namespace {

namespace fs = std::filesystem;

struct Options {
  fs::path data, work;
  std::string size, only;
  int reps = 3;
  [[nodiscard]] bool wants(std::string_view workload) const {
    return only.empty() || ("," + only + ",").find(fmt::format(",{},", workload)) != std::string::npos;
  }
};

/// What a workload came to; `seconds` of each repetition.
struct Outcome {
  std::size_t queries = 0, rows = 0;
  std::int64_t check = 0;
  std::vector<double> seconds;
  std::string note;
};

void print(const Options& options, std::string_view workload, const Outcome& outcome) {
  struct rusage usage = {};
  getrusage(RUSAGE_SELF, &usage);
  fmt::print(
      "{{\"peer\":\"ours\",\"size\":\"{}\",\"w\":\"{}\",\"queries\":{},\"rows\":{},\"check\":{},\"s\":[{:.7f}"
      "],"
      "\"rss_mb\":{},\"note\":\"{}\"}}\n",
      options.size, workload, outcome.queries, outcome.rows, outcome.check, fmt::join(outcome.seconds, ","),
      usage.ru_maxrss / 1024, outcome.note);
  std::fflush(stdout);
}

/// Runs `once` as often as asked; what it returns is that of the last time.
Outcome timed(const Options& options, const std::function<Outcome()>& once) {
  Outcome outcome;
  std::vector<double> seconds;
  for (int rep = 0; rep < options.reps; ++rep) {
    const auto begin = std::chrono::steady_clock::now();
    outcome = once();
    seconds.push_back(std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
  }
  outcome.seconds = std::move(seconds);
  return outcome;
}

std::vector<std::vector<std::string>> rows_of(const fs::path& path) {
  std::ifstream file(path);
  if (!file) throw Error(ErrorCode::Unreadable, "there is no file " + path.string());
  std::vector<std::vector<std::string>> rows;
  for (std::string line; std::getline(file, line);) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    std::vector<std::string>& cells = rows.emplace_back();
    for (std::size_t from = 0; from <= line.size();) {
      const std::size_t to = std::min(line.find(',', from), line.size());
      cells.push_back(line.substr(from, to - from));
      from = to + 1;
    }
  }
  if (!rows.empty()) rows.erase(rows.begin());  // the header
  return rows;
}

Day day_in(const std::string& cell) {
  const auto day = Day::parse(cell);
  if (!day) throw Error(ErrorCode::InvalidDate, cell + " is no day");
  return *day;
}

/// The number that ends a name; 0 for none.
std::int64_t number_ending(std::string_view name) {
  std::int64_t number = 0, unit = 1;
  while (!name.empty() && name.back() >= '0' && name.back() <= '9' && unit < 1'000'000'000'000'000) {
    number += unit * (name.back() - '0');
    unit *= 10;
    name.remove_suffix(1);
  }
  return number;
}

/// The index, and the names by which questions ask.
class Engine {
 public:
  explicit Engine(const Store& store) : index(TieIndex::read(store)), ending(index.vertices()) {
    store.for_each_number([&](std::int64_t number, const EntityId&, const std::string& name) {
      const auto vertex = static_cast<TieVertex>(number);
      numbers_.emplace(name, vertex);
      if (vertex < ending.size()) ending[vertex] = number_ending(name);
    });
  }
  /// 0, which has no ties, for a name that nobody has.
  [[nodiscard]] TieVertex vertex(const std::string& name) const {
    const auto found = numbers_.find(name);
    return found == numbers_.end() ? 0 : found->second;
  }

  TieIndex index;
  std::vector<std::int64_t> ending;  // the number that ends the name of each

 private:
  std::unordered_map<std::string, TieVertex> numbers_;
};

struct At {
  TieVertex a = 0, b = 0;
  Day day{0};
};

std::vector<At> questions(const Engine& engine, const fs::path& path, std::size_t names, bool dated) {
  std::vector<At> questions;
  for (const auto& row : rows_of(path)) {
    if (row.size() < names + (dated ? 1 : 0)) continue;
    At& at = questions.emplace_back();
    if (names > 0) at.a = engine.vertex(row[0]);
    if (names > 1) at.b = engine.vertex(row[1]);
    if (dated) at.day = day_in(row[names]);
  }
  return questions;
}

constexpr std::size_t checked = 200, checked_paths = 20;
constexpr const char* resolved = "names resolved before; five statuses; evidence by claim number";

template <typename Ask>
Outcome point_questions(const Options& options, const Engine& engine, const std::vector<At>& asked,
                        Ask&& ask) {
  std::vector<HeldTie> held;
  return timed(options, [&] {
    Outcome outcome{asked.size(), 0, 0, {}, resolved};
    for (std::size_t i = 0; i < asked.size(); ++i) {
      held.clear();
      ask(asked[i], held);
      outcome.rows += held.size();
      if (i >= checked) continue;
      for (const HeldTie& tie : held) outcome.check += engine.ending[tie.other];
    }
    return outcome;
  });
}

Outcome overlaps(const Options& options, const Engine& engine, const std::vector<At>& asked) {
  std::vector<SharedTime> shared;
  return timed(options, [&] {
    Outcome outcome{asked.size(), 0, 0, {}, resolved};
    for (std::size_t i = 0; i < asked.size(); ++i) {
      shared.clear();
      engine.index.overlap(asked[i].a, asked[i].b, shared);
      outcome.rows += shared.size();
      if (i >= checked) continue;
      for (const SharedTime& time : shared) {
        outcome.check += engine.ending[time.body] + time.from.number() + 100000;
      }
    }
    return outcome;
  });
}

Outcome paths(const Options& options, const Engine& engine, const std::vector<At>& asked) {
  TiePaths paths(engine.index);
  return timed(options, [&] {
    Outcome outcome{asked.size(), 0, 0, {}, "bidirectional; rows: hops of all questions"};
    for (std::size_t i = 0; i < asked.size(); ++i) {
      const std::size_t hops = paths.shortest(asked[i].a, asked[i].b, asked[i].day).size();
      outcome.rows += hops;
      if (i < checked_paths) outcome.check += static_cast<std::int64_t>(hops);
    }
    return outcome;
  });
}

Outcome snapshots(const Options& options, const Engine& engine, const std::vector<At>& asked) {
  std::vector<TieNumber> ties;
  return timed(options, [&] {
    Outcome outcome{asked.size(), 0, 0, {}, "ties by number"};
    for (const At& at : asked) {
      ties.clear();
      engine.index.snapshot(at.day, ties);
      outcome.rows += ties.size();
    }
    outcome.check = static_cast<std::int64_t>(outcome.rows);
    return outcome;
  });
}

/// For each 1 July, how many bodies every two members share: a row of bits for each member, and the bits that
/// two rows have in common counted.
Outcome shared_bodies(const Options& options, const Engine& engine) {
  const TieIndex& index = engine.index;
  std::vector<std::uint32_t> body_place(index.vertices(), 0);
  std::uint32_t bodies = 0;
  for (TieNumber tie = 0; tie < index.size(); ++tie) {
    std::uint32_t& place = body_place[index.object(tie)];
    if (place == 0) place = ++bodies;
  }
  const std::size_t words = (std::size_t{bodies} + 64) / 64;
  std::vector<TieNumber> ties;
  std::vector<std::uint64_t> bits;
  return timed(options, [&] {
    Outcome outcome{0, 0, 0, {}, "bit sets"};
    for (int year = 1816; year <= 2014; ++year) {
      ++outcome.queries;
      ties.clear();
      index.snapshot(Day::from_civil({year, 7, 1}), ties);
      bits.clear();
      TieVertex member = 0;
      for (const TieNumber tie : ties) {  // by subject
        if (bits.empty() || index.subject(tie) != member) bits.resize(bits.size() + words);
        member = index.subject(tie);
        const std::uint32_t place = body_place[index.object(tie)] - 1;
        bits[bits.size() - words + place / 64] |= std::uint64_t{1} << place % 64;
      }
      for (std::size_t a = 0; a < bits.size(); a += words) {
        for (std::size_t b = a + words; b < bits.size(); b += words) {
          int shared = 0;
          for (std::size_t word = 0; word < words; ++word)
            shared += std::popcount(bits[a + word] & bits[b + word]);
          outcome.check += shared;
          outcome.rows += shared > 0 ? 1U : 0U;
        }
      }
    }
    return outcome;
  });
}

void remove_database(const std::string& path) {
  for (const char* suffix : {"", "-wal", "-shm", "-journal"}) fs::remove(path + suffix);
}

Outcome load(const Options& options, const std::string& database) {
  return timed(options, [&] {
    remove_database(database);
    Outcome outcome{1, 0, 0, {}, "claims, evidence and edges, committed to disk"};
    Store store = Store::open(database, Store::Mode::Create);
    Store::Import import = store.begin_import();
    SpanSink sink(import);
    Input input = Input::open((options.data / "spans.csv").string());
    const LoadReport report = load_facts_csv(input, {}, sink);
    sink.finish();
    import.commit();
    outcome.rows = report.read;
    outcome.check = static_cast<std::int64_t>(store.totals().edges);
    if (sink.problems() != 0) outcome.note = fmt::format("{} rows with a problem", sink.problems());
    return outcome;
  });
}

/// The file is opened, the name looked up, and the edges of the body on the day read with what stands behind
/// them.
Outcome cold(const Options& options, const std::string& database) {
  const auto asked = rows_of(options.data / "w2.csv");
  return timed(options, [&] {
    Outcome outcome{1, 0, 0, {}, "Store::open, find_name, edges"};
    const Store store = Store::open(database, Store::Mode::Read);
    const Day day = day_in(asked.front().at(1));
    for (const NameMatch& match : store.find_name(asked.front().at(0))) {
      outcome.rows +=
          store.edges({.subject = {}, .relations = {}, .object = match.id, .during = Period{day, day}})
              .size();
    }
    outcome.check = static_cast<std::int64_t>(outcome.rows);
    return outcome;
  });
}

void run(const Options& options) {
  const std::string database = (options.work / ("entente-" + options.size + ".db")).string();
  if (options.wants("W1") || !fs::exists(database)) {
    Options once = options;
    if (!options.wants("W1")) once.reps = 1;
    const Outcome outcome = load(once, database);
    if (options.wants("W1")) print(options, "W1", outcome);
  }
  if (options.wants("X2")) print(options, "X2", cold(options, database));
  const Store store = Store::open(database, Store::Mode::Read);
  if (options.wants("X1")) {
    print(options, "X1", timed(options, [&] {
            const TieIndex index = TieIndex::read(store);
            return Outcome{1, index.size(), static_cast<std::int64_t>(index.size()), {}, "arrays"};
          }));
  }
  const std::array questions_asked{"W2", "W3", "W4", "W5", "W6", "W7"};
  if (std::none_of(questions_asked.begin(), questions_asked.end(),
                   [&](const char* w) { return options.wants(w); }))
    return;
  const Engine engine(store);
  const auto file = [&](const char* name) { return options.data / name; };
  if (options.wants("W2")) {
    print(options, "W2",
          point_questions(options, engine, questions(engine, file("w2.csv"), 1, true),
                          [&](const At& at, auto& held) { engine.index.members(at.a, at.day, held); }));
  }
  if (options.wants("W3")) {
    print(options, "W3",
          point_questions(options, engine, questions(engine, file("w3.csv"), 1, true),
                          [&](const At& at, auto& held) { engine.index.memberships(at.a, at.day, held); }));
  }
  if (options.wants("W4"))
    print(options, "W4", overlaps(options, engine, questions(engine, file("w4.csv"), 2, false)));
  if (options.wants("W5"))
    print(options, "W5", paths(options, engine, questions(engine, file("w5.csv"), 2, true)));
  if (options.wants("W6"))
    print(options, "W6", snapshots(options, engine, questions(engine, file("w6.csv"), 0, true)));
  if (options.size == "S" && options.wants("W7")) print(options, "W7", shared_bodies(options, engine));
}

Options options_of(int count, char** values) {
  Options options;
  for (int i = 1; i + 1 < count; i += 2) {
    const std::string_view name = values[i], value = values[i + 1];
    if (name == "--data") options.data = value;
    if (name == "--work") options.work = value;
    if (name == "--size") options.size = value;
    if (name == "--only") options.only = value;
    if (name == "--reps") options.reps = std::max(1, std::stoi(std::string(value)));
  }
  if (options.data.empty() || options.work.empty() || options.size.empty()) {
    throw Error(ErrorCode::InvalidArgument,
                "entente_bench --data DIR --size NAME --work DIR --reps N [--only W2,W3]");
  }
  fs::create_directories(options.work);
  return options;
}

}  // namespace

}  // namespace entente::bench

int main(int count, char** values) {
  try {
    entente::bench::run(entente::bench::options_of(count, values));
    return 0;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
  }
}
