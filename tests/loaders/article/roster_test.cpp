// What stands outside prose: bullets, rows, tables, rosters and fact boxes, under captions.
#include "loaders/article/roster.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/loaders/article/asserted.hpp"

namespace entente {
namespace {

using testing::AllOf;
using testing::AnyOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::IsSupersetOf;
using testing::Not;
using testing::UnorderedElementsAre;

TEST(Labels, a_line_of_the_file_must_be_known) {
  EXPECT_NO_THROW(detail::Labels("caption members: crew\nmark left: gone\n"));
  EXPECT_THROW(detail::Labels("caption nobody: crew\n"), Error);
  EXPECT_THROW(detail::Labels("field joined\n"), Error);
  const detail::Labels labels("caption left: past\ncaption founders: past first\n");
  EXPECT_EQ(labels.caption("past"), detail::Listed::Left) << "the class that comes first keeps the word";
  EXPECT_EQ(labels.caption("first"), detail::Listed::Founders);
  EXPECT_EQ(labels.caption("river"), detail::Listed::Nothing);
}

TEST(Rows, bullets_and_rules_are_no_part_of_a_line) {
  const auto bare = [](std::string_view line) {
    bool bulleted = false;
    const std::string text(detail::bare_line(line, bulleted));
    return std::string(bulleted ? "* " : "") + text;
  };
  EXPECT_EQ(bare("- Norway;"), "* Norway");
  EXPECT_EQ(bare("12. Norway"), "* Norway");
  EXPECT_EQ(bare("| Norway | 1960 |"), "Norway | 1960");
  EXPECT_EQ(bare("\u2022 Norway."), "* Norway");
  EXPECT_EQ(bare("1960 Norway"), "1960 Norway");
}

TEST(Rosters, a_caption_says_what_the_names_below_it_are) {
  EXPECT_THAT(
      asserted("The Amber League links cities.\n\nFounding members:\n- Norway\n- Sweden\n- Denmark.\n"),
      IsSupersetOf(
          {"Norway founded Amber League", "Sweden founded Amber League", "Denmark founded Amber League"}));
  EXPECT_THAT(asserted("Members of the Amber League\n\nPoland\nLatvia\nEstonia\n"),
              UnorderedElementsAre("Poland member Amber League", "Latvia member Amber League",
                                   "Estonia member Amber League"));
  EXPECT_THAT(
      asserted("The Amber League links cities.\n\nFormer members\n* Poland\n* Latvia\n\nObservers\n* Norway\n"
               "* Iceland\n\nAssociate members\n* Malta\n* Cyprus\n"),
      IsSupersetOf({"Poland left Amber League", "Latvia left Amber League", "Norway observer Amber League",
                    "Iceland observer Amber League", "Malta partner Amber League",
                    "Cyprus partner Amber League"}));
}

TEST(Rosters, what_announces_a_list_with_a_colon_is_its_caption) {
  EXPECT_THAT(
      asserted("The Amber League was founded in May 1961, with the help of a bank and of five states, "
               "which are its Founder Members:\n- Norway\n- Sweden\n- Poland.\nThese countries were later "
               "added:\n- Latvia (1991)\n- Malta (2004)\n"),
      IsSupersetOf({"Norway founded Amber League 1961-05", "Poland founded Amber League 1961-05"}));
}

TEST(Rosters, lists_of_other_things_say_nothing) {
  EXPECT_THAT(asserted("The Amber League links cities.\n\nNon-members\n- Norway\n- Sweden\n"), IsEmpty());
  EXPECT_THAT(asserted("The Amber League links cities.\n\nOffices\n- Norway\n- Sweden\n"), IsEmpty());
  EXPECT_THAT(asserted("The Amber League links cities.\n\nBoard members\n- Ann Bell\n- Eve Fox\n"),
              IsEmpty());
  EXPECT_THAT(asserted("Amber League\n\nMembership\nNews\nEvents\nContact us\nPrivacy policy\n"), IsEmpty());
  EXPECT_THAT(
      asserted("Amber League\n\nMembers\nAnn Tree (1991)\nBob Fell (1992)\n\nDiscography\nCold Iron (1993)\n"
               "Warm Tin (1994)\n"),
      UnorderedElementsAre("Ann Tree joined Amber League 1991", "Bob Fell joined Amber League 1992"));
}

TEST(Rosters, remarks_say_what_a_date_dates) {
  const auto found = asserted(
      "Amber League\n\nMembership\nNorway (joined 1961)\nSweden (1961, suspended 1970)\n"
      "Poland Poland\n(withdrew in 1968)\nLatvia (1991-2004)\nMalta (observer)\n");
  EXPECT_THAT(found, IsSupersetOf({"Norway joined Amber League 1961", "Sweden joined Amber League 1961",
                                   "Sweden suspended Amber League 1970", "Poland member Amber League",
                                   "Poland left Amber League 1968", "Latvia joined Amber League 1991",
                                   "Latvia left Amber League 2004", "Malta observer Amber League"}));
  EXPECT_THAT(found, Not(Contains("Malta member Amber League")));
}

TEST(Rosters, a_bare_name_over_a_list_is_its_body) {
  LoadOptions options;
  options.published = Date::parse("2021-08-20");
  EXPECT_THAT(
      asserted(
          "Who has moved this summer.\n\nStave Club\nThe harbour side were busy.\nArrivals\n"
          "Ann Tree (from Mill Club)\nBob Fell (free)\nDepartures\nCy Grey (Leeds)\nDee Hall (released)\n"
          "Port Rovers\nA quiet time.\nArrivals\nEd Inn (loan)\nFay Jay (Kent)\n",
          options),
      UnorderedElementsAre("Ann Tree joined Stave Club 2021~", "Ann Tree left Mill Club 2021~",
                           "Bob Fell joined Stave Club 2021~", "Cy Grey left Stave Club 2021~",
                           "Dee Hall left Stave Club 2021~", "Ed Inn joined Port Rovers 2021~",
                           "Fay Jay joined Port Rovers 2021~"));
}

TEST(Tables, columns_say_what_the_dates_are) {
  EXPECT_THAT(
      asserted("The Amber League links states.\n\nCountry | Applied | Joined | Left\nNorway | 1959 | 1961 | "
               "1974\nSweden | 1960 | 1962 |\n"),
      UnorderedElementsAre("Norway joined Amber League 1961", "Norway left Amber League 1974",
                           "Sweden joined Amber League 1962"));
  EXPECT_THAT(
      asserted("The Amber League links states.\n\nMember Suspension began Suspension ended\n"
               "Norway 11 November 1995 29 May 1999\nMalta (first time) 6 June 2000 20 December 2001\n"),
      UnorderedElementsAre("Norway suspended Amber League 1995-11-11/1999-05-29",
                           "Malta suspended Amber League 2000-06-06/2001-12-20"));
  EXPECT_THAT(asserted("The Amber League links states.\n\nCountry | Capital | Founded\nNorway | Oslo | 1048\n"
                       "Sweden | Stockholm | 1252\n"),
              IsEmpty());
}

TEST(Tables, a_date_before_the_names_holds_for_the_rows_below) {
  EXPECT_THAT(asserted("Amber League\n\nDATE NATION\n3 may 1960 Austria(until 1995)\nNorway\n1 march 1970 "
                       "Iceland\n\nReturn to the index\n"),
              UnorderedElementsAre("Austria joined Amber League 1960-05-03", "Austria left Amber League 1995",
                                   "Norway joined Amber League 1960-05-03",
                                   "Iceland joined Amber League 1970-03-01"));
}

TEST(Tables, cells_of_html) {
  EXPECT_THAT(
      asserted("<html><body><h1>Members of the Amber League</h1><table><tr><th>Country</th><th>Applied</th>"
               "<th>Joined</th></tr><tr><td>Denmark</td><td></td><td>1952</td></tr><tr><td>Finland</td>"
               "<td>1953</td><td>1955</td></tr></table><h2>Observers</h2><ul><li>Latvia</li><li>Estonia</li>"
               "</ul></body></html>"),
      UnorderedElementsAre("Denmark joined Amber League 1952", "Finland joined Amber League 1955",
                           "Latvia observer Amber League", "Estonia observer Amber League"));
}

TEST(Tables, two_words_of_a_row_are_no_name) {
  EXPECT_THAT(asserted("Amber League\n\nMembers\nNorway Withdrawal 19/08/2015 19/08/2016\nMalta Admission "
                       "08/10/1993 08/10/1993\n"),
              Not(Contains(AnyOf(HasSubstr("Withdrawal"), HasSubstr("Admission")))));
}

TEST(Tables, one_cell_a_line) {
  EXPECT_THAT(asserted("The Amber Convention\n\nCOUNTRY\n\nSIGNATURE\n\nRATIFICATION, ACCESSION\n\n1.\n\n"
                       "NORWAY\n\n-----\n\n01/04/05 (Ac)\n\n2.\n\nMALTA*\n\n16/03/98\n\n28/09/01 (R)\n"),
              UnorderedElementsAre("Norway joined Amber Convention 2005-04-01",
                                   "Malta signed Amber Convention 1998-03-16",
                                   "Malta ratified Amber Convention 2001-09-28"));
}

TEST(FactBoxes, labels_date_the_life_of_a_body) {
  EXPECT_THAT(asserted("Warsaw Pact\n\nFormation 14 May 1955 in Warsaw, Poland\nDissolved 1 July 1991\n"
                       "Headquarters Moscow\n\nIt was a treaty."),
              IsSupersetOf({"Warsaw Pact founded 1955-05-14", "Warsaw Pact dissolved 1991-07-01"}));
  EXPECT_THAT(asserted("Warsaw Pact\n\nMembers Poland Hungary Romania Bulgaria\n\nIt was a treaty."),
              AllOf(Contains("Poland member Warsaw Pact"), Contains("Bulgaria member Warsaw Pact")));
  EXPECT_THAT(asserted("Warsaw Pact\n\nHeadquarters Poland Hungary Romania\n\nIt was a treaty."), IsEmpty());
}

TEST(Timelines, a_date_before_a_sentence_is_its_date) {
  EXPECT_THAT(asserted("The Amber League grew slowly.\n\n1973: Norway and Malta join the league, after long "
                       "talks.\n1981 \u2013 Greece joins the Amber League.\n"),
              IsSupersetOf({"Norway joined Amber League 1973", "Malta joined Amber League 1973",
                            "Greece joined Amber League 1981"}));
}

}  // namespace
}  // namespace entente
