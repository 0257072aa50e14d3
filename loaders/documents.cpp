#include "loaders/documents.hpp"

#include <fmt/format.h>

#include "loaders/english_date.hpp"
#include "loaders/json_entries.hpp"
#include "loaders/lines.hpp"

namespace entente {

namespace {

using Kind = JsonValue::Kind;

/// A member that cannot be taken.
struct Refusal {
  Place place;
  std::string message;
  std::string excerpt;
};

/// Empty when absent or null. An `id` may be a number.
std::string text_in(const JsonValue& document, std::string_view name, bool or_number = false) {
  const JsonValue* value = document.find(name);
  if (value == nullptr || value->kind == Kind::Null) return {};
  if (value->kind == Kind::Text || (or_number && value->kind == Kind::Number)) return value->text;
  throw Refusal{value->place, fmt::format("\"{}\" must be a text in quotation marks", name),
                excerpt_of(value->text)};
}

std::optional<Date> date_in(const JsonValue& document) {
  const std::string written = text_in(document, "date");
  if (written.empty()) return std::nullopt;
  // "2004-05-01T10:30:00Z": the day counts
  const std::size_t day =
      written.size() > 10 && (written[10] == 'T' || written[10] == ' ') ? 10 : written.size();
  if (const auto date = Date::try_parse(written.substr(0, day))) return date;
  if (const auto english = read_english_date(written)) {
    if (const Date* date = std::get_if<Date>(&*english)) return *date;
  }
  throw Refusal{document.find("date")->place, "\"date\" is no date: write it like 2012-06-28",
                excerpt_of(written)};
}

DocumentLine document_in(const JsonValue& value) {
  if (value.kind != Kind::Object) throw Refusal{value.place, "a document must be an object {…}", ""};
  DocumentLine document;
  document.id = text_in(value, "id", true);
  document.title = text_in(value, "title");
  document.url = text_in(value, "url");
  document.published = date_in(value);
  const auto present = [&](std::string_view name) {
    const JsonValue* member = value.find(name);
    return member != nullptr && member->kind != Kind::Null;
  };
  if (!present("text") && !present("html")) {
    throw Refusal{value.place, "a document needs its \"text\" or its \"html\"", ""};
  }
  const bool html = !present("text");
  document.text = text_in(value, html ? "html" : "text");
  document.markup = html ? Markup::Html : Markup::Detect;
  return document;
}

}  // namespace

std::variant<DocumentLine, Diagnostic> read_document_line(std::string_view text, const std::string& name,
                                                          std::size_t line, const LoadLimits& limits) {
  LoadLimits long_texts = limits;
  long_texts.text = long_texts.entry = limits.document;
  DocumentLine document;
  std::optional<Diagnostic> refused;
  const auto broken =
      read_json_line(text, name, line, long_texts, [&](std::string_view, const JsonValue& value) {
        try {
          document = document_in(value);
        } catch (const Refusal& refusal) {
          refused =
              Diagnostic{ErrorCode::InvalidRow, name,           refusal.place.line, refusal.place.column,
                         refusal.message,       refusal.excerpt};
        }
      });
  if (broken) return *broken;
  if (refused) return *refused;
  return document;
}

LoadReport load_document(const DocumentLine& document, const ArticleReader& articles,
                         const LoadOptions& options, ClaimSink& sink) {
  LoadOptions own = options;
  own.source_id = document.id;
  own.markup = document.markup;
  if (own.title.empty()) own.title = document.title;
  if (own.url.empty()) own.url = document.url;
  if (!own.published) own.published = document.published;
  LoadReport report = articles.load(document.text, own, sink);
  report.read = 1;
  return report;
}

Error one_source_for_many(const std::string& file) {
  return {
      ErrorCode::InvalidArgument,
      file + " holds many documents, which cannot all have the same source id; give each line its \"id\""};
}

LoadReport load_documents(Input& input, const ArticleReader& articles, const LoadOptions& options,
                          ClaimSink& sink) {
  if (!options.source_id.empty()) throw one_source_for_many(input.name());
  input.on_progress(options.progress);
  LoadOptions each = options;
  each.progress = {};
  LoadReport report;
  Lines lines(input, options.limits.document);
  while (lines.next()) {
    if (lines.blank()) continue;
    const auto read = lines.too_long()
                          ? lines.too_long_problem(input.name())
                          : read_document_line(lines.text(), input.name(), lines.number(), options.limits);
    if (const auto* document = std::get_if<DocumentLine>(&read)) {
      add(report, load_document(*document, articles, each, sink));
    } else {
      ++report.read;
      skip_row(std::get<Diagnostic>(read), options, sink, report);
    }
  }
  return report;
}

}  // namespace entente
