#include "export/display_text.hpp"

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>
#include <memory>

namespace entente {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool reorders(UChar32 c) {
  return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069);
}

bool is_control(UChar32 c) { return c < 0x20 || (c >= 0x7f && c <= 0x9f) || c == 0x2028 || c == 0x2029; }

std::size_t width_of(UChar32 c) {
  switch (u_charType(c)) {
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_FORMAT_CHAR:
    case U_CONTROL_CHAR:
      return 0;
    default:
      break;
  }
  // Jamo vowels and finals join the syllable before them.
  if (c >= 0x1160 && c <= 0x11ff) return 0;
  const int width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

/// A character as its reader sees it, with marks and joined emoji, and the columns it takes.
struct Cell {
  std::string text;
  std::size_t width;
};

std::vector<Cell> cells_of(std::string_view text) {
  std::vector<Cell> cells;
  if (is_ascii(text)) {
    for (const char c : text)
      cells.push_back({std::string(1, c), std::size_t{static_cast<unsigned char>(c) >= 0x20}});
    return cells;
  }
  const icu::UnicodeString unicode =
      icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> breaks(
      icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
  if (U_FAILURE(status)) return {{std::string(text), text.size()}};
  breaks->setText(unicode);
  std::int32_t begin = breaks->first();
  for (std::int32_t end = breaks->next(); end != icu::BreakIterator::DONE;
       begin = end, end = breaks->next()) {
    Cell cell{{}, 0};
    unicode.tempSubStringBetween(begin, end).toUTF8String(cell.text);
    // A flag is two letters and a family several faces, each drawn as one emoji.
    for (std::int32_t i = begin; i < end; i = unicode.moveIndex32(i, 1)) {
      const UChar32 c = unicode.char32At(i);
      cell.width = std::max(cell.width, width_of(c));
      if (u_hasBinaryProperty(c, UCHAR_REGIONAL_INDICATOR) || c == 0xFE0F) cell.width = 2;
    }
    cells.push_back(std::move(cell));
  }
  return cells;
}

}  // namespace

std::size_t display_width(std::string_view text) {
  if (is_ascii(text)) {
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return c >= 0x20 && c != 0x7f; }));
  }
  std::size_t width = 0;
  for (const Cell& cell : cells_of(text)) width += cell.width;
  return width;
}

/// Calls `each(c, bytes)` for every character; `c` is negative where the bytes are not UTF-8.
template <typename Each>
void for_each_character(std::string_view text, Each each) {
  const auto size = static_cast<std::int64_t>(text.size());
  for (std::int64_t i = 0; i < size;) {
    const std::int64_t begin = i;
    UChar32 c = 0;
    U8_NEXT(text.data(), i, size, c);
    each(c, text.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(i - begin)));
  }
}

std::string valid_utf8(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for_each_character(text, [&](UChar32 c, std::string_view bytes) { result += c < 0 ? replacement : bytes; });
  return result;
}

std::string printable(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  UChar32 before = 0;
  for_each_character(text, [&](UChar32 c, std::string_view bytes) {
    const bool second_of_line_break = c == '\n' && before == '\r';
    before = c;
    if (second_of_line_break) return;
    if (c < 0) {
      result += replacement;
    } else {
      result += is_control(c) || reorders(c) ? " " : bytes;
    }
  });
  return result;
}

std::string html_text(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : printable(text)) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::vector<std::string> wrapped(std::string_view text, std::size_t width) {
  std::vector<std::string> lines;
  std::string line;
  std::size_t line_width = 0;
  const auto finish = [&] {
    lines.push_back(std::move(line));
    line.clear();
    line_width = 0;
  };
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = text.find_first_not_of(' ', i);
    if (begin == std::string_view::npos) break;
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    const std::string_view word = text.substr(begin, end - begin);
    i = end;
    const std::size_t word_width = display_width(word);
    if (line_width != 0 && line_width + 1 + word_width > width) finish();
    if (word_width <= width) {
      if (line_width != 0) {
        line += ' ';
        ++line_width;
      }
      line += word;
      line_width += word_width;
      continue;
    }
    for (const Cell& cell : cells_of(word)) {
      if (line_width != 0 && line_width + cell.width > width) finish();
      line += cell.text;
      line_width += cell.width;
    }
  }
  if (!line.empty() || lines.empty()) finish();
  return lines;
}

std::string padded(std::string_view text, std::size_t width, bool to_the_right) {
  const std::size_t own = display_width(text);
  const std::string blanks(own < width ? width - own : 0, ' ');
  return to_the_right ? blanks + std::string(text) : std::string(text) + blanks;
}

}  // namespace entente
