#include "loaders/article/acronym.hpp"

#include <string>

namespace entente::detail {
namespace {

constexpr std::size_t longest_name = 14;  // tokens

char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

/// The capitals of a token, as an acronym may spell it: "Co-operation" C or CO, "Ports" P.
bool begins_with(const Token& t, char letter) { return !t.text.empty() && upper(t.text[0]) == letter; }

/// A word of a name that its acronym may leave out.
bool small_word(const Token& t) {
  return t.kind == TokenKind::Word && !t.capital &&
         (t.is(WordClass::Preposition) || t.is(WordClass::Conjunction) || t.is(WordClass::Determiner));
}

/// Where the name that ends before token `end` begins, if `letters` spell it; `end` when they do not.
std::size_t name_begin(const std::vector<Token>& tokens, std::size_t end, const std::string& letters) {
  std::size_t left = letters.size();
  std::size_t at = end;
  while (left > 0 && at > 0 && end - at < longest_name) {
    const Token& t = tokens[at - 1];
    if (t.kind == TokenKind::Comma || t.kind == TokenKind::Possessive || t.text == "&") {
      --at;
      continue;
    }
    if (t.kind != TokenKind::Word) return end;
    if (begins_with(t, letters[left - 1]) && (t.capital || small_word(t))) {
      // A small word is spelt only where a word before it has the letter before.
      const bool spelt =
          t.capital || (left >= 2 && at >= 2 && begins_with(tokens[at - 2], letters[left - 2]));
      --at;
      if (spelt) --left;
      if (left == 0) return t.capital ? at : end;
      continue;
    }
    if (!small_word(t)) return end;
    --at;
  }
  return end;
}

}  // namespace

void find_spelt_names(const std::vector<Token>& tokens, std::vector<SpeltName>& out) {
  out.clear();
  for (std::size_t i = 2; i + 2 < tokens.size(); ++i) {
    if (tokens[i].kind != TokenKind::Open || !tokens[i + 1].all_caps) continue;
    const TokenKind after = tokens[i + 2].kind;
    if (after != TokenKind::Close && after != TokenKind::Comma && after != TokenKind::Semicolon) continue;
    std::string letters;
    for (const char c : tokens[i + 1].text)
      if (c >= 'A' && c <= 'Z') letters += c;
    const std::size_t first = name_begin(tokens, i, letters);
    if (first + 1 < i) out.push_back({first, i});
  }
}

}  // namespace entente::detail
