#include "queries/answer_focus.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "queries/tie_reader.hpp"

namespace entente::detail {

namespace {

/// `on 1949-04-04`, `in 1949`.
std::string dated(const Date& date) {
  const Period days = date.period();
  return fmt::format("{} {}", days.first == days.last ? "on" : "in", date.text());
}

/// `A`, `A and B`, `A, B and C`.
std::string listed(const std::vector<std::string>& items) {
  std::string text;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i != 0) text += i + 1 == items.size() ? " and " : ", ";
    text += items[i];
  }
  return text;
}

void add_new(std::vector<std::string>& items, const std::string& item) {
  if (std::find(items.begin(), items.end(), item) == items.end()) items.push_back(item);
}

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", count, count == 1 ? one : many);
}

// How many.

/// By entity, as its ties of membership have it together: suspension counts for nothing here.
FocusedAnswer count(std::vector<Tie>& ties, TieEnd end, const std::optional<Period>& when,
                    std::string_view one, std::string_view many) {
  std::erase_if(ties, [](const Tie& tie) { return !makes_member(tie.relation); });
  std::map<EntityId, std::vector<Tie>> spells;
  for (const Tie& tie : ties) spells[end == TieEnd::Subject ? tie.subject.id : tie.object.id].push_back(tie);
  std::map<Status, std::size_t> counts;
  for (const auto& [id, of_one] : spells) {
    Status status = combined_status(of_one, when.value_or(all_time));
    if (!when && status == Status::Part) status = Status::Certain;  // certainly at some time
    ++counts[status];
  }
  FocusedAnswer answer{counted(spells.size(), one, many) + (when ? "" : " at any time"), !spells.empty()};
  if (spells.empty()) answer.text = fmt::format("No {}{}", one, when ? "" : " at any time");
  std::vector<std::string> parts;
  for (const auto& [status, number] : counts) {
    parts.push_back(
        fmt::format("{} {}", number, status == Status::Part ? "for part of the time" : name_of(status)));
  }
  if (!parts.empty()) answer.text += fmt::format(": {}", fmt::join(parts, ", "));
  answer.text += '.';
  return answer;
}

// When one joined or left the other.

bool speaks_of(const Claim& claim, Focus focus) {
  switch (claim.event) {
    case Event::Left:
    case Event::Expelled:
    case Event::Dissolved:
      return focus == Focus::Leaving;
    case Event::Joined:
    case Event::Founded:
    case Event::Signed:
    case Event::Ratified:
    case Event::EnteredIntoForce:
      return focus == Focus::Joining;
    default:
      return false;
  }
}

/// Of each tie, the claims about the end that was asked for, if there are any.
void keep_proofs(std::vector<Tie>& ties, Focus focus) {
  for (Tie& tie : ties) {
    std::vector<Proof> own;
    for (const Proof& proof : tie.proofs) {
      if (speaks_of(proof.claim, focus)) own.push_back(proof);
    }
    if (!own.empty()) tie.proofs = std::move(own);
  }
}

FocusedAnswer joining(Was& was) {
  std::vector<std::string> dates;
  for (const Tie& tie : was.ties) {
    if (const Date* first = std::get_if<Date>(&tie.interval.first())) add_new(dates, dated(*first));
  }
  keep_proofs(was.ties, Focus::Joining);
  if (!dates.empty()) {
    return {fmt::format("{} joined {} {}.", was.subject.name, was.body.name, listed(dates)), true};
  }
  return {fmt::format("No source says {} {} joined {}.", was.ties.empty() ? "that" : "when", was.subject.name,
                      was.body.name),
          false};
}

FocusedAnswer leaving(Was& was) {
  std::vector<std::string> left, lapsed;
  std::vector<Tie> ended;
  bool went = false;
  for (const Tie& tie : was.ties) {
    if (tie.interval.open()) continue;
    ended.push_back(tie);
    const bool is_lapsed = kind_of_end(tie) == ChangeKind::Lapsed;
    went = went || !is_lapsed;
    if (const Date* last = std::get_if<Date>(&tie.interval.last()))
      add_new(is_lapsed ? lapsed : left, dated(*last));
  }
  if (!ended.empty()) was.ties = std::move(ended);  // what did not end shows how it stands
  keep_proofs(was.ties, Focus::Leaving);
  if (!left.empty()) {
    return {fmt::format("{} left {} {}.", was.subject.name, was.body.name, listed(left)), true};
  }
  std::string text =
      fmt::format("No source says {} {} left {}", went ? "when" : "that", was.subject.name, was.body.name);
  if (lapsed.empty()) return {text + '.', false};
  return {text + fmt::format("; the membership lapsed with the member or the body {}.", listed(lapsed)),
          true};
}

// Who, or whether one, joined or left in a period.

std::string_view verb_of(const ChangesQuestion& question) {
  const ChangeKind kind = question.kinds.empty() ? ChangeKind::Joined : question.kinds.front();
  return kind == ChangeKind::Left ? "left" : kind == ChangeKind::Expelled ? "was expelled from" : "joined";
}

FocusedAnswer whether_changed(const EntityRef& subject, std::string_view verb, const Changes& changes,
                              std::string_view then) {
  std::vector<std::string> certain, possible;
  for (const Change& change : changes.changes) {
    const auto date = Date::try_parse(change.when);
    add_new(change.certain ? certain : possible, date ? dated(*date) : "at a time that no source gives");
  }
  const std::string what =
      fmt::format("{} {} {}", subject.name, verb, changes.body ? changes.body->name : "");
  if (!certain.empty()) return {fmt::format("Yes: {} {}.", what, listed(certain)), true};
  if (!possible.empty()) return {fmt::format("Possibly: {} {}.", what, listed(possible)), true};
  return {fmt::format("No source says that {}{}.", what, then), false};
}

FocusedAnswer who_changed(std::string_view verb, const Changes& changes, std::string_view then) {
  std::vector<std::string> certain, possible;
  for (const Change& change : changes.changes)
    add_new(change.certain ? certain : possible, change.subject.name);
  const std::string what = fmt::format("{} {}", verb, changes.body ? changes.body->name : "");
  std::erase_if(possible, [&](const std::string& name) {
    return std::find(certain.begin(), certain.end(), name) != certain.end();
  });
  if (certain.empty() && possible.empty())
    return {fmt::format("No source says that anyone {}{}.", what, then), false};
  if (certain.empty()) return {fmt::format("Possibly {} {}{}.", listed(possible), what, then), true};
  std::string text = fmt::format("{} {}{}", listed(certain), what, then);
  if (!possible.empty()) text += fmt::format("; possibly {}, too", listed(possible));
  return {text + '.', true};
}

FocusedAnswer change(const Store& store, const ChangesQuestion& question, const Changes& changes) {
  const std::string_view verb = verb_of(question), then = question.during == all_time ? "" : " in that time";
  if (!question.subject) return who_changed(verb, changes, then);
  return whether_changed(TieReader(store).ref(*question.subject), verb, changes, then);
}

// Founding and end of a body.

/// Keeps the claims of the event; says the other dates that they give.
std::string keep_existence(Timeline& timeline, Event event, const std::optional<Date>& kept) {
  timeline.ties.clear();
  timeline.founders.clear();
  std::erase_if(timeline.existence, [&](const Proof& proof) { return proof.claim.event != event; });
  std::set<std::string> others;
  for (const Proof& proof : timeline.existence) {
    const Claim& claim = proof.claim;
    if (kept && is_asserted(claim) && claim.when && !asked_period(*claim.when).overlaps(kept->period()))
      others.insert(to_string(*claim.when));
  }
  if (others.empty()) return {};
  return fmt::format(" Set aside: {}.", fmt::join(others, ", "));
}

FocusedAnswer founding(Timeline& timeline) {
  const std::optional<Date>& date = timeline.entity.founded;
  const std::string others = keep_existence(timeline, Event::Founded, date);
  if (!date) return {fmt::format("No source says when {} was founded.", timeline.entity.name), false};
  return {fmt::format("{} was founded {}.{}", timeline.entity.name, dated(*date), others), true};
}

FocusedAnswer ending(Timeline& timeline) {
  const std::optional<Date>& date = timeline.entity.dissolved;
  const std::string others = keep_existence(timeline, Event::Dissolved, date);
  if (date) return {fmt::format("{} was dissolved {}.{}", timeline.entity.name, dated(*date), others), true};
  const bool undated = std::any_of(timeline.existence.begin(), timeline.existence.end(),
                                   [](const Proof& proof) { return is_asserted(proof.claim); });
  return {fmt::format("No source says {} {} was dissolved.", undated ? "when" : "that", timeline.entity.name),
          false};
}

FocusedAnswer founders(Timeline& timeline) {
  timeline.ties = timeline.founders;
  timeline.existence.clear();
  if (timeline.founders.empty())
    return {fmt::format("No source says who founded {}.", timeline.entity.name), false};
  std::vector<std::string> names;
  for (const Tie& tie : timeline.founders) add_new(names, tie.subject.name);
  return {fmt::format("{} was founded by {}.", timeline.entity.name, listed(names)), true};
}

}  // namespace

FocusedAnswer answer_focus(const Store& store, const Understanding& asked, Answer& answer) {
  const Focus focus = asked.focus;
  auto* const was = std::get_if<Was>(&answer);
  auto* const timeline = std::get_if<Timeline>(&answer);
  auto* const changes = std::get_if<Changes>(&answer);
  switch (focus) {
    case Focus::Whole:
    case Focus::WhyNot:
      break;
    case Focus::Count:
      if (auto* found = std::get_if<Members>(&answer))
        return count(found->ties, TieEnd::Subject, found->when, "member", "members");
      if (auto* found = std::get_if<Memberships>(&answer))
        return count(found->ties, TieEnd::Object, found->when, "membership", "memberships");
      break;
    case Focus::Joining:
    case Focus::Leaving:
      if (was != nullptr) return focus == Focus::Joining ? joining(*was) : leaving(*was);
      if (changes != nullptr) return change(store, std::get<ChangesQuestion>(asked.question), *changes);
      break;
    case Focus::Founding:
      if (timeline != nullptr) return founding(*timeline);
      break;
    case Focus::Founders:
      if (timeline != nullptr) return founders(*timeline);
      break;
    case Focus::Ending:
      if (timeline != nullptr) return ending(*timeline);
      break;
  }
  return {};
}

}  // namespace entente::detail
