#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "cli/answers.hpp"
#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/question_scope.hpp"
#include "export/answer_json.hpp"
#include "export/table.hpp"
#include "graph/error.hpp"
#include "queries/source_choice.hpp"

namespace entente::cli {

namespace {

std::string text_or_empty(const std::optional<Date>& date) { return date ? date->text() : std::string(); }

Table sources_table(const std::vector<Source>& sources) {
  Table table{.columns = {{"source"},
                          {"published"},
                          {"priority", Column::Fit::Keep, Column::Align::Right},
                          {"title", Column::Fit::Wrap},
                          {"publisher", Column::Fit::Wrap}}};
  for (const Source& source : sources) {
    table.rows.push_back({source.id.value, text_or_empty(source.published), std::to_string(source.priority),
                          source.title, source.publisher});
  }
  return table;
}

/// `SOURCE=N`, each; all of them or none.
void set_priorities(const Common& common, const std::vector<std::string>& priorities) {
  static_cast<void>(open_to_read(common));  // says what to do where there is no database
  Store store = Store::open(common.db, Store::Mode::Write);
  Store::Import import = store.begin_import();
  for (const std::string& given : priorities) {
    const std::size_t sign = given.rfind('=');
    std::optional<int> priority;
    int number = 0;
    const char* const end = given.data() + given.size();
    const char* const digits = given.data() + std::min(sign + 1, given.size());
    const auto read = std::from_chars(digits, end, number);
    const bool whole = read.ec == std::errc() && read.ptr == end;
    if (sign == std::string::npos || (digits != end && !whole)) {
      throw Error(ErrorCode::InvalidArgument, fmt::format("'{}' is no priority: write SOURCE=3", given));
    }
    if (whole) priority = number;
    import.set_priority(find_source(store, given.substr(0, sign)), priority);
  }
  import.commit();
}

}  // namespace

ExitStatus run(const Common& common, const PrintCommand& command) {
  static_cast<void>(common);
  print(command.text);
  return ExitStatus::Found;
}

ExitStatus run(const Common& common, const InfoCommand& command) {
  static_cast<void>(command);
  const Store store = open_to_read(common);
  const Totals totals = store.totals();
  const std::vector<Source> sources = store.sources();
  if (common.format == Format::Json || common.format == Format::Ndjson) {
    print(to_json("info", totals, sources));
    return ExitStatus::Found;
  }
  Table table = sources_table(sources);
  if (common.format == Format::Csv) {
    print(to_csv(table));
    return ExitStatus::Found;
  }
  table.title =
      fmt::format("{}: {} claims of {} sources; {} ties, {} of them disputed, between {} entities", common.db,
                  totals.claims, totals.sources, totals.edges, totals.disputed, totals.entities);
  for (const Unmatched& unmatched : store.unmatched()) {
    table.notes.push_back(
        fmt::format("'{}' may be any of: {}", unmatched.name, fmt::join(unmatched.candidates, ", ")));
  }
  print(to_text(table, {.width = common.width, .color = common.color, .ascii = common.ascii}));
  return ExitStatus::Found;
}

ExitStatus run(const Common& common, const SourcesCommand& command) {
  if (!command.priorities.empty()) set_priorities(common, command.priorities);
  const Store store = open_to_read(common);
  const std::vector<Source> sources = store.sources();
  if (common.format == Format::Json || common.format == Format::Ndjson) {
    print_json(common, to_json("sources", store.totals(), sources));
  } else if (common.format == Format::Csv) {
    print(to_csv(sources_table(sources)));
  } else {
    print(to_text(sources_table(sources),
                  {.width = common.width, .color = common.color, .ascii = common.ascii}));
  }
  return sources.empty() ? ExitStatus::Nothing : ExitStatus::Found;
}

ExitStatus run(const Common& common, const MergeCommand& command) {
  std::vector<Store> others;  // opened first: what cannot be read makes no database
  for (const std::string& path : command.others) others.push_back(Store::open(path, Store::Mode::Read));
  Store store = Store::open(common.db, Store::Mode::Create);
  for (std::size_t i = 0; i < others.size(); ++i) {
    print(fmt::format("{}: {} new claims\n", command.others[i], store.merge(others[i])));
  }
  return ExitStatus::Found;
}

}  // namespace entente::cli
