#pragma once
// An answer on its way to Python: its text for a terminal, its JSON for typed rows, its columns for data
// frames. All three are made once, when the question is answered, without Python's lock.

#include <memory>
#include <string>
#include <vector>

#include "export/table.hpp"
#include "python/frame.hpp"

namespace entente::python {

struct Rendered {
  std::string json;                    ///< as of docs/formats/answers.md; empty where `frame` says it all
  std::vector<Table> tables;           ///< for people
  std::shared_ptr<const Frame> frame;  ///< with the columns of the CSV
};

/// The cells of a CSV as typed columns: days as days, numbers as numbers, what recurs as words of a
/// dictionary. An empty cell is a missing one. O(cells).
[[nodiscard]] std::shared_ptr<const Frame> frame_of(const Table& table);

}  // namespace entente::python
