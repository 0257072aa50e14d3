#pragma once
// Words, numbers and marks of a sentence.

#include <string>
#include <string_view>
#include <vector>

#include "loaders/article/document.hpp"
#include "loaders/article/lexicon.hpp"

namespace entente::detail {

enum class TokenKind {
  Word,
  Number,
  Comma,
  Semicolon,
  Colon,
  Dash,
  Open,
  Close,
  Quote,
  Possessive,
  Stop,
  Slash,
  Other
};

struct Token {
  Span span;
  TokenKind kind = TokenKind::Word;
  std::string_view text;   ///< as it stands in the document
  std::string_view lower;  ///< ASCII letters in lower case
  const Word* word = nullptr;
  bool capital = false;   ///< begins with a capital letter
  bool all_caps = false;  ///< at least two letters, all capitals (stops and digits allowed)

  [[nodiscard]] bool is(WordClass c) const noexcept { return word != nullptr && word->is(c); }
  /// REQUIRES: `s` is not empty.
  [[nodiscard]] bool is(std::string_view s) const noexcept {
    return lower.size() == s.size() && lower.front() == s.front() && lower == s;
  }
};

/// The tokens of one sentence, reused from sentence to sentence.
struct Tokens {
  std::vector<Token> list;
  std::string lower;  ///< what Token::lower points into
};

/// "Guinea-Bissau" and "U.S." are one token, "Georgia's" is two. O(length).
void tokenize(std::string_view text, Span sentence, const Lexicon& lexicon, Tokens& out);

}  // namespace entente::detail
