// Without a verb: lists under a word for their members, remarks between commas, successors.

#include <algorithm>

#include "loaders/article/reading.hpp"

namespace entente::detail {

using Kind = ElementKind;

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
  // "Observers to the forum: A (since 1998), B"
  if (n->names.empty() && member_noun(r.s, *n) && !n->former && n->plural && r.s.is(1, Kind::Preposition) &&
      r.s.noun(2) != nullptr && r.s.is(3, Kind::Colon) && r.s.noun(4) != nullptr &&
      !r.s.noun(4)->names.empty()) {
    const std::string relation = relation_of(*n);
    const Event event = n->founding ? Event::Founded : Event::Held;
    r.emit(r.s.noun(4)->names, event, relation.empty() ? std::string(relation::member_of) : relation,
           body_of_member(r, 0, true), event == Event::Held ? r.present_date() : std::string(),
           Certainty::Stated, "listing", n->first);
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
    const std::string relation = relation_of(*role);
    const bool founder = role->founding || (role->head != nullptr && role->head->text.starts_with("founder"));
    const bool dated = r.s.is(at, Kind::Date);
    if (!dated && !founder) continue;
    const Event event = founder ? Event::Founded : Event::Held;
    r.emit(r.discourse.members(r.s, e), event, relation.empty() ? std::string(relation::member_of) : relation,
           body_of_member(r, e + 2, dated),
           dated ? r.date_text(r.s.elements[at].index, event) : std::string(), Certainty::Stated,
           "apposition", r.s.elements[e + 2].first);
  }
}

void read_pacts(Reading& r) {
  for (std::size_t e = 0; e + 2 < r.s.elements.size(); ++e) {
    const NounPhrase* n = r.s.noun(e);
    if (n == nullptr || n->names.size() != 1 || n->owner) continue;
    std::size_t at = e + 1;
    // ", a defence pact"
    const NounPhrase* what = r.s.is(at, Kind::Comma) ? r.s.noun(at + 1) : nullptr;
    const bool told = what != nullptr && what->names.empty() && what->head != nullptr &&
                      what->head->is(WordClass::BodyNoun) && what->determiner != Determiner::The;
    if (told) at += 2;
    if (!told && at != e + 1) continue;
    if (r.s.is(at, Kind::Date)) ++at;
    const bool between = r.s.word_is(at, "between") || r.s.word_is(at, "among");
    if (!between && !(told && r.s.word_is(at, "of"))) continue;
    const NounPhrase* parties = r.s.noun(at + 1);
    if (parties == nullptr || parties->names.size() < 2 ||
        !std::all_of(parties->names.begin(), parties->names.end(),
                     [&](const Member& m) { return r.discourse.is_state(m.referent); }))
      continue;
    const std::size_t body = n->names[0].referent;
    const bool treaty = r.discourse.referents()[body].sort == Sort::Treaty;
    if (!treaty && !r.discourse.is_body(body)) continue;
    std::string when;
    if (r.s.is(at - 1, Kind::Date)) when = r.date_text(r.s.elements[at - 1].index, Event::Held);
    if (r.s.is(at + 2, Kind::Date)) when = r.date_text(r.s.elements[at + 2].index, Event::Held);
    r.emit(parties->names, treaty ? Event::Signed : Event::Held,
           std::string(treaty ? relation::signatory_of : relation::member_of), {{body, true, {}}}, when,
           Certainty::Stated, "pact-between", parties->first);
  }
}

void read_companions(Reading& r) {
  for (std::size_t e = 1; e + 3 < r.s.elements.size(); ++e) {
    if (!r.s.word_is(e, "with") || !r.s.is(e, Kind::Preposition) || !r.s.word_is(e + 2, "as")) continue;
    const NounPhrase* names = r.s.noun(e + 1);
    const NounPhrase* role = r.s.noun(e + 3);
    if (names == nullptr || names->names.empty() || role == nullptr || !role->names.empty() ||
        !member_noun(r.s, *role) || role->former)
      continue;
    const std::string relation = relation_of(*role);
    if (relation.empty() && !r.s.is(e - 1, Kind::Comma)) continue;
    const auto bodies = body_of_member(r, e + 3, true);
    std::string when;
    if (r.s.is(e + 4, Kind::Date)) when = r.date_text(r.s.elements[e + 4].index, Event::Held);
    r.emit(names->names, role->founding ? Event::Founded : Event::Held,
           relation.empty() ? std::string(relation::member_of) : relation, bodies, when, Certainty::Stated,
           "with-as", role->first);
  }
}

}  // namespace entente::detail
