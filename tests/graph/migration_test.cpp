#include "graph/migration.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <gtest/gtest.h>

#include "graph/error.hpp"
#include "graph/schema.hpp"

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

}  // namespace
}  // namespace entente::detail
