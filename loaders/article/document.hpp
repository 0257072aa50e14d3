#pragma once
// A document as the reader sees it: plain text, cleaned of what is not text, with the way back to the bytes
// of the file. Everything after this stage works on spans of `text`.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/date.hpp"
#include "loaders/loader.hpp"

namespace entente::detail {

/// Bytes [begin, end) of Document::text.
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;
  [[nodiscard]] std::size_t size() const noexcept { return end - begin; }
  friend bool operator==(const Span&, const Span&) = default;
};

/// Cleaned text and where each byte of it stood. Runs of equal bytes share one entry.
class CleanText {
 public:
  /// Appends bytes that stand at `raw` of the file.
  void append(std::string_view bytes, std::size_t raw);
  /// Appends bytes that stand for `length` bytes at `raw` of the file (an entity, a curly quote).
  void substitute(std::string_view bytes, std::size_t raw, std::size_t length);
  [[nodiscard]] const std::string& text() const noexcept { return text_; }
  /// The span of the file from the first byte to the last byte of a span of the text. O(log runs).
  [[nodiscard]] Span raw(Span span) const noexcept;

 private:
  struct Run {
    std::size_t text;
    std::size_t raw;
    std::size_t raw_length;  ///< 0: as long as the text of the run
  };
  std::string text_;
  std::vector<Run> runs_;
};

struct Document {
  std::string_view file;  ///< the bytes as given
  CleanText clean;
  bool html = false;
  std::string title;              ///< empty where the document gives none
  std::optional<Date> published;  ///< from its metadata, byline or dateline

  [[nodiscard]] std::string_view text() const noexcept { return clean.text(); }
  [[nodiscard]] std::string_view slice(Span s) const noexcept { return text().substr(s.begin, s.size()); }
};

/// Reads plain text or HTML (told apart by their beginning, unless `markup` says which). In the cleaned text:
/// curly quotes are straight, no-break spaces are spaces, line ends are '\n', words hyphenated over a line
/// end are whole, footnote marks
/// ("[3]", "[citation needed]"), zero-width characters and bytes that are not UTF-8 are gone. `file` must
/// outlive the document. O(length).
[[nodiscard]] Document read_document(std::string_view file, Markup markup = Markup::Detect);

/// One cleaned character of plain text from `file` at `at`; returns the position after it. Shared with HTML.
std::size_t clean_character(std::string_view file, std::size_t at, CleanText& out);

}  // namespace entente::detail
