#include <fmt/format.h>

#include "cli/answers.hpp"
#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/question_scope.hpp"
#include "export/comparison.hpp"
#include "graph/error.hpp"
#include "queries/relation_names.hpp"
#include "queries/source_choice.hpp"

namespace entente::cli {

namespace {

CompareQuestion question_of(const Store& store, const CompareCommand& command) {
  CompareQuestion question;
  for (const std::string& name : command.sources) {
    question.sources.push_back(name == all_others.value ? all_others : find_source(store, name));
  }
  if (question.sources.size() == 1) {
    throw Error(ErrorCode::InvalidArgument, "to compare takes two sources or more, or none for all of them");
  }
  if (!command.entity.empty())
    question.entity = name_of(store, command.entity, Role::Member, command.when).id;
  if (!command.body.empty()) question.body = name_of(store, command.body, Role::Body, command.when).id;
  question.when = period_of(command.when);
  question.relations = relations_named(store, command.when.relations, question.relations);
  question.follow_successors = command.when.successors;
  question.all_bodies = command.all_bodies;
  question.least_days = command.least_days;
  for (const std::string& name : command.only) {
    const auto agreement = agreement_from(name);
    if (!agreement) {
      throw Error(ErrorCode::InvalidArgument,
                  fmt::format("sources cannot stand to one another as '{}'", name),
                  {"agree", "compatible", "start", "end", "spells", "only-one"});
    }
    question.only.push_back(*agreement);
  }
  return question;
}

}  // namespace

ExitStatus run(const Common& common, const CompareCommand& command) {
  const Store store = open_to_read(common);
  const CompareQuestion question = question_of(store, command);
  const Comparisons answer = compare(store, question);
  if (common.format == Format::Json || common.format == Format::Ndjson) {
    print_json(common, to_json(question, answer));
  } else if (common.format == Format::Csv) {
    print(to_csv(csv_table(answer)));
  } else {
    std::string text;
    for (const Table& table : text_tables(answer)) {
      text += (text.empty() ? "" : "\n") +
              to_text(table, {.width = common.width, .color = common.color, .ascii = common.ascii});
    }
    print(text);
  }
  return answer.comparisons.empty() ? ExitStatus::Nothing : ExitStatus::Found;
}

}  // namespace entente::cli
