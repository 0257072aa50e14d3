#include "graph/interval.hpp"

#include <gmock/gmock.h>

#include <algorithm>

#include "graph/error.hpp"
#include "tests/doc_table.hpp"

namespace entente {
namespace {

Period period(const char* edtf) { return Date::parse(edtf).period(); }
Day day(const char* text) { return *Day::parse(text); }

/// An interval as docs/time.md writes it: EDTF, for an ongoing end with "as of" and its horizon.
Interval documented(std::string text) {
  std::optional<Day> horizon;
  if (const std::size_t as_of = text.find("` as of "); as_of != std::string::npos) {
    horizon = Day::parse(text.substr(as_of + 8));
    text = text.substr(1, as_of - 1);
  }
  const DateInterval edtf = std::get<DateInterval>(parse_edtf(text));
  const auto* start = std::get_if<Date>(&edtf.start);
  const auto* end = std::get_if<Date>(&edtf.end);
  const Interval::First first = start != nullptr ? Interval::First(*start) : Interval::First(Unknown{});
  if (end != nullptr) return {first, *end};
  if (horizon) return {first, Ongoing{*horizon}};
  return std::holds_alternative<Open>(edtf.end) ? Interval(first, NotStated{}) : Interval(first, Unknown{});
}

TEST(StatusOver, TheWorkedExamplesOfTheTimePageAreTrue) {
  std::size_t examples = 0;
  for (const DocRow& row : doc_rows("time.md", "## Five answers")) {
    if (row.size() < 4 || row[0] == "interval") continue;  // the table of meanings has two columns
    ++examples;
    EXPECT_EQ(name_of(documented(row[0]).over(period(row[1].c_str()))), row[2]) << row[0] << " on " << row[1];
  }
  EXPECT_GE(examples, 19U);
}

const Interval uzbekistan{Date::parse("2006"), Date::parse("2012")};
const Interval armenia{Date::parse("1994"), Ongoing{day("2022-01-29")}};
const Interval joined_1994{Date::parse("1994"), NotStated{}};

// The oracle: every pair of days in a window, and "never" as an extra last day, judged by the definitions.
constexpr int window = 9;     // days 0 … 8 stand for all of time
constexpr int never = 1'000;  // a last day that never comes
// Bounds leave two days on each side, so that an unbounded side goes beyond any period asked about.
constexpr int lowest = 2, highest = 6;

struct Reading {
  int first, last;
};

std::vector<Reading> all_readings(const Readings& r) {
  const auto in = [](int d, const std::optional<Day>& low, const std::optional<Day>& high) {
    return (!low || low->number() <= d) && (!high || d <= high->number());
  };
  std::vector<Reading> result;
  for (int first = 0; first < window; ++first) {
    if (!in(first, r.first_earliest, r.first_latest)) continue;
    for (int last = first; last < window; ++last) {
      if (in(last, r.last_earliest, r.last_latest)) result.push_back({first, last});
    }
    if (r.may_never_end) result.push_back({first, never});
  }
  return result;
}

Status by_definition(const std::vector<Reading>& readings, int from, int to) {
  const auto every_day = [&](const Reading& x) { return x.first <= from && to <= x.last; };
  const auto some_day = [&](const Reading& x) { return x.first <= to && from <= x.last; };
  std::vector<Reading> endless;
  std::copy_if(readings.begin(), readings.end(), std::back_inserter(endless),
               [](const Reading& x) { return x.last == never; });
  const auto all = [](const std::vector<Reading>& of, const auto& holds) {
    return std::all_of(of.begin(), of.end(), holds);
  };
  if (all(readings, every_day)) return Status::Certain;
  if (!endless.empty() && all(endless, every_day)) return Status::Presumed;
  if (all(readings, some_day)) return Status::Part;
  if (!endless.empty() && all(endless, some_day)) return Status::Presumed;
  return std::any_of(readings.begin(), readings.end(), some_day) ? Status::Possible : Status::No;
}

/// Calls visit with every box whose bounds are absent or in lowest … highest and that has a reading.
template <class Visit>
void for_each_box(Visit visit) {
  std::vector<std::optional<Day>> bounds{std::nullopt};
  for (int d = lowest; d <= highest; ++d) bounds.push_back(Day{d});
  for (const auto& first_earliest : bounds) {
    for (const auto& first_latest : bounds) {
      for (const auto& last_earliest : bounds) {
        for (const auto& last_latest : bounds) {
          for (const bool may_never_end : {false, true}) {
            const Readings r{first_earliest, first_latest, last_earliest, last_latest, may_never_end};
            if (const auto readings = all_readings(r); !readings.empty()) visit(r, readings);
          }
        }
      }
    }
  }
}

std::string shown(const Readings& r) {
  const auto bound = [](const std::optional<Day>& d) { return d ? std::to_string(d->number()) : "none"; };
  return "first " + bound(r.first_earliest) + " to " + bound(r.first_latest) + ", last " +
         bound(r.last_earliest) + " to " + bound(r.last_latest) + (r.may_never_end ? " or never" : "");
}

TEST(StatusOver, AgreesWithTheEnumerationOfAllReadings) {
  for_each_box([](const Readings& r, const std::vector<Reading>& readings) {
    for (int from = lowest - 1; from <= highest + 1; ++from) {
      for (int to = from; to <= highest + 1; ++to) {
        ASSERT_STREQ(name_of(status_over(r, {Day{from}, Day{to}})),
                     name_of(by_definition(readings, from, to)))
            << shown(r) << ", asked from " << from << " to " << to;
      }
    }
  });
}

TEST(StatusChanges, AgreeWithTheStatusOfEachDay) {
  for_each_box([](const Readings& r, const std::vector<Reading>&) {
    const std::vector<StatusChange> changes = status_changes(r);
    ASSERT_FALSE(changes.empty());
    ASSERT_LE(changes.size(), 6U);
    ASSERT_FALSE(changes.front().from);
    std::size_t at = 0;
    for (int d = 0; d < window; ++d) {
      while (at + 1 < changes.size() && *changes[at + 1].from <= Day{d}) ++at;
      ASSERT_EQ(changes[at].status, status_over(r, {Day{d}, Day{d}})) << shown(r) << ", day " << d;
    }
    for (std::size_t i = 1; i < changes.size(); ++i) {
      ASSERT_NE(changes[i].status, changes[i - 1].status);
      if (i > 1) {
        ASSERT_LT(*changes[i - 1].from, *changes[i].from);
      }
    }
  });
}

TEST(StatusChanges, OfAnInterval) {
  EXPECT_THAT(status_changes(uzbekistan.readings()),
              testing::ElementsAre(StatusChange{std::nullopt, Status::No},
                                   StatusChange{day("2006-01-01"), Status::Possible},
                                   StatusChange{day("2006-12-31"), Status::Certain},
                                   StatusChange{day("2012-01-02"), Status::Possible},
                                   StatusChange{day("2013-01-01"), Status::No}));
  EXPECT_THAT(status_changes(armenia.readings()),
              testing::ElementsAre(StatusChange{std::nullopt, Status::No},
                                   StatusChange{day("1994-01-01"), Status::Possible},
                                   StatusChange{day("1994-12-31"), Status::Certain},
                                   StatusChange{day("2022-01-30"), Status::Presumed}));
}

TEST(Interval, AnUnknownStartBeforeADatedEnd) {
  const Interval left{Unknown{}, Date::parse("1999")};
  EXPECT_EQ(left.over(period("1950")), Status::Possible);
  EXPECT_EQ(left.over(period("1999")), Status::Part);
  EXPECT_EQ(left.over(period("2000")), Status::No);
  EXPECT_FALSE(left.open());
}

TEST(Interval, LimitsTighten) {
  const Interval seen{
      Unknown{}, NotStated{}, {.first_not_after = day("1995-06-01"), .last_not_before = day("1995-06-01")}};
  EXPECT_EQ(seen.over(period("1995-06-01")), Status::Certain);
  EXPECT_EQ(seen.over(period("1995")), Status::Part);
  EXPECT_EQ(seen.over(period("1990")), Status::Possible);
  EXPECT_EQ(seen.over(period("2000")), Status::Presumed);
  const Interval clipped{Date::parse("1955"), NotStated{}, {.last_not_after = day("1991-07-01")}};
  EXPECT_FALSE(clipped.readings().may_never_end);
  EXPECT_EQ(clipped.over(period("1992")), Status::No);
}

TEST(Interval, WithoutAnyReadingIsRefused) {
  const auto code = [](auto make) {
    try {
      make();
    } catch (const Error& error) {
      return std::optional(error.code());
    }
    return std::optional<ErrorCode>{};
  };
  EXPECT_EQ(code([] { Interval(Date::parse("2012"), Date::parse("2006")); }), ErrorCode::InvertedInterval);
  EXPECT_EQ(code([] { Interval(Date::parse("2012"), Unknown{}, {.last_not_after = day("2011-12-31")}); }),
            ErrorCode::InvertedInterval);
  EXPECT_EQ(code([] {
              Interval(Date::parse("2012"), Ongoing{day("2010-01-01")},
                       {.first_not_after = day("2011-01-01")});
            }),
            ErrorCode::InvertedInterval);
  EXPECT_EQ(code([] { Interval(Date::parse("2012"), Date::parse("2012")); }), std::nullopt);
}

TEST(Interval, PrintsAsEdtf) {
  EXPECT_EQ(uzbekistan.to_string(), "2006/2012");
  EXPECT_EQ(armenia.to_string(), "1994/..");
  EXPECT_EQ(joined_1994.to_string(), "1994/..");
  EXPECT_EQ(Interval(Unknown{}, Date::parse("1999~")).to_string(), "/1999~");
  EXPECT_EQ(Interval(Date::parse("1949-04"), Unknown{}).to_string(), "1949-04/");
}

}  // namespace
}  // namespace entente
