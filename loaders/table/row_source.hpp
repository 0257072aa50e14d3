#pragma once
// Which source a row speaks for: one for the whole table, or one by row. Internal to the table loader.

#include <cstddef>
#include <optional>
#include <string>

#include "loaders/loader.hpp"
#include "loaders/table/claim_writer.hpp"
#include "loaders/table/mapping.hpp"

namespace entente::detail {

class RowSources {
 public:
  /// `fallback_id` and `fallback_title` are for what neither the options nor the mapping say. REQUIRES: the
  /// rest outlives it.
  RowSources(const SourceRule& rule, const LoadOptions& options, std::string fallback_id,
             std::string fallback_title, ClaimWriter& writer);

  /// Its position in the writer.
  [[nodiscard]] std::size_t of(const TableRow& row);

 private:
  const SourceRule& rule_;
  const LoadOptions& options_;
  std::string fallback_id_, fallback_title_;
  ClaimWriter& writer_;
  bool by_row_;
  std::optional<std::size_t> only_;  ///< that of all rows, once one was read
};

}  // namespace entente::detail
