#include "export/node_link.hpp"

#include <gmock/gmock.h>
#include <rapidjson/document.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>

#include "tests/export/hostile_names.hpp"
#include "tests/export/ties.hpp"

namespace entente {
namespace {

using testing::body;
using testing::make_tie;
using testing::state;

std::vector<Tie> uzbekistan() {
  return {make_tie(state("Uzbekistan"), relation::member_of, body("CSTO"), "2006-06-23", "2012"),
          make_tie(state("Uzbekistan"), relation::member_of, body("CSTO"), "1994", "1999"),
          make_tie(state("Armenia"), relation::member_of, body("CSTO"), "1994", ".."),
          make_tie(state("Georgia"), relation::member_of, body("CSTO"), "", "?")};
}

rapidjson::Document parsed(const std::string& json) {
  rapidjson::Document document;
  document.Parse<rapidjson::kParseValidateEncodingFlag>(json.c_str(), json.size());
  EXPECT_FALSE(document.HasParseError()) << json;
  return document;
}

TEST(NodeLink, KeepsBothSpellsUnderStableKeys) {
  const auto ties = uzbekistan();
  const rapidjson::Document graph = parsed(to_node_link(ties));
  EXPECT_TRUE(graph["directed"].GetBool());
  EXPECT_TRUE(graph["multigraph"].GetBool());
  ASSERT_EQ(graph["edges"].Size(), 4U);
  EXPECT_EQ(graph["nodes"].Size(), 4U);
  std::vector<std::string> keys;
  for (const auto& edge : graph["edges"].GetArray()) {
    if (edge["source"].GetString() == std::string("uzbekistan")) keys.emplace_back(edge["key"].GetString());
  }
  EXPECT_THAT(keys, ::testing::UnorderedElementsAre(ties[0].edge.to_string(), ties[1].edge.to_string()));
}

TEST(NodeLink, SaysWhenEachEdgeHeld) {
  const rapidjson::Document graph = parsed(to_node_link(uzbekistan()));
  for (const auto& edge : graph["edges"].GetArray()) {
    EXPECT_EQ(edge["relation"].GetString(), std::string("member_of"));
    EXPECT_FALSE(edge.HasMember("status")) << "no date was asked about";
    EXPECT_EQ(edge["claims"].Size(), 1U);
    const std::string start = edge["start"].GetString(), end = edge["end"].GetString();
    if (start == "2006-06-23") {
      EXPECT_EQ(end, "2012");
      EXPECT_EQ(edge["earliest_start"].GetString(), std::string("2006-06-23"));
      EXPECT_EQ(edge["earliest_end"].GetString(), std::string("2012-01-01"));
      EXPECT_EQ(edge["latest_end"].GetString(), std::string("2012-12-31"));
      EXPECT_EQ(edge["ending"].GetString(), std::string("dated"));
    } else if (edge["source"].GetString() == std::string("armenia")) {
      EXPECT_EQ(end, "..");
      EXPECT_EQ(edge["ending"].GetString(), std::string("ongoing"));
      EXPECT_EQ(edge["as_of"].GetString(), std::string("2022-01-29"));
    } else if (edge["source"].GetString() == std::string("georgia")) {
      EXPECT_EQ(start, "");
      EXPECT_EQ(end, "");
      EXPECT_EQ(edge["ending"].GetString(), std::string("unknown"));
    }
  }
}

TEST(NodeLink, HasTheStatusWhereADateIsAsked) {
  const Period when = asked_period(parse_edtf("2008"));
  const std::vector<Tie> ties = {
      make_tie(state("Armenia"), relation::member_of, body("CSTO"), "1994", "..", when)};
  const rapidjson::Document graph = parsed(to_node_link(ties, {}, {.when = when}));
  EXPECT_EQ(graph["edges"][0]["status"].GetString(), std::string("certain"));
  EXPECT_EQ(graph["graph"]["when"].GetString(), std::string("2008"));
}

TEST(NodeLink, NodesHaveKindAndOutsideIds) {
  Entity armenia{{"armenia"}, "Armenia", Kind::State, {}, {{"cow", "371"}, {"wikidata", "Q399"}}, {}, {}};
  const Entity lonely{{"nowhere"}, "Nowhere", Kind::Place, {}, {{"x", "1"}, {"x", "2"}}, {}, {}};
  const rapidjson::Document graph = parsed(to_node_link(uzbekistan(), std::vector<Entity>{armenia, lonely}));
  EXPECT_EQ(graph["nodes"].Size(), 5U);
  for (const auto& node : graph["nodes"].GetArray()) {
    const std::string id = node["id"].GetString();
    if (id == "armenia") {
      EXPECT_EQ(node["name"].GetString(), std::string("Armenia"));
      EXPECT_EQ(node["kind"].GetString(), std::string("state"));
      EXPECT_EQ(node["ids"]["wikidata"].GetString(), std::string("Q399"));
    }
    if (id == "nowhere") {
      EXPECT_EQ(node["ids"]["x"].Size(), 2U) << "two codes of one scheme";
    }
    if (id == "csto") {
      EXPECT_EQ(node["kind"].GetString(), std::string("organisation"));
    }
  }
}

TEST(NodeLink, DoesNotDependOnTheOrderOfTheTies) {
  std::vector<Tie> ties = uzbekistan();
  const std::string first = to_node_link(ties);
  std::reverse(ties.begin(), ties.end());
  ties.push_back(ties.front());
  EXPECT_EQ(to_node_link(ties), first) << "nor on a tie that comes twice";
}

TEST(NodeLink, SurvivesHostileText) {
  for (const std::string& name : testing::hostile_names()) {
    std::vector<Tie> ties = uzbekistan();
    ties[0].subject.name = name;
    ties[0].subject.id.value = name;
    ties[0].relation.label = name;
    EXPECT_EQ(parsed(to_node_link(ties))["edges"].Size(), 4U);
  }
}

/// Red when the form changes: programs of others read it. Say so in the changelog, and renew the file with
/// ENTENTE_RENEW_GOLDEN=1 in the environment of this test.
TEST(NodeLink, MatchesTheGoldenFile) {
  const std::string path = ENTENTE_SOURCE_DIR "/tests/export/golden/node-link.json";
  const std::string json = to_node_link(uzbekistan(), {}, {.compat = true});
  if (std::getenv("ENTENTE_RENEW_GOLDEN") != nullptr) std::ofstream(path) << json;
  std::stringstream golden;
  golden << std::ifstream(path).rdbuf();
  EXPECT_EQ(json, golden.str());
}

/// Read by networkx itself. Before 3.4 it reads `links`, from 3.6 on `edges`, in between either.
TEST(NodeLink, IsReadByNetworkx) {
  if (std::system("python3 -c 'import networkx' 2>/dev/null") != 0) {
    GTEST_SKIP() << "python3-networkx is not installed";
  }
  for (const bool compat : {false, true}) {
    const std::string path = ::testing::TempDir() + "entente-node-link-test.json";
    std::ofstream(path) << to_node_link(uzbekistan(), {}, {.compat = compat});
    const std::string command = "python3 '" ENTENTE_SOURCE_DIR "/tests/export/read_node_link.py' '" + path +
                                "' " + (compat ? "compat" : "plain");
    EXPECT_EQ(std::system(command.c_str()), 0) << command;
    std::remove(path.c_str());
  }
}

}  // namespace
}  // namespace entente
