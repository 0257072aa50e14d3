#pragma once
// Days along a line, and round dates on it: months of a year, or centuries.

#include <string>
#include <vector>

#include "graph/day.hpp"

namespace entente {

struct Tick {
  Day day;
  std::string label;  ///< `1994`, `Mar 1994`, `477 BC`; empty: a mark without a name
};

class TimeAxis {
 public:
  /// The first day begins at `left`, the last ends at `right`. REQUIRES: left < right.
  TimeAxis(const Period& period, double left, double right);

  [[nodiscard]] const Period& period() const noexcept { return period_; }
  [[nodiscard]] double left() const noexcept { return left_; }
  [[nodiscard]] double right() const noexcept { return right_; }

  /// Where a day begins; days before or after the period are at its ends.
  [[nodiscard]] double begin_of(Day day) const noexcept;
  [[nodiscard]] double end_of(Day day) const noexcept;

  /// Round dates, each with a label, so far apart that their labels (at `size` points) stay apart. At least
  /// one.
  [[nodiscard]] std::vector<Tick> ticks(double size) const;

 private:
  [[nodiscard]] double at(std::int64_t day_number) const noexcept;
  Period period_;
  double left_, right_;
};

/// A year as people write it: `1994`, `477 BC`.
[[nodiscard]] std::string year_label(std::int64_t year);

}  // namespace entente
