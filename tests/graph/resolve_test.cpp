// The rules of docs/resolution.md, one history each.
#include "graph/resolve.hpp"

#include <gmock/gmock.h>

#include "tests/graph/history.hpp"

namespace entente {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;
using testing_support::edges_of;
using testing_support::History;
using testing_support::read_history;

std::vector<std::string> edges(const std::string& text) { return edges_of(read_history(text)); }

Status status(const std::string& text, const char* when, std::size_t edge = 0) {
  const History history = read_history(text);
  return resolve(history.claims, history.sources).edges.at(edge).interval.over(Date::parse(when).period());
}

TEST(Resolve, RejoiningIsASecondEdge) {
  EXPECT_THAT(edges(R"(
    Uzbekistan | joined | CSTO | 1992
    Uzbekistan | left   | CSTO | 1999
    Uzbekistan | joined | CSTO | 2006
    Uzbekistan | left   | CSTO | 2012
  )"),
              ElementsAre("uzbekistan member_of csto 1992/1999", "uzbekistan member_of csto 2006/2012"));
}

TEST(Resolve, LeftWithoutJoiningHasAnUnknownStart) {
  EXPECT_THAT(edges("Georgia | left | CST | 1999"), ElementsAre("georgia member_of cst /1999"));
  EXPECT_EQ(status("Georgia | left | CST | 1999", "1980"), Status::Possible);
}

TEST(Resolve, FoundingBoundsAnUnknownStart) {
  const char* history = R"(
    Georgia | left | CST | 1999
    CST | founded | | 1992-05-15
  )";
  EXPECT_THAT(edges(history), ElementsAre("georgia member_of cst /1999 [founding]"));
  EXPECT_EQ(status(history, "1992-05-14"), Status::No);
  EXPECT_EQ(status(history, "1995"), Status::Possible);
}

TEST(Resolve, EndedButNobodySaysWhen) {
  const char* history = R"(
    @book 1970
    X | joined | Y | 1950 | book
    X | left | Y | | book
  )";
  EXPECT_THAT(edges(history), ElementsAre("x member_of y 1950/"));
  EXPECT_EQ(status(history, "1960"), Status::Possible);
  EXPECT_EQ(status(history, "1971"), Status::No) << "it had ended when the book said so";
}

TEST(Resolve, OpenEndedJoiningIsPresumedLater) {
  EXPECT_THAT(edges("X | joined | Y | 1994"), ElementsAre("x member_of y 1994/.."));
  EXPECT_EQ(status("X | joined | Y | 1994", "1994"), Status::Part);
  EXPECT_EQ(status("X | joined | Y | 1994", "2010"), Status::Presumed);
}

TEST(Resolve, OngoingIsCertainToTheHorizonAndPresumedAfterIt) {
  const char* history = R"(
    @article 2022-01-29
    Armenia | member | CSTO | 1994/.. | article
  )";
  EXPECT_EQ(status(history, "2021-06-01"), Status::Certain);
  EXPECT_EQ(status(history, "2022-01-29"), Status::Certain);
  EXPECT_EQ(status(history, "2024-06-01"), Status::Presumed);
}

TEST(Resolve, AnObservationIsCertainThenAndOpenToBothSides) {
  EXPECT_EQ(status("X | member | Y | 1995-03-01", "1995-03-01"), Status::Certain);
  EXPECT_EQ(status("X | member | Y | 1995-03-01", "1995-02-28"), Status::Possible);
  EXPECT_EQ(status("X | member | Y | 1995-03-01", "1995-03-02"), Status::Presumed);
  EXPECT_EQ(status("X | member | Y | 1995", "1995"), Status::Part);
}

TEST(Resolve, AnObservationNarrowsTheSpellThatAllowsIt) {
  const char* history = R"(
    X | left | Y | 1999
    X | member | Y | 1995
  )";
  EXPECT_THAT(edges(history), ElementsAre("x member_of y /1999"));
  EXPECT_EQ(status(history, "1997"), Status::Certain);
  EXPECT_EQ(status(history, "1990"), Status::Possible);
}

TEST(Resolve, CompatibleDatesRefineOneAnother) {
  EXPECT_THAT(edges(R"(
    X | joined | Y | 2012 | a
    X | joined | Y | 2012-06 | b
    X | joined | Y | 2012-06-28 | c
  )"),
              ElementsAre("x member_of y 2012-06-28/.."));
}

TEST(Resolve, IncompatibleDatesAreADisputeThatKeepsTheBestSupported) {
  EXPECT_THAT(edges(R"(
    X | joined | Y | 1992 | a
    X | joined | Y | 1993-04 | b
    X | joined | Y | 1992 | c
  )"),
              ElementsAre("x member_of y 1992/.. !"));
  EXPECT_THAT(edges(R"(
    @b - 5
    X | joined | Y | 1992 | a
    X | joined | Y | 1993-04 | b
    X | joined | Y | 1992 | c
  )"),
              ElementsAre("x member_of y 1993-04/.. !"))
      << "a declared priority outweighs numbers";
  EXPECT_THAT(edges(R"(
    X | joined | Y | 1992 | a
    X | joined | Y | 1993-04 | b
  )"),
              ElementsAre("x member_of y 1993-04/.. !"))
      << "of equals the more precise";
}

TEST(Resolve, ADisputeNamesEveryAlternativeWithItsClaims) {
  const History history = read_history(R"(
    X | left | Y | 1998 | a
    X | left | Y | 1999 | b
    X | left | Y | 1999-04 | c
  )");
  const Edge edge = resolve(history.claims, history.sources).edges.at(0);
  ASSERT_EQ(edge.disputes.size(), 1U);
  EXPECT_EQ(edge.disputes[0].end, Dispute::End::Last);
  ASSERT_EQ(edge.disputes[0].alternatives.size(), 2U);
  EXPECT_EQ(edge.disputes[0].alternatives[0].date.text(), "1999-04");
  EXPECT_EQ(edge.disputes[0].alternatives[0].claims.size(), 2U);
  EXPECT_EQ(edge.disputes[0].alternatives[1].date.text(), "1998");
  EXPECT_EQ(edge.claims.size(), 3U);
}

TEST(Resolve, SeenAfterItsEndIsADisputeOfTheEnd) {
  EXPECT_THAT(edges(R"(
    @cow 2012-12-31
    X | member | Y | 1992/1999 | atop
    X | member | Y | 1992/.. | cow
  )"),
              ElementsAre("x member_of y 1992/1999 ! [observed-later]"));
}

TEST(Resolve, DissolutionClosesEdgesOfTheBodyAndOfTheMember) {
  EXPECT_THAT(edges(R"(
    Poland | joined | Warsaw Pact | 1955-05-14
    Warsaw Pact | dissolved | | 1991-07-01
  )"),
              ElementsAre("poland member_of warsaw-pact 1955-05-14/1991-07-01 [dissolution]"));
  EXPECT_THAT(edges(R"(
    GDR | joined | COMECON | 1950
    GDR | dissolved | | 1990-10-03
    COMECON | dissolved | | 1991-06-28
  )"),
              ElementsAre("gdr member_of comecon 1950/1990-10-03 [dissolution]"));
  EXPECT_THAT(edges(R"(
    X | member | Y | 1950/1995
    Y | dissolved | | 1991
  )"),
              ElementsAre("x member_of y 1950/1991 [dissolution]"))
      << "no membership outlives the body";
}

TEST(Resolve, AnUndatedLeavingEndsWhatHadBegunWhenItWasSaid) {
  EXPECT_THAT(edges(R"(
    @old 2000
    @new 2020
    X | left | Y | | old
    X | joined | Y | 2010 | new
  )"),
              ElementsAre("x member_of y /", "x member_of y 2010/.."));
  const char* returned = R"(
    @old 2000
    @new 2020-06-30
    X | joined | Y | 1990 | new
    X | left | Y | | old
    X | member | Y | /.. | new
  )";
  EXPECT_THAT(edges(returned), ElementsAre("x member_of y 1990/", "x member_of y /.."));
  EXPECT_EQ(status(returned, "2020-06-30", 1), Status::Certain) << "somebody saw it after it had ended";
}

TEST(Resolve, AnUndatedDissolutionEndsWhatIsOpen) {
  const char* history = R"(
    @book 2020
    A | joined | Y | 1990 | book
    Y | dissolved | | | book
  )";
  EXPECT_THAT(edges(history), ElementsAre("a member_of y 1990/ [dissolution]"));
  EXPECT_EQ(status(history, "2010"), Status::Possible);
  EXPECT_EQ(status(history, "2021"), Status::No);
}

TEST(Resolve, AMembershipAfterTheEndOfTheBodyIsDisputed) {
  EXPECT_THAT(edges(R"(
    A | joined | Y | 2017
    Y | dissolved | | 2015
  )"),
              ElementsAre("a member_of y 2017/.. ! [outside-existence]"));
}

TEST(Resolve, SuspensionIsAnEdgeOfItsOwn) {
  EXPECT_THAT(
      edges(R"(
    Egypt | joined | Arab League | 1945
    Egypt | suspended | Arab League | 1979
    Egypt | reinstated | Arab League | 1989
  )"),
      ElementsAre("egypt member_of arab-league 1945/..", "egypt suspended_from arab-league 1979/1989"));
  EXPECT_THAT(edges(R"(
    X | joined | Y | 1945
    X | suspended | Y | 1979
    X | left | Y | 1985
  )"),
              ElementsAre("x member_of y 1945/1985", "x suspended_from y 1979/1985 [membership-ended]"));
}

TEST(Resolve, HypotheticalAndDeniedStatementsMakeNoEdge) {
  EXPECT_THAT(edges(R"(
    Ukraine | joined | CSTO | 2022 | s | hypothetical
    Serbia | member | CSTO | | s | negated
  )"),
              IsEmpty());
}

TEST(Resolve, SignatoriesCountFromEntryIntoForceByAStatedRule) {
  EXPECT_THAT(edges(R"(
    Armenia | signed | CST | 1992-05-15
    CST | entered_into_force | | 1994-04-20
  )"),
              ElementsAre("armenia member_of cst 1994-04-20/.. [signatory]",
                          "armenia signatory_of cst 1992-05-15/.."));
  EXPECT_THAT(edges("Armenia | signed | CST | 1992-05-15"),
              ElementsAre("armenia signatory_of cst 1992-05-15/.."));
  EXPECT_THAT(
      edges(R"(
    Georgia | signed | CST | 1993
    Georgia | left | CST | 1999
    CST | entered_into_force | | 1994-04-20
  )"),
      ElementsAre("georgia member_of cst 1994-04-20/1999 [signatory]", "georgia signatory_of cst 1993/.."));
}

TEST(Resolve, FoundersAreMembersFromTheFounding) {
  EXPECT_THAT(edges(R"(
    Benelux | founded | | 1944
    Belgium | founded | Benelux | 1944
  )"),
              ElementsAre("belgium member_of benelux 1944/.."));
}

TEST(Resolve, ARenamedBodyIsOneEntity) {
  EXPECT_THAT(edges(R"(
    A | joined | Old Name | 1950
    Old Name | renamed | New Name | 1960
    B | joined | New Name | 1965
  )"),
              UnorderedElementsAre("a member_of old-name 1950/..", "b member_of old-name 1965/.."));
}

TEST(Resolve, ASuccessorIsAnEdgeBetweenTwo) {
  EXPECT_THAT(edges("CSTO | succeeded | CST | 2002"), ElementsAre("csto successor_of cst 2002/.."));
}

TEST(Resolve, StatesOfOtherKindsAreTiesOfTheirOwn) {
  EXPECT_THAT(edges(R"(
    Serbia | observer | CSTO | 2013
    Serbia | plays_for | CSTO | 2013/2014
  )"),
              ElementsAre("serbia observer_of csto /..", "serbia plays_for csto 2013/2014"));
}

TEST(Resolve, APlainNameBecomesAnEntityAndAnAmbiguousOneIsReported) {
  History history = read_history("Georgia | joined | Club | 1990");
  const auto describe = [&](const char* id, Event event, const char* value) {
    Claim claim;
    claim.subject.id = id;
    claim.event = event;
    claim.object.name = value;
    claim.evidence.source.value = "registry";
    history.claims.push_back(claim);
  };
  describe("georgia", Event::Named, "Georgia");
  describe("georgia-us", Event::Named, "Georgia");
  const Resolution ambiguous = resolve(history.claims, history.sources);
  ASSERT_EQ(ambiguous.unmatched.size(), 1U);
  EXPECT_THAT(ambiguous.unmatched[0].candidates, ElementsAre("georgia", "georgia-us"));
  EXPECT_EQ(ambiguous.edges.at(0).subject.value, "name:georgia");

  History settled = history;
  const auto settle = [&](const char* id) {
    settled.claims.push_back(settled.claims.back());
    settled.claims.back().subject.id = id;
    settled.claims.back().detail = "mapped";
  };
  settle("georgia-us");
  const Resolution decided = resolve(settled.claims, settled.sources);
  EXPECT_THAT(decided.unmatched, IsEmpty());
  EXPECT_EQ(decided.edges.at(0).subject.value, "georgia-us");
  settle("georgia");
  EXPECT_EQ(resolve(settled.claims, settled.sources).unmatched.size(), 1U) << "two sayings decide nothing";

  describe("georgia", Event::Classified, "state");
  describe("georgia-us", Event::Classified, "place");
  EXPECT_EQ(resolve(history.claims, history.sources).edges.at(0).subject.value, "georgia");
}

}  // namespace
}  // namespace entente
