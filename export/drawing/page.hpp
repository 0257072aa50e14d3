#pragma once
// What every drawing has around it: title, what is shown, the key to its signs, its sources.
//
//   Page page(theme, page_width, {"Members of OPEC", "1960–2026", "Sources: …"}, legend);
//   draw into page.scene(), from page.top() on, between page.left() and page.right()
//   Scene scene = page.finish(bottom);

#include <functional>
#include <string>
#include <vector>

#include "export/drawing/scene.hpp"
#include "export/drawing/theme.hpp"

namespace entente {

inline constexpr double a4_short = 595, a4_long = 842;
inline constexpr double page_margin = 34;

struct Heading {
  std::string title;
  std::string subtitle;
  std::string source;
};

/// A sign and what it means. `draw` puts the sign into the box it is given.
struct LegendEntry {
  std::string label;
  std::function<void(Scene&, const Box&)> draw;
};

class Page {
 public:
  /// Writes the heading. Title and subtitle are broken into lines where they are too long for the page.
  Page(const Theme& theme, double width, Heading heading, std::vector<LegendEntry> legend);

  [[nodiscard]] Scene& scene() noexcept { return scene_; }
  [[nodiscard]] double left() const noexcept { return page_margin; }
  [[nodiscard]] double right() const noexcept { return scene_.width - page_margin; }
  /// Where the drawing may begin.
  [[nodiscard]] double top() const noexcept { return top_; }

  /// Writes legend and sources below `bottom`, and cuts the page there.
  [[nodiscard]] Scene finish(double bottom);

 private:
  double legend_below(double y);
  Theme theme_;
  Heading heading_;
  std::vector<LegendEntry> legend_;
  Scene scene_;
  double top_ = 0;
};

/// The room that legend and sources will take below a drawing of this width, with some air.
[[nodiscard]] double room_for_footer(const Heading& heading, const std::vector<LegendEntry>& legend,
                                     double width);

}  // namespace entente
