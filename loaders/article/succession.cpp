// Who comes in another's place: "was replaced by B", "took over from A", "made way for B"; and the party
// whip, which stands for the party in parliament.

#include <algorithm>

#include "loaders/article/reading.hpp"

namespace entente::detail {
namespace {

using Kind = ElementKind;

bool next_is(const Reading& r, const VerbGroup& g, std::string_view w) {
  const auto& list = r.s.tokens.list;
  return g.main + 1 < list.size() && list[g.main + 1].lower == w;
}

/// The verb's words: "replaced", "took over from", "made way for", "gave way to".
struct Exchange {
  std::optional<std::size_t> old, heir;
};

Exchange exchange(const Reading& r, std::size_t v) {
  const VerbGroup& g = *r.s.verb(v);
  const std::string& w = g.lemma->text;
  const auto subject = [&] { return r.arguments.subject(v); };
  if (one_of(w, {"replace", "succeed", "supplant", "displace"})) {
    if (g.passive || (!r.arguments.object(v) && (g.participle || r.s.word_is(v + 1, "by")))) {
      auto by = r.arguments.after(v, "by");
      if (!by && w == "replace") by = r.arguments.after(v, "with");
      return {subject(), by};
    }
    return {r.arguments.object(v), subject()};
  }
  if (w == "take" && next_is(r, g, "over") && !g.passive) return {r.arguments.after(v, "from"), subject()};
  if (w == "make" && next_is(r, g, "way") && !g.passive) return {subject(), r.arguments.after(v, "for")};
  if (w == "give" && next_is(r, g, "way") && !g.passive) return {subject(), r.arguments.after(v, "to")};
  return {};
}

/// "as president", "as team manager": an office, which changes hands without anybody coming or going.
bool office(const Reading& r, std::size_t v) {
  const auto as = r.arguments.after(v, "as");
  if (!as) return false;
  const NounPhrase& n = *r.s.noun(*as);
  if (n.head == nullptr) return true;
  const Word& h = *n.head;
  static constexpr std::string_view offices[] = {"manager",  "coach",    "captain",   "editor",   "treasurer",
                                                 "governor", "director", "conductor", "producer", "publisher",
                                                 "bishop",   "abbot",    "mayor",     "mp",       "baron",
                                                 "earl",     "deputy",   "chairman",  "ceo"};
  if (h.is(WordClass::MemberNoun)) return false;
  return !h.is(WordClass::PersonNoun) || h.is(WordClass::LeaderNoun) ||
         std::find(std::begin(offices), std::end(offices), h.text) != std::end(offices);
}

/// Somebody, as opposed to a body: for "the treaty was replaced by another".
bool somebody(const Reading& r, const std::vector<Member>& members) {
  return !members.empty() && std::none_of(members.begin(), members.end(),
                                          [&](const Member& m) { return r.discourse.is_body(m.referent); });
}

/// A phrase that says what somebody plays or is in a group: "drummer A", "bassist B".
bool has_role(const NounPhrase& n) {
  return n.head != nullptr && n.head->is(WordClass::PersonNoun) && !n.head->is(WordClass::LeaderNoun) &&
         !n.names.empty();
}

/// The body in which the one takes the other's place: named ("as a member of X", "in X"), or the one that the
/// text has the other in or out of.
std::optional<std::size_t> body_of_exchange(const Reading& r, std::size_t v, const std::vector<Member>& old,
                                            bool roles, bool& still_in) {
  still_in = false;
  for (const char* p : {"as", "in", "within", "of"}) {
    auto e = r.arguments.after(v, p);
    if (e && std::string_view(p) == "as") {
      const NounPhrase& n = *r.s.noun(*e);
      if (n.head == nullptr || !n.head->is(WordClass::MemberNoun)) continue;
      e = r.arguments.of(*e);
    }
    if (!e) continue;
    for (const auto& b : r.discourse.bodies(r.s, *e))
      if (r.discourse.is_body(b.referent)) {
        still_in = !old.empty() && r.discourse.left_by(old.front().referent) != b.referent;
        return b.referent;
      }
  }
  const auto& last = r.discourse.last_event();
  const bool someone_left = last && (last->event == Event::Left || last->event == Event::Expelled) &&
                            last->certainty == Certainty::Stated && last->bodies.size() == 1;
  if (old.empty()) return someone_left ? std::optional(last->bodies[0].referent) : std::nullopt;
  const auto& in = r.discourse.bodies_of(old.front().referent);
  const auto left = r.discourse.left_by(old.front().referent);
  if (!in.empty()) {
    still_in = true;
    return in.back();
  }
  if (left) return left;
  if (someone_left && !r.out.empty() && r.out.back().subject == old.front().referent)
    return last->bodies[0].referent;
  if (!roles) return std::nullopt;
  const auto spoken = r.discourse.body_spoken_of(r.s, v);
  if (!spoken || !r.discourse.referents()[*spoken].id.empty()) return std::nullopt;
  still_in = true;
  return spoken;
}

}  // namespace

bool member_replaced(Reading& r, std::size_t v) {
  const VerbGroup& g = *r.s.verb(v);
  if (g.lemma == nullptr) return false;
  const Exchange e = exchange(r, v);
  if (!e.old || !e.heir) return false;
  const NounPhrase& newcomer = *r.s.noun(*e.heir);
  std::vector<Member> heirs = newcomer.pronoun ? r.discourse.members(r.s, *e.heir) : newcomer.names;
  if (!somebody(r, heirs)) return false;
  std::vector<Member> old = r.discourse.members(r.s, *e.old);
  if (r.s.noun(*e.old)->pronoun && !somebody(r, old)) old.clear();
  if (!old.empty() && !somebody(r, old)) return false;
  if (office(r, v)) return r.reject("an office, not a body");
  extend_list(r, *e.heir, heirs);
  // "by B and then by C"
  for (std::size_t k = *e.heir + 1; r.s.is(k, Kind::Conjunction) && r.s.word_is(k + 1, "by"); k += 3)
    if (const NounPhrase* n = r.s.noun(k + 2)) heirs.insert(heirs.end(), n->names.begin(), n->names.end());
  bool still_in = false;
  const bool roles = has_role(newcomer) || has_role(*r.s.noun(*e.old));
  if (g.lemma->text == "succeed" && !roles && !r.arguments.after(v, "as") && !r.arguments.after(v, "in"))
    return r.reject("an office, not a body");
  const auto body = body_of_exchange(r, v, old, roles, still_in);
  if (!body) return false;
  // Whoever stands in for one who stays comes and goes; of one who has left, somebody takes the place.
  for (std::size_t i = g.first; still_in && i < g.last + 2 && i < r.s.tokens.list.size(); ++i)
    if (one_of(r.s.token(i).lower, {"temporarily", "briefly"})) return r.reject("for a while only");
  std::string date = r.date_of(v, Event::Joined);
  const auto& last = r.discourse.last_event();
  if (date.empty() && !still_in && last && !r.out.empty() && r.out.back().object == *body &&
      (last->event == Event::Left || last->event == Event::Expelled))
    date = last->date;  // "left in 1996 and was replaced by B"
  const Certainty certainty = certainty_of(r.s, v, !date.empty());
  const std::vector<ResolvedBody> bodies{{*body, true, {}}};
  const std::string relation(relation::member_of);
  if (still_in) r.emit(old, Event::Left, relation, bodies, date, certainty, "replaced", g.main);
  r.emit(heirs, Event::Joined, relation, bodies, date, certainty, "replace-member", g.main);
  return true;
}

namespace {

bool is_whip(const Reading& r, std::optional<std::size_t> e) {
  if (!e) return false;
  const NounPhrase* n = r.s.noun(*e);
  return n != nullptr && n->has_head && r.s.token(n->head_token).is("whip");
}

}  // namespace

bool party_whip(Reading& r, std::size_t v) {
  const VerbGroup& g = *r.s.verb(v);
  if (g.lemma == nullptr) return false;
  const std::string& w = g.lemma->text;
  const auto object = r.arguments.object(v);
  const auto subject = r.arguments.subject(v);
  std::optional<Event> event;
  std::optional<std::size_t> whip, who;
  if (is_whip(r, object)) {
    whip = object;
    who = subject;
    if (one_of(w, {"lose"})) event = Event::Suspended;
    if (one_of(w, {"resign", "relinquish", "surrender", "renounce"})) event = Event::Left;
    if (one_of(w, {"suspend", "withdraw", "remove", "restore", "return"})) {
      event = one_of(w, {"restore", "return"}) ? Event::Reinstated : Event::Suspended;
      who = r.arguments.after(v, event == Event::Reinstated ? "to" : "from");
    }
  } else if (is_whip(r, subject) &&
             one_of(w, {"suspend", "withdraw", "remove", "restore", "return", "strip"})) {
    whip = subject;
    event = one_of(w, {"restore", "return"}) ? Event::Reinstated : Event::Suspended;
    who = r.arguments.after(v, event == Event::Reinstated ? "to" : "from");
    // "A had the whip withdrawn"
    if (!who && *whip > 0)
      if (const VerbGroup* have = r.s.verb(*whip - 1);
          have != nullptr && have->lemma != nullptr && have->lemma->text == "have")
        who = r.arguments.subject(*whip - 1);
  } else if (const auto of = r.arguments.after(v, "of"); w == "strip" && is_whip(r, of)) {
    whip = of;
    who = g.passive ? subject : object;
    event = Event::Suspended;
  }
  if (!event || !whip || !who) return false;
  const std::vector<Member> members = r.discourse.members(r.s, *who);
  if (!somebody(r, members)) return r.reject("no member found");
  // The party: named before "whip", or the one that the member is known to be in.
  const NounPhrase& n = *r.s.noun(*whip);
  std::optional<std::size_t> party;
  if (!n.adjectives.empty()) party = n.adjectives.front().referent;
  if (!party && n.owner && r.s.nouns[*n.owner].names.size() == 1)
    party = r.s.nouns[*n.owner].names.front().referent;
  if (!party && !r.discourse.bodies_of(members.front().referent).empty())
    party = r.discourse.bodies_of(members.front().referent).back();
  if (!party) party = r.discourse.left_by(members.front().referent);
  if (!party) party = r.discourse.body_spoken_of(r.s, v);
  if (!party) return r.reject("no body found");
  Referent& body = r.discourse.referents().at(*party);
  if (body.sort == Sort::Unknown) body.sort = Sort::Body;
  if (body.sort != Sort::Body) return r.reject("nothing says that it is a body");
  std::size_t at = v;
  if (*whip<v&& * whip> 0 && r.s.verb(*whip - 1) != nullptr && !g.finite) at = *whip - 1;
  auto date = r.arguments.date(v);
  // "had the whip withdrawn following an arrest in October 2023"
  if (!date && r.s.dates.size() == 1 && r.s.dates[0].first > g.main && r.s.dates[0].role == DateRole::At)
    date = 0;
  const Certainty certainty = certainty_of(r.s, at, date.has_value());
  r.emit(members, *event,
         std::string(*event == Event::Suspended ? relation::suspended_from : relation::member_of),
         {{*party, true, {}}}, date ? r.date_text(*date, *event) : r.date_of(at, *event), certainty, "whip",
         g.main);
  return true;
}

}  // namespace entente::detail
