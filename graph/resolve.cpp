#include "graph/resolve.hpp"

#include <xxhash.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "graph/error.hpp"
#include "graph/existence.hpp"
#include "graph/linker.hpp"
#include "graph/spell.hpp"

namespace entente {

namespace {

using detail::LinkedClaim;
using detail::Mark;
using detail::Spell;
using detail::Weight;

struct GroupKey {
  EntityId subject;
  std::string relation;
  EntityId object;
  friend auto operator<=>(const GroupKey&, const GroupKey&) = default;
};

using Groups = std::map<GroupKey, std::vector<Mark>>;
using Spells = std::map<GroupKey, std::vector<Spell>>;

/// Dated events of an entity itself.
struct Life {
  std::vector<Mark> founded, dissolved, in_force;
  std::vector<Mark> dissolved_undated;
};

/// The date of an event: an interval that a source gives for one is the time in which it happened.
std::optional<Date> event_date(const Claim& claim) {
  if (!claim.when) return std::nullopt;
  if (const Date* date = std::get_if<Date>(&*claim.when)) return *date;
  const auto from = earliest(*claim.when), to = latest(*claim.when);
  if (from && to) return Date::of_period({*from, *to});
  return std::nullopt;
}

/// Takes claims apart into what each does to the spells of one tie, or to the life of one entity.
class Sorter {
 public:
  explicit Sorter(std::span<const Source> sources) {
    for (const Source& source : sources) {
      const auto horizon = source.published ? std::optional(source.published->latest()) : std::nullopt;
      Weight& weight =
          weights_.try_emplace(source.id, Weight{source.id, source.priority, horizon}).first->second;
      weight.priority = std::max(weight.priority, source.priority);
    }
  }

  void take(const LinkedClaim& linked) {
    const Claim& claim = *linked.claim;
    if (claim.certainty != Certainty::Stated && claim.certainty != Certainty::Inferred) return;
    const auto date = event_date(claim);
    switch (claim.event) {
      case Event::Held:
        held(linked);
        break;
      case Event::Suspended:
        if (claim.when && std::holds_alternative<DateInterval>(*claim.when)) {
          held(linked);
        } else {
          mark(linked, Mark::Sort::Opens, date);
        }
        break;
      case Event::Joined:
      case Event::Signed:
      case Event::Ratified:
      case Event::Succeeded:
        mark(linked, Mark::Sort::Opens, date);
        break;
      case Event::Left:
      case Event::Expelled:
      case Event::Reinstated:
        mark(linked, Mark::Sort::Closes, date);
        break;
      case Event::Founded:
        if (linked.object) {
          mark(linked, Mark::Sort::Opens, date);
        } else {
          live(linked, &Life::founded, date);
        }
        break;
      case Event::Dissolved:
        live(linked, date ? &Life::dissolved : &Life::dissolved_undated, date);
        break;
      case Event::EnteredIntoForce:
        live(linked, &Life::in_force, date);
        break;
      case Event::Renamed:
        if (linked.object) {  // the new name is that of another entity
          groups[{*linked.object, std::string(relation::successor_of), linked.subject}].push_back(
              make(linked, Mark::Sort::Opens, date));
        }
        break;
      case Event::Named:
      case Event::Classified:
      case Event::Identified:
        break;
    }
  }

  Groups groups;
  std::map<EntityId, Life> lives;

 private:
  Mark make(const LinkedClaim& linked, Mark::Sort sort, std::optional<Date> date, bool spans = false) const {
    const SourceId& source = linked.claim->evidence.source;
    const auto weight = weights_.find(source);
    return {sort, std::move(date), linked.id,
            weight == weights_.end() ? Weight{source, 0, {}} : weight->second, spans};
  }

  void mark(const LinkedClaim& linked, Mark::Sort sort, std::optional<Date> date, bool spans = false) {
    if (!linked.object) return;
    groups[{linked.subject, linked.claim->relation.label, *linked.object}].push_back(
        make(linked, sort, std::move(date), spans));
  }

  void live(const LinkedClaim& linked, std::vector<Mark> Life::*event, const std::optional<Date>& date) {
    if (date || event == &Life::dissolved_undated) {
      (lives[linked.subject].*event).push_back(make(linked, Mark::Sort::Opens, date));
    }
  }

  void held(const LinkedClaim& linked) {
    const auto& when = linked.claim->when;
    if (!when) return mark(linked, Mark::Sort::Observed, std::nullopt);
    if (const Date* date = std::get_if<Date>(&*when)) return mark(linked, Mark::Sort::Observed, *date);
    const auto& span = std::get<DateInterval>(*when);
    const Date* start = std::get_if<Date>(&span.start);
    const Date* end = std::get_if<Date>(&span.end);
    const bool ongoing = std::holds_alternative<Open>(span.end);
    if (start != nullptr) mark(linked, Mark::Sort::Opens, *start, true);
    if (end != nullptr) mark(linked, Mark::Sort::Closes, *end, true);
    if (ongoing) {
      const auto horizon = make(linked, Mark::Sort::Ongoing, std::nullopt).weight.horizon;
      if (start == nullptr || (horizon && start->earliest() <= *horizon)) {
        mark(linked, Mark::Sort::Ongoing, std::nullopt, true);
      }
    } else if (end == nullptr) {
      mark(linked, Mark::Sort::Closes, std::nullopt, true);
    }
  }

  std::map<SourceId, Weight> weights_;
};

/// Positions by id in a sorted list of entities.
const Entity& entity_of(const std::vector<Entity>& entities, const EntityId& id) {
  return *std::lower_bound(entities.begin(), entities.end(), id,
                           [](const Entity& entity, const EntityId& wanted) { return entity.id < wanted; });
}

std::vector<ClaimId> claims_of(const std::vector<Mark>& marks) {
  std::vector<ClaimId> claims;
  for (const Mark& mark : marks) claims.push_back(mark.claim);
  std::sort(claims.begin(), claims.end());
  return claims;
}

/// An end of a tie with what its claims say of its life.
detail::Bearer bearer_of(const std::vector<Entity>& entities, const std::map<EntityId, Life>& lives,
                         const EntityId& id) {
  detail::Bearer bearer{&entity_of(entities, id), {}, {}, false, {}};
  const auto life = lives.find(id);
  if (life == lives.end()) return bearer;
  bearer.founded_by = claims_of(life->second.founded);
  bearer.dissolved_by = claims_of(life->second.dissolved);
  for (const Mark& mark : life->second.dissolved_undated) {
    bearer.ended_undated = true;
    const auto& said = mark.weight.horizon;
    if (said) bearer.ended_by = bearer.ended_by ? std::min(*bearer.ended_by, *said) : *said;
  }
  return bearer;
}

/// Signatories count as members from the day on which the treaty is in force for all, unless something says
/// more of their membership. A rule of Entente, noted on the edge: the law of each treaty may differ.
void admit_signatories(Spells& spells, const std::map<EntityId, Life>& lives,
                       const std::vector<Entity>& entities) {
  std::vector<std::pair<GroupKey, Spell>> admitted;
  for (const auto& [key, signings] : spells) {
    if (key.relation != relation::signatory_of) continue;
    const auto life = lives.find(key.object);
    if (life == lives.end() || life->second.in_force.empty()) continue;
    if (entity_of(entities, key.subject).kind == Kind::Organisation) continue;
    if (spells.count({key.subject, std::string(relation::party_to), key.object}) != 0) continue;
    Date start = detail::choose_date(life->second.in_force).date;
    std::vector<ClaimId> claims = signings.front().claims;
    for (const Mark& mark : life->second.in_force) claims.push_back(mark.claim);
    if (const Date* signed_on = std::get_if<Date>(&signings.front().first)) {
      if (certainly_before(start, *signed_on)) start = *signed_on;
    }
    const Note note{"signatory", "counted as a member from " + start.text() +
                                     ", when the treaty that it signed was in force"};
    const GroupKey member{key.subject, std::string(relation::member_of), key.object};
    const auto known = spells.find(member);
    if (known == spells.end()) {
      admitted.push_back({member, Spell{start, NotStated{}, {}, std::move(claims), {}, {note}}});
      continue;
    }
    Spell& first = known->second.front();
    const auto last = detail::last_possible(first);
    const bool fits = !(last && *last < start.earliest()) &&
                      !(first.limits.first_not_after && *first.limits.first_not_after < start.earliest());
    if (!std::holds_alternative<Unknown>(first.first) || !fits) continue;
    first.first = start;
    first.claims.insert(first.claims.end(), claims.begin(), claims.end());
    first.notes.push_back(note);
  }
  for (auto& [key, spell] : admitted) spells[key].push_back(std::move(spell));
}

/// A suspension ends with the membership that is suspended.
void end_suspensions(Spells& spells) {
  for (auto& [key, suspensions] : spells) {
    if (key.relation != relation::suspended_from) continue;
    const auto members = spells.find({key.subject, std::string(relation::member_of), key.object});
    if (members == spells.end()) continue;
    for (Spell& suspension : suspensions) {
      for (const Spell& member : members->second) {
        const Date* last = std::get_if<Date>(&member.last);
        const auto begun = detail::first_possible(suspension), from = detail::first_possible(member);
        const bool within =
            last != nullptr && (!begun || *begun <= last->latest()) && (!begun || !from || *from <= *begun);
        if (within && detail::close_by(suspension, *last)) {
          suspension.notes.push_back(
              {"membership-ended", "not after the membership itself ended (" + last->text() + ")"});
          break;
        }
      }
    }
  }
}

EdgeId edge_id(const GroupKey& key, const Spell& spell) {
  std::string content;
  for (const std::string& part : {key.subject.value, key.relation, key.object.value}) {
    content += std::to_string(part.size()) + ':' + part;
  }
  const Date* first = std::get_if<Date>(&spell.first);
  content += first == nullptr ? std::string("?") : first->text();
  for (const ClaimId& claim : spell.claims) content += claim.to_string();
  const XXH128_hash_t hash = XXH3_128bits(content.data(), content.size());
  return {hash.high64, hash.low64};
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

Edge edge_of(const GroupKey& key, Spell spell) {
  std::sort(spell.claims.begin(), spell.claims.end());
  spell.claims.erase(std::unique(spell.claims.begin(), spell.claims.end()), spell.claims.end());
  Interval interval = interval_of(spell);
  const EdgeId id = edge_id(key, spell);
  return {id,
          key.subject,
          {key.relation},
          key.object,
          std::move(interval),
          std::move(spell.claims),
          std::move(spell.disputes),
          std::move(spell.notes)};
}

bool outlives(const std::string& relation) { return relation == relation::successor_of; }

void set_existence(std::vector<Entity>& entities, const std::map<EntityId, Life>& lives) {
  for (Entity& entity : entities) {
    const auto life = lives.find(entity.id);
    if (life == lives.end()) continue;
    if (!life->second.founded.empty()) entity.founded = detail::choose_date(life->second.founded).date;
    if (!life->second.dissolved.empty()) entity.dissolved = detail::choose_date(life->second.dissolved).date;
  }
}

std::vector<Parties> parties_of(std::span<const Claim> claims, const detail::Linked& linked) {
  std::map<EntityId, std::uint32_t> position;
  for (std::size_t i = 0; i < linked.entities.size(); ++i) {
    position.emplace(linked.entities[i].id, static_cast<std::uint32_t>(i));
  }
  std::vector<Parties> parties;
  parties.reserve(claims.size());
  for (const Claim& claim : claims) {
    const ClaimId id = id_of(claim);
    const auto found =
        std::lower_bound(linked.claims.begin(), linked.claims.end(), id,
                         [](const LinkedClaim& a, const ClaimId& wanted) { return a.id < wanted; });
    Parties who;
    who.subject = position.at(found->subject);
    if (found->object) who.object = position.at(*found->object);
    parties.push_back(who);
  }
  return parties;
}

}  // namespace

std::vector<Entity> gather_entities(std::span<const Claim> claims) {
  detail::Linked linked = detail::link(claims);
  Sorter sorter({});
  for (const LinkedClaim& claim : linked.claims) sorter.take(claim);
  set_existence(linked.entities, sorter.lives);
  return std::move(linked.entities);
}

Resolution resolve(std::span<const Claim> claims, std::span<const Source> sources) {
  detail::Linked linked = detail::link(claims);
  Sorter sorter(sources);
  for (const LinkedClaim& claim : linked.claims) sorter.take(claim);
  set_existence(linked.entities, sorter.lives);

  Spells spells;
  for (auto& [key, marks] : sorter.groups) spells.emplace(key, detail::fold_spells(std::move(marks)));
  admit_signatories(spells, sorter.lives, linked.entities);
  for (auto& [key, list] : spells) {
    if (outlives(key.relation)) continue;
    const detail::Bearer subject = bearer_of(linked.entities, sorter.lives, key.subject);
    const detail::Bearer object = bearer_of(linked.entities, sorter.lives, key.object);
    for (Spell& spell : list) {
      detail::clip_to_existence(spell, subject, object);
    }
  }
  end_suspensions(spells);

  Resolution resolution;
  for (auto& [key, list] : spells) {
    for (Spell& spell : list) resolution.edges.push_back(edge_of(key, std::move(spell)));
  }
  resolution.parties = parties_of(claims, linked);
  resolution.entities = std::move(linked.entities);
  resolution.unmatched = std::move(linked.unmatched);
  return resolution;
}

}  // namespace entente
