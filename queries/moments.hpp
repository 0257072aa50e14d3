#pragma once
// Days on which something holds, and days on which several things hold together, as closed periods.

#include <span>
#include <vector>

#include "queries/scope.hpp"

namespace entente {

/// Sorted, disjoint and not adjacent.
using Periods = std::vector<Period>;

[[nodiscard]] Periods unite(Periods a, const Periods& b);
[[nodiscard]] Periods intersect(const Periods& a, const Periods& b);
[[nodiscard]] bool covers(const Periods& periods, const Period& period) noexcept;

/// The days on which the status is at least `least`: one period or none. On a single day Part is Certain, so
/// Part asks for no more than Presumed.
[[nodiscard]] Periods days_of(const Readings& readings, Status least);

/// The days on which several ties all hold: certainly; if no open end came; in some reading.
struct Moments {
  Periods certain;
  Periods presumed;            ///< includes the certain ones
  Periods possible;            ///< includes the presumed ones
  Status status = Status::No;  ///< of "they all held at once" over the period asked about
  friend bool operator==(const Moments&, const Moments&) = default;
};

/// Of ties that are independent of one another. The status is exact, by Helly's theorem on the line: periods
/// share a day when every two of them do. O(n²). REQUIRES: not empty.
[[nodiscard]] Moments shared_moments(std::span<const Readings> ties, const Period& period);

}  // namespace entente
