#include "loaders/article/name_mention.hpp"

#include <gtest/gtest.h>

#include "data/bundled.hpp"
#include "loaders/registry.hpp"

namespace entente::detail {
namespace {

const Gazetteer& gazetteer() {
  static const std::string_view files[] = {bundled_file("states.json"), bundled_file("bodies.json")};
  static const Registry registry = Registry::read(files);
  static const Gazetteer made(registry.names());
  return made;
}

/// The names of a text, sentence by sentence, as their referents are called in the end.
std::vector<std::string> names(std::initializer_list<std::string_view> sentences) {
  Referents referents;
  std::vector<std::size_t> found;
  for (const auto text : sentences) {
    Tokens tokens;
    tokenize(text, {0, text.size()}, bundled_lexicon(), tokens);
    std::vector<NameMention> mentions;
    find_names(tokens.list, gazetteer(), referents, mentions);
    for (const auto& m : mentions) found.push_back(m.referent);
  }
  std::vector<std::string> out;
  for (const auto r : found) out.push_back(referents[r].name);
  return out;
}

using Names = std::vector<std::string>;

TEST(NameMention, names_of_the_registry) {
  EXPECT_EQ(names({"Then Trinidad and Tobago and the Soviet Union met."}),
            (Names{"Trinidad and Tobago", "Soviet Union"}));
  EXPECT_EQ(names({"They asked us about the US."}), (Names{"US"}));
}

TEST(NameMention, names_that_nobody_registered) {
  EXPECT_EQ(names({"It left the Paper Lanterns and the Bank of Northern Ports."}),
            (Names{"Paper Lanterns", "Bank of Northern Ports"}));
  EXPECT_EQ(names({"He chaired the Organization for Harbour Safety and Pilotage."}),
            (Names{"Organization for Harbour Safety and Pilotage"}));
  EXPECT_EQ(names({"Members of the band stayed."}), (Names{}));
}

TEST(NameMention, an_acronym_in_brackets_is_a_name_from_then_on) {
  EXPECT_EQ(names({"The Northern Ports Union (NPU) met.", "The NPU voted."}),
            (Names{"Northern Ports Union", "Northern Ports Union", "Northern Ports Union"}));
}

TEST(NameMention, an_acronym_is_not_the_word_it_spells) {
  const auto found = names({"GUAM met on Guam."});
  ASSERT_EQ(found.size(), 2U);
  EXPECT_NE(found[0], found[1]);
}

TEST(NameMention, an_acronym_in_brackets_shows_what_belongs_to_the_name) {
  EXPECT_EQ(names({"The United Baking and Milling Trades (UBMT) met."}),
            (Names{"United Baking and Milling Trades", "United Baking and Milling Trades"}));
  EXPECT_EQ(names({"The National Union of Lock, Canal and Harbour Hands (NULCHH) struck."}),
            (Names{"National Union of Lock, Canal and Harbour Hands",
                   "National Union of Lock, Canal and Harbour Hands"}));
  // It spells only the second name.
  EXPECT_EQ(names({"The Stave Club and the Northern Ports Union (NPU) met."}),
            (Names{"Stave Club", "Northern Ports Union", "Northern Ports Union"}));
}

TEST(NameMention, trades_and_arts_are_coordinated_inside_a_name) {
  EXPECT_EQ(names({"It joined the Tressund Academy of Sciences and Letters."}),
            (Names{"Tressund Academy of Sciences and Letters"}));
  EXPECT_EQ(names({"The Chamber of Commerce and Industry and Poland met."}),
            (Names{"Chamber of Commerce and Industry", "Poland"}));
  EXPECT_EQ(names({"It joined the Bank of Commerce and Hallmark."}), (Names{"Bank of Commerce", "Hallmark"}));
}

TEST(NameMention, small_words_inside_names) {
  EXPECT_EQ(names({"Portugal left EFTA for the European Community."}),
            (Names{"Portugal", "EFTA", "European Community"}));
  EXPECT_EQ(names({"They left the Ready to Sail coalition and Songs Against the Tide."}),
            (Names{"Ready to Sail", "Songs Against the Tide"}));
  EXPECT_EQ(names({"It has Kolin \"Bo\" Hartfield and the 1994 Group."}),
            (Names{"Kolin \"Bo\" Hartfield", "1994 Group"}));
  EXPECT_EQ(names({"They spoke of Oneworld, Skyring & Northern Alliance."}),
            (Names{"Oneworld", "Skyring", "Northern Alliance"}));
}

TEST(NameMention, what_somebody_is_has_no_name_though_it_has_capitals) {
  EXPECT_EQ(names({"The Founding Fathers of ASEAN and all Member States of the Stave Club met."}),
            (Names{"ASEAN", "Stave Club"}));
  EXPECT_EQ(names({"Post-war Austria met."}), (Names{"Austria"}));
  EXPECT_EQ(names({"Ann Kelly met them.", "Kelly left."}), (Names{"Ann Kelly", "Ann Kelly"}));
}

TEST(NameMention, what_a_slash_joins_is_one_name) {
  EXPECT_EQ(names({"He left AC/DX and the Tressund Orthodox Church."}),
            (Names{"AC/DX", "Tressund Orthodox Church"}));
  EXPECT_EQ(names({"Fiji/Canberra"}), (Names{"Fiji", "Canberra"}));
}

TEST(NameMention, capitals_say_nothing_in_a_headline) {
  EXPECT_EQ(names({"Amber League Considers Joining With Norway"}), (Names{"Amber League", "Norway"}));
}

TEST(NameMention, a_place_at_the_head_of_a_dispatch_is_no_body) {
  Referents referents;
  const std::string_view text = "OMAHA, May 8 \u2013 The harbour froze.";
  Tokens tokens;
  tokenize(text, {0, text.size()}, bundled_lexicon(), tokens);
  std::vector<NameMention> found;
  find_names(tokens.list, gazetteer(), referents, found);
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(referents[found[0].referent].sort, Sort::Place);
}

}  // namespace
}  // namespace entente::detail
