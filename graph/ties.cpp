#include "graph/ties.hpp"

#include <xxhash.h>

#include <algorithm>
#include <charconv>
#include <map>

#include "graph/error.hpp"
#include "graph/existence.hpp"

namespace entente::detail {

namespace {

/// By relation.
using Marks = std::map<std::string, std::vector<Mark>, std::less<>>;
using Spells = std::map<std::string, std::vector<Spell>, std::less<>>;

Mark mark_of(const Statement& said, const Vocabulary& words, Mark::Sort sort, std::optional<Date> date,
             bool spans = false) {
  return {sort, std::move(date), said.id, words.weight(said.source), spans};
}

/// Takes claims apart into what each does to the spells of the tie.
class Sorter {
 public:
  explicit Sorter(const Vocabulary& words) : words_(words) {}

  void take(const Statement& said) {
    const auto date = words_.event_date(said.when);
    switch (said.event) {
      case Event::Held:
        held(said);
        break;
      case Event::Suspended:
        if (said.when.interval()) {
          held(said);
        } else {
          add(said, Mark::Sort::Opens, date);
        }
        break;
      case Event::Joined:
      case Event::Signed:
      case Event::Ratified:
      case Event::Succeeded:
      case Event::Founded:
        add(said, Mark::Sort::Opens, date);
        break;
      case Event::Left:
      case Event::Expelled:
      case Event::Reinstated:
        add(said, Mark::Sort::Closes, date);
        break;
      case Event::Renamed:  // the new name is that of another entity
        marks[std::string(relation::successor_of)].push_back(mark_of(said, words_, Mark::Sort::Opens, date));
        break;
      default:
        break;
    }
  }

  Marks marks;

 private:
  void add(const Statement& said, Mark::Sort sort, std::optional<Date> date, bool spans = false) {
    const std::string_view relation = words_.relations.text(said.relation);
    auto place = marks.find(relation);
    if (place == marks.end()) place = marks.emplace(std::string(relation), std::vector<Mark>()).first;
    place->second.push_back(mark_of(said, words_, sort, std::move(date), spans));
  }

  void held(const Statement& said) {
    const When& when = said.when;
    if (!when.said()) return add(said, Mark::Sort::Observed, std::nullopt);
    const Date* start = words_.date_or_null(when.start);
    if (!when.interval()) return add(said, Mark::Sort::Observed, *start);
    const Date* end = words_.date_or_null(when.end);
    if (start != nullptr) add(said, Mark::Sort::Opens, *start, true);
    if (end != nullptr) add(said, Mark::Sort::Closes, *end, true);
    if (when.end == When::open) {
      const auto& horizon = words_.weight(said.source).horizon;
      if (start == nullptr || (horizon && start->earliest() <= *horizon)) {
        add(said, Mark::Sort::Ongoing, std::nullopt, true);
      }
    } else if (end == nullptr) {
      add(said, Mark::Sort::Closes, std::nullopt, true);
    }
  }

  const Vocabulary& words_;
};

std::vector<ClaimId> claims_of(const std::vector<Mark>& marks) {
  std::vector<ClaimId> claims;
  for (const Mark& mark : marks) claims.push_back(mark.claim);
  std::sort(claims.begin(), claims.end());
  return claims;
}

Bearer bearer_of(const TieEnd& end) {
  Bearer bearer{end.entity, {}, {}, false, {}};
  if (end.life == nullptr) return bearer;
  bearer.founded_by = claims_of(end.life->founded);
  bearer.dissolved_by = claims_of(end.life->dissolved);
  for (const Mark& mark : end.life->dissolved_undated) {
    bearer.ended_undated = true;
    const auto& said = mark.weight.horizon;
    if (said) bearer.ended_by = bearer.ended_by ? std::min(*bearer.ended_by, *said) : *said;
  }
  return bearer;
}

/// Signatories count as members from the day on which the treaty is in force for all, unless something says
/// more of their membership. A rule of Entente, noted on the edge: the law of each treaty may differ.
void admit_signatory(Spells& spells, const TieEnd& subject, const TieEnd& object) {
  const auto signings = spells.find(relation::signatory_of);
  if (signings == spells.end() || object.life == nullptr || object.life->in_force.empty()) return;
  if (subject.entity->kind == Kind::Organisation || spells.find(relation::party_to) != spells.end()) return;
  const std::vector<Mark>& in_force = object.life->in_force;
  const Spell& signing = signings->second.front();
  Date start = choose_date(in_force).date;
  std::vector<ClaimId> claims = signing.claims;
  for (const Mark& mark : in_force) claims.push_back(mark.claim);
  if (const Date* signed_on = std::get_if<Date>(&signing.first)) {
    if (certainly_before(start, *signed_on)) start = *signed_on;
  }
  const Note note{"signatory", "counted as a member from " + start.text() +
                                   ", when the treaty that it signed was in force"};
  const auto known = spells.find(relation::member_of);
  if (known == spells.end()) {
    spells[std::string(relation::member_of)].push_back(
        Spell{start, NotStated{}, {}, std::move(claims), {}, {note}});
    return;
  }
  Spell& first = known->second.front();
  const auto last = last_possible(first);
  const bool fits = !(last && *last < start.earliest()) &&
                    !(first.limits.first_not_after && *first.limits.first_not_after < start.earliest());
  if (!std::holds_alternative<Unknown>(first.first) || !fits) return;
  first.first = start;
  first.claims.insert(first.claims.end(), claims.begin(), claims.end());
  first.notes.push_back(note);
}

/// A suspension ends with the membership that is suspended.
void end_suspensions(Spells& spells) {
  const auto suspensions = spells.find(relation::suspended_from), members = spells.find(relation::member_of);
  if (suspensions == spells.end() || members == spells.end()) return;
  for (Spell& suspension : suspensions->second) {
    for (const Spell& member : members->second) {
      const Date* last = std::get_if<Date>(&member.last);
      const auto begun = first_possible(suspension), from = first_possible(member);
      const bool within =
          last != nullptr && (!begun || *begun <= last->latest()) && (!begun || !from || *from <= *begun);
      if (within && close_by(suspension, *last)) {
        suspension.notes.push_back(
            {"membership-ended", "not after the membership itself ended (" + last->text() + ")"});
        break;
      }
    }
  }
}

/// REQUIRES nothing of the spell: limits that leave no reading are given up, then the end, so that no claim
/// costs an edge.
Interval interval_of(Spell& spell) {
  try {
    return {spell.first, spell.last, spell.limits};
  } catch (const Error&) {
    spell.notes.push_back({"limits-dropped", "what was seen of it does not fit its dates"});
  }
  try {
    return {spell.first, spell.last, {}};
  } catch (const Error&) {
    return {spell.first, Unknown{}, {}};
  }
}

Edge edge_of(const EntityId& subject, const std::string& relation, const EntityId& object, Spell spell) {
  std::sort(spell.claims.begin(), spell.claims.end());
  spell.claims.erase(std::unique(spell.claims.begin(), spell.claims.end()), spell.claims.end());
  Interval interval = interval_of(spell);
  const EdgeId id = edge_id(subject.value, relation, object.value, spell.first, spell.claims);
  return {id,
          subject,
          {relation},
          object,
          std::move(interval),
          std::move(spell.claims),
          std::move(spell.disputes),
          std::move(spell.notes)};
}

/// Text built in place where it is short.
class Content {
 public:
  void add(std::string_view text) { bytes_.append(text); }
  void add_counted(std::string_view text) {
    char digits[20];
    const auto end = std::to_chars(digits, digits + sizeof digits, text.size()).ptr;
    bytes_.append(digits, static_cast<std::size_t>(end - digits)).append(1, ':').append(text);
  }
  void add(const ClaimId& id) {
    constexpr const char* hex = "0123456789abcdef";
    for (const std::uint64_t half : {id.high, id.low}) {
      for (int shift = 60; shift >= 0; shift -= 4) bytes_ += hex[half >> shift & 15];
    }
  }
  void clear() { bytes_.clear(); }
  [[nodiscard]] EdgeId digest() const {
    const XXH128_hash_t hash = XXH3_128bits(bytes_.data(), bytes_.size());
    return {hash.high64, hash.low64};
  }

 private:
  std::string bytes_;
};

}  // namespace

bool speaks_of_tie(Event event) noexcept {
  switch (event) {
    case Event::Dissolved:
    case Event::EnteredIntoForce:
    case Event::Named:
    case Event::Classified:
    case Event::Identified:
      return false;
    default:
      return true;
  }
}

void add_to(Life& life, const Statement& said, const Vocabulary& words) {
  auto date = words.event_date(said.when);
  const bool dated = date.has_value();
  Mark mark = mark_of(said, words, Mark::Sort::Opens, std::move(date));
  if (said.event == Event::Dissolved) {
    (dated ? life.dissolved : life.dissolved_undated).push_back(std::move(mark));
  } else if (dated) {
    (said.event == Event::Founded ? life.founded : life.in_force).push_back(std::move(mark));
  }
}

std::optional<Date> founding_of(const Life& life) {
  if (life.founded.empty()) return std::nullopt;
  return choose_date(life.founded).date;
}

std::optional<Date> end_of(const Life& life) {
  if (life.dissolved.empty()) return std::nullopt;
  return choose_date(life.dissolved).date;
}

EdgeId edge_id(std::string_view subject, std::string_view relation, std::string_view object,
               const Interval::First& first, std::span<const ClaimId> claims) {
  thread_local Content content;
  content.clear();
  content.add_counted(subject);
  content.add_counted(relation);
  content.add_counted(object);
  const Date* date = std::get_if<Date>(&first);
  content.add(date == nullptr ? std::string_view("?") : std::string_view(date->text()));
  for (const ClaimId& claim : claims) content.add(claim);
  return content.digest();
}

std::vector<Edge> edges_between(const TieEnd& subject, const TieEnd& object, std::span<const Statement> said,
                                const Vocabulary& words) {
  Sorter sorter(words);
  for (const Statement& statement : said) sorter.take(statement);
  Spells spells;
  for (auto& [relation, marks] : sorter.marks) spells.emplace(relation, fold_spells(std::move(marks)));
  admit_signatory(spells, subject, object);
  const Bearer from = bearer_of(subject), to = bearer_of(object);
  for (auto& [relation, list] : spells) {
    if (relation == relation::successor_of) continue;  // usually founded when its predecessor ends
    for (Spell& spell : list) clip_to_existence(spell, from, to);
  }
  end_suspensions(spells);
  std::vector<Edge> edges;
  for (auto& [relation, list] : spells) {
    for (Spell& spell : list) {
      edges.push_back(edge_of(subject.entity->id, relation, object.entity->id, std::move(spell)));
    }
  }
  return edges;
}

std::optional<Interval> interval_of_single(const Statement& said, const Vocabulary& words) {
  const Date* start = words.date_or_null(said.when.start);
  if (start == nullptr) return std::nullopt;
  if (said.event == Event::Held && said.when.interval()) {
    const Date* end = words.date_or_null(said.when.end);
    if (end == nullptr) return std::nullopt;
    return Interval(*start, *end);
  }
  if (said.event == Event::Joined && !said.when.interval()) return Interval(*start, NotStated{});
  return std::nullopt;
}

}  // namespace entente::detail
