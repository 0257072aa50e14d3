#include "loaders/article/html.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>

namespace entente::detail {
namespace {

std::string lower(std::string_view s) {
  std::string out(s);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

struct Tag {
  std::string name;
  bool closing = false;
  std::string_view attributes;
  std::size_t end = 0;  ///< after '>'
};

Tag parse_tag(std::string_view file, std::size_t at) {
  Tag tag;
  std::size_t i = at + 1;
  if (i < file.size() && file[i] == '/') {
    tag.closing = true;
    ++i;
  }
  const std::size_t name = i;
  while (i < file.size() && (std::isalnum(static_cast<unsigned char>(file[i])) != 0)) ++i;
  tag.name = lower(file.substr(name, std::min<std::size_t>(i - name, 16)));
  const std::size_t attributes = i;
  char quote = 0;
  for (; i < file.size(); ++i) {
    if (quote != 0) {
      if (file[i] == quote) quote = 0;
    } else if (file[i] == '"' || file[i] == '\'') {
      quote = file[i];
    } else if (file[i] == '>') {
      break;
    }
  }
  tag.attributes = file.substr(attributes, i - attributes);
  tag.end = std::min(i + 1, file.size());
  return tag;
}

std::string attribute(std::string_view attributes, std::string_view name) {
  const std::string folded = lower(attributes);
  for (std::size_t at = folded.find(name); at != std::string::npos; at = folded.find(name, at + 1)) {
    std::size_t i = at + name.size();
    if (at > 0 && folded[at - 1] != ' ' && folded[at - 1] != '\n' && folded[at - 1] != '\t') continue;
    if (i >= folded.size() || folded[i] != '=') continue;
    ++i;
    if (i >= folded.size()) return {};
    const char quote = folded[i] == '"' || folded[i] == '\'' ? folded[i] : ' ';
    if (quote != ' ') ++i;
    return std::string(attributes.substr(i, attributes.find(quote, i) - i));
  }
  return {};
}

bool one_of(std::string_view name, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), name) != list.end();
}

bool is_block(std::string_view name) {
  return one_of(name, {"p",          "div",   "h1",    "h2",   "h3",      "h4",      "h5",         "h6",
                       "ul",         "ol",    "table", "tr",   "section", "article", "blockquote", "figure",
                       "figcaption", "dl",    "dt",    "dd",   "header",  "main",    "pre",        "hr",
                       "caption",    "thead", "tbody", "body", "title",   "time",    "address"});
}

bool is_left_out(std::string_view name) {
  return one_of(name, {"script", "style", "nav", "aside", "footer", "form", "noscript", "svg", "button",
                       "select", "template", "iframe", "textarea"});
}

struct NamedEntity {
  std::string_view name, text;
};
constexpr std::array<NamedEntity, 24> named_entities = {
    {{"amp", "&"},         {"lt", "<"},          {"gt", ">"},          {"quot", "\""},
     {"apos", "'"},        {"nbsp", " "},        {"ndash", "\u2013"},  {"mdash", "\u2013"},
     {"lsquo", "'"},       {"rsquo", "'"},       {"ldquo", "\""},      {"rdquo", "\""},
     {"hellip", "..."},    {"eacute", "\u00E9"}, {"egrave", "\u00E8"}, {"ccedil", "\u00E7"},
     {"ouml", "\u00F6"},   {"uuml", "\u00FC"},   {"auml", "\u00E4"},   {"ocirc", "\u00F4"},
     {"iacute", "\u00ED"}, {"atilde", "\u00E3"}, {"shy", ""},          {"thinsp", " "}}};

void append_utf8(std::uint32_t code, std::string& out) {
  const auto put = [&](std::uint32_t value) { out += static_cast<char>(value); };
  if (code < 0x80) {
    put(code);
  } else if (code < 0x800) {
    put(0xC0U | (code >> 6U));
    put(0x80U | (code & 0x3FU));
  } else if (code < 0x10000) {
    put(0xE0U | (code >> 12U));
    put(0x80U | ((code >> 6U) & 0x3FU));
    put(0x80U | (code & 0x3FU));
  } else {
    put(0xF0U | (code >> 18U));
    put(0x80U | ((code >> 12U) & 0x3FU));
    put(0x80U | ((code >> 6U) & 0x3FU));
    put(0x80U | (code & 0x3FU));
  }
}

/// The text of the character reference at `at` and its length; length 0 when it is none.
std::pair<std::string, std::size_t> character_reference(std::string_view file, std::size_t at) {
  const auto semicolon = file.substr(at, 12).find(';');
  if (semicolon == std::string_view::npos || semicolon < 2) return {{}, 0};
  const auto inside = file.substr(at + 1, semicolon - 1);
  if (inside[0] != '#') {
    for (const auto& e : named_entities)
      if (e.name == inside) return {std::string(e.text), semicolon + 1};
    return {{}, 0};
  }
  const bool hex = inside.size() > 1 && (inside[1] == 'x' || inside[1] == 'X');
  const auto digits = inside.substr(hex ? 2 : 1);
  std::uint32_t code = 0;
  const auto [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), code, hex ? 16 : 10);
  if (error != std::errc() || end != digits.data() + digits.size() || code == 0 || code > 0x10FFFF ||
      (code >= 0xD800 && code <= 0xDFFF))
    return {{}, 0};
  std::string raw;
  append_utf8(code, raw);
  CleanText cleaned;
  clean_character(raw, 0, cleaned);
  return {cleaned.text(), semicolon + 1};
}

void take_date(std::string_view value, Document& d) {
  if (!d.published && value.size() >= 10)
    if (const auto day = Date::try_parse(value.substr(0, 10))) d.published = day;
}

}  // namespace

bool looks_like_html(std::string_view file) noexcept {
  if (file.substr(0, 4096).find('<') == std::string_view::npos) return false;
  const std::string head = lower(file.substr(0, 4096));
  for (const std::string_view mark :
       {"<!doctype html", "<html", "</p>", "<body", "</div>", "</h1>", "<p>", "</li>"})
    if (head.find(mark) != std::string::npos) return true;
  return false;
}

void read_html(std::string_view file, Document& d) {
  std::string left_out;  // the element being skipped, and how deep it nests in itself
  std::size_t depth = 0;
  bool in_title = false;
  bool in_head = false;
  CleanText title;
  for (std::size_t at = 0; at < file.size();) {
    const char c = file[at];
    if (c == '<') {
      if (file.substr(at, 4) == "<!--") {
        const auto end = file.find("-->", at + 4);
        at = end == std::string_view::npos ? file.size() : end + 3;
        continue;
      }
      const char next = at + 1 < file.size() ? file[at + 1] : ' ';
      if (std::isalpha(static_cast<unsigned char>(next)) != 0 || next == '/' || next == '!' || next == '?') {
        const Tag tag = parse_tag(file, at);
        const std::size_t tag_at = at;
        at = tag.end;
        if (!left_out.empty()) {
          if (tag.name == left_out) depth = tag.closing ? depth - 1 : depth + 1;
          if (depth == 0) left_out.clear();
          continue;
        }
        if (is_left_out(tag.name)) {
          if (!tag.closing && (tag.attributes.empty() || tag.attributes.back() != '/')) {
            left_out = tag.name;
            depth = 1;
          }
          continue;
        }
        if (tag.name == "head") in_head = !tag.closing;
        if (tag.name == "body") in_head = false;
        if (tag.name == "title") in_title = !tag.closing;
        if (tag.name == "time" && !tag.closing) take_date(attribute(tag.attributes, "datetime"), d);
        if (tag.name == "meta") {
          const std::string key = attribute(tag.attributes, "property") + attribute(tag.attributes, "name") +
                                  attribute(tag.attributes, "itemprop");
          if (key.find("ublished") != std::string::npos || key == "date" || key == "DC.date.issued")
            take_date(attribute(tag.attributes, "content"), d);
          if (key == "og:title" && d.title.empty()) d.title = attribute(tag.attributes, "content");
        }
        if (in_head) continue;
        if (tag.name == "br")
          d.clean.substitute("\n", tag_at, tag.end - tag_at);
        else if (tag.name == "li" && !tag.closing)
          d.clean.substitute("\n\u2022 ", tag_at, tag.end - tag_at);
        else if ((tag.name == "td" || tag.name == "th") && !tag.closing)
          d.clean.substitute(" \t", tag_at, tag.end - tag_at);
        else if (tag.name != "td" && tag.name != "th" && is_block(tag.name))
          d.clean.substitute("\n\n", tag_at, tag.end - tag_at);
        continue;
      }
    }
    CleanText& out = in_title ? title : d.clean;
    if (!left_out.empty() || (in_head && !in_title)) {
      ++at;
      continue;
    }
    if (c == '&') {
      const auto [text, length] = character_reference(file, at);
      if (length > 0) {
        if (!text.empty()) out.substitute(text, at, length);
        at += length;
        continue;
      }
    }
    if (c == '\n' || c == '\r') {
      out.substitute(" ", at, 1);  // a line end is a blank in HTML
      ++at;
      continue;
    }
    at = clean_character(file, at, out);
  }
  if (d.title.empty()) {
    const std::string_view t = title.text();
    const auto first = t.find_first_not_of(" \n\t");
    if (first != std::string_view::npos)
      d.title = std::string(t.substr(first, t.find_last_not_of(" \n\t") - first + 1));
  }
}

}  // namespace entente::detail
