#include "export/dot.hpp"

#include <cgraph.h>
#include <gmock/gmock.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <map>
#include <memory>
#include <set>
#include <sstream>

#include "tests/export/hostile_names.hpp"
#include "tests/export/ties.hpp"

namespace entente {
namespace {

using testing::body;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing::make_tie;
using ::testing::Not;
using testing::state;

/// A drawing as Graphviz's own reader sees it.
class ReadBack {
 public:
  explicit ReadBack(const std::string& dot) : graph_(agmemread(dot.c_str()), &agclose) {
    if (!graph_) throw std::runtime_error("not DOT: " + dot);
  }
  [[nodiscard]] Agraph_t* graph() const { return graph_.get(); }
  [[nodiscard]] std::string of_graph(const char* attribute) const { return text(graph_.get(), attribute); }
  [[nodiscard]] std::string of_node(const char* name, const char* attribute) const {
    Agnode_t* node = agnode(graph_.get(), const_cast<char*>(name), 0);
    return node == nullptr ? "no such node" : text(node, attribute);
  }
  [[nodiscard]] std::string of_edge(const char* from, const char* to, std::string_view relation,
                                    const char* attribute) const {
    Agnode_t* tail = agnode(graph_.get(), const_cast<char*>(from), 0);
    if (tail == nullptr) return "no such node";
    for (Agedge_t* e = agfstout(graph_.get(), tail); e != nullptr; e = agnxtout(graph_.get(), e)) {
      if (agnameof(aghead(e)) != std::string(to) || text(e, "relation") != relation) continue;
      // To Graphviz the key is the edge's name.
      if (attribute == std::string_view("key")) return agnameof(e);
      return text(e, attribute);
    }
    return "no such edge";
  }
  [[nodiscard]] std::set<std::string> members_of(const char* subgraph) const {
    std::set<std::string> names;
    Agraph_t* part = agsubg(graph_.get(), const_cast<char*>(subgraph), 0);
    if (part == nullptr) return names;
    for (Agnode_t* n = agfstnode(part); n != nullptr; n = agnxtnode(part, n)) names.insert(agnameof(n));
    return names;
  }

 private:
  static std::string text(void* object, const char* attribute) {
    const char* value = agget(object, const_cast<char*>(attribute));
    return value == nullptr ? "" : value;
  }
  std::unique_ptr<Agraph_t, int (*)(Agraph_t*)> graph_;
};

const Period in_2008 = asked_period(parse_edtf("2008"));

Diagram csto_2008() {
  std::vector<Tie> ties;
  for (const char* name : {"Armenia", "Belarus", "Kazakhstan", "Kyrgyzstan", "Russia", "Tajikistan"}) {
    ties.push_back(make_tie(state(name), relation::member_of, body("CSTO"), "1994", "..", in_2008));
  }
  ties.push_back(make_tie(state("Uzbekistan"), relation::member_of, body("CSTO"), "2006", "2012", in_2008));
  ties.push_back(make_tie(state("Uzbekistan"), relation::suspended_from, body("CSTO"), "2007", "", in_2008));
  ties.push_back(make_tie(state("Afghanistan"), relation::observer_of, body("CSTO"), "200X", "..", in_2008));
  ties[0].disputes.push_back({});
  return network(ties, {.when = in_2008, .focus = EntityId{"csto"}, .title = "The CSTO in 2008"});
}

Diagram two_alliances() {
  std::vector<Tie> ties;
  for (const char* name : {"Armenia", "Russia"}) {
    ties.push_back(make_tie(state(name), relation::member_of, body("CSTO"), "1994", ".."));
    ties.push_back(make_tie(state(name), relation::member_of, body("EAEU"), "2015", ".."));
  }
  ties.push_back(make_tie(state("Estonia"), relation::member_of, body("NATO"), "2004-03-29", ".."));
  ties.push_back(make_tie(state("Latvia"), relation::member_of, body("NATO"), "2004-03-29", "2010"));
  return network(ties, {.title = "Two alliances"});
}

TEST(Dot, TellsKindsApartByShapeAndColour) {
  std::vector<Tie> ties;
  const std::pair<Kind, const char*> shapes[] = {{Kind::State, "box"},     {Kind::Organisation, "ellipse"},
                                                 {Kind::Treaty, "note"},   {Kind::Person, "oval"},
                                                 {Kind::Group, "hexagon"}, {Kind::Place, "house"},
                                                 {Kind::Unknown, "box"}};
  for (const auto& [kind, shape] : shapes) {
    EntityRef member = state(name_of(kind));
    member.kind = kind;
    ties.push_back(make_tie(member, relation::member_of, body("Body"), "2000", ""));
  }
  const ReadBack drawing(to_dot(network(ties)));
  std::set<std::string> looks;
  for (const auto& [kind, shape] : shapes) {
    EXPECT_EQ(drawing.of_node(name_of(kind), "shape"), shape);
    EXPECT_EQ(drawing.of_node(name_of(kind), "kind"), name_of(kind));
    looks.insert(drawing.of_node(name_of(kind), "shape") + drawing.of_node(name_of(kind), "style") +
                 drawing.of_node(name_of(kind), "color"));
    EXPECT_THAT(drawing.of_graph("label"), HasSubstr(std::string(">") + name_of(kind) + "<"))
        << "in the legend";
  }
  EXPECT_EQ(looks.size(), std::size(shapes));
}

TEST(Dot, TellsRelationsApartByLine) {
  const std::string_view relations[] = {
      relation::member_of,  relation::observer_of,    relation::candidate_of,
      relation::partner_of, relation::suspended_from, relation::signatory_of,
      relation::party_to,   relation::part_of,        relation::successor_of};
  std::vector<Tie> ties;
  for (const std::string_view relation : relations) {
    ties.push_back(
        make_tie(state("Armenia"), relation, body("Body"), "2000", "2010", asked_period(parse_edtf("2005"))));
  }
  const ReadBack drawing(to_dot(network(ties, {.when = in_2008})));
  std::set<std::string> lines;
  for (const std::string_view relation : relations) {
    lines.insert(drawing.of_edge("armenia", "body", relation, "style") + ' ' +
                 drawing.of_edge("armenia", "body", relation, "arrowhead"));
    EXPECT_THAT(drawing.of_graph("label"),
                HasSubstr('>' + event_name(Event::Held, {std::string(relation)}) + '<'));
  }
  EXPECT_EQ(lines.size(), std::size(relations));
}

TEST(Dot, TellsStatusesApartByLine) {
  const ReadBack drawing(to_dot(csto_2008()));
  EXPECT_EQ(drawing.of_edge("armenia", "csto", "member_of", "status"), "certain");
  EXPECT_EQ(drawing.of_edge("armenia", "csto", "member_of", "style"), "solid");
  EXPECT_EQ(drawing.of_edge("afghanistan", "csto", "observer_of", "status"), "possible");
  EXPECT_EQ(drawing.of_edge("afghanistan", "csto", "observer_of", "style"), "dashed");
  EXPECT_EQ(drawing.of_edge("uzbekistan", "csto", "suspended_from", "status"), "presumed");
  EXPECT_LT(std::stod(drawing.of_edge("uzbekistan", "csto", "suspended_from", "penwidth")),
            std::stod(drawing.of_edge("armenia", "csto", "member_of", "penwidth")));
  EXPECT_THAT(drawing.of_graph("label"), HasSubstr("possible"));
  EXPECT_THAT(drawing.of_graph("label"), HasSubstr("presumed"));
}

TEST(Dot, HasTitleDateSourceAndEvidence) {
  const ReadBack drawing(to_dot(csto_2008()));
  EXPECT_THAT(drawing.of_graph("label"), HasSubstr("<B>The CSTO in 2008</B>"));
  EXPECT_THAT(drawing.of_graph("label"), HasSubstr("In 2008 · 7 certain"));
  EXPECT_THAT(drawing.of_graph("label"), HasSubstr("Source: The alliances of Eurasia"));
  EXPECT_THAT(drawing.of_edge("armenia", "csto", "member_of", "edgetooltip"),
              HasSubstr("Armenia joined CSTO in 1994."));
  EXPECT_EQ(drawing.of_edge("armenia", "csto", "member_of", "URL"), "https://example.org/alliances");
  EXPECT_EQ(drawing.of_edge("armenia", "csto", "member_of", "disputed"), "true");
  EXPECT_EQ(drawing.of_edge("armenia", "csto", "member_of", "spells"), "1994/..");
  EXPECT_THAT(drawing.of_node("armenia", "label"), HasSubstr("1994–"));
  EXPECT_THAT(drawing.of_node("armenia", "label"), HasSubstr("disputed"));
}

TEST(Dot, AStarIsPlacedAroundItsHub) {
  const ReadBack drawing(to_dot(csto_2008()));
  EXPECT_EQ(drawing.of_graph("layout"), "neato");
  EXPECT_EQ(drawing.of_graph("splines"), "line");
  EXPECT_EQ(drawing.of_node("csto", "pos"), "0,0!");
  std::set<std::string> places;
  for (Agnode_t* n = agfstnode(drawing.graph()); n != nullptr; n = agnxtnode(drawing.graph(), n)) {
    places.insert(agget(n, const_cast<char*>("pos")));
  }
  EXPECT_EQ(places.size(), 9U);
}

TEST(Dot, SeveralAlliancesHaveClustersAndDatesInTheBoxes) {
  const ReadBack drawing(to_dot(two_alliances()));
  EXPECT_EQ(drawing.of_graph("layout"), "dot");
  EXPECT_THAT(drawing.members_of("cluster_0"), ElementsAre("armenia", "russia"));
  EXPECT_THAT(drawing.members_of("cluster_1"), ElementsAre("estonia", "latvia"));
  const std::string port = drawing.of_edge("armenia", "eaeu", "member_of", "tailport");
  EXPECT_THAT(port, ::testing::MatchesRegex("tie[0-9]+:[we]"));
  EXPECT_THAT(drawing.of_node("armenia", "label"),
              HasSubstr("PORT=\"" + port.substr(0, port.find(':')) + '"'));
  EXPECT_THAT(drawing.of_node("armenia", "label"), HasSubstr("2015–"));
}

TEST(Dot, WhatEndedIsFaint) {
  const ReadBack drawing(to_dot(two_alliances()));
  EXPECT_EQ(drawing.of_edge("latvia", "nato", "member_of", "color"),
            drawing.of_edge("estonia", "nato", "member_of", "color") + "66");
  EXPECT_THAT(drawing.of_graph("label"), HasSubstr(">ended<"));
}

TEST(Dot, KeysOfEdgesAreStable) {
  const std::vector<Tie> ties = {make_tie(state("Armenia"), relation::member_of, body("CSTO"), "1994", "..")};
  const ReadBack drawing(to_dot(network(ties)));
  EXPECT_EQ(drawing.of_edge("armenia", "csto", "member_of", "key"), ties[0].edge.to_string());
}

/// Names that break drawings which do not escape them: in every place where a name or a quotation goes.
TEST(Dot, SurvivesHostileText) {
  for (const std::string& name : testing::hostile_names()) {
    EntityRef who = state("Member");
    who.name = name;
    EntityRef what = body("Body");
    what.name = name;
    EntityRef odd = state("Odd");
    odd.id.value = name;
    std::vector<Tie> ties = {make_tie(who, relation::member_of, what, "1994", ".."),
                             make_tie(odd, name, what, "1994", ".."),
                             make_tie(who, relation::observer_of, body("Other"), "1994", "..")};
    ties[0].proofs[0].claim.evidence.text = name;
    ties[0].proofs[0].source.title = name;
    ties[0].proofs[0].source.url = "https://example.org/" + name;
    const std::string dot = to_dot(network(ties, {.title = name, .subtitle = name, .source = name}));
    const ReadBack drawing(dot);
    EXPECT_EQ(agnnodes(drawing.graph()), 4) << dot;
    EXPECT_EQ(agnedges(drawing.graph()), 3) << dot;
  }
}

TEST(Dot, OnlyAddressesOfTheWebBecomeLinks) {
  std::vector<Tie> ties = {make_tie(state("Armenia"), relation::member_of, body("CSTO"), "1994", "..")};
  ties[0].proofs[0].source.url = "javascript:alert(1)";
  EXPECT_THAT(to_dot(network(ties)), Not(HasSubstr("javascript")));
}

TEST(Dot, IsValidUtf8OnEveryLine) {
  std::vector<Tie> ties = {make_tie(state("Armenia"), relation::member_of, body("CSTO"), "1994", "..")};
  ties[0].proofs[0].claim.evidence.text.clear();
  for (int i = 0; i < 60; ++i) ties[0].proofs[0].claim.evidence.text += "Договор";
  const std::string dot = to_dot(network(ties));
  EXPECT_THAT(dot, Not(HasSubstr("\\\n"))) << "a long string is broken, perhaps within a character";
}

/// Red when the drawing changes: look at the picture (entente export --format png), and if it is as good or
/// better, write the new text with ENTENTE_RENEW_GOLDEN=1 in the environment of this test.
TEST(Dot, MatchesTheGoldenDrawing) {
  const std::pair<const char*, Diagram> drawings[] = {{"csto-2008.dot", csto_2008()},
                                                      {"two-alliances.dot", two_alliances()}};
  for (const auto& [name, diagram] : drawings) {
    const std::string path = std::string(ENTENTE_SOURCE_DIR "/tests/export/golden/") + name;
    const std::string dot = to_dot(diagram);
    if (std::getenv("ENTENTE_RENEW_GOLDEN") != nullptr) std::ofstream(path) << dot;
    std::stringstream golden;
    golden << std::ifstream(path).rdbuf();
    EXPECT_EQ(dot, golden.str()) << path;
  }
}

TEST(Dot, IsReadByGraphvizItself) {
  if (std::system("dot -V >/dev/null 2>&1") != 0)
    GTEST_SKIP() << "the program dot (package graphviz) is not installed";
  const std::string path = ::testing::TempDir() + "entente-dot-test.dot";
  std::ofstream(path) << to_dot(two_alliances());
  EXPECT_EQ(std::system(("dot -Tcanon '" + path + "' >/dev/null").c_str()), 0);
  std::remove(path.c_str());
}

}  // namespace
}  // namespace entente
