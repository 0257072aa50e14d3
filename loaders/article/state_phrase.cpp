// States: "is a member of", "became an observer", "holds observer status"; and what is done to a membership:
// "gained", "ended", "suspended"; and lists of members: "consists of", "its members are".

#include <algorithm>

#include "loaders/article/reading.hpp"

namespace entente::detail {
namespace {

using Kind = ElementKind;

/// "one of the six founding members of X": the phrase that counts.
std::size_t counted(const Reading& r, std::size_t e) {
  const NounPhrase& n = *r.s.noun(e);
  const bool counts = n.names.empty() && n.has_head && !member_noun(r.s, n) &&
                      (r.s.token(n.head_token).is(WordClass::NumberWord) ||
                       r.s.token(n.head_token).is("number") || n.first_one);
  if (counts)
    if (const auto of = r.arguments.of(e)) return *of;
  return e;
}

/// "X is a member of Y", "became an associate member", "were the founders of".
bool copula(Reading& r, std::size_t v) {
  const VerbGroup& g = *r.s.verb(v);
  const bool elected = g.passive && one_of(g.lemma->text, {"elect", "appoint", "name", "make"});
  if (!elected && !one_of(g.lemma->text, {"be", "become", "remain", "stay", "serve"})) return false;
  std::size_t c = r.arguments.complement(v);
  if (g.lemma->text == "serve" && r.s.word_is(c, "as")) ++c;
  if (r.s.word_is(c, "among") || r.s.word_is(c, "amongst")) ++c;  // "was among the founders"
  const NounPhrase* first = r.s.noun(c);
  if (first == nullptr) return false;
  auto subject = r.arguments.subject(v);
  // "Among the founders of X in 1911 were A and B."
  if (g.lemma->text == "be" && (r.s.word_is(0, "among") || r.s.word_is(0, "amongst")) &&
      r.s.noun(1) != nullptr && v < 8 && !first->names.empty())
    subject = 1;
  // The reverse: "the members are A, B and C"
  // "The founding airlines were A and B" will do as well.
  if (!first->names.empty() && subject && g.lemma->text == "be" && r.s.noun(*subject)->names.empty() &&
      (member_noun(r.s, *r.s.noun(*subject)) ||
       (r.s.noun(*subject)->founding && r.s.noun(*subject)->plural && first->names.size() > 1 &&
        r.s.noun(*subject)->head_token > 0))) {
    const NounPhrase& n = *r.s.noun(*subject);
    const auto bodies = body_of_member(r, *subject, n.determiner == Determiner::The || n.current);
    if (bodies.empty() || n.former) return true;
    std::string own = relation_of(n);
    const bool signatories = (n.head != nullptr && n.head->text.starts_with("signator"));
    if (signatories) own = std::string(relation::signatory_of);
    const bool founders = n.founding || (n.head != nullptr && (n.head->text.starts_with("founder") ||
                                                               n.head->text.starts_with("co-founder")));
    const Event event = signatories ? Event::Signed : founders ? Event::Founded : Event::Held;
    auto date = r.arguments.date(v);
    for (std::size_t k = *subject + 1; !date && k < v; ++k)
      if (r.s.is(k, Kind::Date)) date = r.s.elements[k].index;
    const std::string when = date                                ? r.date_text(*date, event)
                             : g.present && event == Event::Held ? r.present_date()
                                                                 : std::string();
    r.emit(first->names, event, own.empty() ? std::string(relation::member_of) : own, bodies, when,
           certainty_of(r.s, v, date.has_value()), founders ? "founders-are" : "members-are", g.main);
    return true;
  }
  c = counted(r, c);
  const NounPhrase& n = *r.s.noun(c);
  // "became the sixth nation of the Confederacy"
  if (g.lemma->text == "become" && n.names.empty() && n.first_one && n.head != nullptr && subject &&
      (n.head->is(WordClass::StateNoun) || n.head->text == "club" || n.head->text == "team"))
    if (const auto of = r.arguments.of(c)) {
      std::vector<ResolvedBody> whole;
      for (const auto& b : r.discourse.bodies(r.s, *of))
        if (r.discourse.is_body(b.referent)) whole.push_back(b);
      const auto when = r.arguments.date(v);
      if (!whole.empty()) {
        r.emit(r.discourse.members(r.s, *subject), Event::Joined, std::string(relation::member_of), whole,
               when ? r.date_text(*when, Event::Joined) : std::string(),
               certainty_of(r.s, v, when.has_value()), "become-member", g.main);
        return true;
      }
    }
  if (!member_noun(r.s, n)) {
    // "AUKUS is a pact between A, B and C"
    if (n.has_head && n.head != nullptr && n.head->is(WordClass::BodyNoun) && subject &&
        g.lemma->text == "be") {
      for (std::size_t k = c + 1; k < r.s.elements.size() && k < c + 6; ++k) {
        if (r.s.verb(k) != nullptr || r.s.is(k, Kind::Comma)) break;
        if (!(r.s.word_is(k, "between") || r.s.word_is(k, "among") || r.s.word_is(k, "of")) ||
            r.s.noun(k + 1) == nullptr || r.s.noun(k + 1)->names.size() < 2)
          continue;
        if (r.s.word_is(k, "of") &&
            !std::all_of(r.s.noun(k + 1)->names.begin(), r.s.noun(k + 1)->names.end(),
                         [&](const Member& m) { return r.discourse.is_state(m.referent); }))
          continue;
        std::vector<ResolvedBody> bodies;
        for (const auto& b : r.discourse.bodies(r.s, *subject))
          if (r.can_be_body(b, Event::Held, true)) bodies.push_back(b);
        r.emit(r.s.noun(k + 1)->names, Event::Held, std::string(relation::member_of), bodies,
               g.present ? r.present_date() : std::string(), certainty_of(r.s, v, false), "pact-between",
               g.main);
        return true;
      }
    }
    return false;
  }
  // "There are five members: …" is told by what it is made of.
  if (!subject) return g.first == 0 || !r.s.token(g.first - 1).is("there");
  auto members = r.discourse.members(r.s, *subject);
  if (members.empty() && (r.s.noun(*subject)->plural || r.s.noun(*subject)->count > 1))
    members = r.listed_behind(v);
  const bool became = g.lemma->text == "become" || elected;
  const auto bodies = body_of_member(r, c, true);
  if (members.empty() || bodies.empty()) return true;
  // "is part of": only of what the registry knows, or of a body that something became part of.
  if (n.head != nullptr && n.head->text == "part" &&
      std::none_of(bodies.begin(), bodies.end(), [&](const ResolvedBody& b) {
        return r.discourse.is_body(b.referent) && (became || !r.discourse.referents()[b.referent].id.empty());
      }))
    return true;
  if (n.former && !became) return true;
  const auto date = r.arguments.date(v);
  Certainty certainty = certainty_of(r.s, v, date.has_value());
  const bool ceased = !g.governors.empty() && one_of(g.governors.back()->text, {"cease", "stop"});
  if (n.determiner == Determiner::No) certainty = Certainty::Negated;
  std::string relation = relation_of(n);
  Event event = Event::Held;
  std::string rule = "is-member";
  if ((n.head != nullptr && n.head->text.starts_with("signator"))) {
    event = Event::Signed;
    relation = std::string(relation::signatory_of);
  } else if (n.founding || (n.head != nullptr && (n.head->text.starts_with("founder") ||
                                                  n.head->text.starts_with("co-founder")))) {
    event = Event::Founded;
    rule = "founding-member";
  } else if (became && relation.empty()) {
    event = Event::Joined;
    rule = "become-member";
  }
  if (relation.empty()) relation = std::string(relation::member_of);
  if (ceased) {
    event = Event::Left;
    certainty = g.negated ? Certainty::Negated : Certainty::Stated;
    rule = "cease-member";
  }
  const auto& tokens = r.s.tokens.list;
  for (std::size_t i = g.first; i < n.first && i + 1 < tokens.size(); ++i)
    if (tokens[i].is("longer") && i > 0 && tokens[i - 1].is("no")) certainty = Certainty::Negated;
  std::string when = date ? r.date_text(*date, event) : std::string();
  if (!date && event == Event::Held && g.present && !became) when = r.present_date();
  if (!date && r.setting.heading) when = r.setting.heading->edtf();
  r.emit(members, event, relation, bodies, when, certainty, rule, g.main);
  // "became an associate member in 1960 and a full member in 1968": another rung with its own date
  for (std::size_t k = c + 1; k + 2 < r.s.elements.size() && k < c + 8; ++k) {
    if (r.s.verb(k) != nullptr || r.s.is(k, Kind::Semicolon)) break;
    if (!r.s.is(k, Kind::Conjunction) || r.s.noun(k + 1) == nullptr || !r.s.is(k + 2, Kind::Date)) continue;
    const NounPhrase& rung = *r.s.noun(k + 1);
    if (!rung.names.empty() || !member_noun(r.s, rung)) continue;
    const std::string own = relation_of(rung);
    const Event step = own.empty() && became ? Event::Joined : Event::Held;
    r.emit(members, step, own.empty() ? std::string(relation::member_of) : own, bodies,
           r.date_text(r.s.elements[k + 2].index, step), certainty, rule, rung.head_token);
  }
  read_gapped(r, v, event, relation, bodies, certainty, rule);
  return true;
}

/// What a verb does to a membership or status that is its object or, in the passive, its subject.
struct Doing {
  Event event;
  bool held = false;
};
std::optional<Doing> doing(const std::string& verb) {
  if (one_of(verb, {"end", "terminate", "relinquish", "renounce", "cancel", "withdraw", "resign", "lapse",
                    "expire", "forfeit", "lose", "give", "drop"}))
    return Doing{Event::Left};
  if (one_of(verb, {"revoke"})) return Doing{Event::Expelled};
  if (one_of(verb, {"suspend", "freeze"})) return Doing{Event::Suspended};
  if (one_of(verb, {"resume", "reactivate", "renew", "regain", "recover"})) return Doing{Event::Joined};
  if (one_of(verb, {"restore", "reinstate"})) return Doing{Event::Reinstated};
  if (one_of(verb, {"gain",   "obtain", "acquire", "receive", "win",    "secure", "achieve",
                    "attain", "grant",  "award",   "get",     "assume", "take",   "earn",
                    "accept", "give",   "accord",  "approve", "confer", "bestow"}))
    return Doing{Event::Joined};
  if (one_of(verb, {"hold", "have", "enjoy", "retain", "keep"})) return Doing{Event::Held, true};
  return std::nullopt;
}

bool membership(Reading& r, std::size_t v) {
  const VerbGroup& g = *r.s.verb(v);
  const auto object = r.arguments.object(v);
  const auto subject = r.arguments.subject(v);
  const auto is_membership = [&](std::optional<std::size_t> e) {
    if (!e) return false;
    const NounPhrase& n = *r.s.noun(*e);
    // "was granted full member (and test) status"
    if (n.names.empty() && g.passive && (n.full || !relation_of(n).empty()) && member_noun(r.s, n) &&
        one_of(g.lemma->text, {"grant", "award", "accord", "give"}))
      return true;
    return n.names.empty() && n.has_head && n.head != nullptr &&
           (n.head->text == "membership" || n.head->text == "memberships" ||
            (n.head->text == "participation" &&
             one_of(g.lemma->text, {"suspend", "end", "freeze", "terminate"})) ||
            ((n.head->text == "status" || n.head->text == "standing" || n.head->text == "seat" ||
              r.s.token(n.head_token).is("seats")) &&
             (n.observer || n.partner || n.candidate ||
              r.s.token(n.head_token - (n.head_token > 0 ? 1 : 0)).is(WordClass::MemberNoun))));
  };
  const bool object_is = is_membership(object);
  const bool subject_is = !object_is && is_membership(subject);
  // "did not renew its membership"
  if ((object_is || subject_is) && g.lemma->text == "renew") {
    if (!g.negated && std::none_of(g.governors.begin(), g.governors.end(),
                                   [](const Word* w) { return w->governs(Government::Negative); }))
      return true;
    const std::size_t e = object_is ? *object : *subject;
    auto members = r.discourse.possessor(r.s, *r.s.noun(e), e);
    if (members.empty() && object_is && subject) members = r.discourse.members(r.s, *subject);
    const auto bodies = body_of_member(r, e, true);
    r.emit(members, Event::Left, std::string(relation::member_of), bodies, r.date_of(v, Event::Left),
           Certainty::Stated, "membership-not-renewed", g.main);
    return true;
  }
  if (!object_is && !subject_is) return false;
  const auto& list = r.s.tokens.list;
  const bool came_to_end = subject_is && g.lemma->text == "come" && g.main + 3 < list.size() &&
                           list[g.main + 1].is("to") && list[g.main + 3].is("end");
  const std::size_t e = object_is ? *object : *subject;
  const NounPhrase& n = *r.s.noun(e);
  auto what = came_to_end ? std::optional(Doing{Event::Left}) : doing(g.lemma->text);
  if (!what) return false;
  if (g.lemma->text == "give" && !g.passive) what = Doing{Event::Left};  // "gave up its membership"
  if (g.lemma->text == "give" && g.passive) what = Doing{Event::Joined};
  std::vector<Member> members;
  if (object_is) {
    // "X's membership was suspended by", "the League suspended Syria's membership", "Cuba ended its
    // membership"
    if (n.owner) members = r.discourse.possessor(r.s, n, e);
    if (members.empty() && subject) members = r.discourse.members(r.s, *subject);
    if ((g.lemma->text == "grant" || g.lemma->text == "award" || g.lemma->text == "give") && !g.passive)
      return false;
  } else {
    members = r.discourse.possessor(r.s, n, e);
    if (members.empty())
      if (const auto of = r.arguments.of(e)) members = r.discourse.members_of_phrase(r.s, *r.s.noun(*of));
    // "Observer status was granted to A"
    if (const auto to = r.arguments.after(v, "to"); to && g.passive && !r.s.noun(*to)->names.empty() &&
                                                    what->event == Event::Joined && !n.possessive && !n.owner)
      members = r.s.noun(*to)->names;
  }
  auto bodies = body_of_member(r, e, true);
  if (what->event == Event::Joined && !members.empty() && (bodies.empty() || !bodies[0].named))
    if (const auto left = r.discourse.left_by(members.front().referent)) bodies = {{*left, false, {}}};
  if (members.empty() || bodies.empty()) return true;
  // "the council terminated A's membership": others did it
  if (what->event == Event::Left && object_is && n.owner && subject &&
      one_of(g.lemma->text, {"terminate", "end", "cancel", "revoke", "withdraw"})) {
    const auto doers = r.discourse.members(r.s, *subject);
    if (std::none_of(doers.begin(), doers.end(),
                     [&](const Member& m) { return m.referent == members.front().referent; }))
      what->event = Event::Expelled;
  }
  std::string relation = relation_of(n);
  Event event = what->event;
  if (event == Event::Joined && !relation.empty()) event = Event::Held;
  if (relation.empty()) relation = std::string(relation::member_of);
  if (event == Event::Suspended) relation = std::string(relation::suspended_from);
  const auto date = r.arguments.date(v);
  std::string when = date                ? r.date_text(*date, event)
                     : r.setting.heading ? r.setting.heading->edtf()
                                         : std::string();
  if (when.empty() && event == Event::Held && what->held && g.present) when = r.present_date();
  const Certainty certainty = certainty_of(r.s, v, date.has_value());
  r.emit(members, event, relation, bodies, when, certainty, std::string("membership-") + g.lemma->text,
         g.main);
  // "… to A in 1998 and to B in 2003"
  for (std::size_t k = v + 1; subject_is && g.passive && k + 3 < r.s.elements.size(); ++k)
    if (r.s.is(k, Kind::Conjunction) && r.s.word_is(k + 1, "to") && r.s.noun(k + 2) != nullptr &&
        r.s.is(k + 3, Kind::Date))
      r.emit(r.s.noun(k + 2)->names, event, relation, bodies, r.date_text(r.s.elements[k + 3].index, event),
             certainty, std::string("membership-") + g.lemma->text + "-gapped", r.s.elements[k + 2].first);
  return true;
}

/// "made A an observer", "named A a full member".
bool making(Reading& r, std::size_t v) {
  const VerbGroup& g = *r.s.verb(v);
  if (!one_of(g.lemma->text, {"make", "declare", "name", "elect", "appoint"}) || g.passive) return false;
  const auto object = r.arguments.object(v);
  if (!object || r.s.noun(*object)->names.empty() || r.s.noun(*object + 1) == nullptr) return false;
  const NounPhrase& role = *r.s.noun(*object + 1);
  if (!role.names.empty() || role.former || role.determiner == Determiner::The || !member_noun(r.s, role))
    return false;
  auto bodies = body_of_member(r, *object + 1, false);
  if (bodies.empty())
    if (const auto subject = r.arguments.subject(v))
      for (const auto& b : r.discourse.bodies(r.s, *subject))
        if (r.discourse.is_body(b.referent)) bodies.push_back(b);
  if (bodies.empty()) return false;
  const std::string relation = relation_of(role);
  const Event event = relation.empty() ? Event::Joined : Event::Held;
  const std::string date = r.date_of(v, event);
  r.emit(r.s.noun(*object)->names, event, relation.empty() ? std::string(relation::member_of) : relation,
         bodies, date, certainty_of(r.s, v, !date.empty()), "made-member", g.main);
  // "…, and in 2006 a full member"
  for (std::size_t k = *object + 2; k + 2 < r.s.elements.size() && r.s.verb(k) == nullptr; ++k) {
    if (!r.s.is(k, Kind::Conjunction)) continue;
    const bool before = r.s.is(k + 1, Kind::Date);
    const NounPhrase* rung = r.s.noun(before ? k + 2 : k + 1);
    if (rung == nullptr || !rung->names.empty() || !member_noun(r.s, *rung)) continue;
    if (!before && !r.s.is(k + 2, Kind::Date)) continue;
    const std::string own = relation_of(*rung);
    const Event step = own.empty() ? Event::Joined : Event::Held;
    r.emit(r.s.noun(*object)->names, step, own.empty() ? std::string(relation::member_of) : own, bodies,
           r.date_text(r.s.elements[before ? k + 1 : k + 2].index, step), Certainty::Stated, "made-member",
           rung->head_token);
  }
  return true;
}

/// "granted X observer status", "X was granted observer status".
bool granting(Reading& r, std::size_t v) {
  const VerbGroup& g = *r.s.verb(v);
  if (!one_of(g.lemma->text, {"grant", "award", "give", "offer", "accord"}) || g.passive) return false;
  const auto object = r.arguments.object(v);
  if (!object || r.s.noun(*object)->names.empty() || r.s.noun(*object + 1) == nullptr) return false;
  const NounPhrase& n = *r.s.noun(*object + 1);
  std::string relation = relation_of(n);
  if (!n.has_head || n.head == nullptr || !n.head->is(WordClass::MembershipNoun)) return false;
  std::size_t what = *object + 1;
  // "gave A the status of associate member"
  if (const auto of = r.arguments.of(what); of && relation.empty() && member_noun(r.s, *r.s.noun(*of))) {
    relation = relation_of(*r.s.noun(*of));
    what = *of;
  }
  const auto bodies = body_of_member(r, what, true);
  const Event event = relation.empty() ? Event::Joined : Event::Held;
  Certainty certainty = certainty_of(r.s, v, false);
  if (g.lemma->text == "offer") certainty = Certainty::Hypothetical;
  r.emit(r.s.noun(*object)->names, event, relation.empty() ? std::string(relation::member_of) : relation,
         bodies, r.date_of(v, event), certainty, "grant-status", g.main);
  return true;
}

}  // namespace

bool read_state(Reading& r, std::size_t v) {
  if (r.s.verb(v)->lemma == nullptr) return false;
  return copula(r, v) || membership(r, v) || granting(r, v) || making(r, v) || being_in(r, v) ||
         composition(r, v) || belonging(r, v) || taken_as(r, v) || stripped(r, v) || extended_or_lifted(r, v);
}

}  // namespace entente::detail
