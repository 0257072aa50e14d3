#pragma once
// What every loader does: bytes in; sources, claims and diagnostics out. A loader writes nothing and knows no
// database. Which loader reads a file is found in loaders/load.hpp.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "graph/claim.hpp"
#include "graph/error.hpp"

namespace entente {

/// Where a loader's findings go, in the order of the input.
class ClaimSink {
 public:
  virtual ~ClaimSink() = default;
  virtual void source(const Source& source) = 0;
  virtual void claim(const Claim& claim) = 0;
  virtual void problem(const Diagnostic& problem) = 0;
};

/// How much a loader takes in at once. What goes beyond is reported, never loaded cut, and never held in
/// memory whole.
struct LoadLimits {
  std::size_t nesting = 64;          ///< JSON arrays and objects within one another
  std::size_t text = 1 << 20;        ///< bytes of one JSON string or CSV cell
  std::size_t entry = 16 << 20;      ///< bytes of one claim, entity, source, line or CSV row
  std::size_t document = 256 << 20;  ///< bytes of an article, which is read whole
};

/// What the input itself does not say. Each field, when set, wins over what the input says.
struct LoadOptions {
  std::optional<Date> published;  ///< the document's date, and with it the horizon of its claims
  std::string title;
  std::string url;
  std::string source_id;  ///< claims JSON: only for claims that name no source
  int priority = 0;
  std::string columns;  ///< CSV: which column means what; see FactsColumns in loaders/facts_columns.hpp
  bool strict = false;  ///< throw at the first bad row instead of skipping it
  LoadLimits limits;
  std::function<void(std::uint64_t done, std::uint64_t total)> progress;  ///< bytes; total 0 when unknown
};

struct LoadReport {
  std::uint64_t read = 0;  ///< rows, or sentences of an article
  std::uint64_t claims = 0;
  std::uint64_t skipped = 0;  ///< rows that gave a diagnostic instead
};

/// A bad row: handed to the sink and counted as skipped or, when `strict`, thrown as an Error of the same
/// code.
void skip_row(const Diagnostic& problem, const LoadOptions& options, ClaimSink& sink, LoadReport& report);

/// Whether nothing in a text could ever be looked up as a name: it has no letter and no digit ("???", "***").
/// True of an empty text.
[[nodiscard]] bool is_nameless(std::string_view text);

/// The beginning of a text for a message: on one line, at most `limit` bytes, cut between characters.
[[nodiscard]] std::string excerpt_of(std::string_view text, std::size_t limit = 60);

}  // namespace entente
