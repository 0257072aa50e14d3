#pragma once
// The graph as JSON for other programs: Cytoscape.js and JSON Graph Format. docs/formats/graph-files.md.

#include <string>

#include "export/graph_rows.hpp"

namespace entente {

/// `{"elements": {"nodes": [{"data": {…}}], "edges": […]}}`, for cytoscape({elements: …}).
[[nodiscard]] std::string to_cytoscape(const GraphContent& content);

/// JSON Graph Format, version 2: one graph; everything of ours stands in `metadata`.
[[nodiscard]] std::string to_json_graph(const GraphContent& content);

}  // namespace entente
