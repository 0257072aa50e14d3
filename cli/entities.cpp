#include "cli/answers.hpp"
#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/question_scope.hpp"
#include "export/entity_list.hpp"

namespace entente::cli {

namespace {

template <typename List>
ExitStatus show(const Common& common, const List& list) {
  if (common.format == Format::Json || common.format == Format::Ndjson) {
    print_json(common, to_json(list));
  } else if (common.format == Format::Csv) {
    print(to_csv(csv_table(list)));
  } else {
    print(to_text(text_table(list), {.width = common.width, .color = common.color, .ascii = common.ascii}));
  }
  return list.empty() ? ExitStatus::Nothing : ExitStatus::Found;
}

}  // namespace

ExitStatus run(const Common& common, const EntitiesCommand& command) {
  const Store store = open_to_read(common);
  if (command.unmatched) return show(common, unmatched_names(store));
  return show(common,
              find_entities(store, {.text = command.text,
                                    .kind = command.kind.empty() ? std::nullopt : kind_from(command.kind)}));
}

}  // namespace entente::cli
