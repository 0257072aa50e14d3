#pragma once
// Small graphs for tests of the temporal graph, made without claims.

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "graph/edge.hpp"

namespace entente::testing_support {

inline Entity entity(const std::string& id) { return {{id}, id, Kind::Unknown, {}, {}, {}, {}}; }

inline Edge tie(const std::string& subject, const std::string& relation, const std::string& object,
                const Interval& interval) {
  static std::uint64_t last = 0;
  return {{0, ++last}, {subject}, {relation}, {object}, interval, {}, {}, {}};
}

struct RandomGraph {
  std::vector<Entity> entities;
  std::vector<Edge> edges;
};

/// Self-loops, parallel edges and open ends included; edges in no order.
inline RandomGraph random_graph(std::mt19937& random, int vertices, int edges) {
  const auto below = [&](int n) { return std::uniform_int_distribution<int>(0, n - 1)(random); };
  RandomGraph graph;
  for (int v = 0; v < vertices; ++v) graph.entities.push_back(entity("e" + std::to_string(v)));
  static const char* const relations[] = {"member_of", "observer_of", "allied_with"};
  for (int e = 0; e < edges; ++e) {
    const int start = 1990 + below(8), end = start + below(8);
    Interval::First first = Unknown{};
    if (below(5) != 0) first = Date::of_year(start);
    Interval::Last last = NotStated{};
    if (below(3) != 0) last = below(4) == 0 ? Date::of_month(end + 1, 6) : Date::of_year(end);
    if (below(6) == 0) last = Ongoing{Day::from_civil({end + 1, 1, 15})};
    graph.edges.push_back(
        tie(graph.entities[static_cast<std::size_t>(below(vertices))].id.value, relations[below(3)],
            graph.entities[static_cast<std::size_t>(below(vertices))].id.value, {first, last}));
  }
  return graph;
}

}  // namespace entente::testing_support
