#pragma once
// Intervals in the few characters that a picture has room for.

#include <string>

#include "graph/interval.hpp"

namespace entente {

/// `1994–1999`, `2006–`, `?–1999`, `1994–?`; a coarse year as `1990s` or `1998/1999`, an approximate one as
/// `c. 1999`. With `full`, the dates as they were written instead of years.
[[nodiscard]] std::string date_label(const Interval& interval, bool full = false);

/// First and last end as EDTF: a date, nothing for an unknown end, `..` for an open one.
[[nodiscard]] std::string first_text(const Interval& interval);
[[nodiscard]] std::string last_text(const Interval& interval);
/// `dated`, `unknown` (ended, nobody says when), `ongoing`, `not_stated`.
[[nodiscard]] const char* ending_of(const Interval& interval) noexcept;

}  // namespace entente
