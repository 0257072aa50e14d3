#include "loaders/article/calendar_words.hpp"

#include <charconv>

#include "graph/day.hpp"

namespace entente::detail {

unsigned month_of(const Token& t) {
  if (!t.is(WordClass::Month) || !t.capital) return 0;
  for (unsigned i = 0; i < 12; ++i)
    if (t.lower.substr(0, 3) == month_names[i]) return i + 1;
  return 0;
}

unsigned season_of(const Token& t) {
  if (t.is("spring")) return 21;
  if (t.is("summer")) return 22;
  if (t.is("autumn") || t.is("fall")) return 23;
  if (t.is("winter")) return 24;
  return 0;
}

/// The value of a token of digits alone; 0 digits allowed after it: "st", "nd", "rd", "th".
std::optional<std::int64_t> number_of(const Token& t, bool ordinal_allowed) {
  if (t.kind != TokenKind::Number || t.lower.size() > 6) return std::nullopt;
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(t.lower.data(), t.lower.data() + t.lower.size(), value);
  if (error != std::errc()) return std::nullopt;
  const auto rest = t.lower.substr(static_cast<std::size_t>(end - t.lower.data()));
  if (rest.empty()) return value;
  if (ordinal_allowed && (rest == "st" || rest == "nd" || rest == "rd" || rest == "th")) return value;
  return std::nullopt;
}

std::optional<int> small_number(const Token& t) {
  if (t.kind == TokenKind::Word) {
    if (t.is("a") || t.is("an")) return 1;
    if (!t.is(WordClass::NumberWord)) return std::nullopt;  // as all of the words below are
  }
  static constexpr std::array<std::string_view, 21> words = {
      "zero",     "one",     "two",     "three",     "four",     "five",     "six",
      "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",   "thirteen",
      "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"};
  static constexpr std::array<std::string_view, 4> tens = {"thirty", "forty", "fifty", "sixty"};
  for (std::size_t i = 0; i < tens.size(); ++i)
    if (t.is(tens[i])) return static_cast<int>(30 + 10 * i);
  for (std::size_t i = 1; i < words.size(); ++i)
    if (t.is(words[i])) return static_cast<int>(i);
  if (const auto n = number_of(t); n && *n < 200) return static_cast<int>(*n);
  return std::nullopt;
}

std::optional<int> ordinal_number(const Token& t) {
  if (t.kind == TokenKind::Word && !t.is(WordClass::Ordinal))
    return t.is("twenty-first") ? std::optional<int>(21) : std::nullopt;
  static constexpr std::array<std::string_view, 21> words = {
      "",           "first",     "second",    "third",       "fourth",     "fifth",      "sixth",
      "seventh",    "eighth",    "ninth",     "tenth",       "eleventh",   "twelfth",    "thirteenth",
      "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth"};
  for (std::size_t i = 1; i < words.size(); ++i)
    if (t.is(words[i])) return static_cast<int>(i);
  if (t.kind == TokenKind::Number && !number_of(t))
    if (const auto n = number_of(t, true)) return static_cast<int>(*n);
  return std::nullopt;
}

CalendarValue shifted_days(const CalendarValue& v, std::int64_t days) {
  const Day day = Day::from_civil({v.year, v.month, v.day});
  const CivilDay c = Day{day.number() + days}.civil();
  return {c.year, c.month, c.day, 0, false};
}

CalendarValue shifted_months(const CalendarValue& v, std::int64_t months) {
  const std::int64_t total = v.year * 12 + static_cast<std::int64_t>(v.month) - 1 + months;
  const std::int64_t year = total >= 0 ? total / 12 : -((11 - total) / 12);
  return {year, static_cast<unsigned>(total - year * 12) + 1, 0, 0, false};
}

std::string CalendarValue::edtf() const {
  const bool before_zero = year < 0;
  std::string digits = std::to_string(before_zero ? -year : year);
  digits.insert(0, digits.size() < 4 ? 4 - digits.size() : 0, '0');
  for (unsigned i = 0; i < unspecified && i < digits.size(); ++i) digits[digits.size() - 1 - i] = 'X';
  std::string text = (before_zero ? "-" : "") + digits;
  const auto two = [](unsigned n) { return std::string(n < 10 ? "0" : "") + std::to_string(n); };
  if (month != 0) text += "-" + two(month);
  if (day != 0) text += "-" + two(day);
  if (approximate) text += "~";
  return text;
}

std::string DateMention::edtf() const { return until ? value.edtf() + "/" + until->edtf() : value.edtf(); }

std::optional<CalendarValue> date_line(std::string_view text, const Lexicon& lexicon) {
  if (text.size() > 80) return std::nullopt;
  Tokens tokens;
  tokenize(text, {0, text.size()}, lexicon, tokens);
  DateContext none;
  std::vector<DateMention> dates;
  find_dates(tokens.list, none, dates);
  for (const auto& d : dates)
    if (d.value.day != 0 && d.value.unspecified == 0) return d.value;
  return std::nullopt;
}

bool shifted(const CalendarValue& anchor, std::string_view unit, int by, CalendarValue& v) {
  if (unit == "year" || unit == "years")
    v = {anchor.year + by, 0, 0, 0, anchor.approximate};
  else if (unit == "decade" || unit == "decades")
    v = {anchor.year + 10 * by, 0, 0, 0, true};
  else if ((unit == "month" || unit == "months") && anchor.month >= 1 && anchor.month <= 12)
    v = shifted_months(anchor, by);
  else if ((unit == "day" || unit == "days") && anchor.day != 0)
    v = shifted_days(anchor, by);
  else if ((unit == "fortnight" || unit == "fortnights") && anchor.day != 0)
    v = shifted_days(anchor, 14 * by);
  else if ((unit == "week" || unit == "weeks") && anchor.day != 0)
    v = shifted_days(anchor, 7 * by);
  else
    return false;
  return true;
}

}  // namespace entente::detail
