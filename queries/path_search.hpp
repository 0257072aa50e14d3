#pragma once
// Routes through an undirected graph whose links hold on given days: the part of queries/paths.hpp that knows
// no store, no names and no relations.

#include <cstdint>
#include <set>
#include <vector>

#include "queries/moments.hpp"

namespace entente::detail {

using Node = std::uint32_t;
/// The nodes along a way, both ends included; none twice.
using Route = std::vector<Node>;

/// Links between nodes, at most one between any two.
class RouteGraph {
 public:
  struct Hop {
    Node to;
    const Periods* days;
  };

  /// `breadth[n]` is what passing through n costs.
  explicit RouteGraph(std::vector<std::size_t> breadth)
      : breadth_(std::move(breadth)), hops_(breadth_.size()) {}

  /// Once for each pair. `days` must outlive the graph; they matter for simultaneous searches only.
  void link(Node a, Node b, const Periods& days);

  [[nodiscard]] std::size_t size() const noexcept { return breadth_.size(); }
  [[nodiscard]] const std::vector<Hop>& hops(Node node) const { return hops_[node]; }
  [[nodiscard]] std::size_t breadth(Node node) const { return breadth_[node]; }
  /// The sum over the nodes between the two ends.
  [[nodiscard]] std::size_t breadth(const Route& route) const;
  /// Fewer steps, then less breadth, then the smaller nodes first.
  [[nodiscard]] bool before(const Route& a, const Route& b) const;
  /// The days on which every link of the route holds. REQUIRES: consecutive nodes are linked.
  [[nodiscard]] Periods shared_days(const Route& route) const;

 private:
  std::vector<std::size_t> breadth_;
  std::vector<std::vector<Hop>> hops_;
};

struct RouteQuestion {
  Node from;
  Node to;
  std::size_t max_steps;
  bool simultaneous = false;  ///< all links hold on one and the same day
};

/// The first route in the order of RouteGraph::before; empty when there is none. O(links), times the number
/// of days on which a link begins when simultaneous.
[[nodiscard]] Route best_route(const RouteGraph& graph, const RouteQuestion& question);

/// All routes with the fewest steps, in order; the first `limit` of those found when there are more, see
/// `truncated`.
struct ShortestRoutes {
  std::vector<Route> routes;
  bool truncated = false;
};
[[nodiscard]] ShortestRoutes shortest_routes(const RouteGraph& graph, const RouteQuestion& question,
                                             std::size_t limit);

/// The first `k` routes in order. Yen's algorithm: k · steps searches.
[[nodiscard]] std::vector<Route> best_routes(const RouteGraph& graph, const RouteQuestion& question,
                                             std::size_t k);

}  // namespace entente::detail
