#include "loaders/article/token.hpp"

namespace entente::detail {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_high(char c) { return static_cast<unsigned char>(c) >= 0x80; }
bool is_letter(char c) { return is_upper(c) || is_lower(c); }

/// Length of a letter outside ASCII at `at`; 0 when what stands there is a mark or a symbol. By block: Latin,
/// Greek, Cyrillic and everything else beyond U+0100 but general punctuation and symbols (U+2000 … U+2BFF).
std::size_t high_letter(std::string_view s, std::size_t at) {
  const auto b = static_cast<unsigned char>(s[at]);
  const std::size_t length = b >= 0xF0 ? 4 : b >= 0xE0 ? 3 : b >= 0xC0 ? 2 : 1;
  if (b == 0xC2 || b < 0xC0) return 0;  // Latin-1 signs; a stray continuation byte
  if (b == 0xE2 && at + 1 < s.size() && static_cast<unsigned char>(s[at + 1]) < 0xB0) return 0;
  if (b == 0xE3 && at + 1 < s.size() && static_cast<unsigned char>(s[at + 1]) == 0x80) return 0;
  return std::min(length, s.size() - at);
}

/// Whether a letter outside ASCII is a capital: Latin-1, and the even code points of Latin Extended-A.
bool high_capital(std::string_view s, std::size_t at) {
  if (at + 1 >= s.size()) return false;
  const auto a = static_cast<unsigned char>(s[at]);
  const auto b = static_cast<unsigned char>(s[at + 1]);
  if (a == 0xC3) return b <= 0x9E;
  if (a == 0xC4) return b < 0xB8 ? b % 2 == 0 : b % 2 == 1;
  if (a == 0xC5) return (b < 0x89 || (b > 0xB8 && b < 0xBF)) ? b % 2 == 1 : b % 2 == 0;
  if (a == 0xCE) return b >= 0x86 && b <= 0xAB;
  return a == 0xD0 && b >= 0x80 && b <= 0xAF;
}

}  // namespace

void tokenize(std::string_view text, Span sentence, const Lexicon& lexicon, Tokens& out) {
  out.list.clear();
  out.lower.assign(text.substr(sentence.begin, sentence.size()));
  for (char& c : out.lower)
    if (is_upper(c)) c = static_cast<char>(c - 'A' + 'a');
  const std::string_view s = text.substr(sentence.begin, sentence.size());
  const auto push = [&](std::size_t begin, std::size_t end, TokenKind kind) -> Token& {
    Token t;
    t.span = {sentence.begin + begin, sentence.begin + end};
    t.kind = kind;
    t.text = s.substr(begin, end - begin);
    t.lower = std::string_view(out.lower).substr(begin, end - begin);
    return out.list.emplace_back(t);
  };
  for (std::size_t i = 0; i < s.size();) {
    const char c = s[i];
    if (c == ' ' || c == '\t' || c == '\n') {
      ++i;
      continue;
    }
    if (is_digit(c)) {
      std::size_t end = i + 1;
      while (end < s.size() && (is_digit(s[end]) || ((s[end] == ',' || s[end] == '.') && end + 1 < s.size() &&
                                                     is_digit(s[end + 1]))))
        ++end;
      while (end < s.size() && is_letter(s[end])) ++end;  // 1st, 1990s, 9X
      push(i, end, TokenKind::Number);
      i = end;
      continue;
    }
    const std::size_t high = is_high(c) ? high_letter(s, i) : 0;
    if (is_letter(c) || high > 0) {
      const bool capital = is_upper(c) || (high > 0 && high_capital(s, i));
      std::size_t end = i + (high > 0 ? high : 1);
      std::size_t letters = 1;
      bool lower_seen = !capital;
      while (end < s.size()) {
        const std::size_t plain = end;
        while (end < s.size() && is_lower(s[end])) ++end;
        if (end > plain) {
          lower_seen = true;
          letters += end - plain;
          continue;
        }
        const char d = s[end];
        const bool next_letter = end + 1 < s.size() && (is_letter(s[end + 1]) || is_high(s[end + 1]));
        if (is_letter(d)) {
          lower_seen = lower_seen || is_lower(d);
          ++letters;
          ++end;
        } else if (is_digit(d)) {
          ++end;
        } else if (is_high(d) && high_letter(s, end) > 0) {
          lower_seen = lower_seen || !high_capital(s, end);
          ++letters;
          end += high_letter(s, end);
        } else if ((d == '-' && (next_letter || (end + 1 < s.size() && is_digit(s[end + 1])))) ||
                   (d == '&' && next_letter && !lower_seen)) {
          ++end;
        } else if (d == '\'' && next_letter &&
                   !((s[end + 1] == 's' || s[end + 1] == 'S') &&
                     (end + 2 >= s.size() || !is_letter(s[end + 2])))) {
          ++end;  // O'Brien, d'Ivoire, didn't; not Georgia's
        } else if (d == '.' && ((next_letter && is_upper(s[end - 1]) && is_upper(s[end + 1]) &&
                                 (letters == 1 || s[end - 2] == '.')) ||
                                (letters >= 2 && end >= 2 && s[end - 2] == '.'))) {
          ++end;  // U.S.A.
        } else if (d == '.' && next_letter && letters == 1 && is_lower(s[end - 1]) && is_lower(s[end + 1]) &&
                   (end + 2 >= s.size() || s[end + 2] == '.')) {
          ++end;  // i.e., e.g.
        } else {
          break;
        }
      }
      Token& t = push(i, end, TokenKind::Word);
      t.capital = capital;
      t.all_caps = capital && !lower_seen && letters >= 2;
      t.word = lexicon.find(t.lower);
      // An abbreviation keeps its stop to itself: "St. Lucia", "Jan. 3".
      if (end < s.size() && s[end] == '.' &&
          ((t.word != nullptr && t.word->is(WordClass::Abbreviation)) || (letters == 1 && capital)))
        ++end;
      i = end;
      continue;
    }
    if (c == '\'' && i + 1 < s.size() && (s[i + 1] == 's' || s[i + 1] == 'S') &&
        (i + 2 >= s.size() || !is_letter(s[i + 2])) && i > 0 && s[i - 1] != ' ') {
      push(i, i + 2, TokenKind::Possessive);
      i += 2;
      continue;
    }
    if (c == '\'' && i > 0 && (s[i - 1] == 's') && (i + 1 >= s.size() || s[i + 1] == ' ')) {
      push(i, i + 1, TokenKind::Possessive);
      ++i;
      continue;
    }
    std::size_t length = 1;
    TokenKind kind = TokenKind::Other;
    switch (c) {
      case ',':
        kind = TokenKind::Comma;
        break;
      case ';':
        kind = TokenKind::Semicolon;
        break;
      case ':':
        kind = TokenKind::Colon;
        break;
      case '(':
      case '[':
        kind = TokenKind::Open;
        break;
      case ')':
      case ']':
        kind = TokenKind::Close;
        break;
      case '"':
      case '\'':
        kind = TokenKind::Quote;
        break;
      case '/':
        kind = TokenKind::Slash;
        break;
      case '.':
      case '!':
      case '?':
        kind = TokenKind::Stop;
        break;
      case '-':
        kind = TokenKind::Dash;
        while (i + length < s.size() && s[i + length] == '-') ++length;
        break;
      default:
        if (s.substr(i, 3) == "\u2013") kind = TokenKind::Dash;
        if (is_high(c)) {
          while (i + length < s.size() && (static_cast<unsigned char>(s[i + length]) & 0xC0U) == 0x80U)
            ++length;
        }
    }
    push(i, i + length, kind);
    i += length;
  }
}

}  // namespace entente::detail
