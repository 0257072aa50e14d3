#pragma once
// TemporalGraph and GraphView as Boost.Graph sees them. Include this where an algorithm of Boost runs, and
// nowhere else: it is heavy.
//
//   GraphView in_2008{graph, {.during = Date::parse("2008").period()}};
//   boost::breadth_first_search(in_2008, start, boost::visitor(…));        // along the edges, subject to
//   object boost::connected_components(Undirected{in_2008}, component_map);       // whichever way they point
//
// Both model VertexListGraph, EdgeListGraph, IncidenceGraph, BidirectionalGraph and AdjacencyGraph, with the
// properties vertex_index and edge_index. A membership points from the member to the body, so that on the
// directed graph no path leads from one member to another: components, distances and betweenness mostly mean
// the graph without directions, which is Undirected.
//
// Parallel edges (the spells of one membership, several relations) stay parallel, and a view at a date has
// the vertices of the whole graph: count on num_vertices(view) == graph.vertex_count(), and give maps over
// edges graph.edge_count() places. Iterators over a view point at it: it must outlive them.
//
// The functions stand in this namespace and are found by argument-dependent lookup. Do not wrap a graph in
// boost::filtered_graph: its iterators of Boost 1.74 do not compile with it. Narrow a GraphView instead.

#include <algorithm>
#include <boost/graph/adjacency_iterator.hpp>
#include <boost/graph/graph_traits.hpp>
#include <boost/graph/properties.hpp>
#include <boost/iterator/counting_iterator.hpp>
#include <boost/iterator/iterator_facade.hpp>
#include <boost/property_map/property_map.hpp>
#include <compare>
#include <limits>
#include <span>
#include <utility>

#include "graph/temporal_graph.hpp"

namespace entente {

/// A graph or view with each edge open to both sides. A value like GraphView. An edge from a vertex to itself
/// is met twice at that vertex, as in Boost's own undirected graphs.
class Undirected {
 public:
  explicit Undirected(const TemporalGraph& graph) : view_(graph) {}
  explicit Undirected(GraphView view) : view_(std::move(view)) {}
  [[nodiscard]] const GraphView& view() const noexcept { return view_; }
  [[nodiscard]] const TemporalGraph& graph() const noexcept { return view_.graph(); }

 private:
  GraphView view_;
};

/// An edge as an algorithm meets it; `against`: walked from its head to its tail (Undirected only). The same
/// edge met from either side is equal.
struct EdgeStep {
  EdgeIndex edge = 0;
  bool against = false;
  friend bool operator==(EdgeStep a, EdgeStep b) noexcept { return a.edge == b.edge; }
  friend auto operator<=>(EdgeStep a, EdgeStep b) noexcept { return a.edge <=> b.edge; }
};

namespace detail {

/// The edges at a vertex that a view holds: those of a first list, then those of a second, walked against.
class StepIterator
    : public boost::iterator_facade<StepIterator, EdgeStep, boost::forward_traversal_tag, EdgeStep> {
 public:
  StepIterator() = default;
  /// `view`: null for all edges.
  StepIterator(const GraphView* view, std::span<const EdgeIndex> along, std::span<const EdgeIndex> against,
               bool at_end)
      : view_(view),
        at_(at_end ? along.data() + along.size() : along.data()),
        along_end_(along.data() + along.size()),
        against_(at_end ? against.data() + against.size() : against.data()),
        against_end_(against.data() + against.size()) {
    settle();
  }

 private:
  friend class boost::iterator_core_access;
  [[nodiscard]] EdgeStep dereference() const {
    return at_ != along_end_ ? EdgeStep{*at_, false} : EdgeStep{*against_, true};
  }
  [[nodiscard]] bool equal(const StepIterator& other) const {
    return at_ == other.at_ && against_ == other.against_;
  }
  void increment() {
    ++(at_ != along_end_ ? at_ : against_);
    settle();
  }
  void settle() {
    if (view_ == nullptr) return;
    while (at_ != along_end_ && !view_->holds(*at_)) ++at_;
    if (at_ != along_end_) return;
    while (against_ != against_end_ && !view_->holds(*against_)) ++against_;
  }

  const GraphView* view_ = nullptr;
  const EdgeIndex* at_ = nullptr;
  const EdgeIndex* along_end_ = nullptr;
  const EdgeIndex* against_ = nullptr;
  const EdgeIndex* against_end_ = nullptr;
};

/// All edges that a view holds, in order of their index.
class EdgeIterator
    : public boost::iterator_facade<EdgeIterator, EdgeStep, boost::forward_traversal_tag, EdgeStep> {
 public:
  EdgeIterator() = default;
  EdgeIterator(const GraphView* view, EdgeIndex at, EdgeIndex end) : view_(view), at_(at), end_(end) {
    settle();
  }

 private:
  friend class boost::iterator_core_access;
  [[nodiscard]] EdgeStep dereference() const { return {at_, false}; }
  [[nodiscard]] bool equal(const EdgeIterator& other) const { return at_ == other.at_; }
  void increment() {
    ++at_;
    settle();
  }
  void settle() {
    while (view_ != nullptr && at_ != end_ && !view_->holds(at_)) ++at_;
  }

  const GraphView* view_ = nullptr;
  EdgeIndex at_ = 0;
  EdgeIndex end_ = 0;
};

struct TraversalCategory : boost::bidirectional_graph_tag,
                           boost::adjacency_graph_tag,
                           boost::vertex_list_graph_tag,
                           boost::edge_list_graph_tag {};

/// What graph_traits says of each of the three.
template <typename Graph, typename Directed>
struct BoostTraits {
  using vertex_descriptor = Vertex;
  using edge_descriptor = EdgeStep;
  using directed_category = Directed;
  using edge_parallel_category = boost::allow_parallel_edge_tag;
  using traversal_category = TraversalCategory;
  using vertices_size_type = std::size_t;
  using edges_size_type = std::size_t;
  using degree_size_type = std::size_t;
  using vertex_iterator = boost::counting_iterator<Vertex>;
  using edge_iterator = EdgeIterator;
  using out_edge_iterator = StepIterator;
  using in_edge_iterator = StepIterator;
  using adjacency_iterator = typename boost::adjacency_iterator_generator<Graph, Vertex, StepIterator>::type;
  static constexpr Vertex null_vertex() noexcept { return std::numeric_limits<Vertex>::max(); }
};

// What the three differ in: the whole behind them, what they hold, and whether edges have a direction.
inline const TemporalGraph& whole(const TemporalGraph& graph) noexcept { return graph; }
inline const TemporalGraph& whole(const GraphView& view) noexcept { return view.graph(); }
inline const TemporalGraph& whole(const Undirected& undirected) noexcept { return undirected.graph(); }
inline const GraphView* filter_of(const TemporalGraph&) noexcept { return nullptr; }
inline const GraphView* filter_of(const GraphView& view) noexcept { return &view; }
inline const GraphView* filter_of(const Undirected& undirected) noexcept { return &undirected.view(); }

template <typename Graph>
inline constexpr bool is_ours = false;
template <>
inline constexpr bool is_ours<TemporalGraph> = true;
template <>
inline constexpr bool is_ours<GraphView> = true;
template <>
inline constexpr bool is_ours<Undirected> = true;

template <typename Graph>
concept BoostModel = is_ours<Graph>;

using Steps = std::pair<StepIterator, StepIterator>;
inline Steps steps(const GraphView* view, std::span<const EdgeIndex> along,
                   std::span<const EdgeIndex> against = {}) {
  return {StepIterator(view, along, against, false), StepIterator(view, along, against, true)};
}
inline std::size_t count_of(const Steps& steps) {
  return static_cast<std::size_t>(std::distance(steps.first, steps.second));
}

}  // namespace detail
}  // namespace entente

namespace boost {

template <>
struct graph_traits<entente::TemporalGraph>
    : entente::detail::BoostTraits<entente::TemporalGraph, bidirectional_tag> {};
template <>
struct graph_traits<entente::GraphView>
    : entente::detail::BoostTraits<entente::GraphView, bidirectional_tag> {};
template <>
struct graph_traits<entente::Undirected> : entente::detail::BoostTraits<entente::Undirected, undirected_tag> {
};
// Some algorithms (betweenness) ask for the traits of a constant graph.
template <entente::detail::BoostModel Graph>
struct graph_traits<const Graph> : graph_traits<Graph> {};

}  // namespace boost

namespace entente {

// ---- VertexListGraph

template <detail::BoostModel Graph>
std::pair<boost::counting_iterator<Vertex>, boost::counting_iterator<Vertex>> vertices(const Graph& graph) {
  return {boost::counting_iterator<Vertex>(0),
          boost::counting_iterator<Vertex>(static_cast<Vertex>(detail::whole(graph).vertex_count()))};
}
template <detail::BoostModel Graph>
std::size_t num_vertices(const Graph& graph) {
  return detail::whole(graph).vertex_count();
}
template <detail::BoostModel Graph>
Vertex vertex(std::size_t number, const Graph&) {
  return static_cast<Vertex>(number);
}

// ---- EdgeListGraph

template <detail::BoostModel Graph>
std::pair<detail::EdgeIterator, detail::EdgeIterator> edges(const Graph& graph) {
  const auto end = static_cast<EdgeIndex>(detail::whole(graph).edge_count());
  const GraphView* view = detail::filter_of(graph);
  return {detail::EdgeIterator(view, 0, end), detail::EdgeIterator(view, end, end)};
}
/// O(1) for the whole graph, O(edges) for a view.
template <detail::BoostModel Graph>
std::size_t num_edges(const Graph& graph) {
  if (detail::filter_of(graph) == nullptr) return detail::whole(graph).edge_count();
  const auto [first, last] = edges(graph);
  return static_cast<std::size_t>(std::distance(first, last));
}

// ---- IncidenceGraph, BidirectionalGraph

template <detail::BoostModel Graph>
Vertex source(EdgeStep step, const Graph& graph) {
  return step.against ? detail::whole(graph).head(step.edge) : detail::whole(graph).tail(step.edge);
}
template <detail::BoostModel Graph>
Vertex target(EdgeStep step, const Graph& graph) {
  return step.against ? detail::whole(graph).tail(step.edge) : detail::whole(graph).head(step.edge);
}

template <detail::BoostModel Graph>
detail::Steps out_edges(Vertex vertex, const Graph& graph) {
  return detail::steps(detail::filter_of(graph), detail::whole(graph).out(vertex));
}
inline detail::Steps out_edges(Vertex vertex, const Undirected& graph) {
  return detail::steps(&graph.view(), graph.graph().out(vertex), graph.graph().in(vertex));
}
template <detail::BoostModel Graph>
detail::Steps in_edges(Vertex vertex, const Graph& graph) {
  return detail::steps(detail::filter_of(graph), detail::whole(graph).in(vertex));
}
/// Each ends at the vertex: its edges in, then its edges out walked against.
inline detail::Steps in_edges(Vertex vertex, const Undirected& graph) {
  return detail::steps(&graph.view(), graph.graph().in(vertex), graph.graph().out(vertex));
}

/// O(degree), as the two below.
template <detail::BoostModel Graph>
std::size_t out_degree(Vertex vertex, const Graph& graph) {
  return detail::count_of(out_edges(vertex, graph));
}
template <detail::BoostModel Graph>
std::size_t in_degree(Vertex vertex, const Graph& graph) {
  return detail::count_of(in_edges(vertex, graph));
}
template <detail::BoostModel Graph>
std::size_t degree(Vertex vertex, const Graph& graph) {
  return out_degree(vertex, graph) + in_degree(vertex, graph);
}
inline std::size_t degree(Vertex vertex, const Undirected& graph) { return out_degree(vertex, graph); }

// ---- AdjacencyGraph

template <detail::BoostModel Graph>
auto adjacent_vertices(Vertex vertex, const Graph& graph) {
  using Iterator = typename boost::graph_traits<Graph>::adjacency_iterator;
  const auto [first, last] = out_edges(vertex, graph);
  return std::pair(Iterator(first, &graph), Iterator(last, &graph));
}

// ---- properties

using VertexIndexMap = boost::typed_identity_property_map<Vertex>;

struct EdgeIndexMap {
  using value_type = std::size_t;
  using reference = std::size_t;
  using key_type = EdgeStep;
  using category = boost::readable_property_map_tag;
};
inline std::size_t get(EdgeIndexMap, EdgeStep step) noexcept { return step.edge; }

template <detail::BoostModel Graph>
VertexIndexMap get(boost::vertex_index_t, const Graph&) {
  return {};
}
template <detail::BoostModel Graph>
Vertex get(boost::vertex_index_t, const Graph&, Vertex vertex) {
  return vertex;
}
template <detail::BoostModel Graph>
EdgeIndexMap get(boost::edge_index_t, const Graph&) {
  return {};
}
template <detail::BoostModel Graph>
std::size_t get(boost::edge_index_t, const Graph&, EdgeStep step) {
  return step.edge;
}

}  // namespace entente

namespace boost {

template <entente::detail::BoostModel Graph>
struct property_map<Graph, vertex_index_t> {
  using type = entente::VertexIndexMap;
  using const_type = type;
};
template <entente::detail::BoostModel Graph>
struct property_map<Graph, edge_index_t> {
  using type = entente::EdgeIndexMap;
  using const_type = type;
};

}  // namespace boost
