#include "cli/question_scope.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "cli/console.hpp"
#include "graph/error.hpp"
#include "queries/relation_names.hpp"
#include "queries/source_choice.hpp"

namespace entente::cli {

std::optional<Period> period_of(const When& when) {
  return when.asked ? std::optional(asked_period(*when.asked)) : std::nullopt;
}

Scope scope_of(const Store& store, const When& when, std::vector<Relation> by_default) {
  Scope scope;
  scope.when = period_of(when);
  scope.relations = relations_named(store, when.relations, std::move(by_default));
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

namespace {

/// What had been published by a day is asked of sources of which nobody knows when they were: that is said.
void complain_of_undated(const std::vector<Source>& sources) {
  const auto undated = std::count_if(sources.begin(), sources.end(),
                                     [](const Source& source) { return !source.published.has_value(); });
  if (undated == 0) return;
  complain(
      fmt::format("left out: {} source{} without a date of publication", undated, undated == 1 ? "" : "s"));
}

Store believed_store(const Store& store, const Believed& believed) {
  SourceChoice choice;
  for (const std::string& name : believed.only) choice.only.push_back(find_source(store, name));
  for (const std::string& name : believed.before) choice.preferred.push_back(find_source(store, name));
  if (believed.known_by) {
    choice.known_by = believed.known_by->latest();
    complain_of_undated(store.sources());
  }
  return store_of(store, choice);
}

}  // namespace

Store open_to_read(const Common& common) {
  if (!std::filesystem::exists(common.db)) {
    throw Error(ErrorCode::Unreadable,
                fmt::format("there is no database {}. Make one with: entente import --bundled --db {}",
                            common.db, common.db));
  }
  Store store = Store::open(common.db, Store::Mode::Read);
  return common.believed.everything() ? std::move(store) : believed_store(store, common.believed);
}

}  // namespace entente::cli
