#include "queries/changes.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

#include "graph/names.hpp"
#include "queries/members.hpp"
#include "queries/tie_reader.hpp"

namespace entente {

namespace {

constexpr std::array kind_names = {"joined", "left",  "expelled", "lapsed",    "suspended", "reinstated",
                                   "began",  "ended", "founded",  "dissolved", "renamed"};

bool opens(Event event) {
  return event == Event::Joined || event == Event::Suspended || event == Event::Signed ||
         event == Event::Ratified || event == Event::Founded || event == Event::EnteredIntoForce;
}
bool closes(Event event) {
  return event == Event::Left || event == Event::Expelled || event == Event::Reinstated ||
         event == Event::Dissolved;
}

/// The claims that speak of the beginning (or the end) of a tie; all of them when none does outright.
std::vector<Proof> proofs_of(const Tie& tie, bool beginning) {
  std::vector<Proof> own;
  for (const Proof& proof : tie.proofs) {
    if (beginning ? opens(proof.claim.event) : closes(proof.claim.event)) own.push_back(proof);
  }
  return own.empty() ? tie.proofs : own;
}

ChangeKind kind_of_beginning(const Tie& tie) {
  if (makes_member(tie.relation)) return ChangeKind::Joined;
  return tie.relation.label == relation::suspended_from ? ChangeKind::Suspended : ChangeKind::Began;
}

bool has_note(const Tie& tie, std::string_view rule) {
  return std::any_of(tie.notes.begin(), tie.notes.end(), [&](const Note& note) { return note.rule == rule; });
}

/// The days that the first (last) day of an edge may be.
Period window_of_first(const Readings& readings) {
  Period window{readings.first_earliest.value_or(beginning_of_time),
                readings.first_latest.value_or(end_of_time)};
  if (!readings.may_never_end)
    window.last = std::min(window.last, readings.last_latest.value_or(end_of_time));
  return window;
}
Period window_of_last(const Readings& readings) {
  Period window{readings.last_earliest.value_or(beginning_of_time),
                readings.last_latest.value_or(end_of_time)};
  window.first = std::max(window.first, readings.first_earliest.value_or(beginning_of_time));
  return window;
}

/// Collects the changes that pass the question's filters.
class Collector {
 public:
  Collector(const Store& store, const ChangesQuestion& question)
      : store_(store), question_(question), reader_(store) {}

  void add_edge(const Edge& edge) {
    if (!seen_.insert(edge.id).second) return;
    const Period first = window_of_first(edge.interval.readings());
    const Period last = window_of_last(edge.interval.readings());
    const bool begins = first.overlaps(question_.during) &&
                        (question_.undated || std::holds_alternative<Date>(edge.interval.first()));
    const bool ends = last.overlaps(question_.during) && !edge.interval.open() &&
                      (question_.undated || std::holds_alternative<Date>(edge.interval.last()));
    if (!begins && !ends) return;
    const Tie tie = reader_.tie(edge, question_.during, true);
    if (begins) add(kind_of_beginning(tie), tie, first, text_of(edge.interval.first()), true);
    if (ends) add(kind_of_end(tie), tie, last, text_of(edge.interval.last()), false);
  }

  void add_existence(const Entity& entity) {
    const auto add_date = [&](ChangeKind kind, const std::optional<Date>& date, Event event) {
      if (date)
        add(kind, entity.id, {}, *date,
            [event](const Claim& c) { return c.event == event && c.object.empty(); });
    };
    add_date(ChangeKind::Founded, entity.founded, Event::Founded);
    add_date(ChangeKind::Dissolved, entity.dissolved, Event::Dissolved);
    for (const Alias& alias : entity.aliases) {
      const std::optional<Date> since = alias.sort == AliasSort::Name ? in_use_since(alias) : std::nullopt;
      // The first name comes with the founding.
      if (!since || (entity.founded && !certainly_before(*entity.founded, *since))) continue;
      add(ChangeKind::Renamed, entity.id, alias.text, *since,
          [&](const Claim& c) { return c.event == Event::Renamed && c.object.name == alias.text; });
    }
  }

  std::vector<Change> take() {
    std::sort(changes_.begin(), changes_.end(), [](const Change& a, const Change& b) {
      const auto key = [](const Change& c) {
        return std::tuple(c.window.first, c.window.last, c.kind, fold_name(c.subject.name), c.subject.id,
                          c.object ? c.object->id : EntityId{}, c.text, c.tie ? c.tie->edge : EdgeId{});
      };
      return key(a) < key(b);
    });
    return std::move(changes_);
  }

  TieReader& reader() { return reader_; }

 private:
  template <typename End>
  static std::string text_of(const End& end) {
    const Date* date = std::get_if<Date>(&end);
    return date ? date->text() : std::string();
  }

  static std::optional<Date> in_use_since(const Alias& alias) {
    if (!alias.when) return std::nullopt;
    if (const auto* span = std::get_if<DateInterval>(&*alias.when)) {
      const auto* date = std::get_if<Date>(&span->start);
      return date ? std::optional(*date) : std::nullopt;
    }
    return std::get<Date>(*alias.when);
  }

  [[nodiscard]] bool certain(const Period& window) const {
    return question_.during.first <= window.first && window.last <= question_.during.last;
  }
  [[nodiscard]] bool wanted(ChangeKind kind, const Period& window) const {
    return (question_.kinds.empty() ||
            std::find(question_.kinds.begin(), question_.kinds.end(), kind) != question_.kinds.end()) &&
           window.overlaps(question_.during) && (!question_.certain_only || certain(window));
  }

  void add(ChangeKind kind, const Tie& tie, const Period& window, std::string when, bool beginning) {
    if (!wanted(kind, window)) return;
    Change change{.kind = kind,
                  .subject = tie.subject,
                  .object = tie.object,
                  .text = {},
                  .when = std::move(when),
                  .window = window,
                  .certain = certain(window),
                  .tie = tie};
    if (question_.evidence) {
      change.proofs = proofs_of(tie, beginning);
    } else {
      change.tie->proofs.clear();
    }
    changes_.push_back(std::move(change));
  }

  template <typename Speaks>
  void add(ChangeKind kind, const EntityId& entity, std::string text, const Date& date,
           const Speaks& speaks_of_it) {
    if (!wanted(kind, date.period())) return;
    Change change{.kind = kind,
                  .subject = reader_.ref(entity),
                  .object = {},
                  .text = std::move(text),
                  .when = date.text(),
                  .window = date.period(),
                  .certain = certain(date.period()),
                  .tie = {}};
    if (question_.evidence) {
      for (const Claim& claim : store_.claims_about(entity, std::nullopt)) {
        if (speaks_of_it(claim) && supports(claim, date)) change.proofs.push_back(reader_.proof(claim));
      }
      std::sort(change.proofs.begin(), change.proofs.end(),
                [](const Proof& a, const Proof& b) { return a.id < b.id; });
    }
    changes_.push_back(std::move(change));
  }

  const Store& store_;
  const ChangesQuestion& question_;
  TieReader reader_;
  std::set<EdgeId> seen_;
  std::vector<Change> changes_;
};

}  // namespace

const char* name_of(ChangeKind kind) noexcept { return kind_names[static_cast<std::size_t>(kind)]; }

ChangeKind kind_of_end(const Tie& tie) {
  const bool with_an_end = has_note(tie, "dissolution") || has_note(tie, "membership-ended");
  if (tie.relation.label == relation::suspended_from) {
    return with_an_end ? ChangeKind::Ended : ChangeKind::Reinstated;  // who is gone is not taken back
  }
  if (!makes_member(tie.relation)) return ChangeKind::Ended;
  bool left = false, expelled = false;
  for (const Proof& proof : tie.proofs) {
    left = left || proof.claim.event == Event::Left;
    expelled = expelled || proof.claim.event == Event::Expelled;
  }
  if (expelled && !left) return ChangeKind::Expelled;
  return with_an_end && !left ? ChangeKind::Lapsed : ChangeKind::Left;
}

Changes changes(const Store& store, const ChangesQuestion& question) {
  Collector collector(store, question);
  Changes answer{.during = question.during};
  const auto add_edges = [&](const std::optional<EntityId>& subject, const std::optional<EntityId>& object) {
    for (const Edge& edge : store.edges({.subject = subject,
                            .relations = question.relations,
                            .object = object,
                            .during = question.during})) {
      collector.add_edge(edge);
    }
  };
  if (question.body) {
    answer.body = collector.reader().ref(*question.body);
    const std::vector<EntityId> line =
        question.follow_successors ? lineage(store, *question.body) : std::vector{*question.body};
    for (const EntityId& id : line) {
      add_edges(question.subject, id);
      if (question.subject) continue;
      if (!question.within_body) add_edges(id, std::nullopt);
      if (const auto entity = store.entity(id)) collector.add_existence(*entity);
    }
  } else {
    add_edges(question.subject, std::nullopt);
    if (question.subject) {
      if (const auto entity = store.entity(*question.subject)) collector.add_existence(*entity);
    } else {
      for (const Entity& entity : store.entities()) collector.add_existence(entity);
    }
  }
  answer.changes = collector.take();
  return answer;
}

}  // namespace entente
