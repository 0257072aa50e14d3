#include "cli/question_scope.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "cli/console.hpp"
#include "graph/error.hpp"

namespace entente::cli {

std::optional<Period> period_of(const When& when) {
  return when.asked ? std::optional(asked_period(*when.asked)) : std::nullopt;
}

std::vector<Relation> relations_of(const std::vector<std::string>& named, std::vector<Relation> by_default) {
  if (named.empty()) return by_default;
  std::vector<Relation> relations;
  for (const std::string& name : named) {
    if (name == "any") return {};
    const auto known = event_from(name);  // `observer` and `observer_of` are the same to a user
    relations.push_back(known && known->event == Event::Held ? known->relation : Relation{name});
  }
  return relations;
}

Scope scope_of(const When& when, std::vector<Relation> by_default) {
  Scope scope;
  scope.when = period_of(when);
  scope.relations = relations_of(when.relations, std::move(by_default));
  if (when.certain) scope.least = Status::Certain;
  return scope;
}

NamePair names_of(const Store& store, const std::string& first, Role first_role, const std::string& second,
                  Role second_role, const When& when) {
  const auto period = period_of(when);
  NamePair pair = resolve_names(store, first, {.when = period, .role = first_role}, second,
                                {.when = period, .role = second_role});
  for (const std::string& note : pair.notes) complain(note);
  return pair;
}

EntityRef name_of(const Store& store, const std::string& name, Role role, const When& when) {
  return resolve_name(store, name, {.when = period_of(when), .role = role});
}

Store open_to_read(const Common& common) {
  if (!std::filesystem::exists(common.db)) {
    throw Error(ErrorCode::Unreadable,
                fmt::format("there is no database {}. Make one with: entente import --bundled --db {}",
                            common.db, common.db));
  }
  return Store::open(common.db, Store::Mode::Read);
}

}  // namespace entente::cli
