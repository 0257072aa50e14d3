#include <fmt/format.h>

#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/question_scope.hpp"
#include "export/answer_json.hpp"
#include "export/table.hpp"

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
    print(to_json(totals, sources));
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
