// Events told by a noun: "its accession in 2004", "the withdrawal of Greece from the command".

#include <algorithm>

#include "loaders/article/reading.hpp"

namespace entente::detail {
namespace {
using Kind = ElementKind;

std::optional<Event> event_of(const Word& w) {
  if (w.is(WordClass::AccessionNoun) && w.text != "membership" && w.text != "return" && w.text != "entry")
    return Event::Joined;
  if (w.is(WordClass::AccessionNoun) && (w.text == "entry" || w.text == "return")) return Event::Joined;
  if (w.is(WordClass::ExitNoun)) return Event::Left;
  if (w.is(WordClass::ExpulsionNoun)) return Event::Expelled;
  if (w.is(WordClass::SuspensionNoun)) return Event::Suspended;
  if (w.is(WordClass::FoundingNoun)) return Event::Founded;
  if (w.is(WordClass::EndNoun)) return Event::Dissolved;
  return std::nullopt;
}
}  // namespace

void read_event_nouns(Reading& r) {
  for (std::size_t e = 0; e < r.s.elements.size(); ++e) {
    const NounPhrase* n = r.s.noun(e);
    if (n == nullptr || !n->names.empty() || !n->has_head || n->head == nullptr) continue;
    const auto event = event_of(*n->head);
    if (!event) continue;
    const std::size_t order = n->head_token;
    // its own date: behind it, before the next verb
    std::optional<std::size_t> date;
    for (std::size_t k = e + 1; k < r.s.elements.size(); ++k) {
      if (r.s.is(k, Kind::Date)) {
        date = r.s.elements[k].index;
        break;
      }
      if (r.s.verb(k) != nullptr || r.s.is(k, Kind::Comma) || r.s.is(k, Kind::Semicolon) ||
          r.s.is(k, Kind::Relative))
        break;
    }
    // a verb that makes it happen gives it its date: "announced its withdrawal in 2006", "took effect"
    if (!date) {
      // "rose to nine in 1931 with the admission of A": the one date of its clause
      std::size_t dates = 0;
      for (std::size_t k = e; k-- > 0;) {
        if (r.s.is(k, Kind::Semicolon) || r.s.is(k, Kind::Subordinator) || r.s.is(k, Kind::Relative) ||
            r.s.is(k, Kind::Colon))
          break;
        if (!r.s.is(k, Kind::Date)) continue;
        date = r.s.elements[k].index;
        ++dates;
      }
      if (dates != 1 || !r.s.is(e - 1, Kind::Preposition) || !r.s.word_is(e - 1, "with")) date.reset();
    }
    if (!date) {
      r.note(order, "told by a noun, without a date");
      continue;
    }
    Certainty certainty = certainty_of_noun(r.s, e);
    const std::string when = r.date_text(*date, *event);
    if (*event == Event::Founded || *event == Event::Dissolved) {
      if (certainty != Certainty::Stated) continue;
      std::vector<ResolvedBody> bodies;
      if (const auto of = r.arguments.of(e))
        bodies = r.discourse.bodies(r.s, *of);
      else if (n->possessive)
        if (const auto b = r.discourse.body_spoken_of(r.s, e + 1)) bodies.push_back({*b, false, {}});
      for (const auto& b : bodies)
        if (r.discourse.referents()[b.referent].sort == Sort::Body)
          r.emit_body(b.referent, *event, when, certainty,
                      *event == Event::Founded ? "founding-noun" : "end-noun", order);
      continue;
    }
    std::vector<Member> members = r.discourse.possessor(r.s, *n, e);
    std::size_t at = e;
    if (members.empty())
      if (const auto of = r.arguments.of(e)) {
        members = r.discourse.members(r.s, *of);
        at = *of;
      }
    if (members.empty() && !n->adjectives.empty() && !r.discourse.is_body(n->adjectives[0].referent))
      members = n->adjectives;
    if (members.empty()) {
      r.note(order, "told by a noun, and no member found");
      continue;
    }
    if (std::any_of(members.begin(), members.end(),
                    [&](const Member& m) { return r.discourse.is_body(m.referent); }))
      continue;
    std::vector<ResolvedBody> bodies;
    bool present = false;
    for (const char* p : {"from", "to", "into", "by", "of", "in"}) {
      if (r.s.word_is(at + 1, p) && r.s.noun(at + 2) != nullptr) {
        if (std::string_view(p) == "in") break;
        present = true;
        for (const auto& b : r.discourse.bodies(r.s, at + 2))
          if (r.can_be_body(b, *event, r.s.noun(at + 2)->determiner == Determiner::The) &&
              r.discourse.is_body(b.referent))
            bodies.push_back(b);
        break;
      }
    }
    if (bodies.empty()) {
      if (present) continue;
      auto spoken = r.discourse.body_spoken_of(r.s, e);
      // "With the accession of A in 1995 the league grew": the body may follow.
      for (std::size_t k = at + 1; !spoken && k < r.s.elements.size(); ++k)
        if (const NounPhrase* later = r.s.noun(k);
            later != nullptr && later->names.size() == 1 && r.discourse.is_body(later->names[0].referent))
          spoken = later->names[0].referent;
      if (!spoken) continue;
      bodies.push_back({*spoken, false, {}});
    }
    const std::string relation(*event == Event::Suspended ? relation::suspended_from : relation::member_of);
    const std::size_t before = r.out.size();
    r.emit(members, *event, relation, bodies, when, certainty, std::string(n->head->text) + "-noun", order);
    const VerbGroup* verb = e > 0 ? r.s.verb(e - 1) : nullptr;
    if (verb != nullptr && verb->lemma != nullptr &&
        one_of(verb->lemma->text, {"announce", "declare", "notify", "confirm", "signal", "state", "deposit"}))
      for (std::size_t i = before; i < r.out.size(); ++i) r.out[i].announced = true;
  }
}

}  // namespace entente::detail
