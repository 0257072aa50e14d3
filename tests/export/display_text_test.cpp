#include "export/display_text.hpp"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

namespace entente {
namespace {

using ::testing::ElementsAre;

TEST(DisplayWidth, CountsColumnsOfTheScreen) {
  EXPECT_EQ(display_width(""), 0U);
  EXPECT_EQ(display_width("Armenia"), 7U);
  EXPECT_EQ(display_width("Côte d’Ivoire"), 13U);
  EXPECT_EQ(display_width("Co\xCC\x82te"), 4U) << "a combining circumflex takes no column";
  EXPECT_EQ(display_width("日本"), 4U);
  EXPECT_EQ(display_width("대한민국"), 8U);
  EXPECT_EQ(display_width("🇺🇿"), 2U) << "a flag is one picture of two letters";
  EXPECT_EQ(display_width("👩‍👩‍👧"), 2U);
  EXPECT_EQ(display_width("سوريا"), 5U);
}

TEST(Printable, LetsNoNameCommandTheTerminal) {
  EXPECT_EQ(printable("a\x1b[31mb"), "a [31mb");
  EXPECT_EQ(printable("a\nb\r\nc\td"), "a b c d");
  EXPECT_EQ(printable("a\xE2\x80\xAE"
                      "b"),
            "a b")
      << "no override of the direction of writing";
  EXPECT_EQ(printable("a\xFF"
                      "b"),
            "a\xEF\xBF\xBD"
            "b");
  EXPECT_EQ(printable("\xC2\x9B"
                      "31m"),
            " 31m")
      << "the one-character form of the escape sequence";
}

TEST(HtmlText, LetsNoNameCommandThePage) {
  EXPECT_EQ(html_text("<b title=\"x\">Lao People's & Co</b>"),
            "&lt;b title=&quot;x&quot;&gt;Lao People's &amp; Co&lt;/b&gt;");
  EXPECT_EQ(html_text("a\n\xE2\x80\xAE\xFF"), "a  \xEF\xBF\xBD") << "printable as well";
  EXPECT_EQ(html_text("Côte d'Ivoire"), "Côte d'Ivoire");
}

TEST(ValidUtf8, ReplacesOnlyWhatIsNotUtf8) {
  EXPECT_EQ(valid_utf8("a\n\xC3\xA9"), "a\n\xC3\xA9");
  EXPECT_EQ(valid_utf8("\xC3"), "\xEF\xBF\xBD");
  EXPECT_EQ(valid_utf8("\xED\xA0\x80"), "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD") << "a lone surrogate";
}

TEST(Wrapped, BreaksAtBlanks) {
  EXPECT_THAT(wrapped("one two three", 7), ElementsAre("one two", "three"));
  EXPECT_THAT(wrapped("", 7), ElementsAre(""));
  EXPECT_THAT(wrapped("  a   b ", 7), ElementsAre("a b"));
}

TEST(Wrapped, BreaksAWordThatIsWiderThanTheLine) {
  EXPECT_THAT(wrapped("ab abcdefgh", 4), ElementsAre("ab", "abcd", "efgh"));
  EXPECT_THAT(wrapped("日本国憲法", 4), ElementsAre("日本", "国憲", "法"));
}

RC_GTEST_PROP(Wrapped, NoLineIsWiderThanAsked, (const std::string& text)) {
  const auto width = *rc::gen::inRange<std::size_t>(2, 40);
  for (const std::string& line : wrapped(printable(text), width)) RC_ASSERT(display_width(line) <= width);
}

TEST(Padded, FillsUpToTheWidthOfTheScreen) {
  EXPECT_EQ(padded("日本", 6), "日本  ");
  EXPECT_EQ(padded("12", 4, true), "  12");
  EXPECT_EQ(padded("longer", 3), "longer");
}

}  // namespace
}  // namespace entente
