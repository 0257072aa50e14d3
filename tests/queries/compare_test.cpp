// Sources side by side, and answers according to some of them.
#include "queries/compare.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "graph/error.hpp"
#include "queries/members.hpp"
#include "queries/source_choice.hpp"
#include "queries/was.hpp"
#include "tests/queries/history.hpp"

namespace entente {
namespace {

using testing::ElementsAre;
using testing::SizeIs;

// One treaty as three sources have it: one knows of a return, one has years only and another name for the
// body, one never saw an end.
constexpr const char* treaty = R"(
source names 2024-01-01
entity oria state Oria
entity pelan state Pelan
entity pact organisation Northern Pact
entity union organisation Northern Union
entity club organisation Tea Club
union succeeded pact 2002
source days 2018-12-31
oria member pact 1992-05-15/1999-04-20
oria member pact 2006-08-17/2012-06-28
pelan member pact 1992-05-15/1999-04-20
source years 2014-12-31
oria member union 2002/2011
pelan member pact 1992/1999
source open 2012-12-31
oria member pact 1992-05-15/..
pelan member pact 1993-01-01/1999-04-20
oria member club 1950/..
)";

Comparison only(const Comparisons& answer) {
  EXPECT_THAT(answer.comparisons, SizeIs(1));
  return answer.comparisons.empty() ? Comparison{} : answer.comparisons.front();
}

TEST(Compare, OneReturnsOneHasNone) {
  const auto store = history(treaty);
  const Comparisons answer = compare(**store, {.sources = {{"days"}, {"open"}}, .entity = EntityId{"oria"}});
  const Comparison oria = only(answer);
  EXPECT_EQ(oria.agreement, Agreement::Spells);
  EXPECT_EQ(oria.accounts[0].spells[0].text, "1992-05-15/1999-04-20");
  EXPECT_EQ(oria.accounts[0].spells[1].text, "2006-08-17/2012-06-28");
  EXPECT_EQ(oria.accounts[1].spells[0].text, "1992-05-15/..");
}

TEST(Compare, MorePreciseIsCompatibleAndOtherDaysAreNot) {
  const auto store = history(treaty);
  const Comparison pelan =
      only(compare(**store, {.sources = {{"days"}, {"years"}, {"open"}}, .entity = EntityId{"pelan"}}));
  ASSERT_THAT(pelan.pairs, SizeIs(3));
  EXPECT_EQ(pelan.pairs[0].agreement, Agreement::Compatible);  // days, years
  EXPECT_EQ(pelan.pairs[1].agreement, Agreement::Start);       // days, open
  EXPECT_EQ(pelan.pairs[1].start_days, 231);                   // 1992-05-15 to 1993-01-01
  EXPECT_EQ(pelan.pairs[1].end_days, 0);
  EXPECT_EQ(pelan.pairs[2].start_days, 1);  // 1992 to 1993-01-01
  EXPECT_EQ(pelan.agreement, Agreement::Start);
}

TEST(Compare, SuccessorsAreOneBodyWhereAsked) {
  const auto store = history(treaty);
  const CompareQuestion apart{.sources = {{"days"}, {"years"}}, .entity = EntityId{"oria"}};
  // "years" speaks of the pact, and knows of no Oria in it.
  EXPECT_EQ(only(compare(**store, apart)).agreement, Agreement::OnlyOne);
  CompareQuestion together = apart;
  together.follow_successors = true;
  together.body = EntityId{"union"};
  const Comparison oria = only(compare(**store, together));
  EXPECT_EQ(oria.agreement, Agreement::Spells);
  EXPECT_EQ(oria.body.id.value, "union");
  EXPECT_EQ(oria.accounts[1].spells[0].text, "2002/2011");
}

TEST(Compare, SpellsThatTouchOverASuccessionAreOne) {
  const auto store = history(R"(
entity oria state Oria
entity pact organisation Northern Pact
entity union organisation Northern Union
union succeeded pact 2002-03-01
source a 2014
oria member pact 1990-01-01/2002-02-28
oria member union 2002-03-01/2010-01-01
source b 2014
oria member pact 1990-01-01/2010-01-01
)");
  const Comparison oria = only(compare(**store, {.sources = {{"a"}, {"b"}}, .follow_successors = true}));
  EXPECT_EQ(oria.agreement, Agreement::Agree);
  EXPECT_THAT(oria.accounts[0].spells, SizeIs(1));
  EXPECT_EQ(oria.accounts[0].spells[0].text, "1990-01-01/2010-01-01");
}

TEST(Compare, WhatCameAfterTheOtherSpokeIsNoDifference) {
  const auto store = history(R"(
source early 1999-12-31
a member x 1950-01-01/..
b member x 1960-01-01/1970-01-01
source late 2010-12-31
a member x 1950-01-01/2004-05-01
b member x 1960-01-01/1970-01-01
b member x 2001-01-01/..
c member x 2005-01-01/..
d member x 1990-01-01/..
)");
  const Comparisons answer = compare(**store, {.sources = {{"early"}, {"late"}}});
  std::map<std::string, Agreement> found;
  for (const Comparison& c : answer.comparisons) found[c.entity.id.value] = c.agreement;
  EXPECT_EQ(found["a"], Agreement::Compatible);  // left after the other spoke
  EXPECT_EQ(found["b"], Agreement::Compatible);  // came back after it
  EXPECT_EQ(found["c"], Agreement::Compatible);  // came after it
  EXPECT_EQ(found["d"], Agreement::OnlyOne);
  EXPECT_EQ(answer.totals.front().memberships.at(Agreement::Compatible), 3U);
  EXPECT_EQ(answer.totals.front().memberships.at(Agreement::OnlyOne), 1U);
}

TEST(Compare, ASpellThatMeetsOneOfTheOtherIsNotAfterIt) {
  // "early" knows of a return in its last days; "late" dates it a little later.
  const auto store = history(R"(
source early 2006-06-24
a member x 2006-06-23/..
source late 2018-12-31
a member x 1992-05-15/1999-04-20
a member x 2006-08-17/2012-06-28
)");
  EXPECT_EQ(only(compare(**store, {})).agreement, Agreement::Spells);
}

TEST(Compare, OpenEndsOfOtherHorizonsAgree) {
  const auto store = history(R"(
source early 1999-12-31
a member x 1950-01-01/..
source late 2010-12-31
a member x 1950-01-01/..
)");
  EXPECT_EQ(only(compare(**store, {})).agreement, Agreement::Agree);
}

TEST(Compare, AllOthersTogether) {
  const auto store = history(R"(
source a 2010
m member x 1990-01-01/..
source b 2010
m joined x 1990-01-01
source c 2010
m left x 2000-05-05
)");
  const Comparison m = only(compare(**store, {.sources = {{"a"}, all_others}}));
  EXPECT_EQ(m.accounts[1].spells[0].text, "1990-01-01/2000-05-05");
  EXPECT_EQ(m.agreement, Agreement::End);
}

TEST(Compare, AnUndatedSpellIsNotDrawnIntoAnother) {
  const auto store = history(R"(
entity pact organisation Pact
entity union organisation Union
union succeeded pact 2002
source a 2022
m left pact 1999
m member union
source b 2022
m member pact 1990/1999
)");
  const Comparison m = only(compare(**store, {.sources = {{"a"}, {"b"}}, .follow_successors = true}));
  EXPECT_THAT(m.accounts[0].spells, SizeIs(2));
}

TEST(Compare, ASourceIsNotComparedWithItself) {
  const auto store = history(treaty);
  EXPECT_THROW((void)compare(**store, {.sources = {{"days"}, {"days"}}}), Error);
  EXPECT_THROW((void)compare(**store, {.sources = {all_others, {"days"}, all_others}}), Error);
}

TEST(Compare, FiltersAndCountsOfBodies) {
  const auto store = history(treaty);
  const Comparisons all = compare(**store, {});
  EXPECT_EQ(all.bodies, 1U);        // the pact
  EXPECT_EQ(all.other_bodies, 2U);  // the union, the club
  EXPECT_THAT(compare(**store, {.all_bodies = true}).comparisons, SizeIs(4));
  EXPECT_THAT(compare(**store, {.only = {Agreement::Start}}).comparisons, SizeIs(1));
  EXPECT_THAT(compare(**store, {.least_days = 232}).comparisons, SizeIs(0));
  EXPECT_THAT(compare(**store, {.least_days = 231}).comparisons, SizeIs(1));
  EXPECT_THAT(compare(**store, {.when = period("1985")}).comparisons, SizeIs(0));
  EXPECT_THROW((void)compare(**store, {.sources = {{"nobody"}}}), Error);
}

TEST(SourceChoice, OnlyOneSourceAnswers) {
  const auto store = history(treaty);
  const Store days = store_of(**store, {.only = {{"days"}}});
  const Was was_2000 = was(days, {.subject = {"oria"}, .body = {"pact"}, .when = period("2000")});
  EXPECT_EQ(was_2000.status, Status::No);
  const Store open = store_of(**store, {.only = {{"open"}}});
  EXPECT_EQ(was(open, {.subject = {"oria"}, .body = {"pact"}, .when = period("2000")}).status,
            Status::Certain);
}

TEST(SourceChoice, KnownByADay) {
  const auto store = history(R"(
source first 2005-06-01
a joined x 2001
source second 2009
a left x 2008
source undated -
b joined x 2001
)");
  const auto status = [&](const char* day) {
    const Store known = store_of(**store, {.known_by = Day::parse(day)});
    return was(known, {.subject = {"a"}, .body = {"x"}, .when = period("2012")}).status;
  };
  EXPECT_EQ(status("2005-05-31"), Status::No);
  EXPECT_EQ(status("2005-06-01"), Status::Presumed);
  EXPECT_EQ(status("2009-12-30"), Status::Presumed);  // may have appeared on the last day of the year
  EXPECT_EQ(status("2009-12-31"), Status::No);
  const Store known = store_of(**store, {.known_by = Day::parse("2020-01-01")});
  EXPECT_EQ(members(known, {.body = {"x"}}).ties.size(), 1U);  // nobody knows when "undated" was published
}

TEST(SourceChoice, APreferredSourceWins) {
  const auto store = history(R"(
source a 2010 5
m joined x 1990-01-01
source b 2010
m joined x 1991-01-01
)");
  const auto start = [](const Store& s) {
    return members(s, {.body = {"x"}}).ties.front().interval.to_string();
  };
  EXPECT_EQ(start(**store), "1990-01-01/..");
  EXPECT_EQ(start(store_of(**store, {.preferred = {{"b"}}})), "1991-01-01/..");
  EXPECT_EQ(start(store_of(**store, {.preferred = {{"a"}, {"b"}}})), "1990-01-01/..");
}

TEST(SourceChoice, FindsASourceByPartOfItsTitle) {
  const auto store =
      history("source cow-igo 2014\na joined x 1990\nsource cow-alliances 2012\na joined x 1990\n");
  EXPECT_EQ(find_source(**store, "cow-igo").value, "cow-igo");
  EXPECT_EQ(find_source(**store, "COW IGO").value, "cow-igo");
  EXPECT_EQ(find_source(**store, "alliances").value, "cow-alliances");
  EXPECT_THROW((void)find_source(**store, "cow"), Error);
  EXPECT_THROW((void)find_source(**store, "atop"), Error);
  const auto only_one = history("source cow-igo 2014\na joined x 1990\n");
  EXPECT_EQ(find_source(**only_one, "igo").value, "cow-igo");
  for (const char* nothing : {"", "-"}) EXPECT_THROW((void)find_source(**only_one, nothing), Error);
}

}  // namespace
}  // namespace entente
