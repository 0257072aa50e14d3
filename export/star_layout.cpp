#include "export/star_layout.hpp"

#include <cmath>
#include <cstddef>
#include <numbers>

namespace entente {

namespace {

constexpr double page = 1.35;  // width to height of what stays of an A4 page below the title
constexpr double gap = 9;      // points between boxes
constexpr double step = 8;     // points by which the rings grow from try to try
constexpr double ring_distance = 62;

bool apart(const Point& a, const BoxSize& box_a, const Point& b, const BoxSize& box_b) {
  return std::abs(a.x - b.x) >= (box_a.width + box_b.width) / 2 + gap ||
         std::abs(a.y - b.y) >= (box_a.height + box_b.height) / 2 + gap;
}

std::size_t rings_for(std::size_t boxes) { return boxes <= 14 ? 1 : boxes <= 36 ? 2 : 3; }

/// Angles at which equal steps along an ellipse end: equal angles would crowd its narrow ends.
std::vector<double> even_angles(std::size_t count) {
  constexpr std::size_t fine = 3600;
  std::vector<double> along(fine + 1, 0);
  const auto at = [](double angle) { return Point{page * std::sin(angle), std::cos(angle)}; };
  const auto angle_of = [](std::size_t i) { return 2 * std::numbers::pi * static_cast<double>(i) / fine; };
  for (std::size_t i = 1; i <= fine; ++i) {
    const Point a = at(angle_of(i - 1)), b = at(angle_of(i));
    along[i] = along[i - 1] + std::hypot(b.x - a.x, b.y - a.y);
  }
  std::vector<double> angles;
  for (std::size_t i = 0, k = 0; i < count; ++i) {
    const double wanted = along[fine] * static_cast<double>(i) / static_cast<double>(count);
    while (along[k] < wanted) ++k;
    angles.push_back(angle_of(k));
  }
  return angles;
}

}  // namespace

std::vector<Point> star_layout(const BoxSize& middle, std::span<const BoxSize> boxes) {
  const std::size_t rings = rings_for(boxes.size());
  const std::vector<double> angles = even_angles(boxes.size());
  double widest = 0, highest = 0;
  for (const BoxSize& box : boxes) {
    widest = std::max(widest, box.width);
    highest = std::max(highest, box.height);
  }
  std::vector<Point> points(boxes.size());
  // At this size any boxes are apart, so the search ends.
  const double largest = static_cast<double>(boxes.size() + 2) * (widest + highest + middle.width + gap);
  for (double radius = 90;; radius += step) {
    bool fits = true;
    for (std::size_t i = 0; i < boxes.size(); ++i) {
      const double own = radius + ring_distance * static_cast<double>((i + 1) % rings);
      points[i] = {own * page * std::sin(angles[i]), own * std::cos(angles[i])};
      fits = fits && apart(points[i], boxes[i], {0, 0}, {middle.width + 4 * gap, middle.height + 4 * gap});
      for (std::size_t j = 0; j < i && fits; ++j) fits = apart(points[i], boxes[i], points[j], boxes[j]);
      if (!fits) break;
    }
    if (fits || radius > largest) return points;
  }
}

}  // namespace entente
