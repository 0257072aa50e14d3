// Members that go from one body to another: the joining that a leaving tells of, and the reverse.

#include <algorithm>

#include "loaders/article/frame_places.hpp"

namespace entente::detail {

void read_move_from(Reading& r, const FilledFrame& filled, const std::vector<ResolvedBody>& bodies,
                    bool sides) {
  const std::size_t v = filled.verb;
  const Frame& f = *filled.frame;
  const std::size_t order = r.s.verb(v)->main;
  std::vector<ResolvedBody> old;
  if (const auto from = r.arguments.after(v, "from")) {
    for (const auto& b : r.discourse.bodies(r.s, *from))
      if (r.discourse.is_body(b.referent) || (sides && could_be_left(r, b))) old.push_back(b);
  } else if (const auto& in = r.discourse.bodies_of(filled.members.front().referent); !in.empty()) {
    old.push_back({in.back(), false, {}});
  } else if (const auto spoken = r.discourse.body_spoken_of(r.s, v); spoken && !f.known) {
    old.push_back({*spoken, false, {}});
  }
  old.erase(std::remove_if(old.begin(), old.end(),
                           [&](const ResolvedBody& b) {
                             return std::any_of(bodies.begin(), bodies.end(), [&](const ResolvedBody& x) {
                               return x.referent == b.referent;
                             });
                           }),
            old.end());
  r.emit(filled.members, Event::Left, std::string(relation::member_of), old, filled.date, filled.certainty,
         f.name + "-from", order);
}

void read_move_to(Reading& r, const FilledFrame& filled, const std::vector<ResolvedBody>& bodies) {
  const std::size_t v = filled.verb;
  const Frame& f = *filled.frame;
  const std::size_t order = r.s.verb(v)->main;
  for (const char* way : {"for", "to"}) {
    const bool moves = f.name == "defect" || f.name == "move-out";
    if ((std::string_view(way) == "to") != moves) continue;
    const auto e = r.arguments.after(v, way);
    if (!e) continue;
    std::vector<ResolvedBody> joined;
    for (const auto& b : r.discourse.bodies(r.s, *e))
      if ((r.discourse.is_body(b.referent) ||
           (r.discourse.referents()[b.referent].sort == Sort::Unknown &&
            (r.s.noun(*e)->determiner == Determiner::The || r.discourse.is_body(bodies.front().referent) ||
             f.name == "defect"))) &&
          b.named && r.s.noun(*e)->names.size() >= 1 &&
          std::none_of(bodies.begin(), bodies.end(),
                       [&](const ResolvedBody& x) { return x.referent == b.referent; }))
        joined.push_back(b);
    if (!joined.empty())
      r.emit(filled.members, Event::Joined, std::string(relation::member_of), joined, filled.date,
             filled.certainty, f.name + "-for", order);
    break;
  }
}

}  // namespace entente::detail
