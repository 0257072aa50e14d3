#include "loaders/table/row_date.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <vector>

#include "graph/error.hpp"
#include "loaders/english_date.hpp"

namespace entente::detail {

namespace {

bool listed(const std::vector<std::string>& words, std::string_view text) {
  return std::find(words.begin(), words.end(), text) != words.end();
}

/// A whole number; `1992.0`, as spreadsheets write it, is one.
std::optional<int> number_in(std::string_view text) {
  if (text.size() > 2 && text.substr(text.size() - 2) == ".0") text.remove_suffix(2);
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || text.empty()) return std::nullopt;
  return value;
}

/// Year, month and day as EDTF; the month or day 0 is not known.
std::optional<Date> of_parts(int year, int month, int day) {
  if (year < -9999 || year > 9999 || month < 0 || month > 12 || day < 0 || day > 31) return std::nullopt;
  std::string text = year < 0 ? fmt::format("-{:04}", -year) : fmt::format("{:04}", year);
  if (month != 0) text += fmt::format("-{:02}", month);
  if (month != 0 && day != 0) text += fmt::format("-{:02}", day);
  return Date::try_parse(text);
}

/// Numbers between any of `-./` and blanks; nothing for anything else.
std::vector<std::string_view> numbers_in(std::string_view text) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t end = text.find_first_of("-./ ");
    const std::string_view part = text.substr(0, end);
    if (part.empty() || part.find_first_not_of("0123456789") != std::string_view::npos) return {};
    parts.push_back(part);
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

/// Day, month and year in the order that the positions say; the day may be left out, and the month with it.
/// Years have four digits: `01-01-01` is no date.
std::optional<Date> ordered(std::string_view text, std::size_t year, std::size_t month, std::size_t day) {
  const auto parts = numbers_in(text);
  if (parts.size() == 1 && text.size() == 4) return of_parts(*number_in(text), 0, 0);
  if (parts.size() == 2) {
    const std::string_view y = parts[year < month ? 0 : 1], m = parts[year < month ? 1 : 0];
    if (y.size() != 4 || m.size() > 2) return std::nullopt;
    return of_parts(*number_in(y), *number_in(m), 0);
  }
  if (parts.size() != 3 || parts[year].size() != 4 || parts[month].size() > 2 || parts[day].size() > 2) {
    return std::nullopt;
  }
  return of_parts(*number_in(parts[year]), *number_in(parts[month]), *number_in(parts[day]));
}

std::optional<Date> english(std::string_view text) {
  const auto read = read_english_date(text);
  if (!read || !std::holds_alternative<Date>(*read)) return std::nullopt;
  return std::get<Date>(*read);
}

/// As the R package messydates writes them: EDTF, or a range `from..to` or `from:to`, one day of it.
std::optional<Date> messy(std::string_view text) {
  for (const std::string_view between : {"..", ":"}) {
    const std::size_t at = text.find(between);
    if (at == std::string_view::npos) continue;
    const auto first = Date::try_parse(text.substr(0, at));
    const auto last = Date::try_parse(text.substr(at + between.size()));
    if (!first || !last || last->latest() < first->earliest()) return std::nullopt;
    return Date::try_parse(fmt::format("[{}..{}]", first->text(), last->text()));
  }
  return Date::try_parse(text);
}

std::optional<Date> in_format(DateFormat format, std::string_view text) {
  switch (format) {
    case DateFormat::Edtf:
      return Date::try_parse(text);
    case DateFormat::YearMonthDay:
      return ordered(text, 0, 1, 2);
    case DateFormat::DayMonthYear:
      return ordered(text, 2, 1, 0);
    case DateFormat::MonthDayYear:
      return ordered(text, 2, 0, 1);
    case DateFormat::Compact:
      if (text.size() != 8 || !number_in(text)) return std::nullopt;
      return of_parts(*number_in(text.substr(0, 4)), *number_in(text.substr(4, 2)),
                      *number_in(text.substr(6, 2)));
    case DateFormat::English:
      return english(text);
    case DateFormat::Messy:
      return messy(text);
  }
  return std::nullopt;
}

RowDate missing(const DateRule& rule) {
  RowDate read;
  switch (rule.when_missing) {
    case DateRule::WhenMissing::Default:
      break;
    case DateRule::WhenMissing::Unknown:
      read.kind = RowDate::Kind::Unknown;
      break;
    case DateRule::WhenMissing::Ongoing:
      read.kind = RowDate::Kind::Ongoing;
      break;
    case DateRule::WhenMissing::Skip:
      read.kind = RowDate::Kind::Skip;
      break;
  }
  return read;
}

RowDate bad(std::string_view text) {
  RowDate read;
  read.kind = RowDate::Kind::Bad;
  read.reason = "unreadable date";
  read.message = fmt::format("\"{}\" is no date in any format of the mapping", text);
  return read;
}

RowDate dated(const DateRule& rule, const TableRow& row, Date date) {
  RowDate read;
  if (rule.plausible && !rule.plausible->overlaps(date.period())) {
    read.kind = rule.implausible_is_unknown ? RowDate::Kind::Unknown : RowDate::Kind::Skip;
    read.reason = "implausible date";
    read.message = fmt::format("{} lies outside the years that the mapping calls plausible", date.text());
    return read;
  }
  read.kind = RowDate::Kind::Dated;
  read.bound = rule.bound_when && rule.bound_when->hold(row);
  if (rule.approximate_when && rule.approximate_when->hold(row)) date = approximately(date);
  read.date = std::move(date);
  return read;
}

RowDate from_parts(const DateRule& rule, const TableRow& row) {
  const auto part = [&](const std::optional<Template>& column) {
    auto text = column ? column->render(row) : std::nullopt;
    if (text && listed(rule.missing, *text)) text.reset();
    return text;
  };
  const auto year = part(rule.year), month = part(rule.month), day = part(rule.day);
  if (!year) return missing(rule);
  RowDate read;
  if (listed(rule.ongoing, *year)) {
    read.kind = RowDate::Kind::Ongoing;
    return read;
  }
  if (listed(rule.unknown, *year)) {
    read.kind = RowDate::Kind::Unknown;
    return read;
  }
  const auto y = number_in(*year);
  const auto m = month ? number_in(*month) : std::optional(0);
  const auto d = day ? number_in(*day) : std::optional(0);
  const auto date = y && m && d ? of_parts(*y, *m, *d) : std::nullopt;
  if (!date) return bad(fmt::format("{}-{}-{}", *year, month.value_or(""), day.value_or("")));
  return dated(rule, row, *date);
}

}  // namespace

Date approximately(const Date& date) {
  if (date.approximate()) return date;
  const bool uncertain = !date.text().empty() && date.text().back() == '?';
  const std::string text =
      uncertain ? date.text().substr(0, date.text().size() - 1) + '%' : date.text() + '~';
  return Date::try_parse(text).value_or(date);
}

RowDate read_date(const DateRule& rule, const TableRow& row) {
  RowDate read;
  if (rule.ongoing_when && rule.ongoing_when->hold(row)) {
    read.kind = RowDate::Kind::Ongoing;
    return read;
  }
  if (rule.unknown_when && rule.unknown_when->hold(row)) {
    read.kind = RowDate::Kind::Unknown;
    return read;
  }
  if (rule.year) return from_parts(rule, row);
  for (const Template& column : rule.texts) {
    const auto text = column.render(row);
    if (!text || listed(rule.missing, *text)) continue;
    if (listed(rule.ongoing, *text)) {
      read.kind = RowDate::Kind::Ongoing;
      return read;
    }
    if (listed(rule.unknown, *text)) {
      read.kind = RowDate::Kind::Unknown;
      return read;
    }
    for (const DateFormat format : rule.formats) {
      if (auto date = in_format(format, *text)) return dated(rule, row, std::move(*date));
    }
    return bad(*text);
  }
  return missing(rule);
}

}  // namespace entente::detail
