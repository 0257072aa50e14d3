#pragma once
// Where sources disagree: disputed ties, with every alternative and the claims for it.

#include <vector>

#include "graph/store.hpp"
#include "queries/tie.hpp"

namespace entente {

struct ConflictsQuestion {
  std::optional<EntityId> entity = std::nullopt;  ///< as subject or object; absent: all
  std::optional<EntityId> body = std::nullopt;    ///< as object only
  std::vector<Relation> relations = {};           ///< empty: any
  std::optional<Period> when = std::nullopt;      ///< ties that possibly hold on some day of it
};

struct ConflictAlternative {
  Date date;
  std::vector<Proof> proofs = {};  ///< by claim id
  bool kept = false;               ///< the tie has this date
};

struct Conflict {
  Tie tie;
  Dispute::End end;
  std::vector<ConflictAlternative> alternatives = {};  ///< best supported first
};

/// Sorted by subject, relation, object, first day, then first end before last. Without `entity` or `body`
/// every edge is read.
[[nodiscard]] std::vector<Conflict> conflicts(const Store& store, const ConflictsQuestion& question = {});

}  // namespace entente
