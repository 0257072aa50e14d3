#include "graph/day.hpp"

#include <gmock/gmock.h>

namespace entente {
namespace {

TEST(Day, CountsFrom1970) {
  EXPECT_EQ(Day::from_civil({1970, 1, 1}).number(), 0);
  EXPECT_EQ(Day::from_civil({2000, 3, 1}).number(), 11'017);
  EXPECT_EQ(Day::from_civil({1969, 12, 31}).number(), -1);
  EXPECT_EQ(Day::from_civil({0, 3, 1}).number(), -719'468);
}

// Two calendars must agree: the formula, and counting one day after another.
TEST(Day, AgreesWithCountingDayByDay) {
  CivilDay civil{-801, 1, 1};
  for (Day day = Day::from_civil(civil); civil.year < 2401; day = day.next()) {
    ASSERT_EQ(day.civil(), civil);
    ASSERT_EQ(Day::from_civil(civil), day);
    if (++civil.day > days_in_month(civil.year, civil.month)) {
      civil.day = 1;
      if (++civil.month > 12) {
        civil.month = 1;
        ++civil.year;
      }
    }
  }
}

TEST(Day, KnowsItsFarEnds) {
  for (const std::int64_t year : {-999'999'999'999'999, 999'999'999'999'999}) {
    const CivilDay civil{year, 12, 31};
    EXPECT_EQ(Day::from_civil(civil).civil(), civil);
  }
}

TEST(Day, LeapYears) {
  EXPECT_EQ(days_in_month(2000, 2), 29U);
  EXPECT_EQ(days_in_month(1900, 2), 28U);
  EXPECT_EQ(days_in_month(2012, 2), 29U);
  EXPECT_EQ(days_in_month(0, 2), 29U);
  EXPECT_EQ(days_in_month(-4, 2), 29U);
  EXPECT_EQ(days_in_month(-1, 2), 28U);
  EXPECT_EQ(days_in_month(2011, 12), 31U);
}

TEST(Day, ReadsExactlyOneForm) {
  for (const char* text : {"2012-06-28", "0000-02-29", "-0477-12-31", "9999-12-31"}) {
    const auto day = Day::parse(text);
    ASSERT_TRUE(day) << text;
    EXPECT_EQ(day->to_string(), text);
  }
  for (const char* text : {"", "2012-6-28", "2012-06-31", "2012-13-01", "2012-00-01", "2012-01-00",
                           "-0000-01-01", "2012-06-28 ", " 2012-06-28", "2012/06/28", "2012-06-2a",
                           "+2012-06-28", "2012--6-28", "12012-06-28", "2011-02-29"}) {
    EXPECT_FALSE(Day::parse(text)) << text;
  }
}

TEST(Period, BothEndsBelongToIt) {
  const Period period{Day{3}, Day{5}};
  EXPECT_TRUE(period.contains(Day{3}));
  EXPECT_TRUE(period.contains(Day{5}));
  EXPECT_FALSE(period.contains(Day{6}));
  EXPECT_TRUE(period.overlaps({Day{5}, Day{9}}));
  EXPECT_FALSE(period.overlaps({Day{6}, Day{9}}));
}

}  // namespace
}  // namespace entente
