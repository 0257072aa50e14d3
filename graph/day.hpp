#pragma once
// One civil day, and a closed run of days. Everything that Entente computes about time is computed on these
// two; how a source wrote a date is kept beside them, in graph/date.hpp.

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace entente {

/// A calendar date of the proleptic Gregorian calendar. Year 0 is 1 BC, -1 is 2 BC (astronomical years).
struct CivilDay {
  std::int64_t year = 1970;
  unsigned month = 1;  ///< 1 … 12
  unsigned day = 1;    ///< 1 … 31
  friend constexpr auto operator<=>(const CivilDay&, const CivilDay&) = default;
};

/// A day, counted from 1970-01-01 (day 0). No time zone. 64 bits, since EDTF years reach far beyond
/// std::chrono's.
class Day {
 public:
  constexpr explicit Day(std::int64_t number) noexcept : number_(number) {}

  /// REQUIRES: `civil` exists in the calendar (see days_in_month). O(1); Hinnant, "chrono-compatible date
  /// algorithms".
  [[nodiscard]] static Day from_civil(const CivilDay& civil) noexcept;

  /// Reads exactly `YYYY-MM-DD` (or `-YYYY-MM-DD`); nothing for anything else.
  [[nodiscard]] static std::optional<Day> parse(std::string_view text) noexcept;

  /// Days since 1970-01-01, negative before it.
  [[nodiscard]] constexpr std::int64_t number() const noexcept { return number_; }
  [[nodiscard]] CivilDay civil() const noexcept;

  /// `YYYY-MM-DD`; years outside 0000 … 9999 as ISO 8601 expands them (`-0477-01-01`, `+12000-01-01`).
  [[nodiscard]] std::string to_string() const;

  [[nodiscard]] constexpr Day next() const noexcept { return Day{number_ + 1}; }
  [[nodiscard]] constexpr Day previous() const noexcept { return Day{number_ - 1}; }

  friend constexpr auto operator<=>(Day, Day) = default;

 private:
  std::int64_t number_;
};

/// Days in a month of the proleptic Gregorian calendar. REQUIRES: 1 <= month <= 12.
[[nodiscard]] unsigned days_in_month(std::int64_t year, unsigned month) noexcept;

/// A closed run of days: both ends belong to it. REQUIRES: first <= last.
struct Period {
  Day first;
  Day last;

  [[nodiscard]] constexpr bool contains(Day day) const noexcept { return first <= day && day <= last; }
  [[nodiscard]] constexpr bool overlaps(const Period& other) const noexcept {
    return first <= other.last && other.first <= last;
  }
  friend constexpr bool operator==(const Period&, const Period&) = default;
};

}  // namespace entente
