#pragma once
// What one row of a table of facts says. Used by loaders/facts_csv.cpp only.

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "graph/claim.hpp"
#include "graph/error.hpp"
#include "loaders/facts_columns.hpp"

namespace entente::detail {

/// A row that cannot be read, and the field that is to blame.
struct BadRow {
  ErrorCode code;
  std::optional<FactsField> field;
  std::string message;
};

/// The cells of a row by field; empty where there is no such column.
using FactsCells = std::array<std::string_view, facts_fields>;

/// The claim without its evidence. Throws BadRow.
[[nodiscard]] Claim read_row(const FactsCells& cells);

}  // namespace entente::detail
