// The commands that ask the database something: names to entities, a typed question, an answer, a rendering.
#include <algorithm>

#include "cli/answers.hpp"
#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/question_scope.hpp"
#include "graph/error.hpp"
#include "queries/ask.hpp"
#include "queries/relation_names.hpp"

namespace entente::cli {

namespace {

std::vector<Relation> any_relation() { return {}; }
std::vector<Relation> makes_members() {
  std::vector<Relation> relations = membership_relations();
  std::erase_if(relations, [](const Relation& relation) { return !makes_member(relation); });
  return relations;
}

ChangeKind change_kind_from(const std::string& name) {
  for (int i = 0; i <= static_cast<int>(ChangeKind::Renamed); ++i) {
    const auto kind = static_cast<ChangeKind>(i);
    if (name == name_of(kind)) return kind;
  }
  throw Error(ErrorCode::InvalidArgument,
              "there is no change called '" + name + "'; see entente changes --help");
}

}  // namespace

ExitStatus run(const Common& common, const MembersCommand& command) {
  const Store store = open_to_read(common);
  const EntityRef body = name_of(store, command.body, Role::Body, command.when);
  return respond(common, store,
                 MembersQuestion{.body = body.id,
                                 .scope = scope_of(store, command.when),
                                 .follow_successors = command.when.successors});
}

ExitStatus run(const Common& common, const MembershipsCommand& command) {
  const Store store = open_to_read(common);
  const EntityRef entity = name_of(store, command.entity, Role::Any, command.when);
  return respond(common, store,
                 MembershipsQuestion{.entity = entity.id, .scope = scope_of(store, command.when)});
}

ExitStatus run(const Common& common, const WasCommand& command) {
  const Store store = open_to_read(common);
  const NamePair names =
      names_of(store, command.subject, Role::Member, command.body, Role::Body, command.when);
  return respond(common, store,
                 WasQuestion{.subject = names.first.id,
                             .body = names.second.id,
                             .when = period_of(command.when),
                             .relations = relations_named(store, command.when.relations, makes_members()),
                             .follow_successors = command.when.successors});
}

ExitStatus run(const Common& common, const TimelineCommand& command) {
  const Store store = open_to_read(common);
  const EntityRef entity = name_of(store, command.entity, Role::Any, command.when);
  return respond(common, store,
                 TimelineQuestion{.entity = entity.id,
                                  .when = period_of(command.when),
                                  .relations = relations_named(store, command.when.relations, any_relation()),
                                  .follow_successors = command.when.successors});
}

ExitStatus run(const Common& common, const ChangesCommand& command) {
  const Store store = open_to_read(common);
  ChangesQuestion question;
  if (!command.body.empty() && command.body != "all") {
    question.body = name_of(store, command.body, Role::Any, command.when).id;
  }
  if (!command.subject.empty()) {
    question.subject = name_of(store, command.subject, Role::Member, command.when).id;
  }
  if (const auto period = period_of(command.when)) question.during = *period;
  question.relations = relations_named(store, command.when.relations, any_relation());
  for (const std::string& kind : command.kinds) question.kinds.push_back(change_kind_from(kind));
  question.follow_successors = command.when.successors;
  question.certain_only = command.when.certain;
  return respond(common, store, question);
}

ExitStatus run(const Common& common, const OverlapCommand& command) {
  const Store store = open_to_read(common);
  const NamePair names = names_of(store, command.a, Role::Member, command.b, Role::Member, command.when);
  OverlapQuestion question{.a = names.first.id, .b = names.second.id};
  if (!command.body.empty()) question.body = name_of(store, command.body, Role::Body, command.when).id;
  question.scope = scope_of(store, command.when, makes_members());
  return respond(common, store, question);
}

ExitStatus run(const Common& common, const PathCommand& command) {
  const Store store = open_to_read(common);
  const NamePair names = names_of(store, command.from, Role::Any, command.to, Role::Any, command.when);
  PathQuestion question{.from = names.first.id, .to = names.second.id};
  question.time = command.simultaneous ? PathTime::Simultaneous : PathTime::Any;
  question.when = period_of(command.when);
  question.relations = relations_named(store, command.when.relations, any_relation());
  for (const std::string& name : command.avoid) {
    question.avoid.push_back(name_of(store, name, Role::Any, command.when).id);
  }
  if (!command.avoid_relations.empty())
    question.avoid_relations = relations_named(store, command.avoid_relations, {});
  question.max_steps = command.max_steps;
  question.count = command.all ? PathCount::AllShortest : command.best ? PathCount::Best : PathCount::One;
  if (command.best) question.k = *command.best;
  if (command.when.certain) question.least = Status::Certain;
  return respond(common, store, question);
}

ExitStatus run(const Common& common, const WhyCommand& command) {
  const Store store = open_to_read(common);
  const NamePair names =
      names_of(store, command.subject, Role::Member, command.body, Role::Body, command.when);
  const WhyQuestion question{
      .subject = names.first.id, .body = names.second.id, .when = period_of(command.when)};
  return respond(common, store, question, command.negated ? Focus::WhyNot : Focus::Whole);
}

ExitStatus run(const Common& common, const ConflictsCommand& command) {
  const Store store = open_to_read(common);
  ConflictsQuestion question;
  if (!command.body.empty()) {
    const NamePair names =
        names_of(store, command.entity, Role::Member, command.body, Role::Body, command.when);
    question.entity = names.first.id;
    question.body = names.second.id;
  } else if (!command.entity.empty()) {
    question.entity = name_of(store, command.entity, Role::Any, command.when).id;
  }
  question.when = period_of(command.when);
  question.relations = relations_named(store, command.when.relations, any_relation());
  return respond(common, store, question);
}

}  // namespace entente::cli
