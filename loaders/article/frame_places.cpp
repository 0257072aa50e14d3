#include "loaders/article/frame_places.hpp"

#include <algorithm>

namespace entente::detail {
namespace {

using Kind = ElementKind;

/// Whether the words of a particle stand directly behind the verb at element `v`: "came on board"; "_" is its
/// object, or nothing in the passive.
bool follows_verb(const Reading& r, std::size_t v, std::string_view particle) {
  const auto& list = r.s.tokens.list;
  std::size_t i = r.s.verb(v)->main + 1;
  while (!particle.empty()) {
    const auto end = std::min(particle.find(' '), particle.size());
    const auto word = particle.substr(0, end);
    if (word == "_") {
      const auto object = r.s.noun(v + 1);
      if (object != nullptr)
        i = object->last;
      else if (!r.s.verb(v)->passive && !r.s.verb(v)->participle)
        return false;
    } else if (i >= list.size() ||
               (list[i].lower != word && !(word == "its" && list[i].is(WordClass::Possessive)))) {
      return false;
    } else {
      ++i;
    }
    particle.remove_prefix(std::min(end + 1, particle.size()));
  }
  return true;
}

/// Whether a preposition is a particle of its verb: "came in in 1953", "signed up", not "signed on 4 January"
/// nor "came in the night".
bool stands_alone(const Reading& r, std::size_t token) {
  const auto& list = r.s.tokens.list;
  if (!list[token].is(WordClass::Preposition)) return true;
  for (const DateMention& d : r.s.dates)
    if (d.first <= token && token < d.last) return false;
  if (token + 1 >= list.size() || list[token + 1].kind != TokenKind::Word) return true;
  const Token& next = list[token + 1];
  if (next.is(WordClass::Adverb) || next.is(WordClass::Conjunction) || next.is(WordClass::Subordinator))
    return true;
  if (next.is(WordClass::Preposition)) return true;
  for (const DateMention& d : r.s.dates)
    if (d.first == token + 1) return true;
  return false;
}

bool tells(const VerbGroup& g, std::initializer_list<Event> events) {
  const auto& frames = bundled_lexicon().frames(g.lemma);
  return std::any_of(frames.begin(), frames.end(), [&](const Frame& f) {
    return std::find(events.begin(), events.end(), f.event) != events.end();
  });
}

/// Whether whoever leaves goes on to another body, so that what is left is one: "left A to join B", "joined B
/// after leaving A", "left A for B" where B is known; and verbs that only leave bodies: "defected from A".
bool goes_on(const Reading& r, std::size_t v) {
  const VerbGroup& g = *r.s.verb(v);
  if (one_of(g.lemma->text, {"defect", "disaffiliate", "quit", "resign", "expel", "oust"})) return true;
  for (std::size_t k = v + 1; k < r.s.elements.size(); ++k) {
    if (r.s.is(k, Kind::Semicolon) || r.s.is(k, Kind::Relative) || r.s.is(k, Kind::Subordinator)) break;
    if (const VerbGroup* next = r.s.verb(k)) {
      const bool same = next->infinitive || next->ing || r.s.is(k - 1, Kind::Conjunction);
      if (same && tells(*next, {Event::Joined, Event::Founded})) return true;
      break;
    }
  }
  if (g.ing && v > 0 && (r.s.is(v - 1, Kind::Preposition) || r.s.is(v - 1, Kind::Subordinator)))
    for (std::size_t k = 0; k < r.s.elements.size(); ++k)
      if (const VerbGroup* main = r.s.verb(k);
          main != nullptr && k != v && main->finite && tells(*main, {Event::Joined, Event::Founded}))
        return true;
  const auto for_whom = r.arguments.after(v, "for");
  return for_whom && r.s.noun(*for_whom)->names.size() == 1 &&
         r.discourse.is_body(r.s.noun(*for_whom)->names[0].referent);
}

}  // namespace

std::optional<std::size_t> filler(const Reading& r, std::size_t v, const std::string& place,
                                  std::string_view particle) {
  if (place == "S") return r.arguments.subject(v);
  if (place == "O") {
    // "took in Brest": the particle stands before its object
    if (r.s.is(v + 1, Kind::Preposition) && r.s.elements[v + 1].first == r.s.verb(v)->main + 1 &&
        r.s.noun(v + 2) != nullptr && !particle.empty() && r.s.word_is(v + 1, particle))
      return v + 2;
    return r.arguments.object(v);
  }
  return r.arguments.after(v, place);
}

bool has_place(const Slots& slots, std::string_view place) {
  return std::find(slots.places.begin(), slots.places.end(), place) != slots.places.end();
}

bool has_particle(const Reading& r, std::size_t v, const Frame& f) {
  if (f.particle.empty()) return true;
  if (f.particle.find(' ') != std::string::npos) return follows_verb(r, v, f.particle);
  const VerbGroup& g = *r.s.verb(v);
  // "let into": the particle is the preposition of the body
  if (f.particle == "into") return g.main + 1 < r.s.tokens.list.size() && r.s.token(g.main + 1).is("into");
  // The particle may have been passed over as an adverb: look at the tokens between this element and the
  // next.
  const auto& list = r.s.tokens.list;
  for (std::size_t i = g.main + 1; i < list.size() && i < g.main + 9; ++i) {
    const bool takes_object =
        !f.active_member.places.empty() && f.active_member.places.front() == "O" && !g.passive;
    if (list[i].lower == f.particle &&
        (stands_alone(r, i) || (takes_object && i == g.main + 1 && i + 1 < list.size() &&
                                list[i + 1].capital && (f.particle == "in" || f.particle == "on"))))
      return true;
    if (list[i].kind != TokenKind::Word && list[i].kind != TokenKind::Possessive) return false;
    if (i > g.main + 1 && list[i].is(WordClass::Preposition)) return false;
  }
  return false;
}

bool could_be_left(const Reading& r, const ResolvedBody& b) {
  return b.named && r.discourse.referents()[b.referent].sort == Sort::Unknown;
}

FilledBody fill_body(Reading& r, std::size_t v, const Slots& slots, Event event) {
  FilledBody f;
  const bool onward = (event == Event::Left || event == Event::Expelled) && goes_on(r, v);
  const bool treaty = event == Event::Signed || event == Event::Ratified;
  for (const auto& place : slots.places) {
    const auto e = filler(r, v, place);
    if (!e && place == "S" && v == 0 && !r.s.verb(v)->ing) {
      // "The Lombard League. Formed in 1167 by …": a sentence without its subject
      if (const auto spoken = r.discourse.body_spoken_of(r.s, 0)) f.bodies.push_back({*spoken, false, {}});
      return f;
    }
    if (!e) continue;
    if (place == "O") f.present = true;
    auto found = r.discourse.bodies(r.s, *e, treaty);
    // "suspended from its rights of representation in the council", "back into the fold of the league"
    for (std::size_t at = *e; found.empty() && at < *e + 6; at += 2) {
      const NounPhrase* part = r.s.noun(at);
      if (part == nullptr || !part->names.empty() || !part->has_head || !r.s.is(at + 1, Kind::Preposition) ||
          r.s.noun(at + 2) == nullptr ||
          !one_of(
              r.s.token(part->head_token).lower,
              {"rights", "participation", "membership", "activities", "ranks", "fold", "family", "list",
               "roll", "roster", "register", "councils", "representation", "privileges", "work", "meetings"}))
        break;
      found = r.discourse.bodies(r.s, at + 2, treaty);
    }
    // "the summit suspended A", "was expelled by the other members"
    if (place == "S" || place == "by")
      if (const bool taken =
              std::any_of(found.begin(), found.end(), [&](const ResolvedBody& b) { return b.named; });
          !taken && (event == Event::Expelled || event == Event::Suspended || event == Event::Joined))
        if (const auto whole = r.discourse.acted_for(r.s, *e)) {
          f.bodies = {{*whole, false, {}}};
          return f;
        }
    if (found.empty()) {
      // "promoted to full membership": of the body spoken of
      const NounPhrase& what = *r.s.noun(*e);
      if (event == Event::Joined && what.names.empty() && what.head != nullptr &&
          what.head->text == "membership" && relation_of(what).empty()) {
        if (const auto spoken = r.discourse.body_spoken_of(r.s, v)) f.bodies.push_back({*spoken, false, {}});
        return f;
      }
      f.present = true;
      continue;
    }
    const NounPhrase& n = *r.s.noun(*e);
    f.definite = n.determiner == Determiner::The;
    // A list that runs over into the next members: "joined NATO in 1999 and Hungary in 2000" is read by
    // gapping.
    std::vector<ResolvedBody> kept;
    for (const auto& b : found)
      // Whoever does the expelling or admitting must be known for a body: "the Spartans expelled the
      // tyrants".
      if ((r.can_be_body(b, event, f.definite) || (onward && could_be_left(r, b))) &&
          (place != "S" || slots.places.size() == 1 || r.discourse.is_body(b.referent)))
        kept.push_back(b);
    if (!kept.empty()) {
      f.bodies = std::move(kept);
      return f;
    }
    f.present = true;
    // "admitted to the bar in Lima": what follows another preposition is no body of this event.
    if (event == Event::Joined && (place == "to" || place == "into")) return f;
  }
  return f;
}

std::optional<std::vector<Member>> fill_member(Reading& r, std::size_t v, const Slots& slots,
                                               std::string_view particle) {
  for (const auto& place : slots.places) {
    const auto e = filler(r, v, place, particle);
    if (!e) continue;
    const NounPhrase& n = *r.s.noun(*e);
    auto members = r.discourse.members(r.s, *e);
    if (!members.empty()) {
      if (place == "S")
        extend_subject(r, v, *e, members);
      else
        extend_list(r, *e, members);
      return members;
    }
    if (place == "S" || place == "O" || place == "by") {
      auto listed = r.listed_behind(v);
      if (!listed.empty() && (n.plural || n.count > 1)) return listed;
    }
    if (place == "O" && slots.places.size() > 1) {
      // "withdrew its membership", "withdrew itself": the subject; "withdrew its troops": nothing
      const bool own = n.pronoun || (n.head != nullptr && n.head->is(WordClass::MembershipNoun));
      if (!own) return std::nullopt;
    }
  }
  return std::vector<Member>();
}

}  // namespace entente::detail
