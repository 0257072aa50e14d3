#pragma once
// Rows and columns, and how they look in a terminal and as CSV. Answers become tables in
// export/answer_table.hpp.
//
//   Table table{.columns = {{"name"}, {"from"}, {"evidence", Column::Wrap}}, .rows = {{"Uzbekistan", "2006",
//   "…"}}}; to_text(table, {.width = 80}); to_csv(table);

#include <cstddef>
#include <string>
#include <vector>

namespace entente {

struct Column {
  enum class Fit {
    Keep,  ///< never wrapped, unless nothing else makes the table fit
    Wrap,  ///< takes what width is left and wraps at blanks
  };
  enum class Align { Left, Right };
  std::string name;
  Fit fit = Fit::Keep;
  Align align = Align::Left;
};

struct Table {
  std::string title = {};  ///< a line above the table; not in CSV
  std::vector<Column> columns = {};
  std::vector<std::vector<std::string>> rows = {};  ///< as many cells each as there are columns
  std::vector<std::string> notes = {};              ///< lines below the table; not in CSV
};

struct TextOptions {
  std::size_t width = 0;  ///< of the terminal, in columns; 0: as wide as it gets, nothing wraps
  bool color = false;     ///< ANSI colours: statuses and headings
  bool ascii = false;     ///< no character outside ASCII in rules and bars; cells stay as they are
};

/// Columns set apart by two blanks under a bold or ruled heading, each as wide as its widest cell on the
/// screen: wide (East Asian) characters count two, combining marks none. Control characters in cells are
/// shown as blanks, so that no name can command the terminal. Ends with a line feed; empty for a table
/// without columns.
[[nodiscard]] std::string to_text(const Table& table, const TextOptions& options = {});

/// RFC 4180: a heading, CRLF, fields in quotation marks where they need them. UTF-8, no byte order mark.
[[nodiscard]] std::string to_csv(const Table& table);
/// One line of it.
[[nodiscard]] std::string csv_line(const std::vector<std::string>& cells);

}  // namespace entente
