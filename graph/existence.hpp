#pragma once
// A membership outlives neither the body nor the member: what the founding and the dissolution of both ends
// do to a spell. Internal to graph/; docs/resolution.md tells the rules in words.

#include "graph/entity.hpp"
#include "graph/spell.hpp"

namespace entente::detail {

/// Clips the spell to the time in which both exist, and notes what it changed. A spell that lies wholly
/// outside is left as the sources have it, with a note that says so.
void clip_to_existence(Spell& spell, const Entity& subject, const Entity& object);

/// Closes an open spell on `date`, or caps a coarser end with it. Returns whether anything changed; nothing
/// does where the spell certainly begins after `date`.
bool close_by(Spell& spell, const Date& date);

/// First and last day that the spell can have; nothing where unbounded.
[[nodiscard]] std::optional<Day> first_possible(const Spell& spell);
[[nodiscard]] std::optional<Day> last_possible(const Spell& spell);

}  // namespace entente::detail
