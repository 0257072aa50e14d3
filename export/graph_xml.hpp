#pragma once
// The graph as XML for other programs: GraphML (igraph, yEd, graph-tool) and GEXF 1.3 (Gephi).
// docs/formats/graph-files.md.

#include <string>

#include "export/graph_rows.hpp"

namespace entente {

/// A directed graph with parallel edges; attributes as text. Brandes et al., "GraphML Primer".
[[nodiscard]] std::string to_graphml(const GraphContent& content);

/// A dynamic graph: each edge is there from the first day on which it possibly held to the last, both
/// included; what is coarse about its dates stands in its attributes as EDTF. Namespace http://gexf.net/1.3.
[[nodiscard]] std::string to_gexf(const GraphContent& content);

}  // namespace entente
