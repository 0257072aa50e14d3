#include "export/graph_files.hpp"

#include "export/explorer.hpp"
#include "export/graph_json.hpp"
#include "export/graph_tables.hpp"
#include "export/graph_xml.hpp"
#include "export/timeline_files.hpp"
#include "export/turtle.hpp"

namespace entente {

namespace {

std::string nodes_csv(const GraphContent& content) { return to_csv(node_table(content)); }
std::string edges_csv(const GraphContent& content) { return to_csv(edge_table(content)); }

constexpr GraphFile files[] = {
    {"graphml", ".graphml", to_graphml},
    {"gexf", ".gexf", to_gexf},
    {"cytoscape", ".cyjs", to_cytoscape},
    {"jgf", ".jgf", to_json_graph},
    {"turtle", ".ttl", to_turtle},
    {"mermaid", ".mmd", to_mermaid_gantt},
    {"mermaid-timeline", "", to_mermaid_timeline},
    {"html", ".html", to_explorer},
    {"vis-timeline", "", to_vis_timeline},
    {"nodes", "", nodes_csv},
    {"edges", "", edges_csv},
};

}  // namespace

std::span<const GraphFile> graph_files() noexcept { return files; }

const GraphFile* graph_file(std::string_view name) noexcept {
  for (const GraphFile& file : files) {
    if (name == file.name) return &file;
  }
  return nullptr;
}

}  // namespace entente
