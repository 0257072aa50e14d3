#pragma once
// Texts with places for cells in them: `cow:{ccode}`, `{ioname|upper}`, `{@column|states}`. The language is
// that of docs/formats/mapping.md. Internal to the table loader.

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente::detail {

using Lookup = std::map<std::string, std::string, std::less<>>;

/// The columns that a mapping speaks of, each once; what templates hold are positions in it.
struct ColumnNames {
  struct Name {
    std::string text;
    bool optional = false;  ///< written `{name?}`: empty where the table has no such column
  };
  std::vector<Name> names;
  std::size_t position_of(std::string_view name, bool optional);
};

inline constexpr std::size_t no_column = static_cast<std::size_t>(-1);

/// A row as templates see it. Everything is borrowed.
struct TableRow {
  const std::vector<std::string>* cells = nullptr;
  const std::vector<std::size_t>* where = nullptr;  ///< ColumnNames position → cell, or no_column
  const std::vector<Lookup>* lookups = nullptr;
  const std::vector<std::string>* missing = nullptr;  ///< cells that say nothing
  std::size_t line = 0;
  std::string_view text;    ///< as it stood
  std::string_view file;    ///< without folders and ending
  std::string_view column;  ///< of `each`: the header of the column
  std::string_view cell;    ///< of `each`: its cell, or the item of the list as it stood
  std::string_view item;    ///< of a list: the name before the brackets
  std::string_view note;    ///< of a list: what stands in the brackets

  /// The cell in a column of the mapping; empty where there is none.
  [[nodiscard]] std::string_view at(std::size_t position) const {
    const std::size_t index = (*where)[position];
    return index == no_column ? std::string_view() : std::string_view((*cells)[index]);
  }
  [[nodiscard]] bool is_missing(std::string_view text) const;
};

class Template {
 public:
  /// Throws std::invalid_argument with the reason. `lookups` are the names of lookup tables, by position.
  static Template parse(std::string_view text, ColumnNames& columns, const std::vector<std::string>& lookups);

  /// The text; nothing where a cell in it is missing or not in its lookup table.
  [[nodiscard]] std::optional<std::string> render(const TableRow& row) const;
  /// Whether it speaks of `@column`, `@cell`, `@item` or `@note`.
  [[nodiscard]] bool of_each() const noexcept;
  /// Whether it speaks of a column, the file or the line.
  [[nodiscard]] bool of_row() const noexcept;

 private:
  enum class Kind { Text, Cell, Column, EachCell, Item, Note, File, Line };
  enum class Change { Upper, Lower, Plain, LookUp };
  struct Filter {
    Change change;
    std::size_t lookup = 0;
  };
  struct Piece {
    Kind kind = Kind::Text;
    std::string text;
    std::size_t column = 0;
    std::vector<Filter> filters;
  };
  static Piece parse_place(std::string_view inside, ColumnNames& columns,
                           const std::vector<std::string>& lookups);
  std::vector<Piece> pieces_;
};

/// A text without HTML: tags are blanks, character references their characters, runs of blanks one blank.
[[nodiscard]] std::string plain_text(std::string_view html);

}  // namespace entente::detail
