#include "queries/relation_names.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "graph/error.hpp"

namespace entente {

namespace {

constexpr std::array vocabulary = {relation::member_of,  relation::observer_of,    relation::candidate_of,
                                   relation::partner_of, relation::suspended_from, relation::signatory_of,
                                   relation::party_to,   relation::part_of,        relation::successor_of,
                                   relation::allied_with};

bool is_of_vocabulary(const Relation& relation) {
  return std::find(vocabulary.begin(), vocabulary.end(), relation.label) != vocabulary.end();
}

Error unknown_relation(const std::string& name) {
  return {ErrorCode::InvalidArgument,
          fmt::format("there is no relation called '{}', and none in the database", name),
          std::vector<std::string>(vocabulary.begin(), vocabulary.end())};
}

}  // namespace

std::vector<Relation> relations_named(const Store& store, const std::vector<std::string>& named,
                                      std::vector<Relation> by_default) {
  if (named.empty()) return by_default;
  std::vector<Relation> relations;
  for (const std::string& name : named) {
    if (name == "any") return {};
    const auto known = event_from(name);  // `observer` and `observer_of` are the same to a user
    Relation relation = known && known->event == Event::Held ? known->relation : Relation{name};
    if (!is_of_vocabulary(relation) && !store.has_relation(relation)) throw unknown_relation(name);
    relations.push_back(std::move(relation));
  }
  return relations;
}

}  // namespace entente
