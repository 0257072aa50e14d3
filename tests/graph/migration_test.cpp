#include "graph/migration.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <gmock/gmock.h>

#include "graph/error.hpp"
#include "graph/schema.hpp"
#include "tests/graph/database.hpp"

namespace entente::detail {
namespace {

/// A program that has reached version 3 of a schema of its own.
constexpr Migration steps[] = {
    {1, "ALTER TABLE member ADD COLUMN joined TEXT; UPDATE member SET joined = 'unknown'"},
    {2, "CREATE INDEX member_by_name ON member (name)"},
};

class MigrationTest : public testing::Test {
 protected:
  SQLite::Database database{":memory:", SQLite::OPEN_READWRITE};
  MigrationTest() {
    database.exec(
        "CREATE TABLE member (name TEXT); INSERT INTO member VALUES ('Armenia'); PRAGMA user_version = 1");
  }
  std::int64_t version() { return database.execAndGet("PRAGMA user_version").getInt64(); }
  std::int64_t columns() {
    return database.execAndGet("SELECT count(*) FROM pragma_table_info('member')").getInt64();
  }
};

TEST_F(MigrationTest, TakesEveryStepInOrder) {
  migrate(database, steps, 3);
  EXPECT_EQ(version(), 3);
  EXPECT_EQ(database.execAndGet("SELECT joined FROM member").getString(), "unknown");
  EXPECT_EQ(database.execAndGet("SELECT count(*) FROM sqlite_schema WHERE name = 'member_by_name'").getInt(),
            1);
  migrate(database, steps, 3);
  EXPECT_EQ(columns(), 2) << "a second time does nothing";
}

TEST_F(MigrationTest, StartsWhereTheDatabaseIs) {
  migrate(database, steps, 2);
  EXPECT_EQ(version(), 2);
  migrate(database, steps, 3);
  EXPECT_EQ(version(), 3);
}

TEST_F(MigrationTest, ThatFailsChangesNothing) {
  const Migration broken[] = {steps[0], {2, "CREATE INDEX nothing ON nowhere (name)"}};
  EXPECT_THROW(migrate(database, broken, 3), SQLite::Exception);
  EXPECT_EQ(version(), 1);
  EXPECT_EQ(columns(), 1);
}

TEST_F(MigrationTest, WithoutAWayChangesNothing) {
  EXPECT_THROW(migrate(database, steps, 4), Error);
  EXPECT_EQ(version(), 1);
  EXPECT_EQ(columns(), 1);
}

TEST(Migrations, LeadFromVersion1ToThisOne) {
  std::int64_t version = 1;
  for (const Migration& step : migrations()) EXPECT_EQ(step.from, version++);
  EXPECT_EQ(version, schema_version);
}

/// A file as version 1 left it: what the sources said, and nothing derived that is taken over.
TEST(Migrations, ADatabaseOfVersion1SaysTheSameAfterwards) {
  using namespace testing_support;
  const Folder folder;
  const std::string old = folder.file("old.db"), made = folder.file("made.db");
  std::mt19937 random(1991);
  const History history = random_history(random, 60);
  make(made, history);
  {
    SQLite::Database database(old, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    database.exec(content_of(ENTENTE_SOURCE_DIR "/tests/graph/schema_1.sql"));
    database.exec("ATTACH '" + made + "' AS made");
    database.exec(
        "INSERT INTO term SELECT * FROM made.term; INSERT INTO source SELECT * FROM made.source;"
        "INSERT INTO claim SELECT 3 * c.number, c.id, c.subject_name, c.subject_id, v.text, c.relation, "
        "c.object_name,"
        " c.object_id, c.date, CASE c.certainty WHEN 0 THEN 'stated' WHEN 1 THEN 'inferred' WHEN 2 THEN"
        " 'hypothetical' ELSE 'negated' END, c.detail, c.source, c.begin_byte, c.end_byte, c.row, c.text, "
        "c.rule,"
        " c.loaded_at FROM made.claim c JOIN made.term v ON v.number = c.event;"
        "INSERT INTO meta VALUES ('derivation', '2')");
  }
  EXPECT_THROW((void)Store::open(old, Store::Mode::Read), Error) << "a reader does not change it";
  (void)Store::open(old, Store::Mode::Write);
  EXPECT_EQ(dump(old), dump(made));
  SQLite::Database migrated(old), fresh(made);
  const char* all = "SELECT type, name, sql FROM sqlite_schema ORDER BY name";
  EXPECT_EQ(rows_of(migrated, all), rows_of(fresh, all));
  EXPECT_THAT(rows_of(migrated, "PRAGMA integrity_check"), testing::ElementsAre("ok"));
}

}  // namespace
}  // namespace entente::detail
