#include "graph/error.hpp"

#include <gtest/gtest.h>

namespace entente {
namespace {

using namespace std::string_literals;

TEST(EscapedControls, ControlCharactersAreShownAndNotObeyed) {
  EXPECT_EQ(escaped_controls("a\0b"s), "a\\x00b");
  EXPECT_EQ(escaped_controls("\x1B[31mred\x7F\b"), "\\x1B[31mred\\x7F\\x08");
  EXPECT_EQ(escaped_controls("one\ttwo\r\n"), "one\\ttwo\\r\\n");
  EXPECT_EQ(escaped_controls("\xC2\x9B"
                             "2J"),
            "\\xC2\\x9B2J");
  EXPECT_EQ(escaped_controls("\xC2"), "\xC2");
}

TEST(EscapedControls, OtherTextStays) {
  for (const std::string text : {"", "Côte d’Ivoire", "\xC2\xA0", "中国", "C:\\n \"quoted\""}) {
    EXPECT_EQ(escaped_controls(text), text);
  }
  EXPECT_EQ(escaped_controls(escaped_controls("a\0b\\"s)), escaped_controls("a\0b\\"s));
}

TEST(ErrorTold, CandidatesStandBelowALineThatSaysWhatTheyAre) {
  EXPECT_EQ(told(Error(ErrorCode::Unreadable, "x.db is a directory")), "x.db is a directory");
  EXPECT_EQ(told(Error(ErrorCode::UnknownName, "nothing is called X", {"Y", "Z"})),
            "nothing is called X\nDid you mean:\n  Y\n  Z");
  EXPECT_EQ(told(Error(ErrorCode::AmbiguousName, "X is ambiguous", {"a"})),
            "X is ambiguous\nChoose one by its id:\n  a");
}

TEST(DiagnosticText, IsOneLineThatEndsWhereItEnds) {
  const Diagnostic problem{ErrorCode::InvalidRow, "facts\n.csv", 2, 3, "the name \"\0\" is odd"s, "A\0\tB"s};
  EXPECT_EQ(problem.to_string(), "facts\\n.csv:2:3: the name \"\\x00\" is odd: \"A\\x00\\tB\"");
}

}  // namespace
}  // namespace entente
