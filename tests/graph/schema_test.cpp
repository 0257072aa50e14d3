// The database as SQL users meet it: the promises of docs/schema.md, its examples included, and the indexes
// that questions stand on.
#include "graph/schema.hpp"

#include <gmock/gmock.h>

#include "graph/store_edges.hpp"
#include "tests/graph/database.hpp"

namespace entente {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using namespace testing_support;

/// The history that the results in docs/schema.md are of.
constexpr const char* history = R"(
  @article 2022-01-29 1
  @handbook 2001
  Uzbekistan | joined    | CSTO | 1992            | handbook
  Uzbekistan | left      | CSTO | 1999            | handbook
  Uzbekistan | joined    | CSTO | 2006            | article
  Uzbekistan | left      | CSTO | 2012            | article
  Armenia    | member    | CSTO | 1994/..         | article
  Georgia    | joined    | CSTO | 1993-12-09      | handbook
  Georgia    | left      | CSTO | 1999            | handbook
  Georgia    | left      | CSTO | 1998            | article
  Serbia     | observer  | CSTO | 2013/..         | article
  Ukraine    | joined    | CSTO |                 | article | negated
  CSTO       | founded   |      | 1992-05-15      | article
)";

class SchemaTest : public testing::Test {
 protected:
  Folder folder;
  std::string path = folder.file("test.db");
  SQLite::Database open() { return SQLite::Database(path); }
};

TEST_F(SchemaTest, IsTheFileAsItStands) {
  const std::string file = content_of(ENTENTE_SOURCE_DIR "/graph/schema.sql");
  EXPECT_EQ(detail::schema_sql(), file);
  make(path, read_history(history));
  SQLite::Database plain(":memory:", SQLite::OPEN_READWRITE), ours = open();
  plain.exec(file);
  const char* all = "SELECT type, name, sql FROM sqlite_schema ORDER BY name";
  EXPECT_EQ(rows_of(ours, all), rows_of(plain, all));
  EXPECT_EQ(ours.execAndGet("PRAGMA application_id").getInt64(), detail::application_id);
  EXPECT_EQ(ours.execAndGet("PRAGMA user_version").getInt64(), detail::schema_version);
}

/// A first load of many claims drops indexes and makes them again.
TEST_F(SchemaTest, IsTheSameAfterALargeFirstLoad) {
  History large;
  for (int n = 0; n < 20'500; ++n) {
    Claim claim;
    claim.subject.name = "member " + std::to_string(n % 7000);
    claim.event = n % 5 == 0 ? Event::Left : Event::Joined;
    claim.object.name = "body " + std::to_string(n % 11);
    claim.when = Date::of_year(1900 + n % 90);
    claim.evidence = {{"s"}, 0, 0, static_cast<std::uint64_t>(n) + 1, "row", "row"};
    large.claims.push_back(claim);
  }
  large.claims.insert(large.claims.end(), large.claims.begin(), large.claims.begin() + 10);
  make(path, large);
  SQLite::Database plain(":memory:", SQLite::OPEN_READWRITE), ours = open();
  plain.exec(content_of(ENTENTE_SOURCE_DIR "/graph/schema.sql"));
  const char* all = "SELECT type, name, sql FROM sqlite_schema ORDER BY name";
  EXPECT_EQ(rows_of(ours, all), rows_of(plain, all));
  EXPECT_THAT(rows_of(ours, "PRAGMA integrity_check"), testing::ElementsAre("ok"));
  const Store store = Store::open(path, Store::Mode::Read);
  EXPECT_EQ(store.totals().claims, 20'500U);
  const auto edges = store.edges({}), expected = resolve(large.claims, {}).edges;
  ASSERT_EQ(edges.size(), expected.size());
  for (std::size_t i = 0; i < edges.size(); ++i) ASSERT_EQ(edges[i].id, expected[i].id);
}

TEST_F(SchemaTest, HoldsTogether) {
  make(path, read_history(history));
  SQLite::Database database = open();
  EXPECT_THAT(rows_of(database, "PRAGMA foreign_key_check"), IsEmpty());
  EXPECT_THAT(rows_of(database, "PRAGMA integrity_check"), testing::ElementsAre("ok"));
}

/// Every block of SQL in docs/schema.md, and the block of results after it.
struct Example {
  std::string sql;
  std::vector<std::string> rows;
};
std::vector<Example> examples() {
  std::vector<Example> examples;
  std::istringstream lines(content_of(ENTENTE_SOURCE_DIR "/docs/schema.md"));
  std::string fence;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("```")) {
      fence = fence.empty() ? line : "";
      if (fence == "```sql") examples.emplace_back();
    } else if (fence == "```sql") {
      examples.back().sql += line + '\n';
    } else if (fence == "```text") {
      examples.back().rows.push_back(line);
    }
  }
  return examples;
}

TEST_F(SchemaTest, TheExamplesOfTheDocumentationGiveWhatItSays) {
  make(path, read_history(history));
  SQLite::Database database = open();
  const auto all = examples();
  EXPECT_GE(all.size(), 6U);
  for (const Example& example : all) EXPECT_EQ(rows_of(database, example.sql), example.rows) << example.sql;
}

TEST_F(SchemaTest, EveryViewIsDocumentedWithItsColumns) {
  make(path, {});
  SQLite::Database database = open();
  const std::string page = content_of(ENTENTE_SOURCE_DIR "/docs/schema.md");
  for (const std::string& view : rows_of(database, "SELECT name FROM sqlite_schema WHERE type = 'view'")) {
    const std::size_t begin = page.find("\n| `" + view + "` |");
    ASSERT_NE(begin, std::string::npos) << view;
    const std::string line = page.substr(begin + 1, page.find('\n', begin + 1) - begin - 1);
    for (const std::string& column :
         rows_of(database, "SELECT name FROM pragma_table_info('" + view + "')")) {
      EXPECT_THAT(line, HasSubstr('`' + column + '`')) << view;
    }
  }
}

TEST_F(SchemaTest, DaysReadAsIsoTextIntoAntiquity) {
  make(path, read_history("Athens | joined | Delian League | -0477"));
  SQLite::Database database = open();
  EXPECT_THAT(rows_of(database, "SELECT first_earliest, first_latest FROM edges"),
              testing::ElementsAre("-0477-01-01|-0477-12-31"));
}

std::string plan(SQLite::Database& database, const std::string& question) {
  std::string plan;
  SQLite::Statement statement(database, "EXPLAIN QUERY PLAN " + question);
  while (statement.executeStep()) plan += statement.getColumn(3).getString() + '\n';
  return plan;
}

TEST_F(SchemaTest, QuestionsAreAnsweredFromAnIndex) {
  make(path, read_history(history));
  SQLite::Database database = open();
  const EntityId id{"x"};
  const Period period{Day{0}, Day{1}};
  const auto indexed = [](const std::string& index) {
    return AllOf(HasSubstr("SEARCH g USING INDEX " + index), Not(HasSubstr("SCAN")),
                 Not(HasSubstr("MULTI-INDEX")));
  };
  const auto keyed = AllOf(HasSubstr("SEARCH g USING PRIMARY KEY (subject=?)"), Not(HasSubstr("SCAN")));
  for (const std::vector<Relation>& relations :
       {std::vector<Relation>{}, std::vector<Relation>{{"member_of"}}, std::vector<Relation>{{"a"}, {"b"}}}) {
    for (const std::optional<Period>& during : {std::optional<Period>{}, std::optional<Period>{period}}) {
      EXPECT_THAT(plan(database, detail::edge_question({{}, relations, id, during})),
                  indexed("edge_of_object (object=?)"));
      EXPECT_THAT(plan(database, detail::edge_question({id, relations, {}, during})), keyed);
      EXPECT_THAT(plan(database, detail::edge_question({id, relations, id, during})), keyed);
    }
  }
  EXPECT_THAT(plan(database, "SELECT * FROM memberships WHERE object_id = 'csto'"),
              indexed("edge_of_object"));
  EXPECT_THAT(plan(database, "SELECT * FROM evidence WHERE subject_id = 'a' AND object_id = 'b'"),
              AllOf(HasSubstr("SEARCH g USING"), Not(HasSubstr("SCAN"))));
  EXPECT_THAT(plan(database, "SELECT * FROM names WHERE key = 'x'"), Not(HasSubstr("SCAN")));
}

}  // namespace
}  // namespace entente
