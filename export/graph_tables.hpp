#pragma once
// The graph as two tables, for spreadsheets, pandas and databases: nodes and edges.
// docs/formats/graph-files.md.

#include "export/graph_rows.hpp"
#include "export/table.hpp"

namespace entente {

/// `id`, then the attributes of nodes, and `founded` and `dissolved`.
[[nodiscard]] Table node_table(const GraphContent& content);
/// `id`, `source`, `target`, then the attributes of edges.
[[nodiscard]] Table edge_table(const GraphContent& content);

}  // namespace entente
