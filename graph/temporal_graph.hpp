#pragma once
// All edges in memory as compact arrays, and a cheap view of them at a date or over a period.
// Both model Boost.Graph's VertexListGraph, EdgeListGraph, IncidenceGraph, BidirectionalGraph and
// AdjacencyGraph, through graph/boost_graph.hpp, so Boost's algorithms run on either unchanged.

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "graph/edge.hpp"

namespace entente {

/// Dense numbers, from 0, in the order of the entities' and edges' own order.
using Vertex = std::uint32_t;
using EdgeIndex = std::uint32_t;

class TemporalGraph {
 public:
  TemporalGraph(std::span<const Entity> entities, std::span<const Edge> edges);

  [[nodiscard]] std::size_t vertex_count() const noexcept { return ids_.size(); }
  [[nodiscard]] std::size_t edge_count() const noexcept { return tails_.size(); }

  [[nodiscard]] Vertex tail(EdgeIndex edge) const noexcept { return tails_[edge]; }  ///< the subject
  [[nodiscard]] Vertex head(EdgeIndex edge) const noexcept { return heads_[edge]; }  ///< the object
  /// Edges out of and into a vertex, ascending.
  [[nodiscard]] std::span<const EdgeIndex> out(Vertex vertex) const noexcept;
  [[nodiscard]] std::span<const EdgeIndex> in(Vertex vertex) const noexcept;

  [[nodiscard]] const EntityId& id(Vertex vertex) const noexcept { return ids_[vertex]; }
  [[nodiscard]] std::optional<Vertex> find(const EntityId& id) const noexcept;
  [[nodiscard]] const Readings& readings(EdgeIndex edge) const noexcept { return readings_[edge]; }
  [[nodiscard]] const Relation& relation(EdgeIndex edge) const noexcept {
    return relations_[relation_of_[edge]];
  }
  [[nodiscard]] const EdgeId& edge_id(EdgeIndex edge) const noexcept { return edge_ids_[edge]; }

 private:
  std::vector<EntityId> ids_;
  std::vector<Vertex> tails_, heads_;
  std::vector<std::uint32_t> out_begin_, in_begin_;  // compressed rows: vertex v has [begin[v], begin[v + 1])
  std::vector<EdgeIndex> out_, in_;
  std::vector<Readings> readings_;
  std::vector<EdgeId> edge_ids_;
  std::vector<Relation> relations_;
  std::vector<std::uint16_t> relation_of_;
};

/// The graph at a time: the same vertices, the edges whose status over the period is at least `least`.
/// A value of two words and an option; making one costs nothing, a step over it costs O(1) per edge of the
/// whole.
class GraphView {
 public:
  struct Filter {
    std::optional<Period> during;          ///< absent: at any time
    Status least = Status::Possible;       ///< edges with this status or a stronger one
    std::vector<Relation> relations = {};  ///< empty: any
  };
  GraphView(const TemporalGraph& graph, Filter filter);

  [[nodiscard]] const TemporalGraph& graph() const noexcept { return *graph_; }
  [[nodiscard]] const Filter& filter() const noexcept { return *filter_; }
  [[nodiscard]] bool holds(EdgeIndex edge) const noexcept;
  /// The same with a further filter on top: views compose and never widen.
  [[nodiscard]] GraphView narrowed(Filter filter) const;

 private:
  const TemporalGraph* graph_;
  std::shared_ptr<const Filter> filter_;
};

}  // namespace entente
