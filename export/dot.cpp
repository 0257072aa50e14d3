#include "export/dot.hpp"

#include <cgraph.h>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <memory>
#include <vector>

#include "export/columns_layout.hpp"
#include "export/counted_ids.hpp"
#include "export/diagram_style.hpp"
#include "export/display_text.hpp"
#include "export/dot_text.hpp"
#include "export/star_layout.hpp"
#include "graph/error.hpp"

namespace entente {

namespace {

using detail::dot_html;
using detail::dot_name;
using detail::dot_text;
using detail::heading_html;

constexpr const char* font = "DejaVu Sans,Verdana,sans-serif";
constexpr double page_width = 11.1;  // inches: A4 on its side, less margins
constexpr double page_height = 7.7;
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
      : diagram_(diagram), graph_(agopen(const_cast<char*>("entente"), Agdirected, detail::counted_ids())) {
    if (!graph_) throw Error(ErrorCode::RenderFailure, "Graphviz makes no graph");
    set_graph_attributes();
    if (diagram_.layout == Layout::Columns) columns_ = columns_layout(diagram_);
    for (const DiagramNode& node : diagram_.nodes) add_node(node);
    if (diagram_.layout == Layout::Star) place_star();
    if (diagram_.layout == Layout::Columns) place_hubs();
    for (std::size_t i = 0; i < diagram_.clusters.size(); ++i) add_cluster(diagram_.clusters[i], i);
    for (const DiagramEdge& edge : diagram_.edges) add_edge(edge);
    set_html(graph_.get(), graph_.get(), "label", heading_html(diagram_, heading_scale_));
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
    const bool upright = diagram_.layout == Layout::Columns && diagram_.nodes.size() > 18;
    const std::pair<const char*, const char*> attributes[] = {
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
        set_default(g, AGRAPH, "outputorder", "edgesfirst");  // no line over a name
        break;
      case Layout::Columns:
        set_default(g, AGRAPH, "layout", "dot");
        set_default(g, AGRAPH, "rankdir", "LR");
        set_default(g, AGRAPH, "ranksep", "1.4");
        set_default(g, AGRAPH, "nodesep", "0.07");
        break;
      case Layout::Layers:
        set_default(g, AGRAPH, "layout", "dot");
        set_default(g, AGRAPH, "rankdir", "LR");
        set_default(g, AGRAPH, "ranksep", "0.9");
        break;
      case Layout::Cloud:
        set_default(g, AGRAPH, "layout", "sfdp");
        set_default(g, AGRAPH, "overlap", "prism");
        set_default(g, AGRAPH, "outputorder", "edgesfirst");
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
  }

  void add_node(const DiagramNode& node) {
    Agraph_t* g = graph_.get();
    Agnode_t* n = agnode(g, c_str(dot_name(node.id.value)), 1);
    const NodeStyle style = style_of(node);
    const std::vector<std::string> lines = wrapped(printable(node.name), name_width);
    std::string label = fmt::format("<FONT POINT-SIZE=\"{}\">", node.focus ? 15 : node.hub ? 12 : 11);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      label += i == 0 ? "" : "<BR/>";
      label += node.hub || node.focus ? "<B>" + dot_html(lines[i]) + "</B>" : dot_html(lines[i]);
    }
    label += "</FONT>";
    const std::vector<std::string> notes = lines_of(node.note);
    for (const std::string& note : notes) {
      label += "<BR/><FONT POINT-SIZE=\"9\">" + dot_html(note) + "</FONT>";
    }
    if (diagram_.layout == Layout::Columns && !node.hub) label = between_dates(node.id, label);
    set_html(g, n, "label", label);
    set(n, "shape", style.shape);
    set(n, "style", style.style);
    set(n, "fillcolor", style.fill);
    set(n, "color", style.border);
    set(n, "fontcolor", style.text);
    if (node.focus) set(n, "penwidth", "2.5");
    if (diagram_.layout == Layout::Columns) set(n, "margin", node.hub ? "0.2,0.18" : "0.02,0.02");
    set(n, "tooltip", dot_text(node.tooltip));
    set(n, "name", dot_text(node.name));
    set(n, "kind", name_of(node.kind));
    handles_[node.id] = n;
    sizes_[node.id] = size_of(node, lines, notes);
  }

  /// In columns the dates of each tie stand in the member's own box, on the side of the body and in its
  /// colour, and its line ends at them: nothing else says as clearly which date belongs to which of many
  /// lines.
  std::string between_dates(const EntityId& id, const std::string& name) {
    std::vector<std::string> cells[2];
    for (const bool left : {true, false}) {
      for (const EntityId& hub : left ? columns_.left : columns_.right) {
        for (const DiagramEdge& edge : diagram_.edges) {
          if (edge.from != id || edge.to != hub) continue;
          std::string dates;
          for (const std::string& line : lines_of(edge.label)) {
            dates += (dates.empty() ? "" : "<BR/>") + dot_html(line);
          }
          dates = left ? "&#8201;" + dates : dates + "&#8201;";  // a thin blank off the border
          const std::string port = fmt::format("tie{}", ports_.size());
          ports_[edge.key] = port + (left ? ":w" : ":e");
          cells[left ? 0 : 1].push_back(fmt::format(
              "<TR><TD PORT=\"{}\" ALIGN=\"{}\"><FONT POINT-SIZE=\"8\" COLOR=\"{}\">{}</FONT></TD></TR>",
              port, left ? "LEFT" : "RIGHT", style_of(edge).text, dates));
        }
      }
    }
    std::string row;
    const auto column = [&row](const std::vector<std::string>& rows) {
      if (rows.empty()) return;
      row += "<TD><TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"1\">";
      for (const std::string& cell : rows) row += cell;
      row += "</TABLE></TD>";
    };
    column(cells[0]);
    row += "<TD CELLPADDING=\"4\">" + name + "</TD>";
    column(cells[1]);
    return "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"0\"><TR>" + row +
           "</TR></TABLE>";
  }

  static std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = std::min(text.find('\n', begin), text.size());
      lines.push_back(text.substr(begin, end - begin));
      begin = end + 1;
    }
    return lines;
  }

  /// About as large as Graphviz will make it.
  static BoxSize size_of(const DiagramNode& node, const std::vector<std::string>& lines,
                         const std::vector<std::string>& notes) {
    const auto widest = [](const std::vector<std::string>& texts) {
      std::size_t width = 0;
      for (const std::string& text : texts) width = std::max(width, display_width(text));
      return static_cast<double>(width);
    };
    const double letter = node.focus ? 9.8 : node.hub ? 8.4 : 6.9;
    const double width = std::max(widest(lines) * letter, widest(notes) * 5.8);
    const double height =
        static_cast<double>(lines.size()) * (node.focus ? 18 : 14) + static_cast<double>(notes.size()) * 11;
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
    double width = 0, height = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
      width = std::max(width, 2 * std::abs(points[i].x) + boxes[i].width);
      height = std::max(height, 2 * std::abs(points[i].y) + boxes[i].height);
      set(handles_.at(diagram_.ring[i]), "pos", fmt::format("{:.1f},{:.1f}!", points[i].x, points[i].y));
    }
    heading_scale_ = std::max({1.0, width / (page_width * 72), (height + 72) / (page_height * 72)});
  }

  /// They get room of their own, for the lines that end at them.
  void place_hubs() {
    for (const bool left : {true, false}) {
      const auto& hubs = left ? columns_.left : columns_.right;
      if (hubs.empty()) continue;
      Agraph_t* side = agsubg(graph_.get(), const_cast<char*>(left ? "left" : "right"), 1);
      set(side, "rank", left ? "min" : "max");
      for (const EntityId& hub : hubs) agsubnode(side, handles_.at(hub), 1);
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
    set(e, "edgetooltip", dot_text(edge.tooltip));
    if (const auto port = ports_.find(edge.key); port != ports_.end()) {
      set(e, "tailport", port->second);
    } else if (!edge.label.empty()) {
      set(e, "label", dot_text(edge.label));
      set(e, "fontcolor", style.text);
      set(e, "labeltooltip", dot_text(edge.tooltip));
    }
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
  double heading_scale_ = 1;
  ColumnsLayout columns_;
  std::map<std::string, std::string> ports_;  // where an edge, by its key, leaves its member's box
  std::map<EntityId, Agnode_t*> handles_;
  std::map<EntityId, BoxSize> sizes_;
};

}  // namespace

std::string to_dot(const Diagram& diagram) { return Drawing(diagram).text(); }

}  // namespace entente
