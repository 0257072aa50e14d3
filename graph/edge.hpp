#pragma once
// What follows from the claims: a time-stamped tie. Edges are derived and may always be thrown away and
// derived again.

#include <string>
#include <vector>

#include "graph/claim.hpp"
#include "graph/entity.hpp"
#include "graph/interval.hpp"

namespace entente {

/// From the content: the same tie derived from the same claims has the same id in every database.
using EdgeId = ClaimId;

/// Incompatible dates for one end of one edge.
struct Dispute {
  enum class End { First, Last };
  struct Alternative {
    Date date;
    std::vector<ClaimId> claims;  ///< sorted
    friend bool operator==(const Alternative&, const Alternative&) = default;
  };
  End end;
  std::vector<Alternative> alternatives;  ///< the best supported first: it is the one that the edge keeps
  friend bool operator==(const Dispute&, const Dispute&) = default;
};

/// Something about the edge that no source said outright, with the rule that says it (docs/resolution.md).
struct Note {
  std::string rule;  ///< `dissolution`, `founding`, `signatory`, `observation-outside` …
  std::string text;  ///< one sentence for a person
  friend bool operator==(const Note&, const Note&) = default;
};

struct Edge {
  EdgeId id;
  EntityId subject;
  Relation relation;
  EntityId object;
  Interval interval;
  std::vector<ClaimId> claims;  ///< that it stands on, sorted
  std::vector<Dispute> disputes;
  std::vector<Note> notes;

  [[nodiscard]] bool disputed() const noexcept { return !disputes.empty(); }
};

}  // namespace entente
