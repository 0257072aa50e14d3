// One verb for several members, each with a date of its own.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/loaders/article/asserted.hpp"

namespace entente {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Sequences, each_member_has_its_date) {
  EXPECT_THAT(
      asserted("The Rail Union was founded in 1990. Latvia joined on 1 June 2000, Malta and Peru on 1 April "
               "2007, Chile on 15 November 2010 and Ghana a year later."),
      ElementsAre("Rail Union founded 1990", "Latvia joined Rail Union 2000-06-01",
                  "Malta joined Rail Union 2007-04-01", "Peru joined Rail Union 2007-04-01",
                  "Chile joined Rail Union 2010-11-15", "Ghana joined Rail Union 2011"));
  EXPECT_THAT(asserted("The Rail Union has grown. Norway joined in 1960; Denmark in 1965; Ireland in 1972."),
              ElementsAre("Norway joined Rail Union 1960", "Denmark joined Rail Union 1965",
                          "Ireland joined Rail Union 1972"));
}

TEST(Sequences, others_follow) {
  EXPECT_THAT(
      asserted("Norway joined the Rail Union in 1960, with Denmark following in 1965 and Ireland in 1972."),
      ElementsAre("Norway joined Rail Union 1960", "Denmark joined Rail Union 1965",
                  "Ireland joined Rail Union 1972"));
  EXPECT_THAT(
      asserted("Norway and Denmark joined the Rail Union in 1960 and 1965, respectively, followed by Ireland "
               "in 1972."),
      ElementsAre("Norway joined Rail Union 1960", "Denmark joined Rail Union 1965",
                  "Ireland joined Rail Union 1972"));
  EXPECT_THAT(asserted("Norway joined the Rail Union in 1960, following in the steps of Denmark."),
              ElementsAre("Norway joined Rail Union 1960"));
}

TEST(Sequences, a_number_of_members_is_told_behind_the_verb) {
  EXPECT_THAT(asserted("Ten countries joined the Rail Union in 2004, among them Malta, Latvia and Cyprus."),
              ElementsAre("Malta joined Rail Union 2004", "Latvia joined Rail Union 2004",
                          "Cyprus joined Rail Union 2004"));
  EXPECT_THAT(asserted("Ten countries joined the Rail Union in 2004, including Malta."),
              ElementsAre("Malta joined Rail Union 2004"));
  EXPECT_THAT(asserted("Ten countries joined the Rail Union in 2004, but not Malta."), IsEmpty());
}

TEST(Sequences, an_auxiliary_holds_for_the_next_verb) {
  EXPECT_THAT(asserted("Norway will leave the Rail Union and join the Amber League on 1 July 2024."),
              ElementsAre("Norway left Rail Union 2024-07-01", "Norway joined Amber League 2024-07-01"));
  EXPECT_THAT(asserted("Norway may leave the Rail Union and join the Amber League on 1 July 2024."),
              IsEmpty());
  EXPECT_THAT(asserted("Norway refused to leave the Rail Union and join the Amber League."), IsEmpty());
}

}  // namespace
}  // namespace entente
