#include "loaders/english_date_phrase.hpp"

#include <algorithm>

#include "loaders/english_date_reader.hpp"
#include "loaders/english_date_words.hpp"

namespace entente::detail {

namespace {

using Grain = NamedDate::Grain;

class PhraseReader : public EnglishDateReader {
 public:
  using EnglishDateReader::EnglishDateReader;

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
    const char letter = lower(peek());
    for (const SenseWord& entry : sense_words) {
      at_ = begin;
      if (entry.word[0] != letter || !take_here(entry.word)) continue;
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
    take("the years");
    auto first = range_end();
    if (!first) return std::nullopt;
    const std::size_t end = at_;
    const bool word = take_any(span_words);
    const bool dash = !word && (skip_blanks(), dash_here());
    if (!word && !dash) {
      at_ = end;
      return std::nullopt;
    }
    if (take_any(present_words) || (dash && closes_here())) {
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
  /// "(1992–)": the parenthesis closes after the dash.
  [[nodiscard]] bool closes_here() {
    const std::size_t begin = at_;
    skip_blanks();
    const bool closes = peek() == ')';
    at_ = begin;
    return closes;
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
};

}  // namespace

std::optional<NamedPhrase> read_phrase(std::string_view text, std::size_t at, Reading reading) noexcept {
  return PhraseReader(text, at, reading).read();
}

}  // namespace entente::detail
