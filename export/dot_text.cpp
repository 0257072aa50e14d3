#include "export/dot_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <vector>

#include "export/diagram_style.hpp"
#include "export/display_text.hpp"

namespace entente::detail {

namespace {

constexpr std::size_t legend_columns = 4;
constexpr std::size_t heading_width = 80;

/// One line, for labels of either sort.
void escape(std::string& out, std::string_view line) {
  for (const char c : html_text(line)) {
    if (c == '\\') out += c;
    out += c;
  }
}

/// One entry of the legend, as the cells of three columns: what it looks like, its end, the word for it.
std::string entry(const std::string& sample, std::string_view word) {
  return sample + "<TD ALIGN=\"LEFT\">" + dot_html(word) + "</TD><TD WIDTH=\"12\"></TD>";
}

/// A short line in the middle of its cell: the lower border of an empty cell with another below it.
std::string line_sample(const EdgeStyle& style) {
  const char* width = std::string_view(style.width) < "1.5" ? "1" : "2";
  const std::string pattern =
      style.line == std::string_view("solid") ? "" : fmt::format(" STYLE=\"{}\"", style.line);
  return fmt::format(
      "<TD><TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"0\"><TR>"
      "<TD FIXEDSIZE=\"TRUE\" WIDTH=\"26\" HEIGHT=\"6\" BORDER=\"{}\" SIDES=\"B\" COLOR=\"{}\"{}></TD></TR>"
      "<TR><TD FIXEDSIZE=\"TRUE\" WIDTH=\"26\" HEIGHT=\"6\"></TD></TR></TABLE></TD><TD>{}</TD>",
      width, style.color, pattern, style.sign);
}

DiagramEdge sample_of(const Relation& relation, Status status, bool ended) {
  DiagramEdge edge;
  edge.relation = relation;
  edge.status = status;
  edge.ended = ended;
  return edge;
}

std::vector<std::string> legend_entries(const Diagram& diagram) {
  std::vector<std::string> entries;
  std::map<Kind, std::set<std::string>> colors;
  std::map<Kind, NodeStyle> kinds;
  for (const DiagramNode& node : diagram.nodes) {
    const NodeStyle style = style_of(node);
    kinds[node.kind] = style;
    colors[node.kind].insert(style.fill == paper || node.kind == Kind::Treaty ? style.border : style.fill);
  }
  for (const auto& [kind, style] : kinds) {
    const std::string& color = colors[kind].size() == 1 ? *colors[kind].begin() : ink;
    entries.push_back(entry(
        fmt::format("<TD></TD><TD><FONT POINT-SIZE=\"13\" COLOR=\"{}\">{}</FONT></TD>", color, style.sign),
        name_of(kind)));
  }
  std::set<Relation> relations;
  std::set<Status> statuses;
  bool ended = false;
  for (const DiagramEdge& edge : diagram.edges) {
    relations.insert(edge.relation);
    statuses.insert(edge.status);
    ended = ended || edge.ended;
  }
  for (const Relation& relation : relations) {
    entries.push_back(entry(line_sample(style_of(sample_of(relation, Status::Certain, false))),
                            event_name(Event::Held, relation)));
  }
  const Relation member{std::string(relation::member_of)};
  for (const auto& [status, words] : {std::pair{Status::Presumed, "presumed: no later word"},
                                      std::pair{Status::Possible, "possible: dates too coarse"}}) {
    if (statuses.count(status) != 0)
      entries.push_back(entry(line_sample(style_of(sample_of(member, status, false))), words));
  }
  if (ended)
    entries.push_back(entry(line_sample(style_of(sample_of(member, Status::Certain, true))), "ended"));
  return entries;
}

/// A grid of entries in the first of two columns; the second takes what the title is wider.
std::string legend_html(const std::vector<std::string>& entries, double scale) {
  std::string html = fmt::format(
      "<TR><TD ALIGN=\"LEFT\"><FONT POINT-SIZE=\"{:.0f}\" COLOR=\"{}\">"
      "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"2\">",
      10 * scale, ink);
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (i % legend_columns == 0) html += "<TR>";
    html += entries[i];
    if (i % legend_columns == legend_columns - 1 || i + 1 == entries.size()) html += "</TR>";
  }
  return html + "</TABLE></FONT></TD><TD></TD></TR>";
}

std::string row(std::string_view text, int size, double scale, const char* color, bool bold = false) {
  std::string html;
  for (const std::string& line :
       wrapped(printable(text), heading_width * 12 / static_cast<std::size_t>(size))) {
    html += fmt::format(
        "<TR><TD COLSPAN=\"2\" ALIGN=\"LEFT\"><FONT POINT-SIZE=\"{:.0f}\" "
        "COLOR=\"{}\">{}{}{}</FONT></TD></TR>",
        size * scale, color, bold ? "<B>" : "", dot_html(line), bold ? "</B>" : "");
  }
  return html;
}

}  // namespace

std::string dot_text(std::string_view text) {
  std::string out;
  while (true) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    escape(out, text.substr(0, end));
    if (end == text.size()) return out;
    out += "\\n";
    text.remove_prefix(end + 1);
  }
}

std::string dot_html(std::string_view text) {
  std::string out;
  escape(out, text);
  return out;
}

std::string dot_name(std::string_view id) {
  std::string out;
  for (const char c : valid_utf8(id)) {
    const auto code = static_cast<unsigned char>(c);
    if (code < 0x20 || code == 0x7f || c == '\\' || c == '%' || c == '<' || c == '"') {
      out += fmt::format("_x{:02X}_", code);
    } else {
      out += c;
    }
  }
  return out.empty() ? "_" : out;
}

std::string heading_html(const Diagram& diagram, double scale) {
  std::string html = "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"2\">";
  html += row(diagram.title, 20, scale, ink, true);
  if (!diagram.subtitle.empty()) html += row(diagram.subtitle, 12, scale, faint_ink);
  if (diagram.legend && !diagram.nodes.empty()) html += legend_html(legend_entries(diagram), scale);
  if (!diagram.source.empty()) html += row(diagram.source, 9, scale, faint_ink);
  return html + "</TABLE>";
}

}  // namespace entente::detail
