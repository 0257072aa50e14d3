#include "export/dot.hpp"

#include <cgraph.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <memory>
#include <vector>

#include "export/date_label.hpp"
#include "export/diagram_style.hpp"
#include "export/display_text.hpp"
#include "export/dot_text.hpp"
#include "export/star_layout.hpp"
#include "graph/error.hpp"

namespace entente {

namespace {

using detail::dot_name;
using detail::dot_text;
using detail::heading_html;
using detail::html_text;

constexpr const char* font = "DejaVu Sans,Verdana,sans-serif";
constexpr std::size_t name_width = 18;  // columns at which names are wrapped

/// Graphviz takes `char*` everywhere and changes none of it.
char* c_str(const std::string& text) { return const_cast<char*>(text.c_str()); }

struct Close {
  void operator()(Agraph_t* graph) const { agclose(graph); }
};
using GraphHandle = std::unique_ptr<Agraph_t, Close>;

void set(void* object, const char* attribute, const std::string& value) {
  agsafeset(object, const_cast<char*>(attribute), c_str(value), const_cast<char*>(""));
}

void set_html(Agraph_t* graph, void* object, const char* attribute, const std::string& html) {
  char* interned = agstrdup_html(graph, c_str(html));
  agsafeset(object, const_cast<char*>(attribute), interned, const_cast<char*>(""));
  agstrfree(graph, interned);
}

void set_default(Agraph_t* graph, int kind, const char* attribute, const std::string& value) {
  agattr(graph, kind, const_cast<char*>(attribute), c_str(value));
}

class Drawing {
 public:
  explicit Drawing(const Diagram& diagram)
      : diagram_(diagram), graph_(agopen(const_cast<char*>("entente"), Agdirected, nullptr)) {
    if (!graph_) throw Error(ErrorCode::RenderFailure, "Graphviz makes no graph");
    set_graph_attributes();
    for (const DiagramNode& node : diagram_.nodes) add_node(node);
    if (diagram_.layout == Layout::Star) place_star();
    if (diagram_.layout == Layout::Columns) place_hubs();
    for (std::size_t i = 0; i < diagram_.clusters.size(); ++i) add_cluster(diagram_.clusters[i], i);
    for (const DiagramEdge& edge : diagram_.edges) add_edge(edge);
  }

  [[nodiscard]] std::string text() const {
    char* bytes = nullptr;
    std::size_t size = 0;
    std::FILE* file = open_memstream(&bytes, &size);
    if (file == nullptr) throw Error(ErrorCode::RenderFailure, "no memory for the drawing");
    const bool written = agwrite(graph_.get(), file) == 0;
    const bool closed = std::fclose(file) == 0;
    const std::unique_ptr<char, decltype(&std::free)> owner(bytes, &std::free);
    if (!written || !closed) throw Error(ErrorCode::RenderFailure, "Graphviz cannot write the drawing");
    return {bytes, size};
  }

 private:
  void set_graph_attributes() {
    Agraph_t* g = graph_.get();
    const bool upright = diagram_.layout == Layout::Columns && diagram_.nodes.size() > 30;
    const std::map<const char*, std::string> attributes = {
        {"charset", "UTF-8"},
        {"bgcolor", paper},
        {"fontname", font},
        {"labelloc", "t"},
        {"labeljust", "l"},
        {"pad", "0.25"},
        {"size", upright ? "7.7,11.1" : "11.1,7.7"},  // A4 less its margins; only ever shrinks
        {"linelength", "0"},  // otherwise Graphviz breaks long strings, between any two bytes
    };
    for (const auto& [name, value] : attributes) set_default(g, AGRAPH, name, value);
    switch (diagram_.layout) {
      case Layout::Star:
        set_default(g, AGRAPH, "layout", "neato");
        set_default(g, AGRAPH, "inputscale", "72");
        set_default(g, AGRAPH, "splines", "line");
        break;
      case Layout::Columns:
        set_default(g, AGRAPH, "layout", "dot");
        set_default(g, AGRAPH, "rankdir", "LR");
        set_default(g, AGRAPH, "ranksep", "0.7");
        set_default(g, AGRAPH, "nodesep", "0.08");
        break;
      case Layout::Layers:
        set_default(g, AGRAPH, "layout", "dot");
        set_default(g, AGRAPH, "rankdir", "LR");
        set_default(g, AGRAPH, "ranksep", "0.9");
        break;
      case Layout::Cloud:
        set_default(g, AGRAPH, "layout", "sfdp");
        set_default(g, AGRAPH, "overlap", "prism");
        set_default(g, AGRAPH, "splines", "line");
        break;
    }
    set_default(g, AGNODE, "fontname", font);
    set_default(g, AGNODE, "fontsize", "11");
    set_default(g, AGNODE, "margin", "0.10,0.05");
    set_default(g, AGNODE, "height", "0.3");
    set_default(g, AGNODE, "width", "0.5");
    set_default(g, AGEDGE, "fontname", font);
    set_default(g, AGEDGE, "fontsize", "9");
    set_default(g, AGEDGE, "arrowsize", "0.8");
    set_html(g, g, "label", heading_html(diagram_));
  }

  void add_node(const DiagramNode& node) {
    Agraph_t* g = graph_.get();
    Agnode_t* n = agnode(g, c_str(dot_name(node.id.value)), 1);
    const NodeStyle style = style_of(node);
    const std::vector<std::string> lines = wrapped(printable(node.name), name_width);
    std::string label = "<FONT POINT-SIZE=\"" +
                        std::string(node.focus ? "15"
                                    : node.hub ? "12"
                                               : "11") +
                        "\">";
    for (std::size_t i = 0; i < lines.size(); ++i) {
      label += i == 0 ? "" : "<BR/>";
      label += node.hub || node.focus ? "<B>" + html_text(lines[i]) + "</B>" : html_text(lines[i]);
    }
    label += "</FONT>";
    std::size_t notes = 0;
    for (std::size_t begin = 0; begin < node.note.size() && !node.note.empty(); ++notes) {
      const std::size_t end = std::min(node.note.find('\n', begin), node.note.size());
      label += "<BR/><FONT POINT-SIZE=\"9\">" + html_text(node.note.substr(begin, end - begin)) + "</FONT>";
      begin = end + 1;
    }
    set_html(g, n, "label", label);
    set(n, "shape", style.shape);
    set(n, "style", style.style);
    set(n, "fillcolor", style.fill);
    set(n, "color", style.border);
    set(n, "fontcolor", style.text);
    if (node.focus) set(n, "penwidth", "2.5");
    set(n, "tooltip", dot_text(node.tooltip));
    set(n, "kind", name_of(node.kind));
    handles_[node.id] = n;
    sizes_[node.id] = size_of(node, lines, notes);
  }

  /// About as large as Graphviz will make it.
  static BoxSize size_of(const DiagramNode& node, const std::vector<std::string>& lines, std::size_t notes) {
    double width = 0;
    const double letter = node.focus ? 9.8 : node.hub ? 8.4 : 6.9;
    for (const std::string& line : lines)
      width = std::max(width, static_cast<double>(display_width(line)) * letter);
    for (std::size_t begin = 0; begin < node.note.size();) {
      const std::size_t end = std::min(node.note.find('\n', begin), node.note.size());
      width = std::max(width, static_cast<double>(display_width(node.note.substr(begin, end - begin))) * 5.8);
      begin = end + 1;
    }
    const double height =
        static_cast<double>(lines.size()) * (node.focus ? 18 : 14) + static_cast<double>(notes) * 11;
    const double round = node.hub ? 1.42 : 1;  // an ellipse around a box
    return {(width + 15) * round, (height + 8) * round};
  }

  void place_star() {
    const auto middle = std::find_if(diagram_.nodes.begin(), diagram_.nodes.end(), [&](const DiagramNode& n) {
      return std::find(diagram_.ring.begin(), diagram_.ring.end(), n.id) == diagram_.ring.end();
    });
    if (middle == diagram_.nodes.end()) return;
    std::vector<BoxSize> boxes;
    for (const EntityId& id : diagram_.ring) boxes.push_back(sizes_.at(id));
    const std::vector<Point> points = star_layout(sizes_.at(middle->id), boxes);
    set(handles_.at(middle->id), "pos", "0,0!");
    for (std::size_t i = 0; i < points.size(); ++i) {
      set(handles_.at(diagram_.ring[i]), "pos", fmt::format("{:.1f},{:.1f}!", points[i].x, points[i].y));
    }
  }

  /// Bodies to the left and to the right of their members: the largest first, each to the side with fewer
  /// lines.
  void place_hubs() {
    std::map<EntityId, std::size_t> ties;
    for (const DiagramEdge& edge : diagram_.edges) ++ties[edge.to];
    std::vector<const DiagramNode*> hubs;
    for (const DiagramNode& node : diagram_.nodes) {
      if (node.hub) hubs.push_back(&node);
    }
    std::sort(hubs.begin(), hubs.end(), [&](const DiagramNode* a, const DiagramNode* b) {
      return std::tuple(!a->focus, ties[b->id], a->id) < std::tuple(!b->focus, ties[a->id], b->id);
    });
    std::size_t left = 0, right = 0;
    for (const DiagramNode* hub : hubs) {
      const bool to_left = left <= right;
      (to_left ? left : right) += ties[hub->id];
      Agraph_t* side = agsubg(graph_.get(), const_cast<char*>(to_left ? "left" : "right"), 1);
      set(side, "rank", to_left ? "min" : "max");
      agsubnode(side, handles_.at(hub->id), 1);
    }
  }

  void add_cluster(const DiagramCluster& cluster, std::size_t number) {
    Agraph_t* box = agsubg(graph_.get(), c_str(fmt::format("cluster_{}", number)), 1);
    set(box, "label", dot_text(cluster.label));
    set(box, "labeljust", "c");
    set(box, "fontsize", "8");
    set(box, "fontcolor", faint_ink);
    set(box, "style", "rounded,filled");
    set(box, "fillcolor", "#F4F4F4");
    set(box, "color", "#BBBBBB");
    set(box, "margin", "6");
    for (const EntityId& member : cluster.members) agsubnode(box, handles_.at(member), 1);
  }

  void add_edge(const DiagramEdge& edge) {
    Agedge_t* e =
        agedge(graph_.get(), handles_.at(edge.from), handles_.at(edge.to), c_str(dot_name(edge.key)), 1);
    const EdgeStyle style = style_of(edge);
    set(e, "color", style.color);
    set(e, "style", style.line);
    set(e, "penwidth", style.width);
    set(e, "arrowhead", style.head);
    if (!edge.label.empty()) {
      set(e, "label", dot_text(edge.label));
      set(e, "fontcolor", faint_ink);
    }
    set(e, "edgetooltip", dot_text(edge.tooltip));
    if (!edge.label.empty()) set(e, "labeltooltip", dot_text(edge.tooltip));
    // A source may be anyone's file: only addresses of the web become links.
    if (edge.url.rfind("https://", 0) == 0 || edge.url.rfind("http://", 0) == 0) {
      set(e, "URL", dot_text(edge.url));
      set(e, "target", "_blank");
    }
    set(e, "relation", dot_text(edge.relation.label));
    set(e, "status", name_of(edge.status));
    std::string spells;
    for (const Interval& spell : edge.spells) spells += (spells.empty() ? "" : " ") + spell.to_string();
    set(e, "spells", spells);
    if (edge.disputed) set(e, "disputed", "true");
  }

  const Diagram& diagram_;
  GraphHandle graph_;
  std::map<EntityId, Agnode_t*> handles_;
  std::map<EntityId, BoxSize> sizes_;
};

}  // namespace

std::string to_dot(const Diagram& diagram) { return Drawing(diagram).text(); }

}  // namespace entente
