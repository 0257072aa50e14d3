// Noun phrases: names, descriptions, possessors.

#include <algorithm>

#include "loaders/article/chunker.hpp"

namespace entente::detail {

bool Chunker::noun_class(std::size_t i) const {
  const Word* w = t_[i].word;
  return w != nullptr &&
         (w->is(WordClass::BodyNoun) || w->is(WordClass::StateNoun) || w->is(WordClass::PartNoun) ||
          w->is(WordClass::MemberNoun) || w->is(WordClass::TimeNoun) || w->is(WordClass::PersonNoun) ||
          w->is(WordClass::MembershipNoun) || w->is(WordClass::ExitNoun) || w->is(WordClass::AccessionNoun));
}

bool Chunker::noun_word(std::size_t i) const {
  if (i >= t_.size()) return false;
  const Token& t = t_[i];
  if (t.kind == TokenKind::Number) return true;
  if (t.kind != TokenKind::Word) return false;
  if (name_at(i) != nullptr) return true;
  if (const DateMention* d = date_at(i); d != nullptr) return d->attributive && d->core == i;
  if (t.is("following") && i > 0 && t_[i - 1].is(WordClass::Determiner)) return true;
  if (t.is("never") || t.is("not")) return false;
  if (t.is(WordClass::Relative) || t.is(WordClass::Conjunction) || t.is(WordClass::Modal)) return false;
  if (compound_preposition(i)) return false;
  if (t.is(WordClass::Preposition) || t.is(WordClass::Subordinator) || t.is(WordClass::Be) ||
      t.is(WordClass::Have))
    return false;
  if (t.is(WordClass::Adverb) && !t.is("then")) {
    if (t.is("only") || t.is("long")) return true;
    // "its first members", "the newly independent states": inside a phrase that a determiner has opened
    if (i == 0) return false;
    const Token& before = t_[i - 1];
    const bool opened = (before.is(WordClass::Determiner) && !before.is(WordClass::Pronoun)) ||
                        before.is(WordClass::Possessive) || before.kind == TokenKind::Possessive;
    return opened && i + 1 < t_.size() && t_[i + 1].kind == TokenKind::Word &&
           (t.is(WordClass::Ordinal) || noun_word(i + 1)) && !t_[i + 1].is(WordClass::Be) &&
           !t_[i + 1].is(WordClass::Have);
  }
  return true;
}

std::size_t Chunker::noun(std::size_t i) {
  NounPhrase n;
  n.first = i;
  std::size_t at = i;
  // determiners and numbers
  for (bool more = true; more && at < t_.size() && name_at(at) == nullptr;) {
    const Token& t = t_[at];
    more = false;
    if (t.kind == TokenKind::Word && !noun_word(at)) break;
    if (t.is(WordClass::Pronoun) && !t.is(WordClass::Possessive) && at == i && !t.is("one")) {
      n.pronoun = true;
      n.plural = t.is("they") || t.is("them");
      n.last = at + 1;
      s_.nouns.push_back(std::move(n));
      return push(ElementKind::Noun, i, at + 1, s_.nouns.size() - 1);
    }
    if (t.is(WordClass::Possessive)) {
      n.possessive = true;
      more = true;
    } else if (t.is(WordClass::Determiner)) {
      n.determiner = t.is("the")                                                      ? Determiner::The
                     : t.is("a") || t.is("an") || t.is("another")                     ? Determiner::A
                     : t.is("this") || t.is("these") || t.is("that") || t.is("those") ? Determiner::This
                     : t.is("all")                                                    ? Determiner::All
                     : t.is("both")                                                   ? Determiner::Both
                     : t.is("no") || t.is("neither")                                  ? Determiner::No
                     : t.is("some") || t.is("any")                                    ? Determiner::Some
                                                                                      : Determiner::Other;
      more = true;
    } else if (t.is(WordClass::NumberWord)) {
      static constexpr std::string_view numbers[] = {
          "one",     "two",     "three",     "four",     "five",     "six",      "seven",
          "eight",   "nine",    "ten",       "eleven",   "twelve",   "thirteen", "fourteen",
          "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"};
      for (int k = 0; k < 20; ++k)
        if (t.lower == numbers[k]) n.count = k + 1;
      n.has_head = true;
      n.head_token = at;
      more = true;
    } else if (t.kind == TokenKind::Number) {
      int value = 0;
      for (const char c : t.lower)
        value = c >= '0' && c <= '9' && value < 10000 ? value * 10 + (c - '0') : value;
      n.count = value;
      n.has_head = true;
      n.head_token = at;
      more = true;
    }
    if (more) ++at;
  }
  // adjectives, names, nouns
  while (noun_word(at)) {
    const Token& t = t_[at];
    if (name_at(at) != nullptr && at > i && n.has_head && n.head != nullptr &&
        n.head->is(WordClass::TimeNoun) && n.adjectives.empty())
      break;  // "by the end of the century Corinth …"
    if (name_at(at) != nullptr && at > i && new_subject(i, at, n)) break;
    if (const NameMention* m = name_at(at)) {
      const Member member{m->referent, m->alias, {}};
      const std::size_t next = m->last;
      const bool noun_follows = plain_noun(next);
      if (noun_follows) {
        n.adjectives.push_back(member);
        at = next;
        continue;
      }
      // "its Northern Ports Union (NPU) membership"
      if (next + 3 < t_.size() && t_[next].kind == TokenKind::Open && t_[next + 1].all_caps &&
          t_[next + 2].kind == TokenKind::Close && plain_noun(next + 3)) {
        n.adjectives.push_back(member);
        at = next + 3;
        continue;
      }
      // a possessor: an element of its own; the phrase goes on after it
      if (next < t_.size() && t_[next].kind == TokenKind::Possessive && noun_word(next + 1)) {
        NounPhrase owner;
        owner.first = i;
        owner.last = next;
        owner.names.push_back(member);
        owner.adjectives = n.adjectives;
        s_.nouns.push_back(std::move(owner));
        return owned(i, next + 1);
      }
      n.names.push_back(member);
      n.has_head = false;
      at = next;
      break;
    }
    if (t.kind == TokenKind::Word && t.word != nullptr && t.word->is_verb() && at > i &&
        acts_as_verb_in_noun(at))
      break;
    // "the seventh and ninth members"
    if (t.is(WordClass::Ordinal) && is(at + 1, "and") && is(at + 2, WordClass::Ordinal) &&
        noun_word(at + 3)) {
      mark(n, t);
      at += 2;
      continue;
    }
    if (at > i && ends_clause_head(at)) break;
    if (at > i && t.is(WordClass::Pronoun) && !t.is(WordClass::Possessive) && !t.is("one")) break;
    if (t.is(WordClass::Determiner) && at > i && !t.is("other") && !t.is("both") && !t.is("all")) break;
    mark(n, t);
    if (t.kind == TokenKind::Word || at == i) {
      n.has_head = true;
      n.head_token = at;
      n.head = t.word;
    }
    ++at;
    if (at < t_.size() && t_[at].kind == TokenKind::Possessive && noun_word(at + 1)) {
      NounPhrase owner = n;
      owner.last = at;
      s_.nouns.push_back(std::move(owner));
      return owned(i, at + 1);
    }
  }
  if (at == i) at = i + 1;
  if (n.names.empty() && n.has_head) {
    const Token& h = t_[n.head_token];
    // "charter members" are founders; "a charter" founds nothing
    if (h.is(WordClass::FoundingWord))
      n.founding = std::any_of(t_.begin() + static_cast<std::ptrdiff_t>(i),
                               t_.begin() + static_cast<std::ptrdiff_t>(n.head_token),
                               [](const Token& k) { return k.is(WordClass::FoundingWord); });
    n.plural = (h.lower.size() > 3 && h.lower.ends_with("s") && !h.lower.ends_with("ss") &&
                !h.lower.ends_with("us")) ||
               n.count > 1;
  }
  n.last = at;
  s_.nouns.push_back(std::move(n));
  return push(ElementKind::Noun, i, at, s_.nouns.size() - 1);
}

std::size_t Chunker::owned(std::size_t first, std::size_t at) {
  const std::size_t owner = s_.nouns.size() - 1;
  const std::size_t end = noun(at);
  if (!s_.elements.empty() && s_.elements.back().kind == ElementKind::Noun) {
    s_.nouns[s_.elements.back().index].owner = owner;
    s_.nouns[s_.elements.back().index].first = first;
    s_.elements.back().first = first;
  }
  return end;
}

bool Chunker::new_subject(std::size_t i, std::size_t at, const NounPhrase& n) const {
  // "before the 1994 election Bell left": a noun that is no name's description, and a verb behind the name
  if (i == 0 || !n.has_head || s_.elements.empty() || s_.elements.back().kind != ElementKind::Preposition ||
      s_.elements.back().last != i || !t_[i].is(WordClass::Determiner) || t_[at - 1].capital ||
      t_[at - 1].kind != TokenKind::Word)
    return false;
  const Token& head = t_[at - 1];
  if (noun_class(at - 1) && !head.is(WordClass::TimeNoun) && !head.is(WordClass::ExitNoun) &&
      !head.is(WordClass::AccessionNoun))
    return false;
  if (head.is(WordClass::LeaderNoun) || head.is(WordClass::TitleNoun) || head.is(WordClass::FormerWord))
    return false;
  for (const std::string_view e : {"ist", "er", "or", "ian", "man", "ess", "eer", "ant", "ent", "ee"})
    if (head.lower.ends_with(e) && head.word == nullptr) return false;
  const NameMention* m = name_at(at);
  return m != nullptr && verb_like(m->last) && s_.verbs.empty();
}

bool Chunker::plain_noun(std::size_t i) const {
  if (i >= t_.size() || t_[i].kind != TokenKind::Word) return false;
  if (name_at(i) != nullptr) {
    // "Russian Deputy Prime Minister Yuri Borisov" goes over capitals; a name after a name is its own
    // phrase.
    return false;
  }
  const Token& t = t_[i];
  if (date_at(i) != nullptr && !t.is(WordClass::LeaderNoun)) return false;
  if (t.is(WordClass::TitleNoun) || t.is(WordClass::LeaderNoun)) return true;
  if (t.capital && !t.is(WordClass::BodyNoun) && !t.is(WordClass::PersonNoun) && !t.is(WordClass::MemberNoun))
    return false;
  if (!noun_word(i) || t.is(WordClass::Determiner) || t.is(WordClass::Adverb) || unknown_adverb(i))
    return false;
  if (t.is(WordClass::Negation) || t.is(WordClass::Do) || t.is(WordClass::Pronoun)) return false;
  if (t.is(WordClass::NumberWord) || t.is(WordClass::Ordinal)) return false;
  if (noun_class(i)) return true;
  if (t.word != nullptr && t.word->is_verb()) {
    if (t.word->has_form(VerbForm::Past)) return false;
    if (t.word->has_form(VerbForm::Ing)) return t.is(WordClass::FoundingWord);
    if (t.word->has_form(VerbForm::Third)) return false;
    return false;
  }
  if (t.word == nullptr && t.lower.ends_with("ed") && t.lower.size() > 4) return false;
  return true;
}

bool Chunker::ends_clause_head(std::size_t i) const {
  const Token& t = t_[i];
  if (t.kind != TokenKind::Word || t.word != nullptr || t.capital || t.lower.size() < 5 ||
      !t.lower.ends_with("ed"))
    return false;
  const Token& before = t_[i - 1];
  if (before.is(WordClass::Determiner) || before.is(WordClass::Possessive) ||
      before.is(WordClass::NumberWord) || before.is(WordClass::Ordinal) || before.kind != TokenKind::Word)
    return false;
  if (i + 1 >= t_.size() || t_[i + 1].kind != TokenKind::Word) return true;
  const Token& next = t_[i + 1];
  return next.capital || next.is(WordClass::Determiner) || next.is(WordClass::Preposition) ||
         next.is(WordClass::Possessive) || next.is(WordClass::Pronoun) || next.is(WordClass::Adverb) ||
         next.is(WordClass::Conjunction) || next.is(WordClass::Subordinator) || date_at(i + 1) != nullptr;
}

bool Chunker::acts_as_verb_in_noun(std::size_t i) const {
  const Word& w = *t_[i].word;
  if (noun_class(i)) return false;
  // "two allied cities": an adjective between a number and its noun
  if (t_[i - 1].is(WordClass::NumberWord) && w.has_form(VerbForm::Participle) && i + 1 < t_.size() &&
      t_[i + 1].kind == TokenKind::Word && !t_[i + 1].capital && t_[i + 1].lower.ends_with("s") &&
      !t_[i + 1].is(WordClass::Possessive) && !t_[i + 1].is(WordClass::Determiner))
    return false;
  if (is(i + 1, "of") && w.has_form(VerbForm::Third) && !w.has_form(VerbForm::Past) &&
      w.lemma->text != "consist")
    return false;
  // "Both became members", "all had left": the determiner stands alone.
  if ((is(i - 1, "both") || is(i - 1, "all") || is(i - 1, "each") || is(i - 1, "neither") ||
       is(i - 1, "some")) &&
      w.has_form(VerbForm::Past) &&
      (!w.has_form(VerbForm::Participle) || i + 1 >= t_.size() || t_[i + 1].kind != TokenKind::Word ||
       t_[i + 1].capital || is(i + 1, WordClass::Determiner) || is(i + 1, WordClass::Preposition) ||
       date_at(i + 1) != nullptr))
    return true;
  if (t_[i - 1].is(WordClass::Determiner) || t_[i - 1].is(WordClass::Possessive) ||
      t_[i - 1].is(WordClass::Ordinal))
    return false;
  if (w.has_form(VerbForm::Ing))
    return !t_[i].is(WordClass::FoundingWord) && !t_[i].is("remaining") && !t_[i].is("existing");
  if (w.has_form(VerbForm::Past) || w.has_form(VerbForm::Participle)) return true;
  // "Analysts expect Iraq to …": a plural before it and the beginning of an object behind it
  if (w.has_form(VerbForm::Base) && t_[i - 1].lower.ends_with("s") && i + 1 < t_.size() &&
      (t_[i + 1].capital || is(i + 1, WordClass::Determiner) || is(i + 1, WordClass::Possessive) ||
       is(i + 1, "to")))
    return true;
  if (w.has_form(VerbForm::Third))
    return is(i + 1, WordClass::Determiner) || is(i + 1, WordClass::Preposition) ||
           (i + 1 < t_.size() && t_[i + 1].capital);
  return false;
}

void Chunker::mark(NounPhrase& n, const Token& t) {
  if (t.is(WordClass::FormerWord)) n.former = true;
  if (t.is(WordClass::CurrentWord)) n.current = true;
  if (t.is(WordClass::FoundingWord)) n.founding = true;
  if (t.is(WordClass::ObserverWord)) n.observer = true;
  if (t.is(WordClass::PartnerWord)) n.partner = true;
  if (t.is(WordClass::CandidateWord)) n.candidate = true;
  if (t.is("first") || t.is("last") || t.is("only") || t.is("second") || t.is("third") ||
      t.is(WordClass::Ordinal))
    n.first_one = true;
  if (t.is("other") || t.is("remaining") || t.is("another")) n.other = true;
  if (t.is("full")) n.full = true;
}

}  // namespace entente::detail
