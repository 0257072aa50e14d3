#include "export/node_link.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <vector>

#include "export/tie_json.hpp"
#include "queries/scope.hpp"

namespace entente {

namespace {

using namespace detail;

struct Node {
  EntityRef ref;
  const Entity* entity = nullptr;
};

void write_node(PrettyJson& json, const Node& node) {
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
  std::map<EntityId, Node> nodes;
  const auto add = [&](const EntityRef& ref) {
    Node& node = nodes[ref.id];
    if (node.ref.name.empty()) node.ref = ref;
  };
  std::vector<const Tie*> edges;
  for (const Tie& tie : ties) {
    add(tie.subject);
    add(tie.object);
    edges.push_back(&tie);
  }
  for (const Entity& entity : entities) {
    nodes[entity.id] = {{entity.id, entity.name, entity.kind}, &entity};
  }
  const auto order = [](const Tie* tie) { return std::tie(tie->subject.id, tie->object.id, tie->edge); };
  std::sort(edges.begin(), edges.end(), [&](const Tie* a, const Tie* b) { return order(a) < order(b); });
  // One edge a spell, even where the same tie was handed in twice.
  edges.erase(std::unique(edges.begin(), edges.end(),
                          [&](const Tie* a, const Tie* b) { return order(a) == order(b); }),
              edges.end());

  rapidjson::StringBuffer buffer;
  PrettyJson json(buffer);
  json.SetIndent(' ', 2);
  json.StartObject();
  write(json, "directed", true);
  write(json, "multigraph", true);
  json.Key("graph");
  json.StartObject();
  write(json, "dates", "EDTF; first and last day, both included");
  if (options.when) write(json, "when", period_text(*options.when));
  json.EndObject();
  json.Key("nodes");
  json.StartArray();
  for (const auto& [id, node] : nodes) write_node(json, node);
  json.EndArray();
  std::vector<const char*> keys = {"edges"};
  if (options.compat) keys.push_back("links");
  for (const char* key : keys) {
    json.Key(key);
    json.StartArray();
    for (const Tie* tie : edges) write_edge(json, *tie, options);
    json.EndArray();
  }
  json.EndObject();
  return finish(buffer);
}

}  // namespace entente
