#include "graph/edtf_parser.hpp"

#include <algorithm>
#include <array>

namespace entente::detail {

namespace {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_qualifier(char c) { return c == '?' || c == '~' || c == '%'; }

/// Digits of a component, most significant first; a masked one (`X`) is -1.
template <std::size_t N>
struct Digits {
  std::array<signed char, N> digit{};

  [[nodiscard]] bool masked() const { return std::find(digit.begin(), digit.end(), -1) != digit.end(); }
  [[nodiscard]] unsigned filled_with(int mask) const {
    unsigned value = 0;
    for (const signed char d : digit) value = value * 10 + static_cast<unsigned>(d < 0 ? mask : d);
    return value;
  }
  [[nodiscard]] unsigned least() const { return filled_with(0); }
  [[nodiscard]] unsigned greatest() const { return filled_with(9); }
  [[nodiscard]] bool matches(unsigned value) const {
    for (std::size_t i = N; i-- > 0; value /= 10) {
      if (digit[i] >= 0 && static_cast<unsigned>(digit[i]) != value % 10) return false;
    }
    return value == 0;
  }
};

/// Year, month and day as written, each digit known or masked.
struct Pattern {
  bool negative = false;
  Digits<4> year;
  std::optional<Digits<2>> month;
  std::optional<Digits<2>> day;
};

Period years(std::int64_t first, std::int64_t last) {
  return {Day::from_civil({first, 1, 1}), Day::from_civil({last, 12, 31})};
}

/// The months `from` to `to` of a year, `to` counted from the same January (14: February of the next year).
Period months(std::int64_t year, unsigned from, unsigned to) {
  const std::int64_t last_year = year + (to > 12 ? 1 : 0);
  const unsigned last_month = to > 12 ? to - 12 : to;
  return {Day::from_civil({year, from, 1}),
          Day::from_civil({last_year, last_month, days_in_month(last_year, last_month)})};
}

/// What stands for a month from 21 on: ISO 8601-2:2019, 4.8. Seasons are meteorological; 21 to 24 are read as
/// in the northern hemisphere (docs/formats/edtf.md).
struct Division {
  unsigned from, to;
};
constexpr unsigned first_division = 21;
constexpr std::array<Division, 21> divisions{{
    {3, 5},  {6, 8},   {9, 11}, {12, 14},  // 21 … 24 spring, summer, autumn, winter
    {3, 5},  {6, 8},   {9, 11}, {12, 14},  // 25 … 28 the same, northern hemisphere
    {9, 11}, {12, 14}, {3, 5},  {6, 8},    // 29 … 32 the same, southern hemisphere
    {1, 3},  {4, 6},   {7, 9},  {10, 12},  // 33 … 36 quarters
    {1, 4},  {5, 8},   {9, 12},            // 37 … 39 thirds
    {1, 6},  {7, 12},                      // 40, 41 halves
}};

/// The first (or last) day of the year that fits month and day, both given.
std::optional<Day> day_in_year(const Pattern& pattern, std::int64_t year, bool last) {
  for (unsigned i = 1; i <= 12; ++i) {
    const unsigned month = last ? 13 - i : i;
    if (!pattern.month->matches(month)) continue;
    const unsigned length = days_in_month(year, month);
    for (unsigned j = 1; j <= length; ++j) {
      const unsigned day = last ? length + 1 - j : j;
      if (pattern.day->matches(day)) return Day::from_civil({year, month, day});
    }
  }
  return std::nullopt;
}

std::optional<Day> extreme_day(const Pattern& pattern, std::int64_t first, std::int64_t last, bool latest) {
  for (std::int64_t i = first; i <= last; ++i) {
    const std::int64_t year = latest ? last - (i - first) : i;
    if (!pattern.year.matches(static_cast<unsigned>(year < 0 ? -year : year))) continue;
    if (const auto day = day_in_year(pattern, year, latest)) return day;
  }
  return std::nullopt;
}

/// A cursor that remembers the first failure.
class Reader {
 public:
  Reader(std::string_view text, std::size_t offset) : text_(text), offset_(offset) {}

  [[nodiscard]] const EdtfFailure& failure() const { return failure_; }

  std::optional<Period> whole() {
    const std::optional<Period> period = peek() == '[' || peek() == '{' ? set() : date(true);
    if (period && at_ != text_.size()) return fail(after_the_end());
    return period;
  }

 private:
  [[nodiscard]] char peek(std::size_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
  }
  bool take(char c) {
    if (at_ >= text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }
  bool take_qualifier() {
    if (!is_qualifier(peek())) return false;
    ++at_;
    return true;
  }
  std::nullopt_t fail(const char* reason) { return fail(reason, at_); }
  std::nullopt_t fail(const char* reason, std::size_t at, ErrorCode code = ErrorCode::InvalidDate) {
    failure_ = {code, offset_ + at + 1, reason};
    return std::nullopt;
  }

  [[nodiscard]] const char* after_the_end() const {
    const char c = peek();
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r') return "blanks do not belong in a date";
    if (is_qualifier(c)) return "a second qualifier for the same component";
    return "the date should end here";
  }

  template <std::size_t N>
  std::optional<Digits<N>> digits(const char* expected) {
    Digits<N> result;
    for (signed char& digit : result.digit) {
      const char c = peek();
      if (c == 'x') return fail("a masked digit is written as capital X");
      if (!is_digit(c) && c != 'X') return fail(expected);
      digit = static_cast<signed char>(c == 'X' ? -1 : c - '0');
      ++at_;
    }
    return result;
  }

  /// A component with at most one qualifier, before it (it alone is meant) or after it (with all to its
  /// left).
  template <std::size_t N>
  std::optional<Digits<N>> component(const char* expected, std::size_t& begin) {
    const bool before = take_qualifier();
    begin = at_;
    const auto result = digits<N>(expected);
    const bool after = result && !before && take_qualifier();
    qualified_ = qualified_ || before || after;
    return result;
  }

  std::optional<Period> date(bool time_allowed) {
    if (peek() == 'Y') return long_year();
    qualified_ = false;
    Pattern pattern;
    const bool before = take_qualifier();
    const std::size_t begin = at_;
    pattern.negative = take('-');
    const auto year = digits<4>("a year of four digits is expected");
    if (!year) return std::nullopt;
    pattern.year = *year;
    if (pattern.negative && year->greatest() == 0) return fail("the year zero is written 0000", begin);
    if (peek() == 'S') return significant_year(pattern, before);
    qualified_ = before || take_qualifier();
    if (!take('-')) return days_of(pattern, begin, begin);

    std::size_t month_begin = at_;
    pattern.month = component<2>("a month of two digits is expected", month_begin);
    if (!pattern.month) return std::nullopt;
    if (!pattern.month->masked() && pattern.month->least() >= first_division) {
      return division(pattern, month_begin);
    }
    std::size_t day_begin = month_begin;
    if (take('-')) {
      pattern.day = component<2>("a day of two digits is expected", day_begin);
      if (!pattern.day) return std::nullopt;
    }
    const auto period = days_of(pattern, month_begin, day_begin);
    if (period && pattern.day && peek() == 'T') {
      if (!time_allowed) return fail("a time of day does not belong in a set");
      if (qualified_ || !(period->first == period->last)) {
        return fail("a time of day needs a plain, complete date");
      }
      if (!time()) return std::nullopt;
    }
    return period;
  }

  /// The years that fit, as a closed range of signed years.
  static std::pair<std::int64_t, std::int64_t> year_range(const Pattern& pattern) {
    const std::int64_t least = pattern.year.least(), greatest = pattern.year.greatest();
    // -000X has no year zero: -0000 is not a year.
    if (pattern.negative) return {-greatest, -std::max<std::int64_t>(least, 1)};
    return {least, greatest};
  }

  std::optional<Period> days_of(const Pattern& pattern, std::size_t month_begin, std::size_t day_begin) {
    const auto [first, last] = year_range(pattern);
    if (!pattern.month) return years(first, last);
    unsigned from = 1, to = 12;
    while (from <= 12 && !pattern.month->matches(from)) ++from;
    while (to >= 1 && !pattern.month->matches(to)) --to;
    if (from > 12) return fail("a month is 01 to 12, a season or other part of a year 21 to 41", month_begin);
    if (!pattern.day) return Period{months(first, from, from).first, months(last, to, to).last};
    constexpr std::int64_t some_leap_year = 2000;
    if (!day_in_year(pattern, some_leap_year, false)) return fail("the month has no such day", day_begin);
    const auto earliest = extreme_day(pattern, first, last, false);
    if (!earliest) return fail("29 February in years that have none", day_begin);
    return Period{*earliest, *extreme_day(pattern, first, last, true)};
  }

  std::optional<Period> division(const Pattern& pattern, std::size_t month_begin) {
    const unsigned code = pattern.month->least();
    if (code - first_division >= divisions.size()) {
      return fail("a month is 01 to 12, a season or other part of a year 21 to 41", month_begin);
    }
    if (peek() == '-') return fail("a season or other part of a year has no days");
    const Division part = divisions[code - first_division];
    const auto [first, last] = year_range(pattern);
    return Period{months(first, part.from, part.to).first, months(last, part.from, part.to).last};
  }

  /// `Thh:mm:ss`, then nothing, `Z`, `±hh` or `±hh:mm`.
  bool time() {
    ++at_;
    if (!clock(23, "an hour is 00 to 23")) return false;
    if (!colon() || !clock(59, "a minute is 00 to 59")) return false;
    // 60: a leap second.
    if (!colon() || !clock(60, "a second is 00 to 60")) return false;
    if (take('Z')) return true;
    if (peek() != '+' && peek() != '-') return true;
    ++at_;
    if (!clock(23, "an hour is 00 to 23")) return false;
    return !take(':') || clock(59, "a minute is 00 to 59");
  }
  bool colon() {
    if (take(':')) return true;
    fail("a time of day is hh:mm:ss");
    return false;
  }
  bool clock(unsigned greatest, const char* reason) {
    if (!is_digit(peek()) || !is_digit(peek(1))) {
      fail("two digits are expected", is_digit(peek()) ? at_ + 1 : at_);
      return false;
    }
    const auto value = static_cast<unsigned>((peek() - '0') * 10 + (peek(1) - '0'));
    if (value > greatest) {
      fail(reason);
      return false;
    }
    at_ += 2;
    return true;
  }

  /// Digits without sign; nothing, with the failure set, for none and for values of `limit` and above.
  std::optional<std::int64_t> number(std::int64_t limit, const char* too_large) {
    const std::size_t begin = at_;
    std::int64_t value = 0;
    for (; is_digit(peek()); ++at_) {
      value = value * 10 + (peek() - '0');
      if (value >= limit) return fail(too_large, begin);
    }
    if (at_ == begin) return fail("digits are expected");
    return value;
  }

  /// `S` and the number of significant digits of the year `magnitude`, then perhaps a qualifier.
  std::optional<Period> significant(std::int64_t magnitude, bool negative) {
    std::int64_t unit = 1;
    if (take('S')) {
      const std::size_t begin = at_;
      const auto count = number(100, "more significant digits than the year has");
      if (!count) return std::nullopt;
      std::int64_t length = 1;
      for (std::int64_t rest = magnitude / 10; rest > 0; rest /= 10) ++length;
      if (*count == 0) return fail("at least one digit is significant", begin);
      if (*count > length) return fail("more significant digits than the year has", begin);
      for (; length > *count; --length) unit *= 10;
    }
    const std::int64_t least = magnitude / unit * unit, greatest = least + unit - 1;
    return negative ? years(-greatest, -least) : years(least, greatest);
  }

  std::optional<Period> significant_year(const Pattern& pattern, bool qualified_before) {
    if (pattern.year.masked()) return fail("significant digits need a year without masked digits");
    const auto period = significant(pattern.year.least(), pattern.negative);
    if (period && !qualified_before) take_qualifier();
    return period;
  }

  /// `Y`, a sign perhaps, a year beyond four digits, perhaps with an exponent and significant digits.
  std::optional<Period> long_year() {
    constexpr const char* too_large = "the year is beyond 15 digits";
    ++at_;
    const bool negative = take('-');
    const std::size_t begin = at_;
    if (peek() == '0') return fail("a year after Y begins with a digit other than 0");
    auto year = number(year_limit, too_large);
    if (!year) return std::nullopt;
    if (take('E')) {
      const auto exponent = number(100, too_large);
      if (!exponent) return std::nullopt;
      for (std::int64_t i = 0; i < *exponent; ++i) {
        *year *= 10;
        if (*year >= year_limit) return fail(too_large, begin);
      }
    }
    if (*year <= 9999) return fail("a year of four digits is written without Y", begin);
    const auto period = significant(*year, negative);
    if (period) take_qualifier();
    return period;
  }

  /// `[one, of, these]` or `{all, of, these}`: dates and ranges `from..to`. Its days are the hull.
  std::optional<Period> set() {
    const char close = peek() == '[' ? ']' : '}';
    ++at_;
    std::optional<Period> hull;
    do {
      if (peek() == '.') return fail("a set without a first day is written as an interval, ../to");
      std::optional<Period> element = date(false);
      if (!element) return std::nullopt;
      if (peek() == '.' && peek(1) == '.') {
        at_ += 2;
        if (peek() == close) return fail("a set without a last day is written as an interval, from/..");
        const std::size_t begin = at_;
        const auto to = date(false);
        if (!to) return std::nullopt;
        if (to->last < element->first) {
          return fail("the range ends before it begins", begin, ErrorCode::InvertedInterval);
        }
        element = Period{element->first, std::max(element->last, to->last)};
      }
      hull = hull ? Period{std::min(hull->first, element->first), std::max(hull->last, element->last)}
                  : *element;
    } while (take(','));
    if (!take(close)) {
      return fail(peek() == ' ' ? "blanks do not belong in a date"
                                : "a comma or the end of the set is expected");
    }
    return hull;
  }

  std::string_view text_;
  std::size_t offset_;
  std::size_t at_ = 0;
  bool qualified_ = false;
  EdtfFailure failure_;
};

/// `YYYY-MM-DD`, which is most of all dates, without any of what else a date may be.
std::optional<Day> plain_day(std::string_view text) noexcept {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  for (const std::size_t at : {0U, 1U, 2U, 3U, 5U, 6U, 8U, 9U}) {
    if (!is_digit(text[at])) return std::nullopt;
  }
  const auto two = [&](std::size_t at) {
    return static_cast<unsigned>((text[at] - '0') * 10 + (text[at + 1] - '0'));
  };
  const std::int64_t year = two(0) * 100 + two(2);
  const unsigned month = two(5), day = two(8);
  if (month < 1 || month > 12 || day < 1 || day > days_in_month(year, month)) return std::nullopt;
  return Day::from_civil({year, month, day});
}

}  // namespace

std::variant<Period, EdtfFailure> read_date(std::string_view text, std::size_t offset) noexcept {
  if (const auto day = plain_day(text)) return Period{*day, *day};
  Reader reader(text, offset);
  if (const auto period = reader.whole()) return *period;
  return reader.failure();
}

}  // namespace entente::detail
