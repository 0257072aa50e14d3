#include "export/explorer.hpp"

#include <gmock/gmock.h>
#include <rapidjson/document.h>

#include "graph/error.hpp"
#include "tests/export/hostile_names.hpp"
#include "tests/export/ties.hpp"

namespace entente {
namespace {

using entente::testing::body;
using entente::testing::make_tie;
using entente::testing::state;
using ::testing::HasSubstr;
using ::testing::Not;

rapidjson::Document parsed(const std::string& json) {
  rapidjson::Document document;
  document.Parse(json.c_str());
  EXPECT_FALSE(document.HasParseError());
  return document;
}

TEST(Explorer, AnEdgeNamesItsEndsByPlaceAndSaysWhenTheAnswerFlips) {
  const std::vector<Tie> ties = {
      make_tie(state("Uzbekistan"), relation::member_of, body("CSTO"), "2006-06-23", "2012")};
  const auto data = parsed(explorer_data({.ties = ties}));
  const auto& edge = data["edges"][0];
  const auto name = [&](const char* end) {
    return std::string(data["nodes"][edge[end].GetUint()]["name"].GetString());
  };
  EXPECT_EQ(name("subject"), "Uzbekistan");
  EXPECT_EQ(name("object"), "CSTO");
  const auto& changes = edge["changes"];
  ASSERT_EQ(changes.Size(), 4U);
  EXPECT_TRUE(changes[0][0].IsNull());
  EXPECT_STREQ(changes[0][1].GetString(), "no");
  EXPECT_EQ(changes[1][0].GetInt(), Day::parse("2006-06-23")->number());
  EXPECT_STREQ(changes[1][1].GetString(), "certain");
  EXPECT_EQ(changes[2][0].GetInt(), Day::parse("2012-01-02")->number());
  EXPECT_STREQ(changes[2][1].GetString(), "possible");
  EXPECT_EQ(changes[3][0].GetInt(), Day::parse("2013-01-01")->number());
  EXPECT_STREQ(edge["evidence"][0]["text"].GetString(), "Uzbekistan joined CSTO in 2006-06-23.");
  EXPECT_STREQ(data["sources"][edge["evidence"][0]["source"].GetUint()]["title"].GetString(),
               "The alliances of Eurasia");
}

TEST(Explorer, OpensOnTheDayAskedAboutElseOnTheLastThatASourceKnows) {
  const std::vector<Tie> ties = {make_tie(state("Armenia"), relation::member_of, body("CSTO"), "1994", "..")};
  EXPECT_EQ(parsed(explorer_data({.ties = ties}))["on"].GetInt(), Day::parse("2022-01-29")->number());
  const Day asked = *Day::parse("2008-05-01");
  EXPECT_EQ(parsed(explorer_data({.ties = ties, .when = Period{asked, asked}}))["on"].GetInt(),
            asked.number());
}

TEST(Explorer, ABodyGoesByItsAcronymWithoutDots) {
  Entity cis;
  cis.id = {"cis"};
  cis.name = "Commonwealth of Independent States";
  cis.kind = Kind::Organisation;
  cis.aliases = {{.text = "C.I.S.", .sort = AliasSort::Acronym}, {.text = "CIS", .sort = AliasSort::Acronym}};
  const std::vector<Entity> entities = {cis};
  EXPECT_STREQ(parsed(explorer_data({.ties = {}, .entities = entities}))["nodes"][0]["short"].GetString(),
               "CIS");
}

TEST(Explorer, NoNameOrSentenceCanEndTheScriptThatItLiesIn) {
  for (const std::string& name : entente::testing::hostile_names()) {
    const std::vector<Tie> ties = {
        make_tie(state(name), relation::member_of, body(name + "!"), "1994", "1999")};
    const std::string data = explorer_data({.ties = ties, .title = name});
    EXPECT_THAT(data, Not(HasSubstr("<")));
    EXPECT_EQ(parsed(data)["nodes"].Size(), 2U);
  }
}

TEST(Explorer, ThePageHoldsItsDataAndAsksNoNetwork) {
  const std::vector<Tie> ties = {make_tie(state("Armenia"), relation::member_of, body("CSTO"), "1994", "..")};
  if (!has_explorer()) {
    EXPECT_THROW((void)to_explorer({.ties = ties}), Error);
    GTEST_SKIP() << "built without npm: there is no page";
  }
  const std::string page = to_explorer({.ties = ties});
  EXPECT_THAT(page, HasSubstr(explorer_data({.ties = ties})));
  EXPECT_THAT(page, HasSubstr("default-src 'none'; script-src 'sha256-"));
  EXPECT_THAT(page, Not(HasSubstr("<script src")));
  EXPECT_THAT(page, Not(HasSubstr("<link")));
}

}  // namespace
}  // namespace entente
