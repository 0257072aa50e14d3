#pragma once
// Entities, and names that could not be matched, as a table, CSV and JSON (docs/formats/answers.md).

#include <string>
#include <vector>

#include "export/table.hpp"
#include "queries/entities.hpp"

namespace entente {

[[nodiscard]] Table text_table(const std::vector<Entity>& entities);
[[nodiscard]] Table csv_table(const std::vector<Entity>& entities);
[[nodiscard]] std::string to_json(const std::vector<Entity>& entities);

/// The CSV is a table of names to be settled: with the column `id` filled in it can be imported
/// (docs/formats/names.md).
[[nodiscard]] Table text_table(const std::vector<UnmatchedName>& names);
[[nodiscard]] Table csv_table(const std::vector<UnmatchedName>& names);
[[nodiscard]] std::string to_json(const std::vector<UnmatchedName>& names);

}  // namespace entente
