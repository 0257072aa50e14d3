#pragma once
// Everything that is known of one entity, in order of time.

#include <vector>

#include "graph/store.hpp"
#include "queries/scope.hpp"
#include "queries/tie.hpp"

namespace entente {

struct TimelineQuestion {
  EntityId entity;
  std::optional<Period> when = std::nullopt;  ///< absent: all of it
  std::vector<Relation> relations = {};       ///< empty: any
  bool follow_successors = false;
  bool evidence = true;
};

struct Timeline {
  Entity
      entity;  ///< with its founding, dissolution and dated names; only the id where the store has no entity
  std::vector<EntityRef> line =
      {};                      ///< the entities covered: it alone, or with its predecessors and successors
  std::vector<Tie> ties = {};  ///< it as subject or as object, by time
  std::vector<Proof> existence =
      {};  ///< claims of founding, entry into force, renaming, dissolution; by claim id
  std::vector<Tie> founders =
      {};  ///< of the ties into it, those that stand on a claim "A founded it"; by name
};

/// Cost: O(log n + edges of the entity); evidence reads each claim. `existence` and `founders` are filled
/// only with evidence.
[[nodiscard]] Timeline timeline(const Store& store, const TimelineQuestion& question);

}  // namespace entente
