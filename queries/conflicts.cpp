#include "queries/conflicts.hpp"

#include "queries/tie_reader.hpp"

namespace entente {

std::vector<Conflict> conflicts(const Store& store, const ConflictsQuestion& question) {
  TieReader reader(store);
  std::vector<Conflict> found;
  const auto add = [&](const std::optional<EntityId>& subject, const std::optional<EntityId>& object) {
    for (const Edge& edge : store.edges({.subject = subject,
                            .relations = question.relations,
                            .object = object,
                            .during = question.when})) {
      if (!edge.disputed()) continue;
      const Tie tie = reader.tie(edge, question.when, true);
      for (const Dispute& dispute : edge.disputes) {
        Conflict conflict{tie, dispute.end, {}};
        for (const Dispute::Alternative& alternative : dispute.alternatives) {
          conflict.alternatives.push_back(
              {alternative.date, reader.proofs(alternative.claims), conflict.alternatives.empty()});
        }
        found.push_back(std::move(conflict));
      }
    }
  };
  if (question.body && question.entity && *question.body != *question.entity) {
    add(question.entity, question.body);
  } else if (question.body) {
    add({}, question.body);
  } else if (question.entity) {
    add(question.entity, {});
    add({}, question.entity);
  } else {
    add({}, {});
  }
  return found;
}

}  // namespace entente
