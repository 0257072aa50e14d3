#include "graph/day.hpp"

#include <fmt/format.h>

#include <charconv>

namespace entente {

namespace {

constexpr std::int64_t days_per_era = 146097;  // 400 years
constexpr std::int64_t epoch_shift = 719468;   // days from 0000-03-01 to 1970-01-01

constexpr std::int64_t floor_div(std::int64_t a, std::int64_t b) { return a / b - (a % b < 0 ? 1 : 0); }

bool leap(std::int64_t year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

}  // namespace

unsigned days_in_month(std::int64_t year, unsigned month) noexcept {
  constexpr unsigned days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && leap(year) ? 29 : days[month - 1];
}

// https://howardhinnant.github.io/date_algorithms.html, days_from_civil and civil_from_days: the year is
// taken to begin on 1 March, so that the leap day is its last.
Day Day::from_civil(const CivilDay& civil) noexcept {
  const std::int64_t year = civil.year - (civil.month <= 2 ? 1 : 0);
  const std::int64_t era = floor_div(year, 400);
  const std::int64_t year_of_era = year - era * 400;
  const std::int64_t day_of_year = (153 * (civil.month + (civil.month > 2 ? -3 : 9)) + 2) / 5 + civil.day - 1;
  const std::int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return Day{era * days_per_era + day_of_era - epoch_shift};
}

CivilDay Day::civil() const noexcept {
  const std::int64_t shifted = number_ + epoch_shift;
  const std::int64_t era = floor_div(shifted, days_per_era);
  const std::int64_t day_of_era = shifted - era * days_per_era;
  const std::int64_t year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const std::int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int64_t month_from_march = (5 * day_of_year + 2) / 153;
  const auto day = static_cast<unsigned>(day_of_year - (153 * month_from_march + 2) / 5 + 1);
  const auto month =
      static_cast<unsigned>(month_from_march < 10 ? month_from_march + 3 : month_from_march - 9);
  return {year_of_era + era * 400 + (month <= 2 ? 1 : 0), month, day};
}

std::optional<Day> Day::parse(std::string_view text) noexcept {
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto number = [&](std::size_t from, std::size_t length) -> std::optional<unsigned> {
    unsigned value = 0;
    const char* last = text.data() + from + length;
    const auto [end, error] = std::from_chars(text.data() + from, last, value);
    if (error != std::errc{} || end != last) return std::nullopt;
    return value;
  };
  const auto year = number(0, 4), month = number(5, 2), day = number(8, 2);
  if (!year || !month || !day || (negative && *year == 0)) return std::nullopt;
  const std::int64_t signed_year = negative ? -std::int64_t{*year} : std::int64_t{*year};
  if (*month < 1 || *month > 12 || *day < 1 || *day > days_in_month(signed_year, *month)) return std::nullopt;
  return from_civil({signed_year, *month, *day});
}

std::string Day::to_string() const {
  const CivilDay c = civil();
  if (c.year > 9999) return fmt::format("+{}-{:02}-{:02}", c.year, c.month, c.day);
  if (c.year < 0) return fmt::format("-{:04}-{:02}-{:02}", -c.year, c.month, c.day);
  return fmt::format("{:04}-{:02}-{:02}", c.year, c.month, c.day);
}

}  // namespace entente
