#include "loaders/english_date_reader.hpp"

#include <algorithm>

#include "loaders/english_date_words.hpp"

namespace entente::detail {

namespace {

using Grain = NamedDate::Grain;

}  // namespace

bool EnglishDateReader::era(NamedDate& date) {
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

bool EnglishDateReader::year(NamedDate& date) {
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
    const std::int64_t last_lone_year = reading_ == Reading::RunningText ? 2099 : 2999;
    const bool lone = value->digits == 4 && value->value >= first_lone_year && value->value <= last_lone_year;
    const bool fits = result.has_era ? result.before_era || value->digits <= 4 : lone;
    if (fits) {
      date = result;
      return true;
    }
  }
  at_ = begin;
  return false;
}

std::optional<NamedDate> EnglishDateReader::date() {
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
  if (!is_digit(peek()) && !letters_begin_phrase()) {
    at_ = begin;
    return std::nullopt;
  }
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

std::optional<NamedDate> EnglishDateReader::numeric() {
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

void EnglishDateReader::skip_time() {
  if (peek() != 'T' || !is_digit(peek(1))) return;
  ++at_;
  while (is_digit(peek()) || ((peek() == ':' || peek() == '.') && is_digit(peek(1)))) ++at_;
  if (take_char('Z')) return;
  if ((peek() != '+' && peek() != '-') || !is_digit(peek(1))) return;
  ++at_;
  while (is_digit(peek()) || (peek() == ':' && is_digit(peek(1)))) ++at_;
}

std::optional<NamedDate> EnglishDateReader::part_of() {
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

std::optional<NamedDate> EnglishDateReader::part_whole() {
  const std::size_t begin = at_;
  if (auto whole = named_month(); whole && whole->day == 0) return whole;
  at_ = begin;
  if (auto whole = years()) return whole;
  at_ = begin;
  return step();
}

unsigned EnglishDateReader::quarter_name() {
  const std::size_t begin = at_;
  skip_blanks();
  if (lower(peek()) == 'q' && peek(1) >= '1' && peek(1) <= '4' && !in_word(at_ + 2)) {
    at_ += 2;
    return static_cast<unsigned>(text_[at_ - 1] - '0');
  }
  at_ = begin;
  return 0;
}

std::optional<NamedDate> EnglishDateReader::named_month() {
  NamedDate date;
  date.weekday = weekday_name();
  if (date.weekday != 0) {
    skip_blanks();
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
  if (year_of(date) || year_ahead(date)) return date;
  date.anchor = DateAnchor::Year;
  date.step = {.unit = DateStep::Unit::Year, .month = date.month, .day = date.day};
  return date;
}

bool EnglishDateReader::year_ahead(NamedDate& date) {
  const std::size_t begin = at_;
  bool found = false;
  // Deeper lists than a writer would make are not followed, nor can they exhaust the stack.
  constexpr int deepest = 4;
  if (years_ahead_ < deepest && (take("and") || take("or") || take_char(','))) {
    ++years_ahead_;
    const auto next = named_month();
    --years_ahead_;
    found = next && next->has_year && next->month >= date.month;
    if (found) {
      date.year = next->year;
      date.has_year = true;
      date.has_era = next->has_era;
      date.before_era = next->before_era;
    }
  }
  at_ = begin;
  return found;
}

bool EnglishDateReader::year_of(NamedDate& date) {
  const std::size_t begin = at_;
  skip_blanks();  // "May 15 , 1992" in text that was cut into words
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

std::optional<NamedDate> EnglishDateReader::season() {
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

std::optional<NamedDate> EnglishDateReader::years() {
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

bool EnglishDateReader::decade_suffix() {
  const std::size_t begin = at_;
  if (!take_char('\'') && follows("\xE2\x80\x99")) at_ += 3;
  if (take_here("s")) return true;
  at_ = begin;
  return false;
}

std::optional<std::int64_t> EnglishDateReader::century_number() {
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

bool EnglishDateReader::counts_something() {
  const std::size_t end = at_;
  const bool counted = take_any(counted_words);
  at_ = end;
  return counted;
}

bool EnglishDateReader::is_count(std::size_t first_digit) {
  if (peek() == '-' && is_letter(peek(1))) return true;  // "2000-strong"
  if (counts_something()) return true;
  return std::any_of(numbered_words.begin(), numbered_words.end(),
                     [&](std::string_view numbered) { return word_before(first_digit, numbered); });
}

}  // namespace entente::detail
