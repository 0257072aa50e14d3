// Event verbs by their frames: who joins, leaves, founds, signs what.

#include <algorithm>
#include <array>

#include "loaders/article/reading.hpp"

namespace entente::detail {
namespace {

using Kind = ElementKind;

/// The element that fills a place of a frame; nothing when the sentence has none.
std::optional<std::size_t> filler(const Reading& r, std::size_t v, const std::string& place,
                                  std::string_view particle = {}) {
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

/// Whether the words of a particle stand directly behind the verb: "came on board".
bool follows_verb(const Reading& r, const VerbGroup& g, std::string_view particle) {
  const auto& list = r.s.tokens.list;
  for (std::size_t i = g.main + 1; !particle.empty(); ++i) {
    const auto end = std::min(particle.find(' '), particle.size());
    if (i >= list.size() || list[i].lower != particle.substr(0, end)) return false;
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

/// Whether a frame's particle stands behind the verb, perhaps after the object.
bool fits(const Reading& r, const VerbGroup& g, const Frame& f) {
  if (f.particle.empty()) return true;
  if (f.particle.find(' ') != std::string::npos) return follows_verb(r, g, f.particle);
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

struct Filled {
  std::vector<ResolvedBody> bodies;
  bool definite = false;
  bool present = false;  ///< a place was filled, even if by nothing that can be resolved
};

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

/// A name that nobody has explained, of the kind that bodies have.
bool could_be_left(const Reading& r, const ResolvedBody& b) {
  return b.named && r.discourse.referents()[b.referent].sort == Sort::Unknown;
}

Filled fill_body(Reading& r, std::size_t v, const Slots& slots, Event event) {
  Filled f;
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

std::vector<Member> fill_member(Reading& r, std::size_t v, const Slots& slots, bool& failed,
                                std::string_view particle = {}) {
  failed = false;
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
      if (!own) {
        failed = true;
        return {};
      }
    }
  }
  return {};
}

/// Dates that stand side by side after the verb, for "respectively".
std::vector<std::size_t> date_row(const Reading& r, std::size_t v) {
  std::vector<std::size_t> dates;
  for (std::size_t k = v + 1; k < r.s.elements.size(); ++k) {
    if (r.s.is(k, Kind::Date))
      dates.push_back(r.s.elements[k].index);
    else if (!dates.empty() && !r.s.is(k, Kind::Comma) && !r.s.is(k, Kind::Conjunction))
      break;
  }
  return dates;
}

void emit_founding(Reading& r, std::size_t v, const std::vector<Member>& founders, const Filled& body,
                   const std::string& date, Certainty certainty, const std::string& rule) {
  const std::size_t order = r.s.verb(v)->main;
  for (const auto& b : body.bodies) {
    const Referent& ref = r.discourse.referents()[b.referent];
    if (ref.sort == Sort::Treaty && rule != "conclude") continue;
    r.emit_body(b.referent, Event::Founded, b.date ? r.date_text(*b.date, Event::Founded) : date, certainty,
                rule, order);
  }
  std::vector<Member> kept;
  for (const Member& m : founders)
    if (r.discourse.referents()[m.referent].sort != Sort::Treaty) kept.push_back(m);
  r.emit(kept, Event::Founded, std::string(relation::member_of), body.bodies, date, certainty, rule + "-by",
         order);
}

}  // namespace

namespace {
bool read_as(Reading& r, std::size_t v, const Frame* f);
}

bool read_frame(Reading& r, std::size_t v) {
  if (followed(r, v) || came_into_being(r, v) || place_taken(r, v)) return true;
  if (into_force(r, v) || dissolution(r, v)) return true;
  if (member_replaced(r, v) || party_whip(r, v)) return true;
  const VerbGroup& g = *r.s.verb(v);
  if (g.lemma == nullptr) return false;
  bool particle = false;  // "broke up" is never read as "broke"
  for (const Frame& f : bundled_lexicon().frames(g.lemma)) {
    if ((particle && f.particle.empty()) || !fits(r, g, f)) continue;
    particle = particle || !f.particle.empty();
    if (read_as(r, v, &f)) return true;
  }
  return false;
}

namespace {

/// "joined in the games", "joined A in urging B", "joined (with) A to found B": no joining of a body.
bool joins_in(const Reading& r, std::size_t v) {
  const VerbGroup& g = *r.s.verb(v);
  const auto& list = r.s.tokens.list;
  if (g.passive) return false;
  if (g.main + 1 < list.size() && list[g.main + 1].is("in") && !r.s.is(v + 1, Kind::Date)) return true;
  const std::size_t end = r.s.elements.size();
  for (std::size_t k = v + 1; k < end; ++k) {
    if (r.s.is(k, Kind::Comma) && r.s.noun(k + 1) == nullptr) continue;
    if (const VerbGroup* next = r.s.verb(k)) {
      if (next->ing && r.s.word_is(k - 1, "in")) return true;
      if (!next->infinitive) return false;
      for (const Frame& other : bundled_lexicon().frames(next->lemma))
        if (other.event == Event::Founded) return true;
      return false;
    }
    if (r.s.is(k, Kind::Semicolon) || r.s.is(k, Kind::Relative) || r.s.is(k, Kind::Subordinator))
      return false;
  }
  return false;
}

/// "joined as manager", "entered as a substitute", "was elected to parliament": what is held is an office.
bool held_office(const Reading& r, std::size_t v, const Frame& f, const Filled& body) {
  // "the senate sacked the president"
  if (f.event == Event::Expelled) {
    const VerbGroup& g = *r.s.verb(v);
    const auto who = g.passive ? r.arguments.subject(v) : r.arguments.object(v);
    return who && r.s.noun(*who)->names.empty() && r.s.noun(*who)->head != nullptr &&
           (r.s.noun(*who)->head->is(WordClass::LeaderNoun) ||
            r.s.noun(*who)->head->is(WordClass::PersonNoun));
  }
  if (f.event != Event::Joined) return false;
  if (body.bodies.empty())
    if (const auto as = r.arguments.after(v, "as")) {
      const NounPhrase& role = *r.s.noun(*as);
      if (!role.names.empty() || role.owner || role.head == nullptr || member_noun(r.s, role) ||
          !relation_of(role).empty())
        return false;
      // whoever joins as a drummer is in the band; whoever joins as its manager is not
      return !role.head->is(WordClass::PersonNoun) || role.head->is(WordClass::LeaderNoun) ||
             one_of(role.head->text, {"manager", "coach", "director", "chairman", "ceo", "editor",
                                      "secretary", "publisher", "mayor", "governor"});
    }
  if (f.name != "elect" || body.bodies.empty()) return false;
  const Referent& chamber = r.discourse.referents()[body.bodies.front().referent];
  return std::any_of(chamber.words.begin(), chamber.words.end(), [](const std::string& w) {
    return one_of(w, {"parliament", "senate", "council", "chamber", "diet", "congress", "assembly", "duma",
                      "house", "board", "reichstag", "bundestag", "knesset", "sejm", "riksdag", "storting"});
  });
}

/// The verb at `v`, read by one of its frames; false when the frame does not hold.
bool read_as(Reading& r, std::size_t v, const Frame* f) {
  const VerbGroup& g = *r.s.verb(v);
  const auto object = r.arguments.object(v);
  const bool needs_object =
      (has_place(f->active_member, "O") && f->active_member.places.front() == "O" &&
       f->active_member.places.size() == 1) ||
      (has_place(f->active_body, "O") && !f->active_body.optional && f->active_body.places.front() == "O");
  const bool may_be_participle =
      r.s.token(g.main).word != nullptr && r.s.token(g.main).word->has_form(VerbForm::Participle);
  // A past form without its object is a participle where more of its phrase follows: not "…", he added.
  const bool bare = needs_object && !object && may_be_participle && !g.ing && !g.infinitive && !g.perfect &&
                    (r.s.is(v + 1, Kind::Preposition) || r.s.is(v + 1, Kind::Date));
  // "drawn up by A and signed in Lima by B": a past without its object, done by somebody
  const bool done_by = !g.passive && may_be_participle && !object && !g.ing && !g.infinitive && !g.perfect &&
                       has_place(f->passive_member, "by") && r.arguments.after(v, "by");
  const bool passive = g.passive || ((g.participle || bare || done_by) && !f->passive_body.places.empty());
  const Slots& member_slots = passive ? f->passive_member : f->active_member;
  const Slots& body_slots = passive ? f->passive_body : f->active_body;
  if (body_slots.places.empty()) return false;
  if (f->name == "join" && joins_in(r, v)) return r.reject("joins in something, or with others to do it");
  const Filled body = fill_body(r, v, body_slots, f->event);
  std::string date = r.date_of(v, f->event);
  const Certainty certainty = certainty_of(r.s, v, r.arguments.date(v).has_value());
  const std::size_t order = g.main;

  // "The league ended in 1901", not "the league ended its dispute".
  if (!passive && f->event == Event::Dissolved && body_slots.places.size() == 1 &&
      body_slots.places.front() == "S" && object)
    return r.reject("something else ended");
  if (f->event == Event::Dissolved) {
    for (const auto& b : body.bodies)
      if (r.discourse.is_body(b.referent))
        r.emit_body(b.referent, Event::Dissolved, date, certainty, f->name, order);
    return !body.bodies.empty() || r.reject("no body found that could end");
  }
  if (f->name == "come-in" && date.empty()) return false;
  bool failed = false;
  std::vector<Member> members = fill_member(r, v, member_slots, failed, f->particle);
  if (failed) return r.reject("its object is no member");
  // "The league began in 1921", not "the league began talks".
  if (!passive && !body_slots.places.empty() && body_slots.places.front() == "S" &&
      f->event == Event::Founded && object)
    return r.reject("the body is its subject, and there is an object");
  if (f->event == Event::Founded) {
    // "the treaty establishing X": what is dated is the treaty.
    if (g.ing && v > 0)
      if (const NounPhrase* before = r.s.noun(v - 1); before != nullptr && before->names.empty() &&
                                                      before->head != nullptr &&
                                                      before->head->is(WordClass::TreatyNoun))
        return false;
    // "A founded it with B and C"; "together with B and C, A founded it"
    if (!passive && !members.empty()) {
      if (const auto with = r.arguments.after(v, "with")) {
        auto others = r.discourse.members(r.s, *with);
        if (!others.empty()) extend_list(r, *with, others);
        members.insert(members.end(), others.begin(), others.end());
      }
      // "A met with B to form it", "A merged with B to form it"
      for (std::size_t k = v; g.infinitive && k-- > 0;) {
        if (r.s.verb(k) == nullptr) continue;
        auto with = r.arguments.after(k, "with");
        // "A joined B and C to found it"
        if (!with && r.s.verb(k)->lemma != nullptr && r.s.verb(k)->lemma->text == "join" &&
            !r.s.verb(k)->passive)
          with = r.arguments.object(k);
        if (with) {
          auto others = r.discourse.members(r.s, *with);
          if (!others.empty()) extend_list(r, *with, others);
          members.insert(members.end(), others.begin(), others.end());
        }
        break;
      }
      if ((r.s.is(0, Kind::Conjunction) || r.s.word_is(0, "with")) && r.s.noun(1) != nullptr && v > 2 &&
          r.s.is(2, Kind::Comma))
        members.insert(members.end(), r.s.noun(1)->names.begin(), r.s.noun(1)->names.end());
    }
    // "The band formed in 1981 with singer A and bassist B"
    if (members.empty() && !object && !g.passive &&
        one_of(f->name, {"form", "start", "begin", "come-together"}))
      if (const auto with = r.arguments.after(v, "with"); with && !r.s.noun(*with)->names.empty()) {
        members = r.discourse.members(r.s, *with);
        extend_list(r, *with, members);
      }
    Filled founded = body;
    // "formed an alliance", "launched an attack": something with a name must come out of it.
    founded.bodies.erase(
        std::remove_if(founded.bodies.begin(), founded.bodies.end(),
                       [&](const ResolvedBody& b) {
                         const Sort sort = r.discourse.referents()[b.referent].sort;
                         const bool loose = f->name == "found" || f->name == "co-found" ||
                                            (f->name == "form" && !g.present) ||
                                            ((f->name == "establish" || f->name == "set-up") && passive);
                         const bool strict = !loose;
                         return sort == Sort::Unknown && strict && b.named && members.size() < 2;
                       }),
        founded.bodies.end());
    if (founded.bodies.empty()) return r.reject("nothing with a name came into being");
    // "defected to form the group", where two groups are named
    if (object && !passive && founded.bodies.size() == 1 && !founded.bodies[0].named &&
        r.s.noun(*object)->has_head &&
        r.discourse.shared_word(r.s.token(r.s.noun(*object)->head_token).lower))
      return r.reject("one of several bodies came into being");
    emit_founding(r, v, members, founded, date, certainty, f->name);
    return true;
  }
  if (f->event == Event::Succeeded) {
    // Bodies succeed bodies; persons in office are none of our business.
    std::vector<ResolvedBody> predecessors;
    for (const auto& b : body.bodies)
      if (r.discourse.is_body(b.referent)) predecessors.push_back(b);
    std::vector<Member> successors;
    for (const auto& place : member_slots.places)
      if (const auto e = filler(r, v, place)) {
        for (const auto& b : r.discourse.bodies(r.s, *e))
          if (r.discourse.is_body(b.referent)) successors.push_back({b.referent, AliasSort::Name, {}});
        if (!successors.empty()) break;
      }
    for (const auto& p : predecessors)
      for (const auto& m : successors)
        if (p.referent != m.referent) {
          Fact fact;
          fact.subject = m.referent;
          fact.event = Event::Succeeded;
          fact.relation = std::string(relation::successor_of);
          fact.object = p.referent;
          fact.date = date;
          fact.certainty = certainty;
          fact.rule = f->name;
          fact.order = order;
          r.out.push_back(std::move(fact));
        }
    return (!predecessors.empty() && !successors.empty()) || r.reject("not one body after another");
  }
  if (members.empty()) return r.reject("no member found");
  // "the rules it had signed up to": something else stands before
  if (body.bodies.empty() && r.s.is(v + 1, Kind::Preposition) && r.s.noun(v + 2) == nullptr &&
      has_place(body_slots, r.s.token(r.s.elements[v + 1].first).lower))
    return r.reject("what its preposition belongs to stands elsewhere");
  if (held_office(r, v, *f, body)) return r.reject("an office, not a membership");
  std::vector<ResolvedBody> bodies = body.bodies;
  if (f->name == "elect" && std::any_of(bodies.begin(), bodies.end(), [&](const ResolvedBody& b) {
        const auto& words = r.discourse.referents()[b.referent].words;
        return std::any_of(words.begin(), words.end(), [](const std::string& w) {
          return one_of(w, {"parliament", "congress", "senate", "assembly", "house", "diet", "legislature",
                            "commons", "lords", "bundestag", "knesset", "duma"});
        });
      }))
    return r.reject("a seat, not a membership");
  static constexpr std::array<std::string_view, 9> motions = {"move",       "move-up",         "move-over",
                                                              "switch",     "transfer",        "go-over",
                                                              "cross-over", "cross-the-floor", "jump-ship"};
  // "crossed the floor from A to B", "switched conferences from A to B": both are bodies, known or not.
  bool sides = one_of(f->name, {"cross-the-floor", "jump-ship"});
  if (one_of(f->name, {"switch", "move"}) && object && r.s.noun(*object)->names.empty() &&
      r.s.noun(*object)->plural) {
    const Word* what = bundled_lexicon().find(common_form(r.s.token(r.s.noun(*object)->head_token).lower));
    sides = what != nullptr && what->is(WordClass::BodyNoun);
  }
  if (f->known && !sides)
    bodies.erase(std::remove_if(bodies.begin(), bodies.end(),
                                [&](const ResolvedBody& b) { return !r.discourse.is_body(b.referent); }),
                 bodies.end());
  if (bodies.empty() && !body.bodies.empty()) return r.reject("nothing says that it is a body");
  if (bodies.empty()) {
    // "they were joined by D": whoever they are, it is the body spoken of that grew.
    const bool grew = f->name == "join" && passive;
    if ((body.present && !grew) || !body_slots.optional)
      return r.reject(body.present ? "its object is no body that is known" : "no body found");
    // Somebody who resigns and no more gives up an office.
    if (f->name == "resign" && (r.arguments.after(v, "as") ||
                                r.discourse.referents()[members.front().referent].sort == Sort::Person))
      return r.reject("an office, not a body");
    // Whoever returns, returns to what it left.
    const bool returns = f->name == "return" || f->name == "come-back";
    const bool again = f->name == "rejoin" || f->name == "re-join" || f->name == "readmit" ||
                       f->name == "re-admit" || f->name == "reinstate";
    // "joined X in 2006 and left in 2012": what the same member did just before in this sentence
    std::optional<std::size_t> same;
    if (!returns)
      for (auto fact = r.out.rbegin(); fact != r.out.rend() && !same; ++fact)
        if (fact->object && fact->subject == members.front().referent && fact->event != Event::Succeeded)
          same = fact->object;
    const auto spoken = same ? same
                        : returns || (again && r.discourse.left_by(members.front().referent))
                            ? r.discourse.left_by(members.front().referent)
                            : r.discourse.body_spoken_of(r.s, v, f->event == Event::Signed);
    if (!spoken || (f->event == Event::Signed && date.empty())) return r.reject("no body spoken of");
    bodies.push_back({*spoken, false, {}});
  }
  // A pronoun that would make the body its own member means the member spoken of before.
  if (members.size() == 1 && members[0].referent == bodies[0].referent)
    if (const auto other = r.discourse.other_than_body())
      if (*other != bodies[0].referent && !r.discourse.is_body(*other)) members[0].referent = *other;
  // "left EFTA in 1973, Portugal in 1986": the list runs over from the body to further members.
  if (object && !bodies.empty()) {
    const auto& names = r.s.noun(*object)->names;
    if (names.size() > 1 && names[0].date && r.discourse.is_body(names[0].referent)) {
      std::vector<Member> further;
      for (std::size_t i = 1; i < names.size(); ++i)
        if (!r.discourse.is_body(names[i].referent)) further.push_back(names[i]);
      if (further.size() + 1 == names.size()) {
        ResolvedBody only = bodies.front();
        only.referent = names[0].referent;
        bodies = {only};
        const ResolvedBody undated{only.referent, true, {}};
        r.emit(members, f->event, f->relation, bodies, date, certainty, f->name, order);
        r.emit(further, f->event, f->relation, {undated}, date, certainty, f->name + "-gapped", order + 1);
        return true;
      }
    }
  }
  // What states and people join is never a treaty's text to sign, and the reverse.
  if (f->event == Event::Signed || f->event == Event::Ratified) {
    bodies.erase(std::remove_if(bodies.begin(), bodies.end(),
                                [&](const ResolvedBody& b) {
                                  const Referent& ref = r.discourse.referents()[b.referent];
                                  if (b.by_treaty || ref.sort == Sort::Treaty) return false;
                                  for (const auto& w : ref.words)
                                    if (const Word* word = bundled_lexicon().find(w);
                                        word != nullptr && word->is(WordClass::TreatyNoun))
                                      return false;
                                  return true;
                                }),
                 bodies.end());
    if (bodies.empty()) return r.reject("what is signed is no treaty");
  }
  Event event = f->event;
  std::string relation = f->relation;
  if (f->event == Event::Joined) {
    if (const auto as = r.arguments.after(v, "as")) {
      const std::string other = relation_of(*r.s.noun(*as));
      if (!other.empty()) {
        event = Event::Held;
        relation = other;
      }
    }
    // "joined as a founding member"
  }
  // "Observers include A and B, both admitted in 2013": to the standing just told
  if (event == Event::Joined && relation == relation::member_of && !members.empty() && !bodies.empty())
    for (const Fact& fact : r.out)
      if (fact.event == Event::Held && fact.subject == members.front().referent &&
          fact.object == bodies.front().referent && fact.relation != relation::member_of &&
          r.out.back().subject && (g.participle || passive)) {
        event = Event::Held;
        relation = fact.relation;
        break;
      }
  // "respectively": the dates in order
  const auto& list = r.s.tokens.list;
  const bool respectively =
      std::any_of(list.begin(), list.end(), [](const Token& t) { return t.is("respectively"); });
  if (respectively) {
    const auto dates = date_row(r, v);
    if (dates.size() == members.size() && dates.size() > 1)
      for (std::size_t i = 0; i < members.size(); ++i) members[i].date = dates[i];
    if (bodies.size() == members.size() && bodies.size() > 1) {
      for (std::size_t i = 0; i < members.size(); ++i)
        r.emit({members[i]}, event, relation, {bodies[i]}, date, certainty, f->name, order);
      return true;
    }
  }
  r.emit(members, event, relation, bodies, date, certainty, f->name, order);
  read_gapped(r, v, event, relation, bodies, certainty, f->name);
  if (event == Event::Joined && std::find(motions.begin(), motions.end(), f->name) != motions.end()) {
    // "moved up to B", "switched from A to B": what was left
    std::vector<ResolvedBody> old;
    if (const auto from = r.arguments.after(v, "from")) {
      for (const auto& b : r.discourse.bodies(r.s, *from))
        if (r.discourse.is_body(b.referent) || (sides && could_be_left(r, b))) old.push_back(b);
    } else if (const auto& in = r.discourse.bodies_of(members.front().referent); !in.empty()) {
      old.push_back({in.back(), false, {}});
    } else if (const auto spoken = r.discourse.body_spoken_of(r.s, v); spoken && !f->known) {
      old.push_back({*spoken, false, {}});
    }
    old.erase(std::remove_if(old.begin(), old.end(),
                             [&](const ResolvedBody& b) {
                               return std::any_of(bodies.begin(), bodies.end(), [&](const ResolvedBody& x) {
                                 return x.referent == b.referent;
                               });
                             }),
              old.end());
    r.emit(members, Event::Left, std::string(relation::member_of), old, date, certainty, f->name + "-from",
           order);
  }
  // "left the party for the Greens", "defected from A to B": a leaving and a joining
  if (event == Event::Left) {
    for (const char* way : {"for", "to"}) {
      const bool moves = f->name == "defect" || f->name == "move-out";
      if ((std::string_view(way) == "to") != moves) continue;
      const auto e = r.arguments.after(v, way);
      if (!e) continue;
      std::vector<ResolvedBody> joined;
      for (const auto& b : r.discourse.bodies(r.s, *e))
        if ((r.discourse.is_body(b.referent) ||
             (r.discourse.referents()[b.referent].sort == Sort::Unknown &&
              (r.s.noun(*e)->determiner == Determiner::The || r.discourse.is_body(bodies.front().referent) ||
               f->name == "defect"))) &&
            b.named && r.s.noun(*e)->names.size() >= 1 &&
            std::none_of(bodies.begin(), bodies.end(),
                         [&](const ResolvedBody& x) { return x.referent == b.referent; }))
          joined.push_back(b);
      if (!joined.empty())
        r.emit(members, Event::Joined, std::string(relation::member_of), joined, date, certainty,
               f->name + "-for", order);
      break;
    }
  }
  return true;
}

}  // namespace

}  // namespace entente::detail
