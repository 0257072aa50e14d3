#include "graph/existence.hpp"

#include <algorithm>

namespace entente::detail {

namespace {

std::optional<Day> later(std::optional<Day> a, std::optional<Day> b) {
  return a && b ? std::max(*a, *b) : (a ? a : b);
}
std::optional<Day> sooner(std::optional<Day> a, std::optional<Day> b) {
  return a && b ? std::min(*a, *b) : (a ? a : b);
}

bool is_open(const Spell& spell) {
  return std::holds_alternative<Ongoing>(spell.last) || std::holds_alternative<NotStated>(spell.last);
}

/// Moves the start to `date` or after. Returns whether anything changed; nothing does where the spell is over
/// by then.
bool begin_by(Spell& spell, const Date& date) {
  const auto last = last_possible(spell);
  if (last && *last < date.earliest()) return false;
  if (const Date* first = std::get_if<Date>(&spell.first);
      first != nullptr && first->latest() < date.earliest()) {
    spell.first = date;
    return true;
  }
  const auto before = first_possible(spell);
  if (before && *before >= date.earliest()) return false;
  if (spell.limits.first_not_after && *spell.limits.first_not_after < date.earliest()) {
    spell.limits.first_not_after.reset();  // seen before it can have begun
  }
  spell.limits.first_not_before = later(spell.limits.first_not_before, date.earliest());
  return true;
}

struct Bound {
  const Bearer* bearer = nullptr;
  const Date* date = nullptr;
};

/// Two dates that cannot both be: of the tie, and of the life of one of its ends.
void dispute(Spell& spell, Dispute::End end, const Bound& bound) {
  const Date* own =
      end == Dispute::End::First ? std::get_if<Date>(&spell.first) : std::get_if<Date>(&spell.last);
  if (own == nullptr) return;
  const auto& against = end == Dispute::End::First ? bound.bearer->dissolved_by : bound.bearer->founded_by;
  std::vector<ClaimId> claims = spell.claims;
  std::sort(claims.begin(), claims.end());
  claims.erase(std::unique(claims.begin(), claims.end()), claims.end());
  spell.disputes.push_back({end, {{*own, std::move(claims)}, {*bound.date, against}}});
}

/// What was open ended at an unknown time with an end of the tie of which nobody says when it ceased to
/// exist.
void end_with(Spell& spell, const Bearer& bearer) {
  if (!bearer.ended_undated || bearer.entity->dissolved || !is_open(spell)) return;
  const auto first = first_possible(spell);
  const auto& by = bearer.ended_by;
  const bool seen_later = by && ((first && *by < *first) ||
                                 (spell.limits.last_not_before && *by < *spell.limits.last_not_before));
  if (seen_later) return;
  if (const auto* ongoing = std::get_if<Ongoing>(&spell.last)) {
    if (by && *by < ongoing->horizon) return;
    spell.limits.last_not_before = later(spell.limits.last_not_before, ongoing->horizon);
  }
  spell.last = Unknown{};
  spell.limits.last_not_after = sooner(spell.limits.last_not_after, by);
  spell.notes.push_back({"dissolution", bearer.entity->name + " ceased to exist, nobody says when"});
}

}  // namespace

std::optional<Day> first_possible(const Spell& spell) {
  const Date* first = std::get_if<Date>(&spell.first);
  return later(first != nullptr ? std::optional(first->earliest()) : std::nullopt,
               spell.limits.first_not_before);
}

std::optional<Day> last_possible(const Spell& spell) {
  const Date* last = std::get_if<Date>(&spell.last);
  return sooner(last != nullptr ? std::optional(last->latest()) : std::nullopt, spell.limits.last_not_after);
}

bool close_by(Spell& spell, const Date& date) {
  const auto first = first_possible(spell);
  if (first && date.latest() < *first) return false;
  const auto drop_later_sight = [&] {
    if (spell.limits.last_not_before && date.latest() < *spell.limits.last_not_before)
      spell.limits.last_not_before.reset();
  };
  if (is_open(spell)) {
    spell.last = date;
    drop_later_sight();
    return true;
  }
  if (const Date* last = std::get_if<Date>(&spell.last);
      last != nullptr && date.latest() < last->earliest()) {
    spell.last = date;
    drop_later_sight();
    return true;
  }
  const auto before = last_possible(spell);
  if (before && *before <= date.latest()) return false;
  drop_later_sight();
  spell.limits.last_not_after = date.latest();
  return true;
}

void clip_to_existence(Spell& spell, const Bearer& subject, const Bearer& object) {
  Bound founded, dissolved;
  for (const Bearer* bearer : {&subject, &object}) {
    const Entity& entity = *bearer->entity;
    if (entity.founded &&
        (founded.date == nullptr || founded.date->earliest() < entity.founded->earliest())) {
      founded = {bearer, &*entity.founded};
    }
    if (entity.dissolved &&
        (dissolved.date == nullptr || entity.dissolved->latest() < dissolved.date->latest())) {
      dissolved = {bearer, &*entity.dissolved};
    }
  }
  const auto first = first_possible(spell), last = last_possible(spell);
  const bool before = founded.date != nullptr && last && *last < founded.date->earliest();
  const bool after = dissolved.date != nullptr && first && dissolved.date->latest() < *first;
  if (before || after) {
    const Bound& bound = before ? founded : dissolved;
    dispute(spell, before ? Dispute::End::Last : Dispute::End::First, bound);
    spell.notes.push_back(
        {"outside-existence", "lies wholly " +
                                  std::string(before ? "before the founding of " : "after the end of ") +
                                  bound.bearer->entity->name + " (" + bound.date->text() + ")"});
    return;
  }
  const auto prove = [&](const std::vector<ClaimId>& claims) {
    spell.claims.insert(spell.claims.end(), claims.begin(), claims.end());
  };
  if (founded.date != nullptr && begin_by(spell, *founded.date)) {
    prove(founded.bearer->founded_by);
    spell.notes.push_back({"founding", "not before " + founded.bearer->entity->name + " came into being (" +
                                           founded.date->text() + ")"});
  }
  if (dissolved.date != nullptr && close_by(spell, *dissolved.date)) {
    prove(dissolved.bearer->dissolved_by);
    spell.notes.push_back({"dissolution", "not after " + dissolved.bearer->entity->name +
                                              " ceased to exist (" + dissolved.date->text() + ")"});
  }
  end_with(spell, subject);
  end_with(spell, object);
}

}  // namespace entente::detail
