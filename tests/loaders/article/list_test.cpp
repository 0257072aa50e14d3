// Lists, brackets and those who do something together, read through the whole pipeline.
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

TEST(Lists, dates_may_stand_between_commas) {
  EXPECT_THAT(asserted("Before that Norway, in 1920, and Latvia, in 1921, had joined the Amber League."),
              ElementsAre("Norway joined Amber League 1920", "Latvia joined Amber League 1921"));
  EXPECT_THAT(
      asserted("The Amber League was joined by Orvo and Tresa, on 1 May 1991, then Melk on 2 June 1995; "
               "Ovria on 3 July 1999."),
      ElementsAre("Orvo joined Amber League 1991-05-01", "Tresa joined Amber League 1991-05-01",
                  "Melk joined Amber League 1995-06-02", "Ovria joined Amber League 1999-07-03"));
}

TEST(Lists, who_ruled_a_member_is_no_member) {
  EXPECT_THAT(
      asserted("The Amber League was founded in 1880. Latvia under Ann Bell joined in 1890, Norway under "
               "Carl Dee in 1894 and Peru in 1895."),
      IsSupersetOf({"Norway joined Amber League 1894", "Peru joined Amber League 1895"}));
}

TEST(Brackets, a_clause_is_said_of_the_noun_before_it) {
  EXPECT_THAT(asserted("Norway (which joined the Amber League in 1920), Latvia and Peru met in Lima."),
              ElementsAre("Norway joined Amber League 1920"));
  EXPECT_THAT(
      asserted("Norway became an associate member of the Amber League in 1961 (becoming a full member in "
               "1986)."),
      ElementsAre("Norway partner Amber League 1961", "Norway joined Amber League 1986"));
  EXPECT_THAT(
      asserted("The Amber League had 58 members between 28 September 1934 (when Peru joined) and 1935."),
      ElementsAre("Peru joined Amber League 1934-09-28"));
  EXPECT_THAT(asserted("(Norway joined the Amber League in 1920.)"),
              ElementsAre("Norway joined Amber League 1920"));
}

TEST(Brackets, what_explains_a_group_is_its_members) {
  EXPECT_THAT(
      asserted("The Amber Pact was signed in 1960 by three states (known as the \"small three\": Norway, "
               "Latvia and Peru)."),
      ElementsAre("Norway signed Amber Pact 1960", "Latvia signed Amber Pact 1960",
                  "Peru signed Amber Pact 1960"));
}

TEST(Brackets, a_date_may_belong_to_a_verb) {
  EXPECT_THAT(asserted("Peru was the first state to leave the Amber League (14 June 1926)."),
              ElementsAre("Peru left Amber League 1926-06-14"));
}

TEST(Lists, companions_do_it_too) {
  EXPECT_THAT(asserted("Ann Bell co-founded the Stave Club in 1848, along with Carl Dee and Eve Fox."),
              IsSupersetOf({"Ann Bell founded Stave Club 1848", "Carl Dee founded Stave Club 1848",
                            "Eve Fox founded Stave Club 1848"}));
  EXPECT_THAT(asserted("Norway joined the Amber League in 1973 (together with Latvia)."),
              ElementsAre("Norway joined Amber League 1973", "Latvia joined Amber League 1973"));
  EXPECT_THAT(asserted("In 1987 Norway united with Latvia to form the Amber League."),
              IsSupersetOf({"Amber League founded 1987", "Norway founded Amber League 1987",
                            "Latvia founded Amber League 1987"}));
  // With a name behind "with" that unites nobody
  EXPECT_THAT(asserted("Norway joined the Amber League in 1973 with Latvia's consent."),
              ElementsAre("Norway joined Amber League 1973"));
}

TEST(Arguments, whom_a_description_stands_for_may_be_said_later) {
  EXPECT_THAT(asserted("The latest country to join the Amber League was Peru in 2006."),
              ElementsAre("Peru joined Amber League 2006"));
  EXPECT_THAT(asserted("On 26 May 1937, Peru became the last state to join the Amber League."),
              ElementsAre("Peru joined Amber League 1937-05-26"));
  EXPECT_THAT(asserted("The next country to join the Amber League will be Peru."), IsEmpty());
  EXPECT_THAT(asserted("The wish to join the Amber League was Peru's."), IsEmpty());
}

TEST(Arguments, a_noun_behind_with_does_what_its_participle_says) {
  EXPECT_THAT(asserted("The Amber League was founded in 1952 by Norway, with Latvia joining in 1955."),
              IsSupersetOf({"Latvia joined Amber League 1955"}));
}

TEST(Arguments, a_participle_behind_several_descriptions_is_said_of_the_subject) {
  EXPECT_THAT(
      asserted("The Amber League is a trade body and customs area consisting of Norway, Latvia and Peru."),
      ElementsAre("Norway member Amber League", "Latvia member Amber League", "Peru member Amber League"));
}

}  // namespace
}  // namespace entente
