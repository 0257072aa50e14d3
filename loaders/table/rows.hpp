#pragma once
// The rows of an input, whether it is separated values or JSON: cells under a header. Internal to the table
// loader.

#include <memory>
#include <string>
#include <vector>

#include "loaders/input.hpp"
#include "loaders/loader.hpp"
#include "loaders/table/mapping.hpp"

namespace entente::detail {

class TableRows {
 public:
  virtual ~TableRows() = default;

  enum class Got { Row, Problem, End };
  /// The next row, or what is wrong with it.
  [[nodiscard]] virtual Got next() = 0;
  [[nodiscard]] virtual const std::vector<std::string>& cells() const = 0;
  [[nodiscard]] virtual std::size_t line() const = 0;
  [[nodiscard]] virtual const std::string& text() const = 0;
  [[nodiscard]] const std::vector<std::string>& header() const noexcept { return header_; }
  [[nodiscard]] const Diagnostic& problem() const noexcept { return problem_; }

 protected:
  std::vector<std::string> header_;
  Diagnostic problem_{ErrorCode::InvalidRow, "", 0, 0, "", ""};
};

/// Throws what load_table throws for its header or its JSON. REQUIRES: `input` and `limits` outlive the rows.
[[nodiscard]] std::unique_ptr<TableRows> open_rows(Input& input, const Mapping& mapping,
                                                   const LoadLimits& limits);

}  // namespace entente::detail
