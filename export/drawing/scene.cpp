#include "export/drawing/scene.hpp"

#include <cmath>
#include <numbers>

#include "export/display_text.hpp"

namespace entente {

void Scene::write(Point at, std::string_view text, Lettering lettering) {
  std::string shown = printable(text);
  if (shown.empty()) return;
  const double measured = text_width(shown, lettering.size, lettering.weight);
  items.push_back(Text{at, std::move(shown), std::move(lettering), measured});
}

std::vector<Point> corners_of(const Text& text) {
  const Lettering& l = text.lettering;
  const double before = l.align == Align::Start ? 0 : l.align == Align::Middle ? text.width / 2 : text.width;
  const double angle = l.angle * std::numbers::pi / 180;
  const double c = std::cos(angle), s = std::sin(angle);
  std::vector<Point> corners;
  for (const Point p :
       {Point{-before, -text_ascent(l.size)}, Point{text.width - before, -text_ascent(l.size)},
        Point{text.width - before, text_descent(l.size)}, Point{-before, text_descent(l.size)}}) {
    corners.push_back({text.at.x + p.x * c - p.y * s, text.at.y + p.x * s + p.y * c});
  }
  return corners;
}

}  // namespace entente
