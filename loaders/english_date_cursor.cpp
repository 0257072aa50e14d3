#include "loaders/english_date_cursor.hpp"

#include <algorithm>
#include <array>

#include "loaders/english_date_words.hpp"

namespace entente::detail {

namespace {

/// Which pairs of letters any phrase can begin with: running text is mostly other words, and those cost one
/// look at this table.
class Beginnings {
 public:
  constexpr Beginnings() {
    for (const auto& entry : month_words) add(entry.word);
    for (const auto& entry : month_abbreviations) add(entry.word);
    for (const auto& entry : weekday_words) add(entry.word);
    for (const auto& entry : weekday_abbreviations) add(entry.word);
    for (const auto& entry : season_words) add(entry.word);
    for (const auto& entry : counting_words) add(entry.word);
    for (const auto& entry : ordinal_words) add(entry.word);
    for (const auto& entry : sense_words) add(entry.word);
    for (const auto& entry : hedge_words) add(entry.word);
    for (const auto& entry : era_words) add(entry.word);
    for (const auto& entry : step_words) add(entry.word);
    for (const auto& entry : day_words) add(entry.word);
    for (const auto word : part_words) add(word);
    for (const std::string_view word : {"the", "between", "q1", "year"}) add(word);
  }
  [[nodiscard]] constexpr bool has(char first, char second) const {
    return is_letter(first) && pairs_[row(first)][column(second)];
  }

 private:
  static constexpr std::size_t row(char c) { return static_cast<std::size_t>(lower(c) - 'a'); }
  static constexpr std::size_t column(char c) { return is_letter(c) ? row(c) : 26; }
  constexpr void add(std::string_view word) {
    pairs_[row(word[0])][column(word.size() > 1 ? word[1] : ' ')] = true;
  }
  std::array<std::array<bool, 27>, 26> pairs_{};
};
constexpr Beginnings beginnings;

}  // namespace

bool EnglishCursor::letters_begin_phrase() const { return beginnings.has(peek(), peek(1)); }

bool EnglishCursor::in_word(std::size_t at) const {
  if (at >= text_.size()) return false;
  const char c = text_[at];
  if (is_letter(c) || is_digit(c) || c == '_') return true;
  if (static_cast<unsigned char>(c) < 0x80) return false;
  const std::string_view rest = text_.substr(at);
  return !rest.starts_with("\xE2\x80") && !rest.starts_with("\xC2\xA0") && !rest.starts_with("\xC2\xBB");
}

bool EnglishCursor::may_begin() const {
  if (at_ >= text_.size()) return false;
  if (at_ > 0 && in_word(at_ - 1)) return false;
  const char c = text_[at_];
  if (!is_digit(c)) return letters_begin_phrase();
  if (at_ == 0) return true;
  // Not inside a number, an amount or a code: 3.1999, $1999, F-16, 2/1999.
  const char before = text_[at_ - 1];
  if (before == '$' || before == '#' || before == '+') return false;
  if (at_ >= 2 && (text_.substr(at_ - 2, 2) == "\xC2\xA3" || text_.substr(at_ - 2, 2) == "\xC2\xA5"))
    return false;
  if (at_ >= 3 && text_.substr(at_ - 3, 3) == "\xE2\x82\xAC") return false;
  const bool joint = before == '.' || before == ',' || before == ':' || before == '/' || before == '-';
  return !(joint && at_ >= 2 && in_word(at_ - 2));
}

bool EnglishCursor::skip_blanks() {
  const std::size_t begin = at_;
  bool line_break = false;
  while (at_ < text_.size()) {
    const char c = text_[at_];
    if (c == '\n') {
      if (line_break) {
        at_ = begin;
        return false;
      }
      line_break = true;
      ++at_;
    } else if (c == ' ' || c == '\t' || c == '\r') {
      ++at_;
    } else if (follows("\xC2\xA0")) {
      at_ += 2;
    } else if (follows("\xE2\x80\xAF")) {
      at_ += 3;
    } else {
      break;
    }
  }
  return at_ != begin;
}

/// The words of `entry`, in any case, up to the end of a word.
bool EnglishCursor::take_here(std::string_view entry) {
  const std::size_t begin = at_;
  for (const char expected : entry) {
    const bool same =
        expected == ' ' ? skip_blanks() : lower(peek()) == lower(expected) && at_ < text_.size();
    if (!same) {
      at_ = begin;
      return false;
    }
    if (expected != ' ') ++at_;
  }
  if (is_letter(entry.back()) &&
      (in_word(at_) || (follows("-") && is_letter(peek(1)) && !mid_hyphen(entry)))) {
    at_ = begin;
    return false;
  }
  return true;
}

bool EnglishCursor::mid_hyphen(std::string_view entry) {
  return entry == "mid" || entry == "early" || entry == "late";
}

bool EnglishCursor::word_before(std::size_t at, std::string_view word) const {
  std::size_t last = at;
  while (last > 0 && (text_[last - 1] == ' ' || text_[last - 1] == '.')) --last;
  if (last == at || last < word.size()) return false;
  const std::size_t first = last - word.size();
  return (first == 0 || !in_word(first - 1)) &&
         std::equal(word.begin(), word.end(), text_.begin() + static_cast<std::ptrdiff_t>(first),
                    [](char a, char b) { return a == lower(b); });
}

bool EnglishCursor::take(std::string_view entry) {
  const std::size_t begin = at_;
  skip_blanks();
  if (take_here(entry)) return true;
  at_ = begin;
  return false;
}

bool EnglishCursor::take_char(char c) {
  if (peek() != c) return false;
  ++at_;
  return true;
}

std::optional<Number> EnglishCursor::digits_here() {
  Number number;
  while (is_digit(peek(number.digits)) && number.digits < 7) {
    number.value = number.value * 10 + (peek(number.digits) - '0');
    ++number.digits;
  }
  if (number.digits == 0 || number.digits > 6) return std::nullopt;
  at_ += number.digits;
  return number;
}

bool EnglishCursor::number_goes_on() const {
  const char c = peek();
  if (in_word(at_) || c == '%') return true;
  return (c == ',' || c == '.' || c == ':') && is_digit(peek(1));
}

std::optional<Number> EnglishCursor::number() {
  const std::size_t begin = at_;
  skip_blanks();
  const auto result = digits_here();
  if (result && !number_goes_on()) return result;
  at_ = begin;
  return std::nullopt;
}

unsigned EnglishCursor::day_number() {
  const std::size_t begin = at_;
  skip_blanks();
  const auto value = digits_here();
  if (value && value->digits <= 2 && value->value >= 1 && value->value <= 31) {
    for (const std::string_view suffix : {"st", "nd", "rd", "th"}) {
      if (take_here(suffix)) return static_cast<unsigned>(value->value);
    }
    if (!number_goes_on()) return static_cast<unsigned>(value->value);
  }
  at_ = begin;
  return 0;
}

unsigned EnglishCursor::month_name() { return capitalised(month_words, month_abbreviations); }

unsigned EnglishCursor::weekday_name() { return capitalised(weekday_words, weekday_abbreviations); }

bool EnglishCursor::dash_here() {
  for (const std::string_view dash : {"\xE2\x80\x93", "\xE2\x80\x94", "\xE2\x80\x91", "\xE2\x80\x90", "-"}) {
    if (!follows(dash)) continue;
    at_ += dash.size();
    return true;
  }
  return false;
}

}  // namespace entente::detail
