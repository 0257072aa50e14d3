#include "graph/allen.hpp"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include <vector>

namespace entente {
namespace {

AllenSet set_of(std::initializer_list<Allen> relations) {
  AllenSet set;
  for (const Allen relation : relations) set.set(static_cast<std::size_t>(relation));
  return set;
}

TEST(Allen, OfPeriods) {
  const auto of = [](int a, int b, int c, int d) {
    return std::string(name_of(allen({Day{a}, Day{b}}, {Day{c}, Day{d}})));
  };
  EXPECT_EQ(of(1, 2, 4, 5), "before");
  EXPECT_EQ(of(1, 3, 4, 5), "meets");
  EXPECT_EQ(of(1, 4, 4, 5), "overlaps");
  EXPECT_EQ(of(1, 5, 4, 5), "finished-by");
  EXPECT_EQ(of(1, 6, 4, 5), "contains");
  EXPECT_EQ(of(4, 4, 4, 5), "starts");
  EXPECT_EQ(of(4, 5, 4, 5), "equals");
  EXPECT_EQ(of(4, 6, 4, 5), "started-by");
  EXPECT_EQ(of(4, 5, 3, 6), "during");
  EXPECT_EQ(of(5, 5, 4, 5), "finishes");
  EXPECT_EQ(of(5, 6, 4, 5), "overlapped-by");
  EXPECT_EQ(of(6, 7, 4, 5), "met-by");
  EXPECT_EQ(of(7, 7, 4, 5), "after");
}

TEST(Allen, InverseIsTheRelationTheOtherWayRound) {
  for (int a = 0; a < 5; ++a) {
    for (int b = a; b < 5; ++b) {
      for (int c = 0; c < 5; ++c) {
        for (int d = c; d < 5; ++d) {
          const Period one{Day{a}, Day{b}}, other{Day{c}, Day{d}};
          ASSERT_EQ(inverse(allen(one, other)), allen(other, one));
        }
      }
    }
  }
}

// The oracle: all pairs of readings in a window; "never" is a day beyond it, equal to itself. The bounds
// leave room for two intervals on either side, so that an unbounded side shows every relation it allows.
constexpr int window = 18, lowest = 6, highest = 11, never = 1000;

std::vector<Period> all_readings(const Readings& r) {
  const auto in = [](int d, const std::optional<Day>& low, const std::optional<Day>& high) {
    return (!low || low->number() <= d) && (!high || d <= high->number());
  };
  std::vector<Period> result;
  for (int first = 0; first < window; ++first) {
    if (!in(first, r.first_earliest, r.first_latest)) continue;
    for (int last = first; last < window; ++last) {
      if (in(last, r.last_earliest, r.last_latest)) result.push_back({Day{first}, Day{last}});
    }
    if (r.may_never_end) result.push_back({Day{first}, Day{never}});
  }
  return result;
}

Readings any_readings() {
  const auto bound = [] {
    const bool given = *rc::gen::weightedElement<bool>({{3, true}, {1, false}});
    return given ? std::optional(Day{*rc::gen::inRange(lowest, highest + 1)}) : std::nullopt;
  };
  const Readings r{bound(), bound(), bound(), bound(), *rc::gen::arbitrary<bool>()};
  RC_PRE(!all_readings(r).empty());
  return r;
}

RC_GTEST_PROP(PossibleRelations, AgreeWithTheEnumerationOfAllPairsOfReadings, ()) {
  const Readings a = any_readings(), b = any_readings();
  AllenSet expected;
  for (const Period& one : all_readings(a)) {
    for (const Period& other : all_readings(b)) expected.set(static_cast<std::size_t>(allen(one, other)));
  }
  RC_ASSERT(possible_relations(a, b).to_string() == expected.to_string());
}

TEST(PossibleRelations, OfIntervals) {
  const Interval cento{Date::parse("1955-02-24"), Date::parse("1979")};
  const Interval warsaw_pact{Date::parse("1955-05-14"), Date::parse("1991-07-01")};
  EXPECT_EQ(certain_relation(cento.readings(), warsaw_pact.readings()), Allen::Overlaps);
  const Interval nato{Date::parse("1949-04-04"), Ongoing{*Day::parse("2024-01-01")}};
  EXPECT_EQ(certain_relation(nato.readings(), warsaw_pact.readings()), Allen::Contains);
  const Interval left{Unknown{}, Date::parse("1979")};
  EXPECT_EQ(possible_relations(left.readings(), cento.readings()),
            set_of({Allen::Overlaps, Allen::FinishedBy, Allen::Contains, Allen::Starts, Allen::Equals,
                    Allen::StartedBy, Allen::During, Allen::Finishes, Allen::OverlappedBy, Allen::MetBy,
                    Allen::After}));
  EXPECT_EQ(certain_relation(left.readings(), cento.readings()), std::nullopt);
}

}  // namespace
}  // namespace entente
