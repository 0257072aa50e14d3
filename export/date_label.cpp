#include "export/date_label.hpp"

#include <fmt/format.h>

#include <variant>

namespace entente {

namespace {

std::string year_text(std::int64_t year) {
  return year < 1 ? fmt::format("{} BC", 1 - year) : fmt::format("{}", year);
}

/// Years only, as a caption has them.
std::string year_label(const Date& date) {
  const std::int64_t first = date.earliest().civil().year;
  const std::int64_t last = date.latest().civil().year;
  std::string text = year_text(first);
  if (first > 0 && first % 10 == 0 && last == first + 9) {
    text = fmt::format("{}s", first);
  } else if (first != last) {
    text += '/' + year_text(last);
  }
  if (date.approximate()) text.insert(0, "c. ");
  if (date.uncertain()) text += '?';
  return text;
}

std::string label(const Date& date, bool full) { return full ? date.text() : year_label(date); }

}  // namespace

std::string date_label(const Interval& interval, bool full) {
  const auto* first = std::get_if<Date>(&interval.first());
  const auto* last = std::get_if<Date>(&interval.last());
  std::string begin = first != nullptr ? label(*first, full) : "?";
  std::string end;
  if (last != nullptr) {
    end = label(*last, full);
  } else if (std::holds_alternative<Unknown>(interval.last())) {
    end = "?";
  }
  if (begin == end && first != nullptr) return begin;
  return begin + (full && !end.empty() ? " – " : "–") + end;
}

std::string first_text(const Interval& interval) {
  const auto* date = std::get_if<Date>(&interval.first());
  return date != nullptr ? date->text() : std::string();
}

std::string last_text(const Interval& interval) {
  if (const auto* date = std::get_if<Date>(&interval.last())) return date->text();
  return interval.open() ? ".." : "";
}

const char* ending_of(const Interval& interval) noexcept {
  if (std::holds_alternative<Date>(interval.last())) return "dated";
  if (std::holds_alternative<Unknown>(interval.last())) return "unknown";
  return std::holds_alternative<Ongoing>(interval.last()) ? "ongoing" : "not_stated";
}

}  // namespace entente
