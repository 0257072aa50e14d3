#include "loaders/article.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <thread>

#include "tests/loaders/article/asserted.hpp"

namespace entente {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

TEST(Article, active_passive_and_participle) {
  EXPECT_THAT(asserted("Finland joined NATO on 4 April 2023."),
              ElementsAre("Finland joined NATO 2023-04-04"));
  EXPECT_THAT(asserted("Bremen was expelled from the Hanseatic League in 1285."),
              ElementsAre("Bremen expelled Hanseatic League 1285"));
  EXPECT_THAT(asserted("The League suspended Syria from the Arab League in 2011."),
              Contains("Syria suspended Arab League 2011"));
  EXPECT_THAT(asserted("NATO, founded in 1949 by Canada and Italy, is an alliance."),
              ElementsAre("NATO founded 1949", "Canada founded NATO 1949", "Italy founded NATO 1949"));
}

TEST(Article, idioms) {
  EXPECT_THAT(asserted("Singapore walked out of UNESCO in 1985."), ElementsAre("Singapore left UNESCO 1985"));
  EXPECT_THAT(asserted("Fiji's membership of the Commonwealth of Nations lapsed in 1987."),
              ElementsAre("Fiji left Commonwealth of Nations 1987"));
  EXPECT_THAT(asserted("Qatar did not renew its membership of OPEC in 2018."),
              ElementsAre("Qatar left OPEC 2018"));
}

TEST(Article, gaps_are_filled) {
  EXPECT_THAT(asserted("Denmark left EFTA in 1973, Portugal in 1986 and Austria nine years later."),
              ElementsAre("Denmark left EFTA 1973", "Portugal left EFTA 1986", "Austria left EFTA 1995"));
}

TEST(Article, years_in_brackets_and_respectively) {
  EXPECT_THAT(
      asserted("NATO was enlarged to include Poland (1999), Slovenia (2004) and Croatia (2009)."),
      ElementsAre("Poland joined NATO 1999", "Slovenia joined NATO 2004", "Croatia joined NATO 2009"));
  EXPECT_THAT(asserted("Croatia and Bulgaria joined the euro area in 2023 and 2026 respectively."),
              ElementsAre("Croatia joined euro area 2023", "Bulgaria joined euro area 2026"));
}

TEST(Article, states_of_membership) {
  LoadOptions options;
  options.published = Date::parse("2022-01-29");
  EXPECT_THAT(asserted("Serbia currently holds observer status in the CSTO.", options),
              ElementsAre("Serbia observer CSTO 2022-01-29"));
  EXPECT_THAT(asserted("Mongolia has been an observer of the SCO since 2004."),
              ElementsAre("Mongolia observer SCO 2004/.."));
}

TEST(Article, references) {
  EXPECT_THAT(asserted("Uzbekistan joined the CSTO in 2006. The country left the organization in 2012."),
              ElementsAre("Uzbekistan joined CSTO 2006", "Uzbekistan left CSTO 2012"));
  EXPECT_THAT(asserted("Rwanda and Burundi joined the EAC in 2007. South Sudan followed in 2016."),
              Contains("South Sudan joined EAC 2016"));
}

TEST(Article, what_is_not_so_is_not_asserted) {
  for (const std::string_view text :
       {"Ukraine hopes to join NATO.", "Sweden has not joined the euro area.",
        "Hungary denied that it would leave the European Union.",
        "Georgia was invited to join the European Union.",
        "Turkey applied for membership of the European Union in 1987.", "French troops left Mali in 2022.",
        "Will Norway join the European Union?", "Serbia's accession to NATO is unlikely.",
        "If Scotland joined the European Union, it would pay.", "Iran failed to join the SCO in 2010.",
        "Russia was open to the idea of granting Azerbaijan partner status in the CSTO."})
    EXPECT_THAT(asserted(text), IsEmpty()) << text;
}

TEST(Article, denials_are_claims_that_deny) {
  const auto claims = collect("Sweden refused to join NATO in 1949.").claims;
  ASSERT_EQ(claims.size(), 1U);
  EXPECT_EQ(claims[0].certainty, Certainty::Negated);
}

TEST(Article, evidence_is_the_sentence_byte_for_byte) {
  const std::string text =
      "Caf\u00E9 talk\u2026 ends here.\n\nThe bloc\u2019s friend Finland\njoined NATO[1] in 2023. More.\n";
  const auto claims = collect(text).claims;
  ASSERT_EQ(claims.size(), 1U);
  const Evidence& e = claims[0].evidence;
  EXPECT_EQ(e.text, text.substr(e.begin, e.end - e.begin));
  EXPECT_EQ(e.text, "The bloc\u2019s friend Finland\njoined NATO[1] in 2023.");
  EXPECT_EQ(e.rule, "article/join");
}

TEST(Article, known_names_have_ids) {
  const auto claims = collect("Finland joined NATO in 2023.").claims;
  ASSERT_EQ(claims.size(), 1U);
  EXPECT_EQ(claims[0].subject.id, "finland");
  EXPECT_EQ(claims[0].object.id, "nato");
}

TEST(Article, any_bytes_are_survived) {
  std::string noise;
  unsigned state = 1;
  for (int i = 0; i < 20'000; ++i) {
    state = state * 1103515245U + 12345U;
    noise += static_cast<char>(state >> 16U);
  }
  EXPECT_NO_THROW((void)asserted(noise));
  EXPECT_NO_THROW((void)asserted(""));
  EXPECT_NO_THROW((void)asserted("Georgia \xff joined \xc3 NATO \xe2\x82 in 1999."));
}

TEST(Article, one_endless_line_is_cut_and_read) {
  std::string text;
  for (int i = 0; i < 20'000; ++i) text += "Georgia and, ";
  text += "Finland joined NATO in 2023.";
  EXPECT_NO_THROW((void)asserted(text));
}

TEST(Article, one_reader_serves_many_threads) {
  const ArticleReader& reader = bundled_reader();
  std::vector<Collected> found(4);
  std::vector<std::thread> threads;
  for (auto& sink : found)
    threads.emplace_back([&] {
      reader.load("Finland joined NATO in 2023. Greenland left the European Communities in 1985.", {}, sink);
    });
  for (auto& t : threads) t.join();
  for (const auto& sink : found) EXPECT_EQ(sink.claims.size(), 2U);
}

TEST(Article, AClauseBeforeAColonKeepsItsDate) {
  LoadOptions options;
  options.published = Date::parse("2020-05-04");
  EXPECT_THAT(
      asserted(
          "Nothing has changed since 2012: Norway, Iceland and Denmark are members of the Harbour League.",
          options),
      ElementsAre("Norway member Harbour League 2020-05-04", "Iceland member Harbour League 2020-05-04",
                  "Denmark member Harbour League 2020-05-04"));
  EXPECT_THAT(asserted("2012: Norway and Iceland joined the Harbour League."),
              ElementsAre("Norway joined Harbour League 2012", "Iceland joined Harbour League 2012"));
}

TEST(Article, NeitherNorDenies) {
  EXPECT_THAT(asserted("Neither Norway nor Iceland joined the Harbour League in 2012."), IsEmpty());
}

}  // namespace
}  // namespace entente
