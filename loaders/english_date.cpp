#include "loaders/english_date.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "graph/error.hpp"
#include "loaders/english_date_phrase.hpp"

namespace entente {

namespace {

using detail::NamedDate;
using detail::NamedPhrase;
using Grain = NamedDate::Grain;
using Unit = DateStep::Unit;

/// `?`, `~` or `%` for the words around a date.
const char* qualifier(bool approximate, bool uncertain) {
  if (approximate) return uncertain ? "%" : "~";
  return uncertain ? "?" : "";
}

std::string year_text(std::int64_t year) { return Date::of_year(year).text(); }

/// The tens of an astronomical year: 1990s → 199X. Years BC count the other way, so theirs are no EDTF
/// decade.
std::string decade_text(const NamedDate& d) {
  if (d.before_era) return fmt::format("[{}..{}]", year_text(-d.year - 8), year_text(1 - d.year));
  // "The 1900s" may be ten years or a hundred; "the 2000s" are ten.
  if (d.year % 100 == 0 && d.year < 2000) return fmt::format("{:02}XX", d.year / 100);
  return fmt::format("{:03}X", d.year / 10);
}

std::string century_text(const NamedDate& d) {
  if (!d.before_era) return fmt::format("{:02}XX", d.year - 1);
  // The first century BC ends in the year 0, which has another sign.
  return d.year == 1 ? "[-0099..0000]" : fmt::format("-{:02}XX", d.year - 1);
}

/// EDTF text of a date that names its year.
std::string text_of(const NamedDate& d) {
  const std::int64_t year = d.before_era ? 1 - d.year : d.year;
  switch (d.grain) {
    case Grain::Day:
      return fmt::format("{}-{:02}-{:02}", year_text(year), d.month, d.day);
    case Grain::Month:
    case Grain::Part:
      return fmt::format("{}-{:02}", year_text(year), d.month);
    case Grain::Year:
      return year_text(year);
    case Grain::Decade:
      return decade_text(d);
    case Grain::Century:
      return century_text(d);
    case Grain::Step:
      break;
  }
  return {};
}

std::optional<Date> with_qualifier(const std::string& text, bool approximate, bool uncertain) {
  // A qualifier does not belong to a set.
  if (text.ends_with(']')) return Date::try_parse(text);
  return Date::try_parse(text + qualifier(approximate, uncertain));
}

// --- steps from another date ---

/// Days on which English dates are counted: years of four digits, a step from either end included.
bool countable(const Period& period) {
  constexpr std::int64_t margin = 2'000;
  return period.first.civil().year > -9999 + margin && period.last.civil().year < 9999 - margin;
}

/// Monday 1 … Sunday 7. 1970-01-01 was a Thursday.
unsigned weekday_of(Day day) {
  const std::int64_t from_monday = (day.number() + 3) % 7;
  return static_cast<unsigned>(from_monday < 0 ? from_monday + 7 : from_monday) + 1;
}

/// The whole unit, `count` units after the one that contains the day.
Period unit_after(Day day, Unit unit, int count) {
  if (unit == Unit::Day) return {Day{day.number() + count}, Day{day.number() + count}};
  if (unit == Unit::Week) {
    const Day monday{day.number() - (weekday_of(day) - 1) + 7 * std::int64_t{count}};
    return {monday, Day{monday.number() + 6}};
  }
  const CivilDay civil = day.civil();
  if (unit == Unit::Year) return Date::of_year(civil.year + count).period();
  const std::int64_t months = civil.year * 12 + civil.month - 1 + count;
  const std::int64_t year = months >= 0 ? months / 12 : -((11 - months) / 12);
  return Date::of_month(year, static_cast<unsigned>(months - year * 12) + 1).period();
}

/// A month or season of a year, or a day of it.
std::optional<Date> within_year(std::int64_t year, unsigned month, unsigned day) {
  std::string text = fmt::format("{}-{:02}", year_text(year), month);
  if (day != 0) text += fmt::format("-{:02}", day);
  return Date::try_parse(text);
}

/// The nearest such month wholly after (or before) the anchor.
std::optional<Date> nearest_month(const Period& anchor, unsigned month, bool after) {
  const std::int64_t year = (after ? anchor.last : anchor.first).civil().year;
  for (const int shift : {-1, 0, 1}) {
    auto date = within_year(year + (after ? shift : -shift), month, 0);
    if (date && (after ? anchor.last < date->earliest() : date->latest() < anchor.first)) return date;
  }
  return std::nullopt;
}

std::optional<Date> stepped(const DateStep& step, const Period& anchor) {
  if (!countable(anchor)) return std::nullopt;
  if (step.weekday != 0) {
    Day day = step.count > 0 ? anchor.last.next() : step.count < 0 ? anchor.first.previous() : anchor.last;
    const int towards = step.count > 0 ? 1 : -1;
    while (weekday_of(day) != step.weekday) day = Day{day.number() + towards};
    return Date::of_day(day);
  }
  if (step.month != 0 && step.unit == Unit::Month) return nearest_month(anchor, step.month, step.count > 0);
  if (step.month != 0) {
    const std::int64_t year = anchor.first.civil().year;
    if (year != anchor.last.civil().year) return std::nullopt;
    return within_year(year + step.count, step.month, step.day);
  }
  return Date::of_period({unit_after(anchor.first, step.unit, step.count).first,
                          unit_after(anchor.last, step.unit, step.count).last});
}

// --- the sense of the phrase ---

/// The day, month or year before (or after) a date; of coarser ones the day.
Date neighbour(const Date& date, bool after) {
  const Day day = after ? date.latest().next() : date.earliest().previous();
  const CivilDay first = date.earliest().civil(), last = date.latest().civil();
  const CivilDay civil = day.civil();
  const bool month = first.day == 1 && last.day == days_in_month(last.year, last.month) && !date.is_day();
  if (month && first.month == 1 && last.month == 12) return Date::of_year(civil.year);
  if (month && first.year == last.year && first.month == last.month)
    return Date::of_month(civil.year, civil.month);
  return Date::of_day(day);
}

std::optional<Edtf> in_sense(DateSense sense, const Date& date) {
  switch (sense) {
    case DateSense::At:
    case DateSense::AsOf:
      return date;
    case DateSense::Since:
    case DateSense::From:
      return DateInterval{date, Open{}};
    case DateSense::Until:
    case DateSense::By:
      return DateInterval{Unknown{}, date};
    case DateSense::Before:
    case DateSense::After: {
      const bool after = sense == DateSense::After;
      const std::string text =
          neighbour(date, after).text() + qualifier(date.approximate(), date.uncertain());
      auto next = Date::try_parse(text);
      if (!next) return std::nullopt;
      if (after) return DateInterval{*std::move(next), Unknown{}};
      return DateInterval{Unknown{}, *std::move(next)};
    }
    case DateSense::Span:
    case DateSense::Between:
      break;
  }
  return std::nullopt;
}

/// The date itself, where it can be told by now.
std::optional<Date> date_of(const NamedDate& named, std::optional<Day> reference) {
  if (named.anchor == DateAnchor::None) {
    return with_qualifier(text_of(named), named.approximate, named.uncertain);
  }
  if (named.anchor != DateAnchor::Reference || !reference) return std::nullopt;
  const auto date = stepped(named.step, {*reference, *reference});
  if (!date) return std::nullopt;
  return with_qualifier(date->text(), named.approximate, named.uncertain);
}

std::optional<Edtf> span_of(const NamedPhrase& phrase, std::optional<Day> reference) {
  auto first = date_of(phrase.first, reference);
  if (!first) return std::nullopt;
  if (phrase.to_present) return DateInterval{*std::move(first), Open{}};
  auto second = date_of(*phrase.second, reference);
  if (!second || certainly_before(*second, *first)) return std::nullopt;
  if (phrase.sense == DateSense::Span) return DateInterval{*std::move(first), *std::move(second)};
  // Some day from the first of the one to the last of the other; a set in a set is not EDTF.
  auto text = fmt::format("[{}..{}]", first->text(), second->text());
  auto between = Date::try_parse(text);
  if (!between) return std::nullopt;
  return *std::move(between);
}

/// False for a day that no year has, or not this one.
bool exists(const NamedDate& named) {
  if (named.day == 0 || named.month == 0 || named.month > 12) return true;
  constexpr std::int64_t some_leap_year = 2000;
  return named.day <= days_in_month(some_leap_year, named.month);
}

std::optional<FoundDate> found(const NamedPhrase& phrase, std::optional<Day> reference) {
  const NamedDate& first = phrase.first;
  FoundDate result;
  result.length = phrase.length;
  result.sense = phrase.sense;
  result.anchor = first.anchor;
  result.step = first.step;
  result.approximate = first.approximate;
  result.uncertain = first.uncertain;
  result.lone_year = first.lone_year;
  if (phrase.sense == DateSense::Span || phrase.sense == DateSense::Between) {
    result.anchor = DateAnchor::None;
    result.step = {};
    result.edtf = span_of(phrase, reference);
    return result.edtf ? std::optional(std::move(result)) : std::nullopt;
  }
  if (!exists(first)) return std::nullopt;
  if (const auto date = date_of(first, reference)) result.edtf = in_sense(phrase.sense, *date);
  if (first.anchor == DateAnchor::None && !result.edtf) return std::nullopt;
  return result;
}

}  // namespace

std::optional<FoundDate> scan_english_date(std::string_view text, std::size_t at,
                                           std::optional<Day> reference) {
  const auto phrase = detail::read_phrase(text, at, detail::Reading::RunningText);
  if (!phrase) return std::nullopt;
  return found(*phrase, reference);
}

std::optional<Edtf> resolved(const FoundDate& found, const Date& anchor) {
  if (found.anchor == DateAnchor::None) return found.edtf;
  const auto plain = stepped(found.step, anchor.period());
  if (!plain) return std::nullopt;
  const auto date = with_qualifier(plain->text(), found.approximate, found.uncertain);
  return date ? in_sense(found.sense, *date) : std::nullopt;
}

std::optional<Edtf> read_english_date(std::string_view phrase, std::optional<Day> reference) {
  constexpr std::string_view blanks = " \t\r\n";
  const std::size_t begin = phrase.find_first_not_of(blanks);
  if (begin == std::string_view::npos) return std::nullopt;
  phrase = phrase.substr(begin, phrase.find_last_not_of(blanks) - begin + 1);
  const auto named = detail::read_phrase(phrase, 0, detail::Reading::WholePhrase);
  if (!named || named->length != phrase.size()) return std::nullopt;
  const auto result = found(*named, reference);
  if (!result || result->anchor == DateAnchor::None || !reference)
    return result ? result->edtf : std::nullopt;
  return resolved(*result, Date::of_day(*reference));
}

}  // namespace entente
