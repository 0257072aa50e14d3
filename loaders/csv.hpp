#pragma once
// Rows of comma-, semicolon- or tab-separated values (RFC 4180), one at a time, each as it stood in the file.
// Cells are taken apart by libcsv; this adds places, limits, and a way on after a broken row.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/error.hpp"
#include "loaders/input.hpp"
#include "loaders/json_entries.hpp"
#include "loaders/loader.hpp"

namespace entente {

struct CsvRow {
  std::vector<std::string> cells;  ///< unquoted ones without the blanks around them
  std::size_t line = 0;            ///< on which the row begins, from 1
  std::uint64_t offset = 0;        ///< of its first byte in the file
  std::string text;                ///< as it stood, without its terminator
};

/// The separator that takes the first line apart into the most cells: of `,`, `;`, tab and `|`; a comma where
/// none does. A first line `sep=;` names it.
[[nodiscard]] char csv_separator(std::string_view beginning);

/// The cells of one row that stands alone; nothing when its quotation marks do not match.
[[nodiscard]] std::optional<std::vector<std::string>> csv_cells(std::string_view row, char separator);

/// Where cell number `index` (from 0) of a row begins. O(length of the row): for messages.
[[nodiscard]] Place csv_place(const CsvRow& row, std::size_t index, char separator);

class CsvReader {
 public:
  /// REQUIRES: `input` and `limits` outlive this.
  CsvReader(Input& input, char separator, const LoadLimits& limits);
  ~CsvReader();
  CsvReader(CsvReader&&) noexcept;
  CsvReader& operator=(CsvReader&&) noexcept;

  enum class Got { Row, Problem, End };
  /// The next row, or what is wrong with the next row; blank lines are stepped over. After a problem reading
  /// goes on with the line after the one on which the broken row began, so that a quotation mark that is
  /// never closed costs one line and not the rest of the file. Memory: one row, at most limits.entry bytes.
  [[nodiscard]] Got next();
  [[nodiscard]] const CsvRow& row() const noexcept;
  [[nodiscard]] const Diagnostic& problem() const noexcept;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace entente
