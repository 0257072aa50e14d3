#include "graph/spell.hpp"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace entente::detail {

namespace {

/// Marks whose dates are compatible with one another: they speak of one event. The period is what all of them
/// allow.
struct Cluster {
  Period period;
  std::vector<Mark> marks;
};

bool by_date(const Mark& a, const Mark& b) {
  const auto key = [](const Mark& m) {
    return std::make_tuple(m.date->earliest(), m.date->latest(), std::string_view(m.date->text()), m.claim);
  };
  return key(a) < key(b);
}

std::int64_t width(const Period& period) { return period.last.number() - period.first.number(); }

/// REQUIRES: every mark has a date. Greedy from the earliest: a mark joins the last cluster that it is
/// compatible with.
std::vector<Cluster> cluster(std::vector<Mark> marks) {
  std::sort(marks.begin(), marks.end(), by_date);
  std::vector<Cluster> clusters;
  for (Mark& mark : marks) {
    const Period& said = mark.date->period();
    const auto match = std::find_if(clusters.rbegin(), clusters.rend(),
                                    [&](const Cluster& c) { return c.period.overlaps(said); });
    if (match == clusters.rend()) {
      clusters.push_back({said, {std::move(mark)}});
      continue;
    }
    match->period = {std::max(match->period.first, said.first), std::min(match->period.last, said.last)};
    match->marks.push_back(std::move(mark));
  }
  std::sort(clusters.begin(), clusters.end(), [](const Cluster& a, const Cluster& b) {
    return std::tie(a.period.first, a.period.last) < std::tie(b.period.first, b.period.last);
  });
  return clusters;
}

/// The narrowest way any of the marks puts the period, or the period itself where only all of them together
/// do.
Date date_of(const Cluster& c) {
  const auto narrowest = std::min_element(c.marks.begin(), c.marks.end(), [](const Mark& a, const Mark& b) {
    return std::make_pair(width(a.date->period()), std::string_view(a.date->text())) <
           std::make_pair(width(b.date->period()), std::string_view(b.date->text()));
  });
  return narrowest->date->period() == c.period ? *narrowest->date : Date::of_period(c.period);
}

std::vector<ClaimId> sorted_unique(std::vector<ClaimId> ids) {
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  return ids;
}

struct Candidate {
  const Cluster* cluster;
  int priority;
  std::size_t sources;
  std::int64_t width;
};

/// How well the marks of all `rivals` support this one: a coarse date supports every finer one that it
/// allows.
Candidate weigh(const Cluster& c, const std::vector<Cluster>& rivals) {
  int priority = c.marks.front().weight.priority;
  std::vector<std::uint32_t> sources;
  for (const Mark& mark : c.marks) priority = std::max(priority, mark.weight.priority);
  for (const Cluster& rival : rivals) {
    for (const Mark& mark : rival.marks) {
      if (mark.date->period().overlaps(c.period)) sources.push_back(mark.weight.source);
    }
  }
  std::sort(sources.begin(), sources.end());
  sources.erase(std::unique(sources.begin(), sources.end()), sources.end());
  return {&c, priority, sources.size(), width(c.period)};
}

Chosen choose(const std::vector<Cluster>& clusters) {
  std::vector<Candidate> candidates;
  for (const Cluster& c : clusters) candidates.push_back(weigh(c, clusters));
  std::stable_sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
    return std::make_tuple(-a.priority, -static_cast<std::int64_t>(a.sources), a.width) <
           std::make_tuple(-b.priority, -static_cast<std::int64_t>(b.sources), b.width);
  });
  Chosen chosen{date_of(*candidates.front().cluster), {}};
  if (candidates.size() == 1) return chosen;
  for (const Candidate& candidate : candidates) {
    std::vector<ClaimId> ids;
    for (const Mark& mark : candidate.cluster->marks) ids.push_back(mark.claim);
    chosen.alternatives.push_back({date_of(*candidate.cluster), sorted_unique(std::move(ids))});
  }
  return chosen;
}

/// A spell under construction: all that was said of its two ends.
struct Draft {
  std::vector<Cluster> firsts;
  std::vector<Cluster> lasts;
  bool ended = false;           ///< somebody says that it ended, nobody when
  std::optional<Day> ended_by;  ///< the earliest horizon of those who say so
  std::optional<Day> ongoing;   ///< the latest horizon of those who say that it holds
  Limits limits;
  std::vector<Mark> observed_after_end;
  std::vector<ClaimId> claims;
  std::vector<Note> notes;

  [[nodiscard]] bool closed() const { return !lasts.empty() || ended; }
  /// When it began and ended, by the dates that are kept: chosen once, as many observations are held against
  /// them.
  std::optional<Period> first, last;
  void choose_ends() {
    if (!firsts.empty()) first = choose(firsts).date.period();
    if (!lasts.empty()) last = choose(lasts).date.period();
  }
  void take(const Cluster& c) {
    for (const Mark& mark : c.marks) claims.push_back(mark.claim);
  }
};

/// The alternation of openings and closings. An opening while open, or a closing while closed, is a second
/// date for the same event, a conflict: only a leaving makes a later joining a second membership.
std::vector<Draft> alternate(std::vector<Cluster> opens, std::vector<Cluster> closes) {
  std::vector<Draft> drafts;
  bool inside = false;
  auto open = opens.begin();
  auto close = closes.begin();
  const auto precedes = [](const Cluster& a, const Cluster& b) { return a.period.last < b.period.first; };
  while (open != opens.end() || close != closes.end()) {
    const bool have_open = open != opens.end(), have_close = close != closes.end();
    const bool take_open = inside ? have_open && (!have_close || precedes(*open, *close))
                                  : have_open && !(have_close && precedes(*close, *open));
    if (take_open && !inside) drafts.emplace_back();
    if (!take_open && !inside && drafts.empty()) drafts.emplace_back();
    Draft& draft = drafts.back();
    Cluster& taken = take_open ? *open++ : *close++;
    draft.take(taken);
    (take_open ? draft.firsts : draft.lasts).push_back(std::move(taken));
    inside = take_open;
  }
  for (Draft& draft : drafts) draft.choose_ends();
  return drafts;
}

/// The spell that a source means when it says that it ended: the one that the same claim opens, else the last
/// that had begun when the source spoke; where none had, one that only this source tells of.
Draft& meant_by_undated_end(std::vector<Draft>& drafts, const Mark& mark) {
  const auto opened_here = [&](const Draft& draft) {
    return std::any_of(draft.firsts.begin(), draft.firsts.end(), [&](const Cluster& c) {
      return std::any_of(c.marks.begin(), c.marks.end(),
                         [&](const Mark& m) { return m.claim == mark.claim; });
    });
  };
  if (mark.spans) {
    const auto own = std::find_if(drafts.begin(), drafts.end(), opened_here);
    if (own != drafts.end()) return *own;
  }
  const auto& horizon = mark.weight.horizon;
  const auto begun = [&](const Draft& draft) {
    return !horizon || !draft.first || draft.first->first <= *horizon;
  };
  const auto last = std::find_if(drafts.rbegin(), drafts.rend(), begun);
  return last == drafts.rend() ? *drafts.emplace(drafts.begin()) : *last;
}

void end_undated(std::vector<Draft>& drafts, const Mark& mark) {
  Draft& draft = meant_by_undated_end(drafts, mark);
  draft.claims.push_back(mark.claim);
  if (!draft.lasts.empty()) return;  // a dated end says it better
  draft.ended = true;
  const auto& horizon = mark.weight.horizon;
  if (horizon && (!draft.first || draft.first->first <= *horizon)) {
    draft.ended_by = draft.ended_by ? std::min(*draft.ended_by, *horizon) : *horizon;
  }
}

/// Whether some reading of the draft holds on some day of the period.
bool allows(const Draft& draft, const Period& period) {
  const auto first = draft.first, last = draft.last;
  if (first && period.last < first->first) return false;
  if (last && last->last < period.first) return false;
  return !(draft.ended && draft.ended_by && *draft.ended_by < period.first);
}

void tighten(Limits& limits, const Period& held) {
  limits.first_not_after = limits.first_not_after ? std::min(*limits.first_not_after, held.last) : held.last;
  limits.last_not_before =
      limits.last_not_before ? std::max(*limits.last_not_before, held.first) : held.first;
}

/// Whether "a member later" need not contradict the end: no day was named for that, or the same source tells
/// of both. The member came back.
bool came_back(const Draft& draft, const Mark& mark) {
  if (draft.lasts.empty()) return true;
  for (const Cluster& c : draft.lasts) {
    for (const Mark& m : c.marks) {
      if (m.weight.source == mark.weight.source) return true;
    }
  }
  return false;
}

void observe(std::vector<Draft>& drafts, const Mark& mark, const Period& held) {
  std::vector<Draft*> fitting;
  for (Draft& draft : drafts) {
    if (allows(draft, held)) fitting.push_back(&draft);
  }
  if (fitting.size() == 1 || (fitting.size() > 1 && mark.sort == Mark::Sort::Ongoing)) {
    Draft& draft = *fitting.back();
    draft.claims.push_back(mark.claim);
    tighten(draft.limits, held);
    if (mark.sort == Mark::Sort::Ongoing && !draft.closed()) {
      draft.ongoing = draft.ongoing ? std::max(*draft.ongoing, held.last) : held.last;
    }
    return;
  }
  if (fitting.size() > 1) {  // too coarse to say which spell: it supports both and narrows neither
    for (Draft* draft : fitting) draft->claims.push_back(mark.claim);
    return;
  }
  const auto after = std::find_if(drafts.begin(), drafts.end(), [&](const Draft& draft) {
    const auto first = draft.first;
    return first && held.last < first->first;
  });
  if (after != drafts.begin() && !came_back(*std::prev(after), mark)) {
    Draft& before = *std::prev(after);  // said to have ended, seen to hold later
    before.claims.push_back(mark.claim);
    before.observed_after_end.push_back(mark);
    return;
  }
  // Seen before any joining that is known, or seen again by one who knows of the leaving: a spell of its own.
  Draft draft;
  draft.claims.push_back(mark.claim);
  tighten(draft.limits, held);
  if (after != drafts.end()) {
    draft.ended = true;
    draft.ended_by = std::max(held.first, after->first->last);
    draft.notes.push_back(
        {"observed-earlier", "held before a joining that is dated later; nobody says when it ended"});
  } else if (mark.sort == Mark::Sort::Ongoing) {
    draft.ongoing = held.last;
  }
  if (after != drafts.begin()) {
    const Draft& before = *std::prev(after);
    const auto earlier = before.last ? before.last : before.first;
    if (earlier) draft.limits.first_not_before = earlier->first;
  }
  drafts.insert(after, std::move(draft));
}

Dispute dispute_of(Dispute::End end, const Chosen& chosen) { return {end, chosen.alternatives}; }

Spell finish(Draft draft) {
  Spell spell;
  spell.limits = draft.limits;
  spell.notes = std::move(draft.notes);
  if (!draft.firsts.empty()) {
    const Chosen chosen = choose(draft.firsts);
    spell.first = chosen.date;
    if (!chosen.alternatives.empty()) spell.disputes.push_back(dispute_of(Dispute::End::First, chosen));
  }
  if (!draft.lasts.empty()) {
    Chosen chosen = choose(draft.lasts);
    if (!draft.observed_after_end.empty()) {
      if (chosen.alternatives.empty()) {
        std::vector<ClaimId> ids;
        for (const Cluster& c : draft.lasts) {
          for (const Mark& mark : c.marks) ids.push_back(mark.claim);
        }
        chosen.alternatives.push_back({chosen.date, sorted_unique(std::move(ids))});
      }
      for (const Mark& mark : draft.observed_after_end) {
        const Date seen = mark.date ? *mark.date : Date::of_day(*mark.weight.horizon);
        chosen.alternatives.push_back({seen, {mark.claim}});
      }
      spell.notes.push_back(
          {"observed-later", "a source says that it held after the day on which it is said to have ended"});
    }
    spell.last = chosen.date;
    if (!chosen.alternatives.empty()) spell.disputes.push_back(dispute_of(Dispute::End::Last, chosen));
  } else if (draft.ended) {
    spell.last = Unknown{};
    if (draft.ended_by) spell.limits.last_not_after = draft.ended_by;
  } else if (draft.ongoing) {
    spell.last = Ongoing{*draft.ongoing};
    spell.limits.last_not_before.reset();  // the horizon says it already
  }
  spell.claims = sorted_unique(std::move(draft.claims));
  return spell;
}

}  // namespace

Chosen choose_date(const std::vector<Mark>& marks) { return choose(cluster(marks)); }

std::vector<Spell> fold_spells(std::vector<Mark> marks) {
  std::sort(marks.begin(), marks.end(), [](const Mark& a, const Mark& b) {
    return std::tie(a.sort, a.claim) < std::tie(b.sort, b.claim);
  });
  std::vector<Mark> opens, closes, undated_opens, undated_closes, seen, seen_undated;
  for (const Mark& mark : marks) {
    switch (mark.sort) {
      case Mark::Sort::Opens:
        (mark.date ? opens : undated_opens).push_back(mark);
        break;
      case Mark::Sort::Closes:
        (mark.date ? closes : undated_closes).push_back(mark);
        break;
      case Mark::Sort::Observed:
        (mark.date ? seen : seen_undated).push_back(mark);
        break;
      case Mark::Sort::Ongoing:
        (mark.weight.horizon ? seen : seen_undated).push_back(mark);
        break;
    }
  }
  std::vector<Draft> drafts = alternate(cluster(std::move(opens)), cluster(std::move(closes)));
  for (const Mark& mark : undated_closes) end_undated(drafts, mark);

  const auto held = [](const Mark& mark) {
    return mark.date ? mark.date->period() : Period{*mark.weight.horizon, *mark.weight.horizon};
  };
  std::sort(seen.begin(), seen.end(), [&](const Mark& a, const Mark& b) {
    return std::make_tuple(held(a).first, held(a).last, a.claim) <
           std::make_tuple(held(b).first, held(b).last, b.claim);
  });
  for (const Mark& mark : seen) observe(drafts, mark, held(mark));

  // What has no date proves that there was a spell, and says when it began at the latest: when it was said.
  for (const auto* undated : {&undated_opens, &seen_undated}) {
    for (const Mark& mark : *undated) {
      if (drafts.empty()) drafts.emplace_back();
      Draft& draft = drafts.front();
      draft.claims.push_back(mark.claim);
      if (draft.firsts.empty() && draft.lasts.empty() && !draft.limits.first_not_after &&
          mark.weight.horizon) {
        draft.limits.first_not_after = mark.weight.horizon;
      }
    }
  }
  std::vector<Spell> spells;
  for (Draft& draft : drafts) spells.push_back(finish(std::move(draft)));
  return spells;
}

}  // namespace entente::detail
