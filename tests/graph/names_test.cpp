#include "graph/names.hpp"

#include <gmock/gmock.h>

namespace entente {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(FoldName, IgnoresCaseAccentsPunctuationAndTheArticle) {
  EXPECT_EQ(fold_name("The Côte-d’Ivoire"), "cote divoire");
  EXPECT_EQ(fold_name("Cote d'Ivoire"), "cote divoire");
  EXPECT_EQ(fold_name("  São  Tomé & Príncipe "), "sao tome and principe");
  EXPECT_EQ(fold_name("U.S.S.R."), "ussr");
  EXPECT_EQ(fold_name("U.S."), "us");
  EXPECT_EQ(fold_name("St. Lucia"), "st lucia");
  EXPECT_EQ(fold_name("Guinea-Bissau"), "guinea bissau");
  EXPECT_EQ(fold_name("TÜRKİYE"), "turkiye");
  EXPECT_EQ(fold_name("Åland"), "aland");
  EXPECT_EQ(fold_name("Łódź"), "lodz");
  EXPECT_EQ(fold_name("The"), "the");
}

TEST(FoldName, KeepsLettersOfOtherScripts) {
  EXPECT_EQ(fold_name("Республика Беларусь"), fold_name("республика  БЕЛАРУСЬ"));
  EXPECT_EQ(fold_name("中国"), "中国");
  EXPECT_NE(fold_name("Беларусь"), "");
}

TEST(FoldName, SurvivesBytesThatAreNotUtf8) {
  EXPECT_EQ(fold_name("Kaz\xff"
                      "akhstan")
                .substr(0, 3),
            "kaz");
  EXPECT_EQ(fold_name("\xc3"), fold_name("\xc3"));
  EXPECT_EQ(fold_name(std::string(100000, 'a')).size(), 4096U);
}

TEST(FoldName, IsIdempotent) {
  for (const char* name :
       {"Côte d’Ivoire", "U.S.S.R.", "The Gambia", "Bosnia & Herzegovina", "Республика Беларусь", "a . b"}) {
    EXPECT_EQ(fold_name(fold_name(name)), fold_name(name)) << name;
  }
}

Entity state(const char* id, const char* name, std::vector<Alias> aliases = {}, const char* founded = nullptr,
             const char* dissolved = nullptr) {
  Entity entity{{id}, name, Kind::State, std::move(aliases), {}, {}, {}};
  entity.aliases.push_back({name, AliasSort::Name, "en", {}});
  if (founded != nullptr) entity.founded = Date::parse(founded);
  if (dissolved != nullptr) entity.dissolved = Date::parse(dissolved);
  return entity;
}

class Congo : public testing::Test {
 protected:
  std::vector<Entity> entities = {
      state("congo", "Republic of the Congo", {{"Congo", AliasSort::Name, "en", {}}}),
      state("dr-congo", "DR Congo",
            {{"Congo", AliasSort::Name, "en", parse_edtf("1960/1971")},
             {"Zaire", AliasSort::Name, "en", parse_edtf("1971/1997")}}),
      state("ussr", "Soviet Union", {}, "1922-12-30", "1991-12-26"),
  };
  NameIndex index{entities};
  std::vector<std::string> ids(std::string_view name, const char* date = nullptr) {
    const auto matches = index.find(name);
    std::optional<Period> period;
    if (date != nullptr) period = Date::parse(date).period();
    std::vector<std::string> found;
    for (const NameMatch& match : fitting({matches.begin(), matches.end()}, period))
      found.push_back(match.id.value);
    return found;
  }
};

TEST_F(Congo, StaysAmbiguousUnlessTheDateDecides) {
  EXPECT_THAT(ids("congo"), ElementsAre("congo", "dr-congo"));
  EXPECT_THAT(ids("the Congo", "1965"), ElementsAre("congo", "dr-congo"));
  EXPECT_THAT(ids("Congo", "2000"), ElementsAre("congo"));
  EXPECT_THAT(ids("Zaïre", "1980"), ElementsAre("dr-congo"));
  EXPECT_THAT(ids("Zaire", "2020"), ElementsAre("dr-congo"))
      << "a single bearer is found by an old name, too";
  EXPECT_THAT(ids("Soviet Union", "2000"), ElementsAre("ussr"));
  EXPECT_THAT(ids("Atlantis"), IsEmpty());
}

TEST(Likely, TakesOwnNamesAndLetsTheRoleDecide) {
  Entity athens = state("athens", "Athens");
  Entity greece = state("greece", "Greece", {{"Athens", AliasSort::Capital, "en", {}}});
  Entity guam = state("guam", "Guam");
  guam.kind = Kind::Place;
  Entity body = state("guam-organization", "GUAM");
  body.kind = Kind::Organisation;
  const NameIndex index(std::vector{athens, greece, guam, body});
  EXPECT_EQ(likely(index.find("Athens"), std::nullopt, MentionRole::Subject).size(), 1U);
  EXPECT_EQ(likely(index.find("guam"), std::nullopt, MentionRole::Object).front().id.value,
            "guam-organization");
  EXPECT_EQ(likely(index.find("guam"), std::nullopt, MentionRole::Subject).size(), 2U)
      << "neither is a state";
}

TEST(NearNames, PrefersFewerEdits) {
  const std::vector<std::string> known = {"kazakhstan", "kyrgyzstan", "uzbekistan", "pakistan",
                                          "republic of kazakhstan"};
  EXPECT_EQ(near_names("Kazakstan", known, 1), std::vector<std::string>{"kazakhstan"});
  EXPECT_EQ(near_names("Uzbekisatn", known, 1), std::vector<std::string>{"uzbekistan"})
      << "a swap is one edit";
  EXPECT_THAT(near_names("zzzzzz", known), IsEmpty());
  EXPECT_THAT(near_names("", known), IsEmpty());
}

}  // namespace
}  // namespace entente
