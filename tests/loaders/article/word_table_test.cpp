#include "loaders/article/word_table.hpp"

#include <gtest/gtest.h>

#include <deque>
#include <string>

#include "loaders/article/calendar_words.hpp"

namespace entente::detail {
namespace {

TEST(WordTable, FindsWhatWasAddedAndNothingElse) {
  std::deque<std::string> words;
  std::deque<int> values;
  WordTable<int> table;
  EXPECT_EQ(table.find("a"), nullptr);
  for (int i = 0; i < 3000; ++i) {
    words.push_back(std::string(static_cast<std::size_t>(i % 23), 'x') + std::to_string(i));
    table.add(words.back(), &values.emplace_back(i));
  }
  for (int i = 0; i < 3000; ++i) {
    const int* found = table.find(words[static_cast<std::size_t>(i)]);
    ASSERT_NE(found, nullptr);
    EXPECT_EQ(*found, i);
    EXPECT_EQ(table.find(words[static_cast<std::size_t>(i)] + "y"), nullptr);
  }
  EXPECT_EQ(table.find(""), nullptr);
}

TEST(WordTable, TellsWordsApartThatDifferInOneByte) {
  for (std::size_t length = 1; length < 20; ++length) {
    for (std::size_t at = 0; at < length; ++at) {
      const std::string a(length, 'a');
      std::string b = a;
      b[at] = 'b';
      EXPECT_NE(WordHash()(a), WordHash()(b)) << length << ' ' << at;
    }
  }
}

// small_number() and ordinal_number() look at the class of a word first.
TEST(NumberWords, AreOfTheirClassInTheLexicon) {
  const auto value = [](const char* word, bool ordinal) {
    Tokens tokens;
    const std::string text = word;
    tokenize(text, {0, text.size()}, bundled_lexicon(), tokens);
    return (ordinal ? ordinal_number(tokens.list.at(0)) : small_number(tokens.list.at(0))).value_or(-1);
  };
  EXPECT_EQ(value("a", false), 1);
  EXPECT_EQ(value("one", false), 1);
  EXPECT_EQ(value("twelve", false), 12);
  EXPECT_EQ(value("twenty", false), 20);
  EXPECT_EQ(value("sixty", false), 60);
  EXPECT_EQ(value("17", false), 17);
  EXPECT_EQ(value("league", false), -1);
  EXPECT_EQ(value("first", true), 1);
  EXPECT_EQ(value("twentieth", true), 20);
  EXPECT_EQ(value("twenty-first", true), 21);
  EXPECT_EQ(value("3rd", true), 3);
  EXPECT_EQ(value("league", true), -1);
}

}  // namespace
}  // namespace entente::detail
