#include "export/diagram.hpp"

#include <gmock/gmock.h>

#include <algorithm>

#include "export/columns_layout.hpp"
#include "tests/export/ties.hpp"

namespace entente {
namespace {

using testing::body;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::make_tie;
using testing::state;

const Period in_2008 = asked_period(parse_edtf("2008"));

/// Four members, a suspended one, an observer whose dates are coarse, and one that is none in 2008.
std::vector<Tie> alliance() {
  std::vector<Tie> ties;
  for (const char* name : {"Armenia", "Belarus", "Kazakhstan"}) {
    ties.push_back(make_tie(state(name), relation::member_of, body("CSTO"), "1994", "..", in_2008));
  }
  ties.push_back(make_tie(state("Uzbekistan"), relation::member_of, body("CSTO"), "2006", "2012", in_2008));
  ties.push_back(
      make_tie(state("Uzbekistan"), relation::suspended_from, body("CSTO"), "2007", "..", in_2008));
  ties.push_back(make_tie(state("Afghanistan"), relation::observer_of, body("CSTO"), "200X", "..", in_2008));
  ties.push_back(make_tie(state("Georgia"), relation::member_of, body("CSTO"), "1994", "1999", in_2008));
  return ties;
}

const DiagramNode& node(const Diagram& diagram, const std::string& id) {
  const auto found = std::find_if(diagram.nodes.begin(), diagram.nodes.end(),
                                  [&](const DiagramNode& n) { return n.id.value == id; });
  if (found == diagram.nodes.end()) throw std::runtime_error("no node " + id);
  return *found;
}

const DiagramEdge& edge(const Diagram& diagram, const std::string& from, std::string_view relation) {
  const auto found = std::find_if(diagram.edges.begin(), diagram.edges.end(), [&](const DiagramEdge& e) {
    return e.from.value == from && e.relation.label == relation;
  });
  if (found == diagram.edges.end()) throw std::runtime_error("no edge from " + from);
  return *found;
}

TEST(Diagram, LeavesOutWhatDoesNotHold) {
  const Diagram diagram = network(alliance(), {.when = in_2008});
  EXPECT_EQ(diagram.edges.size(), 6U);
  EXPECT_THROW(node(diagram, "georgia"), std::runtime_error);
}

TEST(Diagram, OneAllianceIsAStarInOrderOfRelationAndDate) {
  const Diagram diagram = network(alliance(), {.when = in_2008, .focus = EntityId{"csto"}});
  EXPECT_EQ(diagram.layout, Layout::Star);
  EXPECT_THAT(diagram.ring, ElementsAre(EntityId{"armenia"}, EntityId{"belarus"}, EntityId{"kazakhstan"},
                                        EntityId{"uzbekistan"}, EntityId{"afghanistan"}));
  EXPECT_TRUE(node(diagram, "csto").hub);
  EXPECT_TRUE(node(diagram, "csto").focus);
  EXPECT_FALSE(node(diagram, "armenia").hub);
}

TEST(Diagram, AStarHasItsDatesInTheNodes) {
  const Diagram diagram = network(alliance(), {.when = in_2008});
  EXPECT_EQ(node(diagram, "armenia").note, "1994–");
  EXPECT_EQ(node(diagram, "uzbekistan").note, "2006–2012\nsuspended 2007–");
  EXPECT_EQ(node(diagram, "afghanistan").note, "observer 2000s–");
  EXPECT_EQ(edge(diagram, "armenia", relation::member_of).label, "");
  const Diagram full = network(alliance(), {.when = in_2008, .full_dates = true});
  EXPECT_EQ(node(full, "uzbekistan").note, "2006 – 2012\nsuspended 2007–");
}

TEST(Diagram, EdgesCarryStatusAndEvidence) {
  const Diagram diagram = network(alliance(), {.when = in_2008});
  EXPECT_EQ(edge(diagram, "armenia", relation::member_of).status, Status::Certain);
  EXPECT_EQ(edge(diagram, "afghanistan", relation::observer_of).status, Status::Possible);
  const std::string& tooltip = edge(diagram, "armenia", relation::member_of).tooltip;
  EXPECT_THAT(tooltip, HasSubstr("Armenia – member – CSTO"));
  EXPECT_THAT(tooltip, HasSubstr("1994/..: certain"));
  EXPECT_THAT(tooltip, HasSubstr("“Armenia joined CSTO in 1994.” (The alliances of Eurasia, 2022-01-29)"));
  EXPECT_EQ(edge(diagram, "armenia", relation::member_of).url, "https://example.org/alliances");
}

TEST(Diagram, SpellsOfOnePairAreOneLine) {
  const std::vector<Tie> ties = {
      make_tie(state("Uzbekistan"), relation::member_of, body("CSTO"), "2006", "2012"),
      make_tie(state("Uzbekistan"), relation::member_of, body("CSTO"), "1994", "1999")};
  const Diagram diagram = network(ties);
  ASSERT_EQ(diagram.edges.size(), 1U);
  EXPECT_EQ(diagram.edges[0].label, "1994–1999\n2006–2012");
  EXPECT_EQ(diagram.edges[0].key, ties[1].edge.to_string() + "+" + ties[0].edge.to_string());
  EXPECT_TRUE(diagram.edges[0].ended);
}

TEST(Diagram, DisputedIsSaid) {
  std::vector<Tie> ties = {
      make_tie(state("Albania"), relation::member_of, body("Warsaw Pact"), "1955", "1968")};
  ties[0].disputes.push_back({Dispute::End::Last, {{Date::parse("1968"), {}}, {Date::parse("1961"), {}}}});
  const Diagram diagram = network(ties);
  EXPECT_TRUE(diagram.edges[0].disputed);
  EXPECT_EQ(diagram.edges[0].label, "1955–1968\ndisputed");
  EXPECT_THAT(diagram.edges[0].tooltip, HasSubstr("disputed"));
}

std::vector<Tie> two_alliances() {
  std::vector<Tie> ties;
  for (const char* name : {"Armenia", "Russia"}) {
    ties.push_back(make_tie(state(name), relation::member_of, body("CSTO"), "1994", ".."));
    ties.push_back(make_tie(state(name), relation::member_of, body("EAEU"), "2015", ".."));
  }
  ties.push_back(make_tie(state("Tajikistan"), relation::member_of, body("CSTO"), "1994", ".."));
  ties.push_back(make_tie(state("Estonia"), relation::member_of, body("NATO"), "2004-03-29", ".."));
  ties.push_back(make_tie(state("Latvia"), relation::member_of, body("NATO"), "2004-03-29", ".."));
  return ties;
}

TEST(Diagram, SeveralAlliancesAreColumnsWithClusters) {
  const Diagram diagram = network(two_alliances());
  EXPECT_EQ(diagram.layout, Layout::Columns);
  ASSERT_EQ(diagram.clusters.size(), 2U);
  EXPECT_EQ(diagram.clusters[0].label, "CSTO · EAEU");
  EXPECT_THAT(diagram.clusters[0].members, ElementsAre(EntityId{"armenia"}, EntityId{"russia"}));
  EXPECT_EQ(diagram.clusters[1].label, "NATO");
  EXPECT_THAT(network(two_alliances(), {.clusters = false}).clusters, IsEmpty());
  EXPECT_EQ(edge(diagram, "estonia", relation::member_of).label, "2004–");
}

TEST(Diagram, HubsHaveColoursOfTheirOwnTheFocusTheFirst) {
  const Diagram diagram = network(two_alliances(), {.focus = EntityId{"nato"}});
  EXPECT_EQ(node(diagram, "nato").palette, 0U);
  EXPECT_EQ(node(diagram, "csto").palette, 1U);
  EXPECT_EQ(node(diagram, "eaeu").palette, 2U);
  EXPECT_EQ(edge(diagram, "estonia", relation::member_of).palette, 0U);
  EXPECT_EQ(node(diagram, "estonia").palette, std::nullopt);
}

TEST(Diagram, ColumnsHaveEveryHubOnOneSide) {
  const ColumnsLayout layout = columns_layout(network(two_alliances(), {.focus = EntityId{"nato"}}));
  EXPECT_THAT(layout.left, ::testing::UnorderedElementsAre(EntityId{"nato"}, EntityId{"eaeu"}));
  EXPECT_THAT(layout.right, ElementsAre(EntityId{"csto"}));
}

TEST(Diagram, TheOrderOfTheTiesDoesNotMatter) {
  std::vector<Tie> ties = two_alliances();
  const Diagram first = network(ties);
  std::reverse(ties.begin(), ties.end());
  const Diagram second = network(ties);
  ASSERT_EQ(first.edges.size(), second.edges.size());
  for (std::size_t i = 0; i < first.edges.size(); ++i) {
    EXPECT_EQ(first.edges[i].key, second.edges[i].key);
    EXPECT_EQ(first.edges[i].tooltip, second.edges[i].tooltip);
  }
  EXPECT_EQ(first.title + first.subtitle + first.source, second.title + second.subtitle + second.source);
}

TEST(Diagram, AChainOfSuccessorsIsLayers) {
  const std::vector<Tie> ties = {make_tie(body("CSTO"), relation::successor_of, body("CST"), "2002", ""),
                                 make_tie(state("Armenia"), relation::member_of, body("CSTO"), "2002", "")};
  EXPECT_EQ(network(ties).layout, Layout::Layers);
}

TEST(Diagram, TooManyLinesAreACloudWithoutLabels) {
  std::vector<Tie> ties;
  for (int i = 0; i < 80; ++i) {
    ties.push_back(
        make_tie(state("State " + std::to_string(i)), relation::member_of, body("UN"), "1945", ""));
    ties.push_back(
        make_tie(state("State " + std::to_string(i)), relation::member_of, body("UPU"), "1945", ""));
  }
  const Diagram diagram = network(ties);
  EXPECT_EQ(diagram.layout, Layout::Cloud);
  EXPECT_EQ(diagram.edges.front().label, "");
}

TEST(Diagram, SaysWhatItShows) {
  const Diagram diagram = network(alliance(), {.when = in_2008, .focus = EntityId{"csto"}});
  EXPECT_EQ(diagram.title, "CSTO");
  EXPECT_EQ(diagram.subtitle, "In 2008 · 5 certain · 1 possible · clockwise from the top by date");
  EXPECT_EQ(diagram.source, "Source: The alliances of Eurasia");
  const Diagram named = network(alliance(), {.when = in_2008, .title = "A", .subtitle = "B", .source = "C"});
  EXPECT_EQ(named.title + named.subtitle + named.source, "ABC");
}

TEST(Diagram, UsesTheNamesItIsGiven) {
  const Diagram diagram = network(alliance(), {.when = in_2008, .names = {{EntityId{"csto"}, "ОДКБ"}}});
  EXPECT_EQ(node(diagram, "csto").name, "ОДКБ");
}

TEST(Diagram, OfNothingIsEmpty) {
  const Diagram diagram = network({});
  EXPECT_THAT(diagram.nodes, IsEmpty());
  EXPECT_THAT(diagram.edges, IsEmpty());
}

}  // namespace
}  // namespace entente
