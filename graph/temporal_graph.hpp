#pragma once
// All edges in memory as compact arrays, and a cheap view of them at a date or over a period.
//
//   TemporalGraph graph{store.entities(), store.edges({})};
//   GraphView now{graph, {.during = Date::parse("2008").period(), .least = Status::Certain}};
//   for (EdgeIndex e : graph.out(v)) if (now.holds(e)) …
//
// graph/boost_graph.hpp makes both models of Boost.Graph's concepts, so Boost's algorithms run on either
// unchanged.

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "graph/edge.hpp"

namespace entente {

/// Dense numbers, from 0: the place of an entity or edge among those that the graph was made from.
using Vertex = std::uint32_t;
using EdgeIndex = std::uint32_t;

/// Immutable after construction, safe to share between threads. About 60 bytes an edge.
class TemporalGraph {
 public:
  /// Sorted input, as the store gives it, is walked fastest. O(n log n). Throws Error{InvalidArgument} when
  /// an edge has an end that is not among the entities.
  TemporalGraph(std::span<const Entity> entities, std::span<const Edge> edges);

  [[nodiscard]] std::size_t vertex_count() const noexcept { return ids_.size(); }
  [[nodiscard]] std::size_t edge_count() const noexcept { return edges_.size(); }

  [[nodiscard]] Vertex tail(EdgeIndex edge) const noexcept { return edges_[edge].tail; }  ///< the subject
  [[nodiscard]] Vertex head(EdgeIndex edge) const noexcept { return edges_[edge].head; }  ///< the object
  /// Edges out of and into a vertex, ascending.
  [[nodiscard]] std::span<const EdgeIndex> out(Vertex vertex) const noexcept { return out_.of(vertex); }
  [[nodiscard]] std::span<const EdgeIndex> in(Vertex vertex) const noexcept { return in_.of(vertex); }

  [[nodiscard]] const EntityId& id(Vertex vertex) const noexcept { return ids_[vertex]; }
  /// O(log vertices).
  [[nodiscard]] std::optional<Vertex> find(const EntityId& id) const noexcept;
  [[nodiscard]] Readings readings(EdgeIndex edge) const noexcept;
  [[nodiscard]] Status over(EdgeIndex edge, const Period& period) const noexcept {
    return status_over(readings(edge), period);
  }
  /// Whether some reading of the edge touches the period: over() is not `No`, at a fraction of the cost.
  [[nodiscard]] bool touches(EdgeIndex edge, const Period& period) const noexcept;
  [[nodiscard]] const Relation& relation(EdgeIndex edge) const noexcept {
    return relations_[edges_[edge].relation];
  }
  /// The place of the edge's relation in relations().
  [[nodiscard]] std::size_t relation_index(EdgeIndex edge) const noexcept { return edges_[edge].relation; }
  /// Sorted.
  [[nodiscard]] std::span<const Relation> relations() const noexcept { return relations_; }
  [[nodiscard]] const EdgeId& edge_id(EdgeIndex edge) const noexcept { return edge_ids_[edge]; }

 private:
  /// All that a step over an edge looks at, two to a cache line. Days in 32 bits reach 5.8 million years
  /// either way; EDTF reaches further, and such an edge is `far`: its readings stand apart.
  struct alignas(32) Record {
    Vertex tail = 0;
    Vertex head = 0;
    std::array<std::int32_t, 4> days{};  // first earliest and latest, last earliest and latest
    std::uint32_t relation = 0;
    std::uint32_t flags = 0;
  };
  enum Flag : std::uint32_t {
    HasFirstEarliest = 1,
    HasLastLatest = 8,
    MayNeverEnd = 16,
    Far = 32
  };  // 1 << day

  /// Compressed rows: vertex v has edges [begin[v], begin[v + 1]).
  struct Rows {
    std::vector<std::uint32_t> begin;
    std::vector<EdgeIndex> edges;
    [[nodiscard]] std::span<const EdgeIndex> of(Vertex vertex) const noexcept {
      return {edges.data() + begin[vertex], edges.data() + begin[vertex + 1]};
    }
  };
  [[nodiscard]] Rows rows_by(Vertex Record::*end) const;
  void store_readings(EdgeIndex edge, const Readings& readings);

  std::vector<EntityId> ids_;
  std::vector<Vertex> by_id_;  // the vertices in the order of their ids
  std::vector<Record> edges_;
  Rows out_, in_;
  std::vector<EdgeId> edge_ids_;
  std::vector<Relation> relations_;
  std::unordered_map<EdgeIndex, Readings> far_;
};

inline bool TemporalGraph::touches(EdgeIndex edge, const Period& period) const noexcept {
  const Record& record = edges_[edge];
  if ((record.flags & Far) != 0) return over(edge, period) != Status::No;
  const bool begins = (record.flags & HasFirstEarliest) == 0 || record.days[0] <= period.last.number();
  const bool lasts = (record.flags & HasLastLatest) == 0 || (record.flags & MayNeverEnd) != 0 ||
                     record.days[3] >= period.first.number();
  return begins && lasts;
}

/// The graph at a time: the same vertices, the edges that hold. A value of two pointers; the graph must
/// outlive it. Making one costs nothing, a step over it O(1) for each edge that it steps past.
class GraphView {
 public:
  struct Filter {
    std::optional<Period> during = {};     ///< absent: at any time, and `least` says nothing
    Status least = Status::Possible;       ///< edges with this status over the period, or a stronger one
    std::vector<Relation> relations = {};  ///< empty: any
  };
  /// Everything.
  explicit GraphView(const TemporalGraph& graph) : graph_(&graph) {}
  GraphView(const TemporalGraph& graph, Filter filter);

  [[nodiscard]] const TemporalGraph& graph() const noexcept { return *graph_; }
  [[nodiscard]] bool holds(EdgeIndex edge) const noexcept {
    for (const Layer* layer = top_.get(); layer != nullptr; layer = layer->below.get()) {
      if (!layer->passes(*graph_, edge)) return false;
    }
    return true;
  }
  /// The same with a further filter on top: views compose and never widen. An edge has to pass every filter:
  /// of two periods, it holds over each.
  [[nodiscard]] GraphView narrowed(Filter filter) const;

 private:
  struct Layer {
    Layer(const TemporalGraph& graph, Filter filter, std::shared_ptr<const Layer> under);
    [[nodiscard]] bool passes(const TemporalGraph& graph, EdgeIndex edge) const noexcept {
      if (!relations.empty() && !relations[graph.relation_index(edge)]) return false;
      if (!during) return true;
      if (least == Status::No) return true;
      if (!graph.touches(edge, *during)) return false;
      return least == Status::Possible || graph.over(edge, *during) <= least;
    }
    std::optional<Period> during;
    Status least;
    std::vector<bool> relations;  // by relation_index; empty: any
    std::shared_ptr<const Layer> below;
  };

  const TemporalGraph* graph_;
  std::shared_ptr<const Layer> top_;
};

}  // namespace entente
