#pragma once
// Where the nodes of a star stand: around the middle, so that no two cover each other.

#include <span>
#include <vector>

namespace entente {

/// A box, in points.
struct BoxSize {
  double width;
  double height;
};
struct Point {
  double x;
  double y;
};

/// The centres of the boxes around the origin, the first at the top, the others clockwise in order. Up to
/// three ellipses, one within the other, wider than high as the page is; as small as the boxes allow with a
/// gap between any two and around `middle`. Points, y upwards. O(n²) for each size tried.
[[nodiscard]] std::vector<Point> star_layout(const BoxSize& middle, std::span<const BoxSize> boxes);

}  // namespace entente
