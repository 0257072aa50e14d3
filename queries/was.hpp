#pragma once
// Whether an entity belonged to a body.

#include <vector>

#include "graph/store.hpp"
#include "queries/scope.hpp"
#include "queries/tie.hpp"

namespace entente {

struct WasQuestion {
  EntityId subject;
  EntityId body;
  std::optional<Period> when = std::nullopt;  ///< absent: ever
  std::vector<Relation> relations = {Relation{std::string(relation::member_of)},
                                     Relation{std::string(relation::party_to)}};  ///< empty: any
  bool follow_successors = false;
  bool evidence = true;
};

struct Was {
  EntityRef subject;
  EntityRef body;
  std::optional<Period> when = {};
  Status status = Status::No;              ///< of all spells together, see combined_status
  std::vector<StatusChange> changes = {};  ///< the days on which the answer flips; empty when there is no tie
  std::vector<Tie> ties = {};  ///< every spell under the relations asked, also those with status No; by time
  /// Under other relations (suspended, observer …), unless their status is No; by time
  std::vector<Tie> other = {};
};

/// Always an answer: an unconnected pair is a No without ties. Cost: O(log n + edges of the pair).
[[nodiscard]] Was was(const Store& store, const WasQuestion& question);

}  // namespace entente
