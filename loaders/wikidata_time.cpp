#include "loaders/wikidata_time.hpp"

#include <fmt/format.h>

#include <charconv>
#include <cstdint>

namespace entente::detail {

namespace {

constexpr int day_precision = 11, month_precision = 10, year_precision = 9, decade_precision = 8;
constexpr int century_precision = 7, millennium_precision = 6;

/// What the text says, digit by digit; nothing is checked against a calendar yet.
struct Written {
  bool before_christ;
  std::int64_t year;  ///< without sign
  unsigned month, day;
};

Written take_apart(std::string_view time) {
  const auto bad = [&] { return BadTime{fmt::format("\"{}\" is no time of Wikidata", time)}; };
  if (time.empty()) throw bad();
  Written written{time.front() == '-', 0, 0, 0};
  std::string_view rest = time;
  if (rest.front() == '+' || rest.front() == '-') rest.remove_prefix(1);
  const auto number = [&](auto& into, char end) {
    const auto [stop, error] = std::from_chars(rest.data(), rest.data() + rest.size(), into);
    if (error != std::errc() || stop == rest.data()) throw bad();
    rest.remove_prefix(static_cast<std::size_t>(stop - rest.data()));
    if (rest.empty() ? end != '\0' : rest.front() != end && end != '\0') throw bad();
    if (!rest.empty()) rest.remove_prefix(1);
  };
  number(written.year, '-');
  number(written.month, '-');
  number(written.day, '\0');
  constexpr std::int64_t most = 99'999'999'999'999;  // EDTF's 15 digits, with room for a block around it
  if (written.year > most || written.year < 0) throw bad();
  return written;
}

std::int64_t astronomical(const Written& written) {
  return written.before_christ ? 1 - written.year : written.year;
}

Date qualified(const Date& date, char mark) { return mark == '\0' ? date : Date::parse(date.text() + mark); }

/// Closed, in years.
Date years(std::int64_t first, std::int64_t last) {
  return Date::parse(fmt::format("[{}..{}]", Date::of_year(first).text(), Date::of_year(last).text()));
}

/// The block of `length` years that the year belongs to; before Christ they are counted away from his birth.
Date block(const Written& written, std::int64_t length, std::int64_t begins_with) {
  const std::int64_t number = (written.year - begins_with) / length;
  const std::int64_t near = number * length + begins_with, far = near + length - 1;
  if (!written.before_christ) return years(near, far);
  return years(1 - far, 1 - near);
}

Date decade(const Written& written, char mark) {
  if (written.before_christ || written.year > 9999) return block(written, 10, 0);
  return qualified(Date::parse(fmt::format("{:03}X", written.year / 10)), mark);
}

/// Years ago in powers of ten: the text is rounded to them.
Date around(const Written& written, int precision) {
  std::int64_t length = 1;
  for (int i = precision; i < year_precision; ++i) length *= 10;
  const std::int64_t year = astronomical(written);
  return years(year - length / 2, year + length / 2);
}

std::int64_t floor_div(std::int64_t a, std::int64_t b) { return a / b - (a % b < 0 ? 1 : 0); }

/// The day of the Julian calendar as the same day of ours. Richards, "Mapping time", by way of the Julian day
/// number.
Day of_julian(std::int64_t year, unsigned month, unsigned day) {
  const std::int64_t a = month <= 2 ? 1 : 0;
  const std::int64_t y = year + 4800 - a, m = month + 12 * a - 3;
  const std::int64_t julian_day = day + (153 * m + 2) / 5 + 365 * y + floor_div(y, 4) - 32083;
  constexpr std::int64_t julian_day_of_1970 = 2440588;
  return Day(julian_day - julian_day_of_1970);
}

unsigned days_in_julian_month(std::int64_t year, unsigned month) {
  if (month == 2) return floor_div(year, 4) * 4 == year ? 29 : 28;
  return days_in_month(2001, month);
}

}  // namespace

WikidataDate read_wikidata_time(const WikidataTime& time, char mark) {
  const Written written = take_apart(time.time);
  const std::int64_t year = astronomical(written);
  if (written.year == 0) throw BadTime{"there is no year 0"};
  if (time.precision < 0 || time.precision > 14) {
    throw BadTime{fmt::format("{} is no precision", time.precision)};
  }
  if (time.precision < millennium_precision) return {around(written, time.precision), false};
  if (time.precision == millennium_precision) return {block(written, 1000, 1), false};
  if (time.precision == century_precision) return {block(written, 100, 1), false};
  if (time.precision == decade_precision) return {decade(written, mark), false};

  // Month 00 and day 00 say that they are not known, whatever the precision claims. EDTF has months in years
  // of four digits only.
  const bool has_month = time.precision >= month_precision && written.month != 0 && written.year < 9999;
  const bool has_day = time.precision >= day_precision && has_month && written.day != 0;
  const bool coarser =
      (time.precision >= month_precision && !has_month) || (time.precision >= day_precision && !has_day);
  if (!has_month) return {qualified(Date::of_year(year), mark), coarser};
  if (written.month > 12) throw BadTime{fmt::format("there is no month {}", written.month)};
  if (!has_day) return {qualified(Date::of_month(year, written.month), mark), coarser};
  const bool julian = time.calendar.ends_with("Q1985786");
  const unsigned length =
      julian ? days_in_julian_month(year, written.month) : days_in_month(year, written.month);
  if (written.day > length) {
    throw BadTime{fmt::format("there is no day {} in month {} of that year", written.day, written.month)};
  }
  const Day day = julian ? of_julian(year, written.month, written.day)
                         : Day::from_civil({year, written.month, written.day});
  return {qualified(Date::of_day(day), mark), coarser};
}

}  // namespace entente::detail
