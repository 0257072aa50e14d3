// Bodies shared by every two entities in every year, against a count that asks for each tie each year.
#include "queries/dyads.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <map>
#include <set>

#include "tests/queries/history.hpp"

namespace entente {
namespace {

using Key = std::tuple<std::string, std::string, std::int64_t>;
using Counts = std::map<Key, std::uint32_t>;

Counts counted(const Store& store, const DyadsQuestion& question) {
  Counts counts;
  DyadEntities known;
  std::vector<Key> order;
  for_each_dyad(
      store, question, [&](const DyadEntities& entities) { known = entities; },
      [&](const Dyad& dyad) {
        const Key key{known.entities.at(dyad.a).id.value, known.entities.at(dyad.b).id.value, dyad.year};
        EXPECT_TRUE(counts.emplace(key, dyad.shared).second);
        order.push_back({std::to_string(100000 + dyad.year), std::get<0>(key) + '/' + std::get<1>(key), 0});
      });
  EXPECT_TRUE(std::is_sorted(order.begin(), order.end()));
  return counts;
}

/// Every edge, every year, every pair.
Counts naive(const Store& store, const DyadsQuestion& question) {
  std::map<std::pair<std::int64_t, std::string>, std::set<std::string>> bodies;
  std::set<std::string> entities;
  const auto edges =
      store.edges({.subject = {}, .relations = question.relations, .object = {}, .during = {}});
  for (const Edge& edge : edges) {
    entities.insert(edge.subject.value);
    for (auto year = *question.first_year; year <= *question.last_year; ++year) {
      const Period period{Day::from_civil({year, 1, 1}), Day::from_civil({year, 12, 31})};
      if (at_least(edge.interval.over(period), question.least)) {
        bodies[{year, edge.subject.value}].insert(edge.object.value);
      }
    }
  }
  Counts counts;
  for (auto year = *question.first_year; year <= *question.last_year; ++year) {
    for (const auto& a : entities) {
      for (const auto& b : entities) {
        if (!(a < b)) continue;
        const auto &of_a = bodies[{year, a}], &of_b = bodies[{year, b}];
        std::uint32_t shared = 0;
        for (const auto& body : of_a) shared += static_cast<std::uint32_t>(of_b.count(body));
        if (shared != 0) counts[{a, b, year}] = shared;
      }
    }
  }
  return counts;
}

TEST(Dyads, CountsYearsOfJoiningAndLeaving) {
  const auto store = history(R"(
source s 2005
a member x 1990-12-31/1992
b member x 1990-01-01/..
b member y 1991/..
a member y 1992/1992
)");
  const Counts counts = counted(**store, {});
  EXPECT_EQ(counts, (Counts{{{"a", "b", 1990}, 1}, {{"a", "b", 1991}, 1}, {{"a", "b", 1992}, 2}}));
}

TEST(Dyads, YearsReachAsFarAsSourcesSpeak) {
  const auto store = history("source s 2003\na member x 2001/..\nb member x 2001/..\n");
  EXPECT_EQ(counted(**store, {}).size(), 3U);
  EXPECT_EQ(counted(**store, {.last_year = 2005}).size(), 5U);  // presumed
  EXPECT_EQ(counted(**store, {.last_year = 2005, .least = Status::Certain}).size(), 2U);
}

TEST(Dyads, ZerosOfThoseThatExist) {
  const auto store = history(R"(
source s 2003
a member x 2001/2002
b member x 2001/2003
c member y 2002/2002
c founded - 2002-05-01
)");
  const Counts counts = counted(**store, {.zeros = true});
  EXPECT_EQ(counts, (Counts{{{"a", "b", 2001}, 1},
                            {{"a", "b", 2002}, 1},
                            {{"a", "c", 2002}, 0},
                            {{"b", "c", 2002}, 0},
                            {{"b", "c", 2003}, 0}}));
}

RC_GTEST_PROP(Dyads, EqualANaiveCount, ()) {
  std::string text = "source s 2010\n";
  const auto ties = *rc::gen::inRange(0, 60);
  const auto entities = *rc::gen::inRange(1, 8), bodies = *rc::gen::inRange(1, 80);
  for (int i = 0; i < ties; ++i) {
    const int first = *rc::gen::inRange(1990, 2004), length = *rc::gen::inRange(0, 9);
    text += "m" + std::to_string(*rc::gen::inRange(0, entities)) + " member b" +
            std::to_string(*rc::gen::inRange(0, bodies)) + ' ' + std::to_string(first) + '/' +
            (length == 8 ? ".." : std::to_string(first + length)) + '\n';
  }
  const auto store = history(text);
  const DyadsQuestion question{.first_year = 1989,
                               .last_year = 2012,
                               .least = *rc::gen::element(Status::Certain, Status::Part, Status::Possible)};
  RC_ASSERT(counted(**store, question) == naive(**store, question));
}

}  // namespace
}  // namespace entente
