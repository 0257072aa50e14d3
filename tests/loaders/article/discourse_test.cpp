// What the reader makes of a text beyond one sentence: short names, the body spoken of, rosters, lists under
// a colon.
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

TEST(Discourse, a_surname_and_a_short_name_stand_for_the_whole) {
  EXPECT_THAT(asserted("The Stave Club was founded in 1902 by Ann Bell and Eve Fox. Fox left it in 1910."),
              Contains("Eve Fox left Stave Club 1910"));
  EXPECT_THAT(asserted("The Northern Grid was founded in 1990. Sweden left the Grid in 2013."),
              Contains("Sweden left Northern Grid 2013"));
  // A name that shares a word is another name.
  EXPECT_THAT(
      asserted("Ann Bell founded the Stave Club in 1902. Carl Bellman joined the Stave Club in 1910."),
      Contains("Carl Bellman joined Stave Club 1910"));
}

TEST(Discourse, what_somebody_is_does_not_belong_to_the_name) {
  EXPECT_THAT(asserted("Drummer Walt Pickering joined the Stave Club in 1988."),
              ElementsAre("Walt Pickering joined Stave Club 1988"));
}

TEST(Discourse, the_body_spoken_of_most_is_what_is_left_out) {
  const auto found = asserted(
      "The Mill League was founded in 1888. Its rules were drawn from those of the Football Union. "
      "Dale joined in 1890.");
  EXPECT_THAT(found, Contains("Dale joined Mill League 1890"));
  EXPECT_THAT(found, Not(Contains(HasSubstr("joined Football Union"))));
}

TEST(Discourse, a_member_keeps_its_body_within_a_sentence) {
  EXPECT_THAT(asserted("NATO was founded in 1949. Ovria joined the Amber League in 1990 and left in 1995."),
              Contains("Ovria left Amber League 1995"));
}

TEST(Discourse, verbs_of_several_words) {
  EXPECT_THAT(asserted("Ida Blum came on board the Stave Club in 1990."), Not(Contains(HasSubstr("left"))));
  EXPECT_THAT(asserted("Greece and Serbia put their names to the Danube Convention in 1921."),
              ElementsAre("Greece signed Danube Convention 1921", "Serbia signed Danube Convention 1921"));
  EXPECT_THAT(asserted("The Amber League took in Bilbao in 1995."),
              ElementsAre("Bilbao joined Amber League 1995"));
  // A preposition that belongs to what follows is no particle.
  EXPECT_THAT(
      asserted("The Amber League was founded in 1990. Ovria signed on 4 May 1991 a contract with Melk."),
      ElementsAre("Amber League founded 1990"));
}

TEST(Discourse, a_roster_under_its_heading) {
  EXPECT_THAT(
      asserted("The Tiber League\nMembers and years of admission\nAlba 1201\nCora 1203 (1250)\n\nNepi "
               "was excluded in 1222."),
      IsSupersetOf(
          {"Alba joined Tiber League 1201", "Cora joined Tiber League 1203", "Cora left Tiber League 1250"}));
  EXPECT_THAT(asserted("Hill Club\n\nMembers\nAnn Tree (1991–present)\nBob Fell (1994–2001)\n"),
              IsSupersetOf({"Ann Tree member Hill Club 1991/..", "Bob Fell joined Hill Club 1994",
                            "Bob Fell left Hill Club 2001"}));
}

TEST(Discourse, a_roster_of_bare_names) {
  EXPECT_THAT(asserted("Amber Pact\n\nFounded 14 May 1955\nDissolved 1 July 1991\n\nMembership\nAlbania\n"
                       "(withdrew in 1968)\nPeru\nSoviet Union Soviet Union\n\nThe Amber Pact was a pact."),
              IsSupersetOf({"Amber Pact founded 1955-05-14", "Amber Pact dissolved 1991-07-01",
                            "Albania member Amber Pact", "Albania left Amber Pact 1968",
                            "Peru member Amber Pact", "Soviet Union member Amber Pact"}));
  EXPECT_THAT(asserted("Amber Pact\n\nSee also\nAlbania\nPeru\nNorway\n\nThe Amber Pact was a pact."),
              IsEmpty());
}

TEST(Discourse, a_table_of_suspensions) {
  EXPECT_THAT(
      asserted("The Amber League met.\n\nMember Suspension began Suspension ended\n"
               "Peru (first time) 11 November 1995 29 May 1999\nNorway 6 June 2000 20 December 2001\n"),
      IsSupersetOf({"Peru suspended Amber League 1995-11-11/1999-05-29",
                    "Norway suspended Amber League 2000-06-06/2001-12-20"}));
}

TEST(Discourse, the_last_item_of_a_list_may_end_its_sentence) {
  EXPECT_THAT(
      asserted("The Amber League was founded in 1960 by five countries and founder members of the League:\n"
               "- Iran\n- Iraq\n- Kuwait\n- Peru\n- Venezuela.\n"),
      IsSupersetOf({"Iran founded Amber League 1960", "Venezuela founded Amber League 1960"}));
}

TEST(Discourse, a_list_of_works_is_no_roster) {
  EXPECT_THAT(asserted("Hill Club\n\nDiscography\nCold Coronation (1989)\nIronmonger (1991)\n"), IsEmpty());
  EXPECT_THAT(asserted("Hill Club\n\nMembers\nAnn Tree (1991)\n"), IsEmpty()) << "one row is no roster";
}

TEST(Discourse, a_list_under_a_colon_belongs_to_its_sentence) {
  EXPECT_THAT(
      asserted("The Amber Pact was signed in Riga on 3 June 1922 by:\n- Estonia\n- Finland\n- Latvia\n"),
      ElementsAre("Estonia signed Amber Pact 1922-06-03", "Finland signed Amber Pact 1922-06-03",
                  "Latvia signed Amber Pact 1922-06-03"));
  EXPECT_THAT(asserted("The Amber Pact was discussed at these places:\n- Estonia\n- Finland\n- Latvia\n"),
              IsEmpty());
}

TEST(Discourse, lists_of_unlike_items) {
  EXPECT_THAT(asserted("The Orchard Party was founded in 1999 by Hana Kask, a former minister, and the "
                       "economist Olev Rein."),
              ElementsAre("Orchard Party founded 1999", "Hana Kask founded Orchard Party 1999",
                          "Olev Rein founded Orchard Party 1999"));
  EXPECT_THAT(asserted("On 26 March 1991, in Lima, Peru, Chile and Bolivia signed the Salt Treaty."),
              ElementsAre("Peru signed Salt Treaty 1991-03-26", "Chile signed Salt Treaty 1991-03-26",
                          "Bolivia signed Salt Treaty 1991-03-26"));
}

TEST(Discourse, the_treaty_of_a_body) {
  EXPECT_THAT(
      asserted(
          "The agreement establishing the Lake Chad Fund was signed in 1964 by Cameroon, Chad and Niger."),
      ElementsAre("Cameroon signed Lake Chad Fund 1964", "Chad signed Lake Chad Fund 1964",
                  "Niger signed Lake Chad Fund 1964"));
  EXPECT_THAT(asserted("The captain of the Amber League signed in 1964 a book."), IsEmpty());
}

TEST(Discourse, months_without_a_year_lie_near_the_document) {
  LoadOptions options;
  options.published = Date::parse("2022-06-16");
  EXPECT_THAT(asserted("Grendel joined the Amber League in 2019. It writes a standard. Nobody minds. "
                       "Omnikey was suspended from the Amber League in February.",
                       options),
              Contains("Omnikey suspended Amber League 2022-02"));
  // A year named just before is the year meant.
  EXPECT_THAT(
      asserted("Grendel joined the Amber League in January 2019. Omnikey was suspended from it in February.",
               options),
      Contains("Omnikey suspended Amber League 2019-02"));
}

TEST(Discourse, rungs_of_membership) {
  EXPECT_THAT(
      asserted("Volvo became an associate member of the Lanner Group in 1960 and a full member in 1968."),
      ElementsAre("Volvo partner Lanner Group 1960", "Volvo joined Lanner Group 1968"));
  EXPECT_THAT(
      asserted("Volvo became an associate member of the Lanner Group in 1960 and a large exporter in 1968."),
      ElementsAre("Volvo partner Lanner Group 1960"));
}

TEST(Discourse, the_company_is_the_member_spoken_of) {
  EXPECT_THAT(asserted("Borealis makes locks in Oslo. The company joined the Amber League in 1990."),
              ElementsAre("Borealis joined Amber League 1990"));
  // A thing that cannot be a member is none.
  EXPECT_THAT(asserted("Borealis makes locks in Oslo. The ship entered the Amber League in 1990."),
              IsEmpty());
}

TEST(Discourse, being_in_a_body_needs_a_span) {
  EXPECT_THAT(asserted("Poland has been in the Amber League since 1999."),
              ElementsAre("Poland member Amber League 1999/.."));
  EXPECT_THAT(asserted("The office has been in Poland since 1999."), IsEmpty());
}

TEST(Discourse, a_capital_among_towns_is_a_town) {
  EXPECT_THAT(asserted("Galway, Cork and Dublin founded the Irish Sea Group in 1999."),
              Contains("Dublin founded Irish Sea Group 1999"));
}

}  // namespace
}  // namespace entente
