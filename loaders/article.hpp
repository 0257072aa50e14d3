#pragma once
// English prose in, claims out: who joined, left, founded, signed what, and when, with the sentence that says
// so.
//
//   NameIndex names(entities);
//   LoadReport report = load_article(text, names, {.published = Date::parse("2022-01-29")}, sink);
//
// Deterministic, no statistics: the same bytes give the same claims. docs/article-reader.md describes the
// stages and the rules, and what they are known to miss.

#include <memory>
#include <string_view>

#include "graph/names.hpp"
#include "loaders/loader.hpp"

namespace entente {

struct ArticleTrace;

/// A reader of articles, set up once for many documents. Immutable after construction: one may be used by
/// several threads at once.
class ArticleReader {
 public:
  /// `names` is only read here.
  explicit ArticleReader(const NameIndex& names);
  ~ArticleReader();
  ArticleReader(ArticleReader&&) noexcept;
  ArticleReader& operator=(ArticleReader&&) noexcept;

  /// Reads plain text or HTML (told apart by its beginning). Hands `sink` one source, then the claims in the
  /// order of the text. Title and date are those of `options`, else the document's own, where it has them.
  ///
  /// Evidence: `begin` and `end` are bytes of `text`. In plain text the quoted sentence is exactly those
  /// bytes; in HTML it is the sentence as a browser shows it, and the bytes hold its tags too. Names are as
  /// full as the document has them; where it only uses an adjective or a capital, the registry's. A name that
  /// the registry knows has its id.
  /// Bytes that are not UTF-8, and NUL, count as blanks, and are U+FFFD in the evidence. O(length); memory
  /// grows with the document.
  /// `trace`, where given, is filled with what was seen on the way (loaders/article_trace.hpp).
  LoadReport load(std::string_view text, const LoadOptions& options, ClaimSink& sink,
                  ArticleTrace* trace = nullptr) const;

 private:
  struct Tables;
  std::unique_ptr<const Tables> tables_;
};

/// One document, with a reader of its own.
LoadReport load_article(std::string_view text, const NameIndex& names, const LoadOptions& options,
                        ClaimSink& sink);

}  // namespace entente
