#include <gtest/gtest.h>
#include <pugixml.hpp>

#include <algorithm>
#include <string>
#include <vector>

#include "export/drawing/picture.hpp"
#include "export/drawing/svg.hpp"
#include "export/drawing/timeline.hpp"
#include "tests/export/ties.hpp"

namespace entente {
namespace {

using testing::body;
using testing::make_tie;
using testing::state;

std::vector<Tie> a_history() {
  const EntityRef pact = body("Pact");
  return {make_tie(state("Aland"), relation::member_of, pact, "1994", "1999-04-20"),
          make_tie(state("Aland"), relation::member_of, pact, "2006", "2012"),
          make_tie(state("Bland & <Co>"), relation::member_of, pact, "1994-05-01", ".."),
          make_tie(state("Cland"), relation::observer_of, pact, "2001", "")};
}

std::size_t count(const std::string& svg, const std::string& path) {
  pugi::xml_document document;
  EXPECT_TRUE(document.load_buffer(svg.data(), svg.size()));
  return document.select_nodes(path.c_str()).size();
}

TEST(TimelineDrawing, has_a_bar_with_its_evidence_for_each_tie) {
  const std::string svg = to_svg(timeline_drawing(a_history(), {}));
  EXPECT_EQ(count(svg, "//g[starts-with(@class,'tie ')]"), 4u);
  EXPECT_EQ(count(svg, "//g[starts-with(@class,'tie ')]/title[contains(.,'The alliances of Eurasia')]"), 4u);
  EXPECT_EQ(count(svg, "//text[@class='row']"), 3u);  // the two spells of one member share a row
  EXPECT_EQ(count(svg, "/svg/title[.='Members of Pact']"), 1u);
  EXPECT_EQ(count(svg, "//polyline[@class='mark left']") > 0, true);
}

TEST(TimelineDrawing, tells_certain_from_possible_and_presumed) {
  const std::string svg = to_svg(timeline_drawing(a_history(), {}));
  const std::string in_ties = "//g[starts-with(@class,'tie member_of')]";
  EXPECT_EQ(count(svg, in_ties + "/rect[@class='bar certain']"), 3u);
  EXPECT_EQ(count(svg, in_ties + "/rect[@class='bar possible' and starts-with(@fill,'url(#hatch')]"), 3u);
  EXPECT_EQ(count(svg, in_ties + "/polygon[@class='bar presumed']"), 1u);  // its open end is a point
}

TEST(TimelineDrawing, takes_names_for_data) {
  const std::string svg = to_svg(timeline_drawing(a_history(), {}));
  EXPECT_EQ(count(svg, "//text[.='Bland & <Co>']"), 1u);
}

TEST(TimelineDrawing, keeps_texts_apart_and_on_the_page) {
  std::vector<Tie> ties;
  for (int i = 0; i < 60; ++i) {
    const EntityRef member = state("Member of a rather long name " + std::to_string(i * 7919));
    const std::string first = std::to_string(1900 + i), last = std::to_string(1960 + i);
    ties.push_back(make_tie(member, relation::member_of, body(i % 2 == 0 ? "Pact" : "League"), first, last));
  }
  const Scene scene = timeline_drawing(ties, {});
  EXPECT_LE(scene.height, 842);  // sixty rows and two headings on A4
  struct Extent {
    Point low, high;
    std::string text;
  };
  std::vector<Extent> extents;
  for (const Item& item : scene.items) {
    const Text* text = std::get_if<Text>(&item);
    if (text == nullptr) continue;
    EXPECT_GE(text->lettering.size, 5.5) << text->text;
    const std::vector<Point> corners = corners_of(*text);  // upright: all are level
    extents.push_back({corners[0], corners[2], text->text});
  }
  for (std::size_t i = 0; i < extents.size(); ++i) {
    const Extent& a = extents[i];
    EXPECT_TRUE(a.low.x >= 0 && a.high.x <= scene.width && a.low.y >= 0 && a.high.y <= scene.height)
        << a.text;
    for (std::size_t j = 0; j < i; ++j) {
      const Extent& b = extents[j];
      constexpr double touching = 0.5;
      EXPECT_FALSE(a.low.x < b.high.x - touching && b.low.x < a.high.x - touching &&
                   a.low.y < b.high.y - touching && b.low.y < a.high.y - touching)
          << a.text << " on " << b.text;
    }
  }
}

TEST(Theme, is_legible) {
  for (const Theme& theme : themes()) {
    EXPECT_GE(contrast(theme.ink, theme.paper), 7) << theme.name;
    EXPECT_GE(contrast(theme.faint, theme.paper), 4.5) << theme.name;
    for (const char* accent : theme.accents)
      EXPECT_GE(contrast(accent, theme.paper), 3) << theme.name << accent;
  }
}

}  // namespace
}  // namespace entente
