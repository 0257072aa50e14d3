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
