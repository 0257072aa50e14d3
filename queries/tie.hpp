#pragma once
// The unit of every answer: one edge with its status over the time asked about and its way back to the
// evidence.

#include <optional>
#include <string>
#include <vector>

#include "graph/claim.hpp"
#include "graph/edge.hpp"
#include "graph/entity.hpp"
#include "graph/interval.hpp"

namespace entente {

struct EntityRef {
  EntityId id;
  std::string name;
  Kind kind = Kind::Unknown;
  friend bool operator==(const EntityRef& a, const EntityRef& b) { return a.id == b.id; }
};

/// A claim behind an answer, with the source that made it.
struct Proof {
  ClaimId id;
  Claim claim;
  Source source;
};

struct Tie {
  EntityRef subject;
  Relation relation;
  EntityRef object;
  Interval interval;
  Status status = Status::No;         ///< over the period asked about; over all time where none was
  std::vector<StatusChange> changes;  ///< the days on which the answer flips
  std::vector<Dispute> disputes;
  std::vector<Note> notes;
  std::vector<Proof> proofs;  ///< by the first day they speak of, undated ones next, last those with a date
                              ///< that was not kept
  EdgeId edge;
};

}  // namespace entente
