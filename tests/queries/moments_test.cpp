#include "queries/moments.hpp"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "tests/queries/readings.hpp"

namespace entente {
namespace {

Period days(std::int64_t first, std::int64_t last) { return {Day{first}, Day{last}}; }

TEST(Periods, UniteTouchingOnes) {
  EXPECT_EQ(unite({days(0, 3)}, {days(4, 5), days(7, 9)}), (Periods{days(0, 5), days(7, 9)}));
  EXPECT_EQ(unite({}, {}), Periods{});
}

TEST(Periods, IntersectInOrder) {
  EXPECT_EQ(intersect({days(0, 3), days(6, 9)}, {days(2, 7)}), (Periods{days(2, 3), days(6, 7)}));
  EXPECT_EQ(intersect({days(0, 3)}, {days(4, 5)}), Periods{});
}

bool holds_on(const Periods& periods, Day day) {
  return std::any_of(periods.begin(), periods.end(), [day](const Period& p) { return p.contains(day); });
}

RC_GTEST_PROP(DaysOf, AreThoseOnWhichTheStatusIsAsStrong, ()) {
  const Readings readings = *some_readings();
  for (std::int64_t number = -4; number <= 16; ++number) {
    const Day day{number};
    const Status status = status_over(readings, {day, day});
    for (const Status least : {Status::Certain, Status::Presumed, Status::Possible}) {
      RC_ASSERT(holds_on(days_of(readings, least), day) == at_least(status, least));
    }
  }
}

/// The status of "all hold at once" by trying every combination of readings.
Status status_by_trial(const std::vector<Readings>& ties, const Period& period) {
  bool always_all = true, always_some = true, endless_all = true, endless_some = true, ever = false;
  each_choice(ties, [&](const std::vector<Choice>& choices) {
    std::int64_t first = period.first.number(), last = period.last.number();
    bool endless = true;
    for (const Choice& choice : choices) {
      first = std::max(first, choice.first);
      last = std::min(last, choice.last);
      endless = endless && (!choice.may_never_end || choice.last == never);
    }
    const bool all = first == period.first.number() && last == period.last.number();
    const bool some = first <= last;
    always_all = always_all && all;
    always_some = always_some && some;
    if (endless) {
      endless_all = endless_all && all;
      endless_some = endless_some && some;
    }
    ever = ever || some;
  });
  if (always_all) return Status::Certain;
  if (endless_all) return Status::Presumed;
  if (always_some) return Status::Part;
  if (endless_some) return Status::Presumed;
  return ever ? Status::Possible : Status::No;
}

RC_GTEST_PROP(SharedMoments, AreExact, ()) {
  const auto ties =
      *rc::gen::resize(3, rc::gen::nonEmpty(rc::gen::container<std::vector<Readings>>(some_readings())));
  RC_PRE(ties.size() <= 3);
  const std::int64_t first = *rc::gen::inRange<std::int64_t>(0, 12);
  const Period period = days(first, first + *rc::gen::inRange<std::int64_t>(0, 5));
  const Moments moments = shared_moments(ties, period);
  RC_ASSERT(moments.status == status_by_trial(ties, period));
  for (std::int64_t number = 0; number <= 14; ++number) {
    const Day day{number};
    const auto all = [&](Status least) {
      return std::all_of(ties.begin(), ties.end(), [&](const Readings& tie) {
        return at_least(status_over(tie, {day, day}), least);
      });
    };
    RC_ASSERT(holds_on(moments.certain, day) == all(Status::Certain));
    RC_ASSERT(holds_on(moments.presumed, day) == all(Status::Presumed));
    RC_ASSERT(holds_on(moments.possible, day) == all(Status::Possible));
  }
}

}  // namespace
}  // namespace entente
