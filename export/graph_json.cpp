#include "export/graph_json.hpp"

#include "export/display_text.hpp"
#include "export/tie_json.hpp"

namespace entente {

namespace {

using namespace detail;

void write_attributes(PrettyJson& json, const std::vector<Attribute>& attributes) {
  for (const Attribute& attribute : attributes) write(json, attribute.name, attribute.value);
}

void write_cytoscape(PrettyJson& json, const GraphContent& content) {
  const GraphRows rows = rows_of(content);
  json.Key("elements");
  json.StartObject();
  json.Key("nodes");
  json.StartArray();
  for (const auto& [id, node] : rows.nodes) {
    json.StartObject();
    json.Key("data");
    json.StartObject();
    write(json, "id", id.value);
    write_attributes(json, attributes_of(node));
    json.EndObject();
    write(json, "classes", name_of(node.ref.kind));
    json.EndObject();
  }
  json.EndArray();
  json.Key("edges");
  json.StartArray();
  for (const Tie* tie : rows.edges) {
    json.StartObject();
    json.Key("data");
    json.StartObject();
    // One name space for nodes and edges: the prefix keeps an edge from being taken for an entity.
    write(json, "id", "edge:" + tie->edge.to_string());
    write(json, "source", tie->subject.id.value);
    write(json, "target", tie->object.id.value);
    write_attributes(json, attributes_of(*tie, content.when));
    json.EndObject();
    write(json, "classes", tie->relation.label + (tie->disputes.empty() ? "" : " disputed"));
    json.EndObject();
  }
  json.EndArray();
  json.EndObject();
}

void write_json_graph(PrettyJson& json, const GraphContent& content) {
  const GraphRows rows = rows_of(content);
  json.Key("graph");
  json.StartObject();
  write(json, "id", "entente");
  write(json, "label", content.title.empty() ? "Membership histories" : content.title);
  write(json, "type", "membership history");
  write(json, "directed", true);
  json.Key("metadata");
  json.StartObject();
  write(json, "dates", "EDTF; first and last day, both included");
  if (content.when) write(json, "when", period_text(*content.when));
  json.EndObject();
  json.Key("nodes");
  json.StartObject();
  for (const auto& [id, node] : rows.nodes) {
    const std::string key = valid_utf8(id.value);
    json.Key(key.data(), static_cast<rapidjson::SizeType>(key.size()));
    json.StartObject();
    write(json, "label", node.ref.name);
    json.Key("metadata");
    json.StartObject();
    write_attributes(json, attributes_of(node));
    json.EndObject();
    json.EndObject();
  }
  json.EndObject();
  json.Key("edges");
  json.StartArray();
  for (const Tie* tie : rows.edges) {
    json.StartObject();
    write(json, "id", tie->edge.to_string());
    write(json, "source", tie->subject.id.value);
    write(json, "target", tie->object.id.value);
    write(json, "relation", tie->relation.label);
    write(json, "label", event_name(Event::Held, tie->relation));
    write(json, "directed", true);
    json.Key("metadata");
    json.StartObject();
    write_attributes(json, attributes_of(*tie, content.when));
    json.EndObject();
    json.EndObject();
  }
  json.EndArray();
  json.EndObject();
}

}  // namespace

std::string to_cytoscape(const GraphContent& content) {
  return document([&](PrettyJson& json) { write_cytoscape(json, content); });
}

std::string to_json_graph(const GraphContent& content) {
  return document([&](PrettyJson& json) { write_json_graph(json, content); });
}

}  // namespace entente
