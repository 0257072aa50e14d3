#include "queries/path_search.hpp"

#include <algorithm>
#include <limits>
#include <optional>
#include <unordered_map>
#include <utility>

namespace entente::detail {

namespace {

/// What a search may not use: Yen's algorithm looks for detours.
struct Detour {
  std::vector<bool> closed;   ///< nodes already passed
  std::set<Node> not_next;    ///< first nodes of the routes already known
  Periods days = {all_time};  ///< on which the way so far holds
};

/// A breadth-first search in levels. A node of a level is reached by the best route of that many steps:
/// parents are compared by breadth, then by the order of their routes, so what is best for a node extends
/// what is best for its parent.
class LevelSearch {
 public:
  LevelSearch(const RouteGraph& graph, const Detour& detour) : graph_(graph), detour_(detour) {}

  /// Nothing when `to` is more than `max_steps` away. With a day, over the links of that day.
  std::optional<Route> run(Node from, Node to, std::size_t max_steps, std::optional<Day> day) {
    reached_.assign(graph_.size(), {});
    reached_[from] = {from, 0, 0, true};
    std::vector<Node> level = {from};
    for (std::size_t steps = 0; steps < max_steps && !level.empty(); ++steps) {
      const bool first = steps == 0;
      level = next_level(level, day, first);
      if (reached_[to].seen) return route_to(from, to);
    }
    return std::nullopt;
  }

 private:
  struct Reached {
    Node parent = 0;
    std::size_t breadth = 0;
    std::size_t rank = 0;  ///< the place of its route among those of its level, compared node by node
    bool seen = false;
  };

  std::vector<Node> next_level(const std::vector<Node>& level, const std::optional<Day>& day, bool first) {
    std::vector<Node> found;
    for (const Node node : level) {
      for (const RouteGraph::Hop& hop : graph_.hops(node)) {
        if (detour_.closed[hop.to] || reached_[hop.to].seen) continue;
        if (first && detour_.not_next.count(hop.to) != 0) continue;
        if (day && !holds(*hop.days, *day)) continue;
        if (is_new(hop.to)) {
          found.push_back(hop.to);
          parent_of_[hop.to] = node;
        } else if (better_parent(node, parent_of_[hop.to])) {
          parent_of_[hop.to] = node;
        }
      }
    }
    std::sort(found.begin(), found.end(), [this](Node a, Node b) {
      return std::pair(reached_[parent_of_[a]].rank, a) < std::pair(reached_[parent_of_[b]].rank, b);
    });
    for (std::size_t rank = 0; rank < found.size(); ++rank) {
      const Node parent = parent_of_[found[rank]];
      reached_[found[rank]] = {parent, reached_[parent].breadth + graph_.breadth(found[rank]), rank, true};
    }
    parent_of_.clear();
    return found;
  }

  bool is_new(Node node) const { return parent_of_.find(node) == parent_of_.end(); }
  bool better_parent(Node a, Node b) const {
    return std::pair(reached_[a].breadth, reached_[a].rank) <
           std::pair(reached_[b].breadth, reached_[b].rank);
  }
  static bool holds(const Periods& days, Day day) {
    return std::any_of(days.begin(), days.end(), [day](const Period& p) { return p.contains(day); });
  }
  Route route_to(Node from, Node to) const {
    Route route = {to};
    while (route.back() != from) route.push_back(reached_[route.back()].parent);
    std::reverse(route.begin(), route.end());
    return route;
  }

  const RouteGraph& graph_;
  const Detour& detour_;
  std::vector<Reached> reached_;
  std::unordered_map<Node, Node> parent_of_;
};

/// Links that hold together do so on the day on which the last of them begins, so these days are all that a
/// simultaneous search has to look at.
std::vector<Day> days_to_try(const RouteGraph& graph, Node from, Node to, const Periods& within) {
  const auto days_at = [&](Node node) {
    Periods days;
    for (const RouteGraph::Hop& hop : graph.hops(node))
      days.insert(days.end(), hop.days->begin(), hop.days->end());
    return unite({}, days);
  };
  const Periods both = intersect(intersect(days_at(from), days_at(to)), within);
  std::vector<Day> days;
  for (Node node = 0; node < graph.size(); ++node) {
    for (const RouteGraph::Hop& hop : graph.hops(node)) {
      for (const Period& period : *hop.days) {
        if (covers(both, {period.first, period.first})) days.push_back(period.first);
      }
    }
  }
  std::sort(days.begin(), days.end());
  days.erase(std::unique(days.begin(), days.end()), days.end());
  return days;
}

/// The best way from `question.from` that the detour leaves, as a route of its own.
Route best_detour(const RouteGraph& graph, const RouteQuestion& question, const Detour& detour) {
  LevelSearch search(graph, detour);
  if (!question.simultaneous) {
    return search.run(question.from, question.to, question.max_steps, std::nullopt).value_or(Route{});
  }
  Route best;
  for (const Day day : days_to_try(graph, question.from, question.to, detour.days)) {
    const std::size_t steps = best.empty() ? question.max_steps : best.size() - 1;
    const auto route = search.run(question.from, question.to, steps, day);
    if (route && (best.empty() || graph.before(*route, best))) best = *route;
  }
  return best;
}

std::vector<std::size_t> steps_to(const RouteGraph& graph, Node to, const std::optional<Day>& day) {
  std::vector<std::size_t> steps(graph.size(), std::numeric_limits<std::size_t>::max());
  std::vector<Node> queue = {to};
  steps[to] = 0;
  for (std::size_t i = 0; i < queue.size(); ++i) {
    for (const RouteGraph::Hop& hop : graph.hops(queue[i])) {
      const bool open = !day || std::any_of(hop.days->begin(), hop.days->end(),
                                            [&](const Period& p) { return p.contains(*day); });
      if (open && steps[hop.to] == std::numeric_limits<std::size_t>::max()) {
        steps[hop.to] = steps[queue[i]] + 1;
        queue.push_back(hop.to);
      }
    }
  }
  return steps;
}

/// Every way down from the end of `route` to the node that `steps` counts from; stops at `most` routes.
void descend(const RouteGraph& graph, const std::vector<std::size_t>& steps, const std::optional<Day>& day,
             std::size_t most, Route& route, std::set<Route>& found) {
  if (found.size() >= most) return;
  const Node node = route.back();
  if (steps[node] == 0) {
    found.insert(route);
    return;
  }
  for (const RouteGraph::Hop& hop : graph.hops(node)) {
    if (steps[hop.to] + 1 != steps[node]) continue;
    if (day &&
        std::none_of(hop.days->begin(), hop.days->end(), [&](const Period& p) { return p.contains(*day); })) {
      continue;
    }
    route.push_back(hop.to);
    descend(graph, steps, day, most, route, found);
    route.pop_back();
  }
}

Detour no_detour(const RouteGraph& graph) {
  return Detour{std::vector<bool>(graph.size(), false), {}, {all_time}};
}

}  // namespace

void RouteGraph::link(Node a, Node b, const Periods& days) {
  hops_[a].push_back({b, &days});
  hops_[b].push_back({a, &days});
}

std::size_t RouteGraph::breadth(const Route& route) const {
  std::size_t sum = 0;
  for (std::size_t i = 1; i + 1 < route.size(); ++i) sum += breadth_[route[i]];
  return sum;
}

bool RouteGraph::before(const Route& a, const Route& b) const {
  if (a.size() != b.size()) return a.size() < b.size();
  const std::size_t breadth_a = breadth(a), breadth_b = breadth(b);
  return breadth_a != breadth_b ? breadth_a < breadth_b : a < b;
}

Periods RouteGraph::shared_days(const Route& route) const {
  Periods shared = {all_time};
  for (std::size_t i = 0; i + 1 < route.size(); ++i) {
    const auto hop = std::find_if(hops_[route[i]].begin(), hops_[route[i]].end(),
                                  [&](const Hop& h) { return h.to == route[i + 1]; });
    shared = intersect(shared, *hop->days);
  }
  return shared;
}

Route best_route(const RouteGraph& graph, const RouteQuestion& question) {
  if (question.from == question.to) return {};
  return best_detour(graph, question, no_detour(graph));
}

ShortestRoutes shortest_routes(const RouteGraph& graph, const RouteQuestion& question, std::size_t limit) {
  const Route best = best_route(graph, question);
  if (best.empty()) return {};
  // Enough to put the best first among those found; a graph may hold exponentially many.
  const std::size_t most = std::max<std::size_t>(limit + 1, 20'000);
  std::set<Route> found;
  const auto collect = [&](const std::optional<Day>& day) {
    const std::vector<std::size_t> steps = steps_to(graph, question.to, day);
    if (steps[question.from] != best.size() - 1) return;
    Route route = {question.from};
    descend(graph, steps, day, most, route, found);
  };
  if (question.simultaneous) {
    for (const Day day : days_to_try(graph, question.from, question.to, {all_time})) collect(day);
  } else {
    collect(std::nullopt);
  }
  found.insert(best);
  ShortestRoutes shortest{{found.begin(), found.end()}, found.size() > limit};
  std::sort(shortest.routes.begin(), shortest.routes.end(),
            [&](const Route& a, const Route& b) { return graph.before(a, b); });
  if (shortest.truncated) shortest.routes.resize(limit);
  return shortest;
}

std::vector<Route> best_routes(const RouteGraph& graph, const RouteQuestion& question, std::size_t k) {
  std::vector<Route> best;
  const auto earlier = [&](const Route& a, const Route& b) { return graph.before(a, b); };
  std::set<Route, decltype(earlier)> waiting(earlier);
  if (Route first = best_route(graph, question); !first.empty()) waiting.insert(std::move(first));
  while (!waiting.empty() && best.size() < k) {
    best.push_back(*waiting.begin());
    waiting.erase(waiting.begin());
    const Route last = best.back();
    Detour detour = no_detour(graph);
    for (std::size_t i = 0; i + 1 < last.size(); ++i) {
      const Route root(last.begin(), last.begin() + static_cast<std::ptrdiff_t>(i) + 1);
      detour.not_next.clear();
      for (const Route& known : best) {
        if (known.size() > i + 1 && std::equal(root.begin(), root.end(), known.begin())) {
          detour.not_next.insert(known[i + 1]);
        }
      }
      if (question.simultaneous) detour.days = graph.shared_days(root);
      const RouteQuestion onward{last[i], question.to, question.max_steps - i, question.simultaneous};
      const Route spur = best_detour(graph, onward, detour);
      if (!spur.empty()) {
        Route whole = root;
        whole.insert(whole.end(), spur.begin() + 1, spur.end());
        waiting.insert(std::move(whole));
      }
      detour.closed[last[i]] = true;
    }
  }
  return best;
}

}  // namespace entente::detail
