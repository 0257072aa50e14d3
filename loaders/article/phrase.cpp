#include "loaders/article/phrase.hpp"

#include <algorithm>

namespace entente::detail {
namespace {

class Chunker {
 public:
  explicit Chunker(Sentence& s) : s_(s), t_(s.tokens.list) {}

  void run() {
    s_.elements.clear();
    s_.nouns.clear();
    s_.verbs.clear();
    for (std::size_t i = 0; i < t_.size();) {
      while (date_ < s_.dates.size() && s_.dates[date_].last <= i) ++date_;
      while (name_ < s_.names.size() && s_.names[name_].last <= i) ++name_;
      i = element(i);
    }
  }

 private:
  Sentence& s_;
  const std::vector<Token>& t_;
  std::size_t date_ = 0;
  std::size_t name_ = 0;

  bool is(std::size_t i, std::string_view w) const { return i < t_.size() && t_[i].lower == w; }
  bool is(std::size_t i, WordClass c) const { return i < t_.size() && t_[i].is(c); }
  bool word(std::size_t i) const { return i < t_.size() && t_[i].kind == TokenKind::Word; }

  const NameMention* name_at(std::size_t i) const {
    for (std::size_t n = name_; n < s_.names.size() && s_.names[n].first <= i; ++n)
      if (s_.names[n].first == i) return &s_.names[n];
    return nullptr;
  }
  const DateMention* date_at(std::size_t i) const {
    for (std::size_t d = date_; d < s_.dates.size() && s_.dates[d].first <= i; ++d)
      if (s_.dates[d].first == i) return &s_.dates[d];
    return nullptr;
  }

  std::size_t push(ElementKind kind, std::size_t first, std::size_t last, std::size_t index = 0) {
    s_.elements.push_back({kind, first, last, index});
    return last;
  }

  std::size_t element(std::size_t i) {
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
    if (t.is(WordClass::Relative) && relative(i)) return push(ElementKind::Relative, i, i + 1);
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
    if (t.is(WordClass::Adverb) || t.is(WordClass::Negation)) return i + 1;
    return noun(i);
  }

  /// "did so two years later", "so far", "so many": no new clause.
  bool so_is_adverb(std::size_t i) const {
    if (is(i + 1, "far") || is(i + 1, "many") || is(i + 1, "much")) return true;
    return !s_.verbs.empty() && !s_.elements.empty() && s_.elements.back().kind == ElementKind::Verb &&
           s_.elements.back().last == i && s_.verbs.back().lemma != nullptr &&
           s_.verbs.back().lemma->text == "do";
  }

  bool relative(std::size_t i) const {
    if (!is(i, "that")) return true;
    // "that" is a relative after a noun and before a verb, else a determiner or a conjunction of reported
    // speech.
    const bool after_noun =
        !s_.elements.empty() && s_.elements.back().kind == ElementKind::Noun && s_.elements.back().last == i;
    return after_noun && verb_like(i + 1);
  }

  bool verb_like(std::size_t i) const {
    while (is(i, WordClass::Adverb)) ++i;
    return word(i) && (is(i, WordClass::Be) || is(i, WordClass::Have) || is(i, WordClass::Modal) ||
                       is(i, WordClass::Do) ||
                       (t_[i].word != nullptr &&
                        (t_[i].word->has_form(VerbForm::Past) || t_[i].word->has_form(VerbForm::Third))));
  }

  /// "as a member" and "after the war" are prepositions, "as US forces left" and "after it joined" open a
  /// clause.
  std::size_t preposition_or_subordinator(std::size_t i) {
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

  bool finite_form(std::size_t i) const {
    if (!word(i) || t_[i].capital || t_[i].word == nullptr) return false;
    return t_[i].word->has_form(VerbForm::Past) || (t_[i].word->has_form(VerbForm::Third) && !noun_class(i));
  }

  bool noun_class(std::size_t i) const {
    const Word* w = t_[i].word;
    return w != nullptr &&
           (w->is(WordClass::BodyNoun) || w->is(WordClass::StateNoun) || w->is(WordClass::PartNoun) ||
            w->is(WordClass::MemberNoun) || w->is(WordClass::TimeNoun) || w->is(WordClass::PersonNoun) ||
            w->is(WordClass::MembershipNoun) || w->is(WordClass::ExitNoun) ||
            w->is(WordClass::AccessionNoun));
  }

  // ------------------------------------------------------------------------------------------------ verbs

  /// Whether a word that may be a verb is one here.
  bool acts_as_verb(std::size_t i) const {
    const Token& t = t_[i];
    if (t.word == nullptr || !t.word->is_verb() || (t.capital && i > 0 && name_at(i) != nullptr))
      return false;
    const bool previous_word = i > 0 && t_[i - 1].kind == TokenKind::Word;
    const bool floating = i > 0 && (t_[i - 1].is("both") || t_[i - 1].is("all") || t_[i - 1].is("each")) &&
                          !s_.elements.empty() && s_.elements.back().kind == ElementKind::Noun &&
                          s_.elements.back().last == i - 1;
    if (floating) return true;
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
    if (i > 0 && t.is(WordClass::Have)) return true;
    const bool past = w.has_form(VerbForm::Past) || w.has_form(VerbForm::Participle);
    if (t.is("left") && i + 1 < t_.size() && (is(i + 1, "wing") || is(i + 1, "bank"))) return false;
    if (w.has_form(VerbForm::Ing)) {
      if (t.is("following") || t.is("including") || t.is("excluding") || t.is("regarding") ||
          t.is("concerning"))
        return false;
      if (i + 1 < t_.size() && word(i + 1) && (noun_class(i + 1)) &&
          (t.is(WordClass::FoundingWord) || t.is("remaining") || t.is("existing")))
        return false;
      // "a leading member": after an adjective or determiner; here the word before it decides.
      return !(previous_word && t_[i - 1].is(WordClass::Determiner));
    }
    if (past && !w.has_form(VerbForm::Base)) {
      // an adjective before a noun: "expanded membership" after an adjective is not told apart
      return true;
    }
    // Base or third person, maybe a noun.
    if (previous_word && t_[i - 1].is("to")) return w.has_form(VerbForm::Base);
    if (i == 0) return false;
    const bool pronoun = t_[i - 1].is(WordClass::Pronoun) || t_[i - 1].is(WordClass::Relative);
    if (pronoun) return true;
    const bool name_before = !s_.elements.empty() && s_.elements.back().kind == ElementKind::Noun &&
                             !s_.nouns[s_.elements.back().index].names.empty() &&
                             s_.elements.back().last == i;
    if (name_before) {
      const bool names_plural = s_.nouns[s_.elements.back().index].names.size() > 1;
      if (past) return true;
      return w.has_form(VerbForm::Third) ? !noun_class(i) || is(i + 1, WordClass::Determiner) ||
                                               (i + 1 < t_.size() && t_[i + 1].capital)
                                         : names_plural && !noun_class(i);
    }
    if (noun_class(i)) return false;
    if (previous_word && t_[i - 1].is(WordClass::Adverb)) return true;
    if (!s_.elements.empty() && s_.elements.back().kind == ElementKind::Noun && s_.elements.back().last == i)
      return past || is(i + 1, WordClass::Determiner) || is(i + 1, WordClass::Preposition) ||
             (i + 1 < t_.size() && t_[i + 1].capital);
    if (!s_.elements.empty() &&
        (s_.elements.back().kind == ElementKind::Conjunction ||
         s_.elements.back().kind == ElementKind::Comma) &&
        !s_.verbs.empty())
      return past || w.has_form(VerbForm::Third);
    return past && !(previous_word && t_[i - 1].is(WordClass::Preposition));
  }

  static bool unreal_adjective(const Token& t) {
    static constexpr std::string_view words[] = {
        "due",       "set",      "likely",     "keen",     "ready",    "eager",    "willing",
        "free",      "poised",   "about",      "prepared", "entitled", "eligible", "bound",
        "scheduled", "unlikely", "determined", "anxious",  "supposed", "open"};
    return std::find(std::begin(words), std::end(words), t.lower) != std::end(words);
  }
  static bool negative_adjective(const Token& t) {
    return t.is("unable") || t.is("unwilling") || t.is("reluctant") || t.is("slow");
  }

  std::size_t verb(std::size_t i) {
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
          g.future = g.unreal = true;
          at = look + 1;
          be = false;
          continue;
        }
        if (look + 1 < t_.size() && is(look + 1, "to") &&
            (unreal_adjective(t_[look]) || negative_adjective(t_[look]) || is(look, "able"))) {
          if (unreal_adjective(t_[look])) g.unreal = true;
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
      const bool by_ending = t.word == nullptr && !t.capital && t.lower.size() > 4 &&
                             t.lower.ends_with("ed") && (any || unknown_past(at));
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
        if (w.has_form(VerbForm::Third) || w.has_form(VerbForm::Base))
          g.present = !w.has_form(VerbForm::Past);
      }
      // a verb that governs the next: "decided not to leave", "was forced to withdraw", "considered leaving"
      std::size_t look = at;
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
    if (to) g.finite = false;
    g.last = at;
    s_.verbs.push_back(std::move(g));
    return push(ElementKind::Verb, i, at, s_.verbs.size() - 1);
  }

  /// Verbs whose infinitive of purpose tells what came of it: "met to form", "united to found".
  static bool purpose(const Token& t) {
    if (t.word == nullptr) return false;
    static constexpr std::string_view verbs[] = {"meet",    "unite", "merge",  "combine", "expand",
                                                 "enlarge", "grow",  "extend", "widen",   "gather",
                                                 "go",      "split", "fuse"};
    return std::find(std::begin(verbs), std::end(verbs), t.word->lemma->text) != std::end(verbs);
  }

  /// A modal, "be" or "have" comes next, or a verb in its past.
  bool modal_next(std::size_t i) const { return is(i, WordClass::Modal) || is(i, WordClass::Be); }

  bool next_is_participle(std::size_t i) const {
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

  /// "-ed" of a word that the lexicon lacks: a past tense after a noun or name, an adjective elsewhere.
  bool unknown_past(std::size_t i) const {
    return !s_.elements.empty() && s_.elements.back().last == i &&
           (s_.elements.back().kind == ElementKind::Noun || s_.elements.back().kind == ElementKind::Relative);
  }

  // ------------------------------------------------------------------------------------------------ nouns

  bool noun_word(std::size_t i) const {
    if (i >= t_.size()) return false;
    const Token& t = t_[i];
    if (t.kind == TokenKind::Number) return true;
    if (t.kind != TokenKind::Word) return false;
    if (name_at(i) != nullptr) return true;
    if (const DateMention* d = date_at(i); d != nullptr) return d->attributive && d->core == i;
    if (t.is(WordClass::Relative) || t.is(WordClass::Conjunction) || t.is(WordClass::Modal)) return false;
    if (t.is(WordClass::Preposition) || t.is(WordClass::Subordinator) || t.is(WordClass::Be) ||
        t.is(WordClass::Have))
      return false;
    if (t.is(WordClass::Adverb) && !t.is("then")) return t.is("only") || t.is("long");
    return true;
  }

  std::size_t noun(std::size_t i) {
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
      if (const NameMention* m = name_at(at)) {
        const Member member{m->referent, m->alias, {}};
        const std::size_t next = m->last;
        const bool adjective = m->alias == AliasSort::Adjective || m->alias == AliasSort::Demonym;
        const bool noun_follows = plain_noun(next);
        if (noun_follows) {
          n.adjectives.push_back(member);
          at = next;
          continue;
        }
        if (next < t_.size() && t_[next].kind == TokenKind::Possessive && (noun_word(next + 1) || true)) {
          // a possessor: an element of its own; the phrase goes on after it
          NounPhrase owner;
          owner.first = i;
          owner.last = next;
          owner.names.push_back(member);
          owner.adjectives = n.adjectives;
          if (noun_word(next + 1)) {
            s_.nouns.push_back(std::move(owner));
            const std::size_t owner_index = s_.nouns.size() - 1;
            const std::size_t end = noun(next + 1);
            if (!s_.elements.empty() && s_.elements.back().kind == ElementKind::Noun) {
              s_.nouns[s_.elements.back().index].owner = owner_index;
              s_.nouns[s_.elements.back().index].first = i;
              s_.elements.back().first = i;
            }
            return end;
          }
        }
        n.names.push_back(member);
        n.has_head = false;
        at = next;
        (void)adjective;
        break;
      }
      if (t.kind == TokenKind::Word && t.word != nullptr && t.word->is_verb() && at > i &&
          acts_as_verb_in_noun(at))
        break;
      if (at > i && ends_clause_head(at)) break;
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
        const std::size_t owner_index = s_.nouns.size() - 1;
        const std::size_t end = noun(at + 1);
        if (!s_.elements.empty() && s_.elements.back().kind == ElementKind::Noun) {
          s_.nouns[s_.elements.back().index].owner = owner_index;
          s_.nouns[s_.elements.back().index].first = i;
          s_.elements.back().first = i;
        }
        return end;
      }
    }
    if (at == i) at = i + 1;
    if (n.names.empty() && n.has_head) {
      const Token& h = t_[n.head_token];
      n.plural = (h.lower.size() > 3 && h.lower.ends_with("s") && !h.lower.ends_with("ss") &&
                  !h.lower.ends_with("us")) ||
                 n.count > 1;
    }
    n.last = at;
    s_.nouns.push_back(std::move(n));
    return push(ElementKind::Noun, i, at, s_.nouns.size() - 1);
  }

  /// A lower-case noun or adjective stands at `i`: what precedes it is its adjective.
  bool plain_noun(std::size_t i) const {
    if (i >= t_.size() || t_[i].kind != TokenKind::Word) return false;
    if (name_at(i) != nullptr) {
      // "Russian Deputy Prime Minister Yuri Borisov" goes over capitals; a name after a name is its own
      // phrase.
      return false;
    }
    const Token& t = t_[i];
    if (date_at(i) != nullptr && !t.is(WordClass::LeaderNoun)) return false;
    if (t.is(WordClass::TitleNoun) || t.is(WordClass::LeaderNoun)) return true;
    if (t.capital && !t.is(WordClass::BodyNoun) && !t.is(WordClass::PersonNoun) &&
        !t.is(WordClass::MemberNoun))
      return false;
    if (!noun_word(i) || t.is(WordClass::Determiner) || t.is(WordClass::Adverb)) return false;
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

  /// A past tense that the lexicon lacks: "some members demanded more", not "the collated lists".
  bool ends_clause_head(std::size_t i) const {
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

  bool acts_as_verb_in_noun(std::size_t i) const {
    const Word& w = *t_[i].word;
    if (noun_class(i)) return false;
    // "two allied cities": an adjective between a number and its noun
    if (t_[i - 1].is(WordClass::NumberWord) && w.has_form(VerbForm::Participle) && i + 1 < t_.size() &&
        t_[i + 1].kind == TokenKind::Word && !t_[i + 1].capital && t_[i + 1].lower.ends_with("s") &&
        !t_[i + 1].is(WordClass::Possessive) && !t_[i + 1].is(WordClass::Determiner))
      return false;
    if (is(i + 1, "of") && w.has_form(VerbForm::Third) && !w.has_form(VerbForm::Past)) return false;
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

  static void mark(NounPhrase& n, const Token& t) {
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
};

}  // namespace

void find_phrases(Sentence& sentence) { Chunker(sentence).run(); }

}  // namespace entente::detail
