// A place in a body, given and taken away by words of its own: "was approved as a full member", "attends as
// an observer", "was stripped of its membership".

#include "loaders/article/reading.hpp"

namespace entente::detail {

using Kind = ElementKind;

/// "approved A as a new member", "was elected a fellow", "takes part as an observer".
bool taken_as(Reading& r, std::size_t v) {
  const VerbGroup& g = *r.s.verb(v);
  const bool given =
      one_of(g.lemma->text, {"approve", "confirm", "recognise", "recognize", "adopt", "endorse", "choose",
                             "select", "designate", "upgrade", "promote", "elect", "re-elect", "reelect"});
  const bool taken = one_of(g.lemma->text, {"participate", "attend", "sit", "take", "continue"});
  if (!given && !taken) return false;
  auto as = r.arguments.after(v, "as");
  if (!as && one_of(g.lemma->text, {"upgrade", "promote"})) as = r.arguments.after(v, "to");
  if (!as) return false;
  const NounPhrase& role = *r.s.noun(*as);
  const bool status = role.head != nullptr && role.head->is(WordClass::MembershipNoun);
  if (!role.names.empty() || role.former || role.candidate || !(member_noun(r.s, role) || status))
    return false;
  std::string relation = relation_of(role);
  if (taken && relation.empty()) return false;
  const auto who = given && !g.passive ? r.arguments.object(v) : r.arguments.subject(v);
  if (!who) return false;
  const auto members = r.discourse.members(r.s, *who);
  auto bodies = body_of_member(r, *as, false);
  if (bodies.empty() && given && !g.passive)
    if (const auto doer = r.arguments.subject(v))
      for (const auto& b : r.discourse.bodies(r.s, *doer))
        if (r.discourse.is_body(b.referent)) bodies.push_back(b);
  // "attends the meetings of A as an observer"
  for (std::size_t k = v + 1; bodies.empty() && k < *as; ++k)
    if (r.s.noun(k) != nullptr)
      for (const auto& b : r.discourse.bodies(r.s, k))
        if (r.discourse.is_body(b.referent)) bodies.push_back(b);
  if (bodies.empty())
    if (const auto spoken = r.discourse.body_spoken_of(r.s, v)) bodies.push_back({*spoken, false, {}});
  if (members.empty() || bodies.empty()) return false;
  const Event event = relation.empty() ? Event::Joined : Event::Held;
  if (relation.empty()) relation = std::string(relation::member_of);
  auto date = r.arguments.date(v);
  r.emit(members, event, relation, bodies, date ? r.date_text(*date, event) : std::string(),
         certainty_of(r.s, v, date.has_value()), "taken-as-member", g.main);
  return true;
}

/// "was stripped of its membership".
bool stripped(Reading& r, std::size_t v) {
  const VerbGroup& g = *r.s.verb(v);
  if (!one_of(g.lemma->text, {"strip", "deprive"})) return false;
  const auto of = r.arguments.after(v, "of");
  const auto who = g.passive ? r.arguments.subject(v) : r.arguments.object(v);
  if (!of || !who) return false;
  const NounPhrase& what = *r.s.noun(*of);
  if (!what.names.empty() || what.head == nullptr ||
      !one_of(what.head->text, {"membership", "memberships", "seat", "status", "place"}))
    return false;
  const std::string date = r.date_of(v, Event::Expelled);
  r.emit(r.discourse.members(r.s, *who), Event::Expelled, std::string(relation::member_of),
         body_of_member(r, *of, true), date, certainty_of(r.s, v, !date.empty()), "stripped-of-membership",
         g.main);
  return true;
}

/// "Membership was extended to A in 1602"; "the suspension of A was lifted in 2010", "the ban ended".
bool extended_or_lifted(Reading& r, std::size_t v) {
  const VerbGroup& g = *r.s.verb(v);
  const auto subject = r.arguments.subject(v);
  const auto object = r.arguments.object(v);
  const auto head_is = [&](std::optional<std::size_t> e, std::initializer_list<std::string_view> heads) {
    if (!e) return false;
    const NounPhrase& n = *r.s.noun(*e);
    return n.has_head && n.names.empty() && one_of(r.s.token(n.head_token).lower, heads);
  };
  if (g.lemma->text == "extend" || g.lemma->text == "open") {
    const auto what = g.passive ? subject : object;
    const auto to = r.arguments.after(v, "to");
    if (!to || !head_is(what, {"membership", "admission"})) return false;
    const std::string date = r.date_of(v, Event::Joined);
    if (g.lemma->text == "open" && date.empty()) return false;
    r.emit(r.s.noun(*to)->names, Event::Joined, std::string(relation::member_of),
           body_of_member(r, *what, true), date, certainty_of(r.s, v, !date.empty()), "membership-extended",
           g.main);
    return true;
  }
  const bool lifts = one_of(g.lemma->text, {"lift", "end", "revoke", "cancel", "rescind", "remove",
                                            "withdraw", "expire", "lapse", "overturn", "annul"});
  if (!lifts) return false;
  const std::initializer_list<std::string_view> bans = {"suspension", "suspensions", "ban", "sanction",
                                                        "freeze"};
  const auto what = head_is(object, bans) ? object : head_is(subject, bans) ? subject : std::nullopt;
  if (!what) return false;
  auto members = r.discourse.possessor(r.s, *r.s.noun(*what), *what);
  if (members.empty())
    if (const auto of = r.arguments.of(*what)) members = r.discourse.members(r.s, *of);
  if (members.empty())
    if (const auto on = r.arguments.of(*what, "on")) members = r.discourse.members(r.s, *on);
  const auto& last = r.discourse.last_event();
  std::vector<ResolvedBody> bodies;
  if (last && last->event == Event::Suspended) {
    if (members.empty()) members = r.discourse.last_members();
    bodies = last->bodies;
  } else if (!members.empty()) {
    if (const auto left = r.discourse.left_by(members.front().referent)) bodies = {{*left, false, {}}};
  }
  const std::string date = r.date_of(v, Event::Reinstated);
  if (members.empty() || bodies.empty() || date.empty()) return true;
  r.emit(members, Event::Reinstated, std::string(relation::member_of), bodies, date,
         certainty_of(r.s, v, !date.empty()), "suspension-lifted", g.main);
  return true;
}

}  // namespace entente::detail
