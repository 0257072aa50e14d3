#include "cli/draw_subjects.hpp"

#include <algorithm>
#include <set>

#include "cli/question_scope.hpp"
#include "queries/members.hpp"
#include "queries/view.hpp"

namespace entente::cli {

namespace {

/// Whole memberships, what interrupts them and what comes before them; neither signatures, which would draw
/// most of them twice, nor what is no membership.
std::vector<Relation> drawn_relations() {
  std::vector<Relation> relations;
  for (const auto label : {relation::member_of, relation::party_to, relation::suspended_from,
                           relation::observer_of, relation::candidate_of, relation::partner_of}) {
    relations.push_back({std::string(label)});
  }
  return relations;
}

bool has_members(const Store& store, const EntityId& id) {
  return !members(store, {.body = id, .scope = {.evidence = false}}).ties.empty();
}

EntityRef reference(const Store& store, const EntityId& id) {
  const auto entity = store.entity(id);
  return entity ? EntityRef{id, entity->name, entity->kind} : EntityRef{id, id.value, Kind::Unknown};
}

/// `CIS, CSTO and SCO`; of more than `most`, the first ones `and 9 more`. REQUIRES: most > 1.
std::string listed(const std::vector<std::string>& names, std::size_t most) {
  std::string text;
  const std::size_t shown = names.size() <= most ? names.size() : most - 1;
  for (std::size_t i = 0; i < shown; ++i) {
    const bool last = i + 1 == names.size();
    text += (i == 0 ? "" : last ? " and " : ", ") + names[i];
  }
  if (shown < names.size()) text += " and " + std::to_string(names.size() - shown) + " more";
  return text;
}

bool names_it(const std::vector<EntityRef>& list, const EntityId& id) {
  return std::any_of(list.begin(), list.end(), [&](const EntityRef& ref) { return ref.id == id; });
}

/// Who is a member and a party to the treaty that founded the body is drawn once.
void leave_out_parties_that_are_members(std::vector<Tie>& ties) {
  std::set<std::pair<EntityId, EntityId>> members;
  for (const Tie& tie : ties) {
    if (tie.relation.label == relation::member_of) members.emplace(tie.subject.id, tie.object.id);
  }
  std::erase_if(ties, [&](const Tie& tie) {
    return tie.relation.label == relation::party_to && members.contains({tie.subject.id, tie.object.id});
  });
}

}  // namespace

Subjects subjects_of(const Store& store, const std::vector<std::string>& names, const When& when) {
  Subjects subjects;
  for (const std::string& name : names) {
    const EntityRef named = name_of(store, name, Role::Any, {});
    const bool body = has_members(store, named.id);
    std::vector<EntityRef>& list = body ? subjects.bodies : subjects.members;
    if (!names_it(list, named.id)) list.push_back(named);
    subjects.named.push_back(named.id);
    if (!when.successors) continue;
    for (const EntityId& id : lineage(store, named.id)) {
      if (names_it(list, id)) continue;
      list.push_back(reference(store, id));
      if (body) subjects.drawn_as.emplace(id, named.id);
    }
  }
  return subjects;
}

std::string title_of(const Subjects& subjects, const std::map<EntityId, std::string>& names) {
  constexpr std::size_t most = 6;
  const auto names_of_named = [&](const std::vector<EntityRef>& list) {
    std::vector<std::string> called;
    for (const EntityRef& ref : list) {
      if (std::find(subjects.named.begin(), subjects.named.end(), ref.id) == subjects.named.end()) continue;
      const auto name = names.find(ref.id);
      called.push_back(name == names.end() ? ref.name : name->second);
    }
    return listed(called, most);
  };
  if (subjects.members.empty()) return "Members of " + names_of_named(subjects.bodies);
  const bool followed =
      std::any_of(subjects.members.begin(), subjects.members.end(), [&](const EntityRef& member) {
        return std::find(subjects.named.begin(), subjects.named.end(), member.id) == subjects.named.end();
      });
  const std::string members = names_of_named(subjects.members) + (followed ? " and its successors" : "");
  if (subjects.bodies.empty()) return "Memberships of " + members;
  return members + " in " + names_of_named(subjects.bodies);
}

std::vector<Tie> ties_of(const Store& store, const Subjects& subjects, const When& when) {
  Scope scope = scope_of(store, when, drawn_relations());
  scope.evidence = true;
  std::vector<Tie> ties;
  std::set<EdgeId> seen;
  const auto add = [&](std::vector<Tie>&& more, auto&& wanted) {
    for (Tie& tie : more) {
      if (wanted(tie) && seen.insert(tie.edge).second) ties.push_back(std::move(tie));
    }
  };
  if (!subjects.bodies.empty()) {
    for (const EntityRef& body : subjects.bodies) {
      add(members(store, {.body = body.id, .scope = scope}).ties, [&](const Tie& tie) {
        return subjects.members.empty() || names_it(subjects.members, tie.subject.id);
      });
    }
  } else {
    for (const EntityRef& member : subjects.members) {
      add(memberships(store, {.entity = member.id, .scope = scope}).ties, [](const Tie&) { return true; });
    }
  }
  if (when.relations.empty()) leave_out_parties_that_are_members(ties);
  return ties;
}

std::vector<Tie> successions_among(const Store& store, const std::vector<EntityId>& members) {
  std::vector<Tie> ties;
  const std::set<EntityId> wanted(members.begin(), members.end());
  for (const EntityId& id : wanted) {
    const Neighbours near = neighbours(
        store, {.entity = id, .scope = {.relations = {Relation{std::string(relation::successor_of)}}}});
    for (const Tie& tie : near.ties) {
      if (tie.subject.id == id && wanted.contains(tie.object.id)) ties.push_back(tie);
    }
  }
  return ties;
}

}  // namespace entente::cli
