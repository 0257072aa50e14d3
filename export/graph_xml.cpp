#include "export/graph_xml.hpp"

#include <fmt/format.h>

#include <pugixml.hpp>
#include <sstream>

#include "export/display_text.hpp"

namespace entente {

namespace {

/// XML 1.0 has no place for control characters, escaped or not: they become U+FFFD, as bytes that are not
/// UTF-8.
std::string xml_text(std::string_view text) {
  std::string clean;
  for (const char c : valid_utf8(text)) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 && c != '\t' && c != '\n' && c != '\r') {
      clean += "\xEF\xBF\xBD";
    } else {
      clean += c;
    }
  }
  return clean;
}

void set(pugi::xml_node node, const char* name, std::string_view value) {
  node.append_attribute(name).set_value(xml_text(value).c_str());
}

std::string text_of(const pugi::xml_document& document) {
  std::ostringstream out;
  document.save(out, "  ", pugi::format_indent, pugi::encoding_utf8);
  return std::move(out).str();
}

pugi::xml_node begin(pugi::xml_document& document, const char* root) {
  pugi::xml_node declaration = document.append_child(pugi::node_declaration);
  set(declaration, "version", "1.0");
  set(declaration, "encoding", "UTF-8");
  return document.append_child(root);
}

// ---- GraphML

void declare_keys(pugi::xml_node root, const char* of, const std::vector<Attribute>& attributes) {
  for (const Attribute& attribute : attributes) {
    pugi::xml_node key = root.append_child("key");
    set(key, "id", fmt::format("{}_{}", of, attribute.name));
    set(key, "for", of);
    set(key, "attr.name", attribute.name);
    set(key, "attr.type", "string");
  }
}

void write_data(pugi::xml_node node, const char* of, const std::vector<Attribute>& attributes) {
  for (const Attribute& attribute : attributes) {
    if (attribute.value.empty()) continue;
    pugi::xml_node data = node.append_child("data");
    set(data, "key", fmt::format("{}_{}", of, attribute.name));
    data.text().set(xml_text(attribute.value).c_str());
  }
}

/// The names of the attributes, whatever the values: every file declares the same.
std::vector<Attribute> node_attributes() { return attributes_of(GraphNode{}); }
std::vector<Attribute> edge_attributes(const GraphContent& content) {
  return attributes_of(Tie{{}, {}, {}, Interval(Unknown{}, NotStated{}), {}, {}, {}, {}, {}, {}},
                       content.when);
}

// ---- GEXF

void declare_attributes(pugi::xml_node graph, const char* of, const std::vector<Attribute>& attributes) {
  pugi::xml_node list = graph.append_child("attributes");
  set(list, "class", of);
  for (const Attribute& attribute : attributes) {
    pugi::xml_node entry = list.append_child("attribute");
    set(entry, "id", attribute.name);
    set(entry, "title", attribute.name);
    set(entry, "type", "string");
  }
}

void write_values(pugi::xml_node node, const std::vector<Attribute>& attributes) {
  pugi::xml_node values = node.append_child("attvalues");
  for (const Attribute& attribute : attributes) {
    if (attribute.value.empty()) continue;
    pugi::xml_node value = values.append_child("attvalue");
    set(value, "for", attribute.name);
    set(value, "value", attribute.value);
  }
}

void set_days(pugi::xml_node node, const std::optional<Day>& first, const std::optional<Day>& last) {
  if (first) set(node, "start", first->to_string());
  if (last) set(node, "end", last->to_string());
}

}  // namespace

std::string to_graphml(const GraphContent& content) {
  const GraphRows rows = rows_of(content);
  pugi::xml_document document;
  pugi::xml_node root = begin(document, "graphml");
  set(root, "xmlns", "http://graphml.graphdrawing.org/xmlns");
  set(root, "xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");
  set(root, "xsi:schemaLocation",
      "http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd");
  declare_keys(root, "node", node_attributes());
  declare_keys(root, "edge", edge_attributes(content));
  pugi::xml_node graph = root.append_child("graph");
  set(graph, "id", "entente");
  set(graph, "edgedefault", "directed");
  for (const auto& [id, entry] : rows.nodes) {
    pugi::xml_node node = graph.append_child("node");
    set(node, "id", id.value);
    write_data(node, "node", attributes_of(entry));
  }
  for (const Tie* tie : rows.edges) {
    pugi::xml_node edge = graph.append_child("edge");
    set(edge, "id", tie->edge.to_string());
    set(edge, "source", tie->subject.id.value);
    set(edge, "target", tie->object.id.value);
    write_data(edge, "edge", attributes_of(*tie, content.when));
  }
  return text_of(document);
}

std::string to_gexf(const GraphContent& content) {
  const GraphRows rows = rows_of(content);
  pugi::xml_document document;
  pugi::xml_node root = begin(document, "gexf");
  set(root, "xmlns", "http://gexf.net/1.3");
  set(root, "version", "1.3");
  pugi::xml_node meta = root.append_child("meta");
  meta.append_child("creator").text().set("Entente");
  meta.append_child("description")
      .text()
      .set(xml_text(content.title.empty() ? "Membership histories; first and last day, both included"
                                          : content.title)
               .c_str());
  pugi::xml_node graph = root.append_child("graph");
  set(graph, "mode", "dynamic");
  set(graph, "defaultedgetype", "directed");
  set(graph, "timeformat", "date");
  set(graph, "timerepresentation", "interval");
  declare_attributes(graph, "node", node_attributes());
  declare_attributes(graph, "edge", edge_attributes(content));
  pugi::xml_node nodes = graph.append_child("nodes");
  for (const auto& [id, entry] : rows.nodes) {
    pugi::xml_node node = nodes.append_child("node");
    set(node, "id", id.value);
    set(node, "label", entry.ref.name);
    if (entry.entity != nullptr) {
      const auto& [founded, dissolved] = std::tie(entry.entity->founded, entry.entity->dissolved);
      set_days(node, founded ? std::optional(founded->earliest()) : std::nullopt,
               dissolved ? std::optional(dissolved->latest()) : std::nullopt);
    }
    write_values(node, attributes_of(entry));
  }
  pugi::xml_node edges = graph.append_child("edges");
  for (const Tie* tie : rows.edges) {
    const Readings& readings = tie->interval.readings();
    pugi::xml_node edge = edges.append_child("edge");
    set(edge, "id", tie->edge.to_string());
    set(edge, "source", tie->subject.id.value);
    set(edge, "target", tie->object.id.value);
    set(edge, "label", tie->relation.label);
    // Gephi takes parallel edges apart by their kind.
    set(edge, "kind", fmt::format("{} {}", tie->relation.label, tie->interval.to_string()));
    set_days(edge, readings.first_earliest, readings.may_never_end ? std::nullopt : readings.last_latest);
    write_values(edge, attributes_of(*tie, content.when));
  }
  return text_of(document);
}

}  // namespace entente
