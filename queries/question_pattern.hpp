#pragma once
// Patterns of questions, as text, and how a question is matched against one. Knows words and places for names
// and dates; what is a name and what is a date it is told.
//
//   const Pattern p = compile_pattern("who (was|were) {x} members {when}")
//
//   word         that word, in any case; "the", "a" and "an" may stand before it
//   (a b|c)      one of the alternatives
//   [a b|c]      one of them, or nothing
//   {a} {b} {x}  a name, of up to 14 words, the longest first
//   {d} {e}      a date
//   {when}       short for the ways to say when: "in {d}", "between {d} and {e}", "since {d}", "now" …
//   @t           a mark that the match keeps

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente::detail {

/// A word of the question, as it stands (`raw`, without punctuation around it) and as it is compared (`word`,
/// in lower case).
struct Word {
  std::string raw;
  std::string word;
};

/// Contractions are written out ("who's" → who is); blanks and punctuation alone make no word.
[[nodiscard]] std::vector<Word> words_of(std::string_view question);

/// Words [begin, end).
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;
  friend auto operator<=>(const Span&, const Span&) = default;
};
/// As the words stand, with a blank between; without a possessive ending.
[[nodiscard]] std::string text_of(const std::vector<Word>& words, const Span& span);

struct PatternPart {
  enum class Sort { Word, Choice, Slot, Mark };
  Sort sort;
  std::string word = {};                                    ///< of a Word
  char name = 0;                                            ///< of a Slot or Mark
  std::vector<std::vector<PatternPart>> alternatives = {};  ///< of a Choice
};
using QuestionPattern = std::vector<PatternPart>;

/// REQUIRES: well-formed; the patterns are part of the program.
[[nodiscard]] QuestionPattern compile_pattern(std::string_view text);

struct PatternMatch {
  std::map<char, Span> slots;
  std::string marks;              ///< in the order in which they were passed
  std::vector<std::string> said;  ///< the words that the pattern named
};

/// Calls `found` for every way in which the pattern fits all of the words, longest slots first, until it
/// returns true; returns whether it did. `accept` says whether a span will do for a slot. `budget` counts the
/// steps down and ends the search at zero.
bool match_pattern(const QuestionPattern& pattern, const std::vector<Word>& words,
                   const std::function<bool(char, const Span&)>& accept,
                   const std::function<bool(const PatternMatch&)>& found, std::size_t& budget);

}  // namespace entente::detail
