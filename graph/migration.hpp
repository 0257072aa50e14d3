#pragma once
// How a database of an older version becomes one of this version, in place. Private to the store.

#include <SQLiteCpp/Database.h>

#include <cstdint>
#include <functional>
#include <span>
#include <string_view>

namespace entente::detail {

/// Brings a database from version `from` to the next one.
struct Migration {
  std::int64_t from;
  std::string_view sql;  ///< ends with a zero byte
};

/// Every step since version 1, in order; one for each version that was ever released.
[[nodiscard]] std::span<const Migration> migrations();

/// Takes the steps from the database's own version up to `target`, all in one transaction: it succeeds whole
/// or changes nothing. Does nothing at the target. Throws Error{DatabaseFailure} when a step is missing,
/// SQLite::Exception when one fails. `finish` is the last step, within the same transaction.
void migrate(SQLite::Database& database, std::span<const Migration> steps, std::int64_t target,
             const std::function<void()>& finish = {});

/// Makes the tables of graph/schema.sql in a file that holds nothing yet, in one transaction; leaves any
/// other file alone. Throws SQLite::Exception when it cannot be written.
void create_schema(SQLite::Database& database);

}  // namespace entente::detail
