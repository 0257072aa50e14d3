#include "export/graph_rows.hpp"

#include <algorithm>
#include <tuple>

#include "export/cell_text.hpp"
#include "export/date_label.hpp"

namespace entente {

using namespace detail;

GraphRows rows_of(const GraphContent& content) {
  GraphRows rows;
  const auto add = [&](const EntityRef& ref) {
    GraphNode& node = rows.nodes[ref.id];
    if (node.ref.name.empty()) node.ref = ref;
  };
  for (const Tie& tie : content.ties) {
    add(tie.subject);
    add(tie.object);
    rows.edges.push_back(&tie);
  }
  for (const Entity& entity : content.entities) {
    rows.nodes[entity.id] = {{entity.id, entity.name, entity.kind}, &entity};
  }
  const auto order = [](const Tie* tie) { return std::tie(tie->subject.id, tie->object.id, tie->edge); };
  std::sort(rows.edges.begin(), rows.edges.end(),
            [&](const Tie* a, const Tie* b) { return order(a) < order(b); });
  // One edge a spell, even where the same tie was handed in twice.
  rows.edges.erase(std::unique(rows.edges.begin(), rows.edges.end(),
                               [&](const Tie* a, const Tie* b) { return order(a) == order(b); }),
                   rows.edges.end());
  return rows;
}

std::optional<Day> last_known_day(const GraphRows& rows) {
  std::optional<Day> latest;
  const auto consider = [&](const std::optional<Day>& day) {
    if (day && (!latest || *latest < *day)) latest = day;
  };
  for (const Tie* tie : rows.edges) {
    const Readings& readings = tie->interval.readings();
    consider(readings.first_latest);
    consider(readings.last_earliest);
    if (!readings.may_never_end) consider(readings.last_latest);
    for (const Proof& proof : tie->proofs) {
      if (proof.source.published) consider(proof.source.published->latest());
    }
  }
  return latest;
}

std::vector<Attribute> attributes_of(const GraphNode& node) {
  const std::string ids = node.entity != nullptr ? ids_text(node.entity->outside_ids) : std::string();
  return {{"name", node.ref.name}, {"kind", name_of(node.ref.kind)}, {"ids", ids}};
}

std::vector<Attribute> attributes_of(const Tie& tie, const std::optional<Period>& when) {
  const Readings& readings = tie.interval.readings();
  std::vector<Attribute> attributes = {{"relation", tie.relation.label},
                                       {"start", first_text(tie.interval)},
                                       {"end", last_text(tie.interval)},
                                       {"ending", ending_of(tie.interval)},
                                       {"earliest_start", day_text(readings.first_earliest)},
                                       {"latest_start", day_text(readings.first_latest)},
                                       {"earliest_end", day_text(readings.last_earliest)},
                                       {"latest_end", day_text(readings.last_latest)}};
  if (when) attributes.push_back({"status", name_of(tie.status)});
  attributes.push_back({"disputed", tie.disputes.empty() ? "false" : "true"});
  attributes.push_back({"sources", sources_text(tie.proofs, "; ")});
  attributes.push_back({"evidence", first_sentence(tie.proofs)});
  return attributes;
}

}  // namespace entente
