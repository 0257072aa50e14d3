#include "loaders/table/template.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

namespace entente::detail {

namespace {

std::string with_ascii_case(std::string text, bool upper) {
  const char first = upper ? 'a' : 'A', last = upper ? 'z' : 'Z';
  for (char& c : text) {
    if (c >= first && c <= last) c = static_cast<char>(c ^ 0x20);
  }
  return text;
}

/// The few references that data sets hold; any other stays as it stands.
constexpr std::pair<std::string_view, std::string_view> references[] = {
    {"&nbsp;", " "},   {"&amp;", "&"},    {"&lt;", "<"},     {"&gt;", ">"},     {"&quot;", "\""},
    {"&#39;", "'"},    {"&rsquo;", "’"},  {"&lsquo;", "‘"},  {"&ndash;", "–"},  {"&mdash;", "—"},
    {"&ocirc;", "ô"},  {"&Ocirc;", "Ô"},  {"&eacute;", "é"}, {"&Eacute;", "É"}, {"&egrave;", "è"},
    {"&ccedil;", "ç"}, {"&ouml;", "ö"},   {"&Ouml;", "Ö"},   {"&uuml;", "ü"},   {"&Uuml;", "Ü"},
    {"&auml;", "ä"},   {"&atilde;", "ã"}, {"&aacute;", "á"}, {"&iacute;", "í"}, {"&oacute;", "ó"},
    {"&uacute;", "ú"}, {"&ntilde;", "ñ"}, {"&aring;", "å"},  {"&Aring;", "Å"},  {"&oslash;", "ø"},
};

}  // namespace

std::string plain_text(std::string_view html) {
  std::string text;
  const auto blank = [&text] {
    if (!text.empty() && text.back() != ' ') text += ' ';
  };
  for (std::size_t i = 0; i < html.size();) {
    if (html[i] == '<') {
      const std::size_t end = html.find('>', i);
      if (end != std::string_view::npos) {
        blank();
        i = end + 1;
        continue;
      }
    }
    if (html[i] == '&') {
      const auto* const known =
          std::find_if(std::begin(references), std::end(references),
                       [&](const auto& it) { return html.substr(i, it.first.size()) == it.first; });
      if (known != std::end(references)) {
        known->second == " " ? blank() : void(text += known->second);
        i += known->first.size();
        continue;
      }
    }
    if (html[i] == ' ' || html[i] == '\t' || html[i] == '\n' || html[i] == '\r') {
      blank();
    } else if (html.substr(i, 2) == "\xC2\xA0") {  // a no-break space
      blank();
      ++i;
    } else {
      text += html[i];
    }
    ++i;
  }
  if (!text.empty() && text.back() == ' ') text.pop_back();
  return text;
}

std::size_t ColumnNames::position_of(std::string_view name, bool optional) {
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (names[i].text != name) continue;
    names[i].optional = names[i].optional && optional;
    return i;
  }
  names.push_back({std::string(name), optional});
  return names.size() - 1;
}

bool TableRow::is_missing(std::string_view said) const {
  return said.empty() || std::find(missing->begin(), missing->end(), said) != missing->end();
}

Template::Piece Template::parse_place(std::string_view inside, ColumnNames& columns,
                                      const std::vector<std::string>& lookups) {
  Piece piece;
  const std::size_t bar = inside.find('|');
  std::string_view name = inside.substr(0, bar);
  constexpr std::pair<std::string_view, Kind> places[] = {
      {"@column", Kind::Column}, {"@cell", Kind::EachCell}, {"@item", Kind::Item},
      {"@note", Kind::Note},     {"@file", Kind::File},     {"@line", Kind::Line}};
  const auto* const place =
      std::find_if(std::begin(places), std::end(places), [&](const auto& it) { return it.first == name; });
  if (place != std::end(places)) {
    piece.kind = place->second;
  } else if (name.empty() || name.front() == '@') {
    throw std::invalid_argument(fmt::format(
        "{{{}}} is no place; there are columns, @column, @cell, @item, @note, @file and @line", name));
  } else {
    const bool optional = name.back() == '?';
    if (optional) name.remove_suffix(1);
    piece.kind = Kind::Cell;
    piece.column = columns.position_of(name, optional);
  }
  for (std::size_t at = bar; at != std::string_view::npos;) {
    const std::size_t next = inside.find('|', at + 1);
    const std::string_view filter =
        inside.substr(at + 1, next == std::string_view::npos ? next : next - at - 1);
    at = next;
    if (filter == "upper") {
      piece.filters.push_back({Change::Upper});
    } else if (filter == "lower") {
      piece.filters.push_back({Change::Lower});
    } else if (filter == "plain") {
      piece.filters.push_back({Change::Plain});
    } else {
      const auto known = std::find(lookups.begin(), lookups.end(), filter);
      if (known == lookups.end()) {
        throw std::invalid_argument(fmt::format(
            "\"{}\" is neither upper, lower or plain nor the name of one of the lookups", filter));
      }
      piece.filters.push_back({Change::LookUp, static_cast<std::size_t>(known - lookups.begin())});
    }
  }
  return piece;
}

Template Template::parse(std::string_view text, ColumnNames& columns,
                         const std::vector<std::string>& lookups) {
  Template made;
  std::string literal;
  const auto flush = [&] {
    if (literal.empty()) return;
    made.pieces_.push_back({Kind::Text, std::move(literal), 0, {}});
    literal.clear();
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if ((c == '{' || c == '}') && text.substr(i + 1, 1) == text.substr(i, 1)) {
      literal += c;
      ++i;
    } else if (c == '{') {
      const std::size_t end = text.find('}', i);
      if (end == std::string_view::npos)
        throw std::invalid_argument("a { without its }; write {{ for a brace");
      flush();
      made.pieces_.push_back(parse_place(text.substr(i + 1, end - i - 1), columns, lookups));
      i = end;
    } else if (c == '}') {
      throw std::invalid_argument("a } without its {; write }} for a brace");
    } else {
      literal += c;
    }
  }
  flush();
  return made;
}

std::optional<std::string> Template::render(const TableRow& row) const {
  std::string whole;
  for (const Piece& piece : pieces_) {
    if (piece.kind == Kind::Text) {
      whole += piece.text;
      continue;
    }
    std::string said;
    switch (piece.kind) {
      case Kind::Text:
        break;
      case Kind::Cell:
        said = row.at(piece.column);
        break;
      case Kind::Column:
        said = row.column;
        break;
      case Kind::EachCell:
        said = row.cell;
        break;
      case Kind::Item:
        said = row.item;
        break;
      case Kind::Note:
        said = row.note;
        break;
      case Kind::File:
        said = row.file;
        break;
      case Kind::Line:
        said = std::to_string(row.line);
        break;
    }
    if (row.is_missing(said)) return std::nullopt;
    for (const Filter& filter : piece.filters) {
      switch (filter.change) {
        case Change::Upper:
        case Change::Lower:
          said = with_ascii_case(std::move(said), filter.change == Change::Upper);
          break;
        case Change::Plain:
          said = plain_text(said);
          break;
        case Change::LookUp: {
          const Lookup& lookup = (*row.lookups)[filter.lookup];
          const auto found = lookup.find(said);
          if (found == lookup.end()) return std::nullopt;
          said = found->second;
        }
      }
    }
    if (row.is_missing(said)) return std::nullopt;
    whole += said;
  }
  return whole;
}

bool Template::of_each() const noexcept {
  return std::any_of(pieces_.begin(), pieces_.end(), [](const Piece& piece) {
    return piece.kind == Kind::Column || piece.kind == Kind::EachCell || piece.kind == Kind::Item ||
           piece.kind == Kind::Note;
  });
}

bool Template::of_row() const noexcept {
  return std::any_of(pieces_.begin(), pieces_.end(), [](const Piece& piece) {
    return piece.kind == Kind::Cell || piece.kind == Kind::File || piece.kind == Kind::Line;
  });
}

}  // namespace entente::detail
