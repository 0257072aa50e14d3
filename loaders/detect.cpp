#include "loaders/detect.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "graph/error.hpp"
#include "loaders/csv.hpp"
#include "loaders/facts_columns.hpp"
#include "loaders/ftm.hpp"
#include "loaders/interval_graph.hpp"
#include "loaders/json_entries.hpp"
#include "loaders/names_csv.hpp"
#include "loaders/popolo.hpp"
#include "loaders/utf8.hpp"
#include "loaders/wikidata_json.hpp"

namespace entente {

namespace {

struct Word {
  std::string_view name;
  Format format;
};

// The first of each format is its name.
constexpr Word words[] = {
    {"claims", Format::Claims},
    {"jsonl", Format::Lines},
    {"csv", Format::Table},
    {"html", Format::Html},
    {"text", Format::Text},
    {"documents", Format::Documents},
    {"wikidata", Format::Wikidata},
    {"popolo", Format::Popolo},
    {"ftm", Format::Ftm},
    {"interval-graph", Format::IntervalGraph},
    {"followthemoney", Format::Ftm},
    {"json", Format::Claims},
    {"facts", Format::Claims},
    {"ndjson", Format::Lines},
    {"tsv", Format::Table},
    {"table", Format::Table},
    {"htm", Format::Html},
    {"article", Format::Text},
    {"txt", Format::Text},
};

struct Foreign {
  std::string_view magic;
  ErrorCode code;
  std::string_view advice;
};

using namespace std::string_view_literals;

constexpr Foreign foreign[] = {
    {"SQLite format 3\0"sv, ErrorCode::UnknownFormat,
     "is a database; `entente merge` takes the claims of another Entente database"sv},
    {"%PDF-"sv, ErrorCode::UnknownFormat, "is a PDF file; make text of it first (pdftotext)"sv},
    {"PK\x03\x04"sv, ErrorCode::UnknownFormat,
     "is a ZIP archive or an office document; unpack it, or save it as text or CSV first"sv},
    {"\xff\xfe"sv, ErrorCode::InvalidText, "is UTF-16; convert it first (iconv -f UTF-16 -t UTF-8)"sv},
    {"\xfe\xff"sv, ErrorCode::InvalidText, "is UTF-16; convert it first (iconv -f UTF-16 -t UTF-8)"sv},
};

constexpr std::string_view blanks = " \t\r\n\f\v";

std::string_view skip_blanks(std::string_view text) {
  const std::size_t first = text.find_first_not_of(blanks);
  return first == std::string_view::npos ? std::string_view() : text.substr(first);
}

/// An article may begin with a bracket; JSON goes on as JSON does.
bool is_json(std::string_view text) {
  if (text.empty() || (text[0] != '{' && text[0] != '[')) return false;
  const std::string_view next = skip_blanks(text.substr(1));
  return next.empty() || (text[0] == '{' ? "\"}"sv : "{[\"]"sv).find(next[0]) != std::string_view::npos;
}

/// One object a line: the first line is whole, and either another follows or it is a claim by itself.
bool is_json_lines(std::string_view text) {
  if (text[0] != '{') return false;
  const std::size_t end = text.find_first_of("\r\n");
  bool is_claim = false;
  const auto broken = read_json_line(
      text.substr(0, end), "", 1, LoadLimits{},
      [&](std::string_view, const JsonValue& value) { is_claim = value.find("subject") != nullptr; });
  if (broken) return false;
  return is_claim || (end != std::string_view::npos && skip_blanks(text.substr(end)).substr(0, 1) == "{");
}

/// Members of other JSON than ours say nothing to a person one by one, so the whole is refused. What is cut
/// off before its first member, or has none, is left to the loader of claims.
bool is_json_of_others(std::string_view text) {
  static constexpr std::array<std::string_view, 7> ours = {"format", "sources", "entities",  "claims",
                                                           "facts",  "subject", "subject_id"};
  bool members = false;
  for (std::size_t at = text.find('"'); at != std::string_view::npos; at = text.find('"', at)) {
    std::size_t end = at + 1;
    while (end < text.size() && text[end] != '"') end += text[end] == '\\' ? 2 : 1;
    if (end >= text.size()) break;
    const std::string_view key = text.substr(at + 1, end - at - 1);
    at = end + 1;
    if (skip_blanks(text.substr(at)).substr(0, 1) != ":") continue;  // a value
    if (std::find(ours.begin(), ours.end(), key) != ours.end()) return false;
    members = true;
  }
  return members;
}

/// One document a line: an object with a `text` or `html` and nothing that a claim has. Only the keys are
/// looked at, since a document may be longer than what is known of it here.
bool is_document_line(std::string_view line) {
  if (line.empty() || line[0] != '{') return false;
  bool body = false;
  std::size_t depth = 0;
  for (std::size_t at = 0; at < line.size(); ++at) {
    const char c = line[at];
    if (c == '{' || c == '[') ++depth;
    if ((c == '}' || c == ']') && --depth == 0) return body;
    if (c != '"') continue;
    std::size_t end = at + 1;
    while (end < line.size() && line[end] != '"') end += line[end] == '\\' ? 2 : 1;
    if (end >= line.size()) break;
    const std::string_view key = line.substr(at + 1, end - at - 1);
    at = end;
    if (depth != 1) continue;
    const std::string_view behind = skip_blanks(line.substr(end + 1));
    if (behind.empty() || behind[0] != ':') continue;  // a value
    for (const std::string_view other : {"subject", "format", "claims", "facts", "sources", "entities"}) {
      if (key == other) return false;
    }
    body = body || ((key == "text" || key == "html") && skip_blanks(behind.substr(1)).substr(0, 1) == "\"");
  }
  return body && line.size() >= 1024;  // cut off; a short line that is broken is not one
}

/// The same where the first line is broken: one of the next tells.
bool has_document_line(std::string_view text) {
  for (int lines = 0; lines < 10 && !text.empty(); ++lines) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    if (is_document_line(text.substr(0, end))) return true;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return false;
}

bool is_html(std::string_view text) {
  if (text.empty() || text[0] != '<') return false;
  std::string lower(text.substr(0, 64 << 10));
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  for (const std::string_view tag :
       {"<!doctype html", "<html", "<head", "<body", "<article", "<div", "<p>", "<h1"}) {
    if (lower.find(tag) != std::string::npos) return true;
  }
  return false;
}

bool is_table(std::string_view text, const std::string& name) {
  const std::size_t dot = name.find_last_of('.');
  const std::string_view ending = dot == std::string::npos ? "" : std::string_view(name).substr(dot);
  if (ending == ".csv" || ending == ".tsv" || ending == ".CSV" || ending == ".TSV") return true;
  const char separator = csv_separator(text);
  const auto header = csv_cells(text.substr(0, text.find_first_of("\r\n")), separator);
  return text.substr(0, 4) == "sep=" || (header && is_facts_header(*header)) || is_names_table(text);
}

}  // namespace

const char* name_of(Format format) noexcept {
  for (const Word& word : words) {
    if (word.format == format) return word.name.data();
  }
  return "";
}

std::optional<Format> format_from(std::string_view name) noexcept {
  for (const Word& word : words) {
    if (word.name == name) return word.format;
  }
  return std::nullopt;
}

Format detect_format(Input& input, std::optional<Format> told) {
  if (!told && is_document_line(skip_blanks(without_bom(input.first_line())))) return Format::Documents;
  if (told == Format::Documents && skip_blanks(input.first_line()).substr(0, 1) == "{") return *told;
  const std::string_view beginning = input.beginning();
  for (const Foreign& kind : foreign) {
    if (beginning.substr(0, kind.magic.size()) == kind.magic) {
      throw Error(kind.code, input.name() + ' ' + std::string(kind.advice));
    }
  }
  const std::string_view text = skip_blanks(without_bom(beginning));
  if (text.empty())
    throw Error(ErrorCode::UnknownFormat, input.name() + " is empty; there is nothing to read");
  if (told) return *told;
  if (text[0] == '{' && has_document_line(text)) return Format::Documents;
  if (is_json(text)) {
    const bool is_ours = text.substr(0, 256).find("\"entente-claims\"") != std::string_view::npos;
    if (!is_ours && is_wikidata_json(text)) return Format::Wikidata;
    if (!is_ours && is_popolo(text)) return Format::Popolo;
    if (!is_ours && is_ftm(text)) return Format::Ftm;
    if (is_json_lines(text)) return Format::Lines;
    if (is_json_of_others(text)) {
      throw Error(ErrorCode::UnknownFormat,
                  input.name() +
                      " is JSON, but neither claims nor another form that is known; a mapping says what its "
                      "members mean (--mapping FILE, or the name of one that comes with the program)");
    }
    return Format::Claims;
  }
  if (beginning.find('\0') != std::string_view::npos) {
    throw Error(ErrorCode::UnknownFormat,
                input.name() + " is no text; articles, web pages, CSV and JSON in UTF-8 can be read");
  }
  if (is_html(text)) return Format::Html;
  if (is_interval_graph(text, input.name())) return Format::IntervalGraph;
  return is_table(text, input.name()) ? Format::Table : Format::Text;
}

}  // namespace entente
