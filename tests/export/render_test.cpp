#include "export/render.hpp"

#include <gmock/gmock.h>

#include <boost/property_tree/ptree.hpp>
#include <boost/property_tree/xml_parser.hpp>
#include <cmath>
#include <set>
#include <sstream>

#include "export/dot.hpp"
#include "graph/error.hpp"
#include "tests/export/hostile_names.hpp"
#include "tests/export/ties.hpp"

namespace entente {
namespace {

using testing::body;
using ::testing::Contains;
using ::testing::HasSubstr;
using testing::make_tie;
using ::testing::Not;
using ::testing::StartsWith;
using testing::state;

Diagram star(std::size_t members) {
  std::vector<Tie> ties;
  for (std::size_t i = 0; i < members; ++i) {
    ties.push_back(make_tie(state("Member State " + std::to_string(i)), relation::member_of, body("NATO"),
                            "1949-08-24", ".."));
  }
  return network(ties, {.focus = EntityId{"nato"}, .full_dates = true});
}

/// All texts of an SVG, read by an XML parser that stops at what is not well-formed.
std::set<std::string> texts_of(const std::string& svg) {
  std::istringstream in(svg);
  boost::property_tree::ptree tree;
  boost::property_tree::read_xml(in, tree);
  std::set<std::string> texts;
  const auto walk = [&](const auto& self, const boost::property_tree::ptree& part) -> void {
    for (const auto& [name, child] : part) {
      if (name == "text") texts.insert(child.data());
      self(self, child);
    }
  };
  walk(walk, tree);
  return texts;
}

TEST(Render, NamesItsPictures) {
  EXPECT_EQ(picture_from("svg"), Picture::Svg);
  EXPECT_EQ(picture_from("pdf"), Picture::Pdf);
  EXPECT_EQ(picture_from("gif"), std::nullopt);
  EXPECT_STREQ(name_of(Picture::Png), "png");
}

TEST(Render, SvgIsXmlWithEveryNameAndDate) {
  const std::set<std::string> texts = texts_of(render(star(8), Picture::Svg));
  EXPECT_THAT(texts, Contains("NATO"));
  EXPECT_THAT(texts, Contains("Member State 7"));
  EXPECT_THAT(texts, Contains("1949-08-24–"));
  EXPECT_THAT(texts, Contains("Source: The alliances of Eurasia"));
}

TEST(Render, SvgHasTheEvidenceAsTooltips) {
  EXPECT_THAT(render(star(4), Picture::Svg), HasSubstr("Member State 1 joined NATO in 1949"));
}

TEST(Render, HostileTextStaysTextInSvg) {
  for (const std::string& name : testing::hostile_names()) {
    EntityRef who = state("Member");
    who.name = name;
    std::vector<Tie> ties = {make_tie(who, relation::member_of, body("A"), "1994", ".."),
                             make_tie(who, relation::observer_of, body("B"), "1994", ".."),
                             make_tie(state("Else"), relation::member_of, body("B"), "1994", "..")};
    ties[0].proofs[0].claim.evidence.text = name;
    ties[0].proofs[0].source.url = "https://example.org/" + name;
    const std::string svg = render(network(ties, {.title = name}), Picture::Svg);
    EXPECT_NO_THROW(texts_of(svg)) << svg;
    EXPECT_THAT(svg, Not(HasSubstr("<script")));
    for (const char c : svg) EXPECT_TRUE(static_cast<unsigned char>(c) >= 0x20 || c == '\n') << name;
  }
}

TEST(Render, WritesWhatWasMeant) {
  EntityRef who = state("Member");
  who.name = "R&D \\N &lt; <b>";
  const std::vector<Tie> ties = {make_tie(who, relation::member_of, body("A"), "1994", "..")};
  EXPECT_THAT(texts_of(render(network(ties), Picture::Svg)), Contains(who.name));
}

TEST(Render, PngFitsAnA4Page) {
  for (const std::size_t members : {3U, 32U, 60U}) {
    const std::string png = render(star(members), Picture::Png);
    ASSERT_THAT(png, StartsWith("\x89PNG\r\n\x1a\n"));
    const auto number_at = [&](std::size_t at) {
      unsigned value = 0;
      for (std::size_t i = 0; i < 4; ++i) value = value << 8 | static_cast<unsigned char>(png[at + i]);
      return value;
    };
    EXPECT_LE(number_at(16), 11.69 * 160) << "width of an A4 page on its side at 160 dots per inch";
    EXPECT_LE(number_at(20), 8.27 * 160);
  }
}

TEST(Render, PdfIsOne) { EXPECT_THAT(render(star(3), Picture::Pdf), StartsWith("%PDF-")); }

TEST(Render, SameDrawingSameBytes) {
  for (const Picture picture : {Picture::Svg, Picture::Png, Picture::Pdf}) {
    EXPECT_EQ(render(star(12), picture), render(star(12), picture)) << name_of(picture);
  }
  std::vector<Tie> ties;
  for (const char* name : {"A", "B", "C", "D", "E", "F"}) {
    for (const char* alliance : {"P", "Q", "R", "S"}) {
      ties.push_back(
          make_tie(state(name), relation::member_of, body(std::string(alliance) + name[0]), "1990", ".."));
      ties.push_back(
          make_tie(state(std::string(name) + name), relation::member_of, body(alliance), "1990", ".."));
    }
  }
  const Diagram columns = network(ties);
  const std::string first = render(columns, Picture::Svg);
  std::vector<std::string> disorder;  // of the heap: nothing may hang on addresses
  for (std::size_t i = 0; i < 200; ++i) disorder.emplace_back(i * 7 % 100, 'x');
  for (std::size_t i = 0; i < 200; i += 3) disorder[i] = std::string();
  EXPECT_EQ(first, render(columns, Picture::Svg));
  EXPECT_THAT(render(star(3), Picture::Pdf), HasSubstr("/CreationDate (D:19700101000000"));
}

TEST(Render, WhatIsNotDotIsAnError) {
  try {
    (void)render_dot("digraph {", Picture::Svg);
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::RenderFailure);
    EXPECT_THAT(error.what(), HasSubstr("not DOT"));
  }
}

TEST(Render, ColumnsAndCloudsDraw) {
  std::vector<Tie> ties;
  for (int i = 0; i < 70; ++i) {
    ties.push_back(make_tie(state("S" + std::to_string(i)), relation::member_of, body("A"), "1994", ".."));
    ties.push_back(make_tie(state("S" + std::to_string(i)), relation::member_of, body("B"), "1994", ".."));
  }
  EXPECT_THAT(texts_of(render(network(ties), Picture::Svg)), Contains("S69"));
  ties.erase(ties.begin() + 20, ties.end());
  EXPECT_THAT(texts_of(render(network(ties), Picture::Svg)), Contains("S9"));
}

}  // namespace
}  // namespace entente
