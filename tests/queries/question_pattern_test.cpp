#include "queries/question_pattern.hpp"

#include <gmock/gmock.h>

namespace entente::detail {
namespace {

using testing::ElementsAre;

std::vector<std::string> compared(const char* question) {
  std::vector<std::string> words;
  for (const Word& word : words_of(question)) words.push_back(word.word);
  return words;
}

TEST(WordsOf, DropsPunctuationAndCase) {
  EXPECT_THAT(compared("  Who, pray,\tleft the CST?! "), ElementsAre("who", "pray", "left", "the", "cst"));
  EXPECT_THAT(compared(" ? … "), ElementsAre("…"));
  EXPECT_THAT(compared(""), ElementsAre());
}

TEST(WordsOf, WritesContractionsOut) {
  EXPECT_THAT(compared("Who's in? It wasn't."), ElementsAre("who", "is", "in", "it", "was", "not"));
  EXPECT_THAT(compared("who’re"), ElementsAre("who", "are"));
  EXPECT_THAT(compared("NATO's"), ElementsAre("nato's"));
}

TEST(TextOf, LeavesThePossessiveOut) {
  const auto words = words_of("the United States' NATO's");
  EXPECT_EQ(text_of(words, {0, 3}), "the United States");
  EXPECT_EQ(text_of(words, {3, 4}), "NATO");
}

/// The slots of the first match, as text; nothing without one.
std::optional<std::map<char, std::string>> slots(const char* pattern, const char* question) {
  const auto words = words_of(question);
  std::optional<std::map<char, std::string>> found;
  std::size_t budget = 10'000;
  match_pattern(
      compile_pattern(pattern), words, [](char, const Span&) { return true; },
      [&](const PatternMatch& match) {
        found.emplace();
        for (const auto& [slot, span] : match.slots) (*found)[slot] = text_of(words, span);
        return true;
      },
      budget);
  return found;
}

TEST(MatchPattern, TakesTheLongestSlot) {
  const auto found = slots("{a} and {b}", "Bosnia and Herzegovina and Serbia");
  ASSERT_TRUE(found);
  EXPECT_EQ(found->at('a'), "Bosnia and Herzegovina");
  EXPECT_EQ(found->at('b'), "Serbia");
}

TEST(MatchPattern, MustFitWhole) {
  EXPECT_FALSE(slots("who (was|were) in {x} now", "who was in NATO"));
  EXPECT_FALSE(slots("who was", "who was in"));
  EXPECT_TRUE(slots("who [really] was", "who was"));
  EXPECT_TRUE(slots("member of", "the member of"));
}

TEST(MatchPattern, ReadsTheWaysToSayWhen) {
  EXPECT_EQ(slots("left {when}", "left between 1990 and 1995")->at('e'), "1995");
  EXPECT_EQ(slots("left {when}", "left since 1990")->at('d'), "1990");
  EXPECT_TRUE(slots("left {when}", "left")->empty());
}

TEST(MatchPattern, GivesUpWhenTheBudgetIsSpent) {
  const auto words = words_of("a b c d e f g h i j k l m n o p q r s t u v w x y z");
  std::size_t budget = 1'000, seen = 0;
  const bool found = match_pattern(
      compile_pattern("{a} {b} {x} {d} {e}"), words, [](char, const Span&) { return true; },
      [&](const PatternMatch&) {
        ++seen;
        return false;
      },
      budget);
  EXPECT_FALSE(found);
  EXPECT_EQ(budget, 0U);
}

}  // namespace
}  // namespace entente::detail
