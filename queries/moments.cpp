#include "queries/moments.hpp"

#include <algorithm>

namespace entente {

namespace {

/// The bounds that the readings reach, given that the first day never follows the last.
struct Reach {
  Day first_earliest, first_latest, last_earliest, last_latest;
};

/// With `endless`, only the readings in which an open end never came.
Reach reach_of(const Readings& readings, bool endless) {
  Reach reach{readings.first_earliest.value_or(beginning_of_time),
              readings.first_latest.value_or(end_of_time), readings.last_earliest.value_or(beginning_of_time),
              readings.last_latest.value_or(end_of_time)};
  if (readings.may_never_end) {
    reach.last_latest = end_of_time;
    if (endless) reach.last_earliest = end_of_time;
  }
  reach.first_latest = std::min(reach.first_latest, reach.last_latest);
  reach.last_earliest = std::max(reach.last_earliest, reach.first_earliest);
  return reach;
}

bool always_share_a_day(const std::vector<Reach>& ties, const Period& period) {
  for (std::size_t i = 0; i < ties.size(); ++i) {
    if (period.last < ties[i].first_latest || ties[i].last_earliest < period.first) return false;
    for (std::size_t j = 0; j < ties.size(); ++j) {
      if (i != j && ties[j].last_earliest < ties[i].first_latest) return false;
    }
  }
  return true;
}

}  // namespace

Periods unite(Periods a, const Periods& b) {
  a.insert(a.end(), b.begin(), b.end());
  std::sort(a.begin(), a.end(), [](const Period& x, const Period& y) {
    return x.first != y.first ? x.first < y.first : x.last < y.last;
  });
  Periods united;
  for (const Period& period : a) {
    if (!united.empty() && period.first <= united.back().last.next()) {
      united.back().last = std::max(united.back().last, period.last);
    } else {
      united.push_back(period);
    }
  }
  return united;
}

Periods intersect(const Periods& a, const Periods& b) {
  Periods shared;
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    if (x->overlaps(*y)) shared.push_back({std::max(x->first, y->first), std::min(x->last, y->last)});
    x->last < y->last ? ++x : ++y;
  }
  return shared;
}

bool covers(const Periods& periods, const Period& period) noexcept {
  return std::any_of(periods.begin(), periods.end(),
                     [&](const Period& p) { return p.first <= period.first && period.last <= p.last; });
}

Periods days_of(const Readings& readings, Status least) {
  if (least == Status::No) return {all_time};
  const Reach reach = reach_of(readings, least == Status::Presumed || least == Status::Part);
  const Period days = least == Status::Possible ? Period{reach.first_earliest, reach.last_latest}
                                                : Period{reach.first_latest, reach.last_earliest};
  // An unbounded first day may come after any given one, however far.
  const bool never = days.last < days.first || days.first == end_of_time || days.last == beginning_of_time;
  return never ? Periods{} : Periods{days};
}

Moments shared_moments(std::span<const Readings> ties, const Period& period) {
  Moments moments{{all_time}, {all_time}, {all_time}};
  std::vector<Reach> every, endless;
  for (const Readings& tie : ties) {
    moments.certain = intersect(moments.certain, days_of(tie, Status::Certain));
    moments.presumed = intersect(moments.presumed, days_of(tie, Status::Presumed));
    moments.possible = intersect(moments.possible, days_of(tie, Status::Possible));
    every.push_back(reach_of(tie, false));
    endless.push_back(reach_of(tie, true));
  }
  if (covers(moments.certain, period)) {
    moments.status = Status::Certain;
  } else if (covers(moments.presumed, period)) {
    moments.status = Status::Presumed;
  } else if (always_share_a_day(every, period)) {
    moments.status = Status::Part;
  } else if (always_share_a_day(endless, period)) {
    moments.status = Status::Presumed;
  } else if (!intersect(moments.possible, {period}).empty()) {
    moments.status = Status::Possible;
  }
  return moments;
}

}  // namespace entente
