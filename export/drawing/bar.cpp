#include "export/drawing/bar.hpp"

#include <algorithm>
#include <optional>
#include <variant>

#include "queries/changes.hpp"
#include "queries/scope.hpp"

namespace entente {

namespace {

constexpr double lesser_share = 0.36;     // of the lane's height, for what is less than membership
constexpr double suspended_share = 0.42;  // of the lane's height, for the gap that a suspension leaves
constexpr double presumed_tint = 0.30;
constexpr double narrowest = 1.0;  // a day is seen, however long the axis
constexpr double mark_overhang = 1.6;

Sign sign_of(const Relation& relation) {
  if (makes_member(relation)) return Sign::Certain;
  if (relation.label == relation::suspended_from) return Sign::Suspended;
  if (relation.label == relation::observer_of) return Sign::Observer;
  if (relation.label == relation::candidate_of) return Sign::Candidate;
  if (relation.label == relation::partner_of) return Sign::Partner;
  if (relation.label == relation::signatory_of) return Sign::Signatory;
  return Sign::Other;
}

Box middle(const Box& lane, double share) {
  const double height = lane.height * share;
  return {lane.left, lane.top + (lane.height - height) / 2, lane.width, height};
}

/// The dash that tells lesser relations apart; empty: a whole line.
const char* dash_of(Sign sign) {
  switch (sign) {
    case Sign::Candidate:
      return "4 2";
    case Sign::Partner:
      return "1.5 1.5";
    case Sign::Signatory:
      return "6 1.5 1.5 1.5";
    default:
      return "";
  }
}

/// Where a piece of a bar has points instead of straight ends.
struct Ends {
  bool before = false, after = false;
};

void draw_piece(Scene& scene, const Box& box, const Look& look, const Ends& ends) {
  const double point = std::min(box.height * 0.55, box.width / 2);
  if (!ends.before && !ends.after) {
    scene.add(Rectangle{box, look});
    return;
  }
  const double middle_y = box.top + box.height / 2;
  std::vector<Point> corners;
  if (ends.before) {
    corners = {{box.left + point, box.bottom()}, {box.left, middle_y}, {box.left + point, box.top}};
  } else {
    corners = {{box.left, box.bottom()}, {box.left, box.top}};
  }
  if (ends.after) {
    corners.insert(
        corners.end(),
        {{box.right() - point, box.top}, {box.right(), middle_y}, {box.right() - point, box.bottom()}});
  } else {
    corners.insert(corners.end(), {{box.right(), box.top}, {box.right(), box.bottom()}});
  }
  scene.add(Polygon{std::move(corners), look});
}

Look look_of(Sign kind, Status status, const BarStyle& style) {
  const std::string role = std::string("bar ") + name_of(status);
  if (kind == Sign::Suspended) {
    const std::string paper = style.theme->paper;
    switch (status) {
      case Status::Certain:
        return {{paper}, {style.color, 0.6, ""}, role + " suspended"};
      case Status::Presumed:
        return {{paper}, {style.color, 0.6, "2 1.2"}, role + " suspended"};
      default:
        return {{paper, Texture::Hatch}, {}, role + " suspended"};
    }
  }
  if (kind != Sign::Certain) {
    const char* dash = dash_of(kind);
    const std::string lesser = role + " lesser";
    switch (status) {
      case Status::Certain:
        return {{tint(style.color, style.theme->paper, 0.45)}, {style.color, 0.8, dash}, lesser};
      case Status::Presumed:
        return {{tint(style.color, style.theme->paper, 0.12)}, {style.color, 0.6, dash}, lesser};
      default:
        return {{style.color, Texture::Hatch}, {}, lesser};
    }
  }
  switch (status) {
    case Status::Certain:
      return {{style.color}, {}, role};
    case Status::Presumed:
      return {{tint(style.color, style.theme->paper, presumed_tint)}, {style.color, 0.6, ""}, role};
    default:
      return {{style.color, Texture::Hatch}, {style.color, 0.35, ""}, role};
  }
}

double share_of(Sign kind) {
  if (kind == Sign::Certain) return 1;
  return kind == Sign::Suspended ? suspended_share : lesser_share;
}

void draw_mark(Scene& scene, Sign sign, double x, const Box& lane, const BarStyle& style) {
  const std::string ink = style.theme->ink;
  const double top = lane.top - mark_overhang, bottom = lane.bottom() + mark_overhang;
  if (sign == Sign::Expelled) {
    const double r = std::min(lane.height * 0.38, 3.0), y = lane.top + lane.height / 2;
    const Look look{{}, {ink, 1.3, ""}, "mark expelled"};
    scene.add(Polyline{{{x - r, y - r}, {x + r, y + r}}, look});
    scene.add(Polyline{{{x - r, y + r}, {x + r, y - r}}, look});
    return;
  }
  if (sign == Sign::Disputed) {
    const double r = std::min(lane.height * 0.42, 3.2), y = lane.top + lane.height / 2;
    scene.add(Polygon{{{x, y - r}, {x + r, y}, {x, y + r}, {x - r, y}},
                      {{style.theme->paper}, {ink, 0.9, ""}, "mark disputed"}});
    return;
  }
  const char* role = sign == Sign::Joined ? "mark joined" : "mark left";
  scene.add(Polyline{{{x, top}, {x, bottom}}, {{}, {ink, sign == Sign::Joined ? 0.9 : 1.5, ""}, role}});
}

/// The day in the middle of a date, where it is marked.
Day middle_of(const Period& period) {
  return Day{period.first.number() + (period.last.number() - period.first.number()) / 2};
}

class Bar {
 public:
  Bar(Scene& scene, const Tie& tie, const TimeAxis& axis, const Box& lane, const BarStyle& style)
      : scene_(scene), tie_(tie), axis_(axis), lane_(lane), style_(style), kind_(sign_of(tie.relation)) {}

  std::vector<Sign> draw() {
    draw_pieces();
    if (kind_ == Sign::Certain) draw_ends();
    for (const Dispute& dispute : tie_.disputes) draw_dispute(dispute);
    return signs_;
  }

 private:
  void need(Sign sign) {
    if (std::find(signs_.begin(), signs_.end(), sign) == signs_.end()) signs_.push_back(sign);
  }

  void draw_pieces() {
    const auto changes = tie_.changes.empty() ? status_changes(tie_.interval.readings()) : tie_.changes;
    const Box box = middle(lane_, share_of(kind_));
    for (std::size_t i = 0; i < changes.size(); ++i) {
      const Status status = changes[i].status;
      if (status == Status::No) continue;
      const std::optional<Day> first = changes[i].from;
      std::optional<Day> last;
      if (i + 1 < changes.size()) last = changes[i + 1].from->previous();
      if ((first && axis_.period().last < *first) || (last && *last < axis_.period().first)) continue;
      Box piece = box;
      piece.left = first ? axis_.begin_of(*first) : axis_.left();
      piece.width = (last ? axis_.end_of(*last) : axis_.right()) - piece.left;
      if (piece.width < narrowest) {
        piece.left = std::min(piece.left, axis_.right() - narrowest);
        piece.width = narrowest;
      }
      draw_piece(scene_, piece, look_of(kind_, status, style_), {!first, !last});
      if (kind_ == Sign::Certain) {
        need(status);
      } else {
        need(kind_);
        if (status == Status::Possible) need(Sign::Possible);
      }
      if (!first || !last) need(Sign::Open);
    }
  }

  void need(Status status) {
    need(status == Status::Certain    ? Sign::Certain
         : status == Status::Presumed ? Sign::Presumed
                                      : Sign::Possible);
  }

  [[nodiscard]] bool shows(Day day) const { return axis_.period().contains(day); }

  void draw_ends() {
    if (const auto* first = std::get_if<Date>(&tie_.interval.first()); first && shows(first->latest())) {
      draw_mark(scene_, Sign::Joined, axis_.begin_of(first->earliest()), lane_, style_);
      need(Sign::Joined);
    }
    const auto* last = std::get_if<Date>(&tie_.interval.last());
    if (last == nullptr || !shows(last->earliest())) return;
    const ChangeKind kind = kind_of_end(tie_);
    if (kind != ChangeKind::Left && kind != ChangeKind::Expelled) return;
    const Sign sign = kind == ChangeKind::Left ? Sign::Left : Sign::Expelled;
    draw_mark(scene_, sign, axis_.end_of(last->latest()), lane_, style_);
    need(sign);
  }

  void draw_dispute(const Dispute& dispute) {
    for (std::size_t i = 1; i < dispute.alternatives.size(); ++i) {  // the first is the one that is drawn
      const Day day = middle_of(dispute.alternatives[i].date.period());
      if (!shows(day)) continue;
      draw_mark(scene_, Sign::Disputed, axis_.begin_of(day), lane_, style_);
      need(Sign::Disputed);
    }
  }

  Scene& scene_;
  const Tie& tie_;
  const TimeAxis& axis_;
  const Box lane_;
  const BarStyle& style_;
  Sign kind_;
  std::vector<Sign> signs_;
};

}  // namespace

const char* label_of(Sign sign) noexcept {
  switch (sign) {
    case Sign::Certain:
      return "certain";
    case Sign::Presumed:
      return "presumed: no source says that it ended";
    case Sign::Possible:
      return "possible: the dates are too coarse to tell";
    case Sign::Suspended:
      return "suspended";
    case Sign::Observer:
      return "observer";
    case Sign::Candidate:
      return "candidate";
    case Sign::Partner:
      return "partner";
    case Sign::Signatory:
      return "signatory";
    case Sign::Other:
      return "another tie";
    case Sign::Open:
      return "an end that no source gives";
    case Sign::Joined:
      return "joined";
    case Sign::Left:
      return "left";
    case Sign::Expelled:
      return "expelled";
    case Sign::Disputed:
      return "another date in the sources";
  }
  return "";
}

std::vector<Sign> draw_bar(Scene& scene, const Tie& tie, const TimeAxis& axis, const Box& lane,
                           const BarStyle& style) {
  return Bar(scene, tie, axis, lane, style).draw();
}

void draw_sample(Scene& scene, Sign sign, const Box& box, const BarStyle& style) {
  const double centre = box.left + box.width / 2;
  const Box right_half{centre, box.top, box.width / 2, box.height};
  switch (sign) {
    case Sign::Certain:
    case Sign::Presumed:
    case Sign::Possible: {
      const Status status = sign == Sign::Certain    ? Status::Certain
                            : sign == Sign::Presumed ? Status::Presumed
                                                     : Status::Possible;
      draw_piece(scene, box, look_of(Sign::Certain, status, style), {false, sign == Sign::Presumed});
      return;
    }
    case Sign::Suspended:
      draw_piece(scene, box, look_of(Sign::Certain, Status::Certain, style), {});
      draw_piece(scene, middle({box.left + 5, box.top, box.width - 5, box.height}, suspended_share),
                 look_of(Sign::Suspended, Status::Certain, style), {});
      return;
    case Sign::Observer:
    case Sign::Candidate:
    case Sign::Partner:
    case Sign::Signatory:
    case Sign::Other:
      draw_piece(scene, middle(box, lesser_share), look_of(sign, Status::Certain, style), {});
      return;
    case Sign::Open:
      draw_piece(scene, box, look_of(Sign::Certain, Status::Presumed, style), {false, true});
      return;
    case Sign::Joined:
      draw_piece(scene, right_half, look_of(Sign::Certain, Status::Certain, style), {});
      draw_mark(scene, sign, centre, box, style);
      return;
    case Sign::Left:
    case Sign::Expelled:
      draw_piece(scene, {box.left, box.top, box.width / 2, box.height},
                 look_of(Sign::Certain, Status::Certain, style), {});
      draw_mark(scene, sign, centre, box, style);
      return;
    case Sign::Disputed:
      draw_piece(scene, box, look_of(Sign::Certain, Status::Certain, style), {});
      draw_mark(scene, sign, centre, box, style);
      return;
  }
}

}  // namespace entente
