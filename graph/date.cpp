#include "graph/date.hpp"

#include <fmt/format.h>
#include <unicode/utf8.h>

#include <algorithm>

#include "graph/edtf_parser.hpp"
#include "graph/error.hpp"

namespace entente {

namespace {

/// The text for a message: at most 60 bytes, control characters and what is not UTF-8 as \xNN.
std::string quoted(std::string_view text) {
  constexpr std::size_t longest = 60;
  std::string result = "\"";
  const auto size = static_cast<std::int32_t>(std::min<std::size_t>(text.size(), longest));
  for (std::int32_t at = 0; at < size;) {
    const std::int32_t begin = at;
    UChar32 code = 0;
    U8_NEXT(reinterpret_cast<const std::uint8_t*>(text.data()), at, size, code);
    if (code >= ' ' && code != 0x7f) {
      result += text.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(at - begin));
    } else {
      at = begin + 1;
      result += fmt::format("\\x{:02x}", static_cast<unsigned char>(text[static_cast<std::size_t>(begin)]));
    }
  }
  return result + (text.size() > longest ? "…\"" : "\"");
}

[[noreturn]] void refuse(std::string_view text, const detail::EdtfFailure& failure) {
  throw Error(failure.code, fmt::format("{} is not an EDTF date: {} (column {})", quoted(text),
                                        failure.reason, failure.column));
}

std::string year_text(std::int64_t year) {
  if (year > 9999 || year < -9999) return fmt::format("Y{}", year);
  return year < 0 ? fmt::format("-{:04}", -year) : fmt::format("{:04}", year);
}

void require_four_digits(std::int64_t year) {
  if (year <= 9999 && year >= -9999) return;
  throw Error(ErrorCode::InvalidArgument,
              fmt::format("EDTF writes no month or day of the year {}, only the year", year));
}

}  // namespace

Date Date::parse(std::string_view edtf) {
  const auto result = detail::read_date(edtf);
  if (const auto* failure = std::get_if<detail::EdtfFailure>(&result)) refuse(edtf, *failure);
  return {std::get<Period>(result), std::string(edtf)};
}

std::optional<Date> Date::try_parse(std::string_view edtf) noexcept {
  const auto result = detail::read_date(edtf);
  if (std::holds_alternative<detail::EdtfFailure>(result)) return std::nullopt;
  return Date{std::get<Period>(result), std::string(edtf)};
}

Date Date::of_day(Day day) {
  require_four_digits(day.civil().year);
  return {{day, day}, day.to_string()};
}

Date Date::of_month(std::int64_t year, unsigned month) {
  require_four_digits(year);
  return {{Day::from_civil({year, month, 1}), Day::from_civil({year, month, days_in_month(year, month)})},
          fmt::format("{}-{:02}", year_text(year), month)};
}

Date Date::of_year(std::int64_t year) {
  if (year >= detail::year_limit || year <= -detail::year_limit) {
    throw Error(ErrorCode::InvalidArgument, fmt::format("the year {} is beyond 15 digits", year));
  }
  return {{Day::from_civil({year, 1, 1}), Day::from_civil({year, 12, 31})}, year_text(year)};
}

Date Date::of_period(const Period& period) {
  if (period.first == period.last) return of_day(period.first);
  const CivilDay first = period.first.civil(), last = period.last.civil();
  const bool whole_months = first.day == 1 && last.day == days_in_month(last.year, last.month);
  const bool whole_years = whole_months && first.month == 1 && last.month == 12;
  if (whole_years && first.year == last.year) return of_year(first.year);
  if (whole_months && first.year == last.year && first.month == last.month) {
    return of_month(first.year, first.month);
  }
  const auto end = [&](const CivilDay& civil, Day day) {
    if (whole_years) return of_year(civil.year);
    return whole_months ? of_month(civil.year, civil.month) : of_day(day);
  };
  return {period, fmt::format("[{}..{}]", end(first, period.first).text(), end(last, period.last).text())};
}

bool Date::approximate() const noexcept { return text_.find_first_of("~%") != std::string::npos; }

bool Date::uncertain() const noexcept { return text_.find_first_of("?%") != std::string::npos; }

bool certainly_before(const Date& a, const Date& b) noexcept { return a.latest() < b.earliest(); }

bool possibly_before(const Date& a, const Date& b) noexcept { return a.earliest() < b.latest(); }

bool compatible(const Date& a, const Date& b) noexcept { return a.period().overlaps(b.period()); }

namespace {

using End = DateInterval::End;

std::variant<End, detail::EdtfFailure> read_end(std::string_view text, std::size_t offset) {
  if (text.empty()) return End{Unknown{}};
  if (text == "..") return End{Open{}};
  if (auto date = Date::try_parse(text)) return End{*std::move(date)};
  return std::get<detail::EdtfFailure>(detail::read_date(text, offset));
}

std::variant<Edtf, detail::EdtfFailure> read_edtf(std::string_view text) {
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos) {
    if (auto date = Date::try_parse(text)) return Edtf{*std::move(date)};
    return std::get<detail::EdtfFailure>(detail::read_date(text));
  }
  auto start = read_end(text.substr(0, slash), 0);
  if (const auto* failure = std::get_if<detail::EdtfFailure>(&start)) return *failure;
  auto end = read_end(text.substr(slash + 1), slash + 1);
  if (const auto* failure = std::get_if<detail::EdtfFailure>(&end)) return *failure;
  DateInterval interval{std::get<End>(std::move(start)), std::get<End>(std::move(end))};
  const auto* from = std::get_if<Date>(&interval.start);
  const auto* to = std::get_if<Date>(&interval.end);
  if (from != nullptr && to != nullptr && certainly_before(*to, *from)) {
    return detail::EdtfFailure{ErrorCode::InvertedInterval, slash + 2, "the interval ends before it begins"};
  }
  return Edtf{std::move(interval)};
}

std::string end_text(const End& end) {
  if (const auto* date = std::get_if<Date>(&end)) return date->text();
  return std::holds_alternative<Open>(end) ? ".." : "";
}

}  // namespace

Edtf parse_edtf(std::string_view text) {
  auto result = read_edtf(text);
  if (const auto* failure = std::get_if<detail::EdtfFailure>(&result)) refuse(text, *failure);
  return std::get<Edtf>(std::move(result));
}

std::optional<Edtf> try_parse_edtf(std::string_view text) noexcept {
  auto result = read_edtf(text);
  if (std::holds_alternative<detail::EdtfFailure>(result)) return std::nullopt;
  return std::get<Edtf>(std::move(result));
}

std::string to_string(const Edtf& edtf) {
  if (const auto* date = std::get_if<Date>(&edtf)) return date->text();
  const auto& interval = std::get<DateInterval>(edtf);
  return end_text(interval.start) + '/' + end_text(interval.end);
}

std::optional<Day> earliest(const Edtf& edtf) noexcept {
  if (const auto* date = std::get_if<Date>(&edtf)) return date->earliest();
  const auto* start = std::get_if<Date>(&std::get_if<DateInterval>(&edtf)->start);
  return start == nullptr ? std::nullopt : std::optional(start->earliest());
}

std::optional<Day> latest(const Edtf& edtf) noexcept {
  if (const auto* date = std::get_if<Date>(&edtf)) return date->latest();
  const auto* end = std::get_if<Date>(&std::get_if<DateInterval>(&edtf)->end);
  return end == nullptr ? std::nullopt : std::optional(end->latest());
}

std::optional<Period> hull(const Edtf& edtf) noexcept {
  const auto from = earliest(edtf), to = latest(edtf);
  if (!from && !to) return std::nullopt;
  return Period{from ? *from : *to, to ? *to : *from};
}

}  // namespace entente
