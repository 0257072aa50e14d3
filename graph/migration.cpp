#include "graph/migration.hpp"

#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>
#include <fmt/format.h>

#include <algorithm>

#include "graph/error.hpp"
#include "graph/schema.hpp"

namespace entente::detail {

namespace {

std::int64_t version_of(SQLite::Database& database) {
  return database.execAndGet("PRAGMA user_version").getInt64();
}

}  // namespace

std::span<const Migration> migrations() noexcept { return {}; }

void migrate(SQLite::Database& database, std::span<const Migration> steps, std::int64_t target) {
  if (version_of(database) == target) return;
  SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
  // Asked again under the lock: another process may have been faster.
  for (std::int64_t version = version_of(database); version < target; ++version) {
    const auto step =
        std::find_if(steps.begin(), steps.end(), [&](const Migration& m) { return m.from == version; });
    if (step == steps.end()) {
      throw Error(ErrorCode::DatabaseFailure,
                  fmt::format("no way leads from database version {} to {}", version, version + 1));
    }
    database.exec(step->sql.data());
    database.exec(fmt::format("PRAGMA user_version = {}", version + 1));
  }
  transaction.commit();
}

void create_schema(SQLite::Database& database) {
  const auto blank = [&] {
    return database.execAndGet("PRAGMA application_id").getInt64() == 0 &&
           database.execAndGet("SELECT count(*) FROM sqlite_schema").getInt64() == 0;
  };
  if (!blank()) return;
  SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
  if (!blank()) return;  // another process was faster
  database.exec(schema_sql().data());
  transaction.commit();
}

}  // namespace entente::detail
