#include "export/table.hpp"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include "export/display_text.hpp"

namespace entente {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

Table sample() {
  return {
      "Members of the CSTO in 2008",
      {{"name"}, {"status"}, {"n", Column::Fit::Keep, Column::Align::Right}, {"evidence", Column::Fit::Wrap}},
      {{"Armenia", "certain", "1", "Six states signed it in Tashkent on 15 May 1992."},
       {"日本", "possible", "20", ""}},
      {"1 certain, 1 possible"}};
}

TEST(TextTable, AlignsByDisplayWidth) {
  EXPECT_EQ(to_text(sample()),
            "Members of the CSTO in 2008\n"
            "\n"
            "name     status     n  evidence\n"
            "───────  ────────  ──  ────────────────────────────────────────────────\n"
            "Armenia  certain    1  Six states signed it in Tashkent on 15 May 1992.\n"
            "日本     possible  20\n"
            "\n"
            "1 certain, 1 possible\n");
}

TEST(TextTable, WrapsTheLongColumn) {
  EXPECT_EQ(to_text(sample(), {.width = 50, .ascii = true}),
            "Members of the CSTO in 2008\n"
            "\n"
            "name     status     n  evidence\n"
            "-------  --------  --  ---------------------------\n"
            "Armenia  certain    1  Six states signed it in\n"
            "                       Tashkent on 15 May 1992.\n"
            "日本     possible  20\n"
            "\n"
            "1 certain, 1 possible\n");
}

TEST(TextTable, ColoursOnlyWhenTold) {
  EXPECT_THAT(to_text(sample()), Not(HasSubstr("\x1b")));
  EXPECT_THAT(to_text(sample(), {.color = true}), HasSubstr("\x1b[32mcertain\x1b[0m"));
}

TEST(TextTable, NoCellCommandsTheTerminal) {
  Table table{"", {{"name"}}, {{"evil\x1b[2J"}}, {}};
  EXPECT_THAT(to_text(table), Not(HasSubstr("\x1b")));
}

TEST(TextTable, WithoutColumnsIsEmpty) { EXPECT_EQ(to_text({}), ""); }

TEST(Csv, FollowsRfc4180) {
  const Table table{"ignored",
                    {{"name"}, {"note"}},
                    {{"Congo, Republic of the", "said \"so\""}, {"two\nlines", ""}, {"plain"}},
                    {"ignored"}};
  EXPECT_EQ(to_csv(table),
            "name,note\r\n"
            "\"Congo, Republic of the\",\"said \"\"so\"\"\"\r\n"
            "\"two\nlines\",\r\n"
            "plain,\r\n");
}

/// A plain reader of RFC 4180, to read back what was written.
std::vector<std::vector<std::string>> read_csv(const std::string& text) {
  std::vector<std::vector<std::string>> rows(1, {""});
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (quoted) {
      if (text[i] != '"') {
        rows.back().back() += text[i];
      } else if (i + 1 < text.size() && text[i + 1] == '"') {
        rows.back().back() += text[i++];
      } else {
        quoted = false;
      }
    } else if (text[i] == '"') {
      quoted = true;
    } else if (text[i] == ',') {
      rows.back().emplace_back();
    } else if (text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n') {
      ++i;
      rows.push_back({""});
    } else {
      rows.back().back() += text[i];
    }
  }
  rows.pop_back();
  return rows;
}

RC_GTEST_PROP(Csv, ReadsBackEqual, ()) {
  const auto cell = rc::gen::container<std::string>(rc::gen::elementOf(std::string("ab,\"\r\n ;é")));
  const auto columns = *rc::gen::inRange<std::size_t>(1, 4);
  Table table;
  std::vector<std::vector<std::string>> expected(1);
  for (std::size_t i = 0; i < columns; ++i) {
    table.columns.push_back({*cell});
    expected[0].push_back(table.columns.back().name);
  }
  table.rows = *rc::gen::container<std::vector<std::vector<std::string>>>(
      rc::gen::container<std::vector<std::string>>(columns, cell));
  expected.insert(expected.end(), table.rows.begin(), table.rows.end());
  RC_ASSERT(read_csv(to_csv(table)) == expected);
}

}  // namespace
}  // namespace entente
