#include "loaders/article/sentence.hpp"

#include <gtest/gtest.h>

#include "loaders/article/token.hpp"

namespace entente::detail {
namespace {

std::vector<std::string> sentences(std::string_view text) {
  std::vector<Span> spans;
  split_sentences(text, {0, text.size()}, bundled_lexicon(), spans);
  std::vector<std::string> out;
  for (const Span& s : spans) out.emplace_back(text.substr(s.begin, s.size()));
  return out;
}

TEST(Sentences, abbreviations_and_initials_do_not_end_them) {
  EXPECT_EQ(sentences("Mr. J. Smith of St. Lucia left the U.S. team. It was late.").size(), 2U);
  EXPECT_EQ(sentences("It fell by 3.5 per cent. \"So what?\" he said.").size(), 2U);
}

TEST(Sentences, a_lost_blank_after_a_stop_is_found) {
  EXPECT_EQ(sentences("It joined in 1994.The others stayed out.Nobody asked.").size(), 3U);
}

TEST(Sentences, none_is_longer_than_the_limit) {
  const std::string text(50'000, 'a');
  for (const auto& s : sentences(text + " " + text)) EXPECT_LE(s.size(), longest_sentence + 300);
}

std::vector<std::string> tokens(std::string_view text) {
  Tokens out;
  tokenize(text, {0, text.size()}, bundled_lexicon(), out);
  std::vector<std::string> words;
  for (const Token& t : out.list) words.emplace_back(t.text);
  return words;
}

TEST(Tokens, possessives_are_apart_and_hyphens_are_not) {
  EXPECT_EQ(tokens("Guinea-Bissau's 1990s (U.S.)"),
            (std::vector<std::string>{"Guinea-Bissau", "'s", "1990s", "(", "U.S.", ")"}));
}

}  // namespace
}  // namespace entente::detail
