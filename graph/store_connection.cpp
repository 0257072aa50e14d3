#include "graph/store_connection.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include <array>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <thread>

#include "graph/migration.hpp"
#include "graph/schema.hpp"
#include "graph/store_impl.hpp"

namespace entente::detail {

namespace fs = std::filesystem;

namespace {

constexpr int busy_timeout_ms = 10'000;

Error not_ours(const std::string& path) {
  return {ErrorCode::NotADatabase, fmt::format("{} is not an Entente database", path)};
}

/// What can be told without SQLite, which opens anything and complains at the first question.
void check_file(const std::string& path, bool create) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (status.type() == fs::file_type::not_found) {
    if (create) return;
    throw Error(ErrorCode::Unreadable, fmt::format("there is no file {}", path));
  }
  if (fs::is_directory(status)) {
    throw Error(ErrorCode::Unreadable, fmt::format("{} is a directory", path));
  }
  std::ifstream file(path, std::ios::binary);
  std::array<char, 16> head{};
  if (!file || (file.read(head.data(), head.size()), file.bad())) {
    throw Error(ErrorCode::Unreadable, fmt::format("{} cannot be read", path));
  }
  if (file.gcount() == 0 && create) return;
  if (fs::exists(path + "-journal", error)) return;  // cut short while it was written: SQLite mends it
  constexpr std::string_view magic("SQLite format 3\0", 16);
  if (std::string_view(head.data(), static_cast<std::size_t>(file.gcount())) != magic) throw not_ours(path);
}

std::int64_t pragma(SQLite::Database& database, const char* question) {
  return database.execAndGet(question).getInt64();
}

/// Readers are not kept waiting by a writer with a write-ahead log. Changing to it takes the file for an
/// instant, and SQLite does not wait for that; where readers leave no such instant, the rollback journal
/// serves as well.
void use_write_ahead_log(SQLite::Database& database) {
  constexpr auto pause = std::chrono::milliseconds(5);
  for (auto waited = pause * 0; waited < std::chrono::milliseconds(1000); waited += pause) {
    const int code = database.tryExec("PRAGMA journal_mode = WAL") & 0xff;
    if (code == SQLITE_OK) return;
    if (code != SQLITE_BUSY && code != SQLITE_LOCKED) throw SQLite::Exception(database.getHandle(), code);
    std::this_thread::sleep_for(pause);
  }
}

/// A path as a `file:` URI, with the characters escaped that mean something there.
std::string uri_of(const std::string& path, std::string_view options) {
  std::string uri = "file:";
  for (const char c : fs::absolute(path).string()) {
    if (c == '%' || c == '?' || c == '#') {
      uri += fmt::format("%{:02x}", static_cast<unsigned char>(c));
    } else {
      uri += c;
    }
  }
  return uri.append(options);
}

}  // namespace

Error translated(const SQLite::Exception& exception, const std::string& path) {
  const int code = exception.getErrorCode() & 0xff;
  switch (code) {
    case SQLITE_NOTADB:
      return not_ours(path);
    case SQLITE_CORRUPT:
      return {ErrorCode::DatabaseFailure, fmt::format("{} is damaged: {}", path, exception.what())};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return {ErrorCode::DatabaseFailure, fmt::format("another program is writing to {}", path)};
    case SQLITE_FULL:
      return {ErrorCode::DatabaseFailure,
              fmt::format("no space left to write {}; nothing was changed", path)};
    case SQLITE_IOERR:
      return {ErrorCode::DatabaseFailure,
              fmt::format("{} cannot be read or written ({}); nothing was changed", path, exception.what())};
    case SQLITE_READONLY:
      return {ErrorCode::DatabaseFailure, fmt::format("{} may not be written to", path)};
    default:
      return {ErrorCode::DatabaseFailure, fmt::format("{}: {} (SQLite error {})", path, exception.what(),
                                                      exception.getExtendedErrorCode())};
  }
}

void bind(SQLite::Statement& statement, int index, const ClaimId& value) {
  std::array<unsigned char, 16> bytes{};
  for (std::size_t i = 0; i < 8; ++i) {
    bytes[i] = static_cast<unsigned char>(value.high >> (56 - 8 * i));
    bytes[8 + i] = static_cast<unsigned char>(value.low >> (56 - 8 * i));
  }
  statement.bind(index, bytes.data(), static_cast<int>(bytes.size()));
}

void bind(SQLite::Statement& statement, int index, const std::string* value) {
  if (value == nullptr) {
    statement.bind(index);
  } else {
    statement.bindNoCopy(index, *value);
  }
}

void bind(SQLite::Statement& statement, int index, Day value) { statement.bind(index, value.number()); }

void bind(SQLite::Statement& statement, int index, std::nullptr_t) { statement.bind(index); }

std::optional<std::string> Row::optional_text() {
  const SQLite::Column column = next();
  if (column.isNull()) return std::nullopt;
  return column.getString();
}

std::string_view Row::view() {
  const SQLite::Column column = next();
  const char* const text = column.getText();
  return {text, static_cast<std::size_t>(column.size())};
}

std::optional<Day> Row::day() {
  const SQLite::Column column = next();
  if (column.isNull()) return std::nullopt;
  return Day{column.getInt64()};
}

ClaimId Row::claim_id() {
  const SQLite::Column column = next();
  if (column.size() != 16)
    throw Error(ErrorCode::DatabaseFailure, "the database is damaged: an id is not of 16 bytes");
  const auto* bytes = static_cast<const unsigned char*>(column.getBlob());
  ClaimId id;
  for (std::size_t i = 0; i < 8; ++i) {
    id.high = id.high << 8 | bytes[i];
    id.low = id.low << 8 | bytes[8 + i];
  }
  return id;
}

Date stored_date(const std::string& text) {
  if (auto date = Date::try_parse(text)) return *std::move(date);
  throw Error(ErrorCode::DatabaseFailure, fmt::format("the database is damaged: \"{}\" is no date", text));
}

Edtf stored_edtf(const std::string& text) {
  if (auto edtf = try_parse_edtf(text)) return *std::move(edtf);
  throw Error(ErrorCode::DatabaseFailure, fmt::format("the database is damaged: \"{}\" is no date", text));
}

Connection::Connection(const std::string& path, Store::Mode mode)
    : path_(path), writable_(mode != Store::Mode::Read) {
  check_file(path, mode == Store::Mode::Create);
  translating(path_, [&] {
    if (writable_) {
      open_for_writing(mode == Store::Mode::Create);
    } else {
      open_for_reading();
    }
  });
}

Connection::Connection(const std::string& path, Scratch) : path_(path), writable_(true) {
  translating(path_, [&] {
    database_.emplace(path_, SQLite::OPEN_READWRITE | SQLite::OPEN_NOMUTEX);
    database_->exec("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536");
  });
}

Connection::~Connection() {
  statements_.clear();  // they keep the connection alive
  if (!writable_ || !database_) return;
  // While a writer has the file open, readers go on beside it (write-ahead log). At rest the database is one
  // file again, so that it can be copied, mailed and read where nothing may be written. Another connection
  // forbids it; then the last writer does it another time.
  sqlite3_busy_timeout(database_->getHandle(), 0);
  database_->tryExec("PRAGMA journal_mode = DELETE");
}

void Connection::open_for_reading() {
  const auto attempt = [&](const std::string& name, int flags) {
    database_.emplace(name, SQLite::OPEN_READONLY | SQLite::OPEN_NOMUTEX | flags, busy_timeout_ms);
    require_ours();
  };
  try {
    attempt(path_, 0);
    return;
  } catch (const SQLite::Exception& exception) {
    const int code = exception.getErrorCode() & 0xff;
    if (code != SQLITE_CANTOPEN && code != SQLITE_READONLY) throw;
  }
  const auto left_over = [&](const char* suffix) {
    std::error_code error;
    const auto size = fs::file_size(path_ + suffix, error);
    return !error && size > 0;
  };
  if (left_over("-journal") || left_over("-wal")) {
    // A writer was killed. What it left half-done has to be taken back first, which a reader may not.
    SQLite::Database(path_, SQLite::OPEN_READWRITE, busy_timeout_ms)
        .execAndGet("SELECT count(*) FROM sqlite_schema");
    attempt(path_, 0);
  } else {
    // A file in write-ahead mode needs a companion file, which cannot be made in a folder that is read-only.
    // Without a log the file is whole, and can be read as one that nobody changes.
    attempt(uri_of(path_, "?immutable=1"), SQLite::OPEN_URI);
  }
}

void Connection::open_for_writing(bool create) {
  database_.emplace(path_, SQLite::OPEN_READWRITE | SQLite::OPEN_NOMUTEX | (create ? SQLite::OPEN_CREATE : 0),
                    busy_timeout_ms);
  if (create) create_schema(*database_);
  require_ours();
  if (sqlite3_db_readonly(database_->getHandle(), "main") != 0) {
    throw Error(ErrorCode::DatabaseFailure, fmt::format("{} may not be written to", path_));
  }
  use_write_ahead_log(*database_);
  database_->exec("PRAGMA synchronous = FULL");   // a finished import survives a power cut
  database_->exec("PRAGMA cache_size = -65536");  // 64 MB: bulk loads insert into indexes at random places
  migrate(*database_, migrations(), schema_version, [this] {
    Terms terms(*this);
    derive_all(*this, terms);
  });
  database_->exec("PRAGMA cache_size = -65536; PRAGMA threads = 2");
}

void Connection::require_ours() {
  if (pragma(*database_, "PRAGMA application_id") != application_id) throw not_ours(path_);
  const std::int64_t version = pragma(*database_, "PRAGMA user_version");
  if (version > schema_version) {
    throw Error(ErrorCode::NewerDatabase,
                fmt::format("{} has database version {}, and this program knows only up to {}", path_,
                            version, schema_version));
  }
  if (version < schema_version && !writable_) {
    throw Error(ErrorCode::DatabaseFailure,
                fmt::format("{} has database version {}; open it once for writing to bring it to {}", path_,
                            version, schema_version));
  }
  // SQLite reads a file that was cut off as if it were whole, until it comes to the missing part. Asked in
  // this order, since another process may write: pages are in the log, then in the file, and then the log
  // goes.
  const auto bytes = pragma(*database_, "PRAGMA page_count") * pragma(*database_, "PRAGMA page_size");
  std::error_code error;
  if (fs::exists(path_ + "-wal", error)) return;
  const auto size = fs::file_size(path_, error);
  if (!error && size < static_cast<std::uintmax_t>(bytes)) {
    throw Error(ErrorCode::DatabaseFailure, fmt::format("{} is damaged: its end is missing", path_));
  }
}

void Connection::begin_writing() {
  if (database_->execAndGet("SELECT NOT EXISTS (SELECT 1 FROM claim)").getInt() != 0) {
    without_log_ = (database_->tryExec("PRAGMA journal_mode = TRUNCATE") & 0xff) == SQLITE_OK;
  }
  database_->exec("BEGIN IMMEDIATE");
}

void Connection::end_writing() noexcept {
  if (!std::exchange(without_log_, false)) return;
  database_->tryExec("PRAGMA journal_mode = WAL");
}

SQLite::Statement& Connection::prepared(std::string_view sql) {
  const auto found = statements_.find(sql);
  if (found != statements_.end()) return found->second;
  SQLite::Statement statement(*database_, std::string(sql));
  return statements_.emplace(std::string(sql), std::move(statement)).first->second;
}

Snapshot::Snapshot(Connection& connection) {
  SQLite::Database& database = connection.database();
  if (sqlite3_get_autocommit(database.getHandle()) == 0) return;
  database.exec("BEGIN");
  database_ = &database;
}

Snapshot::~Snapshot() {
  if (database_ != nullptr) database_->tryExec("COMMIT");
}

}  // namespace entente::detail
