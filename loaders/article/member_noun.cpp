// Nouns for somebody in a body, and the body that they belong to.

#include <algorithm>

#include "loaders/article/reading.hpp"

namespace entente::detail {

using Kind = ElementKind;

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
  for (const char* p : {"of", "in", "to", "at", "with", "within", "on"}) {
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

}  // namespace entente::detail
