#include "queries/resolve_name.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "graph/error.hpp"

namespace entente {

namespace {

EntityRef ref_of(const NameMatch& match) { return {match.id, match.name, match.kind}; }

std::string choice(const NameMatch& match) {
  return fmt::format("{} ({}, id {})", match.name, name_of(match.kind), match.id.value);
}

bool plays(Kind kind, Role role) {
  switch (role) {
    case Role::Any:
      return true;
    case Role::Member:
      return kind != Kind::Organisation && kind != Kind::Treaty;
    case Role::Body:
      return kind != Kind::State && kind != Kind::Person && kind != Kind::Place;
  }
  return true;
}

/// Those that may be meant: at least one.
std::vector<NameMatch> candidates(const Store& store, std::string_view name, const NameContext& context) {
  if (context.exact_id) {
    if (const auto entity = store.entity(EntityId{std::string(name)})) {
      return {NameMatch{entity->id, entity->name, entity->kind, {}, entity->founded, entity->dissolved}};
    }
  }
  std::vector<NameMatch> bearers = store.find_name(name);
  const auto own = [](const NameMatch& m) { return names_entity(m.alias.sort); };
  if (std::any_of(bearers.begin(), bearers.end(),
                  own)) {  // "Athens" is the city before it is Greece's government
    std::erase_if(bearers, [&](const NameMatch& m) { return !own(m); });
  }
  std::vector<EntityId> spelt;  // exactly so: "GUAM" is no island, and "Guam" no organisation
  for (const NameMatch& match : bearers) {
    if (match.alias.text == name) spelt.push_back(match.id);
  }
  std::vector<NameMatch> matches = fitting(std::move(bearers), context.when);
  if (matches.empty()) {
    std::vector<std::string> near = store.near_names(name);
    const std::string hint = near.empty() ? "" : fmt::format("; near names: {}", fmt::join(near, ", "));
    throw Error(ErrorCode::UnknownName, fmt::format("nothing is called \"{}\"{}", name, hint),
                std::move(near));
  }
  if (std::any_of(matches.begin(), matches.end(),
                  [&](const NameMatch& m) { return plays(m.kind, context.role); })) {
    std::erase_if(matches, [&](const NameMatch& m) { return !plays(m.kind, context.role); });
  }
  const auto exact = [&](const NameMatch& m) {
    return std::find(spelt.begin(), spelt.end(), m.id) != spelt.end();
  };
  if (std::any_of(matches.begin(), matches.end(), exact)) {
    std::erase_if(matches, [&](const NameMatch& m) { return !exact(m); });
  }
  return matches;
}

EntityRef only(std::string_view name, const std::vector<NameMatch>& matches) {
  if (matches.size() == 1) return ref_of(matches.front());
  std::vector<std::string> choices;
  for (const NameMatch& match : matches) choices.push_back(choice(match));
  throw Error(ErrorCode::AmbiguousName,
              fmt::format("\"{}\" may be {}; say which by its id", name, fmt::join(choices, " or ")),
              choices);
}

bool tied(const Store& store, const EntityId& a, const EntityId& b) {
  return !store.edges({.subject = a, .relations = {}, .object = b, .during = {}}).empty() ||
         !store.edges({.subject = b, .relations = {}, .object = a, .during = {}}).empty();
}

std::set<EntityId> neighbours_of(const Store& store, const EntityId& id) {
  std::set<EntityId> found;
  for (const Edge& edge : store.edges({.subject = id, .relations = {}, .object = {}, .during = {}})) {
    found.insert(edge.object);
  }
  for (const Edge& edge : store.edges({.subject = {}, .relations = {}, .object = id, .during = {}})) {
    found.insert(edge.subject);
  }
  return found;
}

bool share_a_neighbour(const Store& store, const EntityId& a, const EntityId& b) {
  const std::set<EntityId> near_a = neighbours_of(store, a), near_b = neighbours_of(store, b);
  return std::any_of(near_a.begin(), near_a.end(), [&](const EntityId& id) { return near_b.count(id) != 0; });
}

using Matches = std::vector<NameMatch>;
using MatchPair = std::pair<NameMatch, NameMatch>;

template <typename Together>
std::vector<MatchPair> pairs_of(const Matches& firsts, const Matches& seconds, const Together& together) {
  std::vector<MatchPair> pairs;
  for (const NameMatch& a : firsts) {
    for (const NameMatch& b : seconds) {
      if (together(a.id, b.id)) pairs.emplace_back(a, b);
    }
  }
  return pairs;
}

}  // namespace

EntityRef resolve_name(const Store& store, std::string_view name, const NameContext& context) {
  return only(name, candidates(store, name, context));
}

NamePair resolve_names(const Store& store, std::string_view first, const NameContext& first_context,
                       std::string_view second, const NameContext& second_context) {
  const std::vector<NameMatch> firsts = candidates(store, first, first_context);
  const std::vector<NameMatch> seconds = candidates(store, second, second_context);
  if (firsts.size() == 1 && seconds.size() == 1) return {ref_of(firsts.front()), ref_of(seconds.front()), {}};

  const char* reason = "is tied to";
  auto pairs = pairs_of(firsts, seconds, [&](const auto& a, const auto& b) { return tied(store, a, b); });
  if (pairs.empty()) {
    reason = "has a tie in common with";
    pairs = pairs_of(firsts, seconds,
                     [&](const auto& a, const auto& b) { return share_a_neighbour(store, a, b); });
  }
  if (pairs.size() != 1) return {only(first, firsts), only(second, seconds), {}};

  const auto& [taken_first, taken_second] = pairs.front();
  NamePair names{ref_of(taken_first), ref_of(taken_second), {}};
  const auto note = [&](std::string_view name, const NameMatch& taken, const NameMatch& other) {
    names.notes.push_back(fmt::format("\"{}\" is read as {}: of that name it alone {} {}.", name,
                                      choice(taken), reason, other.name));
  };
  if (firsts.size() > 1) note(first, taken_first, taken_second);
  if (seconds.size() > 1) note(second, taken_second, taken_first);
  return names;
}

}  // namespace entente
