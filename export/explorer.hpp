#pragma once
// A page to explore a graph in a browser: one file, opened from disk, that asks no network for anything.
// docs/formats/explorer.md.

#include <string>

#include "export/graph_rows.hpp"

namespace entente {

/// HTML with the graph inside, as `explorer_data()`; the page opens on the last day of `content.when`.
/// Throws Error{InvalidArgument} where the build had no npm to make the page with.
/// Cost: O(size of the graph), and the page's own megabyte.
[[nodiscard]] std::string to_explorer(const GraphContent& content);

/// What the page reads, as JSON. Days are numbers, days since 1970-01-01; sources and entities are named by
/// their place in `sources` and `nodes`. No `<` stands in it, so that no text of a source can end the script
/// it lies in.
[[nodiscard]] std::string explorer_data(const GraphContent& content);

/// Whether to_explorer() has a page.
[[nodiscard]] bool has_explorer() noexcept;

}  // namespace entente
