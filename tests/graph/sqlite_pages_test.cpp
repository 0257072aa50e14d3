// Pages that we write are read by SQLite as the rows that went in.
#include "graph/sqlite_pages.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/graph/database.hpp"

namespace entente::detail {
namespace {

using namespace testing_support;

std::uint32_t make_database(const std::string& path, const char* sql) {
  SQLite::Database database(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  database.exec(sql);
  return database.execAndGet("SELECT rootpage FROM sqlite_schema ORDER BY rowid DESC LIMIT 1").getUInt();
}

void expect_sound(SQLite::Database& database) {
  EXPECT_EQ(database.execAndGet("PRAGMA integrity_check").getString(), "ok");
}

TEST(SqlitePages, IntegersOfEverySizeAndEveryOtherCell) {
  const Folder folder;
  const std::string path = folder.file("test.db");
  const std::uint32_t root = make_database(path, "CREATE TABLE t (n INTEGER PRIMARY KEY, v)");
  std::vector<std::int64_t> values{0, 1, 2, -1, 127, 128, -128, -129, INT64_MAX, INT64_MIN};
  for (int bits = 8; bits < 63; ++bits) {
    for (const std::int64_t offset : {-1, 0, 1}) values.push_back((std::int64_t{1} << bits) + offset);
    values.push_back(-(std::int64_t{1} << bits));
  }
  {
    PageFile file(path, path);
    TreeWriter tree(file, root, TreeWriter::Kind::Table);
    Record record;
    std::int64_t rowid = 0;
    const auto add = [&](const auto& cell) {
      record.clear();
      record.add(nullptr);
      record.add(cell);
      tree.add(++rowid, record);
    };
    for (const std::int64_t value : values) add(value);
    add(nullptr);
    add(std::string("Côte d’Ivoire"));
    add(ClaimId{1, 2});
    add(std::optional<Day>(Day{-5}));
    record.clear();
    record.add(nullptr);
    record.add_replaceable(77);
    tree.add(std::int64_t{1} << 62, record);
    tree.finish();
    file.finish();
  }
  SQLite::Database database(path);
  expect_sound(database);
  const auto found = rows_of(database, "SELECT CASE typeof(v) WHEN 'blob' THEN hex(v) ELSE v END FROM t");
  ASSERT_EQ(found.size(), values.size() + 5);
  for (std::size_t i = 0; i < values.size(); ++i) EXPECT_EQ(found[i], std::to_string(values[i]));
  EXPECT_EQ(
      std::vector<std::string>(found.begin() + static_cast<std::ptrdiff_t>(values.size()), found.end()),
      (std::vector<std::string>{"NULL", "Côte d’Ivoire", "00000000000000010000000000000002", "-5", "77"}));
  EXPECT_EQ(rows_of(database, "SELECT max(n) FROM t").front(), std::to_string(std::int64_t{1} << 62));
}

/// Rows of random sizes: many small ones, some that need pages of their own.
class Sizes {
 public:
  Sizes(std::uint32_t seed, int usual) : random_(seed), usual_(usual) {}
  std::size_t next() {
    const auto below = [&](int n) { return std::uniform_int_distribution<int>(0, n - 1)(random_); };
    const int kind = below(100);
    if (kind < 2) return static_cast<std::size_t>(below(40'000));
    if (kind < 6) return static_cast<std::size_t>(900 + below(4'000));
    return static_cast<std::size_t>(below(usual_));
  }

 private:
  std::mt19937 random_;
  int usual_;
};

TEST(SqlitePages, TablesOfAnySize) {
  const Folder folder;
  for (const int rows : {0, 1, 2, 3, 7, 40, 41, 42, 43, 44, 45, 46, 300, 5'000, 60'000}) {
    const std::string path = folder.file(std::to_string(rows) + ".db");
    const std::uint32_t root = make_database(path, "CREATE TABLE t (n INTEGER PRIMARY KEY, v TEXT)");
    Sizes sizes(static_cast<std::uint32_t>(rows), rows > 10'000 ? 60 : 200);
    std::vector<std::size_t> written;
    {
      PageFile file(path, path);
      TreeWriter tree(file, root, TreeWriter::Kind::Table);
      Record record;
      for (int n = 1; n <= rows; ++n) {
        written.push_back(sizes.next());
        record.clear();
        record.add(nullptr);
        record.add(std::string(written.back(), static_cast<char>('a' + n % 26)));
        tree.add(n, record);
      }
      tree.finish();
      file.finish();
    }
    SQLite::Database database(path, SQLite::OPEN_READWRITE);
    expect_sound(database);
    SQLite::Statement all(database, "SELECT n, v FROM t ORDER BY n");
    std::size_t n = 0;
    for (; all.executeStep(); ++n) {
      ASSERT_EQ(all.getColumn(0).getInt64(), static_cast<std::int64_t>(n) + 1);
      ASSERT_EQ(all.getColumn(1).getString(), std::string(written[n], static_cast<char>('a' + (n + 1) % 26)));
    }
    ASSERT_EQ(n, written.size());
    all.reset();
    // It is a tree like any other.
    database.exec(
        "DELETE FROM t WHERE n % 3 = 0; INSERT INTO t SELECT 1000000 + n, v FROM t WHERE n % 7 = 0");
    expect_sound(database);
  }
}

TEST(SqlitePages, IndexesOfAnySize) {
  const Folder folder;
  for (const int usual : {9, 60, 900}) {
    for (const int rows : {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 50, 400, 3'000, 20'000}) {
      if (rows == 20'000 && usual == 900) continue;
      const std::string path = folder.file(std::to_string(usual) + "-" + std::to_string(rows) + ".db");
      const std::uint32_t root =
          make_database(path, "CREATE TABLE t (k TEXT, n INTEGER, PRIMARY KEY (k, n)) WITHOUT ROWID");
      Sizes sizes(static_cast<std::uint32_t>(rows + usual), usual);
      std::vector<std::string> keys;
      for (int n = 0; n < rows; ++n) {
        keys.push_back(std::to_string(n * 7919 % 20'011) + std::string(sizes.next(), 'x'));
      }
      std::sort(keys.begin(), keys.end());
      {
        PageFile file(path, path);
        TreeWriter tree(file, root, TreeWriter::Kind::Index);
        Record record;
        std::int64_t n = 0;
        for (const std::string& key : keys) {
          record.clear();
          record.add(key);
          record.add(++n);
          tree.add(record);
        }
        tree.finish();
        file.finish();
      }
      SQLite::Database database(path, SQLite::OPEN_READWRITE);
      expect_sound(database);
      ASSERT_EQ(rows_of(database, "SELECT k FROM t ORDER BY k, n"), keys);
      SQLite::Statement one(database, "SELECT count(*) FROM t WHERE k = ?");
      for (std::size_t i = 0; i < keys.size(); i += 1 + keys.size() / 50) {
        one.bind(1, keys[i]);
        one.executeStep();
        ASSERT_GE(one.getColumn(0).getInt(), 1) << keys[i].substr(0, 20);
        one.reset();
      }
      database.exec("DELETE FROM t WHERE n % 3 = 0");
      expect_sound(database);
    }
  }
}

}  // namespace
}  // namespace entente::detail
