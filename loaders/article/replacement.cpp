// Whoever takes a member's place: "left in 1996 and was replaced by B", "B replaced A in 1998".

#include "loaders/article/reading.hpp"

namespace entente::detail {

using Kind = ElementKind;

namespace {

/// Persons and firms: neither states nor bodies nor treaties stand in for one another as members.
std::vector<Member> persons(const Reading& r, std::vector<Member> members) {
  members.erase(std::remove_if(members.begin(), members.end(),
                               [&](const Member& m) {
                                 const Sort sort = r.discourse.referents()[m.referent].sort;
                                 return sort == Sort::State || sort == Sort::Treaty || sort == Sort::Place ||
                                        r.discourse.is_body(m.referent);
                               }),
                members.end());
  return members;
}

/// The names behind the verb: "by B and then by C".
std::vector<Member> heirs_after(const Reading& r, std::size_t by) {
  std::vector<Member> heirs = r.s.noun(by)->names;
  for (std::size_t k = by + 1; r.s.is(k, Kind::Conjunction) && r.s.word_is(k + 1, "by"); k += 3)
    if (const NounPhrase* n = r.s.noun(k + 2)) heirs.insert(heirs.end(), n->names.begin(), n->names.end());
  return heirs;
}

}  // namespace

bool replaced_member(Reading& r, std::size_t v, bool passive, const std::string& date, Certainty certainty) {
  const auto after = passive ? r.arguments.after(v, "by") : r.arguments.object(v);
  const auto subject = r.arguments.subject(v);
  if (!after) return false;
  const std::size_t order = r.s.verb(v)->main;
  const std::string relation(relation::member_of);
  const auto old = passive
                       ? (subject ? persons(r, r.discourse.members(r.s, *subject)) : std::vector<Member>())
                       : persons(r, r.discourse.members(r.s, *after));
  const auto heirs = passive   ? persons(r, heirs_after(r, *after))
                     : subject ? persons(r, r.discourse.members(r.s, *subject))
                               : std::vector<Member>();
  if (heirs.empty()) return false;
  // In a group, whoever takes the place of one that has just left joins, and then.
  const auto& last = r.discourse.last_event();
  if (passive && last && (last->event == Event::Left || last->event == Event::Expelled) &&
      last->certainty == Certainty::Stated && !last->bodies.empty()) {
    const Discourse::Happening happening = *last;
    r.emit(heirs, Event::Joined, relation, happening.bodies, date.empty() ? happening.date : date, certainty,
           "replace-member", order);
    return true;
  }
  // Else the one replaced must be known for a member: it leaves.
  if (old.empty()) return false;
  const auto body = r.discourse.member_of(old.front().referent);
  if (!body) return false;
  const std::vector<ResolvedBody> bodies{{*body, false, {}}};
  if (r.discourse.left_by(old.front().referent) != body)
    r.emit(old, Event::Left, relation, bodies, date, certainty, "replaced-member", order);
  r.emit(heirs, Event::Joined, relation, bodies, date, certainty, "replace-member", order);
  return true;
}

}  // namespace entente::detail
