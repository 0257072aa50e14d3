#pragma once
// The fold at the heart of resolution: all that is said about one subject, relation and object, in time
// order, becomes spells. Internal to graph/; docs/resolution.md tells the rules in words.

#include <optional>
#include <vector>

#include "graph/claim.hpp"
#include "graph/edge.hpp"
#include "graph/interval.hpp"
#include "graph/statement.hpp"

namespace entente::detail {

/// One thing said about the tie: what it does to the spell, when, and by whom.
struct Mark {
  enum class Sort {
    Opens,     ///< joined; the start of a span
    Closes,    ///< left; the end of a span
    Observed,  ///< held at `date`, or at an unknown time
    Ongoing,   ///< holds as of the source's horizon
  };
  Sort sort;
  std::optional<Date> date;  ///< absent: nobody says when
  ClaimId claim;
  Weight weight;
  bool spans = false;  ///< one end of a span: an undated end belongs to the spell that the same claim opens
};

/// Between a first and a last day.
struct Spell {
  Interval::First first = Unknown{};
  Interval::Last last = NotStated{};
  Limits limits;
  std::vector<ClaimId> claims;  ///< sorted, unique
  std::vector<Dispute> disputes;
  std::vector<Note> notes;
};

/// Folds the marks of one group. The result is in time order and depends on the set of marks only. O(n log
/// n).
[[nodiscard]] std::vector<Spell> fold_spells(std::vector<Mark> marks);

/// The best date among claims that all date the same event; the rest as alternatives (empty when all are
/// compatible).
struct Chosen {
  Date date;
  std::vector<Dispute::Alternative> alternatives;
};
[[nodiscard]] Chosen choose_date(const std::vector<Mark>& marks);

}  // namespace entente::detail
