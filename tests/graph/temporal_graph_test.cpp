#include "graph/temporal_graph.hpp"

#include <gmock/gmock.h>

#include <random>

#include "graph/error.hpp"
#include "tests/graph/random_graph.hpp"

namespace entente {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using namespace testing_support;

Period during(const char* date) { return Date::parse(date).period(); }

class Csto : public testing::Test {
 protected:
  std::vector<Entity> entities = {entity("armenia"), entity("csto"), entity("serbia"), entity("uzbekistan")};
  std::vector<Edge> edges = {
      tie("armenia", "member_of", "csto", {Date::parse("1994"), Ongoing{*Day::parse("2022-01-29")}}),
      tie("serbia", "observer_of", "csto", {Date::parse("2013"), NotStated{}}),
      tie("uzbekistan", "member_of", "csto", {Date::parse("1994"), Date::parse("1999")}),
      tie("uzbekistan", "member_of", "csto", {Date::parse("2006"), Date::parse("2012")}),
  };
  TemporalGraph graph{entities, edges};

  std::vector<EdgeIndex> held(const GraphView& view) {
    std::vector<EdgeIndex> held;
    for (EdgeIndex edge = 0; edge < graph.edge_count(); ++edge) {
      if (view.holds(edge)) held.push_back(edge);
    }
    return held;
  }
};

TEST_F(Csto, KeepsEntitiesAndEdgesInTheirOrder) {
  ASSERT_EQ(graph.vertex_count(), 4U);
  ASSERT_EQ(graph.edge_count(), 4U);
  EXPECT_EQ(graph.find({"serbia"}), Vertex{2});
  EXPECT_FALSE(graph.find({"nobody"}));
  EXPECT_THAT(graph.out(3), ElementsAre(2, 3));
  EXPECT_THAT(graph.out(1), IsEmpty());
  EXPECT_THAT(graph.in(1), ElementsAre(0, 1, 2, 3));
  for (EdgeIndex e = 0; e < edges.size(); ++e) {
    EXPECT_EQ(graph.id(graph.tail(e)), edges[e].subject);
    EXPECT_EQ(graph.id(graph.head(e)), edges[e].object);
    EXPECT_EQ(graph.relation(e), edges[e].relation);
    EXPECT_EQ(graph.edge_id(e), edges[e].id);
    EXPECT_EQ(graph.readings(e), edges[e].interval.readings());
  }
}

TEST_F(Csto, AViewHoldsWhatHoldsThen) {
  EXPECT_THAT(held(GraphView{graph}), ElementsAre(0, 1, 2, 3));
  EXPECT_THAT(held({graph, {.during = during("1997")}}), ElementsAre(0, 2));
  EXPECT_THAT(held({graph, {.during = during("2008")}}), ElementsAre(0, 3));
  EXPECT_THAT(held({graph, {.during = during("2012")}}), ElementsAre(0, 3));
  EXPECT_THAT(held({graph, {.during = during("2012"), .least = Status::Certain}}), ElementsAre(0));
  EXPECT_THAT(held({graph, {.during = during("2024"), .least = Status::Certain}}), IsEmpty());
  EXPECT_THAT(held({graph, {.during = during("2024"), .least = Status::Presumed}}), ElementsAre(0, 1));
  EXPECT_THAT(held({graph, {.relations = {{"observer_of"}, {"unheard_of"}}}}), ElementsAre(1));
  EXPECT_THAT(held({graph, {.relations = {{"unheard_of"}}}}), IsEmpty());
}

TEST_F(Csto, ViewsComposeAndNeverWiden) {
  const GraphView in_1997{graph, {.during = during("1997")}};
  EXPECT_THAT(held(in_1997.narrowed({.during = during("2008")})), ElementsAre(0));
  EXPECT_THAT(held(in_1997.narrowed({.during = {}})), ElementsAre(0, 2));
  EXPECT_THAT(held(in_1997.narrowed({.relations = {{"observer_of"}}})), IsEmpty());
  EXPECT_THAT(held(in_1997), ElementsAre(0, 2)) << "the view that was narrowed is as it was";
}

TEST(TemporalGraph, EmptyIsAGraph) {
  const TemporalGraph graph({}, {});
  EXPECT_EQ(graph.vertex_count(), 0U);
  EXPECT_EQ(graph.edge_count(), 0U);
  EXPECT_FALSE(graph.find({"x"}));
}

TEST(TemporalGraph, RefusesAnEdgeThatEndsNowhere) {
  const std::vector<Entity> entities = {entity("a")};
  const std::vector<Edge> edges = {tie("a", "member_of", "b", {Unknown{}, NotStated{}})};
  EXPECT_THROW(TemporalGraph(entities, edges), Error);
}

TEST(TemporalGraph, KeepsDaysBeyond32Bits) {
  const std::vector<Entity> entities = {entity("a"), entity("b")};
  const std::vector<Edge> edges = {
      tie("a", "member_of", "b", {Date::parse("Y-170000002"), Date::parse("1999")})};
  const TemporalGraph graph(entities, edges);
  EXPECT_EQ(graph.readings(0), edges[0].interval.readings());
  EXPECT_TRUE(graph.touches(0, during("Y-160000000")));
  EXPECT_FALSE(graph.touches(0, during("2000")));
}

TEST(TemporalGraph, AnswersAsTheEdgesDo) {
  std::mt19937 random(1991);
  for (int round = 0; round < 50; ++round) {
    const RandomGraph sample = random_graph(random, 8, 30);
    const TemporalGraph graph(sample.entities, sample.edges);
    for (const char* date : {"1990", "1992-06", "1994-03-01", "1999", "2010"}) {
      for (EdgeIndex e = 0; e < graph.edge_count(); ++e) {
        const Status status = sample.edges[e].interval.over(during(date));
        ASSERT_EQ(graph.over(e, during(date)), status);
        ASSERT_EQ(graph.touches(e, during(date)), status != Status::No);
        for (const Status least :
             {Status::Certain, Status::Presumed, Status::Part, Status::Possible, Status::No}) {
          ASSERT_EQ(GraphView(graph, {.during = during(date), .least = least}).holds(e), status <= least);
        }
      }
    }
  }
}

}  // namespace
}  // namespace entente
