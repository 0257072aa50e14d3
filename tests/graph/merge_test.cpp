// Two databases are two sets of claims, and merging is their union.
#include <gtest/gtest.h>

#include "graph/store.hpp"
#include "tests/graph/database.hpp"

namespace entente {
namespace {

using namespace testing_support;

class Merge : public testing::Test {
 protected:
  Folder folder;
  int made = 0;

  std::string database(const History& history) {
    const std::string path = folder.file(std::to_string(++made) + ".db");
    make(path, history);
    return path;
  }
  /// A new database: the first, then the others merged into it one by one.
  std::string merged(const std::vector<std::string>& paths) {
    const std::string path = folder.file(std::to_string(++made) + ".db");
    std::filesystem::copy(paths.front(), path);
    Store store = Store::open(path, Store::Mode::Write);
    for (std::size_t i = 1; i < paths.size(); ++i) store.merge(Store::open(paths[i], Store::Mode::Read));
    return path;
  }
};

TEST_F(Merge, IsCommutativeAssociativeIdempotentAndTheUnion) {
  std::mt19937 random(2002);
  for (int round = 0; round < 25; ++round) {
    const History first = random_history(random), second = random_history(random),
                  third = random_history(random);
    const std::string a = database(first), b = database(second), c = database(third);
    const std::string ab = merged({a, b}), bc = merged({b, c});
    const std::string expected = dump(merged({ab, c}));
    ASSERT_EQ(dump(merged({b, a})), dump(ab)) << "commutative, round " << round;
    ASSERT_EQ(dump(merged({a, bc})), expected) << "associative, round " << round;
    ASSERT_EQ(dump(merged({a, a})), dump(a)) << "idempotent, round " << round;
    ASSERT_EQ(dump(merged({ab, b, a, ab})), dump(ab)) << "idempotent, round " << round;
    History all = first;
    for (const History* more : {&second, &third}) {
      all.claims.insert(all.claims.end(), more->claims.begin(), more->claims.end());
      all.sources.insert(all.sources.end(), more->sources.begin(), more->sources.end());
    }
    ASSERT_EQ(dump(database(all)), expected) << "as loaded together, round " << round;
  }
}

TEST_F(Merge, CountsNewClaimsAndLeavesTheOtherAlone) {
  const std::string a = database(read_history("A | joined | X | 1990\nB | joined | X | 1991"));
  const std::string b = database(read_history("A | joined | X | 1990\n\nC | joined | X | 1992"));
  const std::string before = content_of(b);
  Store store = Store::open(a, Store::Mode::Write);
  EXPECT_EQ(store.merge(Store::open(b, Store::Mode::Read)), 1U);
  EXPECT_EQ(store.merge(Store::open(b, Store::Mode::Read)), 0U);
  EXPECT_EQ(store.merge(store), 0U);
  EXPECT_EQ(store.totals().edges, 3U);
  EXPECT_EQ(content_of(b), before);
}

TEST_F(Merge, KeepsTheEarliestTimeOfLoading) {
  const History history = read_history("A | joined | X | 1990");
  const std::string early = database(history), late = database(history);
  const auto loaded_at = [](const std::string& path) {
    SQLite::Database database(path);
    return rows_of(database, "SELECT loaded_at FROM claims").front();
  };
  SQLite::Database(early, SQLite::OPEN_READWRITE).exec("UPDATE claim SET loaded_at = 1000");
  SQLite::Database(late, SQLite::OPEN_READWRITE).exec("UPDATE claim SET loaded_at = 2000");
  EXPECT_EQ(loaded_at(merged({early, late})), "1970-01-01 00:16:40");
  EXPECT_EQ(loaded_at(merged({late, early})), "1970-01-01 00:16:40");
}

TEST_F(Merge, PrioritiesThatADatabaseGivesStayInIt) {
  History history;
  history.sources.push_back({.id = {"almanac"}, .title = "Almanac", .priority = 2});
  const std::string mine = database({}), theirs = database(history);
  {
    Store store = Store::open(theirs, Store::Mode::Write);
    Store::Import import = store.begin_import();
    import.set_priority({"almanac"}, 9);
    import.commit();
    EXPECT_EQ(store.source({"almanac"})->priority, 9);
    EXPECT_EQ(store.sources().front().priority, 9);
  }
  Store store = Store::open(mine, Store::Mode::Write);
  store.merge(Store::open(theirs, Store::Mode::Read));
  EXPECT_EQ(store.source({"almanac"})->priority, 2);
}

}  // namespace
}  // namespace entente
