#include <fmt/format.h>

#include <sstream>

#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/question_scope.hpp"
#include "export/dyads.hpp"
#include "queries/relation_names.hpp"

namespace entente::cli {

namespace {

Status least_from(const std::string& word) {
  for (const Status status : {Status::Certain, Status::Presumed, Status::Part}) {
    if (word == name_of(status)) return status;
  }
  return Status::Possible;
}

DyadsQuestion question_of(const Store& store, const DyadsCommand& command) {
  DyadsQuestion question;
  const When when{.asked = command.during};
  if (const auto period = period_of(when)) {
    if (beginning_of_time < period->first) question.first_year = period->first.civil().year;
    if (period->last < end_of_time) question.last_year = period->last.civil().year;
  }
  question.relations = relations_named(store, command.relations, question.relations);
  question.least = least_from(command.least);
  for (const std::string& name : command.among) {
    question.among.push_back(name_of(store, name, Role::Member, when).id);
  }
  question.zeros = command.zeros;
  return question;
}

}  // namespace

ExitStatus run(const Common& common, const DyadsCommand& command) {
  const Store store = open_to_read(common);
  const DyadsQuestion question = question_of(store, command);
  DyadTable table;
  if (common.format == Format::Table) {
    for_each_dyad(
        store, question, [&](const DyadEntities& known) { table.begin(known); },
        [&](const Dyad& dyad) { table.write(dyad); });
    const bool found = table.count() != 0;
    print(to_text(std::move(table).finish(),
                  {.width = common.width, .color = common.color, .ascii = common.ascii}));
    return found ? ExitStatus::Found : ExitStatus::Nothing;
  }
  const DyadsForm form = common.format == Format::Csv    ? DyadsForm::Csv
                         : common.format == Format::Json ? DyadsForm::Json
                                                         : DyadsForm::Lines;
  constexpr std::size_t flushed_every = 4096;
  std::ostringstream out;
  DyadWriter writer(out, form, command.codes);
  std::size_t count = 0;
  const auto flush = [&] {
    print(out.str());
    out.str({});
  };
  for_each_dyad(
      store, question, [&](const DyadEntities& known) { writer.begin(known); },
      [&](const Dyad& dyad) {
        writer.write(dyad);
        if (++count % flushed_every == 0) flush();
      });
  writer.finish();
  flush();
  return count == 0 ? ExitStatus::Nothing : ExitStatus::Found;
}

}  // namespace entente::cli
