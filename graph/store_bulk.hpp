#pragma once
// The first load of many claims: a database of its own is put together beside the one that it is for, its
// large tables page by page (graph/sqlite_pages.hpp), and then takes the place of the empty one in one
// transaction of SQLite. Until then nothing has happened. Private to the store.
//
// Claims come first, in the order of their numbers; then what is derived from them, in the order of its keys;
// then finish(), and whatever is left by SQL.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "graph/sqlite_pages.hpp"
#include "graph/statement.hpp"
#include "graph/store_connection.hpp"

namespace entente::detail {

/// From so many claims on, a first load is written page by page: fewer are there sooner by SQL. Tests lower
/// it.
inline std::int64_t bulk_from = 20'000;

/// A set of claim ids, which are random numbers already. 16 bytes for each at most half full.
class ClaimSet {
 public:
  /// Whether it is new.
  bool insert(const ClaimId& id);

 private:
  void grow();
  std::vector<ClaimId> places_;  // open addressing; all zero: empty
  std::size_t size_ = 0;
  bool has_zero_ = false;
};

/// Texts that become an index, with the row that each belongs to.
class TextIndex {
 public:
  void add(std::string_view text, std::uint32_t row, std::uint32_t position = 0);
  /// `positioned`: the rows have two numbers.
  void write(TreeWriter& tree, bool positioned);

 private:
  struct Entry {
    std::uint64_t beginning;  // of the text, big-endian
    std::uint64_t at;
    std::uint32_t size, row, position;
  };
  std::string texts_;
  std::vector<Entry> entries_;
};

/// A row of the index edge_of_object.
struct EdgeOfObject {
  static constexpr std::int64_t none = INT64_MIN;  // NULL, which SQLite sorts first
  std::uint32_t object = 0, subject = 0, number = 0;
  std::uint32_t relation = 0;
  std::int64_t first_earliest = none, last_latest = none;
  bool may_never_end = false;
};

/// Memory: what the indexes are sorted from, some 120 bytes for each claim with its edge and, besides, the
/// names and ids of entities.
class BulkFile {
 public:
  /// For the database of that path: makes a file beside it, over what an earlier load may have left.
  explicit BulkFile(const std::string& database);
  ~BulkFile();
  BulkFile(const BulkFile&) = delete;
  BulkFile& operator=(const BulkFile&) = delete;

  [[nodiscard]] const std::string& path() const noexcept { return path_; }

  /// The parties, 0 for none, may be replaced later; the other cells are those behind them.
  template <typename... Cells>
  void claim(std::uint32_t number, const ClaimId& id, std::uint32_t subject, std::uint32_t object,
             const Cells&... cells);
  /// The same from the row of another database.
  void copy_claim(SQLite::Statement& row);
  void renames(std::uint32_t claim) { renaming_.push_back(claim); }
  void end_claims() { claim_.finish(); }
  /// REQUIRES: end_claims(); claims in ascending order, an object where there was one.
  void replace_parties(std::uint32_t claim, std::uint32_t subject, std::uint32_t object);
  /// Of a claim that had no object. Written by finish_links().
  void add_object(std::uint32_t claim, std::uint32_t object) { objects_.emplace_back(claim, object); }

  template <typename... Cells>
  void entity(std::int64_t number, const std::string& id, const Cells&... cells);
  template <typename... Cells>
  void name(std::int64_t entity, std::int64_t position, const std::string& key, const Cells&... cells);
  template <typename... Cells>
  void edge(const EdgeOfObject& indexed, const Cells&... cells);
  void edge_claim(std::int64_t edge, std::int64_t claim, bool of_life);
  void mentioned(std::int64_t entity, std::int64_t claim) {
    mentioned_.emplace_back(static_cast<std::uint32_t>(entity), static_cast<std::uint32_t>(claim));
  }

  /// Writes the indexes. Afterwards the file is a database, and only SQL writes to it.
  void finish(const std::vector<Statement>& said);
  /// Takes over the rest from the database that this one is for, as its transaction has it.
  void take_rest(Connection& from, Connection& into);
  /// Ends the transaction of the database that this one is for, which holds nothing that is still needed, and
  /// puts this one in its place. All or nothing: Error{DatabaseFailure}.
  void install(Connection& from, Connection& into);

 private:
  TreeWriter tree(const char* name, TreeWriter::Kind kind);
  void write_claim_ids(const std::vector<Statement>& said);
  void write_edges_of_objects();
  void open_leaf(std::uint32_t claim);
  void close_leaf();

  template <typename... Cells>
  void fill(const Cells&... cells) {
    record_.clear();
    (record_.add(cells), ...);
  }

  struct Scratch {  // the file itself: made before, and removed after all that writes to it
    explicit Scratch(const std::string& path);
    ~Scratch();
    std::string path;
    std::vector<std::pair<std::string, std::uint32_t>> roots;
  };
  std::string path_;
  Scratch scratch_;
  PageFile pages_;
  TreeWriter claim_, entity_, name_, edge_, edge_claim_;
  Record record_;
  std::vector<std::uint32_t> renaming_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> objects_, mentioned_;
  struct EdgeClaim {
    std::uint32_t edge, claim;
    bool of_life;
  };
  std::vector<EdgeClaim> edge_claims_;
  std::vector<EdgeOfObject> edges_;
  TextIndex entity_ids_, name_keys_;

  // The leaf of claims that parties are replaced in.
  PageFile::Page page_{};
  std::size_t leaf_ = 0;                  // place among the leaves, from 1; 0: none
  std::uint32_t first_ = 0, behind_ = 0;  // claims on it
  bool changed_ = false;
};

template <typename... Cells>
void BulkFile::claim(std::uint32_t number, const ClaimId& id, std::uint32_t subject, std::uint32_t object,
                     const Cells&... cells) {
  record_.clear();
  record_.add(nullptr);  // the rowid
  record_.add(id);
  record_.add_replaceable(subject);
  if (object == 0) {
    record_.add(nullptr);
  } else {
    record_.add_replaceable(object);
  }
  (record_.add(cells), ...);
  claim_.add(number, record_);
}

template <typename... Cells>
void BulkFile::entity(std::int64_t number, const std::string& id, const Cells&... cells) {
  fill(nullptr, id, cells...);
  entity_.add(number, record_);
  entity_ids_.add(id, static_cast<std::uint32_t>(number));
}

template <typename... Cells>
void BulkFile::name(std::int64_t entity, std::int64_t position, const std::string& key,
                    const Cells&... cells) {
  fill(entity, position, key, cells...);
  name_.add(record_);
  name_keys_.add(key, static_cast<std::uint32_t>(entity), static_cast<std::uint32_t>(position));
}

template <typename... Cells>
void BulkFile::edge(const EdgeOfObject& indexed, const Cells&... cells) {
  fill(cells...);
  edge_.add(record_);
  edges_.push_back(indexed);
}

}  // namespace entente::detail
