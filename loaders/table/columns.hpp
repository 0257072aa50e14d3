#pragma once
// Where the columns of a mapping stand in the header of a table. Internal to the table loader.

#include <cstddef>
#include <string>
#include <vector>

#include "loaders/table/mapping.hpp"

namespace entente::detail {

struct TableColumns {
  std::vector<std::size_t> where;              ///< ColumnNames position → cell, or no_column
  std::vector<std::vector<std::size_t>> each;  ///< by rule: the cells that it goes through, if it does
};

/// Throws Error{InvalidRow} for a column that the mapping needs and the header lacks; `file` is its name in
/// the message.
[[nodiscard]] TableColumns columns_of(const Mapping& mapping, const std::vector<std::string>& header,
                                      const std::string& file);

}  // namespace entente::detail
