#include "loaders/article/boilerplate.hpp"

#include <algorithm>
#include <string>

namespace entente::detail {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

Span trimmed(std::string_view text, Span s) {
  while (s.begin < s.end && is_blank(text[s.begin])) ++s.begin;
  while (s.end > s.begin && is_blank(text[s.end - 1])) --s.end;
  return s;
}

/// Length of a bullet or a list number with the blanks after it; 0 when the line has none.
std::size_t bullet_length(std::string_view line) {
  std::size_t i = 0;
  for (const std::string_view b : {"\u2022", "\u25CF", "\u25AA", "\u00B7", "\u2013", "*", "-"})
    if (line.substr(0, b.size()) == b) i = b.size();
  if (i == 0) {
    while (i < line.size() && i < 3 && is_digit(line[i])) ++i;
    if (i == 0 || i >= line.size() || (line[i] != '.' && line[i] != ')')) return 0;
    ++i;
  }
  const std::size_t mark = i;
  while (i < line.size() && (line[i] == ' ' || line[i] == '\t')) ++i;
  return i > mark && i < line.size() ? i : 0;
}

std::size_t word_count(std::string_view s) {
  std::size_t count = 0;
  bool inside = false;
  for (const char c : s) {
    const bool blank = is_blank(c);
    if (!blank && !inside) ++count;
    inside = !blank;
  }
  return count;
}

/// Ends as a sentence does: a stop, perhaps with a closing quote or bracket after it.
bool ends_as_sentence(std::string_view s) {
  while (!s.empty() && (s.back() == '"' || s.back() == '\'' || s.back() == ')' || s.back() == ' '))
    s.remove_suffix(1);
  return !s.empty() &&
         (s.back() == '.' || s.back() == '!' || s.back() == '?' || s.back() == ':' || s.back() == ';');
}

/// A sentence inside: a small letter or digit, a stop, a blank, a capital.
bool has_sentence_inside(std::string_view s) {
  for (std::size_t i = 1; i + 2 < s.size(); ++i)
    if (s[i] == '.' && (is_lower(s[i - 1]) || is_digit(s[i - 1])) && is_blank(s[i + 1]) && is_upper(s[i + 2]))
      return true;
  return false;
}

std::string key_of_heading(std::string_view s) {
  std::string key;
  for (const char c : s) {
    if (is_upper(c))
      key += static_cast<char>(c - 'A' + 'a');
    else if (is_lower(c))
      key += c;
    else if (!key.empty() && key.back() != '_')
      key += '_';
  }
  while (!key.empty() && key.back() == '_') key.pop_back();
  return key;
}

struct Line {
  Span span;  ///< without the line end
  bool blank = false;
  std::size_t bullet = 0;
};

std::vector<Line> lines_of(std::string_view text) {
  std::vector<Line> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    Line line{trimmed(text, {at, end}), false, 0};
    line.blank = line.span.begin >= line.span.end;
    if (!line.blank) line.bullet = bullet_length(text.substr(line.span.begin, line.span.size()));
    lines.push_back(line);
    at = end + 1;
  }
  return lines;
}

/// The line breaks off behind a small word: "SEATO in".
bool hangs(std::string_view line, const Lexicon& lexicon) {
  const auto blank = line.find_last_of(' ');
  if (blank == std::string_view::npos) return false;
  const Word* w = lexicon.find(line.substr(blank + 1));
  return w != nullptr && (w->is(WordClass::Preposition) || w->is(WordClass::Determiner) ||
                          w->is(WordClass::Conjunction) || w->is(WordClass::Be));
}

/// A year and a mark: the next entry of a timeline ("1981 \u2013 Greece joins").
bool begins_entry(std::string_view line) {
  std::size_t i = 0;
  while (i < line.size() && i < 5 && is_digit(line[i])) ++i;
  if (i != 4 || i >= line.size()) return false;
  while (i < line.size() && line[i] == ' ') ++i;
  const auto mark = line.substr(i);
  return mark.substr(0, 1) == ":" || mark.substr(0, 1) == "\t" || mark.substr(0, 2) == "- " ||
         mark.substr(0, 4) == "\u2013 ";
}

/// Whether the line goes on in the next, given the longest line of their paragraph.
bool goes_on(std::string_view text, const Line& line, const Line& next, std::size_t width) {
  const char first = text[next.span.begin];
  const char last = text[line.span.end - 1];
  if (is_lower(first) || last == ',') return true;
  if (width < 30 || width > 160) return false;
  const auto rest = text.substr(next.span.begin, next.span.size());
  if (begins_entry(rest)) return false;
  const std::size_t word = std::min(rest.find(' '), rest.size());
  return line.span.size() + 1 + word + (is_digit(last) ? 1 : (width < 50 ? width / 8 : 9)) >= width;
}

/// A line without its stop that says what happened: "… defected from Labour to form the group on 18
/// February".
bool tells_event(std::string_view line, const Lexicon& lexicon) {
  std::string word;
  for (std::size_t i = 0; i <= line.size() && i < 2000; ++i) {
    if (i < line.size() && line[i] >= 'a' && line[i] <= 'z') {
      word += line[i];
      continue;
    }
    // a word with a capital in it is a name or a heading's
    const bool bounded = i == line.size() || line[i] == ' ' || line[i] == ',' || line[i] == '.';
    if (bounded && word.size() > 3)
      if (const Word* w = lexicon.find(word); w != nullptr && w->has_form(VerbForm::Past) &&
                                              w->lemma != nullptr && !lexicon.frames(w->lemma).empty())
        return true;
    word.clear();
    while (!bounded && i < line.size() && line[i] != ' ') ++i;
  }
  return false;
}

}  // namespace

std::vector<Block> split_blocks(std::string_view text, const Lexicon& lexicon) {
  const std::vector<Line> lines = lines_of(text);
  std::vector<Block> blocks;
  for (std::size_t i = 0; i < lines.size();) {
    if (lines[i].blank) {
      ++i;
      continue;
    }
    std::size_t paragraph_end = i;
    std::vector<std::size_t> lengths;
    while (paragraph_end < lines.size() && !lines[paragraph_end].blank)
      lengths.push_back(lines[paragraph_end++].span.size());
    // The width of the column: of many lines the third quartile, since a bridged hyphen may have made one
    // long.
    const auto quartile =
        lengths.begin() + static_cast<std::ptrdiff_t>(lengths.size() < 4 ? 0 : lengths.size() * 3 / 4);
    if (lengths.size() >= 4) std::nth_element(lengths.begin(), quartile, lengths.end());
    const std::size_t width =
        lengths.size() < 4 ? *std::max_element(lengths.begin(), lengths.end()) : *quartile;
    // Lines of very different lengths that begin with capitals were not wrapped: each says what it has to
    // say.
    const std::size_t longest = *std::max_element(lengths.begin(), lengths.end());
    const auto full =
        std::count_if(lengths.begin(), lengths.end(), [&](std::size_t n) { return n * 10 >= longest * 7; });
    std::size_t small = 0;
    std::size_t hanging = 0;
    for (std::size_t k = i; k < paragraph_end; ++k) {
      small += is_lower(text[lines[k].span.begin]) ? 1U : 0U;
      hanging += hangs(text.substr(lines[k].span.begin, lines[k].span.size()), lexicon) ? 1U : 0U;
    }
    const bool rows = lengths.size() >= 6 && static_cast<std::size_t>(full) * 2 < lengths.size() &&
                      !hanging && small * 6 <= lengths.size();
    while (i < paragraph_end) {
      Block b;
      b.span = lines[i].span;
      b.bulleted = lines[i].bullet > 0;
      b.span.begin += lines[i].bullet;
      while (i + 1 < paragraph_end && lines[i + 1].bullet == 0 &&
             goes_on(text, lines[i], lines[i + 1], rows ? 0 : width))
        b.span.end = lines[++i].span.end;
      ++i;
      blocks.push_back(b);
    }
  }
  // What a block is depends on its own shape, and, for short ones, on the heading above them.
  bool furniture_section = false;
  bool list_wanted =
      false;  // the block before announced a list, or is an item of one that belongs to the text
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    Block& b = blocks[i];
    const auto s = text.substr(b.span.begin, b.span.size());
    const std::size_t words = word_count(s.substr(0, 4096));
    const bool sentence =
        (words >= 4 && ends_as_sentence(s)) || has_sentence_inside(s.substr(0, 4096)) || words >= 40 ||
        (words >= 8 && s.back() != ':' && s.find('\n') == std::string_view::npos && tells_event(s, lexicon));
    if (words <= 6) {
      const Word* w = lexicon.find(key_of_heading(s));
      if (w != nullptr && w->is(WordClass::FurnitureHeading)) {
        furniture_section = true;
        b.kind = BlockKind::Furniture;
        b.aside = true;
        list_wanted = false;
        continue;
      }
    }
    if (furniture_section && !(sentence && !b.bulleted && words >= 8)) {
      b.kind = BlockKind::Furniture;
      b.aside = true;
      continue;
    }
    furniture_section = false;
    if (sentence) {
      b.kind = b.bulleted ? BlockKind::ListItem : BlockKind::Prose;
      list_wanted = s.back() == ':' || (b.bulleted && list_wanted);
    } else if (b.bulleted) {
      b.kind = list_wanted || words >= 4 ? BlockKind::ListItem : BlockKind::Furniture;
    } else {
      const bool before_text = i + 1 < blocks.size() && words <= 20;
      b.kind = before_text ? BlockKind::Heading : BlockKind::Furniture;
      list_wanted = before_text && s.size() < 80;
    }
  }
  return blocks;
}

}  // namespace entente::detail
