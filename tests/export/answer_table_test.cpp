#include "export/answer_table.hpp"

#include <gmock/gmock.h>

#include "tests/export/answers.hpp"

namespace entente {
namespace {

using testing::answer_to;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

std::vector<std::string> column_names(const Table& table) {
  std::vector<std::string> names;
  for (const Column& column : table.columns) names.push_back(column.name);
  return names;
}

TEST(AnswerTable, MembersSayStatusAndDates) {
  const Table table = text_tables(answer_to("members").answer, {.evidence = false}).at(0);
  EXPECT_EQ(
      to_text(table, {.ascii = true}),
      "Members of CSTO in 2008\n"
      "\n"
      "who         status   from  to       disputed  note\n"
      "----------  -------  ----  -------  --------  -------------------------------------------------\n"
      "Armenia     certain  1994  ongoing\n"
      "Uzbekistan  certain  2006  2012     disputed  It cannot have begun before the CSTO was founded.\n"
      "\n"
      "2 certain\n");
}

TEST(AnswerTable, EvidenceIsTheSentenceAndItsSource) {
  const Table table = text_tables(answer_to("memberships").answer).at(0);
  EXPECT_EQ(table.columns.back().name, "evidence");
  EXPECT_EQ(table.rows.at(0).back(),
            "“Uzbekistan joined CSTO in 2006.” (The alliances of Eurasia, 2022-01-29)");
}

TEST(AnswerTable, WasSaysWhyItIsOnlyPossibleAndWhenItFlips) {
  const Table table = text_tables(answer_to("was").answer).at(0);
  EXPECT_EQ(table.title, "Uzbekistan in CSTO on 2006-03-01: possible (the dates are too coarse to tell)");
  EXPECT_THAT(table.notes, ElementsAre("Day by day: no to 2005-12-31, then possible"));
}

TEST(AnswerTable, EveryAnswerHasATableOfEachSort) {
  for (const auto& [command, question, answer] : testing::every_answer()) {
    const std::vector<Table> tables = text_tables(answer);
    ASSERT_FALSE(tables.empty()) << command;
    EXPECT_THAT(tables[0].title, Not(IsEmpty())) << command;
    EXPECT_FALSE(tables[0].rows.empty()) << command;
    const Table csv = csv_table(answer);
    EXPECT_FALSE(csv.rows.empty()) << command;
    for (const std::vector<Table>& both : {tables, {csv}}) {
      for (const Table& table : both) {
        for (const auto& row : table.rows) EXPECT_EQ(row.size(), table.columns.size()) << command;
      }
    }
  }
}

TEST(AnswerTable, AnEmptyAnswerIsSaid) {
  const Answer nobody = Members{testing::body("CSTO"), {}, asked_period(parse_edtf("1900")), {}};
  const Table table = text_tables(nobody).at(0);
  EXPECT_EQ(table.title, "No member of CSTO in 1900");
  EXPECT_THAT(table.rows, IsEmpty());
}

TEST(AnswerTable, WhyHasAPartForEachSortOfClaim) {
  const std::vector<Table> tables = text_tables(answer_to("why").answer);
  ASSERT_EQ(tables.size(), 2U);
  EXPECT_EQ(tables[0].title, "Uzbekistan – member – CSTO: 2006/2012, certain");
  EXPECT_EQ(tables[1].title, "Claims that deny it");
}

TEST(AnswerTable, TheCsvOfMembersIsFlat) {
  const Table table = csv_table(answer_to("members").answer);
  EXPECT_THAT(column_names(table),
              ElementsAre("subject_id", "subject", "relation", "object_id", "object", "status", "start",
                          "end", "earliest_start", "latest_start", "earliest_end", "latest_end", "disputed",
                          "edge", "sources", "text"));
  EXPECT_THAT(to_csv(table),
              HasSubstr("uzbekistan,Uzbekistan,member_of,csto,CSTO,certain,2006,2012,2006-01-01,"
                        "2006-12-31,2012-01-01,2012-12-31,true,"));
}

TEST(AnswerTable, FlipsAreASentence) {
  const std::vector<StatusChange> changes = {{std::nullopt, Status::Certain},
                                             {Day::parse("1999-01-01"), Status::Possible},
                                             {Day::parse("2000-01-01"), Status::No}};
  EXPECT_EQ(changes_text(changes), "certain to 1998-12-31, possible to 1999-12-31, then no");
  EXPECT_EQ(changes_text(std::vector<StatusChange>{{std::nullopt, Status::Certain}}), "always certain");
  EXPECT_EQ(changes_text({}), "no");
}

TEST(AnswerTable, DifferencesHaveThreeParts) {
  Diff diff{asked_period(parse_edtf("2005")), asked_period(parse_edtf("2008")), {}, {}, {}};
  diff.gained.push_back({testing::state("Uzbekistan"),
                         {std::string(relation::member_of)},
                         testing::body("CSTO"),
                         Status::No,
                         Status::Certain,
                         {}});
  EXPECT_EQ(text_tables(diff).size(), 1U);
  EXPECT_EQ(text_tables(diff)[0].title, "Gained between 2005 and 2008");
  EXPECT_EQ(csv_table(diff).rows.at(0).at(0), "gained");
}

}  // namespace
}  // namespace entente
