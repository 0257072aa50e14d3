#pragma once
// All that is said of one subject and one object becomes edges: the part of resolution that looks at one pair
// at a time. Internal to graph/; docs/resolution.md tells the rules in words.

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "graph/edge.hpp"
#include "graph/entity.hpp"
#include "graph/spell.hpp"
#include "graph/statement.hpp"

namespace entente::detail {

/// Whether an asserted claim with such an event and an object speaks of a tie between the two, which it then
/// stands behind; what does not is of the life or the names of its subject.
[[nodiscard]] bool speaks_of_tie(Event event) noexcept;
/// Whether the tie leads from the object to the subject.
[[nodiscard]] constexpr bool turned(Event event) noexcept { return event == Event::Renamed; }
/// Whether an asserted claim with such an event, and none of a tie, dates the life of its subject.
[[nodiscard]] constexpr bool speaks_of_life(Event event) noexcept {
  return event == Event::Founded || event == Event::Dissolved || event == Event::EnteredIntoForce;
}

/// What claims say of the life of one entity.
struct Life {
  std::vector<Mark> founded, dissolved, in_force;  // with dates
  std::vector<Mark> dissolved_undated;
  [[nodiscard]] bool empty() const noexcept {
    return founded.empty() && dissolved.empty() && in_force.empty() && dissolved_undated.empty();
  }
};

/// REQUIRES: speaks_of_life(said.event), asserted, and no tie.
void add_to(Life& life, const Statement& said, const Vocabulary& words);
[[nodiscard]] std::optional<Date> founding_of(const Life& life);
[[nodiscard]] std::optional<Date> end_of(const Life& life);

/// One end of the tie. Both must outlive the use.
struct TieEnd {
  const Entity* entity = nullptr;  ///< with its existence
  const Life* life = nullptr;      ///< null: nothing is said of it
};

/// The edges that follow, by relation and in time order. `said`: asserted claims that speak of the tie, each
/// once. Depends on the set of claims only. O(n log n).
[[nodiscard]] std::vector<Edge> edges_between(const TieEnd& subject, const TieEnd& object,
                                              std::span<const Statement> said, const Vocabulary& words);

/// The one interval that follows from a single claim about a pair of which nothing else is said, neither of
/// the life of its ends; nothing where it takes edges_between() to tell. Agrees with it.
[[nodiscard]] std::optional<Interval> interval_of_single(const Statement& said, const Vocabulary& words);

/// From the content: the same in every database. `claims` are sorted.
[[nodiscard]] EdgeId edge_id(std::string_view subject, std::string_view relation, std::string_view object,
                             const Interval::First& first, std::span<const ClaimId> claims);

}  // namespace entente::detail
