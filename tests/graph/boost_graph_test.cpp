// Boost's algorithms on our graphs, against plain computations, and on a view against a copy of what it
// holds.
#include "graph/boost_graph.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/connected_components.hpp>
#include <boost/graph/graph_concepts.hpp>
#include <boost/graph/strong_components.hpp>
#include <limits>
#include <map>
#include <optional>

#include "tests/graph/random_graph.hpp"

namespace entente {
namespace {

using namespace testing_support;

template <typename Graph>
void check_concepts() {
  using boost::graph_traits;
  BOOST_CONCEPT_ASSERT((boost::concepts::VertexListGraph<Graph>));
  BOOST_CONCEPT_ASSERT((boost::concepts::EdgeListGraph<Graph>));
  BOOST_CONCEPT_ASSERT((boost::concepts::IncidenceGraph<Graph>));
  BOOST_CONCEPT_ASSERT((boost::concepts::BidirectionalGraph<Graph>));
  BOOST_CONCEPT_ASSERT((boost::concepts::AdjacencyGraph<Graph>));
  BOOST_CONCEPT_ASSERT(
      (boost::concepts::ReadablePropertyGraph<Graph, typename graph_traits<Graph>::vertex_descriptor,
                                              boost::vertex_index_t>));
  BOOST_CONCEPT_ASSERT(
      (boost::concepts::ReadablePropertyGraph<Graph, typename graph_traits<Graph>::edge_descriptor,
                                              boost::edge_index_t>));
}
TEST(BoostGraph, ModelsTheConcepts) {
  check_concepts<TemporalGraph>();
  check_concepts<GraphView>();
  check_concepts<Undirected>();
}

constexpr std::size_t nowhere = std::numeric_limits<std::size_t>::max();

template <typename Graph>
std::vector<std::size_t> boost_distances(const Graph& graph, Vertex start) {
  std::vector<std::size_t> distances(num_vertices(graph), nowhere);
  distances[start] = 0;
  boost::breadth_first_search(graph, start,
                              boost::visitor(boost::make_bfs_visitor(
                                  boost::record_distances(distances.data(), boost::on_tree_edge()))));
  return distances;
}

template <typename Graph>
std::vector<std::size_t> boost_components(const Graph& graph) {
  std::vector<std::size_t> components(num_vertices(graph));
  boost::connected_components(graph, components.data());
  return components;
}

template <typename Graph>
std::vector<double> boost_betweenness(const Graph& graph) {
  std::vector<double> betweenness(num_vertices(graph));
  boost::brandes_betweenness_centrality(
      graph, boost::make_iterator_property_map(betweenness.begin(), get(boost::vertex_index, graph)));
  return betweenness;
}

/// The edges that hold as pairs, each both ways for an undirected graph: all that the plain computations
/// know.
struct Plain {
  std::size_t vertices = 0;
  std::vector<std::pair<Vertex, Vertex>> steps;

  Plain(const TemporalGraph& graph, const GraphView& view, bool undirected) : vertices(graph.vertex_count()) {
    for (EdgeIndex e = 0; e < graph.edge_count(); ++e) {
      if (!view.holds(e)) continue;
      steps.emplace_back(graph.tail(e), graph.head(e));
      if (undirected) steps.emplace_back(graph.head(e), graph.tail(e));
    }
  }

  /// Relaxes every edge as often as there are vertices.
  [[nodiscard]] std::vector<std::size_t> distances(Vertex start) const {
    std::vector<std::size_t> distances(vertices, nowhere);
    distances[start] = 0;
    for (std::size_t round = 0; round < vertices; ++round) {
      for (const auto& [from, to] : steps) {
        if (distances[from] != nowhere) distances[to] = std::min(distances[to], distances[from] + 1);
      }
    }
    return distances;
  }

  /// Shortest paths from `start`, parallel edges counted apart.
  [[nodiscard]] std::vector<double> path_counts(Vertex start) const {
    const auto distance = distances(start);
    std::vector<double> counts(vertices);
    counts[start] = 1;
    for (std::size_t length = 1; length < vertices; ++length) {
      for (const auto& [from, to] : steps) {
        if (distance[to] == length && distance[from] == length - 1) counts[to] += counts[from];
      }
    }
    return counts;
  }

  /// By the definition: over all pairs, the share of their shortest paths that pass through.
  [[nodiscard]] std::vector<double> betweenness() const {
    std::vector<std::vector<std::size_t>> distance;
    std::vector<std::vector<double>> count;
    for (Vertex v = 0; v < vertices; ++v) {
      distance.push_back(distances(v));
      count.push_back(path_counts(v));
    }
    std::vector<double> betweenness(vertices);
    for (Vertex s = 0; s < vertices; ++s) {
      for (Vertex t = 0; t < vertices; ++t) {
        if (s == t || distance[s][t] == nowhere) continue;
        for (Vertex v = 0; v < vertices; ++v) {
          if (v == s || v == t || distance[s][v] == nowhere || distance[v][t] == nowhere) continue;
          if (distance[s][v] + distance[v][t] != distance[s][t]) continue;
          betweenness[v] += count[s][v] * count[v][t] / count[s][t];
        }
      }
    }
    return betweenness;
  }
};

/// Two numberings of components that put the same vertices together.
bool same_partition(const std::vector<std::size_t>& a, const std::vector<std::size_t>& b) {
  std::map<std::size_t, std::size_t> there, back;
  for (std::size_t v = 0; v < a.size(); ++v) {
    if (there.try_emplace(a[v], b[v]).first->second != b[v]) return false;
    if (back.try_emplace(b[v], a[v]).first->second != a[v]) return false;
  }
  return a.size() == b.size();
}

void expect_near(const std::vector<double>& a, const std::vector<double>& b) {
  ASSERT_EQ(a.size(), b.size());
  for (std::size_t i = 0; i < a.size(); ++i) ASSERT_NEAR(a[i], b[i], 1e-9) << i;
}

GraphView random_view(const TemporalGraph& graph, std::mt19937& random) {
  const int kind = std::uniform_int_distribution<int>(0, 3)(random);
  if (kind == 0) return GraphView(graph);
  const Period period = Date::of_year(std::uniform_int_distribution<int>(1989, 2005)(random)).period();
  GraphView view(graph, {.during = period, .least = kind == 1 ? Status::Possible : Status::Presumed});
  return kind == 3 ? view.narrowed({.relations = {{"member_of"}, {"allied_with"}}}) : view;
}

TEST(BoostGraph, BreadthFirstSearchFindsThePlainDistances) {
  std::mt19937 random(1);
  for (int round = 0; round < 200; ++round) {
    const RandomGraph sample = random_graph(random, 12, 25);
    const TemporalGraph graph(sample.entities, sample.edges);
    const GraphView view = random_view(graph, random);
    for (Vertex start = 0; start < graph.vertex_count(); ++start) {
      ASSERT_EQ(boost_distances(graph, start), Plain(graph, GraphView(graph), false).distances(start));
      ASSERT_EQ(boost_distances(view, start), Plain(graph, view, false).distances(start));
      ASSERT_EQ(boost_distances(Undirected(view), start), Plain(graph, view, true).distances(start));
    }
  }
}

TEST(BoostGraph, ComponentsAreWhatCanBeReached) {
  std::mt19937 random(2);
  for (int round = 0; round < 200; ++round) {
    const RandomGraph sample = random_graph(random, 15, 12);
    const TemporalGraph graph(sample.entities, sample.edges);
    const GraphView view = random_view(graph, random);
    const Plain plain(graph, view, true);
    std::vector<std::size_t> expected(graph.vertex_count(), nowhere);
    for (Vertex v = 0; v < graph.vertex_count(); ++v) {
      if (expected[v] != nowhere) continue;
      const auto distances = plain.distances(v);
      for (Vertex w = 0; w < graph.vertex_count(); ++w) {
        if (distances[w] != nowhere) expected[w] = v;
      }
    }
    ASSERT_TRUE(same_partition(boost_components(Undirected(view)), expected)) << round;
  }
}

TEST(BoostGraph, BetweennessIsTheShareOfShortestPaths) {
  std::mt19937 random(3);
  for (int round = 0; round < 100; ++round) {
    const RandomGraph sample = random_graph(random, 10, 20);
    // Boost counts an edge from a vertex to itself as no path; a plain count does so by its distances.
    const TemporalGraph graph(sample.entities, sample.edges);
    const GraphView view = random_view(graph, random);
    expect_near(boost_betweenness(graph), Plain(graph, GraphView(graph), false).betweenness());
    expect_near(boost_betweenness(view), Plain(graph, view, false).betweenness());
    // Each pair is met from both sides; for undirected graphs Boost halves the sum.
    auto expected = Plain(graph, view, true).betweenness();
    for (double& value : expected) value /= 2;
    expect_near(boost_betweenness(Undirected(view)), expected);
    ASSERT_FALSE(testing::Test::HasFailure()) << round;
  }
}

TEST(BoostGraph, AViewIsAsACopyOfWhatItHolds) {
  std::mt19937 random(4);
  for (int round = 0; round < 200; ++round) {
    const RandomGraph sample = random_graph(random, 10, 25);
    const TemporalGraph graph(sample.entities, sample.edges);
    const GraphView view = random_view(graph, random);
    std::vector<Edge> kept;
    for (EdgeIndex e = 0; e < graph.edge_count(); ++e) {
      if (view.holds(e)) kept.push_back(sample.edges[e]);
    }
    const TemporalGraph copy(sample.entities, kept);
    ASSERT_EQ(num_edges(view), copy.edge_count());
    ASSERT_EQ(num_edges(Undirected(view)), copy.edge_count());
    const auto listed = [](const auto& g, auto range) {
      std::vector<EdgeId> ids;
      for (auto [at, end] = range; at != end; ++at) ids.push_back(detail::whole(g).edge_id((*at).edge));
      return ids;
    };
    ASSERT_EQ(listed(view, edges(view)), listed(copy, edges(copy)));
    for (Vertex v = 0; v < graph.vertex_count(); ++v) {
      ASSERT_EQ(listed(view, out_edges(v, view)), listed(copy, out_edges(v, copy)));
      ASSERT_EQ(listed(view, in_edges(v, view)), listed(copy, in_edges(v, copy)));
      ASSERT_EQ(degree(v, view), degree(v, copy));
      ASSERT_EQ(degree(v, Undirected(view)), degree(v, copy)) << "a loop counts twice";
      const Undirected undirected(view);
      for (auto [at, end] = out_edges(v, undirected); at != end; ++at) ASSERT_EQ(source(*at, undirected), v);
      for (auto [at, end] = in_edges(v, undirected); at != end; ++at) ASSERT_EQ(target(*at, undirected), v);
    }
    ASSERT_EQ(boost_components(Undirected(view)), boost_components(Undirected(copy)));
    expect_near(boost_betweenness(view), boost_betweenness(copy));
    std::vector<std::size_t> a(graph.vertex_count()), b(graph.vertex_count());
    ASSERT_EQ(boost::strong_components(
                  view, boost::make_iterator_property_map(a.begin(), get(boost::vertex_index, view))),
              boost::strong_components(
                  copy, boost::make_iterator_property_map(b.begin(), get(boost::vertex_index, copy))));
    ASSERT_EQ(a, b);
  }
}

}  // namespace
}  // namespace entente
