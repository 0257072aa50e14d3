#pragma once
// One connection to a database file: how it is opened, what it says when it cannot, and statements that are
// prepared once. Private to the store: the only headers that show SQLiteCpp are this one and those on top.

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "graph/claim.hpp"
#include "graph/error.hpp"
#include "graph/store.hpp"

namespace entente::detail {

/// What SQLite said, as an Error of ours that names the file.
[[nodiscard]] Error translated(const SQLite::Exception& exception, const std::string& path);

/// Runs `work`, and throws what SQLite throws as an Error.
template <typename Work>
decltype(auto) translating(const std::string& path, Work&& work) {
  try {
    return std::forward<Work>(work)();
  } catch (const SQLite::Exception& exception) {
    throw translated(exception, path);
  }
}

// ---- values of a statement

inline void bind(SQLite::Statement& statement, int index, std::int64_t value) {
  statement.bind(index, value);
}
/// The text must outlive the statement's execution.
inline void bind(SQLite::Statement& statement, int index, const std::string& value) {
  statement.bindNoCopy(index, value);
}
inline void bind(SQLite::Statement& statement, int index, const char* value) {
  statement.bindNoCopy(index, value);
}
/// Null for none.
void bind(SQLite::Statement& statement, int index, const std::string* value);
void bind(SQLite::Statement& statement, int index, const ClaimId& value);
void bind(SQLite::Statement& statement, int index, Day value);
void bind(SQLite::Statement& statement, int index, std::nullptr_t);
template <typename Value>
void bind(SQLite::Statement& statement, int index, const std::optional<Value>& value) {
  if (value) {
    bind(statement, index, *value);
  } else {
    bind(statement, index, nullptr);
  }
}

/// The cells of the row that a statement stands on, left to right.
class Row {
 public:
  explicit Row(SQLite::Statement& statement, int first = 0) : statement_(&statement), index_(first) {}
  std::string text() { return next().getString(); }
  std::optional<std::string> optional_text();
  /// Without a copy: until the statement goes on.
  std::string_view view();
  std::int64_t integer() { return next().getInt64(); }
  std::optional<Day> day();
  ClaimId claim_id();

 private:
  SQLite::Column next() { return statement_->getColumn(index_++); }
  SQLite::Statement* statement_;
  int index_;
};

/// EDTF that was checked when it was written. Throws Error{DatabaseFailure} where it no longer parses.
[[nodiscard]] Date stored_date(const std::string& text);
[[nodiscard]] Edtf stored_edtf(const std::string& text);

/// A statement in use: its parameters bound; reset when it goes out of scope, so that it holds no lock.
class Query {
 public:
  template <typename... Values>
  explicit Query(SQLite::Statement& statement, const Values&... values) : statement_(&statement) {
    int index = 0;
    (bind(*statement_, ++index, values), ...);
  }
  ~Query() { statement_->tryReset(); }
  Query(const Query&) = delete;
  Query& operator=(const Query&) = delete;

  /// Goes to the next row.
  bool next() { return statement_->executeStep(); }
  [[nodiscard]] Row row() { return Row(*statement_); }
  void run() { statement_->exec(); }

 private:
  SQLite::Statement* statement_;
};

class Connection {
 public:
  /// See Store::open.
  Connection(const std::string& path, Store::Mode mode);
  /// A database that nobody else knows of and that is thrown away when anything fails: nothing is logged.
  struct Scratch {};
  Connection(const std::string& path, Scratch);
  /// Leaves one file behind, where nobody else has it open.
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  [[nodiscard]] const std::string& path() const noexcept { return path_; }
  [[nodiscard]] bool writable() const noexcept { return writable_; }
  [[nodiscard]] SQLite::Database& database() noexcept { return *database_; }
  /// Begins a transaction that writes. What is put into a database without claims is written once, not to a
  /// log first: there is nothing yet that a reader could miss.
  void begin_writing();
  /// Whether that transaction is such a first one.
  [[nodiscard]] bool without_log() const noexcept { return without_log_; }
  /// After its end.
  void end_writing() noexcept;
  /// Prepared at the first use, then kept.
  [[nodiscard]] SQLite::Statement& prepared(std::string_view sql);

 private:
  void open_for_reading();
  void open_for_writing(bool create);
  void require_ours();

  std::string path_;
  bool writable_;
  bool without_log_ = false;
  std::optional<SQLite::Database> database_;
  std::map<std::string, SQLite::Statement, std::less<>> statements_;
};

/// All that is read within its scope is of one moment, whatever another process commits meanwhile.
/// Inside a transaction it does nothing.
class Snapshot {
 public:
  explicit Snapshot(Connection& connection);
  ~Snapshot();
  Snapshot(const Snapshot&) = delete;
  Snapshot& operator=(const Snapshot&) = delete;

 private:
  SQLite::Database* database_ = nullptr;
};

}  // namespace entente::detail
