#pragma once
// Allen's thirteen relations between two intervals, on closed intervals of whole days.
// Source: J. F. Allen, "Maintaining knowledge about temporal intervals", CACM 26(11), 1983. On days, `Meets`
// means that one begins the day after the other ends.

#include <bitset>

#include "graph/interval.hpp"

namespace entente {

enum class Allen {
  Before,
  Meets,
  Overlaps,
  FinishedBy,
  Contains,
  Starts,
  Equals,
  StartedBy,
  During,
  Finishes,
  OverlappedBy,
  MetBy,
  After,
};
inline constexpr std::size_t allen_count = 13;

/// A set of relations, by the enumerator's value.
using AllenSet = std::bitset<allen_count>;

[[nodiscard]] const char* name_of(Allen relation) noexcept;
[[nodiscard]] Allen inverse(Allen relation) noexcept;

/// The one relation between two periods.
[[nodiscard]] Allen allen(const Period& a, const Period& b) noexcept;

/// All relations that some pair of readings shows. Never empty; exact, not an approximation by bounds.
[[nodiscard]] AllenSet possible_relations(const Readings& a, const Readings& b);

/// The relation that every pair of readings shows, if there is one.
[[nodiscard]] std::optional<Allen> certain_relation(const Readings& a, const Readings& b);

}  // namespace entente
