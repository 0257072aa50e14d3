#pragma once
// Tables and indexes written as the pages of a SQLite file, from rows that come sorted: what a bulk load does
// instead of one INSERT a row. Private to the store.
//
//   PageFile file("new.db", "new.db");  // a database that SQLite made, and nobody has open
//   TreeWriter claims(file, root, TreeWriter::Kind::Table);
//   claims.add(1, record);  // rowids ascending; of an index: rows ascending
//   claims.finish();
//   file.finish();  // SQLite may open it
//
// Source: https://www.sqlite.org/fileformat2.html, sections 1.3, 1.6 and 2.1.

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/claim.hpp"
#include "graph/day.hpp"

namespace entente::detail {

/// A row as SQLite keeps it: the type and size of each cell, then the cells. Cells are added left to right.
class Record {
 public:
  void clear() noexcept {
    types_size_ = 0;
    body_.clear();
  }
  void add(std::nullptr_t) { type(0); }
  void add(std::int64_t value);
  void add(std::string_view text) {
    type(text.size() * 2 + 13);
    body_.append(text);
  }
  void add(const char* text) { add(std::string_view(text)); }
  void add(const std::string& text) { add(std::string_view(text)); }
  /// NULL for none.
  void add(const std::string* text);
  void add(const ClaimId& id);
  void add(Day day) { add(std::int64_t{day.number()}); }
  template <typename Value>
  void add(const std::optional<Value>& value) {
    if (value) {
      add(*value);
    } else {
      add(nullptr);
    }
  }
  /// In four bytes whatever its size, so that it can be replaced in place.
  void add_replaceable(std::uint32_t value);

  /// Appends all of it.
  void append_to(std::string& bytes) const;
  [[nodiscard]] std::size_t size() const noexcept;

 private:
  void type(std::uint64_t serial_type);
  std::array<char, 256> types_;  // of at most 28 columns
  std::size_t types_size_ = 0;
  std::string body_;
};

/// The pages of a database file that is being written, from its end on. Throws Error{DatabaseFailure} when
/// the system says no.
class PageFile {
 public:
  static constexpr std::size_t page_size = 4096;
  using Page = std::array<unsigned char, page_size>;

  /// REQUIRES: pages of `page_size`, no auto-vacuum, no free pages.
  /// `shown`: the name in messages.
  PageFile(const std::string& path, std::string shown);
  ~PageFile();
  PageFile(const PageFile&) = delete;
  PageFile& operator=(const PageFile&) = delete;

  /// The number that the next append() gives.
  [[nodiscard]] std::uint32_t next() const noexcept { return after(pages_); }
  /// The number of the page that follows another: one is left out.
  [[nodiscard]] static std::uint32_t after(std::uint32_t number) noexcept;
  std::uint32_t append(const Page& page);
  /// Over one that is there.
  void overwrite(std::uint32_t number, const Page& page);
  [[nodiscard]] Page read(std::uint32_t number);
  /// Writes what it holds, and the size of the database into its header.
  void finish();

 private:
  void flush();
  void put(const void* bytes, std::size_t size, std::uint64_t offset);
  std::string shown_;
  int file_ = -1;
  std::uint32_t pages_ = 0;  // in all, those in buffer_ too
  std::string buffer_;       // the last of them
};

/// One b-tree, filled from the left. Memory: a page, and for each page of leaves its number and the key that
/// separates it from the next.
class TreeWriter {
 public:
  enum class Kind {
    Table,  ///< by rowid
    Index,  ///< of a table, or the rows of one WITHOUT ROWID
  };
  /// `root`: the page of the tree, which SQLite made and which is empty.
  TreeWriter(PageFile& file, std::uint32_t root, Kind kind) : file_(file), root_(root), kind_(kind) {}

  /// REQUIRES: a Table; a greater rowid than before.
  void add(std::int64_t rowid, const Record& record);
  /// REQUIRES: an Index; greater than before, in SQLite's order: NULL, integers, texts, blobs.
  void add(const Record& record);
  /// Once, after the last.
  void finish();

  [[nodiscard]] std::uint32_t root() const noexcept { return root_; }
  /// The leaves that are written, left to right; none where the root is the only one.
  [[nodiscard]] const std::vector<std::uint32_t>& leaves() const noexcept { return children_; }

 private:
  void add_cell(const Record& record);
  std::size_t local_size(std::size_t payload) const noexcept;
  void place();
  void close_leaf(std::string_view separator);
  void write_interior();

  /// Cells of a page, the last one lowest.
  struct Building {
    PageFile::Page page{};
    std::size_t cells = 0, lowest = PageFile::page_size;
    [[nodiscard]] bool fits(std::size_t header, std::size_t cell) const noexcept {
      return header + 2 * (cells + 1) + cell <= lowest;
    }
    void put(std::size_t header, std::string_view left, std::string_view rest);
    void complete(unsigned char type, std::uint32_t right);
    void clear();
  };

  PageFile& file_;
  std::uint32_t root_;
  Kind kind_;
  Building leaf_, full_;  // of an index, full_ waits for a leaf to its right
  bool waits_ = false;
  std::string cell_, last_, divider_;  // last_: the last cell of full_ or, before that, of leaf_
  std::int64_t rowid_ = 0;
  std::vector<std::uint32_t> children_;
  std::vector<std::uint64_t> key_ends_;  // of the key after each child, in keys_
  std::string keys_;
};

/// An integer as SQLite writes it: seven bits a byte, the greatest first. Returns its bytes, at most 9.
std::size_t put_varint(unsigned char* out, std::uint64_t value) noexcept;
/// The lowest `bytes` bytes of the value, the highest first.
void put_big_endian(unsigned char* out, std::uint64_t value, std::size_t bytes) noexcept;

}  // namespace entente::detail
