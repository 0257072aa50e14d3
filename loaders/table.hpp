#pragma once
// Any table: a mapping turns its rows into claims (docs/formats/mapping.md).

#include "loaders/input.hpp"
#include "loaders/loader.hpp"
#include "loaders/table_mapping.hpp"

namespace entente {

/// Reads comma-, semicolon-, tab- or bar-separated values with a header, or JSON, as the mapping says.
///
/// The report adds up: read == used + passed over + skipped. A row that gives some claims and has something
/// wrong with others is used, with a warning for each. Claims of rows that are folded (`year`, `join`) come
/// at the end of the input, in the order of their first rows.
///
/// Throws Error: {InvalidRow} for a header that lacks a column of the mapping, {InvalidText} for a header
/// that is not UTF-8, {InvalidJson} for broken JSON. Memory: one row, and what the folds keep: one entry for
/// each run of years or joined spell, not for each row.
LoadReport load_table(Input& input, const TableMapping& mapping, const LoadOptions& options, ClaimSink& sink);

}  // namespace entente
