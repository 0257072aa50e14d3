#include "export/node_link.hpp"

#include <vector>

#include "export/graph_rows.hpp"
#include "export/tie_json.hpp"
#include "queries/scope.hpp"

namespace entente {

namespace {

using namespace detail;

void write_node(PrettyJson& json, const GraphNode& node) {
  json.StartObject();
  write(json, "id", node.ref.id.value);
  write(json, "name", node.ref.name);
  write(json, "kind", name_of(node.ref.kind));
  write_ids(json, node.entity != nullptr ? std::span<const OutsideId>(node.entity->outside_ids)
                                         : std::span<const OutsideId>());
  json.EndObject();
}

void write_edge(PrettyJson& json, const Tie& tie, const NodeLinkOptions& options) {
  json.StartObject();
  write(json, "source", tie.subject.id.value);
  write(json, "target", tie.object.id.value);
  write(json, "key", tie.edge.to_string());
  write(json, "relation", tie.relation.label);
  write_interval(json, tie.interval);
  if (options.when) write(json, "status", name_of(tie.status));
  write(json, "disputed", !tie.disputes.empty());
  json.Key("claims");
  json.StartArray();
  for (const Proof& proof : tie.proofs) write(json, proof.id.to_string());
  json.EndArray();
  json.EndObject();
}

}  // namespace

std::string to_node_link(std::span<const Tie> ties, std::span<const Entity> entities,
                         const NodeLinkOptions& options) {
  const GraphRows rows = rows_of({.ties = ties, .entities = entities});
  return document([&](PrettyJson& json) {
    write(json, "directed", true);
    write(json, "multigraph", true);
    json.Key("graph");
    json.StartObject();
    write(json, "dates", "EDTF; first and last day, both included");
    if (options.when) write(json, "when", period_text(*options.when));
    json.EndObject();
    json.Key("nodes");
    json.StartArray();
    for (const auto& [id, node] : rows.nodes) write_node(json, node);
    json.EndArray();
    std::vector<const char*> keys = {"edges"};
    if (options.compat) keys.push_back("links");
    for (const char* key : keys) {
      json.Key(key);
      json.StartArray();
      for (const Tie* tie : rows.edges) write_edge(json, *tie, options);
      json.EndArray();
    }
  });
}

}  // namespace entente
