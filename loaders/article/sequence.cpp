// What a verb says of one member and leaves unsaid for the next: "A joined in 1961, B in 1962 and C a year
// later"; "followed by B"; "among them A and B".

#include "loaders/article/reading.hpp"

namespace entente::detail {

using Kind = ElementKind;

void read_gapped(Reading& r, std::size_t v, Event event, const std::string& relation,
                 const std::vector<ResolvedBody>& bodies, Certainty certainty, const std::string& rule) {
  const Sentence& s = r.s;
  for (std::size_t k = v + 1; k < s.elements.size(); ++k) {
    if (const VerbGroup* g = s.verb(k); g != nullptr) {
      const bool follows = g->lemma != nullptr && g->lemma->text == "follow" && s.word_is(k + 1, "by");
      if (!follows) return;
      ++k;
    } else if (s.is(k, Kind::Relative) || s.is(k, Kind::Subordinator)) {
      return;
    } else if (!s.is(k, Kind::Comma) && !s.is(k, Kind::Semicolon) && !s.is(k, Kind::Conjunction)) {
      continue;
    }
    std::size_t at = k + 1;
    if (s.is(at, Kind::Conjunction)) ++at;
    if (s.word_is(at, "by")) ++at;
    if (s.is(at, Kind::Date) && s.elements[at].first > 0 && s.token(s.elements[at].first - 1).is("again")) {
      // "was suspended in 1999 and again in 2007"
      if (const auto subject = r.arguments.subject(v))
        r.emit(r.discourse.members(s, *subject), event, relation, bodies,
               r.date_text(s.elements[at].index, event), certainty, rule + "-again", s.elements[at].first);
      continue;
    }
    const NounPhrase* n = s.noun(at);
    if (n == nullptr || n->names.empty() || n->owner) continue;
    const bool own_dates = n->names.back().date.has_value();
    // "Iceland a full member in 1970"
    std::size_t tail = at + 1;
    std::string own_relation = relation;
    Event own_event = event;
    if (const NounPhrase* role = s.noun(tail);
        role != nullptr && role->names.empty() && role->head != nullptr &&
        (role->head->is(WordClass::MemberNoun) || role->head->is(WordClass::ObserverWord) ||
         role->head->is(WordClass::PartnerWord))) {
      ++tail;
      own_relation = relation_of(*role);
      own_event = own_relation.empty() && event != Event::Held ? Event::Joined : Event::Held;
      if (own_relation.empty()) own_relation = std::string(relation::member_of);
    }
    const bool date_after = s.is(tail, Kind::Date);
    // "A is an observer, B an associate member": the role says enough.
    const bool role_only = tail > at + 1 && event == Event::Held && r.s.verb(v)->present;
    if (!own_dates && !date_after && !role_only) continue;
    const std::size_t behind = own_dates ? at + 1 : tail + 1;
    if (const VerbGroup* g = s.verb(behind); g != nullptr && g->finite) continue;
    std::vector<Member> members;
    for (const Member& m : n->names)
      if (!r.discourse.is_body(m.referent)) members.push_back(m);
    const std::string date = date_after && !own_dates  ? r.date_text(s.elements[tail].index, own_event)
                             : role_only && !own_dates ? r.present_date()
                                                       : std::string();
    r.emit(members, own_event, own_relation, bodies, date, certainty, rule + "-gapped", s.elements[at].first);
    k = at;
  }
}

std::vector<Member> Reading::listed_behind(std::size_t v) const {
  bool past_verb = false;
  for (std::size_t k = v + 1; k + 1 < s.elements.size(); ++k) {
    if (s.is(k, Kind::Colon) || s.is(k, Kind::Dash)) {
      const NounPhrase* n = s.noun(k + 1);
      if (n != nullptr && n->names.size() > 1) return n->names;
      return {};
    }
    past_verb = past_verb || s.verb(k) != nullptr;
    if (past_verb || s.is(k, Kind::Semicolon)) continue;
    // "ten states joined in 2004, including A in May", "among them A and B"
    std::size_t at = k + 1;
    if (s.word_is(k, "among") && s.noun(at) != nullptr && s.noun(at)->pronoun)
      ++at;
    else if (!s.word_is(k, "including") && !s.word_is(k, "namely"))
      continue;
    if (const NounPhrase* n = s.noun(at); n != nullptr && !n->names.empty() && !n->owner) return n->names;
  }
  return {};
}

}  // namespace entente::detail
