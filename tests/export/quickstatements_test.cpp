#include "export/quickstatements.hpp"

#include <gmock/gmock.h>

#include "tests/export/ties.hpp"

namespace entente {
namespace {

using entente::testing::body;
using entente::testing::make_tie;
using entente::testing::state;

std::string time_of(const char* edtf) { return quick_time(Date::parse(edtf)).value_or("none"); }

TEST(QuickTime, PrecisionIsASuffix) {
  EXPECT_EQ(time_of("2012-06-28"), "+2012-06-28T00:00:00Z/11");
  EXPECT_EQ(time_of("2012-06"), "+2012-06-00T00:00:00Z/10");
  EXPECT_EQ(time_of("2012"), "+2012-00-00T00:00:00Z/9");
  EXPECT_EQ(time_of("2012~"), "+2012-00-00T00:00:00Z/9");
  EXPECT_EQ(time_of("199X"), "+1990-00-00T00:00:00Z/8");
  EXPECT_EQ(time_of("[1901..2000]"), "+2000-00-00T00:00:00Z/7");
  EXPECT_EQ(time_of("-0477"), "-0478-00-00T00:00:00Z/9");
  EXPECT_EQ(time_of("0000"), "-0001-00-00T00:00:00Z/9");
  EXPECT_EQ(time_of("[2004..2006]"), "none");
  EXPECT_EQ(time_of("2001-21"), "none") << "a spring";
}

Tie tie(const std::string& first, const std::string& last) {
  return make_tie(state("Uzbekistan"), "member_of", body("CSTO"), first, last);
}

std::vector<Entity> entities() {
  Entity uzbekistan, csto;
  uzbekistan.id = {"uzbekistan"};
  uzbekistan.outside_ids = {{"wikidata", "Q265"}};
  csto.id = {"csto"};
  csto.outside_ids = {{"wikidata", "Q318693"}};
  return {uzbekistan, csto};
}

/// What Wikidata says of the same.
Proof wikidata(Event event, const std::string& when) {
  Claim claim;
  claim.event = event;
  claim.evidence.rule = "wikidata:P463";
  if (!when.empty()) claim.when = parse_edtf(when);
  return {id_of(claim), claim,
          Source{{"wikidata"}, "Wikidata", "Wikidata", "https://www.wikidata.org/", {}, {}, 0}};
}

TEST(QuickStatements, AStatementThatIsMissing) {
  const QuickStatements made = to_quickstatements(std::vector{tie("2006-06-23", "2012")}, entities());
  EXPECT_EQ(made.text,
            "Q265\tP463\tQ318693\tP580\t+2006-06-23T00:00:00Z/11\tP582\t+2012-00-00T00:00:00Z/"
            "9\tS854\t\"https://example.org/alliances\"\n");
  EXPECT_EQ(made.statements, 1U);
}

TEST(QuickStatements, WhoTellsOfTheFoundingIsNoReferenceForAMember) {
  Tie member = tie("2006-06-23", "2012");
  Proof founding = member.proofs.front();
  founding.claim.event = Event::Founded;
  founding.claim.object = {};
  member.proofs.front().source.url.clear();
  member.proofs.push_back(founding);
  EXPECT_THAT(to_quickstatements(std::vector{member}, entities()).text,
              ::testing::Not(::testing::HasSubstr("S854")));
  member.proofs.back().claim.object.name = "Uzbekistan";  // it founded the body
  EXPECT_THAT(to_quickstatements(std::vector{member}, entities()).text, ::testing::HasSubstr("S854"));
}

TEST(QuickStatements, EndsThatAreUnknownVagueOrOpen) {
  EXPECT_THAT(to_quickstatements(std::vector{tie("2006", "?")}, entities()).text,
              ::testing::HasSubstr("\tP582\tsomevalue\t"));
  EXPECT_THAT(to_quickstatements(std::vector{tie("2006", "..")}, entities()).text,
              ::testing::Not(::testing::HasSubstr("P582")));
  EXPECT_THAT(to_quickstatements(std::vector{tie("[2004..2006]", "")}, entities()).text,
              ::testing::HasSubstr("\tP1319\t+2004-01-01T00:00:00Z/11\tP8555\t+2006-12-31T00:00:00Z/11\t"));
  EXPECT_THAT(to_quickstatements(std::vector{tie("2006~", "")}, entities()).text,
              ::testing::HasSubstr("Z/9\tP1480\tQ5727902\t"));
}

TEST(QuickStatements, WhatWikidataHasIsLeftOut) {
  Tie known = tie("2006-06-23", "");
  known.proofs.push_back(wikidata(Event::Joined, "2006-06-23"));
  QuickStatements made = to_quickstatements(std::vector{known}, entities());
  EXPECT_EQ(made.text, "");
  EXPECT_EQ(made.known, 1U);

  known.proofs.erase(known.proofs.begin());  // only Wikidata says so
  EXPECT_EQ(to_quickstatements(std::vector{known}, entities()).known, 1U);
}

TEST(QuickStatements, ADateThatIsMissingIsAddedAndAnotherOneIsNot) {
  Tie without_end = tie("2006-06-23", "2012-12-19");
  without_end.proofs.push_back(wikidata(Event::Joined, "2006-06-23"));
  QuickStatements made = to_quickstatements(std::vector{without_end}, entities());
  EXPECT_EQ(made.text,
            "Q265\tP463\tQ318693\tP582\t+2012-12-19T00:00:00Z/11\tS854\t\"https://example.org/alliances\"\n");
  EXPECT_EQ(made.qualifiers, 1U);

  Tie other = tie("2006-06-23", "");
  other.proofs.push_back(wikidata(Event::Joined, "2005"));
  made = to_quickstatements(std::vector{other}, entities());
  EXPECT_EQ(made.text, "");
  EXPECT_EQ(made.different, 1U);
}

TEST(QuickStatements, WhatAPersonMustDecideIsCounted) {
  const std::vector<Tie> ties = {tie("1994", "1999"), tie("2006", "2012"),
                                 make_tie(state("Georgia"), "member_of", body("CSTO"), "1994", ""),
                                 make_tie(state("Uzbekistan"), "observer_of", body("CSTO"), "1994", "")};
  const QuickStatements made = to_quickstatements(ties, entities());
  EXPECT_EQ(made.text, "");
  EXPECT_EQ(made.several, 2U);
  EXPECT_EQ(made.unidentified, 1U);
  EXPECT_EQ(made.other, 1U);
}

TEST(QuickStatements, AHostileAddressEndsNoField) {
  QuickStatement statement{.item = "Q1", .property = "P463", .value = "Q2"};
  statement.reference_url = "https://a\"b\tc\nd";
  statement.retrieved = Date::parse("2026-11-24");
  EXPECT_EQ(to_line(statement), "Q1\tP463\tQ2\tS854\t\"https://a%22bcd\"\tS813\t+2026-11-24T00:00:00Z/11");
  statement.stated_in = "Q36578";
  EXPECT_EQ(to_line(statement), "Q1\tP463\tQ2\tS248\tQ36578\tS813\t+2026-11-24T00:00:00Z/11");
}

}  // namespace
}  // namespace entente
