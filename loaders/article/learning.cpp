// What unknown names stand for, learnt from what sentences say of them: "X, a trade body", "the X coalition",
// "a founder of X", "X disbanded".

#include <algorithm>
#include <array>

#include "loaders/article/reference.hpp"

namespace entente::detail {
namespace {

using Kind = ElementKind;

Sort sort_of(const Word* h) {
  if (h == nullptr) return Sort::Unknown;
  if (h->is(WordClass::TreatyNoun) && h->text != "act" && h->text != "articles" && h->text != "instrument")
    return Sort::Treaty;
  if (h->is(WordClass::BodyNoun)) return Sort::Body;
  if (h->is(WordClass::PersonNoun) || h->is(WordClass::TitleNoun)) return Sort::Person;
  if (h->text == "city" || h->text == "town" || h->text == "village" || h->text == "river")
    return Sort::Place;
  return Sort::Unknown;
}

/// Bodies that stand behind a name of their own: "the Change to Win coalition".
bool follows_name(std::string_view w) {
  static constexpr std::array<std::string_view, 26> words = {
      "coalition",  "alliance",    "band",       "group",  "grouping",     "bloc",      "party",
      "union",      "league",      "trio",       "duo",    "quartet",      "quintet",   "movement",
      "federation", "association", "network",    "club",   "label",        "orchestra", "choir",
      "company",    "collective",  "consortium", "cartel", "confederation"};
  return std::find(words.begin(), words.end(), w) != words.end();
}

/// Verbs whose subject is a body: "X disbanded", "X was formed in 1975".
bool done_by_bodies(const VerbGroup& g) {
  if (g.lemma == nullptr) return false;
  const auto& w = g.lemma->text;
  if (g.passive) return w == "form" || w == "disband" || w == "dissolve" || w == "reform" || w == "re-form";
  return w == "disband" || w == "reunite";
}

/// No epithet: "Russian-led", "Sheffield-based".
bool proper(std::string_view name) {
  const auto hyphen = name.rfind('-');
  return hyphen == std::string_view::npos || hyphen + 1 == name.size() || name[hyphen + 1] < 'a' ||
         name[hyphen + 1] > 'z';
}

bool of_members(const NounPhrase& n) {
  return n.names.empty() && n.head != nullptr && n.head->is(WordClass::MemberNoun) &&
         n.head->text != "party" && n.head->text != "participant" && n.head->text != "participants";
}

}  // namespace

void Discourse::learn(const Sentence& s) {
  const auto is = [&](std::size_t referent, Sort sort) {
    Referent& r = referents_.at(referent);
    if (r.sort == Sort::Unknown) r.sort = sort;
  };
  for (std::size_t k = 0; k < s.elements.size(); ++k) {
    const NounPhrase* n = s.noun(k);
    if (n == nullptr) continue;
    // "the Ready to Sail coalition"
    if (n->names.empty() && n->adjectives.size() == 1 && n->determiner == Determiner::The && !n->plural &&
        n->head != nullptr && follows_name(n->head->text) && n->head_token + 1 == n->last &&
        n->adjectives[0].alias == AliasSort::Name && proper(referents_[n->adjectives[0].referent].name))
      is(n->adjectives[0].referent, Sort::Body);
    // "a founder of X", "X's members"
    if (of_members(*n)) {
      if (s.word_is(k + 1, "of") && s.noun(k + 2) != nullptr && s.noun(k + 2)->names.size() == 1 &&
          !s.noun(k + 2)->owner)
        is(s.noun(k + 2)->names[0].referent, Sort::Body);
      if (n->owner && s.nouns[*n->owner].names.size() == 1 && n->plural)
        is(s.nouns[*n->owner].names[0].referent, Sort::Body);
    }
    if (n->names.size() != 1 || n->owner) continue;
    Referent& r = referents_.at(n->names[0].referent);
    if (r.sort != Sort::Unknown) continue;
    r.sort = sort_of(n->head);
    if (r.sort != Sort::Unknown) continue;
    // "a band called X", "an alliance known as X"
    std::size_t verb = k;
    if (verb > 0 && s.is(verb - 1, Kind::Preposition) && s.word_is(verb - 1, "as")) --verb;
    if (verb > 1)
      if (const VerbGroup* v = s.verb(verb - 1); v != nullptr && v->lemma != nullptr &&
                                                 s.noun(verb - 2) != nullptr &&
                                                 s.noun(verb - 2)->names.empty() &&
                                                 (v->lemma->text == "call" || v->lemma->text == "name" ||
                                                  v->lemma->text == "know" || v->lemma->text == "dub"))
        if (const Sort told = sort_of(s.noun(verb - 2)->head); told == Sort::Body || told == Sort::Treaty) {
          r.sort = told;
          continue;
        }
    // Two names and a verb of saying, or "who": a person.
    const bool two = r.name.find(' ') != std::string::npos;
    if (two && ((s.verb(k + 1) != nullptr && s.verb(k + 1)->lemma != nullptr &&
                 s.verb(k + 1)->lemma->governs(Government::Report)) ||
                s.word_is(k + 1, "who") || (s.is(k + 1, Kind::Comma) && s.word_is(k + 2, "who")))) {
      r.sort = Sort::Person;
      continue;
    }
    if (const VerbGroup* v = s.verb(k + 1); v != nullptr && done_by_bodies(*v) &&
                                            (v->passive || s.noun(k + 2) == nullptr) &&
                                            (k == 0 || !s.is(k - 1, Kind::Preposition))) {
      r.sort = Sort::Body;
      continue;
    }
    std::size_t next = k + 1;
    if (s.is(next, Kind::Comma))
      ++next;
    else if (const VerbGroup* v = s.verb(next);
             v != nullptr && v->lemma != nullptr && v->lemma->text == "be" && !v->negated)
      ++next;
    else
      continue;
    const NounPhrase* what = s.noun(next);
    if (what == nullptr || !what->names.empty() || !what->has_head || what->plural) continue;
    if (what->determiner != Determiner::A && what->determiner != Determiner::The) continue;
    r.sort = sort_of(what->head);
  }
  learn_bodies(s);
}

void Discourse::learn_bodies(const Sentence& s) {
  static constexpr std::string_view players[] = {
      "singer",     "guitarist",  "drummer",   "bassist",     "vocalist",      "frontman",  "keyboardist",
      "pianist",    "violinist",  "trumpeter", "saxophonist", "striker",       "cellist",   "winger",
      "goalkeeper", "midfielder", "defender",  "rapper",      "percussionist", "frontwoman"};
  const auto in = [](const auto& list, std::string_view w) {
    return std::find(std::begin(list), std::end(list), w) != std::end(list);
  };
  for (std::size_t k = 0; k < s.elements.size(); ++k) {
    const NounPhrase* n = s.noun(k);
    if (n == nullptr || n->owner) continue;
    // "Stone Lantern drummer Ian Pike"
    if (n->adjectives.size() == 1 && n->head != nullptr && !n->plural && in(players, n->head->text)) {
      Referent& r = referents_.at(n->adjectives[0].referent);
      if (r.sort == Sort::Unknown && n->adjectives[0].alias == AliasSort::Name && proper(r.name))
        r.sort = Sort::Body;
    }
    // "Machine Head have issued a statement": a single name with a verb in the plural
    if (n->names.size() != 1 || n->determiner == Determiner::A || (k > 0 && !s.is(k - 1, Kind::Subordinator)))
      continue;
    const VerbGroup* v = s.verb(k + 1);
    Referent& r = referents_.at(n->names[0].referent);
    if (v == nullptr || r.sort != Sort::Unknown || r.name.find(' ') == std::string::npos ||
        r.name.ends_with("s"))
      continue;
    const Token& first = s.token(v->first);
    if (first.is("have") || first.is("are") || first.is("were")) r.sort = Sort::Body;
  }
}

}  // namespace entente::detail
