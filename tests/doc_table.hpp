#pragma once
// The tables of a page of docs/, so that a test can hold each row to the program.

#include <algorithm>
#include <fstream>
#include <string>
#include <vector>

namespace entente {

/// A row of a Markdown table; cells without blanks and code marks around them.
using DocRow = std::vector<std::string>;

/// All rows, heads included, of the tables that follow the heading `section` (as written, with its marks) up
/// to the next heading; empty when there are none. `page` is relative to docs/.
inline std::vector<DocRow> doc_rows(const std::string& page, const std::string& section) {
  std::ifstream file(std::string(ENTENTE_SOURCE_DIR) + "/docs/" + page);
  std::vector<DocRow> rows;
  bool inside = false;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with('#')) inside = line == section;
    if (!inside || !line.starts_with("| ")) continue;
    DocRow row;
    for (std::size_t at = 1; at < line.size();) {
      const std::size_t bar = std::min(line.find('|', at), line.size());
      std::string cell = line.substr(at, bar - at);
      cell.erase(0, cell.find_first_not_of(' '));
      cell.erase(cell.find_last_not_of(' ') + 1);
      if (cell.size() > 1 && cell.front() == '`' && cell.find('`', 1) == cell.size() - 1) {
        cell = cell.substr(1, cell.size() - 2);
      }
      row.push_back(cell);
      at = bar + 1;
    }
    rows.push_back(row);
  }
  return rows;
}

}  // namespace entente
