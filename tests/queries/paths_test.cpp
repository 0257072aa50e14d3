#include "queries/paths.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <set>

#include "graph/error.hpp"
#include "tests/queries/random_history.hpp"

namespace entente {
namespace {

using Names = std::vector<std::string>;

/// The fewest steps that serve, by trying every way over the edges; where `at_once`, day by day.
class Trial {
 public:
  Trial(const Store& store, const PathQuestion& question) : edges_(store.edges({})), question_(question) {}

  std::set<Names> shortest() {
    for (std::size_t steps = 1; steps <= 6; ++steps) {
      Names way = {question_.from.value};
      extend(way, steps);
      if (!found_.empty()) break;
    }
    return found_;
  }

 private:
  bool serves(const Edge& edge, const std::string& a, const std::string& b) const {
    const bool between = (edge.subject.value == a && edge.object.value == b) ||
                         (edge.subject.value == b && edge.object.value == a);
    return between && (question_.time == PathTime::Simultaneous || !question_.when ||
                       at_least(edge.interval.over(*question_.when), question_.least));
  }
  bool serves(const Names& way) const {
    for (std::size_t i = 0; i + 1 < way.size(); ++i) {
      if (std::none_of(edges_.begin(), edges_.end(),
                       [&](const Edge& e) { return serves(e, way[i], way[i + 1]); })) {
        return false;
      }
    }
    return question_.time == PathTime::Any || at_once(way);
  }
  bool at_once(const Names& way) const {
    const Period tried = question_.when.value_or(period("1998/2012"));
    for (Day day = tried.first; day <= tried.last; day = day.next()) {
      bool all = true;
      for (std::size_t i = 0; all && i + 1 < way.size(); ++i) {
        all = std::any_of(edges_.begin(), edges_.end(), [&](const Edge& e) {
          return serves(e, way[i], way[i + 1]) && at_least(e.interval.over({day, day}), question_.least);
        });
      }
      if (all) return true;
    }
    return false;
  }
  void extend(Names& way, std::size_t steps) {
    if (steps == 0) {
      if (way.back() == question_.to.value && serves(way)) found_.insert(way);
      return;
    }
    static const Names everyone = {"m0", "m1", "m2", "m3", "m4", "m5", "b0", "b1", "b2", "b3"};
    for (const std::string& next : everyone) {
      if (std::find(way.begin(), way.end(), next) != way.end()) continue;
      if (std::none_of(edges_.begin(), edges_.end(),
                       [&](const Edge& e) { return serves(e, way.back(), next); }))
        continue;
      way.push_back(next);
      extend(way, steps - 1);
      way.pop_back();
    }
  }

  std::vector<Edge> edges_;
  PathQuestion question_;
  std::set<Names> found_;
};

Names names_of(const Path& path) {
  Names names = {path.steps.front().from.id.value};
  for (const PathStep& step : path.steps) names.push_back(step.to.id.value);
  return names;
}

TEST(Paths, AreThoseThatTryingEveryWayFinds) {
  std::size_t connected = 0;
  for (unsigned seed = 0; seed < 40; ++seed) {
    std::mt19937 random(seed);
    const auto store = history(random_history(random));
    for (unsigned i = 0; i < 6; ++i) {
      SCOPED_TRACE(testing::Message() << "seed " << seed << " question " << i);
      PathQuestion question{.from = {"m" + std::to_string(random() % 3)},
                            .to = {"m" + std::to_string(3 + random() % 3)},
                            .time = i % 2 == 0 ? PathTime::Simultaneous : PathTime::Any,
                            .relations = {},
                            .count = PathCount::AllShortest,
                            .least = random() % 2 == 0 ? Status::Possible : Status::Certain,
                            .evidence = false};
      if (i > 1) question.when = random_period(random);
      if (question.time == PathTime::Any && !question.when) question.least = Status::Possible;
      const Paths answer = paths(**store, question);
      std::set<Names> found;
      for (const Path& path : answer.paths) {
        found.insert(names_of(path));
        for (const PathStep& step : path.steps) EXPECT_FALSE(step.ties.empty());
      }
      EXPECT_EQ(found, Trial(**store, question).shortest());
      connected += found.empty() ? 0 : 1;
    }
  }
  EXPECT_GT(connected, 100U);
}

TEST(Paths, RefuseToFindNone) {
  const TemporaryStore store;
  const auto refusal = [&](const PathQuestion& question) -> std::string {
    try {
      (void)paths(*store, question);
    } catch (const Error& error) {
      return std::string(name_of(error.code())) + ": " + error.what();
    }
    return "answered";
  };
  EXPECT_EQ(refusal({.from = {"a"}, .to = {"b"}, .k = 0}),
            "invalid-argument: at least one path must be asked for");
  EXPECT_EQ(refusal({.from = {"a"}, .to = {"b"}, .limit = 0}),
            "invalid-argument: at least one path must be asked for");
  EXPECT_EQ(refusal({.from = {"a"}, .to = {"b"}, .max_steps = 0}),
            "invalid-argument: a path has at least one step: at most 0 steps leave none");
  EXPECT_EQ(refusal({.from = {"a"}, .to = {"a"}}),
            "invalid-argument: a path leads from one entity to another: both ends are a");
}

TEST(Paths, OfTheUnknownAreNone) {
  const TemporaryStore store;
  EXPECT_THAT(paths(*store, {.from = {"a"}, .to = {"b"}}).paths, testing::IsEmpty());
}

}  // namespace
}  // namespace entente
