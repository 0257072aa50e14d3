#include "loaders/english_date_phrase.hpp"

#include <algorithm>

#include "graph/day.hpp"
#include "loaders/english_date_words.hpp"

namespace entente::detail {

namespace {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr char lower(char c) { return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c; }
constexpr bool is_letter(char c) { return lower(c) >= 'a' && lower(c) <= 'z'; }

using Grain = NamedDate::Grain;

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

class PhraseReader {
 public:
  PhraseReader(std::string_view text, std::size_t at, Reading reading)
      : text_(text), at_(at), reading_(reading) {}

  std::optional<NamedPhrase> read() {
    const std::size_t begin = at_;
    if (!may_begin()) return std::nullopt;
    NamedPhrase best;
    const auto consider = [&](std::optional<NamedPhrase> phrase) {
      if (phrase && at_ - begin > best.length) {
        best = *phrase;
        best.length = at_ - begin;
      }
      at_ = begin;
    };
    consider(between());
    consider(span());
    consider(one_date());
    if (best.length == 0) return std::nullopt;
    return best;
  }

 private:
  // --- characters
  // ---------------------------------------------------------------------------------------------

  [[nodiscard]] char peek(std::size_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
  }
  [[nodiscard]] bool follows(std::string_view bytes) const { return text_.substr(at_).starts_with(bytes); }

  /// Whether a word may go on at `at`: a letter, a digit, or a byte of a letter beyond ASCII.
  [[nodiscard]] bool in_word(std::size_t at) const {
    if (at >= text_.size()) return false;
    const char c = text_[at];
    if (is_letter(c) || is_digit(c) || c == '_') return true;
    if (static_cast<unsigned char>(c) < 0x80) return false;
    const std::string_view rest = text_.substr(at);
    return !rest.starts_with("\xE2\x80") && !rest.starts_with("\xC2\xA0") && !rest.starts_with("\xC2\xBB");
  }

  [[nodiscard]] bool may_begin() const {
    if (at_ >= text_.size()) return false;
    if (at_ > 0 && in_word(at_ - 1)) return false;
    const char c = text_[at_];
    if (!is_digit(c)) return beginnings.has(c, peek(1));
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

  /// Over blanks, of which one line break may be one; an empty line ends a phrase.
  bool skip_blanks() {
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

  // --- words
  // -------------------------------------------------------------------------------------------------- Each
  // of these moves over what it accepts and stands still where it does not.

  /// The words of `entry`, in any case, up to the end of a word.
  bool take_here(std::string_view entry) {
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
  /// "mid-1990s", "mid-May".
  [[nodiscard]] static bool mid_hyphen(std::string_view entry) {
    return entry == "mid" || entry == "early" || entry == "late";
  }

  /// Whether `word` stands before the byte `at`, with blanks or a full stop between.
  [[nodiscard]] bool word_before(std::size_t at, std::string_view word) const {
    std::size_t last = at;
    while (last > 0 && (text_[last - 1] == ' ' || text_[last - 1] == '.')) --last;
    if (last == at || last < word.size()) return false;
    const std::size_t first = last - word.size();
    return (first == 0 || !in_word(first - 1)) &&
           std::equal(word.begin(), word.end(), text_.begin() + static_cast<std::ptrdiff_t>(first),
                      [](char a, char b) { return a == lower(b); });
  }

  bool take(std::string_view entry) {
    const std::size_t begin = at_;
    skip_blanks();
    if (take_here(entry)) return true;
    at_ = begin;
    return false;
  }
  bool take_char(char c) {
    if (peek() != c) return false;
    ++at_;
    return true;
  }

  template <class Table>
  auto look_up(const Table& table) -> const typename Table::value_type* {
    const std::size_t begin = at_;
    skip_blanks();
    for (const auto& entry : table) {
      if (take_here(entry.word)) return &entry;
    }
    at_ = begin;
    return nullptr;
  }
  template <std::size_t N>
  bool take_any(const std::array<std::string_view, N>& words) {
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return take(word); });
  }

  /// A word of two tables, the second of abbreviations with an optional full stop. In running text it has a
  /// capital letter: "may" and "march" are words.
  template <class Full, class Short>
  unsigned capitalised(const Full& full, const Short& abbreviations) {
    const std::size_t begin = at_;
    skip_blanks();
    if (reading_ == Reading::RunningText && !is_upper(peek())) {
      at_ = begin;
      return 0;
    }
    if (const auto* entry = look_up(full)) return static_cast<unsigned>(entry->value);
    if (const auto* entry = look_up(abbreviations)) {
      take_char('.');
      return static_cast<unsigned>(entry->value);
    }
    at_ = begin;
    return 0;
  }
  unsigned month_name() { return capitalised(month_words, month_abbreviations); }
  unsigned weekday_name() { return capitalised(weekday_words, weekday_abbreviations); }

  // --- numbers
  // ------------------------------------------------------------------------------------------------

  struct Number {
    std::int64_t value = 0;
    std::size_t digits = 0;
  };

  /// A run of one to six digits, nothing around it checked.
  std::optional<Number> digits_here() {
    Number number;
    while (is_digit(peek(number.digits)) && number.digits < 7) {
      number.value = number.value * 10 + (peek(number.digits) - '0');
      ++number.digits;
    }
    if (number.digits == 0 || number.digits > 6) return std::nullopt;
    at_ += number.digits;
    return number;
  }

  /// Whether a number that ends here goes on as another kind: 1,500; 19.5; 10:30; 5%.
  [[nodiscard]] bool number_goes_on() const {
    const char c = peek();
    if (in_word(at_) || c == '%') return true;
    return (c == ',' || c == '.' || c == ':') && is_digit(peek(1));
  }

  std::optional<Number> number() {
    const std::size_t begin = at_;
    skip_blanks();
    const auto result = digits_here();
    if (result && !number_goes_on()) return result;
    at_ = begin;
    return std::nullopt;
  }

  /// 1 … 31, with or without "st", "nd", "rd", "th".
  unsigned day_number() {
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

  /// "BC", "AD"; in capital letters in running text.
  bool era(NamedDate& date) {
    const std::size_t begin = at_;
    if (const auto* entry = look_up(era_words)) {
      if (reading_ == Reading::WholePhrase || is_upper(text_[at_ - entry->word.size()])) {
        date.has_era = true;
        date.before_era = entry->before;
        return true;
      }
    }
    at_ = begin;
    return false;
  }

  static constexpr std::int64_t first_lone_year = 1000, last_lone_year = 2999;

  /// A year: four digits, or fewer (or more, for BC) with an era.
  bool year(NamedDate& date) {
    const std::size_t begin = at_;
    NamedDate result = date;
    const bool era_before = era(result) && !result.before_era;
    if (result.has_era && !era_before) {
      at_ = begin;
      return false;
    }
    if (const auto value = number(); value && value->value >= 1) {
      result.year = value->value;
      result.has_year = true;
      const std::size_t end = at_;
      if (!era_before && !era(result)) at_ = end;
      const bool lone =
          value->digits == 4 && value->value >= first_lone_year && value->value <= last_lone_year;
      const bool fits = result.has_era ? result.before_era || value->digits <= 4 : lone;
      if (fits) {
        date = result;
        return true;
      }
    }
    at_ = begin;
    return false;
  }

  // --- dates
  // --------------------------------------------------------------------------------------------------

  /// One date without preposition: the longest of all its forms.
  std::optional<NamedDate> date() {
    const std::size_t begin = at_;
    std::optional<NamedDate> best;
    std::size_t end = begin;
    const auto consider = [&](std::optional<NamedDate> candidate) {
      if (candidate && at_ > end) {
        best = candidate;
        end = at_;
      }
      at_ = begin;
    };
    skip_blanks();
    if (is_digit(peek())) consider(numeric());
    consider(part_of());
    consider(named_month());
    consider(season());
    consider(years());
    consider(step());
    consider(counted_step());
    at_ = end;
    return best;
  }

  /// 2012-06-28, 2012/06/28, 2012-06, 28.06.2012, 28/06/2012, 06/28/2012, 28-Jun-2012.
  std::optional<NamedDate> numeric() {
    const auto one = digits_here();
    if (!one) return std::nullopt;
    const char separator = peek();
    if (separator != '-' && separator != '/' && separator != '.') return std::nullopt;
    ++at_;
    NamedDate date{.grain = Grain::Day, .has_year = true};
    if (one->digits <= 2 && separator == '-' && is_letter(peek())) {
      date.month = month_name();
      date.day = static_cast<unsigned>(one->value);
      const bool joined = date.month != 0 && take_char('-');
      const auto year = joined ? digits_here() : std::nullopt;
      if (!year || year->digits != 4 || number_goes_on()) return std::nullopt;
      date.year = year->value;
      return date;
    }
    const auto two = digits_here();
    if (!two || two->digits > 2) return std::nullopt;
    if (one->digits == 4) {
      date.year = one->value;
      date.month = static_cast<unsigned>(two->value);
      if (separator != '.' && two->digits == 2 && take_char(separator)) {
        const auto three = digits_here();
        if (!three || three->digits != 2) return std::nullopt;
        date.day = static_cast<unsigned>(three->value);
        skip_time();
      } else {
        if (separator != '-' || two->digits != 2) return std::nullopt;
        date.grain = Grain::Month;
      }
    } else {
      const auto three = one->digits <= 2 && take_char(separator) ? digits_here() : std::nullopt;
      if (!three || three->digits != 4) return std::nullopt;
      date.year = three->value;
      // A dot is day first. A slash or hyphen is either order: read only where one number decides it.
      const bool day_first = separator == '.' || one->value > 12 || one->value == two->value;
      if (!day_first && two->value <= 12) return std::nullopt;
      date.day = static_cast<unsigned>(day_first ? one->value : two->value);
      date.month = static_cast<unsigned>(day_first ? two->value : one->value);
    }
    const bool goes_on = number_goes_on() || ((peek() == '-' || peek() == '/') && is_digit(peek(1)));
    if (goes_on || date.month < 1 || date.month > 12) return std::nullopt;
    return date;
  }

  /// "T10:00:00+01:00": the day counts.
  void skip_time() {
    if (peek() != 'T' || !is_digit(peek(1))) return;
    ++at_;
    while (is_digit(peek()) || ((peek() == ':' || peek() == '.') && is_digit(peek(1)))) ++at_;
    if (take_char('Z')) return;
    if ((peek() != '+' && peek() != '-') || !is_digit(peek(1))) return;
    ++at_;
    while (is_digit(peek()) || (peek() == ':' && is_digit(peek(1)))) ++at_;
  }

  /// "early 2019", "mid-1990s", "first half of 1998", "Q1 1998".
  std::optional<NamedDate> part_of() {
    if (const unsigned quarter = quarter_name(); quarter != 0) {
      take("of");
      NamedDate date{.grain = Grain::Part, .month = 32 + quarter};
      return year(date) ? std::optional(date) : std::nullopt;
    }
    take("the");
    const std::size_t begin = at_;
    if (const auto* ordinal = look_up(ordinal_words); ordinal != nullptr && ordinal->value <= 4) {
      const bool half = take("half"), quarter = !half && take("quarter");
      if ((half && ordinal->value <= 2) || quarter) {
        if (!take("of")) return std::nullopt;
        auto whole = part_whole();
        if (whole && whole->grain == Grain::Year && !whole->has_era) {
          whole->grain = Grain::Part;
          whole->month = static_cast<unsigned>(ordinal->value) + (half ? 39U : 32U);
        }
        return whole;
      }
    }
    at_ = begin;
    if (!take_any(part_words)) return std::nullopt;
    take_char('-');
    auto whole = part_whole();
    if (whole && whole->grain == Grain::Decade) whole->approximate = true;
    if (whole) whole->lone_year = false;
    return whole;
  }
  /// What has parts: a month, a year, a decade, a century, "this year".
  std::optional<NamedDate> part_whole() {
    const std::size_t begin = at_;
    if (auto whole = named_month(); whole && whole->day == 0) return whole;
    at_ = begin;
    if (auto whole = years()) return whole;
    at_ = begin;
    return step();
  }
  unsigned quarter_name() {
    const std::size_t begin = at_;
    skip_blanks();
    if (lower(peek()) == 'q' && peek(1) >= '1' && peek(1) <= '4' && !in_word(at_ + 2)) {
      at_ += 2;
      return static_cast<unsigned>(text_[at_ - 1] - '0');
    }
    at_ = begin;
    return 0;
  }

  /// "Thursday, 28 June 2012", "June 28, 2012", "June 2012", "15 May", "in May of that year".
  std::optional<NamedDate> named_month() {
    NamedDate date;
    date.weekday = weekday_name();
    if (date.weekday != 0) {
      take_char(',');
      take("the");
    }
    std::size_t begin = at_;
    take("the");
    date.day = day_number();
    if (date.day == 0) {
      at_ = begin;
      take("the month of");
    } else {
      take("day of");
      take("of");
    }
    date.month = month_name();
    if (date.month == 0) {
      if (date.weekday == 0 || date.day != 0) return std::nullopt;
      at_ = begin;
      return std::nullopt;
    }
    if (date.day == 0) {
      begin = at_;
      take("the");
      date.day = day_number();
      date.day_last = date.day != 0;
      if (date.day == 0) at_ = begin;
    }
    date.grain = date.day != 0 ? Grain::Day : Grain::Month;
    if (date.weekday != 0 && date.day == 0) return std::nullopt;
    if (year_of(date)) return date;
    date.anchor = DateAnchor::Year;
    date.step = {.unit = DateStep::Unit::Year, .month = date.month, .day = date.day};
    return date;
  }

  /// The year after a month or season, or a word for it: ", 2012", "of that year", "the following year".
  bool year_of(NamedDate& date) {
    const std::size_t begin = at_;
    take_char(',');
    take("of the year") || take("of") || take("in");
    NamedDate dated = date;
    if (year(dated) && (dated.has_era || !counts_something())) {
      date = dated;
      return true;
    }
    if (const auto from = step();
        from && from->step.unit == DateStep::Unit::Year && from->step.month == 0 && !from->approximate) {
      date.anchor = from->anchor;
      date.step = {
          .unit = DateStep::Unit::Year, .count = from->step.count, .month = date.month, .day = date.day};
      date.grain = Grain::Step;
      return true;
    }
    at_ = begin;
    return false;
  }

  /// "spring 2004", "the winter of 1991–92", "spring of that year".
  std::optional<NamedDate> season() {
    take("the");
    NamedDate date{.grain = Grain::Part};
    const auto* entry = look_up(season_words);
    if (entry == nullptr) return std::nullopt;
    date.month = static_cast<unsigned>(entry->value);
    if (!year_of(date)) return std::nullopt;
    // A winter has two years; EDTF names it by the first.
    constexpr unsigned winter = 24;
    if (date.month == winter && date.has_year && !date.has_era) {
      const std::size_t end = at_;
      const bool dash = take_char('/') || dash_here();
      const auto next = dash ? digits_here() : std::nullopt;
      const bool follows_on =
          next && !number_goes_on() &&
          (next->value == date.year + 1 || (next->digits == 2 && next->value == (date.year + 1) % 100));
      if (!follows_on) at_ = end;
    }
    return date;
  }

  /// "1999", "the year 1999", "478 BC", "AD 43", "the 1990s", "the 19th century", "nineteenth century".
  std::optional<NamedDate> years() {
    NamedDate date;
    const std::size_t begin = at_;
    const bool the = take("the");
    if (take("year")) {
      if (year(date)) return date;
      // "the year 476": said to be a year.
      const auto value = number();
      if (!value || value->digits > 4 || value->value < 1) return std::nullopt;
      date.year = value->value;
      date.has_year = true;
      return date;
    }
    if (const auto ordinal = century_number()) {
      skip_blanks();
      take_char('-');
      if (!take("century")) return std::nullopt;
      date.grain = Grain::Century;
      date.year = *ordinal;
      date.has_year = true;
      const std::size_t end = at_;
      if (!era(date)) at_ = end;
      return date;
    }
    skip_blanks();
    const std::size_t first_digit = at_;
    if (const auto value = digits_here()) {
      if (decade_suffix() && value->value % 10 == 0 && value->digits >= 3 && value->digits <= 4) {
        date.grain = Grain::Decade;
        date.year = value->value;
        date.has_year = true;
        const std::size_t end = at_;
        if (!era(date)) at_ = end;
        if (value->digits == 4 || date.has_era) return date;
        return std::nullopt;
      }
    }
    if (the) return std::nullopt;
    at_ = begin;
    if (!year(date)) return std::nullopt;
    date.lone_year = !date.has_era;
    if (date.lone_year && is_count(first_digit)) return std::nullopt;
    return date;
  }
  bool decade_suffix() {
    const std::size_t begin = at_;
    if (!take_char('\'') && follows("\xE2\x80\x99")) at_ += 3;
    if (take_here("s")) return true;
    at_ = begin;
    return false;
  }
  /// "19th", "nineteenth", from 1 to 99.
  std::optional<std::int64_t> century_number() {
    const std::size_t begin = at_;
    if (const auto* entry = look_up(ordinal_words)) return entry->value;
    skip_blanks();
    if (const auto value = digits_here(); value && value->digits <= 2 && value->value >= 1) {
      for (const std::string_view suffix : {"st", "nd", "rd", "th"}) {
        if (take_here(suffix)) return value->value;
      }
    }
    at_ = begin;
    return std::nullopt;
  }

  /// "2000 people": the word after a number says what it counts.
  [[nodiscard]] bool counts_something() {
    const std::size_t end = at_;
    const bool counted = take_any(counted_words);
    at_ = end;
    return counted;
  }
  /// Whether the words around a lone number of four digits say that it counts or numbers something.
  [[nodiscard]] bool is_count(std::size_t first_digit) {
    if (peek() == '-' && is_letter(peek(1))) return true;  // "2000-strong"
    if (counts_something()) return true;
    return std::any_of(numbered_words.begin(), numbered_words.end(),
                       [&](std::string_view numbered) { return word_before(first_digit, numbered); });
  }

  // --- dates counted from another
  // -----------------------------------------------------------------------------

  static NamedDate stepping(DateAnchor anchor, DateStep step, bool approximate = false) {
    return {.grain = Grain::Step, .approximate = approximate, .anchor = anchor, .step = step};
  }

  /// "last month", "the following year", "that May", "the same day", "on Tuesday", "today", "the day before".
  std::optional<NamedDate> step() {
    const std::size_t begin = at_;
    if (const auto* entry = look_up(day_words)) {
      return stepping(entry->anchor, {.unit = DateStep::Unit::Day, .count = entry->count});
    }
    if (take("the")) {
      if (const auto* unit = look_up(unit_words);
          unit != nullptr && unit->size == 1 && !unit->word.ends_with('s')) {
        const bool before = take("before"), after = !before && take("after");
        // "the day before the war" speaks of the war.
        if ((before || after) && ends_clause()) {
          return stepping(DateAnchor::Mention, {.unit = unit->unit, .count = before ? -1 : 1});
        }
      }
      at_ = begin;
    }
    skip_blanks();
    const std::size_t word_begin = at_;
    if (const auto* entry = look_up(step_words)) {
      // "the last year of the war" is not last year.
      const bool owned = std::any_of(owning_words.begin(), owning_words.end(),
                                     [&](std::string_view word) { return word_before(word_begin, word); });
      if (owned) return std::nullopt;
      const auto after_word = at_;
      if (const auto* unit = look_up(unit_words);
          unit != nullptr && unit->size == 1 && !unit->word.ends_with('s')) {
        return stepping(entry->anchor, {.unit = unit->unit, .count = entry->count});
      }
      at_ = after_word;
      const bool same = entry->count == 0;
      if (const unsigned month = month_name(); month != 0 && !looks_dated()) {
        return stepping(entry->anchor, {.unit = same ? DateStep::Unit::Year : DateStep::Unit::Month,
                                        .count = entry->count,
                                        .month = month});
      }
      at_ = after_word;
      if (const auto* season = look_up(season_words)) {
        return stepping(entry->anchor, {.unit = same ? DateStep::Unit::Year : DateStep::Unit::Month,
                                        .count = entry->count,
                                        .month = static_cast<unsigned>(season->value)});
      }
      at_ = after_word;
      if (const unsigned weekday = weekday_name(); weekday != 0 && !same) {
        return stepping(entry->anchor,
                        {.unit = DateStep::Unit::Day, .count = entry->count, .weekday = weekday});
      }
      at_ = begin;
      return std::nullopt;
    }
    if (const unsigned weekday = weekday_name(); weekday != 0 && on_) {
      return stepping(DateAnchor::Reference, {.unit = DateStep::Unit::Day, .weekday = weekday});
    }
    return std::nullopt;
  }
  /// A number follows, as in "this May 15".
  [[nodiscard]] bool looks_dated() {
    const std::size_t begin = at_;
    skip_blanks();
    const bool digit = is_digit(peek());
    at_ = begin;
    return digit;
  }
  [[nodiscard]] bool ends_clause() {
    const std::size_t begin = at_;
    skip_blanks();
    const bool end = at_ >= text_.size() || !in_word(at_);
    at_ = begin;
    return end;
  }

  /// "two years later", "10 days ago", "a decade earlier".
  std::optional<NamedDate> counted_step() {
    constexpr int most = 1000;
    int count = 0;
    if (const auto* entry = look_up(counting_words)) {
      count = entry->value;
    } else if (const auto value = number(); value && value->value <= most) {
      count = static_cast<int>(value->value);
    } else {
      return std::nullopt;
    }
    const auto* unit = look_up(unit_words);
    if (unit == nullptr) return std::nullopt;
    const auto* direction = look_up(count_words);
    if (direction == nullptr) return std::nullopt;
    return stepping(direction->anchor, {.unit = unit->unit, .count = direction->count * count * unit->size},
                    unit->size > 1);
  }

  // --- phrases
  // ------------------------------------------------------------------------------------------------

  /// "circa", "probably": words before a date that qualify it.
  std::optional<NamedDate> hedged_date() {
    bool approximate = false, uncertain = false;
    while (const auto* entry = look_up(hedge_words)) {
      approximate = approximate || entry->approximate;
      uncertain = uncertain || !entry->approximate;
    }
    auto result = date();
    if (!result && (approximate || uncertain)) result = short_year();
    if (!result) return std::nullopt;
    result->approximate = result->approximate || approximate;
    result->uncertain = result->uncertain || uncertain;
    return result;
  }
  /// "c. 400": three digits, believed where a word announced a year.
  std::optional<NamedDate> short_year() {
    const std::size_t begin = at_;
    if (const auto value = number(); value && value->digits == 3 && value->value > 0) {
      const std::size_t first_digit = at_ - 3;
      if (!is_count(first_digit)) return NamedDate{.year = value->value, .has_year = true};
    }
    at_ = begin;
    return std::nullopt;
  }

  /// Preposition and date.
  std::optional<NamedPhrase> one_date() {
    const std::size_t begin = at_;
    for (const SenseWord& entry : sense_words) {
      at_ = begin;
      if (!take_here(entry.word)) continue;
      if (const auto phrase = after_sense(entry)) return phrase;
    }
    at_ = begin;
    const auto first = hedged_date();
    if (!first ||
        (first->anchor == DateAnchor::Year && first->day == 0 && reading_ == Reading::RunningText)) {
      return std::nullopt;  // a month alone is a date only after a preposition
    }
    if (part_of_a_code(*first)) return std::nullopt;
    return NamedPhrase{.first = *first};
  }
  /// A year that a hyphen or slash joins to more digits, where that is neither a date nor a span.
  [[nodiscard]] bool part_of_a_code(const NamedDate& named) const {
    return named.grain == Grain::Year && (peek() == '-' || peek() == '/') && is_digit(peek(1));
  }
  std::optional<NamedPhrase> after_sense(const SenseWord& entry) {
    if (entry.sense != DateSense::At) {
      take("in") || take("on");
    }
    on_ = entry.word == "on" || entry.sense != DateSense::At;
    auto first = hedged_date();
    on_ = false;
    if (!first && entry.word == "in") first = short_year();
    if (!first || part_of_a_code(*first)) return std::nullopt;
    if (entry.word != "at") first->lone_year = false;
    if (entry.sense == DateSense::From || entry.sense == DateSense::AsOf) {
      const std::size_t end = at_;
      if (!(take("onwards") || take("onward") || take("on"))) at_ = end;
    }
    return NamedPhrase{.sense = entry.sense, .first = *first};
  }

  /// "between 1991 and 1993".
  std::optional<NamedPhrase> between() {
    if (!take_here("between")) return std::nullopt;
    auto first = range_end();
    if (!first || !take("and")) return std::nullopt;
    auto second = range_end();
    if (!second || !complete(*first, *second)) return std::nullopt;
    return NamedPhrase{.sense = DateSense::Between, .first = *first, .second = *second};
  }

  /// "from 1955 to 1991", "1955–1991", "15–20 May 1992", "May–July 1991", "1992 to the present".
  std::optional<NamedPhrase> span() {
    const bool from = take_here("from");
    if (!from) take_here("in") || take_here("during");
    auto first = range_end();
    if (!first) return std::nullopt;
    const std::size_t end = at_;
    const bool word = take_any(span_words);
    const bool dash = !word && (skip_blanks(), dash_here());
    if (!word && !dash) {
      at_ = end;
      return std::nullopt;
    }
    if (take_any(present_words)) {
      if (first->grain == Grain::Step || !first->has_year) return std::nullopt;
      first->lone_year = false;
      return NamedPhrase{.sense = DateSense::Span, .first = *first, .to_present = true};
    }
    const std::size_t second_begin = at_;
    auto second = range_end();
    if (second && complete(*first, *second)) {
      return NamedPhrase{.sense = DateSense::Span, .first = *first, .second = *second};
    }
    at_ = second_begin;
    second = dash ? short_second(*first) : std::nullopt;
    if (!second) return std::nullopt;
    return NamedPhrase{.sense = DateSense::Span, .first = *first, .second = *second};
  }
  bool dash_here() {
    for (const std::string_view dash :
         {"\xE2\x80\x93", "\xE2\x80\x94", "\xE2\x80\x91", "\xE2\x80\x90", "-"}) {
      if (!follows(dash)) continue;
      at_ += dash.size();
      return true;
    }
    return false;
  }

  /// A date that the other end of a range may complete: also a day or a year below 1000 alone.
  std::optional<NamedDate> range_end() {
    const std::size_t begin = at_;
    if (auto result = hedged_date()) return result;
    at_ = begin;
    take("the");
    if (const unsigned day = day_number(); day != 0) {
      return NamedDate{.grain = Grain::Day, .year = static_cast<std::int64_t>(day), .day = day};
    }
    at_ = begin;
    if (const auto value = number(); value && value->digits <= 3 && value->value > 0) {
      return NamedDate{.year = value->value};
    }
    at_ = begin;
    return std::nullopt;
  }

  /// Gives each end of a range what it leaves to the other; false when they do not make a range.
  static bool complete(NamedDate& first, NamedDate& second) {
    const auto day_alone = [](const NamedDate& d) { return d.day != 0 && d.month == 0; };
    const auto number_alone = [](const NamedDate& d) { return d.year != 0 && !d.has_year && d.month == 0; };
    if (day_alone(first) && second.grain == Grain::Day && second.month != 0 &&
        !second.day_last) {  // 15–20 May
      first.month = second.month;
      first.year = second.year;
    } else if (day_alone(second) && first.grain == Grain::Day && first.day_last && first.has_year) {
      return false;  // "May 15, 1992 – 20"
    } else if (number_alone(first) && second.has_era && second.grain == Grain::Year) {  // 43–50 AD, 12–9 BC
      first.grain = Grain::Year;
      first.day = 0;
      first.has_year = true;
    } else if (day_alone(first) || day_alone(second) || number_alone(first) || number_alone(second)) {
      return false;
    }
    if (first.anchor == DateAnchor::Year && second.has_year) {  // May–July 1991, December–February 1992
      first.anchor = DateAnchor::None;
      const bool over_new_year = second.month != 0 && second.month < first.month;
      first.year = second.year - (over_new_year ? 1 : 0);
    } else if (second.anchor == DateAnchor::Year && first.has_year && first.month != 0) {  // May 1992 to July
      second.anchor = DateAnchor::None;
      second.year = first.year + (second.month < first.month ? 1 : 0);
      second.has_year = true;
      second.has_era = first.has_era;
      second.before_era = first.before_era;
    } else if (day_alone(first) || (first.day != 0 && !first.has_year && second.has_year)) {
      first.year = second.year;
    }
    const bool dated = [](const NamedDate& d) {
      return d.anchor == DateAnchor::None || d.anchor == DateAnchor::Reference;
    }(second);
    if (!dated || first.anchor == DateAnchor::Year || first.anchor == DateAnchor::Mention) return false;
    if (first.anchor == DateAnchor::None) first.has_year = true;
    if (!first.has_era && second.has_era && second.before_era &&
        (first.year > second.year || first.month != 0)) {
      first.has_era = first.before_era = true;  // 478–404 BC
    }
    first.lone_year = second.lone_year = false;
    return true;
  }

  /// The short second end after a dash: "1955–91", "May 15–20, 1992".
  std::optional<NamedDate> short_second(NamedDate& first) {
    skip_blanks();
    if (first.grain == Grain::Year && !first.has_era && first.year >= first_lone_year) {
      const auto value = number();
      if (!value || value->digits != 2 || value->value <= first.year % 100) return std::nullopt;
      first.lone_year = false;
      return NamedDate{.year = first.year / 100 * 100 + value->value, .has_year = true};
    }
    if (first.day_last && first.anchor == DateAnchor::Year) {
      NamedDate second{.grain = Grain::Day, .month = first.month, .day = day_number()};
      if (second.day <= first.day) return std::nullopt;
      take_char(',');
      if (!year(second)) return std::nullopt;
      first.anchor = DateAnchor::None;
      first.year = second.year;
      first.has_year = true;
      first.has_era = second.has_era;
      first.before_era = second.before_era;
      return second;
    }
    return std::nullopt;
  }

  std::string_view text_;
  std::size_t at_;
  Reading reading_;
  bool on_ = false;  // after "on", where a weekday alone is a date
};

}  // namespace

std::optional<NamedPhrase> read_phrase(std::string_view text, std::size_t at, Reading reading) noexcept {
  return PhraseReader(text, at, reading).read();
}

}  // namespace entente::detail
