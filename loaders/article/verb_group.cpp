// Verb groups: "was not admitted", "decided to leave", "to join".

#include <algorithm>

#include "loaders/article/chunker.hpp"

namespace entente::detail {

bool Chunker::verb_like(std::size_t i) const {
  while (is(i, WordClass::Adverb)) ++i;
  return word(i) &&
         (is(i, WordClass::Be) || is(i, WordClass::Have) || is(i, WordClass::Modal) || is(i, WordClass::Do) ||
          (t_[i].word != nullptr &&
           (t_[i].word->has_form(VerbForm::Past) || t_[i].word->has_form(VerbForm::Third))));
}

bool Chunker::finite_form(std::size_t i) const {
  if (!word(i) || t_[i].capital || t_[i].word == nullptr) return false;
  return t_[i].word->has_form(VerbForm::Past) || (t_[i].word->has_form(VerbForm::Third) && !noun_class(i));
}

bool Chunker::acts_as_verb(std::size_t i) const {
  const Token& t = t_[i];
  if (t.word == nullptr || !t.word->is_verb() || (t.capital && i > 0 && name_at(i) != nullptr)) return false;
  const bool previous_word = i > 0 && t_[i - 1].kind == TokenKind::Word;
  const bool floating = i > 0 && (t_[i - 1].is("both") || t_[i - 1].is("all") || t_[i - 1].is("each")) &&
                        !s_.elements.empty() && s_.elements.back().kind == ElementKind::Noun &&
                        s_.elements.back().last == i - 1;
  if (floating) return true;
  // "A and B, both expelled from …"
  if (i > 0 && (t_[i - 1].is("both") || t_[i - 1].is("all")) && t.word->has_form(VerbForm::Participle) &&
      (is(i + 1, WordClass::Preposition) || date_at(i + 1) != nullptr))
    return true;
  if (i > 0 && !s_.elements.empty() && s_.elements.back().kind == ElementKind::Relative &&
      s_.elements.back().last == i)
    return true;
  if (i > 0 &&
      (t_[i - 1].is(WordClass::Determiner) || t_[i - 1].is(WordClass::Possessive) ||
       t_[i - 1].kind == TokenKind::Possessive) &&
      !t_[i - 1].is(WordClass::Pronoun))
    return false;
  if (i > 0 && (t_[i - 1].is("that") || t_[i - 1].is("which"))) return true;
  const Word& w = *t.word;
  if (t.is("back") && i + 1 < t_.size() && t_[i + 1].is(WordClass::Preposition)) return false;
  if (i > 0 && t.is(WordClass::Have)) return true;
  const bool past = w.has_form(VerbForm::Past) || w.has_form(VerbForm::Participle);
  if (t.is("left") && i + 1 < t_.size() && (is(i + 1, "wing") || is(i + 1, "bank"))) return false;
  if (w.has_form(VerbForm::Ing)) {
    // "with Denmark following in 1965"
    if (t.is("following") && (date_at(i + 1) != nullptr || is(i + 1, "suit")) && !s_.elements.empty() &&
        s_.elements.back().kind == ElementKind::Noun)
      return true;
    if (t.is("following") || t.is("including") || t.is("excluding") || t.is("regarding") ||
        t.is("concerning"))
      return false;
    if (t.is("founding") && i + 1 < t_.size() && word(i + 1) && !t_[i + 1].capital &&
        t_[i + 1].lower.ends_with("s") && !t_[i + 1].is(WordClass::Possessive))
      return false;
    if (i + 1 < t_.size() && word(i + 1) && (noun_class(i + 1)) &&
        (t.is(WordClass::FoundingWord) || t.is("remaining") || t.is("existing")))
      return false;
    // "of developing economies": an adjective, unless the verb can tell an event ("of joining clubs").
    if (i > 0 && t_[i - 1].is(WordClass::Preposition) && i + 1 < t_.size() && word(i + 1) &&
        !t_[i + 1].capital && t_[i + 1].word == nullptr && t_[i + 1].lower.ends_with("s") &&
        bundled_lexicon().frames(w.lemma).empty() && w.lemma->government == 0)
      return false;
    // "a leading member": after an adjective or determiner; here the word before it decides.
    return !(previous_word && t_[i - 1].is(WordClass::Determiner));
  }
  if (past && !w.has_form(VerbForm::Base)) {
    // an adjective before a noun: "expanded membership" after an adjective is not told apart
    return true;
  }
  // Base or third person, maybe a noun: "eight states", "radio stations from"
  if (previous_word && (t_[i - 1].is(WordClass::NumberWord) || t_[i - 1].kind == TokenKind::Number))
    return false;
  if (i > 0 && t_[i - 1].kind == TokenKind::Number) return false;
  if (previous_word && t_[i - 1].is("to")) return w.has_form(VerbForm::Base);
  if (i == 0) return false;
  const bool pronoun = t_[i - 1].is(WordClass::Pronoun) || t_[i - 1].is(WordClass::Relative);
  if (pronoun) return true;
  const bool name_before = !s_.elements.empty() && s_.elements.back().kind == ElementKind::Noun &&
                           !s_.nouns[s_.elements.back().index].names.empty() && s_.elements.back().last == i;
  // "saw A leave", "let B join"
  if (name_before && s_.elements.size() > 1 && w.has_form(VerbForm::Base) && !noun_class(i))
    if (const Element& see = s_.elements[s_.elements.size() - 2]; see.kind == ElementKind::Verb) {
      const Word* lemma = s_.verbs[see.index].lemma;
      if (lemma != nullptr && (lemma->text == "see" || lemma->text == "let" || lemma->text == "watch" ||
                               lemma->text == "make" || lemma->text == "help"))
        return true;
    }
  if (name_before) {
    // "Norway and Malta join": lists are put together later.
    const std::size_t size = s_.elements.size();
    const bool names_plural = s_.nouns[s_.elements.back().index].names.size() > 1 ||
                              (size > 2 && s_.elements[size - 2].kind == ElementKind::Conjunction &&
                               s_.elements[size - 3].kind == ElementKind::Noun &&
                               !s_.nouns[s_.elements[size - 3].index].names.empty());
    if (past) return true;
    return w.has_form(VerbForm::Third)
               ? !noun_class(i) || begins_object(i + 1)
               : !noun_class(i) && (names_plural || inverted() || (plural_subject() && begins_object(i + 1)));
  }
  if (noun_class(i)) return false;
  if (previous_word && (t_[i - 1].is(WordClass::Adverb) || unknown_adverb(i - 1))) return true;
  if (!s_.elements.empty() && s_.elements.back().kind == ElementKind::Noun && s_.elements.back().last == i &&
      !past && !s_.nouns[s_.elements.back().index].owner &&
      s_.nouns[s_.elements.back().index].determiner == Determiner::None &&
      s_.nouns[s_.elements.back().index].names.empty() && !s_.nouns[s_.elements.back().index].plural &&
      !s_.nouns[s_.elements.back().index].possessive && is(i + 1, WordClass::Preposition))
    return false;
  if (!s_.elements.empty() && s_.elements.back().kind == ElementKind::Noun && s_.elements.back().last == i)
    return past || begins_object(i + 1) || is(i + 1, WordClass::Preposition) || inverted();
  // "The union, with its seat in Oslo, includes A", "the body (once larger) comprises A and B"
  if (!s_.elements.empty() && s_.verbs.empty() && i > 1 && begins_object(i + 1) &&
      (s_.elements.back().kind == ElementKind::Comma || s_.elements.back().kind == ElementKind::Close ||
       s_.elements.back().kind == ElementKind::Dash) &&
      (w.has_form(VerbForm::Third) || plural_subject()))
    return true;
  if (!s_.elements.empty() &&
      (s_.elements.back().kind == ElementKind::Conjunction ||
       s_.elements.back().kind == ElementKind::Comma) &&
      !s_.verbs.empty())
    return past || w.has_form(VerbForm::Third) || shares_auxiliary(i);
  return past && !(previous_word && t_[i - 1].is(WordClass::Preposition));
}

bool Chunker::begins_object(std::size_t i) const {
  if (i >= t_.size()) return false;
  return t_[i].capital || is(i, WordClass::Determiner) || is(i, WordClass::Possessive) ||
         (is(i, WordClass::NumberWord) && !is(i, "one")) || is(i, "them");
}

bool Chunker::plural_subject() const {
  // The head of the row of nouns and prepositions that opens the sentence.
  std::size_t k = 0;
  while (k < s_.elements.size() &&
         (s_.elements[k].kind == ElementKind::Date || s_.elements[k].kind == ElementKind::Comma))
    ++k;
  if (k >= s_.elements.size() || s_.elements[k].kind != ElementKind::Noun || !s_.verbs.empty()) return false;
  const NounPhrase& n = s_.nouns[s_.elements[k].index];
  return n.names.empty() ? n.plural : k + 1 < s_.elements.size() && n.names.size() > 1;
}

bool Chunker::inverted() const {
  const std::size_t size = s_.elements.size();
  if (size < 2 || s_.elements[size - 1].kind != ElementKind::Noun ||
      s_.elements[size - 2].kind != ElementKind::Verb)
    return false;
  const VerbGroup& g = s_.verbs[s_.elements[size - 2].index];
  return g.lemma != nullptr && g.lemma->text == "do" && g.last == g.main + 1;
}

bool Chunker::shares_auxiliary(std::size_t i) const {
  if (s_.verbs.empty() || s_.elements.empty() || t_[i].word == nullptr) return false;
  const Word& w = *t_[i].word;
  if (!w.has_form(VerbForm::Base) || w.has_form(VerbForm::Past)) return false;
  std::size_t mark = i;
  while (mark > 0 && is(mark - 1, WordClass::Adverb)) --mark;
  const Element& last = s_.elements.back();
  if (last.kind != ElementKind::Conjunction || last.last != mark) return false;
  const VerbGroup& g = s_.verbs.back();
  const bool helped = g.infinitive || g.future || g.unreal || !g.governors.empty() ||
                      (g.first < g.main && t_[g.first].is(WordClass::Do));
  if (!helped || g.passive || t_[g.main].word == nullptr || !t_[g.main].word->has_form(VerbForm::Base))
    return false;
  const std::size_t next = i + 1;
  return next < t_.size() &&
         (t_[next].capital || is(next, WordClass::Determiner) || is(next, WordClass::Possessive) ||
          is(next, WordClass::Pronoun) || is(next, WordClass::Preposition) || is(next, WordClass::Adverb));
}

bool Chunker::unreal_adjective(const Token& t) {
  static constexpr std::string_view words[] = {
      "due",        "set",     "likely",   "keen",     "ready",    "eager",  "willing",   "free",
      "poised",     "about",   "prepared", "entitled", "eligible", "bound",  "scheduled", "unlikely",
      "determined", "anxious", "supposed", "open",     "slated",   "tipped", "primed",    "desperate"};
  return std::find(std::begin(words), std::end(words), t.lower) != std::end(words);
}

bool Chunker::negative_adjective(const Token& t) {
  return t.is("unable") || t.is("unwilling") || t.is("reluctant") || t.is("slow");
}

std::size_t Chunker::verb(std::size_t i) {
  VerbGroup g;
  g.first = i;
  std::size_t at = i;
  bool be = false, have = false, any = false, to = false, modal = false;
  if (is(at, "to") && !(i > 0 && is(i - 1, "due"))) {
    std::size_t look = at + 1;
    while (is(look, WordClass::Adverb) || is(look, WordClass::Negation)) ++look;
    if (!word(look) || t_[look].word == nullptr || !t_[look].word->has_form(VerbForm::Base) ||
        name_at(look) != nullptr ||
        (noun_class(look) && !is(look + 1, WordClass::Determiner) &&
         !(look + 1 < t_.size() && t_[look + 1].capital)))
      return i;
    to = true;
    ++at;
  }
  std::size_t main = t_.size();
  while (at < t_.size() && word(at)) {
    const Token& t = t_[at];
    if (name_at(at) != nullptr || (date_at(at) != nullptr && !t.is(WordClass::Modal))) break;
    if (t.is("no") && is(at + 1, "longer") && (any || verb_like(at + 2) || modal_next(at + 2))) {
      g.negated = true;
      at += 2;
      continue;
    }
    if (t.is(WordClass::Negation) && !t.is("without") && !t.is("neither") && !t.is("nor") &&
        !(t.is("no") && !any)) {
      if (t.is("no")) break;
      if (!any && !verb_like(at + 1) &&
          !(at + 1 < t_.size() && t_[at + 1].word != nullptr && t_[at + 1].word->is_verb()))
        break;
      g.negated = true;
      ++at;
      continue;
    }
    if (t.is(WordClass::Adverb) && !t.is("out") && !t.is("up") && !t.is("away") && !t.is("back")) {
      // adverbs inside the group only
      std::size_t look = at;
      while (is(look, WordClass::Adverb) && !is(look, WordClass::Negation)) ++look;
      const bool goes_on = any && look < t_.size() && word(look) && name_at(look) == nullptr &&
                           (is(look, WordClass::Be) || is(look, WordClass::Negation) ||
                            (t_[look].word != nullptr && t_[look].word->is_verb() && main == t_.size()));
      if (!goes_on) break;
      at = look;
      continue;
    }
    if (have && main == t_.size() && t.is("since")) {
      ++at;  // "have since joined", "had long since ceased"
      continue;
    }
    if (any && main == t_.size() && t.word == nullptr && t.lower.size() > 4 && t.lower.ends_with("ly") &&
        at + 1 < t_.size() && t_[at + 1].word != nullptr && t_[at + 1].word->is_verb()) {
      ++at;  // an adverb that the lexicon lacks
      continue;
    }
    if (t.is(WordClass::Modal) || (t.lower.ends_with("n't") && t.word == nullptr)) {
      if (t.capital && t.is("may")) break;
      if (main != t_.size()) break;
      if (t.lower.ends_with("n't") || t.is("cannot")) g.negated = true;
      g.unreal = g.unreal || t.is(WordClass::ModalUnreal);
      g.future = g.future || t.is(WordClass::ModalFuture);
      g.finite = any = modal = true;
      ++at;
      continue;
    }
    if (main != t_.size()) break;
    if (t.is(WordClass::Be)) {
      be = true;
      any = true;
      const bool form_finite = !t.is("be") && !t.is("been") && !t.is("being");
      g.finite = g.finite || form_finite;
      g.present = g.present || t.is("is") || t.is("are");
      // "is to join", "are due to leave"
      std::size_t look = at + 1;
      while (is(look, WordClass::Adverb)) ++look;
      if (is(look, "to") && look + 1 < t_.size() && t_[look + 1].word != nullptr &&
          t_[look + 1].word->has_form(VerbForm::Base)) {
        g.future = g.unreal = g.scheduled = true;
        at = look + 1;
        be = false;
        continue;
      }
      if (look + 1 < t_.size() && is(look + 1, "to") &&
          (unreal_adjective(t_[look]) || negative_adjective(t_[look]) || is(look, "able"))) {
        if (unreal_adjective(t_[look])) g.unreal = true;
        g.scheduled =
            t_[look].is("due") || t_[look].is("set") || t_[look].is("scheduled") || t_[look].is("slated");
        if (negative_adjective(t_[look])) g.negated = true;
        at = look + 2;
        be = false;
        continue;
      }
      ++at;
      continue;
    }
    if (t.is(WordClass::Have) && (any || next_is_participle(at))) {
      have = any = true;
      g.finite = true;
      g.present = g.present || t.is("has") || t.is("have");
      ++at;
      if (is(at, "to") && at + 1 < t_.size() && t_[at + 1].word != nullptr &&
          t_[at + 1].word->has_form(VerbForm::Base)) {
        g.unreal = true;
        ++at;
        have = false;
      }
      continue;
    }
    if (t.is(WordClass::Do) &&
        (is(at + 1, WordClass::Negation) ||
         (at + 1 < t_.size() && t_[at + 1].word != nullptr && t_[at + 1].word->has_form(VerbForm::Base)))) {
      any = g.finite = true;
      ++at;
      continue;
    }
    if (t.is("used") && is(at + 1, "to") && !be) {
      at += 2;
      any = g.finite = true;
      continue;
    }
    const bool lexical = t.word != nullptr && t.word->is_verb() && (any || to || acts_as_verb(at));
    const bool by_ending = t.word == nullptr && !t.capital && t.lower.size() > 4 && t.lower.ends_with("ed") &&
                           (any || unknown_past(at));
    // After a modal verb whatever stands there is one: "others will copy them".
    const bool by_modal =
        modal && !be && !have && t.word == nullptr && !t.capital && !t.lower.ends_with("ly");
    if (!lexical && !by_ending && !by_modal) break;
    if (any && lexical && be && !t.word->has_form(VerbForm::Participle) && !t.word->has_form(VerbForm::Ing))
      break;
    main = at;
    g.main = at;
    g.lemma = lexical ? t.word->lemma : nullptr;
    const bool base = to || (!be && !have && any) || !g.governors.empty();
    if (lexical && t.word->past_lemma != nullptr && !base) g.lemma = t.word->past_lemma;
    ++at;
    if (by_ending || by_modal) {
      if (!any) g.finite = true;
      break;
    }
    const Word& w = *t.word;
    if (be && w.has_form(VerbForm::Participle)) g.passive = true;
    g.perfect = have;
    if (g.lemma != nullptr && g.lemma->text == "become" && at < t_.size() && t_[at].word != nullptr &&
        !t_[at].capital && t_[at].word->has_form(VerbForm::Participle) &&
        !t_[at].word->has_form(VerbForm::Base)) {
      g.main = main = at;
      g.lemma = t_[at].word->lemma;
      g.passive = true;
      ++at;
    }
    if (!any && !to) {
      if (w.has_form(VerbForm::Ing))
        g.ing = true;
      else if (w.has_form(VerbForm::Past) || w.has_form(VerbForm::Third) || w.has_form(VerbForm::Base))
        g.finite = true;
      if (!w.has_form(VerbForm::Past) && w.has_form(VerbForm::Participle)) {
        g.participle = true;
        g.finite = false;
      }
      if (w.has_form(VerbForm::Third) || w.has_form(VerbForm::Base)) g.present = !w.has_form(VerbForm::Past);
    }
    // a verb that governs the next: "decided not to leave", "was forced to withdraw", "considered leaving"
    std::size_t look = at;
    // "helped found": without its "to"
    if (g.lemma != nullptr && g.lemma->text == "help" && look < t_.size() && t_[look].word != nullptr &&
        t_[look].word->has_form(VerbForm::Base) && name_at(look) == nullptr && !noun_class(look) &&
        begins_object(look + 1)) {
      g.governors.push_back(g.lemma);
      main = t_.size();
      be = have = false;
      any = true;
      g.passive = false;
      continue;
    }
    while (is(look, WordClass::Adverb) && !is(look, "out")) ++look;
    bool negated_inner = false;
    if (is(look, "not") && is(look + 1, "to")) {
      negated_inner = true;
      ++look;
    }
    if (is(look, "to")) {
      std::size_t inner = look + 1;
      while (is(inner, WordClass::Adverb) ||
             (inner < t_.size() && t_[inner].word == nullptr && t_[inner].lower.ends_with("ly")))
        ++inner;
      if (word(inner) && name_at(inner) == nullptr && t_[inner].word != nullptr &&
          t_[inner].word->has_form(VerbForm::Base) &&
          (t_[main].word->lemma->government != 0 || t_[main].is(WordClass::Be) || purpose(t_[main]))) {
        g.governors.push_back(t_[main].word->lemma);
        g.negated = g.negated || negated_inner;
        if (g.ing) g.ing = false;
        at = inner;
        main = t_.size();
        be = have = false;
        any = true;
        g.passive = false;
        continue;
      }
    } else if (g.lemma != nullptr && g.lemma->government != 0 && look < t_.size() &&
               t_[look].word != nullptr && t_[look].word->has_form(VerbForm::Ing) &&
               name_at(look) == nullptr && !t_[look].is("following") && !t_[look].is("including")) {
      g.governors.push_back(g.lemma);
      at = look;
      main = t_.size();
      be = have = false;
      any = true;
      g.passive = false;
      continue;
    }
    break;
  }
  if (main == t_.size()) {
    if (!be && !have) return i;
    // "is", "has" alone: the verb itself
    for (std::size_t k = at; k-- > i;)
      if (t_[k].is(WordClass::Be) || t_[k].is(WordClass::Have)) {
        g.main = k;
        g.lemma = t_[k].word->lemma;
        break;
      }
    if (g.lemma == nullptr) return i;
    if (!g.finite && !to && (t_[i].is("being") || t_[i].is("having"))) g.ing = true;
  }
  if (to && g.governors.empty()) g.infinitive = true;
  // "will leave A and join B": what stands before the first verb holds for the second.
  if (!to && g.first == g.main && shares_auxiliary(g.main)) {
    const VerbGroup& before = s_.verbs.back();
    g.future = before.future;
    g.unreal = before.unreal;
    g.scheduled = before.scheduled;
    g.negated = g.negated || before.negated;
    g.infinitive = before.infinitive;
    g.governors.insert(g.governors.begin(), before.governors.begin(), before.governors.end());
    g.finite = before.finite;
    g.present = before.present;
  }
  if (to) g.finite = false;
  g.last = at;
  s_.verbs.push_back(std::move(g));
  return push(ElementKind::Verb, i, at, s_.verbs.size() - 1);
}

bool Chunker::purpose(const Token& t) {
  if (t.word == nullptr) return false;
  static constexpr std::string_view verbs[] = {"meet",    "unite", "merge",  "combine", "expand",
                                               "enlarge", "grow",  "extend", "widen",   "gather",
                                               "go",      "split", "fuse"};
  return std::find(std::begin(verbs), std::end(verbs), t.word->lemma->text) != std::end(verbs);
}

bool Chunker::next_is_participle(std::size_t i) const {
  ++i;
  while (is(i, WordClass::Adverb) || is(i, WordClass::Negation) || is(i, "since") ||
         (i < t_.size() && t_[i].word == nullptr && t_[i].lower.ends_with("ly")))
    ++i;
  if (i < t_.size() && t_[i].word == nullptr && word(i) && !t_[i].capital && t_[i].lower.size() > 4 &&
      t_[i].lower.ends_with("ed"))
    return true;
  return i < t_.size() && t_[i].word != nullptr &&
         (t_[i].word->has_form(VerbForm::Participle) || is(i, "been") || is(i, "to"));
}

bool Chunker::unknown_past(std::size_t i) const {
  return !s_.elements.empty() && s_.elements.back().last == i &&
         (s_.elements.back().kind == ElementKind::Noun || s_.elements.back().kind == ElementKind::Relative);
}

}  // namespace entente::detail
