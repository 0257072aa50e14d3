#include "queries/view.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "graph/names.hpp"
#include "queries/tie_reader.hpp"

namespace entente {

namespace {

/// Edges at either end of an entity, each once.
std::vector<Edge> edges_at(const Store& store, const EntityId& entity, const Scope& scope) {
  std::vector<Edge> edges =
      store.edges({.subject = entity, .relations = scope.relations, .object = {}, .during = scope.when});
  for (Edge& edge :
       store.edges({.subject = {}, .relations = scope.relations, .object = entity, .during = scope.when})) {
    if (edge.subject != entity) edges.push_back(std::move(edge));
  }
  std::erase_if(edges, [&](const Edge& edge) { return !lists(scope, edge.interval); });
  return edges;
}

/// The entities within `radius` ties.
std::set<EntityId> within(const Store& store, const SnapshotQuestion& question) {
  std::set<EntityId> inside(question.around.begin(), question.around.end());
  std::vector<EntityId> rim(inside.begin(), inside.end());
  for (std::size_t step = 0; step < question.radius && !rim.empty(); ++step) {
    std::vector<EntityId> next;
    for (const EntityId& id : rim) {
      for (const Edge& edge : edges_at(store, id, question.scope)) {
        const EntityId& other = edge.subject == id ? edge.object : edge.subject;
        if (inside.insert(other).second) next.push_back(other);
      }
    }
    rim = std::move(next);
  }
  return inside;
}

using Triple = std::tuple<EntityId, Relation, EntityId>;

}  // namespace

Neighbours neighbours(const Store& store, const NeighboursQuestion& question) {
  TieReader reader(store);
  Neighbours answer{.entity = reader.ref(question.entity), .when = question.scope.when};
  answer.ties = reader.ties(edges_at(store, question.entity, question.scope), question.scope);
  const auto other = [&](const Tie& tie) -> const EntityRef& {
    return tie.subject.id == question.entity ? tie.object : tie.subject;
  };
  sort_by_time(answer.ties);
  std::stable_sort(answer.ties.begin(), answer.ties.end(), [&](const Tie& a, const Tie& b) {
    return std::tuple(a.status, fold_name(other(a).name), other(a).id, a.relation) <
           std::tuple(b.status, fold_name(other(b).name), other(b).id, b.relation);
  });
  return answer;
}

Snapshot snapshot(const Store& store, const SnapshotQuestion& question) {
  TieReader reader(store);
  Snapshot answer{.when = question.scope.when};
  std::vector<Edge> edges;
  std::set<EntityId> shown;
  if (question.around.empty()) {
    edges = store.edges(
        {.subject = {}, .relations = question.scope.relations, .object = {}, .during = question.scope.when});
  } else {
    shown = within(store, question);
    for (const EntityId& id : shown) {
      for (Edge& edge : store.edges({.subject = id,
                        .relations = question.scope.relations,
                        .object = {},
                        .during = question.scope.when})) {
        if (shown.count(edge.object) != 0) edges.push_back(std::move(edge));
      }
    }
  }
  answer.ties = reader.ties(edges, question.scope);
  for (const Tie& tie : answer.ties) {
    shown.insert(tie.subject.id);
    shown.insert(tie.object.id);
  }
  for (const EntityId& id : shown) {
    if (auto entity = store.entity(id)) answer.entities.push_back(*std::move(entity));
  }
  return answer;
}

Diff diff(const Store& store, const DiffQuestion& question) {
  TieReader reader(store);
  std::map<Triple, std::vector<Edge>> spells;
  for (Edge& edge :
       store.edges({.subject = {}, .relations = question.relations, .object = question.body, .during = {}})) {
    spells[{edge.subject, edge.relation, edge.object}].push_back(std::move(edge));
  }
  Diff answer{.before = question.before, .after = question.after};
  for (const auto& spell : spells) {
    const Triple& triple = spell.first;
    const std::vector<Edge>& edges = spell.second;
    const auto ties = [&](bool evidence) {
      std::vector<Tie> read;
      for (const Edge& edge : edges) read.push_back(reader.tie(edge, question.after, evidence));
      sort_by_time(read);
      return read;
    };
    const Status before = combined_status(ties(false), question.before);
    const Status after = combined_status(ties(false), question.after);
    if (before == after) continue;
    auto& list = before == Status::No ? answer.gained : after == Status::No ? answer.lost : answer.altered;
    list.push_back({reader.ref(std::get<0>(triple)), std::get<1>(triple), reader.ref(std::get<2>(triple)),
                    before, after, ties(question.evidence)});
  }
  return answer;
}

}  // namespace entente
