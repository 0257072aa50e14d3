// The forms of EnglishDateReader that count from another date.
#include <algorithm>

#include "loaders/english_date_reader.hpp"
#include "loaders/english_date_words.hpp"

namespace entente::detail {

NamedDate EnglishDateReader::stepping(DateAnchor anchor, DateStep step, bool approximate) {
  return {.grain = NamedDate::Grain::Step, .approximate = approximate, .anchor = anchor, .step = step};
}

std::optional<NamedDate> EnglishDateReader::step() {
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

bool EnglishDateReader::looks_dated() {
  const std::size_t begin = at_;
  skip_blanks();
  const bool digit = is_digit(peek());
  at_ = begin;
  return digit;
}

bool EnglishDateReader::ends_clause() {
  const std::size_t begin = at_;
  skip_blanks();
  const bool end = at_ >= text_.size() || !in_word(at_);
  at_ = begin;
  return end;
}

std::optional<NamedDate> EnglishDateReader::counted_step() {
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

}  // namespace entente::detail
