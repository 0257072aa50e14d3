// What a body is made of: "consists of", "its members include", "has five members: …"; "belongs to", "is in".

#include <algorithm>

#include "loaders/article/reading.hpp"

namespace entente::detail {

using Kind = ElementKind;

/// "consists of A, B and C", "its members include A and B", "was expanded to include A".
bool composition(Reading& r, std::size_t v) {
  const VerbGroup& g = *r.s.verb(v);
  const std::string& w = g.lemma->text;
  const auto& list = r.s.tokens.list;
  const bool together = g.main + 1 < list.size() && list[g.main + 1].is("together");
  const bool verb_of = one_of(w, {"consist", "compose", "make"});
  const bool verb_object = one_of(w, {"comprise", "include", "unite", "group", "contain", "number", "ally",
                                      "bind", "link", "embrace", "encompass", "join"}) ||
                           (w == "bring" && together);
  const bool count_among = w == "count";
  // "There are five associate members of the union: A, B …"
  if (w == "be" && g.first > 0 && list[g.first - 1].is("there")) {
    const auto what = r.arguments.object(v);
    if (!what || r.s.noun(*what)->names.size() < 2) return false;
    NounPhrase bare = *r.s.noun(*what);
    bare.names.clear();
    if (!member_noun(r.s, bare) || bare.former) return false;
    const std::string own = relation_of(bare);
    const auto date = r.arguments.date(v);
    const std::string when = date        ? r.date_text(*date, Event::Held)
                             : g.present ? r.present_date()
                                         : std::string();
    r.emit(r.s.noun(*what)->names, bare.founding ? Event::Founded : Event::Held,
           own.empty() ? std::string(relation::member_of) : own, body_of_member(r, *what, true), when,
           certainty_of(r.s, v, date.has_value()), "there-are", g.main);
    return true;
  }
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
  std::vector<Member> listed = n.names;
  extend_list(r, *e, listed);
  const auto subject = r.arguments.subject(v);
  if (!subject) return false;
  const NounPhrase& sn = *r.s.noun(*subject);
  std::vector<ResolvedBody> bodies;
  Event event = Event::Held;
  std::string relation(relation::member_of);
  std::string rule = "consists-of";
  const bool growth = !g.governors.empty() && one_of(g.governors.back()->text, {"expand", "enlarge", "grow",
                                                                                "extend", "widen", "come"});
  if (member_noun(r.s, sn) || (sn.head != nullptr && sn.head->text == "membership")) {
    if (sn.former) return true;
    // "Countries that are not yet members include A"
    for (std::size_t k = *subject > 0 ? *subject - 1 : 0; k < v; ++k)
      if (const VerbGroup* said = r.s.verb(k); said != nullptr && said->negated) return true;
    bodies = body_of_member(r, *subject, true);
    if (!relation_of(sn).empty()) relation = relation_of(sn);
    if (sn.founding) event = Event::Founded;
    rule = "members-include";
  } else {
    // A single name is no list of members unless the body grew by it.
    if (listed.size() < 2 && !growth) return false;
    for (const auto& b : r.discourse.bodies(r.s, *subject))
      if (r.discourse.is_body(b.referent)) bodies.push_back(b);
    // What a body contains besides members (bodies of its own, places) is told by their sort.
    const auto states = std::count_if(n.names.begin(), n.names.end(),
                                      [&](const Member& m) { return r.discourse.is_state(m.referent); });
    if (w == "include" && states == 0 && !growth) return false;
    // "The pact bound A, B and C", "the treaty linked A with B": only treaties do, and only states.
    if (one_of(w, {"ally", "bind", "link", "join"})) {
      if (states < 2 || g.passive) return false;
      bodies.erase(std::remove_if(bodies.begin(), bodies.end(),
                                  [&](const ResolvedBody& b) {
                                    if (r.discourse.referents()[b.referent].sort == Sort::Treaty)
                                      return false;
                                    for (const auto& word : r.discourse.referents()[b.referent].words)
                                      if (const Word* known = bundled_lexicon().find(word);
                                          known != nullptr && known->is(WordClass::TreatyNoun))
                                        return false;
                                    return true;
                                  }),
                   bodies.end());
      if (bodies.empty()) return false;
      event = Event::Signed;
      relation = std::string(relation::signatory_of);
      rule = "treaty-binds";
    }
    // "initially comprised", "originally consisted of": those who began it
    for (std::size_t i = g.first > 0 ? g.first - 1 : 0; i <= g.main; ++i)
      if (event == Event::Held && !growth && g.finite && !g.present && n.names.size() > 1 &&
          (r.s.token(i).is("initially") || r.s.token(i).is("originally"))) {
        event = Event::Founded;
        rule = "began-with";
      }
  }
  if (bodies.empty()) return true;
  if (growth) {
    event = Event::Joined;
    rule = "grew-to-include";
  }
  const auto date = r.arguments.date(v);
  std::string when = date ? r.date_text(*date, event) : std::string();
  if (!date && event == Event::Held && g.present && g.finite) when = r.present_date();
  const Certainty certainty = certainty_of(r.s, v, date.has_value());
  // "along with new members D and E"
  std::size_t k = *e + 1;
  for (; r.s.is(k, Kind::Comma) || r.s.is(k, Kind::Conjunction); ++k)
    if (const NounPhrase* more = r.s.noun(k + 1); more != nullptr && !more->names.empty() && more->plural &&
                                                  more->head != nullptr &&
                                                  more->head->is(WordClass::MemberNoun)) {
      listed.insert(listed.end(), more->names.begin(), more->names.end());
      ++k;
    }
  // "comprises A and B as full members, and C and D as associate members"
  const auto role_at = [&](std::size_t at) {
    const NounPhrase* role = r.s.word_is(at, "as") ? r.s.noun(at + 1) : nullptr;
    return role != nullptr && role->names.empty() && member_noun(r.s, *role) ? role : nullptr;
  };
  if (const NounPhrase* role = role_at(*e + 1)) {
    if (const std::string own = relation_of(*role); !own.empty()) relation = own;
    for (k = *e + 3; k + 2 < r.s.elements.size(); ++k) {
      if (r.s.is(k, Kind::Comma) || r.s.is(k, Kind::Conjunction)) continue;
      const NounPhrase* names = r.s.noun(k);
      const NounPhrase* next = names != nullptr && !names->names.empty() ? role_at(k + 1) : nullptr;
      if (next == nullptr) break;
      const std::string own = relation_of(*next);
      r.emit(names->names, event, own.empty() ? std::string(relation::member_of) : own, bodies, when,
             certainty, rule + "-as", next->head_token);
      k += 2;
    }
  }
  r.emit(listed, event, relation, bodies, when, certainty, rule, g.main);
  return true;
}

/// "has been in the Compact since 1999", "was in the union from 1958 to 1974".
bool being_in(Reading& r, std::size_t v) {
  const VerbGroup& g = *r.s.verb(v);
  if (g.lemma->text != "be" || g.passive || !r.s.is(v + 1, Kind::Preposition)) return false;
  const std::size_t in = r.s.elements[v + 1].first;
  const bool back = in > 0 && r.s.token(in - 1).is("back");
  if (!(r.s.word_is(v + 1, "in") || r.s.word_is(v + 1, "inside") || r.s.word_is(v + 1, "with"))) return false;
  const NounPhrase* n = r.s.noun(v + 2);
  const auto subject = r.arguments.subject(v);
  const auto date = r.arguments.date(v);
  if (n == nullptr || !subject) return false;
  const bool lasts =
      date && (r.s.dates[*date].role == DateRole::Since || r.s.dates[*date].role == DateRole::Span);
  // "are still in the league", said now of states; "was back in the party"
  const bool now = !date && g.present && g.finite && n->names.size() == 1 && !n->has_head && in > 0 &&
                   (r.s.token(in - 1).is("still") || r.s.token(in - 1).is("now"));
  if (!lasts && !(now && !r.s.word_is(v + 1, "with")) && !back) return false;
  std::vector<ResolvedBody> bodies;
  for (const auto& b : r.discourse.bodies(r.s, v + 2))
    if (r.discourse.is_body(b.referent) && !r.discourse.referents()[b.referent].whole) bodies.push_back(b);
  if (bodies.empty()) return false;
  const Certainty certainty = certainty_of(r.s, v, true);
  if (back) {
    r.emit(r.discourse.members(r.s, *subject), Event::Joined, std::string(relation::member_of), bodies,
           date ? r.date_text(*date, Event::Joined) : std::string(), certainty, "is-back", g.main);
    return true;
  }
  r.emit(r.discourse.members(r.s, *subject), Event::Held, std::string(relation::member_of), bodies,
         date ? r.date_text(*date, Event::Held) : r.present_date(), certainty, "is-in", g.main);
  if (!date) return true;
  read_gapped(r, v, Event::Held, std::string(relation::member_of), bodies, certainty, "is-in");
  return true;
}

/// "belongs to X".
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

}  // namespace entente::detail
