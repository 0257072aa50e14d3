// Events in more than one word: "entered into force", "came into being", "broke up", "did so too".

#include <algorithm>

#include "loaders/article/reading.hpp"

namespace entente::detail {

using Kind = ElementKind;

/// "entered into force", "came into effect", "took effect".
bool into_force(Reading& r, std::size_t v) {
  const VerbGroup& g = *r.s.verb(v);
  if (g.lemma == nullptr) return false;
  const auto& w = g.lemma->text;
  bool fits = false;
  if (one_of(w, {"enter", "come", "go", "put", "bring"})) {
    const auto into = r.arguments.after(v, "into");
    fits = into && r.s.noun(*into)->has_head &&
           one_of(r.s.token(r.s.noun(*into)->head_token).lower, {"force", "effect", "operation"});
  } else if (w == "become" && g.main + 1 < r.s.tokens.list.size()) {
    fits = one_of(r.s.token(g.main + 1).lower, {"effective", "operative", "binding"});
  } else if (w == "take") {
    const auto o = r.arguments.object(v);
    fits = o && r.s.noun(*o)->has_head && r.s.token(r.s.noun(*o)->head_token).is("effect");
  }
  if (!fits) return false;
  const auto subject = r.arguments.subject(v);
  if (!subject) return true;
  const NounPhrase& what = *r.s.noun(*subject);
  if (what.names.empty() && what.head != nullptr &&
      (what.head->is(WordClass::ExitNoun) || what.head->is(WordClass::AccessionNoun))) {
    // "its withdrawal took effect two years later"
    const Event event = what.head->is(WordClass::ExitNoun) ? Event::Left : Event::Joined;
    auto members = r.discourse.possessor(r.s, what, *subject);
    if (members.empty())
      if (const auto of = r.arguments.of(*subject)) members = r.discourse.members(r.s, *of);
    const auto& last = r.discourse.last_event();
    if (members.empty() && what.determiner == Determiner::The && last && last->event == event)
      members = r.discourse.last_members();
    if (const auto other = r.discourse.other_than_body();
        members.empty() && what.determiner == Determiner::The && other)
      members.push_back({*other, AliasSort::Name, {}});
    const auto spoken = r.discourse.body_spoken_of(r.s, v);
    const std::string when = r.date_of(v, event);
    if (spoken && !when.empty())
      r.emit(members, event, std::string(relation::member_of), {{*spoken, false, {}}}, when,
             certainty_of(r.s, v, true), "takes-effect", g.main);
    return true;
  }
  if (what.names.empty() && !what.pronoun && (what.head == nullptr || !what.head->is(WordClass::BodyNoun)))
    return true;
  const std::string date = r.date_of(v, Event::EnteredIntoForce);
  const Certainty certainty = certainty_of(r.s, v, !date.empty());
  for (const auto& b : r.discourse.bodies(r.s, *subject, true)) {
    const Sort sort = r.discourse.referents()[b.referent].sort;
    if (sort == Sort::Treaty || sort == Sort::Body)
      r.emit_body(b.referent, Event::EnteredIntoForce, date, certainty, "entry-into-force", g.main);
  }
  return true;
}

/// "ceased to exist", "was dissolved", "broke up", "came to an end".
bool dissolution(Reading& r, std::size_t v) {
  const VerbGroup& g = *r.s.verb(v);
  if (g.lemma == nullptr) return false;
  const auto& list = r.s.tokens.list;
  const auto next_is = [&](std::string_view w) {
    return g.main + 1 < list.size() && list[g.main + 1].lower == w;
  };
  bool fits = false;
  if (!g.governors.empty() && g.governors.back()->text == "cease" && g.lemma->text == "exist") fits = true;
  if (g.lemma->text == "cease" && next_is("to") && g.main + 2 < list.size() &&
      one_of(list[g.main + 2].lower, {"exist", "function", "operate"}))
    fits = true;
  if ((g.lemma->text == "break" || g.lemma->text == "split") && next_is("up")) fits = true;
  if (g.lemma->text == "come" && next_is("to") && g.main + 3 < list.size() && list[g.main + 3].is("end"))
    fits = true;
  if (!fits) return false;
  const auto subject = r.arguments.subject(v);
  if (!subject) return true;
  const std::string date = r.date_of(v, Event::Dissolved);
  Certainty certainty = certainty_of(r.s, v, !date.empty());
  if (certainty == Certainty::Negated && !g.negated)
    certainty = Certainty::Stated;  // "ceased" denies existing
  for (const auto& b : r.discourse.bodies(r.s, *subject))
    if (r.can_be_body(b, Event::Dissolved, true))
      r.emit_body(b.referent, Event::Dissolved, date, certainty, "dissolution", g.main);
  if (r.s.noun(*subject)->pronoun && r.s.token(r.s.noun(*subject)->first).is("they"))
    if (const auto b = r.discourse.body_spoken_of(r.s, v);
        b && r.discourse.referents()[*b].sort == Sort::Body && g.lemma->text != "come")
      r.emit_body(*b, Event::Dissolved, date, certainty, "dissolution", g.main);
  return true;
}

/// "came into being in 1952", "came into existence".
bool came_into_being(Reading& r, std::size_t v) {
  const VerbGroup& g = *r.s.verb(v);
  if (g.lemma == nullptr || g.passive) return false;
  if (g.lemma->text == "date" && r.s.is(v + 1, Kind::Date)) {
    // "The league dates from 1921"; "Poland's accession dates from 2014, Ireland's from 2018"
    const auto what = r.arguments.subject(v);
    if (what && r.s.noun(*what)->names.empty() && r.s.noun(*what)->head != nullptr &&
        (r.s.noun(*what)->head->is(WordClass::AccessionNoun) ||
         r.s.noun(*what)->head->is(WordClass::ExitNoun))) {
      const Event event = r.s.noun(*what)->head->is(WordClass::ExitNoun) ? Event::Left : Event::Joined;
      auto members = r.discourse.possessor(r.s, *r.s.noun(*what), *what);
      if (members.empty())
        if (const auto of = r.arguments.of(*what)) members = r.discourse.members(r.s, *of);
      const auto body = r.discourse.body_spoken_of(r.s, v);
      if (!members.empty() && body) {
        const std::vector<ResolvedBody> bodies{{*body, false, {}}};
        const Certainty certainty = certainty_of(r.s, v, true);
        r.emit(members, event, std::string(relation::member_of), bodies,
               r.date_text(r.s.elements[v + 1].index, event), certainty, "dates-from", g.main);
        read_gapped(r, v, event, std::string(relation::member_of), bodies, certainty, "dates-from");
      }
      return true;
    }
    if (const auto subject = r.arguments.subject(v))
      for (const auto& b : r.discourse.bodies(r.s, *subject))
        if (r.discourse.referents()[b.referent].sort == Sort::Body)
          r.emit_body(b.referent, Event::Founded, r.date_text(r.s.elements[v + 1].index, Event::Founded),
                      certainty_of(r.s, v, true), "dates-from", g.main);
    return true;
  }
  if (g.lemma->text != "come") return false;
  const auto into = r.arguments.after(v, "into");
  const bool idiom = into && r.s.noun(*into)->has_head &&
                     one_of(r.s.token(r.s.noun(*into)->head_token).lower, {"being", "existence"});
  const auto& list = r.s.tokens.list;
  const bool being = g.main + 2 < list.size() && list[g.main + 1].is("into") && list[g.main + 2].is("being");
  if (!idiom && !being) return false;
  const auto subject = r.arguments.subject(v);
  if (!subject) return true;
  std::string date = r.date_of(v, Event::Founded);
  if (date.empty())
    for (std::size_t k = v + 1; k < r.s.elements.size() && k < v + 4; ++k)
      if (r.s.is(k, Kind::Date)) {
        date = r.date_text(r.s.elements[k].index, Event::Founded);
        break;
      }
  for (const auto& b : r.discourse.bodies(r.s, *subject))
    if (r.discourse.referents()[b.referent].sort == Sort::Body)
      r.emit_body(b.referent, Event::Founded, date, certainty_of(r.s, v, !date.empty()), "come-into-being",
                  g.main);
  return true;
}

/// "B and C followed in 2009", "D did so a year later": the event spoken of, with new members.
bool followed(Reading& r, std::size_t v) {
  const VerbGroup& g = *r.s.verb(v);
  if (g.lemma == nullptr || g.passive || g.infinitive || !r.discourse.last_event()) return false;
  // ", with B following in 1965"
  if (g.ing && !(v >= 2 && r.s.noun(v - 1) != nullptr && r.s.word_is(v - 2, "with"))) return false;
  const auto& list = r.s.tokens.list;
  const auto next = [&](std::string_view w) {
    return g.main + 1 < list.size() && list[g.main + 1].lower == w;
  };
  const bool follow = g.lemma->text == "follow" && !next("by") && (!r.arguments.object(v) || next("suit"));
  const bool same =
      g.lemma->text == "do" && (next("so") || next("likewise") ||
                                (next("the") && g.main + 2 < list.size() && list[g.main + 2].is("same")));
  // "So did Burma, the year before."
  const bool inverted =
      g.lemma->text == "do" && g.first > 0 && list[g.first - 1].is("so") && r.s.noun(v + 1) != nullptr;
  const bool move = one_of(g.lemma->text, {"make", "take"}) && next("the") && g.main + 3 < list.size() &&
                    list[g.main + 2].is("same") &&
                    one_of(list[g.main + 3].lower, {"move", "step", "choice", "road"});
  if (!follow && !same && !inverted && !move) return false;
  const auto subject = inverted ? std::optional(v + 1) : r.arguments.subject(v);
  if (!subject) return false;
  const auto happening = *r.discourse.last_event();
  std::vector<Member> members;
  for (const Member& m : r.discourse.members(r.s, *subject))
    if (!r.discourse.is_body(m.referent) || r.discourse.referents()[m.referent].id.empty())
      members.push_back(m);
  const std::string date = r.date_of(v, happening.event);
  if (members.empty() || (follow && date.empty() && !next("suit"))) return false;
  Certainty certainty = certainty_of(r.s, v, !date.empty());
  if (happening.certainty != Certainty::Stated) certainty = happening.certainty;
  r.emit(members, happening.event, happening.relation, happening.bodies, date, certainty,
         follow ? "follow" : "do-so", g.main);
  read_gapped(r, v, happening.event, happening.relation, happening.bodies, certainty, "follow");
  return true;
}

}  // namespace entente::detail
