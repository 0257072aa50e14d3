#include "queries/members.hpp"

#include <algorithm>
#include <set>

#include "queries/tie_reader.hpp"

namespace entente {

Members members(const Store& store, const MembersQuestion& question) {
  TieReader reader(store);
  Members answer{.body = reader.ref(question.body), .when = question.scope.when};
  const std::vector<EntityId> bodies =
      question.follow_successors ? lineage(store, question.body) : std::vector{question.body};
  for (const EntityId& body : bodies) {
    answer.bodies.push_back(reader.ref(body));
    const auto edges = store.edges({.subject = {},
                                    .relations = question.scope.relations,
                                    .object = body,
                                    .during = question.scope.when});
    for (Tie& tie : reader.ties(edges, question.scope)) answer.ties.push_back(std::move(tie));
  }
  sort_by_strength(answer.ties, TieEnd::Subject);
  return answer;
}

Memberships memberships(const Store& store, const MembershipsQuestion& question) {
  TieReader reader(store);
  Memberships answer{.entity = reader.ref(question.entity), .when = question.scope.when};
  answer.ties = reader.ties(store.edges({.subject = question.entity,
                                         .relations = question.scope.relations,
                                         .object = {},
                                         .during = question.scope.when}),
                            question.scope);
  sort_by_strength(answer.ties, TieEnd::Object);
  return answer;
}

std::vector<EntityId> lineage(const Store& store, const EntityId& body) {
  const std::vector<Relation> succession = {Relation{std::string(relation::successor_of)}};
  std::set<EntityId> found = {body};
  std::vector<EntityId> open = {body};
  while (!open.empty()) {
    const EntityId next = open.back();
    open.pop_back();
    const auto add = [&](const EntityId& id) {
      if (found.insert(id).second) open.push_back(id);
    };
    for (const Edge& edge :
         store.edges({.subject = next, .relations = succession, .object = {}, .during = {}})) {
      add(edge.object);
    }
    for (const Edge& edge :
         store.edges({.subject = {}, .relations = succession, .object = next, .during = {}})) {
      add(edge.subject);
    }
  }
  found.erase(body);
  std::vector<EntityId> line = {body};
  line.insert(line.end(), found.begin(), found.end());
  return line;
}

}  // namespace entente
