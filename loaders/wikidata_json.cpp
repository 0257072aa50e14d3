#include "loaders/wikidata_json.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "loaders/json_documents.hpp"
#include "loaders/lines.hpp"
#include "loaders/utf8.hpp"
#include "loaders/wikidata_claims.hpp"
#include "loaders/wikidata_entity.hpp"
#include "loaders/wikidata_table.hpp"

namespace entente {

namespace {

using detail::WikidataTable;

constexpr std::string_view blanks = " \t\r\n";

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(blanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

/// Whether every entity has a line of its own: a list whose bracket stands alone and is followed by a whole
/// object, or such an object at once. Pretty-printed files break the line behind a brace.
bool is_line_form(std::string_view beginning) {
  std::string_view text = trimmed(without_bom(beginning));
  if (text.starts_with('[')) {
    const std::size_t line_end = text.find('\n');
    if (line_end == std::string_view::npos || !trimmed(text.substr(1, line_end - 1)).empty()) return false;
    text = trimmed(text.substr(line_end));
  }
  if (!text.starts_with("{\"") || text.starts_with("{\"entities\"")) return false;
  const std::size_t line_end = text.find('\n');
  if (line_end == std::string_view::npos) return true;
  const std::string_view line = trimmed(text.substr(0, line_end));
  return line.ends_with('}') || line.ends_with("},");
}

class Loader {
 public:
  Loader(Input& input, const LoadOptions& options, ClaimSink& sink)
      : input_(input),
        options_(options),
        sink_(sink),
        own_table_(options.wikidata_properties.empty()
                       ? std::nullopt
                       : std::optional(
                             WikidataTable::parse(options.wikidata_properties, "the table of properties"))),
        table_(own_table_ ? *own_table_ : WikidataTable::bundled()),
        source_{options.source_id.empty() ? "wikidata" : options.source_id},
        parser_(table_, options.limits),
        claims_(table_, input.name(), source_, options, sink, report_) {}

  LoadReport load() {
    input_.on_progress(options_.progress);
    if (is_line_form(input_.beginning())) {
      load_lines();
    } else {
      load_documents();
    }
    finish_source();
    return report_;
  }

 private:
  void load_lines() {
    Lines lines(input_, options_.limits.entry);
    std::string buffer;
    while (lines.next()) {
      std::string_view text = trimmed(lines.text());
      if (text == "[" || text == "]" || text.empty()) continue;
      if (text.ends_with(',')) text.remove_suffix(1);
      if (lines.too_long()) {
        bad({ErrorCode::InvalidText, input_.name(), lines.number(), 0,
             fmt::format("a line of more than {} bytes", options_.limits.entry), excerpt_of(text)});
        continue;
      }
      const auto offset = static_cast<std::size_t>(text.data() - lines.line().data());
      buffer = text;
      if (auto problem = parse(buffer, lines.number())) {
        if (problem->column != 0) problem->column += offset;
        bad(*problem);
      }
    }
  }

  void load_documents() {
    detail::JsonDocuments documents(input_, options_.limits, "entities");
    while (std::string* text = documents.next()) {
      if (const auto problem = parse(*text, documents.line()))
        throw Error(problem->code, problem->to_string());
    }
  }

  void bad(const Diagnostic& problem) {
    ++report_.read;
    skip_row(problem, options_, sink_, report_, "a broken entity");
  }

  /// What is wrong with it as JSON; entities that are no good are told to the sink.
  std::optional<Diagnostic> parse(std::string& text, std::size_t line) {
    if (auto problem = utf8_problem(text, input_.name(), line)) return problem;
    const std::string kept = excerpt_of(text, 40);  // the text is decoded in place
    const auto failure =
        parser_.parse(text, [&](const detail::WikidataEntity& entity) { claims_.take(entity, line); });
    if (!failure) return std::nullopt;
    return Diagnostic{ErrorCode::InvalidJson, input_.name(),   line,
                      failure->offset + 1,    failure->reason, kept};
  }

  void finish_source() {
    if (report_.claims == 0) return;
    Source source;
    source.id = source_;
    source.title = options_.title.empty() ? "Wikidata" : options_.title;
    source.publisher = "Wikidata";
    source.url = options_.url.empty() ? "https://www.wikidata.org/" : options_.url;
    source.published = options_.published;
    if (!source.published && !claims_.last_modified().empty()) {
      source.published = Date::try_parse(claims_.last_modified());
    }
    source.priority = options_.priority;
    sink_.source(source);
  }

  Input& input_;
  const LoadOptions& options_;
  ClaimSink& sink_;
  std::optional<WikidataTable> own_table_;
  const WikidataTable& table_;
  SourceId source_;
  LoadReport report_;
  detail::WikidataParser parser_;
  detail::WikidataClaims claims_;
};

}  // namespace

LoadReport load_wikidata_json(Input& input, const LoadOptions& options, ClaimSink& sink) {
  return Loader(input, options, sink).load();
}

bool is_wikidata_json(std::string_view beginning) {
  const std::string_view text = trimmed(without_bom(beginning));
  if (!text.starts_with('{') && !text.starts_with('[')) return false;
  if (text.find("\"mainsnak\"") != std::string_view::npos) return true;
  // An entity without statements, or one whose names fill the whole beginning.
  const auto has = [&](std::string_view key) { return text.find(key) != std::string_view::npos; };
  return has("\"labels\"") && (has("\"descriptions\"") || has("\"claims\"") || has("\"language\"")) &&
         (has("\"type\":\"item\"") || has("\"type\": \"item\"") || has("\"type\":\"property\"") ||
          has("\"type\": \"property\""));
}

}  // namespace entente
