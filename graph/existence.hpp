#pragma once
// A membership outlives neither the body nor the member: what the founding and the dissolution of both ends
// do to a spell. Internal to graph/; docs/resolution.md tells the rules in words.

#include "graph/entity.hpp"
#include "graph/spell.hpp"

namespace entente::detail {

/// One end of a tie, and what is known of its life beyond the entity itself.
struct Bearer {
  const Entity* entity = nullptr;
  std::vector<ClaimId> founded_by;    ///< the claims of its founding, sorted
  std::vector<ClaimId> dissolved_by;  ///< and of its end
  bool ended_undated = false;         ///< a source says that it ended, none when
  std::optional<Day> ended_by;        ///< when that was said
};

/// Clips the spell to the time in which both exist, and notes what it changed. A spell that lies wholly
/// outside is left as the sources have it, noted, and in dispute with the dates of that life.
void clip_to_existence(Spell& spell, const Bearer& subject, const Bearer& object);

/// Closes an open spell on `date`, or caps a coarser end with it. Returns whether anything changed; nothing
/// does where the spell certainly begins after `date`.
bool close_by(Spell& spell, const Date& date);

/// First and last day that the spell can have; nothing where unbounded.
[[nodiscard]] std::optional<Day> first_possible(const Spell& spell);
[[nodiscard]] std::optional<Day> last_possible(const Spell& spell);

}  // namespace entente::detail
