#include "cli/answers.hpp"
#include "cli/commands.hpp"
#include "cli/question_scope.hpp"
#include "loaders/english_date.hpp"

namespace entente::cli {

ExitStatus run(const Common& common, const AskCommand& command) {
  const Store store = open_to_read(common);
  AskOptions options;
  options.read_date = [](std::string_view phrase) -> std::optional<Edtf> {
    if (auto edtf = try_parse_edtf(phrase)) return edtf;
    return read_english_date(phrase);
  };
  return respond(common, ask(store, command.question, options));
}

}  // namespace entente::cli
