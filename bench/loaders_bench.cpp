// How fast loaders of JSON are, beside a plain parse of the same bytes with the same library that does
// nothing with what it reads.
//
//   loaders_bench FILE…       one line a file; the format is found from the content. Packed files are
//   unpacked first.
//
// One core; the best of five, in seconds of the processor. Both read from memory, so that the disk is not
// measured. Prints the peak memory of the process before and after, from which the file itself is to be taken
// off.

#include <fmt/format.h>
#include <rapidjson/reader.h>
#include <sys/resource.h>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <string>
#include <string_view>

#include "loaders/article.hpp"
#include "loaders/load.hpp"

namespace {

using namespace entente;
/// Seconds of the processor that this process has had: a busy machine does not change them much.
double processor_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

struct Counting : ClaimSink {
  void source(const Source&) override {}
  void claim(const Claim& claim) override { bytes += claim.subject.id.size() + claim.object.name.size(); }
  void problem(const Diagnostic&) override {}
  std::size_t bytes = 0;
};

template <typename Work>
double best_of(int runs, Work work) {
  double best = 1e9;
  for (int run = 0; run < runs; ++run) {
    const double start = processor_seconds();
    work();
    best = std::min(best, processor_seconds() - start);
  }
  return best;
}

/// Every value of the text, one behind another; commas and brackets of a list around them are stepped over
/// where values stand on lines of their own, as in a dump.
std::size_t parse_plainly(std::string& text) {
  std::size_t values = 0;
  char* at = text.data();
  char* const end = at + text.size();
  const bool lines = text.size() > 2 && text[0] == '[' && text[1] == '\n';
  while (at < end) {
    char* line_end = lines ? std::find(at, end, '\n') : end;
    if (lines && line_end - at < 3) {
      at = line_end + 1;
      continue;
    }
    if (lines) {
      if (line_end[-1] == ',') line_end[-1] = '\0';
      if (line_end != end) *line_end = '\0';
    }
    rapidjson::InsituStringStream stream(at);
    rapidjson::BaseReaderHandler<> nothing;
    rapidjson::Reader reader;
    constexpr unsigned flags = rapidjson::kParseInsituFlag | rapidjson::kParseStopWhenDoneFlag;
    if (!reader.Parse<flags>(stream, nothing).IsError()) ++values;
    if (!lines) break;
    at = line_end + 1;
  }
  return values;
}

double peak_megabytes() {
  rusage usage = {};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

}  // namespace

int main(int argc, char** argv) {
  const int runs = std::getenv("RUNS") ? std::atoi(std::getenv("RUNS")) : 5;
  const ArticleReader no_articles{NameIndex({})};
  for (int i = 1; i < argc; ++i) {
    Input input = Input::open(argv[i]);
    const std::string name = input.name();
    const std::string text = input.rest(std::size_t{4} << 30);
    const double megabytes = static_cast<double>(text.size()) / 1e6;
    std::size_t values = 0;
    const double plain = best_of(runs, [&] {
      std::string copy = text;
      values = parse_plainly(copy);
    });
    const double before = peak_megabytes();
    LoadReport report;
    Counting sink;
    const double ours = best_of(runs, [&] {
      Input bytes = Input::of(text, name);
      report = load(bytes, std::nullopt, no_articles, {}, sink);
    });
    fmt::print(
        "{}: {:.1f} MB, {} values, {} rows, {} claims: {:.0f} MB/s, {:.0f} thousand claims a second; "
        "plain parse {:.0f} MB/s; ratio {:.2f}; peak memory {:.0f} MB, before {:.0f} MB\n",
        name, megabytes, values, report.read, report.claims, megabytes / ours,
        static_cast<double>(report.claims) / ours / 1e3, megabytes / plain, plain / ours, peak_megabytes(),
        before);
  }
  return 0;
}
