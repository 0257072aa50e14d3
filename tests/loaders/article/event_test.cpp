// Events in all their dress: sentences of one kind each, with what they say and what they do not.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/loaders/article/asserted.hpp"

namespace entente {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::IsSupersetOf;
using testing::Not;

/// `Georgia left CST 1999`, for every claim that asserts something.
std::vector<std::string> facts(std::string_view text, const char* published = nullptr) {
  LoadOptions options;
  if (published != nullptr) options.published = Date::parse(published);
  return asserted(text, options);
}

TEST(Events, a_clause_may_open_with_its_own_date) {
  EXPECT_THAT(facts("In 1991 Norway left the Northern League and in 1994 it joined the Southern League."),
              ElementsAre("Norway left Northern League 1991", "Norway joined Southern League 1994"));
  EXPECT_THAT(facts("At a meeting in Lima in May 1911, Peru, Chile and Bolivia founded the Andean League."),
              Contains("Peru founded Andean League 1911-05"));
}

TEST(Events, what_follows_from_a_verb_has_its_date) {
  EXPECT_THAT(facts("In 1954 the Baltic Club merged with the Coast Club to form the Northern League."),
              ElementsAre("Northern League founded 1954", "Baltic Club founded Northern League 1954",
                          "Coast Club founded Northern League 1954"));
}

TEST(Events, a_landmark_gives_the_year) {
  EXPECT_THAT(facts("Honduras withdrew from the Northern League after the 2009 coup."),
              ElementsAre("Honduras left Northern League 2009~"));
  EXPECT_THAT(facts("Norway left the Northern League. It had signed the Treaty of Bergen after the war."),
              Contains("Norway left Northern League"));
}

TEST(Events, a_year_stands_whatever_word_follows) {
  EXPECT_THAT(facts("Norway left the Northern League in 1975 due to a quarrel over fish."),
              ElementsAre("Norway left Northern League 1975"));
  EXPECT_THAT(facts("Norway left the Northern League once again in 1993."),
              ElementsAre("Norway left Northern League 1993"));
}

TEST(Events, members_are_taken_and_left_by_many_words) {
  EXPECT_THAT(
      facts("The leaders of the Northern League approved Norway as a new full member starting 31 July "
            "2012."),
      ElementsAre("Norway joined Northern League 2012-07-31"));
  EXPECT_THAT(facts("Norway was stripped of its membership of the Northern League in 2001."),
              ElementsAre("Norway expelled Northern League 2001"));
  EXPECT_THAT(facts("In 2004 the Northern League gave Iceland the status of associate member."),
              ElementsAre("Iceland partner Northern League 2004"));
  EXPECT_THAT(facts("Norway was let into the Northern League in 1931."),
              ElementsAre("Norway joined Northern League 1931"));
  EXPECT_THAT(facts("Norway subscribed to the doctrine of free trade in 1931."), IsEmpty());
}

TEST(Events, joining_in_or_with_is_no_joining) {
  EXPECT_THAT(
      facts("In 2014 the ban was eased, permitting Fiji to join in a number of activities of the Northern "
            "League."),
      Not(Contains(testing::StartsWith("Fiji joined"))));
  EXPECT_THAT(facts("\"The Northern League has grown,\" Aleksandar Vulin added."), IsEmpty());
}

TEST(Events, whoever_replaces_a_member_joins) {
  EXPECT_THAT(facts("The band Paper Boats was formed in 1980 by Arne Olsen and Kim Lund. Arne Olsen left the "
                    "band in 1988 "
                    "and was replaced by Jan Dahl."),
              IsSupersetOf({"Arne Olsen left Paper Boats 1988", "Jan Dahl joined Paper Boats 1988"}));
  EXPECT_THAT(facts("The minister Arne Olsen was replaced by Jan Dahl in 1988."), IsEmpty());
}

TEST(Events, bodies_turn_into_others) {
  EXPECT_THAT(facts("The Northern League was transformed into the Northern Union in 2001."),
              ElementsAre("Northern Union succeeded Northern League 2001"));
  EXPECT_THAT(facts("The meeting turned into a quarrel in 2001."), IsEmpty());
}

TEST(Events, pacts_name_their_parties) {
  EXPECT_THAT(
      facts(
          "AUKUS, a defence pact between Australia, the United Kingdom and the United States, met in 2023."),
      Contains("Australia member AUKUS"));
  EXPECT_THAT(
      facts("The Northern League comprises Norway and Sweden as full members and Iceland as an observer."),
      IsSupersetOf({"Norway member Northern League", "Iceland observer Northern League"}));
  EXPECT_THAT(facts("NATO comprises twelve commands."), IsEmpty());
}

TEST(Events, a_suspension_ends) {
  EXPECT_THAT(
      facts(
          "Fiji was suspended from the Commonwealth of Nations in 2006. The suspension was lifted in 2014."),
      ElementsAre("Fiji suspended Commonwealth of Nations 2006/2014",
                  "Fiji reinstated Commonwealth of Nations 2014"));
}

TEST(Events, an_announcement_yields_to_the_day_itself) {
  EXPECT_THAT(facts("Mali announced its withdrawal from the Northern League in January 2024. Mali left the "
                    "Northern League "
                    "on 29 January 2025."),
              ElementsAre("Mali left Northern League 2025-01-29"));
  EXPECT_THAT(facts("Mali announced its withdrawal from the Northern League in 2006."),
              ElementsAre("Mali left Northern League 2006"));
}

TEST(Events, stories_and_news_lend_their_dates) {
  EXPECT_THAT(
      facts(
          "In June 1951 six states met in Paris. They agreed on coal. Norway, Sweden and Iceland signed the "
          "Treaty of Bergen."),
      Not(Contains("Norway signed Treaty of Bergen 1951-06")));
  EXPECT_THAT(facts("The African Union has readmitted Morocco.", "2017-01-31"),
              ElementsAre("Morocco joined African Union 2017-01"));
}

TEST(Events, standings_are_granted_and_shared) {
  EXPECT_THAT(
      facts(
          "The Northern League met in Oslo. Observer status was granted to Iceland in 1998 and to Ireland in "
          "2003."),
      IsSupersetOf({"Iceland observer Northern League 1998", "Ireland observer Northern League 2003"}));
  EXPECT_THAT(
      facts("In March 2003 the Northern League made Estonia an observer, and in 2006 a full member."),
      IsSupersetOf({"Estonia observer Northern League 2003-03", "Estonia joined Northern League 2006"}));
  EXPECT_THAT(facts("The Northern League has four observers: Mexico and Panama."),
              Not(Contains("Mexico member Northern League")));
  EXPECT_THAT(facts("Finland has been with the Northern League since 1955."),
              ElementsAre("Finland member Northern League 1955/.."));
}

TEST(Events, signing_is_done_by_somebody) {
  EXPECT_THAT(facts("The Bergen Convention was opened for signature on 4 May 1952 and signed the same day by "
                    "Norway and "
                    "Sweden."),
              ElementsAre("Norway signed Bergen Convention 1952-05-04",
                          "Sweden signed Bergen Convention 1952-05-04"));
  EXPECT_THAT(facts("The Bergen Convention was opened for signature on 4 May 1952."), IsEmpty());
}

TEST(Events, an_office_is_no_membership) {
  EXPECT_THAT(facts("The senate sacked the president of Paraguay in 2012."), IsEmpty());
  EXPECT_THAT(facts("In 1983 Arne Olsen was elected to the Senate."), IsEmpty());
}

TEST(Events, elections_have_their_own_year) {
  EXPECT_THAT(
      facts("Pakistan withdrew from the Northern League in 1972 and returned after the elections of 1989."),
      ElementsAre("Pakistan left Northern League 1972", "Pakistan joined Northern League 1989~"));
  EXPECT_THAT(facts("From July to October 2019, the Northern League suspended Norway."),
              ElementsAre("Norway suspended Northern League 2019-07/2019-10"));
}

TEST(Events, idioms_take_any_possessive) {
  EXPECT_THAT(facts("In 1995 Malta and Gozo threw in their lot with the Southern League."),
              ElementsAre("Malta joined Southern League 1995", "Gozo joined Southern League 1995"));
  EXPECT_THAT(facts("Norway belonged to the Northern League. In 1990 Norway turned its back on the league."),
              Contains("Norway left Northern League 1990"));
  EXPECT_THAT(facts("The Northern League showed Norway the door in 1990."),
              ElementsAre("Norway expelled Northern League 1990"));
}

TEST(Events, a_bare_coming_is_a_joining_where_a_body_grows) {
  EXPECT_THAT(facts("Peru joined the Andean League in 1951. Chile came in 1953."),
              ElementsAre("Peru joined Andean League 1951", "Chile joined Andean League 1953"));
  EXPECT_THAT(facts("The Andean League has its seat in Lima. Chile came in 1953."), IsEmpty());
  EXPECT_THAT(facts("Peru joined the Andean League in 1951. It departed in 1953."),
              ElementsAre("Peru joined Andean League 1951"));
}

TEST(Events, two_verbs_share_the_object_behind_the_second) {
  EXPECT_THAT(facts("Norway signed but never ratified the Treaty of Bergen."),
              ElementsAre("Norway signed Treaty of Bergen"));
}

TEST(Events, verbs_that_may_be_nouns) {
  EXPECT_THAT(facts("The Andean League, with its seat in Lima, includes Peru, Chile and Bolivia."),
              IsSupersetOf({"Peru member Andean League", "Bolivia member Andean League"}));
  EXPECT_THAT(facts("Members of the Andean League include Peru, Chile and Bolivia."),
              IsSupersetOf({"Peru member Andean League", "Bolivia member Andean League"}));
  EXPECT_THAT(facts("Only in 1955 did Chile join the Andean League."),
              ElementsAre("Chile joined Andean League 1955"));
  EXPECT_THAT(facts("Peru helped found the Andean League in 1951."),
              Contains("Peru founded Andean League 1951"));
}

TEST(Events, there_are_members) {
  EXPECT_THAT(facts("There are three associate members of the Andean League: Peru, Chile and Bolivia."),
              ElementsAre("Peru partner Andean League", "Chile partner Andean League",
                          "Bolivia partner Andean League"));
  EXPECT_THAT(facts("The Andean League grows. Countries that are not yet members include Peru and Chile."),
              IsEmpty());
}

TEST(Events, founders_have_the_day_of_the_founding) {
  EXPECT_THAT(facts("Peru and Chile were the original members of the Andean League, founded in 1951."),
              IsSupersetOf({"Peru founded Andean League 1951", "Chile founded Andean League 1951"}));
}

TEST(Modality, the_governing_clause_decides) {
  EXPECT_THAT(facts("The president will not give in, nor will he allow Serbia to join NATO."), IsEmpty());
  EXPECT_THAT(facts("The assembly voted against allowing Kosovo to join Interpol."), IsEmpty());
  EXPECT_THAT(facts("The treaty allowed Norway to join the Northern League in 1950."),
              ElementsAre("Norway joined Northern League 1950"));
}

TEST(Modality, claims_and_denials) {
  EXPECT_THAT(facts("Some writers claim that Norway left the Northern League in 1950."), IsEmpty());
  EXPECT_THAT(facts("Oslo denied that Norway had left the Northern League in 1950."), IsEmpty());
  EXPECT_THAT(facts("Oslo confirmed that Norway had left the Northern League in 1950."),
              ElementsAre("Norway left Northern League 1950"));
  EXPECT_THAT(facts("The Northern League has agreed in principle to admit Norway."), IsEmpty());
  EXPECT_THAT(facts("Norway is on track to join the Northern League during 2020."), IsEmpty());
}

TEST(Modality, what_is_decided_with_its_date_is_a_fact) {
  EXPECT_THAT(facts("Norway is due to join the Northern League on 1 May 2004."),
              ElementsAre("Norway joined Northern League 2004-05-01"));
  EXPECT_THAT(facts("Norway announced that it would leave the Northern League in 2019."),
              ElementsAre("Norway left Northern League 2019"));
  EXPECT_THAT(facts("Norway is likely to join the Northern League in 2019."), IsEmpty());
}

TEST(Modality, duties_are_no_deeds) {
  EXPECT_THAT(facts("Norway and Sweden are obliged to join the Northern League one day."), IsEmpty());
  EXPECT_THAT(facts("Norway was forced to join the Northern League in 1904."),
              ElementsAre("Norway joined Northern League 1904"));
}

TEST(Modality, would_may_look_back) {
  EXPECT_THAT(facts("Norway would join the Northern League in 1904."),
              ElementsAre("Norway joined Northern League 1904"));
  EXPECT_THAT(facts("Norway would join the Northern League in 2030.", "2022-05-01"), IsEmpty());
  EXPECT_THAT(facts("If it were asked, Norway would join the Northern League in 1904."), IsEmpty());
}

}  // namespace
}  // namespace entente
