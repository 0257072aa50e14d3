#pragma once
// Phrases of a sentence: noun phrases, verb groups, and the small words and marks between them. A shallow
// grammar: no tree, only a row of elements, each over a run of tokens.

#include <optional>
#include <vector>

#include "loaders/article/date_mention.hpp"
#include "loaders/article/name_mention.hpp"

namespace entente::detail {

/// A name in a noun phrase, and the date that stands in brackets behind it ("Poland (1999)").
struct Member {
  std::size_t referent = 0;
  AliasSort alias = AliasSort::Name;
  std::optional<std::size_t> date;  ///< index into Sentence::dates
};

enum class Determiner { None, The, A, This, All, Both, No, Some, Other };

struct NounPhrase {
  std::size_t first = 0;  ///< tokens [first, last)
  std::size_t last = 0;
  std::vector<Member> names;  ///< one, or several when coordinated; empty for a description or pronoun
  std::vector<Member>
      adjectives;  ///< names used as adjectives before a noun: "Georgian government", "NATO membership"
  const Word* head = nullptr;  ///< the noun of a description, when the lexicon has it (singular or plural)
  std::size_t head_token = 0;
  bool has_head = false;  ///< a description, not only names
  bool plural = false;
  Determiner determiner = Determiner::None;
  int count = 0;  ///< "three members"; 0 when not said
  bool pronoun = false;
  bool possessive = false;           ///< begins with its, their, his …
  std::optional<std::size_t> owner;  ///< element of the possessor: "Georgia's withdrawal"
  bool former = false, current = false, founding = false, observer = false, partner = false,
       candidate = false, first_one = false, other = false, full = false;
};

struct VerbGroup {
  std::size_t first = 0;  ///< tokens [first, last)
  std::size_t last = 0;
  std::size_t main = 0;                ///< token of the verb that carries the meaning
  const Word* lemma = nullptr;         ///< its lemma; nullptr for a verb that only its ending gives away
  std::vector<const Word*> governors;  ///< "decided to leave": decide
  bool passive = false;
  bool finite = false;
  bool infinitive = false;  ///< "to leave", standing alone
  bool participle = false;  ///< past participle alone: "founded in 1949"
  bool ing = false;
  bool negated = false;
  bool unreal = false;     ///< would, could, may, is expected to …
  bool future = false;     ///< will, is to
  bool scheduled = false;  ///< is to, is due to, is set to: a fact once it has its date
  bool present = false;
  bool perfect = false;
};

enum class ElementKind {
  Noun,
  Verb,
  Date,
  Preposition,
  Conjunction,
  Comma,
  Semicolon,
  Colon,
  Dash,
  Relative,
  Subordinator,
  Open,
  Close,
  Other
};

struct Element {
  ElementKind kind = ElementKind::Other;
  std::size_t first = 0;  ///< tokens [first, last)
  std::size_t last = 0;
  std::size_t index = 0;  ///< into nouns, verbs or dates
};

/// One sentence, taken apart. Reused from sentence to sentence.
struct Sentence {
  Span span;
  Tokens tokens;
  std::vector<DateMention> dates;
  std::optional<CalendarValue> published;  ///< the day of the document, where it is known
  std::vector<NameMention> names;
  std::vector<Element> elements;
  std::vector<NounPhrase> nouns;
  std::vector<VerbGroup> verbs;
  /// Subjects found so far, by the element of the verb; see Arguments::subject.
  mutable std::vector<std::optional<std::optional<std::size_t>>> subjects;

  [[nodiscard]] const Token& token(std::size_t i) const { return tokens.list[i]; }
  [[nodiscard]] const NounPhrase* noun(std::size_t element) const {
    return element < elements.size() && elements[element].kind == ElementKind::Noun
               ? &nouns[elements[element].index]
               : nullptr;
  }
  [[nodiscard]] const VerbGroup* verb(std::size_t element) const {
    return element < elements.size() && elements[element].kind == ElementKind::Verb
               ? &verbs[elements[element].index]
               : nullptr;
  }
  [[nodiscard]] bool is(std::size_t element, ElementKind kind) const {
    return element < elements.size() && elements[element].kind == kind;
  }
  [[nodiscard]] bool word_is(std::size_t element, std::string_view w) const {
    return element < elements.size() && tokens.list[elements[element].first].lower == w;
  }
};

/// Fills elements, nouns and verbs from the tokens, dates and names. O(tokens).
void find_phrases(Sentence& sentence);

}  // namespace entente::detail
