// Event verbs by their frames: who joins, leaves, founds, signs what.

#include <algorithm>
#include <array>

#include "loaders/article/frame_places.hpp"

namespace entente::detail {
namespace {

using Kind = ElementKind;

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
bool held_office(const Reading& r, std::size_t v, const Frame& f, const FilledBody& body) {
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

/// Bodies succeed bodies; persons in office are none of our business.
bool read_succession(Reading& r, const FilledFrame& filled, const Slots& member_slots) {
  std::vector<ResolvedBody> predecessors;
  for (const auto& b : filled.body.bodies)
    if (r.discourse.is_body(b.referent)) predecessors.push_back(b);
  std::vector<Member> successors;
  for (const auto& place : member_slots.places)
    if (const auto e = filler(r, filled.verb, place)) {
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
        fact.date = filled.date;
        fact.certainty = filled.certainty;
        fact.rule = filled.frame->name;
        fact.order = r.s.verb(filled.verb)->main;
        r.out.push_back(std::move(fact));
      }
  return (!predecessors.empty() && !successors.empty()) || r.reject("not one body after another");
}

/// Nothing but dates follows the verb in its clause, and the body spoken of has had members.
bool stands_bare(const Reading& r, std::size_t v) {
  const VerbGroup& g = *r.s.verb(v);
  const auto& list = r.s.tokens.list;
  if (g.passive || !g.finite) return false;
  const auto who = r.arguments.subject(v);
  if (!who || r.s.noun(*who)->pronoun) return false;
  std::size_t k = v + 1;
  bool dated = false;
  for (; r.s.is(k, Kind::Date); ++k) dated = true;
  if (!dated && v > 0) dated = r.arguments.date(v).has_value() || r.setting.heading.has_value();
  const bool ends = k >= r.s.elements.size() || r.s.is(k, Kind::Comma) || r.s.is(k, Kind::Semicolon) ||
                    r.s.is(k, Kind::Conjunction) || r.s.is(k, Kind::Subordinator);
  // "came out", "went on": words that are no elements
  const std::size_t next = g.main + 1;
  const bool alone = next >= list.size() || list[next].kind != TokenKind::Word ||
                     (k > v + 1 && r.s.elements[v + 1].first <= next) || list[next].is("first") ||
                     list[next].is("next") || list[next].is("later") || list[next].is("too") ||
                     list[next].is(WordClass::Conjunction);
  if (!dated || !ends || !alone) return false;
  const auto body = r.discourse.body_spoken_of(r.s, v);
  return body && r.discourse.has_members(*body);
}

/// The verb at `v`, read by one of its frames; false when the frame does not hold.
bool read_as(Reading& r, std::size_t v, const Frame* f) {
  const VerbGroup& g = *r.s.verb(v);
  const bool idiom = f->particle.find(' ') != std::string::npos;  // its own words hold the object
  const bool around = idiom && f->particle.find('_') != std::string::npos;
  const auto object = idiom && !around ? std::optional<std::size_t>() : r.arguments.object(v);
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
  if (f->bare && !stands_bare(r, v)) return false;
  if (f->name == "join" && joins_in(r, v)) return r.reject("joins in something, or with others to do it");
  FilledFrame filled;
  filled.verb = v;
  filled.frame = f;
  filled.passive = passive;
  filled.object = object;
  filled.body = fill_body(r, v, body_slots, f->event);
  filled.date = r.date_of(v, f->event);
  filled.certainty = certainty_of(r.s, v, r.arguments.date(v).has_value());
  const FilledBody& body = filled.body;
  const std::string& date = filled.date;
  const Certainty certainty = filled.certainty;
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
  auto who = fill_member(r, v, member_slots, f->particle);
  if (!who) return r.reject("its object is no member");
  filled.members = std::move(*who);
  std::vector<Member>& members = filled.members;
  // "The league began in 1921", not "the league began talks".
  if (!passive && !body_slots.places.empty() && body_slots.places.front() == "S" &&
      f->event == Event::Founded && object)
    return r.reject("the body is its subject, and there is an object");
  if (f->event == Event::Founded) return read_founding(r, filled);
  if (f->event == Event::Succeeded) return read_succession(r, filled, member_slots);
  if (members.empty()) return r.reject("no member found");
  // "the rules it had signed up to": something else stands before
  if (body.bodies.empty() && r.s.is(v + 1, Kind::Preposition) && r.s.noun(v + 2) == nullptr &&
      has_place(body_slots, r.s.token(r.s.elements[v + 1].first).lower))
    return r.reject("what its preposition belongs to stands elsewhere");
  if (held_office(r, v, *f, body)) return r.reject("an office, not a membership");
  std::vector<ResolvedBody> bodies = body.bodies;
  // "was admitted as a member of X"
  if (bodies.empty() && f->event != Event::Signed)
    if (const auto as = r.arguments.after(v, "as"); as && member_noun(r.s, *r.s.noun(*as)))
      bodies = body_of_member(r, *as, false);
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
  if (event == Event::Joined && std::find(motions.begin(), motions.end(), f->name) != motions.end())
    read_move_from(r, filled, bodies, sides);
  if (event == Event::Left) read_move_to(r, filled, bodies);
  return true;
}

}  // namespace

bool read_frame(Reading& r, std::size_t v) {
  if (followed(r, v) || came_into_being(r, v)) return true;
  if (into_force(r, v) || dissolution(r, v)) return true;
  if (member_replaced(r, v) || party_whip(r, v)) return true;
  const VerbGroup& g = *r.s.verb(v);
  if (g.lemma == nullptr) return false;
  bool particle = false;  // "broke up" is never read as "broke"
  for (const Frame& f : bundled_lexicon().frames(g.lemma)) {
    if ((particle && f.particle.empty()) || !has_particle(r, v, f)) continue;
    particle = particle || !f.particle.empty();
    if (read_as(r, v, &f)) return true;
  }
  return false;
}

}  // namespace entente::detail
