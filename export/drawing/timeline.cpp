#include "export/drawing/timeline.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "export/drawing/bar.hpp"
#include "export/drawing/page.hpp"
#include "export/drawing/time_axis.hpp"
#include "export/evidence_text.hpp"
#include "queries/scope.hpp"

namespace entente {

namespace {

constexpr double comfortable_pitch = 15, tightest_pitch = 9.6;  // of rows
constexpr double axis_height = 16, axis_size = 8;
constexpr double moment_size = 7.5;
constexpr double heading_share = 1.45;  // of a group, in rows
constexpr double column_gap = 8;
constexpr double label_share = 0.30, dates_share = 0.22;  // of the width, at most
constexpr std::size_t axis_repeated_from = 24;            // rows

struct Measures {
  double width = a4_long;
  double pitch = comfortable_pitch;
};

/// On its side where the rows fit comfortably, else upright, the tighter the more rows.
Measures measures_for(double rows, double others_height) {
  const double on_side = a4_short - others_height, upright = a4_long - others_height;
  if (rows * 12.5 <= on_side) return {a4_long, std::min(comfortable_pitch, on_side / rows)};
  return {a4_short, std::clamp(upright / rows, tightest_pitch, comfortable_pitch)};
}

class Timeline {
 public:
  Timeline(std::span<const Tie> ties, const TimelineOptions& options)
      : ties_(ties),
        options_(options),
        theme_(options.theme != nullptr ? *options.theme : themes().front()),
        groups_(membership_rows(ties, options.rows)),
        headed_(groups_.size() > 1 || options.rows.group_by == GroupBy::Member),
        period_(options.during ? *options.during : period_of_ties(ties)) {
    color_bodies();
  }

  Scene draw() {
    const Heading heading{title(), subtitle(),
                          options_.source.empty() ? source_line(ties_) : options_.source};
    // Which signs are needed is known when all bars are drawn: they are drawn once on a page of the same
    // measures that is thrown away.
    const std::vector<LegendEntry> none;
    Page sketch(theme_, a4_long, heading, none);
    measures_ = measures_for(row_heights(), sketch.top() + 2 * axis_height + 70);
    draw_rows(sketch);
    const std::vector<LegendEntry> key = legend();
    measures_ = measures_for(row_heights(),
                             sketch.top() + 2 * axis_height + room_for_footer(heading, key, measures_.width));
    Page page(theme_, measures_.width, heading, key);
    const double bottom = draw_rows(page);
    Scene scene = page.finish(bottom);
    scene.description = description();
    return scene;
  }

 private:
  void color_bodies() {
    std::set<EntityId> seen;
    for (const MembershipGroup& group : groups_) {
      for (const MembershipRow& row : group.rows) {
        if (seen.insert(row.body).second) bodies_.push_back(row.body);
      }
    }
    std::sort(bodies_.begin(), bodies_.end());
  }

  [[nodiscard]] std::string color_of(const EntityId& body) const {
    if (options_.rows.group_by == GroupBy::Body && !headed_) return theme_.accents.front();
    const auto at = std::lower_bound(bodies_.begin(), bodies_.end(), body) - bodies_.begin();
    return theme_.accents[static_cast<std::size_t>(at) % theme_.accents.size()];
  }

  [[nodiscard]] std::size_t row_count() const {
    std::size_t rows = 0;
    for (const MembershipGroup& group : groups_) rows += group.rows.size();
    return rows;
  }

  /// In rows: headings count for more than one.
  [[nodiscard]] double row_heights() const {
    return static_cast<double>(row_count()) +
           (headed_ ? heading_share * static_cast<double>(groups_.size()) : 0) +
           (!headed_ && !options_.moments.empty() ? 1 : 0);
  }

  [[nodiscard]] std::string title() const {
    if (!options_.title.empty()) return options_.title;
    if (groups_.size() != 1) return "Memberships";
    return (options_.rows.group_by == GroupBy::Body ? "Members of " : "Memberships of ") +
           groups_.front().label;
  }

  [[nodiscard]] std::string years() const {
    const Period shown = options_.during ? *options_.during : period_of_ties(ties_, Room::None);
    const std::string first = year_label(shown.first.civil().year),
                      last = year_label(shown.last.civil().year);
    return first == last ? first : first + "–" + last;
  }

  [[nodiscard]] std::string subtitle() const {
    return options_.subtitle.empty() ? years() : options_.subtitle;
  }

  [[nodiscard]] std::string description() const {
    std::string text = fmt::format("Timeline, {}: {} rows", years(), row_count());
    if (headed_) text += fmt::format(" in {} groups", groups_.size());
    text += ". Each bar is one membership; its tooltip has the dates and the evidence.";
    for (const MembershipGroup& group : groups_) {
      for (const MembershipRow& row : group.rows) {
        text += '\n' + (headed_ ? group.label + ", " : "") + row.label + ": " + row.dates + '.';
      }
    }
    return text;
  }

  [[nodiscard]] std::vector<LegendEntry> legend() const {
    std::vector<LegendEntry> entries;
    const Theme& theme = theme_;  // lives longer than the drawing
    for (const Sign sign : signs_) {
      if (sign == Sign::Open && signs_.contains(Sign::Presumed)) continue;  // its sign has that end
      entries.push_back({label_of(sign), [sign, &theme](Scene& scene, const Box& box) {
                           draw_sample(scene, sign, box, {theme.accents.front(), &theme});
                         }});
    }
    return entries;
  }

  double draw_rows(Page& page) {
    const double inner = page.right() - page.left();
    size_ = std::min(9.0, measures_.pitch * 0.72);
    double label_width = 0, dates_width = 0;
    for (const MembershipGroup& group : groups_) {
      for (const MembershipRow& row : group.rows) {
        label_width = std::max(label_width, text_width(row.label, size_));
        dates_width = std::max(dates_width, text_width(row.dates, size_ - 1));
      }
    }
    indent_ = headed_ ? 8 : 0;
    label_width_ = std::min(label_width, inner * label_share);
    dates_left_ = page.left() + indent_ + label_width_ + column_gap;
    dates_width_ = std::min(dates_width, inner * dates_share);
    const TimeAxis axis(period_, dates_left_ + dates_width_ + column_gap, page.right());

    double y = page.top();
    draw_axis(page.scene(), axis, y + axis_height - 5);
    y += axis_height;
    const double rows_top = y;
    const std::size_t under_rows = page.scene().items.size();
    std::size_t number = 0;
    for (const MembershipGroup& group : groups_) {
      y = draw_group(page, group, axis, y, number);
    }
    draw_grid(page.scene(), axis, rows_top, y, under_rows);
    if (row_count() >= axis_repeated_from) {
      draw_axis(page.scene(), axis, y + axis_height - 5);
      y += axis_height;
    }
    return y;
  }

  void draw_axis(Scene& scene, const TimeAxis& axis, double baseline) const {
    for (const Tick& tick : axis.ticks(axis_size)) {
      scene.write({axis.begin_of(tick.day), baseline}, tick.label,
                  {.size = axis_size, .color = theme_.faint, .align = Align::Middle, .role = "tick"});
    }
  }

  /// Bands and grid lie under all that was drawn since `position`.
  void draw_grid(Scene& scene, const TimeAxis& axis, double top, double bottom, std::size_t position) {
    Scene grid;
    for (const Box& band : bands_) grid.add(Rectangle{band, {{theme_.band}, {}, "band"}});
    bands_.clear();
    for (const Tick& tick : axis.ticks(axis_size)) {
      const double x = axis.begin_of(tick.day);
      grid.add(Polyline{{{x, top}, {x, bottom}}, {{}, {theme_.grid, 0.6, ""}, "grid"}});
    }
    scene.items.insert(scene.items.begin() + static_cast<std::ptrdiff_t>(position),
                       std::make_move_iterator(grid.items.begin()),
                       std::make_move_iterator(grid.items.end()));
  }

  double draw_group(Page& page, const MembershipGroup& group, const TimeAxis& axis, double y,
                    std::size_t& number) {
    Scene& scene = page.scene();
    const double top = y;
    if (headed_) {
      const double height = heading_share * measures_.pitch;
      const double baseline = y + height - 0.35 * measures_.pitch;
      double x = page.left();
      if (options_.rows.group_by == GroupBy::Body) {
        scene.add(Rectangle{{x, baseline - 0.72 * size_, 4, 0.8 * size_},
                            {{color_of(group.id)}, {}, "group-color"}});
        x += indent_;
      }
      scene.write({x, baseline},
                  shortened_to(group.label, axis.left() - column_gap - x, size_ + 1, Weight::Bold),
                  {.size = size_ + 1, .color = theme_.ink, .weight = Weight::Bold, .role = "group"});
      y += height;
    } else if (!options_.moments.empty()) {
      y += measures_.pitch;
    }
    const double rows_top = y;
    const std::size_t under_bars = scene.items.size();
    std::map<EntityId, double> middles;
    for (const MembershipRow& row : group.rows) {
      if (number++ % 2 == 0) bands_.push_back({page.left(), y, page.right() - page.left(), measures_.pitch});
      draw_row(page, row, axis, y);
      middles[row.member] = y + measures_.pitch / 2;
      y += measures_.pitch;
    }
    if (options_.rows.group_by == GroupBy::Body) draw_successions(scene, axis, middles);
    draw_moments(scene, group, axis, {top, rows_top, y}, under_bars);
    return y;
  }

  void draw_row(Page& page, const MembershipRow& row, const TimeAxis& axis, double y) {
    Scene& scene = page.scene();
    const double baseline = y + measures_.pitch / 2 + size_ * 0.36;
    scene.write({page.left() + indent_, baseline}, shortened_to(row.label, label_width_, size_),
                {.size = size_, .color = theme_.ink, .role = "row"});
    scene.write({dates_left_, baseline}, shortened_to(row.dates, dates_width_, size_ - 1),
                {.size = size_ - 1, .color = theme_.faint, .role = "dates"});
    const double height = std::min(measures_.pitch * 0.6, 10.0);
    const Box lane{axis.left(), y + (measures_.pitch - height) / 2, axis.right() - axis.left(), height};
    // What is surer lies on top, and a suspension on the membership that it interrupts.
    std::vector<const Tie*> order = row.ties;
    std::stable_sort(order.begin(), order.end(),
                     [](const Tie* a, const Tie* b) { return layer(*a) < layer(*b); });
    for (const Tie* tie : order) {
      scene.add(GroupBegin{"tie " + tie->relation.label, tooltip(*tie), url_of(*tie)});
      for (const Sign sign : draw_bar(scene, *tie, axis, lane, {color_of(row.body), &theme_}))
        signs_.insert(sign);
      scene.add(GroupEnd{});
    }
  }

  static int layer(const Tie& tie) {
    if (tie.relation.label == relation::suspended_from) return 3;
    if (!makes_member(tie.relation)) return 1;
    return std::holds_alternative<NotStated>(tie.interval.last()) ? 0 : 2;
  }

  static std::string tooltip(const Tie& tie) {
    return fmt::format("{} – {} – {}\n{}", tie.subject.name, event_name(Event::Held, tie.relation),
                       tie.object.name, evidence_lines(tie));
  }

  /// From the row of a state that ended to those of its successors.
  void draw_successions(Scene& scene, const TimeAxis& axis, const std::map<EntityId, double>& middles) const {
    for (const Tie& tie : ties_) {
      if (tie.relation.label != relation::successor_of) continue;
      const auto successor = middles.find(tie.subject.id), predecessor = middles.find(tie.object.id);
      const auto* date = std::get_if<Date>(&tie.interval.first());
      if (successor == middles.end() || predecessor == middles.end() || date == nullptr) continue;
      if (!axis.period().contains(date->earliest())) continue;
      const double x = axis.begin_of(date->earliest());
      const Look line{{}, {theme_.faint, 0.8, "1.5 1.5"}, "succession"};
      scene.add(GroupBegin{"succession", tooltip(tie), url_of(tie)});
      scene.add(Polyline{{{x, predecessor->second}, {x, successor->second}}, line});
      scene.add(Circle{{x, successor->second}, 1.6, {{theme_.faint}, {}, "succession"}});
      scene.add(GroupEnd{});
    }
  }

  struct GroupHeights {
    double top, rows_top, bottom;
  };

  void draw_moments(Scene& scene, const MembershipGroup& group, const TimeAxis& axis, const GroupHeights& y,
                    std::size_t under_bars) {
    std::vector<const Moment*> moments;
    for (const Moment& moment : options_.moments) {
      if (moment.of == group.id && axis.period().contains(moment.when.first)) moments.push_back(&moment);
    }
    std::stable_sort(moments.begin(), moments.end(),
                     [](const Moment* a, const Moment* b) { return a->when.first < b->when.first; });
    double free_from = axis.left();
    Scene drawn;
    for (const Moment* moment : moments) {
      const double x = axis.begin_of(moment->when.first);
      const double width = text_width(moment->label, moment_size);
      drawn.add(GroupBegin{"moment", moment->tooltip, ""});
      drawn.add(Polyline{{{x, y.rows_top - 2}, {x, y.bottom}}, {{}, {theme_.ink, 0.8, "3 2"}, "moment"}});
      double left = std::max(x - width / 2, free_from);
      left = std::min(left, axis.right() - width);
      if (left >= free_from && std::abs(left + width / 2 - x) < width / 2 + 6) {
        drawn.write({left, y.rows_top - 4}, moment->label,
                    {.size = moment_size, .color = theme_.ink, .role = "moment"});
        free_from = left + width + 6;
      }
      drawn.add(GroupEnd{});
    }
    scene.items.insert(scene.items.begin() + static_cast<std::ptrdiff_t>(under_bars),
                       std::make_move_iterator(drawn.items.begin()),
                       std::make_move_iterator(drawn.items.end()));
  }

  std::span<const Tie> ties_;
  const TimelineOptions& options_;
  const Theme& theme_;
  std::vector<MembershipGroup> groups_;
  bool headed_;
  Period period_;
  std::vector<EntityId> bodies_;  // sorted: their places are their colours
  Measures measures_;
  double size_ = 9, indent_ = 0, label_width_ = 0, dates_left_ = 0, dates_width_ = 0;
  std::vector<Box> bands_;
  std::set<Sign> signs_;
};

}  // namespace

Scene timeline_drawing(std::span<const Tie> ties, const TimelineOptions& options) {
  return Timeline(ties, options).draw();
}

}  // namespace entente
