#include "export/drawing/time_axis.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "export/drawing/text_metrics.hpp"

namespace entente {

namespace {

constexpr std::array month_names = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                    "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
constexpr double space_between_labels = 1.3;  // times the size of the letters

std::int64_t rounded_up(std::int64_t value, std::int64_t step) {
  const std::int64_t below = value - ((value % step) + step) % step;
  return below < value ? below + step : below;
}

/// Months of the period by their number since the year 0, every `step`.
std::vector<Tick> months(const Period& period, std::int64_t step) {
  std::vector<Tick> ticks;
  const CivilDay first = period.first.civil();
  for (std::int64_t m = rounded_up(first.year * 12 + first.month - 1, step);; m += step) {
    const std::int64_t year = (m - ((m % 12) + 12) % 12) / 12;
    const Day day = Day::from_civil({year, static_cast<unsigned>(m - year * 12) + 1, 1});
    if (period.last < day) return ticks;
    if (day < period.first) continue;
    ticks.push_back(
        {day, fmt::format("{} {}", month_names[static_cast<std::size_t>(m - year * 12)], year_label(year))});
  }
}

std::vector<Tick> years(const Period& period, std::int64_t step) {
  std::vector<Tick> ticks;
  // Round years before Christ are round in his count, not in the astronomers': 500 BC is their -499.
  const std::int64_t first = period.first.civil().year, last = period.last.civil().year;
  for (std::int64_t year = rounded_up(first - 1, step); year <= last; year += step) {
    const std::int64_t shown = year <= 0 && step > 1 ? year + 1 : year;
    const Day day = Day::from_civil({shown, 1, 1});
    if (day < period.first || period.last < day) continue;
    ticks.push_back({day, year_label(shown)});
  }
  return ticks;
}

}  // namespace

std::string year_label(std::int64_t year) {
  return year < 1 ? fmt::format("{} BC", 1 - year) : fmt::format("{}", year);
}

TimeAxis::TimeAxis(const Period& period, double left, double right)
    : period_(period), left_(left), right_(right) {}

double TimeAxis::at(std::int64_t day_number) const noexcept {
  const double days = static_cast<double>(period_.last.number() - period_.first.number() + 1);
  const double share = static_cast<double>(day_number - period_.first.number()) / days;
  return left_ + std::clamp(share, 0.0, 1.0) * (right_ - left_);
}

double TimeAxis::begin_of(Day day) const noexcept { return at(day.number()); }
double TimeAxis::end_of(Day day) const noexcept { return at(day.number() + 1); }

std::vector<Tick> TimeAxis::ticks(double size) const {
  const auto fit = [&](const std::vector<Tick>& ticks) {
    double free_from = left_ - 1e9;
    for (const Tick& tick : ticks) {
      const double half = text_width(tick.label, size) / 2;
      if (begin_of(tick.day) - half < free_from) return false;
      free_from = begin_of(tick.day) + half + space_between_labels * size;
    }
    return !ticks.empty();
  };
  const double days = static_cast<double>(period_.last.number() - period_.first.number() + 1);
  if (days < 366 * 4) {
    for (const std::int64_t step : {1, 3, 6}) {
      std::vector<Tick> ticks = months(period_, step);
      if (ticks.size() > 2 && fit(ticks)) return ticks;
    }
  }
  for (std::int64_t decade = 1; decade <= 1'000'000'000'000; decade *= 10) {
    for (const std::int64_t step : {decade, decade * 2, decade * 5}) {
      if (days / 365.25 / static_cast<double>(step) > (right_ - left_) / size) continue;  // far too many
      std::vector<Tick> ticks = years(period_, step);
      if (fit(ticks)) return ticks;
    }
  }
  return {{period_.first, year_label(period_.first.civil().year)}};
}

}  // namespace entente
