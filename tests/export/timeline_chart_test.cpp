#include "export/timeline_chart.hpp"

#include <gmock/gmock.h>

#include "export/display_text.hpp"
#include "tests/export/ties.hpp"

namespace entente {
namespace {

using testing::body;
using ::testing::HasSubstr;
using testing::interval;
using testing::make_tie;
using ::testing::Not;
using testing::state;

std::vector<Tie> uzbekistan() {
  const EntityRef who = state("Uzbekistan");
  std::vector<Tie> ties = {make_tie(who, relation::member_of, body("CSTO"), "1994", "1999"),
                           make_tie(who, relation::member_of, body("CIS"), "1991-12-21", ".."),
                           make_tie(who, relation::member_of, body("CSTO"), "2006", "2012"),
                           make_tie(who, relation::observer_of, body("EAEU"), "2020-12-11", "")};
  ties[2].disputes.push_back({});
  return ties;
}

TEST(TimelineChart, DrawsCertainPossiblePresumedAndOpen) {
  EXPECT_EQ(timeline_chart(uzbekistan(), {.width = 76}),
            "                                 1995    2000   2005   2010   2015    2020\n"
            "CSTO             1994–1999      ▒▒██████▒▒\n"
            "CIS              1991–       ████████████████████████████████████████████░░→\n"
            "CSTO *           2006–2012                       ▒▒████████▒▒\n"
            "EAEU (observer)  2020–                                                 ░░░░→\n"
            "\n"
            "█ certain (in 3 of 4)   ░ presumed (in 2 of 4)   ▒ possible (in 2 of 4)   * disputed\n");
}

TEST(TimelineChart, HasAnAsciiForm) {
  const std::string chart = timeline_chart(uzbekistan(), {.width = 76, .ascii = true});
  EXPECT_THAT(chart, HasSubstr("###"));
  EXPECT_THAT(chart, HasSubstr("//#"));
  EXPECT_THAT(chart, HasSubstr("-->"));
  EXPECT_THAT(chart, Not(HasSubstr("█")));
}

TEST(TimelineChart, StaysWithinItsWidth) {
  for (const std::size_t width : {40U, 60U, 80U, 120U}) {
    const std::string chart = timeline_chart(uzbekistan(), {.width = width});
    for (std::size_t begin = 0; begin < chart.find("\n\n");) {
      const std::size_t end = chart.find('\n', begin);
      EXPECT_LE(display_width(chart.substr(begin, end - begin)), width);
      begin = end + 1;
    }
  }
}

TEST(TimelineChart, ShowsTheYearsAskedForAndWhatLiesBeyond) {
  const std::string chart = timeline_chart(
      uzbekistan(), {.width = 76, .period = asked_period(parse_edtf("1997/2008")), .ascii = true});
  EXPECT_THAT(chart, HasSubstr("CSTO             1994–1999  <#"));
  EXPECT_THAT(chart, HasSubstr("#>\n"));
}

TEST(TimelineChart, AMembershipOfADayIsSeen) {
  const std::vector<Tie> ties = {
      make_tie(state("A"), relation::member_of, body("Long"), "1900", "2000"),
      make_tie(state("A"), relation::member_of, body("Short"), "1950-06-01", "1950-06-01")};
  EXPECT_THAT(timeline_chart(ties, {.width = 60, .ascii = true}), HasSubstr("Short  1950"));
  EXPECT_THAT(timeline_chart(ties, {.width = 60, .ascii = true}),
              ::testing::ContainsRegex("Short  1950 +#\n"));
}

TEST(TimelineChart, AnUnknownStartBeginsWithAnArrow) {
  const std::vector<Tie> ties = {make_tie(state("A"), relation::member_of, body("X"), "", "1999"),
                                 make_tie(state("A"), relation::member_of, body("Y"), "1990", "2005")};
  EXPECT_THAT(timeline_chart(ties, {.width = 60}), HasSubstr("X  ?–1999     ←"));
}

TEST(TimelineChart, NamesTheSubjectsWhenTold) {
  EXPECT_THAT(timeline_chart(uzbekistan(), {.label = ChartOptions::Label::Subject}), HasSubstr("Uzbekistan"));
}

TEST(TimelineChart, YearsBeforeChrist) {
  const std::vector<Tie> ties = {
      make_tie(state("Athens"), relation::member_of, body("Delian League"), "-0477", "-0403")};
  EXPECT_THAT(timeline_chart(ties, {.width = 80}), HasSubstr("BC"));
}

TEST(TimelineChart, OfNothingIsEmpty) { EXPECT_EQ(timeline_chart({}), ""); }

}  // namespace
}  // namespace entente
