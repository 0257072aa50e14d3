#pragma once
// Dates exactly as precise as their source: Extended Date/Time Format (EDTF), ISO 8601-2:2019.
//
//   Date d = Date::parse("2012-06");       // a month
//   d.earliest(), d.latest();              // 2012-06-01, 2012-06-30
//   Edtf e = parse_edtf("2006/..");        // an interval with an open end
//   to_string(e) == "2006/.."              // printing is the identity
//
// Levels 0 and 1 complete; of level 2: qualified components, masked digits anywhere, sets, exponential years,
// significant digits and seasons beyond 24. The grammar is documented in docs/formats/edtf.md.

#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "graph/day.hpp"

namespace entente {

/// One date: a pair of days, earliest and latest, and how it was written.
///
/// There is no operator<: of two coarse dates one asks whether one *certainly* or *possibly* precedes the
/// other. Qualifiers (`?`, `~`, `%`) are kept and can be asked for; they do not move the two days.
class Date {
 public:
  /// Throws Error{InvalidDate} with the column of the first wrong character. Strict: no blanks, no other
  /// notation.
  [[nodiscard]] static Date parse(std::string_view edtf);
  /// As parse, but nothing where parse throws.
  [[nodiscard]] static std::optional<Date> try_parse(std::string_view edtf) noexcept;

  [[nodiscard]] static Date of_day(Day day);
  [[nodiscard]] static Date of_month(std::int64_t year, unsigned month);
  [[nodiscard]] static Date of_year(std::int64_t year);
  /// The narrowest plain date (day, month, year) that is exactly this period, else the set `[first..last]`.
  [[nodiscard]] static Date of_period(const Period& period);

  [[nodiscard]] Day earliest() const noexcept { return period_.first; }
  [[nodiscard]] Day latest() const noexcept { return period_.last; }
  [[nodiscard]] const Period& period() const noexcept { return period_; }
  [[nodiscard]] bool is_day() const noexcept { return period_.first == period_.last; }

  /// `~` or `%` stands somewhere in it.
  [[nodiscard]] bool approximate() const noexcept;
  /// `?` or `%` stands somewhere in it.
  [[nodiscard]] bool uncertain() const noexcept;

  /// The EDTF text, as it was parsed.
  [[nodiscard]] const std::string& text() const noexcept { return text_; }

  /// Equal when written the same.
  friend bool operator==(const Date& a, const Date& b) noexcept { return a.text_ == b.text_; }

 private:
  Date(Period period, std::string text) : period_(period), text_(std::move(text)) {}
  Period period_;
  std::string text_;
};

/// Every day of `a` precedes every day of `b`.
[[nodiscard]] bool certainly_before(const Date& a, const Date& b) noexcept;
/// Some day of `a` precedes some day of `b`.
[[nodiscard]] bool possibly_before(const Date& a, const Date& b) noexcept;
/// Some day belongs to both.
[[nodiscard]] bool compatible(const Date& a, const Date& b) noexcept;

/// An end of an interval that is left blank in EDTF: there is such a day, nobody says which.
struct Unknown {
  friend constexpr bool operator==(Unknown, Unknown) = default;
};
/// An end written `..`: open, it has not come.
struct Open {
  friend constexpr bool operator==(Open, Open) = default;
};

/// An EDTF interval, `start/end`.
struct DateInterval {
  using End = std::variant<Date, Unknown, Open>;
  End start;
  End end;
  friend bool operator==(const DateInterval&, const DateInterval&) = default;
};

/// Any EDTF expression: a date or an interval.
using Edtf = std::variant<Date, DateInterval>;

/// Throws Error{InvalidDate} with the column; Error{InvertedInterval} when the end certainly precedes the
/// start.
[[nodiscard]] Edtf parse_edtf(std::string_view text);
[[nodiscard]] std::optional<Edtf> try_parse_edtf(std::string_view text) noexcept;

/// The text it was parsed from.
[[nodiscard]] std::string to_string(const Edtf& edtf);

/// First and last day that an expression speaks of; nothing where that end is open or unknown.
[[nodiscard]] std::optional<Day> earliest(const Edtf& edtf) noexcept;
[[nodiscard]] std::optional<Day> latest(const Edtf& edtf) noexcept;
/// From the earliest to the latest; of an expression with one end, that end alone; nothing of one without
/// any.
[[nodiscard]] std::optional<Period> hull(const Edtf& edtf) noexcept;

}  // namespace entente
