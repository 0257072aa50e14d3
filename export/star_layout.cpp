#include "export/star_layout.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numbers>
#include <utility>

namespace entente {

namespace {

// What stays of an A4 page on its side, less margins and heading, in points.
constexpr double page_width = 11.1 * 72;
constexpr double page_height = 6.7 * 72;
constexpr double flatness = 1.65;  // width to height of the ellipses
constexpr double gap = 9;          // between boxes, in points
constexpr double step = 6;         // by which the rings grow from try to try
constexpr std::size_t most_rings = 4;

bool apart(const Point& a, const BoxSize& box_a, const Point& b, const BoxSize& box_b) {
  return std::abs(a.x - b.x) >= (box_a.width + box_b.width) / 2 + gap ||
         std::abs(a.y - b.y) >= (box_a.height + box_b.height) / 2 + gap;
}

/// Angles at which equal steps along an ellipse end: equal angles would crowd its narrow ends.
std::vector<double> even_angles(std::size_t count) {
  constexpr std::size_t fine = 3600;
  std::vector<double> along(fine + 1, 0);
  const auto at = [](double angle) { return Point{flatness * std::sin(angle), std::cos(angle)}; };
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

/// Whether the line from the origin to `end` passes through the box. Source: the slab method.
bool crosses(const Point& end, const Point& centre, const BoxSize& box) {
  double enter = 0, leave = 1;
  const auto narrow = [&](double along, double low, double high) {
    if (along == 0) return low <= 0 && 0 <= high;
    const double a = low / along, b = high / along;
    enter = std::max(enter, std::min(a, b));
    leave = std::min(leave, std::max(a, b));
    return enter <= leave;
  };
  return narrow(end.x, centre.x - box.width / 2, centre.x + box.width / 2) &&
         narrow(end.y, centre.y - box.height / 2, centre.y + box.height / 2);
}

struct Arrangement {
  std::vector<Point> points;
  double cost;  ///< by how much it must be shrunk to fit the page, at least 1; and a little for each line
                ///< behind a box
};

/// The smallest ellipses, `rings` of them at this distance from one another, on which no two boxes meet.
Arrangement arrange(const BoxSize& middle, std::span<const BoxSize> boxes, const std::vector<double>& angles,
                    std::size_t rings, double distance, double largest) {
  std::vector<Point> points(boxes.size());
  double radius = 80;
  for (bool fits = false; !fits && radius < largest; radius += step) {
    fits = true;
    for (std::size_t i = 0; i < boxes.size() && fits; ++i) {
      const double own = radius + distance * static_cast<double>((i + 1) % rings);
      points[i] = {own * flatness * std::sin(angles[i]), own * std::cos(angles[i])};
      fits = apart(points[i], boxes[i], {0, 0}, {middle.width + 4 * gap, middle.height + 4 * gap});
      for (std::size_t j = 0; j < i && fits; ++j) fits = apart(points[i], boxes[i], points[j], boxes[j]);
    }
  }
  double width = 0, height = 0;
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    width = std::max(width, 2 * std::abs(points[i].x) + boxes[i].width);
    height = std::max(height, 2 * std::abs(points[i].y) + boxes[i].height);
  }
  int crossings = 0;
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    for (std::size_t j = 0; j < boxes.size(); ++j) {
      if (i != j && crosses(points[i], points[j], boxes[j])) ++crossings;
    }
  }
  const double scale = std::max({1.0, width / page_width, height / page_height});
  return {std::move(points), scale + 0.03 * crossings};
}

}  // namespace

std::vector<Point> star_layout(const BoxSize& middle, std::span<const BoxSize> boxes) {
  const std::vector<double> angles = even_angles(boxes.size());
  double widest = 0, highest = 0;
  for (const BoxSize& box : boxes) {
    widest = std::max(widest, box.width);
    highest = std::max(highest, box.height);
  }
  // On rings of this size any boxes are apart.
  const double largest =
      static_cast<double>(boxes.size() + 2) * (widest + highest + middle.width + middle.height);
  Arrangement best{{}, 0};
  for (std::size_t rings = 1; rings <= most_rings; ++rings) {
    for (const double distance : {1.0, 1.5, 2.0}) {
      Arrangement next = arrange(middle, boxes, angles, rings, distance * (highest + gap), largest);
      // Fewer rings read better: more must earn a twentieth.
      if (best.cost == 0 || next.cost < 0.95 * best.cost) best = std::move(next);
      if (rings == 1) break;
    }
  }
  return best.points;
}

}  // namespace entente
