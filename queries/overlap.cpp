#include "queries/overlap.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

#include "graph/names.hpp"
#include "queries/tie_reader.hpp"

namespace entente {

namespace {

Day first_shared_day(const SharedSpell& spell) { return spell.moments.possible.front().first; }

void sort_shared(std::vector<SharedSpell>& shared) {
  std::sort(shared.begin(), shared.end(), [](const SharedSpell& a, const SharedSpell& b) {
    const auto key = [](const SharedSpell& s) {
      return std::tuple(s.moments.status, fold_name(s.body.name), s.body.id, first_shared_day(s), s.a.edge,
                        s.b.edge);
    };
    return key(a) < key(b);
  });
}

}  // namespace

Overlap overlap(const Store& store, const OverlapQuestion& question) {
  TieReader reader(store);
  const Scope& scope = question.scope;
  Overlap answer{.a = reader.ref(question.a), .b = reader.ref(question.b), .when = scope.when};

  std::map<EntityId, std::vector<Edge>> edges_of_b;
  const auto edges_of = [&](const EntityId& entity) {
    return store.edges(
        {.subject = entity, .relations = scope.relations, .object = question.body, .during = scope.when});
  };
  for (Edge& edge : edges_of(question.b)) edges_of_b[edge.object].push_back(std::move(edge));
  for (const Edge& of_a : edges_of(question.a)) {
    for (const Edge& of_b : edges_of_b[of_a.object]) {
      const std::array both = {of_a.interval.readings(), of_b.interval.readings()};
      Moments moments = shared_moments(both, period_of(scope));
      if (moments.possible.empty() || !at_least(moments.status, scope.least)) continue;
      answer.shared.push_back({reader.ref(of_a.object), reader.tie(of_a, scope.when, scope.evidence),
                               reader.tie(of_b, scope.when, scope.evidence), std::move(moments)});
    }
  }
  sort_shared(answer.shared);

  const Scope any{.when = scope.when, .relations = {}, .evidence = scope.evidence};
  const auto direct = [&](const EntityId& subject, const EntityId& object) {
    return reader.ties(
        store.edges({.subject = subject, .relations = {}, .object = object, .during = scope.when}), any);
  };
  answer.direct = direct(question.a, question.b);
  if (question.a != question.b) {
    for (Tie& tie : direct(question.b, question.a)) answer.direct.push_back(std::move(tie));
  }
  sort_by_time(answer.direct);
  return answer;
}

}  // namespace entente
