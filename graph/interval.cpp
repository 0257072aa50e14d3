#include "graph/interval.hpp"

#include <algorithm>

#include "graph/error.hpp"

namespace entente {

namespace {

using Bound = std::optional<Day>;

/// The later of two lower bounds, of which either may be absent.
Bound later(const Bound& a, const Bound& b) {
  if (!a) return b;
  return b ? std::max(*a, *b) : a;
}

/// The earlier of two upper bounds, of which either may be absent.
Bound earlier(const Bound& a, const Bound& b) {
  if (!a) return b;
  return b ? std::min(*a, *b) : a;
}

/// lower <= upper, where an absent bound is no bound.
bool in_order(const Bound& lower, const Bound& upper) { return !lower || !upper || *lower <= *upper; }

bool some_dated_end(const Readings& r) {
  return in_order(r.last_earliest, r.last_latest) && in_order(r.first_earliest, r.last_latest);
}

bool some_reading(const Readings& r) {
  return in_order(r.first_earliest, r.first_latest) && (r.may_never_end || some_dated_end(r));
}

/// The latest first day and the earliest last day of all readings, which is all that the answers "in every
/// reading" depend on. An absent bound is no bound.
struct Extremes {
  Bound latest_first;
  Bound earliest_last;
  bool ends = true;  ///< in some reading it ends
};

Extremes extremes(const Readings& r) {
  return {r.may_never_end ? r.first_latest : earlier(r.first_latest, r.last_latest),
          later(r.last_earliest, r.first_earliest), some_dated_end(r)};
}

}  // namespace

const char* name_of(Status status) noexcept {
  switch (status) {
    case Status::Certain:
      return "certain";
    case Status::Presumed:
      return "presumed";
    case Status::Part:
      return "part";
    case Status::Possible:
      return "possible";
    case Status::No:
      return "no";
  }
  return "no";
}

// It holds on every day of the period when first <= period.first and period.last <= last, and on some day
// when first <= period.last and period.first <= last. Both are conjunctions of a condition on the first day
// alone and one on the last day alone, so "in every reading" asks only for the extremes; "in some reading" is
// decided by the longest reading.
Status status_over(const Readings& r, const Period& period) noexcept {
  const Extremes e = extremes(r);
  const auto begun_by = [](const Bound& latest_first, Day day) {
    return latest_first && *latest_first <= day;
  };
  const auto lasts_to = [&](Day day) { return !e.ends || (e.earliest_last && day <= *e.earliest_last); };
  if (begun_by(e.latest_first, period.first) && lasts_to(period.last)) return Status::Certain;
  if (r.may_never_end && begun_by(r.first_latest, period.first)) return Status::Presumed;
  if (begun_by(e.latest_first, period.last) && lasts_to(period.first)) return Status::Part;
  if (r.may_never_end && begun_by(r.first_latest, period.last)) return Status::Presumed;
  const bool may_begin = in_order(r.first_earliest, period.last);
  const bool may_last = r.may_never_end || in_order(period.first, r.last_latest);
  return may_begin && may_last ? Status::Possible : Status::No;
}

std::vector<StatusChange> status_changes(const Readings& r) {
  const Extremes e = extremes(r);
  std::vector<Day> turns;
  const auto from = [&](const Bound& day) {
    if (day) turns.push_back(*day);
  };
  const auto after = [&](const Bound& day) {
    if (day) turns.push_back(day->next());
  };
  from(r.first_earliest);
  from(r.first_latest);
  from(e.latest_first);
  after(e.earliest_last);
  after(r.last_latest);
  std::sort(turns.begin(), turns.end());
  const auto on = [&](Day day) { return status_over(r, {day, day}); };
  const Day long_before = turns.empty() ? Day{0} : turns.front().previous();
  std::vector<StatusChange> changes{{std::nullopt, on(long_before)}};
  for (const Day day : turns) {
    if (const Status status = on(day); status != changes.back().status) changes.push_back({day, status});
  }
  return changes;
}

namespace {

Readings readings_of(const Interval::First& first, const Interval::Last& last, const Limits& limits) {
  Readings r;
  if (const auto* date = std::get_if<Date>(&first)) {
    r.first_earliest = date->earliest();
    r.first_latest = date->latest();
  }
  if (const auto* date = std::get_if<Date>(&last)) {
    r.last_earliest = date->earliest();
    r.last_latest = date->latest();
  } else if (const auto* ongoing = std::get_if<Ongoing>(&last)) {
    r.last_earliest = ongoing->horizon;
  }
  r.first_earliest = later(r.first_earliest, limits.first_not_before);
  r.first_latest = earlier(r.first_latest, limits.first_not_after);
  r.last_earliest = later(r.last_earliest, limits.last_not_before);
  r.last_latest = earlier(r.last_latest, limits.last_not_after);
  const bool open = std::holds_alternative<Ongoing>(last) || std::holds_alternative<NotStated>(last);
  r.may_never_end = open && !limits.last_not_after;
  return r;
}

}  // namespace

Interval::Interval(First first, Last last, Limits limits)
    : first_(std::move(first)),
      last_(std::move(last)),
      limits_(limits),
      readings_(readings_of(first_, last_, limits_)) {
  if (some_reading(readings_)) return;
  throw Error(
      ErrorCode::InvertedInterval,
      "the interval " + to_string() + " has no first day on or before a last day that its limits allow");
}

bool Interval::open() const noexcept {
  return std::holds_alternative<Ongoing>(last_) || std::holds_alternative<NotStated>(last_);
}

std::string Interval::to_string() const {
  std::string text;
  if (const auto* date = std::get_if<Date>(&first_)) text += date->text();
  text += '/';
  if (const auto* date = std::get_if<Date>(&last_)) text += date->text();
  if (open()) text += "..";
  return text;
}

}  // namespace entente
