#include "loaders/article/sentence.hpp"

#include <algorithm>
#include <string>

namespace entente::detail {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_letter(char c) { return is_upper(c) || is_lower(c) || (static_cast<unsigned char>(c) >= 0x80); }
bool closes(char c) { return c == '"' || c == '\'' || c == ')' || c == ']'; }

/// The letters and inner stops before the stop at `at`, in lower case: "u.s" before the last stop of "U.S.".
std::string word_before(std::string_view text, std::size_t begin, std::size_t at) {
  std::size_t first = at;
  while (first > begin && at - first < 12 && (is_letter(text[first - 1]) || text[first - 1] == '.')) --first;
  std::string word(text.substr(first, at - first));
  for (char& c : word)
    if (is_upper(c)) c = static_cast<char>(c - 'A' + 'a');
  return word;
}

/// Whether the stop at `at` ends a sentence.
bool ends_sentence(std::string_view text, Span block, std::size_t at, const Lexicon& lexicon) {
  std::size_t next = at + 1;
  while (next < block.end && closes(text[next])) ++next;
  if (next >= block.end) return true;
  const bool blank = is_blank(text[next]);
  std::size_t start = next;
  while (start < block.end && is_blank(text[start])) ++start;
  if (start >= block.end) return true;
  if (text[at] != '.') return blank && !is_lower(text[start]);
  const char before = at > block.begin ? text[at - 1] : ' ';
  if (!blank) {
    // "1994.The", "state.In": a blank was lost; "U.S.A", "3.5", "www.un.org", "node.JS" are not that.
    const bool lower_or_digit = is_lower(before) || is_digit(before) || closes(before);
    return next == at + 1 && lower_or_digit && is_upper(text[start]) && start + 1 < block.end &&
           (is_lower(text[start + 1]) || text[start + 1] == ' ');
  }
  if (is_lower(text[start])) return false;
  const std::string word = word_before(text, block.begin, at);
  if (word.size() == 1 && is_upper(before)) {
    // An initial ("J. Smith"); but "in World War I. The" ends: a common word follows.
    std::size_t end = start;
    while (end < block.end && is_letter(text[end])) ++end;
    std::string after(text.substr(start, end - start));
    for (char& c : after)
      if (is_upper(c)) c = static_cast<char>(c - 'A' + 'a');
    const Word* w = lexicon.find(after);
    return w != nullptr && w->is(WordClass::Common);
  }
  const Word* w = lexicon.find(word);
  if (w != nullptr && w->is(WordClass::Abbreviation)) {
    const bool dotted = word.find('.') != std::string::npos;
    if (!dotted && word != "etc" && word != "inc" && word != "ltd" && word != "co") return false;
    std::size_t end = start;
    while (end < block.end && is_letter(text[end])) ++end;
    std::string after(text.substr(start, end - start));
    for (char& c : after)
      if (is_upper(c)) c = static_cast<char>(c - 'A' + 'a');
    const Word* follows = lexicon.find(after);
    return follows != nullptr && follows->is(WordClass::Common) && !follows->is(WordClass::NotAName);
  }
  return true;
}

}  // namespace

void split_sentences(std::string_view text, Span block, const Lexicon& lexicon, std::vector<Span>& out) {
  std::size_t begin = block.begin;
  const auto finish = [&](std::size_t end) {
    while (begin < end && is_blank(text[begin])) ++begin;
    std::size_t last = end;
    while (last > begin && is_blank(text[last - 1])) --last;
    if (last > begin) out.push_back({begin, last});
    begin = end;
  };
  for (std::size_t at = block.begin; at < block.end; ++at) {
    const char c = text[at];
    if ((c == '.' || c == '!' || c == '?') && ends_sentence(text, block, at, lexicon)) {
      std::size_t end = at + 1;
      while (end < block.end && (closes(text[end]) || text[end] == '.')) ++end;
      finish(end);
      at = end - 1;
    } else if (at - begin >= longest_sentence && (is_blank(c) || at - begin >= longest_sentence + 200)) {
      // Never inside a character: continuation bytes of UTF-8 wait for its end.
      if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) finish(at);
    }
  }
  finish(block.end);
}

}  // namespace entente::detail
