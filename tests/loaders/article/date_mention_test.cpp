#include "loaders/article/date_mention.hpp"

#include <gtest/gtest.h>

namespace entente::detail {
namespace {

/// The dates of a sentence as EDTF, separated by blanks; `document` is the day of publication.
std::string dates(std::string_view text, std::optional<CalendarValue> document = {}) {
  Tokens tokens;
  tokenize(text, {0, text.size()}, bundled_lexicon(), tokens);
  DateContext context;
  context.document = document;
  std::vector<DateMention> found;
  find_dates(tokens.list, context, found);
  std::string out;
  for (const auto& d : found) out += (out.empty() ? "" : " ") + d.edtf();
  return out;
}

TEST(DateMention, absolute_dates) {
  EXPECT_EQ(dates("It was signed on 4 April 1949."), "1949-04-04");
  EXPECT_EQ(dates("It was signed on April 4, 1949, in Washington."), "1949-04-04");
  EXPECT_EQ(dates("In June 2017 it joined."), "2017-06");
  EXPECT_EQ(dates("They met in the 1980s."), "198X");
  EXPECT_EQ(dates("The league of 478 BC was founded in 478 BC."), "-0477 -0477");
  EXPECT_EQ(dates("It joined in the spring of 1998."), "1998-21");
  EXPECT_EQ(dates("It lasted from 1962 to 1971."), "1962/1971");
  EXPECT_EQ(dates("It lasted 1961\u201372."), "1961/1972");
}

TEST(DateMention, a_number_is_not_a_year) {
  EXPECT_EQ(dates("About 2000 troops left with 1200 horses."), "");
  EXPECT_EQ(dates("It has 2,500 members."), "");
}

TEST(DateMention, relative_dates_follow_the_last_one) {
  EXPECT_EQ(dates("It was signed in 1992 and entered into force two years later."), "1992 1994");
  EXPECT_EQ(dates("It joined in 2004 and left the following year."), "2004 2005");
  EXPECT_EQ(dates("It was signed on 4 April 1949 and ratified the day before."), "1949-04-04 1949-04-03");
}

TEST(DateMention, relative_dates_follow_the_dateline) {
  const CalendarValue friday{2020, 1, 31, 0, false};
  EXPECT_EQ(dates("It left yesterday.", friday), "2020-01-30");
  EXPECT_EQ(dates("It left last month.", friday), "2019-12");
  EXPECT_EQ(dates("It left on Wednesday.", friday), "2020-01-29");
  EXPECT_EQ(dates("It left two years ago.", friday), "2018");
  EXPECT_EQ(dates("It left yesterday."), "");
}

}  // namespace
}  // namespace entente::detail
