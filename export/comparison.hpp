#pragma once
// What sources say side by side, as a table, as JSON and as CSV. docs/formats/answers.md lists every column.

#include <string>
#include <vector>

#include "export/table.hpp"
#include "queries/compare.hpp"

namespace entente {

/// A line for each source of each membership, then the totals of every two sources.
[[nodiscard]] std::vector<Table> text_tables(const Comparisons& answer);
/// A row for each membership and each two sources that speak of its body.
[[nodiscard]] Table csv_table(const Comparisons& answer);
[[nodiscard]] std::string to_json(const CompareQuestion& question, const Comparisons& answer);

}  // namespace entente
