#pragma once
// Interval knowledge graphs, as benchmarks have them: a fact a line, with the days between which it held.
// What becomes of them is told in docs/formats/interval-graph.md.
//
//   3962  14  3927  1926-##-##  1929-##-##        tab-separated; the names of the numbers stand in files
//   beside it

#include <string>
#include <string_view>
#include <unordered_map>

#include "loaders/input.hpp"
#include "loaders/loader.hpp"

namespace entente {

/// What the numbers of a graph mean: `entity2id.txt` and `relation2id.txt`.
struct IntervalGraphNames {
  std::unordered_map<std::string, std::string> entities;   ///< number → name
  std::unordered_map<std::string, std::string> relations;  ///< number → name
};

/// From the two files of this folder; empty where there are none. Throws Error{Unreadable} for what cannot be
/// read.
[[nodiscard]] IntervalGraphNames read_interval_graph_names(const std::string& folder);

/// Reads `subject relation object start end`, or with one date. Ids of Wikidata become outside ids, its
/// properties relations as data/wikidata_properties.json has them; other relations become labels in
/// snake_case. `#` masks a digit that is not known. A dictionary of names is passed over.
///
/// A row is a line; one that cannot be read is a problem of the sink, and the rest goes on. Throws
/// Error{Unreadable} for numbers without a dictionary. Memory: one line, and the dictionaries.
LoadReport load_interval_graph(Input& input, const IntervalGraphNames& names, const LoadOptions& options,
                               ClaimSink& sink);

/// Whether a file of that name that begins so is one of them, or a dictionary. O(length of the first line).
[[nodiscard]] bool is_interval_graph(std::string_view beginning, std::string_view name);

}  // namespace entente
