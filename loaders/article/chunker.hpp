#pragma once
// How find_phrases goes over the tokens: what it knows, and the parts it is made of. Internal to the phrase
// stage.

#include "loaders/article/phrase.hpp"

namespace entente::detail {

class Chunker {
 public:
  explicit Chunker(Sentence& s) : s_(s), t_(s.tokens.list) {}
  void run();

 private:
  /// An auxiliary that stands before its subject goes to the verb behind it.
  void join_inversions();
  Sentence& s_;
  const std::vector<Token>& t_;
  std::size_t date_ = 0;
  std::size_t name_ = 0;
  bool is(std::size_t i, std::string_view w) const { return i < t_.size() && t_[i].lower == w; }
  bool is(std::size_t i, WordClass c) const { return i < t_.size() && t_[i].is(c); }
  bool word(std::size_t i) const { return i < t_.size() && t_[i].kind == TokenKind::Word; }
  const NameMention* name_at(std::size_t i) const;
  const DateMention* date_at(std::size_t i) const;
  std::size_t push(ElementKind kind, std::size_t first, std::size_t last, std::size_t index = 0);
  std::size_t element(std::size_t i);
  /// "did so two years later", "so far", "so many": no new clause.
  bool so_is_adverb(std::size_t i) const;
  /// "due to", "prior to", "because of": one preposition in two words.
  bool compound_preposition(std::size_t i) const;
  /// "grudgingly": an adverb that the lexicon lacks.
  bool unknown_adverb(std::size_t i) const;
  bool relative(std::size_t i) const;
  bool verb_like(std::size_t i) const;
  /// "as a member" and "after the war" are prepositions, "as US forces left" and "after it joined" open a
  /// clause.
  std::size_t preposition_or_subordinator(std::size_t i);
  bool finite_form(std::size_t i) const;
  bool noun_class(std::size_t i) const;
  /// Whether a word that may be a verb is one here.
  bool acts_as_verb(std::size_t i) const;
  /// A name, article or number: what a verb before it acts on.
  bool begins_object(std::size_t i) const;
  /// Whether the noun that opens the sentence, over the prepositions behind it, is a plural.
  bool plural_subject() const;
  /// "only then did Spain": the base form of the verb comes next.
  bool inverted() const;
  /// A base form that an auxiliary before an "and" governs: "will leave A and join B".
  bool shares_auxiliary(std::size_t i) const;
  static bool unreal_adjective(const Token& t);
  static bool negative_adjective(const Token& t);
  std::size_t verb(std::size_t i);
  /// Verbs whose infinitive of purpose tells what came of it: "met to form", "united to found".
  static bool purpose(const Token& t);
  /// A modal, "be" or "have" comes next, or a verb in its past.
  bool modal_next(std::size_t i) const { return is(i, WordClass::Modal) || is(i, WordClass::Be); }
  bool next_is_participle(std::size_t i) const;
  /// "-ed" of a word that the lexicon lacks: a past tense after a noun or name, an adjective elsewhere.
  bool unknown_past(std::size_t i) const;
  bool noun_word(std::size_t i) const;
  std::size_t noun(std::size_t i);
  /// The phrase at token `at` that the last one, a possessor, owns; together they begin at `first`. The token
  /// behind it.
  std::size_t owned(std::size_t first, std::size_t at);
  /// "before the 1994 election Bell left": the name at `at` does not belong to the noun before it.
  bool new_subject(std::size_t i, std::size_t at, const NounPhrase& n) const;
  /// A lower-case noun or adjective stands at `i`: what precedes it is its adjective.
  bool plain_noun(std::size_t i) const;
  /// A past tense that the lexicon lacks: "some members demanded more", not "the collated lists".
  bool ends_clause_head(std::size_t i) const;
  bool acts_as_verb_in_noun(std::size_t i) const;
  static void mark(NounPhrase& n, const Token& t);
};

}  // namespace entente::detail
