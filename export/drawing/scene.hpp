#pragma once
// A picture as shapes on a page, before it is written in any format. Lengths are points (1/72 inch), y goes
// down.
//
//   Scene scene{.width = 595, .height = 100, .title = "NATO in 2026"};
//   scene.add(Rectangle{{10, 10, 80, 8}, {.fill = {"#0072B2"}}});
//   scene.write({100, 18}, "Albania", {.size = 9, .color = "#1b1f24"});
//   to_svg(scene);   // export/drawing/svg.hpp

#include <string>
#include <variant>
#include <vector>

#include "export/drawing/text_metrics.hpp"

namespace entente {

struct Point {
  double x = 0, y = 0;
};
struct Box {
  double left = 0, top = 0, width = 0, height = 0;
  [[nodiscard]] double right() const noexcept { return left + width; }
  [[nodiscard]] double bottom() const noexcept { return top + height; }
};

enum class Texture {
  Solid,
  Hatch,  ///< lines from the lower left to the upper right, on nothing
  Dots,
};
struct Fill {
  std::string color;  ///< `#rrggbb`; empty: none
  Texture texture = Texture::Solid;
};
struct Stroke {
  std::string color;  ///< empty: none
  double width = 0.75;
  std::string dash;  ///< lengths of strokes and gaps, `2 1.5`; empty: a whole line
};
struct Look {
  Fill fill;
  Stroke stroke;
  std::string
      role;  ///< what it stands for (`bar certain`), a class for those who restyle or test the picture
};

struct Rectangle {
  Box box;
  Look look;
  double radius = 0;
};
struct Polygon {
  std::vector<Point> corners;
  Look look;
};
struct Polyline {
  std::vector<Point> points;
  Look look;
};
struct Circle {
  Point centre;
  double radius = 1;
  Look look;
};

enum class Align { Start, Middle, End };
struct Lettering {
  double size = 9;
  std::string color;
  Weight weight = Weight::Regular;
  Align align = Align::Start;
  double angle = 0;  ///< degrees, clockwise about the point where it is aligned; the text reads along it
  std::string role = {};
};
struct Text {
  Point at;  ///< on the baseline
  std::string text;
  Lettering lettering;
  double width = 0;  ///< measured
};

/// What follows, up to the matching GroupEnd, belongs together and has a tooltip.
struct GroupBegin {
  std::string role;
  std::string title;  ///< may be of several lines; empty: none
  std::string url;    ///< of the evidence; empty: none
};
struct GroupEnd {};

using Item = std::variant<Rectangle, Polygon, Polyline, Circle, Text, GroupBegin, GroupEnd>;

struct Scene {
  double width = 0, height = 0;
  std::string title;        ///< what it is, for those who do not see it
  std::string description;  ///< what it shows, likewise: a few sentences
  std::string paper;
  std::string ink;
  std::vector<Item> items = {};

  void add(Item item) { items.push_back(std::move(item)); }
  /// Measures the text; writes nothing where it is empty. Control characters become blanks.
  void write(Point at, std::string_view text, Lettering lettering);
};

/// The four corners of a text, rotated as it is, in order around it.
[[nodiscard]] std::vector<Point> corners_of(const Text& text);

}  // namespace entente
