#include "graph/temporal_graph.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <numeric>
#include <string_view>

#include "graph/error.hpp"

namespace entente {

namespace {

constexpr std::size_t most = std::numeric_limits<std::uint32_t>::max();

bool fits(std::int64_t number) {
  return number >= std::numeric_limits<std::int32_t>::min() &&
         number <= std::numeric_limits<std::int32_t>::max();
}

}  // namespace

TemporalGraph::TemporalGraph(std::span<const Entity> entities, std::span<const Edge> edges) {
  if (entities.size() >= most || edges.size() >= most) {
    throw Error(ErrorCode::InvalidArgument, "a graph has at most 4294967294 entities and as many edges");
  }
  std::unordered_map<std::string_view, Vertex> vertices;
  vertices.reserve(entities.size());
  ids_.reserve(entities.size());
  for (const Entity& entity : entities) {
    vertices.emplace(entity.id.value, static_cast<Vertex>(ids_.size()));
    ids_.push_back(entity.id);
  }
  by_id_.resize(ids_.size());
  std::iota(by_id_.begin(), by_id_.end(), Vertex{0});
  std::sort(by_id_.begin(), by_id_.end(), [&](Vertex a, Vertex b) { return ids_[a] < ids_[b]; });

  std::unordered_map<std::string_view, std::uint32_t> relations;
  for (const Edge& edge : edges) relations.try_emplace(edge.relation.label, 0);
  for (const auto& [label, index] : relations) relations_.push_back({std::string(label)});
  std::sort(relations_.begin(), relations_.end());
  for (std::uint32_t i = 0; i < relations_.size(); ++i) relations[relations_[i].label] = i;

  const auto vertex_of = [&](const EntityId& id) {
    const auto found = vertices.find(id.value);
    if (found == vertices.end()) {
      throw Error(ErrorCode::InvalidArgument,
                  fmt::format("an edge ends at \"{}\", which is no entity", id.value));
    }
    return found->second;
  };
  edges_.reserve(edges.size());
  edge_ids_.reserve(edges.size());
  for (const Edge& edge : edges) {
    Record& record = edges_.emplace_back();
    record.tail = vertex_of(edge.subject);
    record.head = vertex_of(edge.object);
    record.relation = relations[edge.relation.label];
    edge_ids_.push_back(edge.id);
    store_readings(static_cast<EdgeIndex>(edges_.size() - 1), edge.interval.readings());
  }
  out_ = rows_by(&Record::tail);
  in_ = rows_by(&Record::head);
}

/// Counting sort by one end of the edges; it keeps their order within a vertex. O(vertices + edges).
TemporalGraph::Rows TemporalGraph::rows_by(Vertex Record::*end) const {
  Rows rows;
  rows.begin.assign(ids_.size() + 1, 0);
  for (const Record& record : edges_) ++rows.begin[record.*end + 1];
  std::partial_sum(rows.begin.begin(), rows.begin.end(), rows.begin.begin());
  rows.edges.resize(edges_.size());
  std::vector<std::uint32_t> next(rows.begin.begin(), rows.begin.end() - 1);
  for (EdgeIndex edge = 0; edge < edges_.size(); ++edge) rows.edges[next[edges_[edge].*end]++] = edge;
  return rows;
}

void TemporalGraph::store_readings(EdgeIndex edge, const Readings& readings) {
  Record& record = edges_[edge];
  const std::array<std::optional<Day>, 4> days = {readings.first_earliest, readings.first_latest,
                                                  readings.last_earliest, readings.last_latest};
  for (std::size_t i = 0; i < days.size(); ++i) {
    if (!days[i]) continue;
    if (!fits(days[i]->number())) {
      record.flags = Far;
      far_.emplace(edge, readings);
      return;
    }
    record.days[i] = static_cast<std::int32_t>(days[i]->number());
    record.flags |= 1U << i;
  }
  if (readings.may_never_end) record.flags |= MayNeverEnd;
}

Readings TemporalGraph::readings(EdgeIndex edge) const noexcept {
  const Record& record = edges_[edge];
  if ((record.flags & Far) != 0) return far_.find(edge)->second;
  const auto day = [&](std::size_t i) -> std::optional<Day> {
    if ((record.flags & 1U << i) == 0) return std::nullopt;
    return Day{record.days[i]};
  };
  return {day(0), day(1), day(2), day(3), (record.flags & MayNeverEnd) != 0};
}

std::optional<Vertex> TemporalGraph::find(const EntityId& id) const noexcept {
  const auto found =
      std::lower_bound(by_id_.begin(), by_id_.end(), id,
                       [&](Vertex vertex, const EntityId& wanted) { return ids_[vertex] < wanted; });
  if (found == by_id_.end() || ids_[*found] != id) return std::nullopt;
  return *found;
}

GraphView::Layer::Layer(const TemporalGraph& graph, Filter filter, std::shared_ptr<const Layer> under)
    : during(filter.during), least(filter.least), below(std::move(under)) {
  if (filter.relations.empty()) return;
  relations.assign(std::max<std::size_t>(graph.relations().size(), 1), false);
  for (const Relation& relation : filter.relations) {
    const auto known = std::lower_bound(graph.relations().begin(), graph.relations().end(), relation);
    if (known == graph.relations().end() || *known != relation) continue;
    relations[static_cast<std::size_t>(known - graph.relations().begin())] = true;
  }
}

GraphView::GraphView(const TemporalGraph& graph, Filter filter)
    : graph_(&graph), top_(std::make_shared<const Layer>(graph, std::move(filter), nullptr)) {}

GraphView GraphView::narrowed(Filter filter) const {
  GraphView view(*graph_);
  view.top_ = std::make_shared<const Layer>(*graph_, std::move(filter), top_);
  return view;
}

}  // namespace entente
