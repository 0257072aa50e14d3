#include "loaders/article/document.hpp"

#include <algorithm>

#include "loaders/article/html.hpp"

namespace entente::detail {
namespace {

/// Length of the well-formed UTF-8 sequence at `at`; 0 when there is none. RFC 3629.
std::size_t sequence_length(std::string_view s, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(i < s.size() ? s[i] : 0); };
  const auto tail = [&](std::size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
  const unsigned char b = byte(at);
  if (b < 0x80) return 1;
  if (b >= 0xC2 && b <= 0xDF) return tail(at + 1) ? 2 : 0;
  if (b >= 0xE0 && b <= 0xEF) {
    const unsigned char second = byte(at + 1);
    if ((b == 0xE0 && second < 0xA0) || (b == 0xED && second > 0x9F)) return 0;
    return tail(at + 1) && tail(at + 2) ? 3 : 0;
  }
  if (b >= 0xF0 && b <= 0xF4) {
    const unsigned char second = byte(at + 1);
    if ((b == 0xF0 && second < 0x90) || (b == 0xF4 && second > 0x8F)) return 0;
    return tail(at + 1) && tail(at + 2) && tail(at + 3) ? 4 : 0;
  }
  return 0;
}

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Length of a footnote mark at `at` ("[3]", "[a]", "[note 2]", "[citation needed]"); 0 when there is none.
std::size_t footnote_length(std::string_view s, std::size_t at) {
  const auto close = s.substr(at, 24).find(']');
  if (close == std::string_view::npos || close < 2) return 0;
  const auto inside = s.substr(at + 1, close - 1);
  const bool digits = inside.size() <= 3 && std::all_of(inside.begin(), inside.end(), is_digit);
  const bool letter = inside.size() == 1 && is_lower(inside[0]);
  const bool words = inside == "citation needed" || inside == "update" || inside == "who?" ||
                     inside == "when?" || (inside.substr(0, 5) == "note " && inside.size() <= 8);
  return digits || letter || words ? close + 1 : 0;
}

/// Length of a hyphen with the line end and the blanks after it, when the word goes on in the next line; 0
/// otherwise.
std::size_t line_hyphen_length(std::string_view s, std::size_t at) {
  if (at == 0 || !is_lower(s[at - 1])) return 0;
  std::size_t i = at + 1;
  if (i < s.size() && s[i] == '\r') ++i;
  if (i >= s.size() || s[i] != '\n') return 0;
  ++i;
  const std::size_t limit = std::min(s.size(), i + 16);
  while (i < limit && (s[i] == ' ' || s[i] == '\t')) ++i;
  return i < s.size() && is_lower(s[i]) ? i - at : 0;
}

}  // namespace

void CleanText::append(std::string_view bytes, std::size_t raw) {
  const bool goes_on = !runs_.empty() && runs_.back().raw_length == 0 &&
                       runs_.back().raw + (text_.size() - runs_.back().text) == raw;
  if (!goes_on) runs_.push_back({text_.size(), raw, 0});
  text_ += bytes;
}

void CleanText::substitute(std::string_view bytes, std::size_t raw, std::size_t length) {
  runs_.push_back({text_.size(), raw, std::max<std::size_t>(length, 1)});
  text_ += bytes;
}

Span CleanText::raw(Span span) const noexcept {
  const auto run_of = [&](std::size_t at) {
    auto run = std::upper_bound(runs_.begin(), runs_.end(), at,
                                [](std::size_t value, const Run& r) { return value < r.text; });
    return run == runs_.begin() ? runs_.end() : std::prev(run);
  };
  if (span.end <= span.begin) return {};
  const auto first = run_of(span.begin);
  const auto last = run_of(span.end - 1);
  if (first == runs_.end() || last == runs_.end()) return {};
  const std::size_t begin = first->raw_length != 0 ? first->raw : first->raw + (span.begin - first->text);
  const std::size_t end =
      last->raw_length != 0 ? last->raw + last->raw_length : last->raw + (span.end - last->text);
  return {begin, end};
}

std::size_t clean_character(std::string_view file, std::size_t at, CleanText& out) {
  const char c = file[at];
  if (c == '\r') {
    if (at + 1 >= file.size() || file[at + 1] != '\n') out.substitute("\n", at, 1);
    return at + 1;
  }
  if (c == '[') {
    if (const auto length = footnote_length(file, at)) return at + length;
  }
  if (c == '-') {
    if (const auto length = line_hyphen_length(file, at)) {
      // The line end moves behind the word, so that lines keep their width.
      std::size_t end = at + length;
      while (end < file.size() && is_lower(file[end])) ++end;
      out.append(file.substr(at + length, end - at - length), at + length);
      if (end >= file.size() || file[end] != ' ') return end;
      out.substitute("\n", end, 1);
      return end + 1;
    }
  }
  const auto byte = static_cast<unsigned char>(c);
  if (byte < 0x80) {
    if (byte >= 0x20 || c == '\n' || c == '\t')
      out.append(file.substr(at, 1), at);
    else
      out.substitute(" ", at, 1);
    return at + 1;
  }
  const std::size_t length = sequence_length(file, at);
  if (length == 0) {
    out.substitute(" ", at, 1);
    return at + 1;
  }
  const std::string_view sequence = file.substr(at, length);
  const auto is = [&](std::string_view s) { return sequence == s; };
  if (is("\u2018") || is("\u2019") || is("\u02BC") || is("\u2032"))
    out.substitute("'", at, length);
  else if (is("\u201C") || is("\u201D") || is("\u201E") || is("\u00AB") || is("\u00BB"))
    out.substitute("\"", at, length);
  else if (is("\u00A0") || is("\u202F") || is("\u2009") || is("\u2007") || is("\u2002") || is("\u2003") ||
           is("\u3000"))
    out.substitute(" ", at, length);
  else if (is("\u2011") || is("\u2010"))
    out.substitute("-", at, length);
  else if (is("\u2014") || is("\u2015") || is("\u2212"))
    out.substitute("\u2013", at, length);
  else if (is("\u2028") || is("\u2029"))
    out.substitute("\n", at, length);
  else if (!is("\u00AD") && !is("\u200B") && !is("\u200C") && !is("\u200D") && !is("\uFEFF") && !is("\u200E"))
    out.append(sequence, at);
  return at + length;
}

Document read_document(std::string_view file, Markup markup) {
  Document d;
  d.file = file;
  d.html = markup == Markup::Detect ? looks_like_html(file) : markup == Markup::Html;
  if (d.html) {
    read_html(file, d);
  } else {
    for (std::size_t at = 0; at < file.size();) {
      // A run of plain ASCII is copied whole: the common case decides the speed.
      std::size_t end = at;
      while (end < file.size() &&
             ((file[end] >= ' ' && file[end] != '[' && file[end] != '-' && file[end] != 0x7F) ||
              file[end] == '\n'))
        ++end;
      if (end > at) {
        d.clean.append(file.substr(at, end - at), at);
        at = end;
      } else {
        at = clean_character(file, at, d.clean);
      }
    }
  }
  return d;
}

}  // namespace entente::detail
