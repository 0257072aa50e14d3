#pragma once
// What kind of file is it? The content decides; its name helps where content cannot.

#include <optional>
#include <string_view>

#include "loaders/input.hpp"

namespace entente {

enum class Format {
  Claims,         ///< a JSON document of claims or facts
  Lines,          ///< JSON lines
  Table,          ///< comma-, semicolon- or tab-separated facts
  Html,           ///< an article as a web page
  Text,           ///< an article in plain text
  Documents,      ///< JSON lines of articles
  Wikidata,       ///< entities of Wikidata in JSON
  Popolo,         ///< persons, organizations and memberships in JSON
  Ftm,            ///< entities of FollowTheMoney, in JSON lines
  IntervalGraph,  ///< tab-separated facts with the days between which they held
};

/// `claims`, `jsonl`, `csv`, `html`, `text`, `documents`, `wikidata`, `popolo`, `ftm`,
/// `interval-graph`: the words of `--as`.
[[nodiscard]] const char* name_of(Format format) noexcept;
/// Also reads `json`, `facts`, `ndjson`, `tsv`, `table`, `htm`, `article`, `txt`.
[[nodiscard]] std::optional<Format> format_from(std::string_view name) noexcept;

/// Looks at the input's beginning, consuming nothing. `told` is the answer where somebody said it, unless the
/// file is one of those that no loader reads. A table is known by a header that names a subject, an
/// object and how they are tied, or by a file name ending in .csv or .tsv; JSON lines of documents by a
/// `text` or `html` in the first of them; what is nothing else is an article.
///
/// Throws Error{UnknownFormat} for an empty file, a database, and other files that no loader reads, and
/// Error{InvalidText} for UTF-16; the message says what to do about it. O(length of the beginning).
[[nodiscard]] Format detect_format(Input& input, std::optional<Format> told = std::nullopt);

}  // namespace entente
