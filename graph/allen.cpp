#include "graph/allen.hpp"

#include <algorithm>
#include <array>

namespace entente {

namespace {

/// The four ends that a relation compares.
enum End : std::size_t { AFirst, ALast, BFirst, BLast };

/// "`before` comes at least `gap` days before `after`". By default one that always holds.
struct Constraint {
  End before = AFirst;
  int gap = 0;
  End after = AFirst;
};

/// A relation as constraints that must all hold; an equality is two of them. That each interval's own first
/// day is no later than its last is added by feasible().
using Constraints = std::array<Constraint, 4>;
constexpr std::array<Constraints, allen_count> constraints{{
    {{{ALast, 2, BFirst}}},                                                              // Before
    {{{ALast, 1, BFirst}, {BFirst, -1, ALast}}},                                         // Meets
    {{{AFirst, 1, BFirst}, {BFirst, 0, ALast}, {ALast, 1, BLast}}},                      // Overlaps
    {{{AFirst, 1, BFirst}, {ALast, 0, BLast}, {BLast, 0, ALast}}},                       // FinishedBy
    {{{AFirst, 1, BFirst}, {BLast, 1, ALast}}},                                          // Contains
    {{{AFirst, 0, BFirst}, {BFirst, 0, AFirst}, {ALast, 1, BLast}}},                     // Starts
    {{{AFirst, 0, BFirst}, {BFirst, 0, AFirst}, {ALast, 0, BLast}, {BLast, 0, ALast}}},  // Equals
    {{{AFirst, 0, BFirst}, {BFirst, 0, AFirst}, {BLast, 1, ALast}}},                     // StartedBy
    {{{BFirst, 1, AFirst}, {ALast, 1, BLast}}},                                          // During
    {{{BFirst, 1, AFirst}, {ALast, 0, BLast}, {BLast, 0, ALast}}},                       // Finishes
    {{{BFirst, 1, AFirst}, {AFirst, 0, BLast}, {BLast, 1, ALast}}},                      // OverlappedBy
    {{{BLast, 1, AFirst}, {AFirst, -1, BLast}}},                                         // MetBy
    {{{BLast, 2, AFirst}}},                                                              // After
}};

/// The days that an end can be, or that it never comes. An absent bound is no bound.
struct Range {
  std::optional<std::int64_t> low;
  std::optional<std::int64_t> high;
  bool never = false;
};

std::optional<std::int64_t> number(const std::optional<Day>& day) {
  return day ? std::optional(day->number()) : std::nullopt;
}

using Ranges = std::array<Range, 4>;

/// Narrows both ends to what the constraint allows; false when it cannot be met.
bool narrow(Ranges& ranges, const Constraint& c) {
  Range& before = ranges[c.before];
  Range& after = ranges[c.after];
  // Two ends that never come are equal; any other day comes before never.
  if (before.never) return after.never && c.gap <= 0;
  if (after.never) return true;
  if (before.low) after.low = std::max(after.low.value_or(*before.low + c.gap), *before.low + c.gap);
  if (after.high) before.high = std::min(before.high.value_or(*after.high - c.gap), *after.high - c.gap);
  const auto empty = [](const Range& r) { return r.low && r.high && *r.low > *r.high; };
  return !empty(before) && !empty(after);
}

/// Bounds propagation over difference constraints, which decides them: at the fixed point all ends can stand
/// at their lowest days together (Dechter, Meiri, Pearl, "Temporal constraint networks", 1991, section 3).
/// Bellman and Ford's bound: as many rounds as there are ends suffice.
bool feasible(Ranges ranges, const Constraints& relation) {
  constexpr std::array<Constraint, 2> in_order{{{AFirst, 0, ALast}, {BFirst, 0, BLast}}};
  const auto met = [&](const Constraint& c) { return narrow(ranges, c); };
  for (std::size_t round = 0; round <= ranges.size(); ++round) {
    if (!std::all_of(in_order.begin(), in_order.end(), met)) return false;
    if (!std::all_of(relation.begin(), relation.end(), met)) return false;
  }
  return true;
}

/// A reading either ends or never does: the ranges of the last day for both.
std::array<std::optional<Range>, 2> last_ranges(const Readings& r) {
  return {Range{number(r.last_earliest), number(r.last_latest)},
          r.may_never_end ? std::optional(Range{{}, {}, true}) : std::nullopt};
}

}  // namespace

const char* name_of(Allen relation) noexcept {
  constexpr std::array<const char*, allen_count> names{
      "before",     "meets",  "overlaps", "finished-by",   "contains", "starts", "equals",
      "started-by", "during", "finishes", "overlapped-by", "met-by",   "after"};
  return names[static_cast<std::size_t>(relation)];
}

// The enumerators are in an order that inversion reverses.
Allen inverse(Allen relation) noexcept {
  return static_cast<Allen>(allen_count - 1 - static_cast<std::size_t>(relation));
}

Allen allen(const Period& a, const Period& b) noexcept {
  if (a.last < b.first) return a.last.next() == b.first ? Allen::Meets : Allen::Before;
  if (b.last < a.first) return b.last.next() == a.first ? Allen::MetBy : Allen::After;
  if (a.first < b.first) {
    if (a.last == b.last) return Allen::FinishedBy;
    return a.last < b.last ? Allen::Overlaps : Allen::Contains;
  }
  if (a.first == b.first) {
    if (a.last == b.last) return Allen::Equals;
    return a.last < b.last ? Allen::Starts : Allen::StartedBy;
  }
  if (a.last == b.last) return Allen::Finishes;
  return a.last < b.last ? Allen::During : Allen::OverlappedBy;
}

AllenSet possible_relations(const Readings& a, const Readings& b) {
  AllenSet result;
  const Range a_first{number(a.first_earliest), number(a.first_latest)};
  const Range b_first{number(b.first_earliest), number(b.first_latest)};
  for (const auto& a_last : last_ranges(a)) {
    for (const auto& b_last : last_ranges(b)) {
      if (!a_last || !b_last) continue;
      for (std::size_t i = 0; i < allen_count; ++i) {
        if (feasible({a_first, *a_last, b_first, *b_last}, constraints[i])) result.set(i);
      }
    }
  }
  return result;
}

std::optional<Allen> certain_relation(const Readings& a, const Readings& b) {
  const AllenSet possible = possible_relations(a, b);
  if (possible.count() != 1) return std::nullopt;
  std::size_t i = 0;
  while (!possible.test(i)) ++i;
  return static_cast<Allen>(i);
}

}  // namespace entente
