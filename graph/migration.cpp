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

namespace {

/// Everything derived is made anew afterwards, so that of version 1 only what the sources said is taken over.
/// A database of version 1 is brought to the schema as it is now at once; a later version needs its own text
/// here only if it has a step of its own.
std::string rebuild_from_1() {
  std::string sql;
  for (const char* view : {"entities", "names", "outside_ids", "sources", "claims", "edges", "memberships",
                           "evidence", "conflicts", "notes", "ambiguous_names"}) {
    sql += fmt::format("DROP VIEW {};", view);
  }
  for (const char* table : {"unmatched", "party", "note", "dispute_claim", "dispute", "edge_claim", "edge",
                            "outside_id", "name", "entity", "meta"}) {
    sql += fmt::format("DROP TABLE {};", table);
  }
  for (const char* table : {"claim", "source", "term"}) {
    sql += fmt::format("ALTER TABLE {0} RENAME TO {0}_1;", table);
  }
  sql += schema_sql();
  sql += R"sql(
    INSERT INTO term SELECT number, text FROM term_1;
    INSERT OR IGNORE INTO term (text) SELECT DISTINCT event FROM claim_1;
    INSERT INTO source SELECT * FROM source_1;
    INSERT INTO claim
      SELECT row_number() OVER (ORDER BY c.number), c.id, NULL, NULL, c.subject_name, c.subject_id, v.number,
             c.relation, c.object_name, c.object_id, c.date,
             CASE c.certainty WHEN 'stated' THEN 0 WHEN 'inferred' THEN 1 WHEN 'hypothetical' THEN 2 ELSE 3 END,
             c.detail, c.source, c.begin_byte, c.end_byte, c.row, c.text, c.rule, c.loaded_at,
             CASE WHEN c.certainty IN ('stated', 'inferred')
                       AND (c.event = 'renamed' OR (c.event = 'named' AND c.subject_id = '')) THEN 1 END
      FROM claim_1 c JOIN term v ON v.text = c.event;
    DROP TABLE claim_1; DROP TABLE source_1; DROP TABLE term_1;
  )sql";
  return sql;
}

}  // namespace

std::span<const Migration> migrations() {
  static const std::string from_1 = rebuild_from_1();
  static const Migration steps[] = {{1, from_1}};
  return steps;
}

void migrate(SQLite::Database& database, std::span<const Migration> steps, std::int64_t target,
             const std::function<void()>& finish) {
  if (version_of(database) == target) return;
  SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
  // Asked again under the lock: another process may have been faster.
  const std::int64_t before = version_of(database);
  for (std::int64_t version = before; version < target; ++version) {
    const auto step =
        std::find_if(steps.begin(), steps.end(), [&](const Migration& m) { return m.from == version; });
    if (step == steps.end()) {
      throw Error(ErrorCode::DatabaseFailure,
                  fmt::format("no way leads from database version {} to {}", version, version + 1));
    }
    database.exec(step->sql.data());
    database.exec(fmt::format("PRAGMA user_version = {}", version + 1));
  }
  if (finish && before < target) finish();
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
