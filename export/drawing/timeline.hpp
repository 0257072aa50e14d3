#pragma once
// Memberships as bars along a time axis: solid where certain, hatched where the dates leave it open, pale
// where it is only presumed, because no source says that it ended.
//
//   Members opec = members(store, {.body = {"opec"}});
//   Scene scene = timeline_drawing(opec.ties, {.title = "Members of OPEC"});
//   render(scene, Picture::Svg);   // export/drawing/picture.hpp

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "export/drawing/membership_rows.hpp"
#include "export/drawing/scene.hpp"
#include "export/drawing/theme.hpp"

namespace entente {

/// Something that happened to a group as a whole, or made one of its rows follow another.
struct Moment {
  Period when;        ///< the days on which it can have happened
  std::string label;  ///< `founded`, `became the CSTO`
  EntityId of;        ///< the group
  std::string tooltip;
};

struct TimelineOptions {
  RowOptions rows = {};
  std::optional<Period> during = std::nullopt;  ///< what the axis shows; absent: all that the ties speak of
  std::vector<Moment> moments = {};
  std::string title = {};
  std::string subtitle = {};
  std::string source = {};       ///< empty: made from the sources behind the ties
  const Theme* theme = nullptr;  ///< absent: the first
};

/// Ties of successor_of between two members that have rows in one group join these by a line; all others but
/// those with status No have a bar. A page of A4 on its side for up to some 30 rows, upright for up to some
/// 70, taller beyond. Deterministic. O(n log n).
[[nodiscard]] Scene timeline_drawing(std::span<const Tie> ties, const TimelineOptions& options);

}  // namespace entente
