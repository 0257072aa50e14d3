#include "export/star_layout.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

namespace entente {
namespace {

bool overlap(const Point& a, const BoxSize& box_a, const Point& b, const BoxSize& box_b) {
  return std::abs(a.x - b.x) < (box_a.width + box_b.width) / 2 &&
         std::abs(a.y - b.y) < (box_a.height + box_b.height) / 2;
}

RC_GTEST_PROP(StarLayout, NoBoxCoversAnother, ()) {
  const auto count = *rc::gen::inRange<std::size_t>(1, 61);
  std::vector<BoxSize> boxes;
  for (std::size_t i = 0; i < count; ++i) {
    boxes.push_back(
        {static_cast<double>(*rc::gen::inRange(20, 160)), static_cast<double>(*rc::gen::inRange(15, 60))});
  }
  const BoxSize middle{120, 50};
  const std::vector<Point> points = star_layout(middle, boxes);
  RC_ASSERT(points.size() == count);
  for (std::size_t i = 0; i < count; ++i) {
    RC_ASSERT(!overlap(points[i], boxes[i], {0, 0}, middle));
    for (std::size_t j = 0; j < i; ++j) RC_ASSERT(!overlap(points[i], boxes[i], points[j], boxes[j]));
  }
}

TEST(StarLayout, BeginsAtTheTopAndGoesClockwise) {
  const std::vector<Point> points = star_layout({100, 40}, std::vector<BoxSize>(4, {60, 30}));
  EXPECT_NEAR(points[0].x, 0, 1);
  EXPECT_GT(points[0].y, 0);
  EXPECT_GT(points[1].x, 0);
  EXPECT_LT(points[2].y, 0);
  EXPECT_LT(points[3].x, 0);
}

TEST(StarLayout, SixtyMembersFitAnA4PageInLegibleLetters) {
  const std::vector<Point> points = star_layout({100, 40}, std::vector<BoxSize>(60, {85, 32}));
  double width = 0, height = 0;
  for (const Point& point : points) {
    width = std::max(width, 2 * std::abs(point.x) + 85);
    height = std::max(height, 2 * std::abs(point.y) + 32);
  }
  // 11 pt letters stay above 6 pt on 11.1 by 7.7 inches, of which the heading takes one.
  EXPECT_LT(width, 11.1 * 72 * 11 / 6);
  EXPECT_LT(height, 6.7 * 72 * 11 / 6);
}

TEST(StarLayout, OfNothingIsNothing) { EXPECT_TRUE(star_layout({100, 40}, {}).empty()); }

}  // namespace
}  // namespace entente
