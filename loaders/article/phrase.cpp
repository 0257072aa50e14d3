#include "loaders/article/phrase.hpp"

#include <algorithm>

#include "loaders/article/chunker.hpp"

namespace entente::detail {

void Chunker::run() {
  s_.elements.clear();
  s_.nouns.clear();
  s_.verbs.clear();
  s_.subjects.clear();
  for (std::size_t i = 0; i < t_.size();) {
    while (date_ < s_.dates.size() && s_.dates[date_].last <= i) ++date_;
    while (name_ < s_.names.size() && s_.names[name_].last <= i) ++name_;
    i = element(i);
  }
  join_inversions();
}

void Chunker::join_inversions() {
  // "not until 1433 was it readmitted", "only then did Spain join"
  auto& all = s_.elements;
  for (std::size_t k = 0; k + 2 < all.size(); ++k) {
    if (all[k].kind != ElementKind::Verb || all[k + 1].kind != ElementKind::Noun ||
        all[k + 2].kind != ElementKind::Verb)
      continue;
    const VerbGroup& auxiliary = s_.verbs[all[k].index];
    VerbGroup& verb = s_.verbs[all[k + 2].index];
    const NounPhrase& n = s_.nouns[all[k + 1].index];
    const bool be = auxiliary.lemma != nullptr && auxiliary.lemma->text == "be";
    if (auxiliary.lemma != nullptr && auxiliary.lemma->text == "do" &&
        auxiliary.last == auxiliary.first + 1 && verb.first == n.last && verb.first == verb.main) {
      verb.finite = true;
      verb.negated = verb.negated || auxiliary.negated;
      all.erase(all.begin() + static_cast<std::ptrdiff_t>(k));
      continue;
    }
    if (!be || auxiliary.last != auxiliary.first + 1 || (n.names.empty() && !n.pronoun)) continue;
    if (k > 0 && (all[k - 1].kind == ElementKind::Noun || all[k - 1].kind == ElementKind::Relative)) continue;
    const Word* word = t_[verb.main].word;
    if (verb.first != verb.main || word == nullptr || !word->has_form(VerbForm::Participle) ||
        verb.first != n.last)
      continue;
    verb.passive = verb.finite = true;
    verb.participle = false;
    verb.negated = verb.negated || auxiliary.negated;
    all.erase(all.begin() + static_cast<std::ptrdiff_t>(k));
  }
}

const NameMention* Chunker::name_at(std::size_t i) const {
  for (std::size_t n = name_; n < s_.names.size() && s_.names[n].first <= i; ++n)
    if (s_.names[n].first == i) return &s_.names[n];
  return nullptr;
}

const DateMention* Chunker::date_at(std::size_t i) const {
  for (std::size_t d = date_; d < s_.dates.size() && s_.dates[d].first <= i; ++d)
    if (s_.dates[d].first == i) return &s_.dates[d];
  return nullptr;
}

std::size_t Chunker::push(ElementKind kind, std::size_t first, std::size_t last, std::size_t index) {
  s_.elements.push_back({kind, first, last, index});
  return last;
}

std::size_t Chunker::element(std::size_t i) {
  if (const DateMention* d = date_at(i); d != nullptr && !d->attributive)
    return push(ElementKind::Date, d->first, d->last, static_cast<std::size_t>(d - s_.dates.data()));
  if (name_at(i) != nullptr) return noun(i);
  const Token& t = t_[i];
  switch (t.kind) {
    case TokenKind::Comma:
      return push(ElementKind::Comma, i, i + 1);
    case TokenKind::Semicolon:
      return push(ElementKind::Semicolon, i, i + 1);
    case TokenKind::Colon:
      return push(ElementKind::Colon, i, i + 1);
    case TokenKind::Dash:
      return push(ElementKind::Dash, i, i + 1);
    case TokenKind::Open:
      return push(ElementKind::Open, i, i + 1);
    case TokenKind::Close:
      return push(ElementKind::Close, i, i + 1);
    case TokenKind::Quote:
    case TokenKind::Stop:
      return i + 1;
    case TokenKind::Slash:
    case TokenKind::Other:
      return push(ElementKind::Other, i, i + 1);
    case TokenKind::Possessive:
      return i + 1;
    case TokenKind::Number:
    case TokenKind::Word:
      break;
  }
  // "A and B both left": says nothing that the names do not.
  if ((t.is("both") || t.is("all") || t.is("each")) && !s_.elements.empty() &&
      s_.elements.back().kind == ElementKind::Noun && s_.elements.back().last == i && verb_like(i + 1))
    return i + 1;
  // "Gant himself quit": as without it
  if ((t.is("himself") || t.is("herself") || t.is("itself") || t.is("themselves")) && !s_.elements.empty() &&
      s_.elements.back().kind == ElementKind::Noun && s_.elements.back().last == i)
    return i + 1;
  if (t.is(WordClass::Relative) && relative(i)) return push(ElementKind::Relative, i, i + 1);
  // "once again", "once more"
  if (t.is("once") && (is(i + 1, "again") || is(i + 1, "more"))) return i + 2;
  // "of its own accord": says nothing of where
  if (t.is("of") && is(i + 1, WordClass::Possessive) && is(i + 2, "own")) {
    const std::size_t end = is(i + 3, "free") ? i + 4 : i + 3;
    if (is(end, "accord") || is(end, "will") || is(end, "volition") || is(end, "choice") || is(end, "motion"))
      return end + 1;
  }
  if (compound_preposition(i)) return push(ElementKind::Preposition, i, i + 2);
  if (const std::size_t end = verb(i); end > i) return end;
  if (t.is("so") && so_is_adverb(i)) return i + 1;
  if (t.is("as") && is(i + 1, "well") && is(i + 2, "as")) return push(ElementKind::Conjunction, i, i + 3);
  if (t.is("along") && is(i + 1, "with")) return push(ElementKind::Conjunction, i, i + 2);
  if (t.is("together") && is(i + 1, "with")) return push(ElementKind::Conjunction, i, i + 2);
  if (t.is(WordClass::Conjunction)) return push(ElementKind::Conjunction, i, i + 1);
  if (t.is("as") || t.is("after") || t.is("before") || t.is("since") || t.is("until"))
    return preposition_or_subordinator(i);
  if (t.is(WordClass::Preposition)) return push(ElementKind::Preposition, i, i + 1);
  if (t.is("so") && !s_.elements.empty() && s_.elements.back().kind == ElementKind::Verb) return i + 1;
  if (t.is(WordClass::Subordinator)) return push(ElementKind::Subordinator, i, i + 1);
  if (t.is(WordClass::Adverb) || t.is(WordClass::Negation) || unknown_adverb(i)) return i + 1;
  return noun(i);
}

bool Chunker::compound_preposition(std::size_t i) const {
  const Token& t = t_[i];
  if (is(i + 1, "to"))
    return (t.is("due") || t.is("owing") || t.is("thanks") || t.is("prior") || t.is("contrary") ||
            t.is("according") || t.is("subsequent")) &&
           !(i + 2 < t_.size() && t_[i + 2].word != nullptr && t_[i + 2].word->has_form(VerbForm::Base) &&
             t.is("due") && name_at(i + 2) == nullptr);
  if (is(i + 1, "of")) return t.is("because") || t.is("ahead") || t.is("instead") || t.is("irrespective");
  return is(i + 1, "from") && (t.is("apart") || t.is("aside"));
}

bool Chunker::unknown_adverb(std::size_t i) const {
  const Token& t = t_[i];
  if (t.kind != TokenKind::Word || t.word != nullptr || t.capital || t.lower.size() < 6 ||
      !t.lower.ends_with("ly"))
    return false;
  static constexpr std::string_view nouns[] = {"family",    "assembly", "monopoly", "anomaly",
                                               "butterfly", "homily",   "daily",    "weekly",
                                               "monthly",   "elderly",  "friendly"};
  if (std::find(std::begin(nouns), std::end(nouns), t.lower) != std::end(nouns)) return false;
  return i == 0 || !(t_[i - 1].is(WordClass::Determiner) || t_[i - 1].is(WordClass::Possessive) ||
                     t_[i - 1].kind == TokenKind::Possessive);
}

bool Chunker::so_is_adverb(std::size_t i) const {
  if (!s_.elements.empty() && s_.elements.back().kind == ElementKind::Conjunction && verb_like(i + 1))
    return true;
  if (is(i + 1, "far") || is(i + 1, "many") || is(i + 1, "much")) return true;
  return !s_.verbs.empty() && !s_.elements.empty() && s_.elements.back().kind == ElementKind::Verb &&
         s_.elements.back().last == i && s_.verbs.back().lemma != nullptr &&
         s_.verbs.back().lemma->text == "do";
}

bool Chunker::relative(std::size_t i) const {
  if (!is(i, "that")) return true;
  // "that" is a relative after a noun and before a verb, else a determiner or a conjunction of reported
  // speech.
  const bool after_noun =
      !s_.elements.empty() && s_.elements.back().kind == ElementKind::Noun && s_.elements.back().last == i;
  return after_noun && verb_like(i + 1);
}

std::size_t Chunker::preposition_or_subordinator(std::size_t i) {
  std::size_t at = i + 1;
  const std::size_t limit = std::min(t_.size(), i + 14);
  bool clause = false;
  for (bool bracket = false; at < limit; ++at) {
    if (t_[at].kind == TokenKind::Open) bracket = true;
    if (bracket) {
      if (t_[at].kind == TokenKind::Close) bracket = false;
      continue;
    }
    if (t_[at].kind != TokenKind::Word && t_[at].kind != TokenKind::Possessive) break;
    if (is(at, WordClass::Preposition)) break;
    if (is(at, WordClass::Be) || is(at, WordClass::Have) || is(at, WordClass::Modal) ||
        (at > i + 1 && finite_form(at) && !is(at - 1, WordClass::Determiner) &&
         !is(at - 1, WordClass::Possessive))) {
      clause = true;
      break;
    }
  }
  return push(clause ? ElementKind::Subordinator : ElementKind::Preposition, i, i + 1);
}

void find_phrases(Sentence& sentence) { Chunker(sentence).run(); }

}  // namespace entente::detail
