#pragma once
// JSON lines of documents, as corpora and web crawls come:
//
//   {"id": "reuters-17", "title": "…", "date": "2004-05-01", "url": "https://…", "text": "Poland joined …"}
//
// `text` is the article, or `html` is; all else may be absent. Members that are not known here are another
// program's and let pass. docs/formats/documents.md is the form.

#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "loaders/article.hpp"
#include "loaders/input.hpp"

namespace entente {

/// What one line holds.
struct DocumentLine {
  std::string id;  ///< becomes the id of the source; empty: made from the text
  std::string title;
  std::string url;
  std::optional<Date> published;  ///< `date`: EDTF, a timestamp of ISO 8601, or as English writes it
  std::string text;
  Markup markup = Markup::Detect;  ///< Html where the article came as `html`
};

/// The document on `line` of the file `name`, or what is wrong with it. O(length).
[[nodiscard]] std::variant<DocumentLine, Diagnostic> read_document_line(std::string_view text,
                                                                        const std::string& name,
                                                                        std::size_t line,
                                                                        const LoadLimits& limits);

/// The article of a document. What `options` say wins over what the document does.
LoadReport load_document(const DocumentLine& document, const ArticleReader& articles,
                         const LoadOptions& options, ClaimSink& sink);

/// That options.source_id cannot be the id of all documents of a file.
[[nodiscard]] Error one_source_for_many(const std::string& file);

/// Document by document. `LoadReport::read` counts the documents. A line that holds none is a problem of the
/// sink, and the rest goes on; blank lines are stepped over. A line may be as long as limits.document.
/// Evidence counts the bytes of the decoded text. Throws Error{InvalidArgument} for options.source_id: it
/// cannot be the id of all. Memory: one document.
LoadReport load_documents(Input& input, const ArticleReader& articles, const LoadOptions& options,
                          ClaimSink& sink);

}  // namespace entente
