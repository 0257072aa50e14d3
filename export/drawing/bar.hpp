#pragma once
// One tie as a bar between two heights: the signs of timelines and of their legends.

#include <string>
#include <vector>

#include "export/drawing/scene.hpp"
#include "export/drawing/theme.hpp"
#include "export/drawing/time_axis.hpp"
#include "queries/tie.hpp"

namespace entente {

/// What a bar, or a part of it, says.
enum class Sign {
  Certain,
  Presumed,
  Possible,
  Suspended,
  Observer,
  Candidate,
  Partner,
  Signatory,
  Other,     ///< any other lesser relation
  Open,      ///< a pointed end: nobody says that it came
  Joined,    ///< a mark at a beginning
  Left,      ///< a mark at an end, by the member's going
  Expelled,  ///< … by the body's decision
  Disputed,  ///< another date for an end, that some source gives
};
/// As a legend says it.
[[nodiscard]] const char* label_of(Sign sign) noexcept;

struct BarStyle {
  std::string color;
  const Theme* theme;
};

/// Draws the tie into the lane, as far as it falls into the axis; returns the signs that it needed.
std::vector<Sign> draw_bar(Scene& scene, const Tie& tie, const TimeAxis& axis, const Box& lane,
                           const BarStyle& style);

/// A sample for a legend.
void draw_sample(Scene& scene, Sign sign, const Box& box, const BarStyle& style);

}  // namespace entente
