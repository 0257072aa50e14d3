// Who takes whose place, and the party whip.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/loaders/article/asserted.hpp"

namespace entente {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Succession, whoever_takes_a_members_place_joins) {
  EXPECT_THAT(
      asserted("Drummer Phil Rand joined the band Stone Lantern in 1975. Colin Moss replaced Rand in 1977."),
      ElementsAre("Phil Rand joined Stone Lantern 1975", "Phil Rand left Stone Lantern 1977",
                  "Colin Moss joined Stone Lantern 1977"));
  EXPECT_THAT(
      asserted(
          "The band Stone Lantern formed in 1981. Nick Harlow left the band in 1983 and Dave Cowell took "
          "over from him."),
      ElementsAre("Stone Lantern founded 1981", "Nick Harlow left Stone Lantern 1983",
                  "Dave Cowell joined Stone Lantern 1983"));
  EXPECT_THAT(asserted("Norway was replaced by Denmark as a member of the Harbour Council in 1975."),
              ElementsAre("Norway left Harbour Council 1975", "Denmark joined Harbour Council 1975"));
}

TEST(Succession, the_heir_comes_when_the_other_goes) {
  EXPECT_THAT(
      asserted(
          "The band Stone Lantern formed in 1981. Nick Harlow walked out halfway through the 1996 tour and "
          "was replaced by Tom Deering."),
      ElementsAre("Stone Lantern founded 1981", "Nick Harlow left Stone Lantern 1996",
                  "Tom Deering joined Stone Lantern 1996"));
}

TEST(Succession, offices_and_treaties_are_not_places_of_members) {
  EXPECT_THAT(
      asserted("Ann Bell joined the Amber League in 1990. Carl Dee replaced Bell as president of the Amber "
               "League in 1999."),
      ElementsAre("Ann Bell joined Amber League 1990"));
  EXPECT_THAT(asserted("Norway replaced Denmark in the hearts of many travellers."), IsEmpty());
  EXPECT_THAT(
      asserted("The band Stone Lantern toured in 1990. Drummer Phil Rand was temporarily replaced by Colin "
               "Moss."),
      IsEmpty());
}

TEST(Moves, whoever_goes_on_to_a_body_leaves_one) {
  EXPECT_THAT(asserted("In 2003 drummer Ian Pike left Stone Lantern to join Blue Harbour."),
              ElementsAre("Ian Pike left Stone Lantern 2003", "Ian Pike joined Blue Harbour 2003"));
  EXPECT_THAT(asserted("Ian Pike joined Blue Harbour in 2003 after leaving Stone Lantern."),
              ElementsAre("Ian Pike joined Blue Harbour 2003", "Ian Pike left Stone Lantern"));
  EXPECT_THAT(asserted("Jane Hart crossed the floor from Labour to the Conservatives in 2007."),
              ElementsAre("Jane Hart joined Conservatives 2007", "Jane Hart left Labour 2007"));
  EXPECT_THAT(asserted("Veldair switched alliances from Star Path to Sky Chain in 2004."),
              ElementsAre("Veldair joined Sky Chain 2004", "Veldair left Star Path 2004"));
  // nobody knows what they are
  EXPECT_THAT(asserted("Ian Pike left Stone Lantern for Blue Harbour in 2003."), IsEmpty());
  EXPECT_THAT(asserted("Ian Pike left Harwich for Hull in 2003."), IsEmpty());
}

TEST(Moves, a_line_without_its_stop_tells_of_them_too) {
  EXPECT_THAT(
      asserted("The Free Group met.\n\nMPs Ann Bell, Carl Dee and Eve Fox defected from Labour to form the "
               "group on February 18"),
      testing::IsSupersetOf({"Ann Bell left Labour", "Eve Fox left Labour"}));
  // of two groups nobody knows which
  EXPECT_THAT(
      asserted(
          "The Free Group met the Long Group. Ann Bell and Carl Dee left Labour to form the group in 2019."),
      testing::Not(testing::Contains(testing::HasSubstr("founded"))));
}

TEST(Persons, he_is_whoever_opened_the_sentence_before) {
  EXPECT_THAT(
      asserted("Carl Dee was a Norwegian politician. He studied in Oslo and served in the Northern Army. He "
               "joined the Amber League in 1918."),
      ElementsAre("Carl Dee joined Amber League 1918"));
  EXPECT_THAT(
      asserted("Stone Lantern is a band. Ed Gant joined the band in 1990. Gant himself quit in 1993."),
      ElementsAre("Ed Gant joined Stone Lantern 1990", "Ed Gant left Stone Lantern 1993"));
}

TEST(Persons, names_known_by_their_company) {
  EXPECT_THAT(asserted("Machine Cellar have issued a statement. Phil Dean quit on 4 May 2018."),
              ElementsAre("Phil Dean left Machine Cellar 2018-05-04"));
  EXPECT_THAT(
      asserted("The band consists of singer Ann Bell, guitarists Carl Dee and Eve Fox, and drummer Ian Pike.",
               [] {
                 LoadOptions options;
                 options.title = "Stone Band";
                 return options;
               }()),
      ElementsAre("Ann Bell member Stone Band", "Carl Dee member Stone Band", "Eve Fox member Stone Band",
                  "Ian Pike member Stone Band"));
}

TEST(Whip, stands_for_the_party_in_parliament) {
  EXPECT_THAT(asserted("Mark Menzel lost the Conservative whip in April 2024."),
              ElementsAre("Mark Menzel suspended Conservative 2024-04"));
  EXPECT_THAT(
      asserted(
          "Crispin Blount had the Labour whip withdrawn in October 2023. The whip was restored to him in "
          "2024."),
      ElementsAre("Crispin Blount suspended Labour 2023-10/2024", "Crispin Blount reinstated Labour 2024"));
  EXPECT_THAT(asserted("Mark Menzel has not lost the Conservative whip. He could lose the whip in May 2024."),
              IsEmpty());
}

}  // namespace
}  // namespace entente
