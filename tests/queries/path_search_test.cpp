#include "queries/path_search.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <map>
#include <random>

namespace entente::detail {
namespace {

/// A graph at random, with the links kept beside it for trying every route.
struct RandomGraph {
  std::vector<std::size_t> breadth;
  std::map<std::pair<Node, Node>, Periods> links;
  RouteGraph graph{{}};

  explicit RandomGraph(std::mt19937& random) {
    const Node nodes = 2 + random() % 7;
    for (Node n = 0; n < nodes; ++n) breadth.push_back(random() % 4);
    for (Node a = 0; a < nodes; ++a) {
      for (Node b = a + 1; b < nodes; ++b) {
        if (random() % 5 < 2) continue;
        Periods days;
        for (std::size_t spells = 1 + random() % 2; spells > 0; --spells) {
          const std::int64_t first = static_cast<std::int64_t>(random() % 20);
          days = unite(days, {{Day{first}, Day{first + static_cast<std::int64_t>(random() % 8)}}});
        }
        links[{a, b}] = days;
      }
    }
    graph = RouteGraph(breadth);
    for (const auto& [pair, days] : links) graph.link(pair.first, pair.second, days);
  }

  /// Every route without a loop, in order, by trying all; the days are tried one by one.
  [[nodiscard]] std::vector<Route> all_routes(const RouteQuestion& question) const {
    std::vector<Route> found;
    Route route = {question.from};
    extend(question, route, found);
    std::sort(found.begin(), found.end(), [&](const Route& a, const Route& b) { return graph.before(a, b); });
    return found;
  }

 private:
  [[nodiscard]] const Periods* link(Node a, Node b) const {
    const auto place = links.find(std::minmax(a, b));
    return place == links.end() ? nullptr : &place->second;
  }
  [[nodiscard]] bool holds_at_once(const Route& route) const {
    for (std::int64_t day = 0; day < 40; ++day) {
      bool all = true;
      for (std::size_t i = 0; i + 1 < route.size(); ++i) {
        const Periods& days = *link(route[i], route[i + 1]);
        all = all &&
              std::any_of(days.begin(), days.end(), [&](const Period& p) { return p.contains(Day{day}); });
      }
      if (all) return true;
    }
    return false;
  }
  void extend(const RouteQuestion& question, Route& route, std::vector<Route>& found) const {
    if (route.back() == question.to) {
      if (!question.simultaneous || holds_at_once(route)) found.push_back(route);
      return;
    }
    if (route.size() > question.max_steps) return;
    for (Node next = 0; next < breadth.size(); ++next) {
      if (std::find(route.begin(), route.end(), next) != route.end() || link(route.back(), next) == nullptr)
        continue;
      route.push_back(next);
      extend(question, route, found);
      route.pop_back();
    }
  }
};

class RandomGraphs : public testing::TestWithParam<bool> {
 protected:
  /// Calls `check` with a graph, a question and all the routes that answer it, `count` times.
  template <typename Check>
  void each(unsigned count, const Check& check) {
    for (unsigned seed = 0; seed < count; ++seed) {
      SCOPED_TRACE(seed);
      std::mt19937 random(seed);
      const RandomGraph graph(random);
      const auto node = [&] { return static_cast<Node>(random() % graph.breadth.size()); };
      RouteQuestion question{node(), node(), 1 + random() % 7, GetParam()};
      if (question.from == question.to) continue;
      check(graph.graph, question, graph.all_routes(question));
      if (HasFailure()) return;
    }
  }
};

TEST_P(RandomGraphs, BestRouteIsTheFirstOfAll) {
  each(4'000, [](const RouteGraph& graph, const RouteQuestion& question, const std::vector<Route>& all) {
    EXPECT_EQ(best_route(graph, question), all.empty() ? Route{} : all.front());
  });
}

TEST_P(RandomGraphs, ShortestRoutesAreAllOfThem) {
  each(3'000, [](const RouteGraph& graph, const RouteQuestion& question, std::vector<Route> all) {
    all.erase(
        std::find_if(all.begin(), all.end(), [&](const Route& r) { return r.size() != all.front().size(); }),
        all.end());
    const ShortestRoutes found = shortest_routes(graph, question, 1'000);
    EXPECT_EQ(found.routes, all);
    EXPECT_FALSE(found.truncated);
    if (all.size() > 1) {
      const ShortestRoutes cut = shortest_routes(graph, question, all.size() - 1);
      EXPECT_TRUE(cut.truncated);
      all.pop_back();
      EXPECT_EQ(cut.routes, all);
    }
  });
}

TEST_P(RandomGraphs, BestRoutesAreTheFirstOfAll) {
  each(1'500, [](const RouteGraph& graph, const RouteQuestion& question, std::vector<Route> all) {
    EXPECT_EQ(best_routes(graph, question, 10'000), all);
    if (all.size() > 6) all.resize(6);
    EXPECT_EQ(best_routes(graph, question, 6), all);
  });
}

INSTANTIATE_TEST_SUITE_P(Time, RandomGraphs, testing::Bool(),
                         [](const auto& which) { return which.param ? "Simultaneous" : "Any"; });

}  // namespace
}  // namespace entente::detail
