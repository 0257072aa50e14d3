#include "graph/store_bulk.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <tuple>

#include "graph/migration.hpp"
#include "graph/store_impl.hpp"

namespace entente::detail {

namespace {

/// What take_rest() copies: everything that is not written page by page.
constexpr const char* small_tables[] = {"meta",          "term", "source",    "input",
                                        "outside_id",    "code", "renaming",  "dispute",
                                        "dispute_claim", "note", "unmatched", "relation"};

std::size_t read_varint(const unsigned char* in, std::uint64_t& value) noexcept {
  value = 0;
  for (std::size_t i = 0; i < 8; ++i) {
    value = value << 7 | (in[i] & 0x7fU);
    if (in[i] < 0x80) return i + 1;
  }
  value = value << 8 | in[8];
  return 9;
}

std::uint64_t beginning_of(std::string_view text) noexcept {
  std::uint64_t number = 0;
  for (std::size_t i = 0; i < 8; ++i) {
    number = number << 8 | (i < text.size() ? static_cast<unsigned char>(text[i]) : 0U);
  }
  return number;
}

/// How often a database file was changed, as its header tells; read past SQLite's cache.
std::array<unsigned char, 4> changes_of(SQLite::Database& database) {
  std::array<unsigned char, 4> changes{};
  sqlite3_file* file = nullptr;
  if (sqlite3_file_control(database.getHandle(), "main", SQLITE_FCNTL_FILE_POINTER, &file) == SQLITE_OK &&
      file != nullptr && file->pMethods != nullptr) {
    file->pMethods->xRead(file, changes.data(), static_cast<int>(changes.size()), 24);
  }
  return changes;
}

struct Finalize {
  void operator()(sqlite3_stmt* statement) const noexcept { sqlite3_finalize(statement); }
};
/// SQLiteCpp has no way to hand a value of any type from one statement to another.
using RawStatement = std::unique_ptr<sqlite3_stmt, Finalize>;
RawStatement raw(Connection& connection, const std::string& sql) {
  sqlite3* const database = connection.database().getHandle();
  sqlite3_stmt* statement = nullptr;
  const int code = sqlite3_prepare_v2(database, sql.c_str(), -1, &statement, nullptr);
  if (code != SQLITE_OK) throw SQLite::Exception(database, code);
  return RawStatement(statement);
}

void remove_files(const std::string& path) {
  std::error_code ignored;
  for (const char* suffix : {"", "-journal", "-wal", "-shm"}) std::filesystem::remove(path + suffix, ignored);
}

}  // namespace

bool ClaimSet::insert(const ClaimId& id) {
  if (id == ClaimId{}) return !std::exchange(has_zero_, true);
  if (size_ * 2 >= places_.size()) grow();
  const std::size_t mask = places_.size() - 1;
  std::size_t place = id.low & mask;
  while (places_[place] != ClaimId{}) {
    if (places_[place] == id) return false;
    place = (place + 1) & mask;
  }
  places_[place] = id;
  ++size_;
  return true;
}

void ClaimSet::grow() {
  std::vector<ClaimId> before(std::max<std::size_t>(64, places_.size() * 2));
  before.swap(places_);
  const std::size_t mask = places_.size() - 1;
  for (const ClaimId& id : before) {
    if (id == ClaimId{}) continue;
    std::size_t place = id.low & mask;
    while (places_[place] != ClaimId{}) place = (place + 1) & mask;
    places_[place] = id;
  }
}

void TextIndex::add(std::string_view text, std::uint32_t row, std::uint32_t position) {
  entries_.push_back(
      {beginning_of(text), texts_.size(), static_cast<std::uint32_t>(text.size()), row, position});
  texts_ += text;
}

void TextIndex::write(TreeWriter& tree, bool positioned) {
  const auto text = [&](const Entry& entry) { return std::string_view(texts_).substr(entry.at, entry.size); };
  std::sort(entries_.begin(), entries_.end(), [&](const Entry& a, const Entry& b) {
    if (a.beginning != b.beginning) return a.beginning < b.beginning;
    if (const int order = text(a).compare(text(b)); order != 0) return order < 0;
    return std::tie(a.row, a.position) < std::tie(b.row, b.position);
  });
  Record record;
  for (const Entry& entry : entries_) {
    record.clear();
    record.add(text(entry));
    record.add(std::int64_t{entry.row});
    if (positioned) record.add(std::int64_t{entry.position});
    tree.add(record);
  }
  tree.finish();
  texts_ = {};
  entries_ = {};
}

BulkFile::Scratch::Scratch(const std::string& file) : path(file) {
  remove_files(path);
  SQLite::Database database(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  database.exec("PRAGMA auto_vacuum = 0; PRAGMA page_size = 4096; PRAGMA synchronous = OFF");
  create_schema(database);
  SQLite::Statement query(database, "SELECT name, rootpage FROM sqlite_schema WHERE rootpage <> 0");
  while (query.executeStep())
    roots.emplace_back(query.getColumn(0).getString(), query.getColumn(1).getUInt());
}

BulkFile::Scratch::~Scratch() { remove_files(path); }

BulkFile::BulkFile(const std::string& database)
    : path_(database + "-load"),
      scratch_(path_),
      pages_(path_, database),
      claim_(tree("claim", TreeWriter::Kind::Table)),
      entity_(tree("entity", TreeWriter::Kind::Table)),
      name_(tree("name", TreeWriter::Kind::Index)),
      edge_(tree("edge", TreeWriter::Kind::Index)),
      edge_claim_(tree("edge_claim", TreeWriter::Kind::Index)) {}

BulkFile::~BulkFile() = default;

TreeWriter BulkFile::tree(const char* name, TreeWriter::Kind kind) {
  const auto root = std::find_if(scratch_.roots.begin(), scratch_.roots.end(), [&](const auto& entry) {
    // An index that SQLite makes for a key of a table WITHOUT ROWID is the table itself.
    return entry.first == name;
  });
  if (root == scratch_.roots.end()) throw Error(ErrorCode::DatabaseFailure, fmt::format("no table {}", name));
  return {pages_, root->second, kind};
}

void BulkFile::copy_claim(SQLite::Statement& row) {
  const int columns = row.getColumnCount();
  record_.clear();
  record_.add(nullptr);
  for (int i = 1; i < columns; ++i) {
    const SQLite::Column cell = row.getColumn(i);
    if (cell.isNull()) {
      record_.add(nullptr);
    } else if (i == 2 || i == 3) {  // the parties
      record_.add_replaceable(cell.getUInt());
    } else if (cell.isInteger()) {
      record_.add(std::int64_t{cell.getInt64()});
    } else if (cell.isBlob()) {
      record_.add(Row(row, i).claim_id());
    } else {
      record_.add(std::string_view(cell.getText(), static_cast<std::size_t>(cell.size())));
    }
  }
  claim_.add(row.getColumn(0).getInt64(), record_);
}

void BulkFile::open_leaf(std::uint32_t claim) {
  const std::vector<std::uint32_t>& leaves = claim_.leaves();
  while (leaf_ == 0 || claim >= behind_) {
    close_leaf();
    page_ = pages_.read(leaves.empty() ? claim_.root() : leaves.at(leaf_));
    ++leaf_;
    const auto cells = static_cast<std::uint32_t>(page_[3] << 8 | page_[4]);
    first_ = leaf_ == 1 ? 1 : behind_;
    behind_ = first_ + cells;
  }
}

void BulkFile::close_leaf() {
  if (!std::exchange(changed_, false)) return;
  const std::vector<std::uint32_t>& leaves = claim_.leaves();
  pages_.overwrite(leaves.empty() ? claim_.root() : leaves.at(leaf_ - 1), page_);
}

void BulkFile::replace_parties(std::uint32_t claim, std::uint32_t subject, std::uint32_t object) {
  open_leaf(claim);
  const std::size_t pointer = 8 + 2 * std::size_t{claim - first_};
  unsigned char* cell = page_.data() + (page_[pointer] << 8 | page_[pointer + 1]);
  std::uint64_t ignored = 0, header = 0;
  cell += read_varint(cell, ignored);  // size
  cell += read_varint(cell, ignored);  // rowid
  read_varint(cell, header);
  unsigned char* const parties = cell + header + sizeof(ClaimId);
  put_big_endian(parties, subject, 4);
  if (object != 0) put_big_endian(parties + 4, object, 4);
  changed_ = true;
}

void BulkFile::edge_claim(std::int64_t edge, std::int64_t claim, bool of_life) {
  edge_claims_.push_back({static_cast<std::uint32_t>(edge), static_cast<std::uint32_t>(claim), of_life});
}

void BulkFile::write_claim_ids(const std::vector<Statement>& said) {
  struct Entry {
    ClaimId id;
    std::uint32_t claim;
  };
  std::vector<Entry> entries;
  entries.reserve(said.size());
  for (const Statement& statement : said) entries.push_back({statement.id, statement.claim});
  std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.id < b.id; });
  TreeWriter index = tree("claim_of_id", TreeWriter::Kind::Index);
  for (const Entry& entry : entries) {
    fill(entry.id, std::int64_t{entry.claim});
    index.add(record_);
  }
  index.finish();
}

void BulkFile::write_edges_of_objects() {
  std::sort(edges_.begin(), edges_.end(), [](const EdgeOfObject& a, const EdgeOfObject& b) {
    const auto key = [](const EdgeOfObject& e) {
      return std::tie(e.object, e.first_earliest, e.last_latest, e.relation, e.may_never_end, e.subject,
                      e.number);
    };
    return key(a) < key(b);
  });
  TreeWriter index = tree("edge_of_object", TreeWriter::Kind::Index);
  const auto bound = [](std::int64_t day) {
    return day == EdgeOfObject::none ? std::nullopt : std::optional(day);
  };
  for (const EdgeOfObject& edge : edges_) {
    fill(std::int64_t{edge.object}, bound(edge.first_earliest), bound(edge.last_latest),
         std::int64_t{edge.relation}, std::int64_t{edge.may_never_end}, std::int64_t{edge.subject},
         std::int64_t{edge.number});
    index.add(record_);
  }
  index.finish();
  edges_ = {};
}

void BulkFile::finish(const std::vector<Statement>& said) {
  close_leaf();
  entity_.finish();
  name_.finish();
  edge_.finish();
  std::sort(edge_claims_.begin(), edge_claims_.end(), [](const EdgeClaim& a, const EdgeClaim& b) {
    return std::tie(a.edge, a.claim) < std::tie(b.edge, b.claim);
  });
  for (const EdgeClaim& entry : edge_claims_) {
    fill(std::int64_t{entry.edge}, std::int64_t{entry.claim}, std::int64_t{entry.of_life});
    edge_claim_.add(record_);
  }
  edge_claim_.finish();
  std::sort(mentioned_.begin(), mentioned_.end());
  mentioned_.erase(std::unique(mentioned_.begin(), mentioned_.end()), mentioned_.end());
  TreeWriter mentioned = tree("mentioned", TreeWriter::Kind::Index);
  for (const auto& [entity, claim] : mentioned_) {
    fill(std::int64_t{entity}, std::int64_t{claim});
    mentioned.add(record_);
  }
  mentioned.finish();
  TreeWriter renaming = tree("claim_that_renames", TreeWriter::Kind::Index);
  for (const std::uint32_t claim : renaming_) {
    fill(std::int64_t{1}, std::int64_t{claim});
    renaming.add(record_);
  }
  renaming.finish();
  write_edges_of_objects();
  TreeWriter ids = tree("entity_of_id", TreeWriter::Kind::Index);
  entity_ids_.write(ids, false);
  TreeWriter keys = tree("name_of_key", TreeWriter::Kind::Index);
  name_keys_.write(keys, true);
  write_claim_ids(said);
  pages_.finish();
}

void BulkFile::take_rest(Connection& from, Connection& into) {
  for (const char* table : small_tables) {
    const RawStatement rows = raw(from, fmt::format("SELECT * FROM {}", table));
    const int columns = sqlite3_column_count(rows.get());
    std::string places = "?";
    for (int i = 1; i < columns; ++i) places += ", ?";
    const RawStatement insert = raw(into, fmt::format("INSERT INTO {} VALUES ({})", table, places));
    int code = 0;
    while ((code = sqlite3_step(rows.get())) == SQLITE_ROW) {
      for (int i = 0; i < columns; ++i) {
        sqlite3_bind_value(insert.get(), i + 1, sqlite3_column_value(rows.get(), i));
      }
      if (const int done = sqlite3_step(insert.get()); done != SQLITE_DONE) {
        throw SQLite::Exception(into.database().getHandle(), done);
      }
      sqlite3_reset(insert.get());
    }
    if (code != SQLITE_DONE) throw SQLite::Exception(from.database().getHandle(), code);
  }
  for (const auto& [claim, object] : objects_) {
    Query(into.prepared("UPDATE claim SET object = ? WHERE number = ?"), std::int64_t{object},
          std::int64_t{claim})
        .run();
  }
}

void BulkFile::install(Connection& from, Connection& into) {
  const auto before = changes_of(into.database());
  into.database().exec("ROLLBACK");
  sqlite3* const target = into.database().getHandle();
  sqlite3_backup* const copy = sqlite3_backup_init(target, "main", from.database().getHandle(), "main");
  if (copy == nullptr) throw SQLite::Exception(target, sqlite3_errcode(target));
  // Taking no page takes the lock: between the transaction's end and here another program may have written.
  int code = sqlite3_backup_step(copy, 0);
  const bool ours = code != SQLITE_OK || changes_of(into.database()) == before;
  if (code == SQLITE_OK && ours) code = sqlite3_backup_step(copy, -1);
  const int end = sqlite3_backup_finish(copy);
  if (!ours) {
    throw Error(ErrorCode::DatabaseFailure,
                fmt::format("another program has written to {} meanwhile; nothing was changed", into.path()));
  }
  if (code != SQLITE_DONE) throw SQLite::Exception(target, end == SQLITE_OK ? code : end);
}

}  // namespace entente::detail
