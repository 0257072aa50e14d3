// States: "is a member of", "became an observer", "holds observer status"; and what is done to a membership:
// "gained", "ended", "suspended"; and lists of members: "consists of", "its members are".

#include <algorithm>
#include <array>

#include "loaders/article/reading.hpp"

namespace entente::detail {
namespace {

using Kind = ElementKind;

bool one_of(std::string_view w, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), w) != words.end();
}

/// A noun for somebody in a body: member, observer, associate, signatory, founder, party, part.
bool member_noun(const Sentence& s, const NounPhrase& n) {
  // "founding clubs", "founder firms"
  if (n.has_head && n.plural && n.head_token > n.first &&
      (s.token(n.head_token - 1).is("founding") || s.token(n.head_token - 1).is("founder")))
    return true;
  if (!n.has_head || n.head == nullptr) return false;
  const Word& h = *n.head;
  return h.is(WordClass::MemberNoun) || h.is(WordClass::ObserverWord) || h.is(WordClass::PartnerWord) ||
         h.is(WordClass::CandidateWord) || (h.text == "part" && n.determiner != Determiner::The) ||
         ((h.is(WordClass::StateNoun) || s.token(n.head_token).is("states") ||
           s.token(n.head_token).is("countries") || s.token(n.head_token).is("nations")) &&
          n.head_token > 0 &&
          (s.token(n.head_token - 1).is(WordClass::MemberNoun) ||
           s.token(n.head_token - 1).is(WordClass::ObserverWord)));
}

/// The body that a member noun at element `e` belongs to.
std::vector<ResolvedBody> body_of_member(Reading& r, std::size_t e, bool spoken_allowed) {
  const NounPhrase& n = *r.s.noun(e);
  for (const Member& m : n.adjectives)
    if (r.discourse.is_body(m.referent)) return {{m.referent, true, {}}};
  if (n.owner) {
    for (const Member& m : r.s.nouns[*n.owner].names)
      if (r.discourse.is_body(m.referent) || (r.discourse.referents()[m.referent].sort == Sort::Unknown &&
                                              (n.head == nullptr || !n.head->is(WordClass::MembershipNoun))))
        return {{m.referent, true, {}}};
  }
  if (e > 1 && r.s.word_is(e - 1, "whose")) {
    const std::size_t k = r.s.is(e - 2, Kind::Comma) && e > 2 ? e - 3 : e - 2;
    if (r.s.noun(k) != nullptr) return r.discourse.bodies(r.s, k);
  }
  std::size_t at = e;
  if (r.s.is(at + 1, Kind::Date)) ++at;
  for (const char* p : {"of", "in", "to", "at", "with", "within"}) {
    if (!r.s.word_is(at + 1, p) || r.s.noun(at + 2) == nullptr) continue;
    auto found = r.discourse.bodies(
        r.s, at + 2, n.head != nullptr && one_of(n.head->text, {"signatory", "signatories", "party"}));
    const NounPhrase& inner = *r.s.noun(at + 2);
    found.erase(std::remove_if(found.begin(), found.end(),
                               [&](const ResolvedBody& b) {
                                 return !r.can_be_body(b, Event::Held, inner.determiner == Determiner::The);
                               }),
                found.end());
    return found;
  }
  if (n.possessive || n.owner || spoken_allowed) {
    if (const auto b = r.discourse.body_spoken_of(r.s, e)) return {{*b, false, {}}};
  }
  return {};
}

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
    const auto bodies = body_of_member(r, *subject, n.determiner == Determiner::The);
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
        if (!(r.s.word_is(k, "between") || r.s.word_is(k, "among")) || r.s.noun(k + 1) == nullptr ||
            r.s.noun(k + 1)->names.size() < 2)
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
  if (!subject) return true;
  auto members = r.discourse.members(r.s, *subject);
  if (members.empty() && (r.s.noun(*subject)->plural || r.s.noun(*subject)->count > 1))
    members = r.listed_after_colon(v);
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
  if (became || date) read_gapped(r, v, event, relation, bodies, certainty, rule);
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
  if (one_of(verb, {"resume", "reactivate", "renew"})) return Doing{Event::Joined};
  if (one_of(verb, {"restore", "reinstate"})) return Doing{Event::Reinstated};
  if (one_of(verb, {"gain", "obtain", "acquire", "receive", "win", "secure", "achieve", "attain", "grant",
                    "award", "get", "assume", "take", "earn", "accept", "give"}))
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
    return n.names.empty() && n.has_head && n.head != nullptr &&
           (n.head->text == "membership" ||
            (n.head->text == "participation" &&
             one_of(g.lemma->text, {"suspend", "end", "freeze", "terminate"})) ||
            (n.head->text == "status" &&
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
  }
  auto bodies = body_of_member(r, e, true);
  if (what->event == Event::Joined && !members.empty() && (bodies.empty() || !bodies[0].named))
    if (const auto left = r.discourse.left_by(members.front().referent)) bodies = {{*left, false, {}}};
  if (members.empty() || bodies.empty()) return true;
  // "the League suspended its membership": the body itself is no member
  std::string relation = relation_of(n);
  Event event = what->event;
  if (event == Event::Joined && !relation.empty()) event = Event::Held;
  if (relation.empty()) relation = std::string(relation::member_of);
  if (event == Event::Suspended) relation = std::string(relation::suspended_from);
  const auto date = r.arguments.date(v);
  std::string when = date ? r.date_text(*date, event) : std::string();
  if (!date && event == Event::Held && what->held && g.present) when = r.present_date();
  r.emit(members, event, relation, bodies, when, certainty_of(r.s, v, date.has_value()),
         std::string("membership-") + g.lemma->text, g.main);
  return true;
}

/// "granted X observer status", "X was granted observer status".
bool granting(Reading& r, std::size_t v) {
  const VerbGroup& g = *r.s.verb(v);
  if (!one_of(g.lemma->text, {"grant", "award", "give", "offer", "accord"}) || g.passive) return false;
  const auto object = r.arguments.object(v);
  if (!object || r.s.noun(*object)->names.empty() || r.s.noun(*object + 1) == nullptr) return false;
  const NounPhrase& n = *r.s.noun(*object + 1);
  const std::string relation = relation_of(n);
  if (!n.has_head || n.head == nullptr || !n.head->is(WordClass::MembershipNoun)) return false;
  const auto bodies = body_of_member(r, *object + 1, true);
  const Event event = relation.empty() ? Event::Joined : Event::Held;
  Certainty certainty = certainty_of(r.s, v, false);
  if (g.lemma->text == "offer") certainty = Certainty::Hypothetical;
  r.emit(r.s.noun(*object)->names, event, relation.empty() ? std::string(relation::member_of) : relation,
         bodies, r.date_of(v, event), certainty, "grant-status", g.main);
  return true;
}

/// "consists of A, B and C", "its members include A and B", "was expanded to include A".
bool composition(Reading& r, std::size_t v) {
  const VerbGroup& g = *r.s.verb(v);
  const std::string& w = g.lemma->text;
  const auto& list = r.s.tokens.list;
  const bool together = g.main + 1 < list.size() && list[g.main + 1].is("together");
  const bool verb_of = one_of(w, {"consist", "compose", "make"});
  const bool verb_object =
      one_of(w, {"comprise", "include", "unite", "group", "contain", "number"}) || (w == "bring" && together);
  const bool count_among = w == "count";
  // "The Compact has five members: A, B, C …"
  if (w == "have" && !g.negated) {
    const auto object = r.arguments.object(v);
    const auto holder = r.arguments.subject(v);
    if (!object || !holder) return false;
    const NounPhrase& what = *r.s.noun(*object);
    NounPhrase bare = what;
    bare.names.clear();
    if (what.names.size() < 2 || !member_noun(r.s, bare) || what.former) return false;
    std::vector<ResolvedBody> whole;
    for (const auto& b : r.discourse.bodies(r.s, *holder))
      if (r.discourse.is_body(b.referent)) whole.push_back(b);
    const std::string own = relation_of(what);
    const Event event = what.founding ? Event::Founded : Event::Held;
    const auto date = r.arguments.date(v);
    const std::string when = date                                ? r.date_text(*date, event)
                             : g.present && event == Event::Held ? r.present_date()
                                                                 : std::string();
    r.emit(what.names, event, own.empty() ? std::string(relation::member_of) : own, whole, when,
           certainty_of(r.s, v, date.has_value()), "has-members", g.main);
    return true;
  }
  if (!verb_of && !verb_object && !count_among) return false;
  std::optional<std::size_t> e;
  if (verb_of || (w == "comprise" && g.passive))
    e = r.arguments.after(v, "of");
  else
    e = r.arguments.object(v);
  if (!e) return false;
  const NounPhrase& n = *r.s.noun(*e);
  if (n.names.empty()) return false;
  if (n.head != nullptr && n.names.size() == 1 && n.has_head) return false;
  const auto subject = r.arguments.subject(v);
  if (!subject) return false;
  const NounPhrase& sn = *r.s.noun(*subject);
  std::vector<ResolvedBody> bodies;
  Event event = Event::Held;
  std::string relation(relation::member_of);
  std::string rule = "consists-of";
  const bool growth = !g.governors.empty() &&
                      one_of(g.governors.back()->text, {"expand", "enlarge", "grow", "extend", "widen"});
  if (member_noun(r.s, sn) || (sn.head != nullptr && sn.head->text == "membership")) {
    if (sn.former) return true;
    bodies = body_of_member(r, *subject, true);
    if (!relation_of(sn).empty()) relation = relation_of(sn);
    if (sn.founding) event = Event::Founded;
    rule = "members-include";
  } else {
    // A single name is no list of members unless the body grew by it.
    if (n.names.size() < 2 && !growth) return false;
    for (const auto& b : r.discourse.bodies(r.s, *subject))
      if (r.discourse.is_body(b.referent)) bodies.push_back(b);
    // What a body contains besides members (bodies of its own, places) is told by their sort.
    const auto states = std::count_if(n.names.begin(), n.names.end(),
                                      [&](const Member& m) { return r.discourse.is_state(m.referent); });
    if (w == "include" && states == 0) return false;
  }
  if (bodies.empty()) return true;
  if (growth) {
    event = Event::Joined;
    rule = "grew-to-include";
  }
  const auto date = r.arguments.date(v);
  std::string when = date ? r.date_text(*date, event) : std::string();
  if (!date && event == Event::Held && g.present && g.finite) when = r.present_date();
  r.emit(n.names, event, relation, bodies, when, certainty_of(r.s, v, date.has_value()), rule, g.main);
  return true;
}

/// "has been in the Compact since 1999", "was in the union from 1958 to 1974".
bool being_in(Reading& r, std::size_t v) {
  const VerbGroup& g = *r.s.verb(v);
  if (g.lemma->text != "be" || g.passive || !(r.s.word_is(v + 1, "in") || r.s.word_is(v + 1, "inside")))
    return false;
  const NounPhrase* n = r.s.noun(v + 2);
  const auto subject = r.arguments.subject(v);
  const auto date = r.arguments.date(v);
  if (n == nullptr || !subject || !date) return false;
  const DateMention& d = r.s.dates[*date];
  if (d.role != DateRole::Since && d.role != DateRole::Span) return false;
  std::vector<ResolvedBody> bodies;
  for (const auto& b : r.discourse.bodies(r.s, v + 2))
    if (r.discourse.is_body(b.referent) && !r.discourse.referents()[b.referent].whole) bodies.push_back(b);
  if (bodies.empty()) return false;
  const Certainty certainty = certainty_of(r.s, v, true);
  r.emit(r.discourse.members(r.s, *subject), Event::Held, std::string(relation::member_of), bodies,
         r.date_text(*date, Event::Held), certainty, "is-in", g.main);
  read_gapped(r, v, Event::Held, std::string(relation::member_of), bodies, certainty, "is-in");
  return true;
}

/// "gained its tenth member, X", "belongs to X".
bool belonging(Reading& r, std::size_t v) {
  const VerbGroup& g = *r.s.verb(v);
  if (g.lemma->text != "belong") return false;
  const auto to = r.arguments.after(v, "to");
  const auto subject = r.arguments.subject(v);
  if (!to || !subject) return true;
  std::vector<ResolvedBody> bodies;
  for (const auto& b : r.discourse.bodies(r.s, *to))
    if (r.discourse.is_body(b.referent)) bodies.push_back(b);
  const auto date = r.arguments.date(v);
  const std::string when = date        ? r.date_text(*date, Event::Held)
                           : g.present ? r.present_date()
                                       : std::string();
  const Certainty certainty = certainty_of(r.s, v, date.has_value());
  r.emit(r.discourse.members(r.s, *subject), Event::Held, std::string(relation::member_of), bodies, when,
         certainty, "belong", g.main);
  if (date) read_gapped(r, v, Event::Held, std::string(relation::member_of), bodies, certainty, "belong");
  return true;
}

}  // namespace

void read_successors(Reading& r) {
  for (std::size_t e = 0; e < r.s.elements.size(); ++e) {
    const NounPhrase* n = r.s.noun(e);
    if (n == nullptr || !n->names.empty() || !n->has_head ||
        !(r.s.token(n->head_token).is("successor") || r.s.token(n->head_token).is("predecessor")))
      continue;
    if (n->possessive && r.s.is(e + 1, Kind::Comma) && r.s.noun(e + 2) != nullptr &&
        r.s.noun(e + 2)->names.size() == 1) {
      // "Its successor, the X, …"
      const auto before = r.discourse.body_spoken_of(r.s, e);
      const std::size_t name = r.s.noun(e + 2)->names[0].referent;
      if (before && *before != name && r.discourse.is_body(name) &&
          r.s.token(n->head_token).is("successor")) {
        Fact f;
        f.subject = name;
        f.event = Event::Succeeded;
        f.relation = std::string(relation::successor_of);
        f.object = *before;
        f.rule = "successor";
        f.order = n->head_token;
        r.out.push_back(std::move(f));
      }
      continue;
    }
    auto other = r.arguments.of(e, "to");
    if (!other) other = r.arguments.of(e);
    std::optional<std::size_t> verb;
    for (std::size_t k = e; k-- > 0;)
      if (r.s.verb(k) != nullptr) {
        verb = k;
        break;
      }
    if (!other || !verb || r.s.noun(*other)->names.size() != 1) continue;
    const auto subject = r.arguments.subject(*verb);
    if (!subject) continue;
    const auto bodies = r.discourse.bodies(r.s, *subject);
    if (bodies.size() != 1 || !r.discourse.is_body(bodies[0].referent) ||
        !r.discourse.is_body(r.s.noun(*other)->names[0].referent))
      continue;
    Fact f;
    const bool backwards = r.s.token(n->head_token).is("predecessor");
    f.subject = backwards ? r.s.noun(*other)->names[0].referent : bodies[0].referent;
    f.object = backwards ? bodies[0].referent : r.s.noun(*other)->names[0].referent;
    f.event = Event::Succeeded;
    f.relation = std::string(relation::successor_of);
    if (const auto date = r.arguments.date(*verb)) f.date = r.date_text(*date, Event::Succeeded);
    f.certainty = certainty_of(r.s, *verb, false);
    f.rule = "successor";
    f.order = n->head_token;
    r.out.push_back(std::move(f));
  }
}

void read_listings(Reading& r) {
  const bool verbs = std::any_of(r.s.elements.begin(), r.s.elements.end(),
                                 [](const Element& e) { return e.kind == Kind::Verb; });
  const NounPhrase* n = r.s.noun(0);
  if (verbs || n == nullptr) return;
  if (n->head != nullptr && n->first < n->head_token + 1 && !n->names.empty() && !n->former) {
    // "Observer states: France, Italy (since 1999)": the list was taken into the phrase.
    NounPhrase bare = *n;
    bare.names.clear();
    bare.has_head = true;
    if (!member_noun(r.s, bare)) return;
    std::vector<ResolvedBody> bodies;
    if (r.s.word_is(1, "of") && r.s.noun(2) != nullptr) bodies = r.discourse.bodies(r.s, 2);
    if (bodies.empty())
      if (const auto b = r.discourse.body_spoken_of(r.s, 0)) bodies.push_back({*b, false, {}});
    const bool signatories = bare.head != nullptr && bare.head->text.starts_with("signator");
    const std::string relation = signatories ? std::string(relation::signatory_of) : relation_of(bare);
    const bool founders = bare.founding || (bare.head != nullptr && bare.head->text.starts_with("founder"));
    const Event event = signatories ? Event::Signed : founders ? Event::Founded : Event::Held;
    const std::string date =
        !bodies.empty() && bodies[0].date ? r.date_text(*bodies[0].date, event) : std::string();
    r.emit(n->names, event, relation.empty() ? std::string(relation::member_of) : relation, bodies,
           event != Event::Held || !date.empty() ? date : r.present_date(), Certainty::Stated, "listing",
           n->first);
    return;
  }
  // "The Swiss Confederation: Uri (1291), Lucerne (1332) …"
  if (n->names.size() == 1 && r.discourse.is_body(n->names[0].referent) && r.s.is(1, Kind::Colon) &&
      r.s.noun(2) != nullptr && r.s.noun(2)->names.size() > 1 && r.s.noun(2)->names.back().date) {
    r.emit(r.s.noun(2)->names, Event::Held, std::string(relation::member_of),
           {{n->names[0].referent, true, {}}}, r.present_date(), Certainty::Stated, "body-list", n->first);
    return;
  }
  // "Namibia – 23 April 1990": a row of a table of accessions
  if (n->names.empty() || n->owner || !r.discourse.listing()) return;
  std::size_t at = 1;
  if (r.s.is(at, Kind::Dash) || r.s.is(at, Kind::Colon) || r.s.is(at, Kind::Comma)) ++at;
  const bool own = n->names.back().date.has_value() && r.s.elements.size() == 1;
  if (!own && !(r.s.is(at, Kind::Date) && at + 1 == r.s.elements.size())) return;
  if (const auto b = r.discourse.body_spoken_of(r.s, 0))
    r.emit(n->names, Event::Joined, std::string(relation::member_of), {{*b, false, {}}},
           own ? std::string() : r.date_text(r.s.elements[at].index, Event::Joined), Certainty::Stated, "row",
           n->first);
}

void read_appositions(Reading& r) {
  for (std::size_t e = 0; e + 2 < r.s.elements.size(); ++e) {
    const NounPhrase* n = r.s.noun(e);
    const NounPhrase* role = r.s.noun(e + 2);
    if (n == nullptr || n->names.size() != 1 || !r.s.is(e + 1, Kind::Comma) || role == nullptr ||
        !role->names.empty())
      continue;
    if (!member_noun(r.s, *role) || role->former || role->determiner == Determiner::No) continue;
    std::size_t at = e + 3;
    if (r.s.is(at, Kind::Preposition) && r.s.noun(at + 1) != nullptr) at += 2;
    if (!r.s.is(at, Kind::Date)) continue;
    const std::string relation = relation_of(*role);
    const bool founder = role->founding || (role->head != nullptr && role->head->text.starts_with("founder"));
    const Event event = founder ? Event::Founded : Event::Held;
    r.emit(r.discourse.members(r.s, e), event, relation.empty() ? std::string(relation::member_of) : relation,
           body_of_member(r, e + 2, true), r.date_text(r.s.elements[at].index, event), Certainty::Stated,
           "apposition", r.s.elements[e + 2].first);
  }
}

bool read_state(Reading& r, std::size_t v) {
  if (r.s.verb(v)->lemma == nullptr) return false;
  return copula(r, v) || membership(r, v) || granting(r, v) || being_in(r, v) || composition(r, v) ||
         belonging(r, v);
}

}  // namespace entente::detail
