// Whom descriptions, pronouns and groups mean, read through the whole pipeline.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/loaders/article/asserted.hpp"

namespace entente {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::IsSupersetOf;
using testing::Not;

TEST(Reference, groups_stand_for_the_list_of_their_size) {
  EXPECT_THAT(
      asserted("Norway, Latvia and Peru met in Lima. The trio were suspended from the Amber League in 1990."),
      ElementsAre("Norway suspended Amber League 1990", "Latvia suspended Amber League 1990",
                  "Peru suspended Amber League 1990"));
  EXPECT_THAT(asserted("Norway, Latvia and Peru met in Lima. The 3 nations left the Amber League in 1990."),
              ElementsAre("Norway left Amber League 1990", "Latvia left Amber League 1990",
                          "Peru left Amber League 1990"));
  EXPECT_THAT(
      asserted("Norway, Latvia and Peru met in Lima. The four nations left the Amber League in 1990."),
      IsEmpty());
  EXPECT_THAT(asserted("Ann Bell and Carl Dee, both expelled from the Amber League in 2019, met in Lima."),
              ElementsAre("Ann Bell expelled Amber League 2019", "Carl Dee expelled Amber League 2019"));
}

TEST(Reference, they_are_not_those_named_before_a_group_that_nobody_names) {
  EXPECT_THAT(asserted("Norway and Latvia met in Lima. In 2002 they joined the Amber League."),
              ElementsAre("Norway joined Amber League 2002", "Latvia joined Amber League 2002"));
  EXPECT_THAT(asserted("Norway and Latvia met in Lima. The six that stayed away wanted more. In 2002 they "
                       "joined the Amber League."),
              IsEmpty());
}

TEST(Reference, a_charter_is_some_charter_and_the_charter_that_of_the_body) {
  const std::string began = "The Amber League was founded in 1990 by Norway and Peru. ";
  EXPECT_THAT(asserted(began + "In 2002 Norway signed a charter."), Not(Contains(HasSubstr("signed"))));
  EXPECT_THAT(asserted(began + "In 2002 Norway signed its charter."),
              Contains("Norway signed Amber League 2002"));
  EXPECT_THAT(asserted(began + "Norway and Peru signed the Coal Treaty in 1991. The charter took effect on 3 "
                               "May 2003."),
              Contains(HasSubstr("Amber League entered_into_force")));
}

TEST(Reference, the_latter_is_the_last_named) {
  EXPECT_THAT(
      asserted("The Amber League was joined by Norway and Latvia in 2000, though the latter left in 2004."),
      ElementsAre("Norway joined Amber League 2000", "Latvia joined Amber League 2000",
                  "Latvia left Amber League 2004"));
  EXPECT_THAT(asserted("Norway and Latvia met. In 2004 the former left the Amber League."),
              ElementsAre("Norway left Amber League 2004"));
}

TEST(Reference, who_joins_them_joins_their_body) {
  EXPECT_THAT(
      asserted("The Amber League was founded in 1990 by Norway and Peru. Latvia joined them in 1995."),
      Contains("Latvia joined Amber League 1995"));
  EXPECT_THAT(asserted("Norway and Peru went to war. Latvia joined them in 1995."), IsEmpty());
}

TEST(Reference, a_state_stands_behind_its_description) {
  EXPECT_THAT(asserted("The young state of Croatia joined the Amber League in 1941."),
              ElementsAre("Croatia joined Amber League 1941"));
  EXPECT_THAT(
      asserted(
          "The Amber League was set up in 1996 by the heads of state and government of Norway and Peru."),
      IsSupersetOf({"Norway founded Amber League 1996", "Peru founded Amber League 1996"}));
  EXPECT_THAT(
      asserted("Five presidents - those of Norway, Peru and Latvia - signed the Amber Treaty in 1989."),
      Contains("Latvia signed Amber Treaty 1989"));
}

TEST(Reference, a_person_in_apposition_does_it_a_ruler_does_it_for_his_state) {
  EXPECT_THAT(
      asserted("The Amber League was founded in 2015 by the former mayor of Tressund, Ida Blum, and others."),
      IsSupersetOf({"Amber League founded 2015", "Ida Blum founded Amber League 2015"}));
}

TEST(Reference, meetings_and_members_act_for_their_body) {
  EXPECT_THAT(asserted("The Amber League met in Lima. The summit suspended Peru on 3 May 1999."),
              ElementsAre("Peru suspended Amber League 1999-05-03"));
  EXPECT_THAT(asserted("The Amber League met in Lima. Its senate expelled Peru on 3 May 1999."), IsEmpty());
  EXPECT_THAT(asserted("The summit suspended Peru on 3 May 1999."), IsEmpty());
}

TEST(Reference, a_phrase_of_time_is_not_part_of_a_name) {
  EXPECT_THAT(asserted("Shortly before the 1994 election Ann Bell left the Amber League."),
              ElementsAre(HasSubstr("Ann Bell left Amber League")));
}

TEST(Reference, auxiliaries_may_stand_before_their_subject) {
  EXPECT_THAT(asserted("The Amber League expelled Peru in 1920. Not until 1933 was it readmitted."),
              ElementsAre("Peru expelled Amber League 1920", "Peru joined Amber League 1933"));
}

TEST(Reference, what_a_noun_describes_is_not_done) {
  // "states" and "stations" behind a number or a noun are no verbs.
  EXPECT_THAT(
      asserted("The Amber League, an alliance of eight states with its seat in Lima, was founded in 1954."),
      ElementsAre("Amber League founded 1954"));
}

TEST(Reference, a_body_may_be_announced_before_it_is_named) {
  EXPECT_THAT(
      asserted("Further towns acceded to the Confederation: Lucerne in 1332 and Zug in 1352. It was later "
               "called the Tressund Confederation."),
      ElementsAre("Lucerne joined Tressund Confederation 1332", "Zug joined Tressund Confederation 1352"));
  // What never gets a name gives no claim.
  EXPECT_THAT(asserted("Further towns acceded to the Confederation: Lucerne in 1332 and Zug in 1352."),
              IsEmpty());
}

TEST(Reference, what_a_name_is_is_learnt_from_what_is_said_of_it) {
  EXPECT_THAT(asserted("Ann Bell set up a band called Grey Wren. Carl Dee left the group in 1994."),
              Contains("Carl Dee left Grey Wren 1994"));
  EXPECT_THAT(asserted("Ann Bell was a founder of Grey Wren. Carl Dee left the group in 1994."),
              Contains("Carl Dee left Grey Wren 1994"));
  EXPECT_THAT(asserted("Norway joined the Ready to Sail coalition in 1999. Peru left the coalition in 2001."),
              Contains("Peru left Ready to Sail 2001"));
}

}  // namespace
}  // namespace entente
