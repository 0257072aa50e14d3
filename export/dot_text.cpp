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

constexpr std::size_t legend_width = 105;  // columns of text in one row of the legend
constexpr std::size_t heading_width = 80;

void escape(std::string& out, std::string_view line) {
  for (const char c : printable(line)) {
    switch (c) {
      case '\\':
        out += "\\\\";
        break;
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += c;
    }
  }
}

/// One entry of the legend: cells, and about how many columns they take.
struct Entry {
  std::string cells;
  std::size_t width;
};

Entry entry(const std::string& sample, const std::string& word, std::size_t sample_width) {
  return {sample + "<TD ALIGN=\"LEFT\">" + html_text(word) + "</TD><TD WIDTH=\"10\"></TD>",
          sample_width + word.size() + 3};
}

/// A short line in the middle of its cell: the lower border of an empty cell with another below it.
std::string line_cell(const EdgeStyle& style, const char* color) {
  const std::string width = std::string_view(style.width) < "1.5" ? "1" : "2";
  const std::string pattern =
      style.line == std::string_view("solid") ? "" : fmt::format(" STYLE=\"{}\"", style.line);
  std::string cell = fmt::format(
      "<TD><TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"0\"><TR>"
      "<TD FIXEDSIZE=\"TRUE\" WIDTH=\"26\" HEIGHT=\"6\" BORDER=\"{}\" SIDES=\"B\" COLOR=\"{}\"{}></TD></TR>"
      "<TR><TD FIXEDSIZE=\"TRUE\" WIDTH=\"26\" HEIGHT=\"6\"></TD></TR></TABLE></TD>",
      width, color, pattern);
  if (*style.sign != '\0') cell += fmt::format("<TD><FONT COLOR=\"{}\">{}</FONT></TD>", color, style.sign);
  return cell;
}

std::vector<Entry> legend_entries(const Diagram& diagram) {
  std::vector<Entry> entries;
  std::map<Kind, const DiagramNode*> kinds;
  for (const DiagramNode& node : diagram.nodes) kinds.emplace(node.kind, &node);
  for (const auto& [kind, node] : kinds) {
    DiagramNode plain = *node;
    plain.palette.reset();
    const NodeStyle style = style_of(plain);
    const std::string& color = style.fill == paper ? style.border : style.fill;
    entries.push_back(entry(fmt::format("<TD><FONT POINT-SIZE=\"13\" COLOR=\"{}\">{}</FONT></TD>",
                                        kind == Kind::Treaty ? ink : color, style.sign),
                            name_of(kind), 3));
  }
  std::map<Relation, DiagramEdge> relations;
  std::set<Status> statuses;
  bool ended = false, open = false;
  for (const DiagramEdge& edge : diagram.edges) {
    DiagramEdge& plain = relations[edge.relation];
    plain.relation = edge.relation;
    plain.status = Status::Certain;
    statuses.insert(edge.status);
    (edge.ended ? ended : open) = true;
  }
  for (const auto& [relation, edge] : relations) {
    entries.push_back(entry(line_cell(style_of(edge), ink), event_name(Event::Held, relation), 6));
  }
  for (const Status status : {Status::Presumed, Status::Possible}) {
    if (statuses.count(status) == 0) continue;
    DiagramEdge plain;
    plain.relation.label = relation::member_of;
    plain.status = status;
    entries.push_back(
        entry(line_cell(style_of(plain), ink),
              status == Status::Presumed ? "presumed: no later word" : "possible: dates too coarse", 6));
  }
  return entries;
}

std::string row(std::string_view text, int size, const char* color, bool bold = false) {
  std::string html;
  for (const std::string& line :
       wrapped(printable(text), heading_width * 12 / static_cast<std::size_t>(size))) {
    html += fmt::format("<TR><TD ALIGN=\"LEFT\"><FONT POINT-SIZE=\"{}\" COLOR=\"{}\">{}{}{}</FONT></TD></TR>",
                        size, color, bold ? "<B>" : "", html_text(line), bold ? "</B>" : "");
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

std::string html_text(std::string_view text) {
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

std::string heading_html(const Diagram& diagram) {
  std::string html = "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"2\">";
  html += row(diagram.title, 22, ink, true);
  if (!diagram.subtitle.empty()) html += row(diagram.subtitle, 12, faint_ink);
  if (diagram.legend && !diagram.nodes.empty()) {
    std::string cells;
    std::size_t width = 0;
    const auto flush = [&] {
      if (cells.empty()) return;
      html += "<TR><TD ALIGN=\"LEFT\"><FONT POINT-SIZE=\"10\" COLOR=\"" + std::string(ink) +
              "\"><TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"2\"><TR>" + cells +
              "</TR></TABLE></FONT></TD></TR>";
      cells.clear();
      width = 0;
    };
    for (const Entry& entry : legend_entries(diagram)) {
      if (width + entry.width > legend_width) flush();
      cells += entry.cells;
      width += entry.width;
    }
    flush();
  }
  if (!diagram.source.empty()) html += row(diagram.source, 9, faint_ink);
  return html + "</TABLE>";
}

}  // namespace entente::detail
