#pragma once
// What every loader does: bytes in; sources, claims and diagnostics out. A loader writes nothing and knows no
// database. Which loader reads a file is found in loaders/load.hpp.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "graph/claim.hpp"
#include "graph/error.hpp"

namespace entente {

class TableMapping;

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

/// How the bytes of an article are to be taken.
enum class Markup { Detect, Plain, Html };

/// What the input itself does not say. Each field, when set, wins over what the input says.
struct LoadOptions {
  std::optional<Date> published;  ///< the document's date, and with it the horizon of its claims
  std::string title;
  std::string url;
  std::string source_id;  ///< claims JSON: only for claims that name no source
  int priority = 0;
  std::string folder;  ///< where the input lies, for files beside it that belong to it; load_file sets it
  std::string wikidata_properties;  ///< Wikidata: a table in place of data/wikidata_properties.json
  std::shared_ptr<const TableMapping> mapping;  ///< what the columns of a table mean, in place of its header
  std::string columns;  ///< CSV: which column means what; see FactsColumns in loaders/facts_columns.hpp
  bool registry = true;  ///< tables: a code that passed from one state to another means its bearer at the time
  bool strict = false;  ///< throw at the first bad row instead of skipping it
  Markup markup = Markup::Detect;
  LoadLimits limits;
  std::function<void(std::uint64_t done, std::uint64_t total)> progress;  ///< bytes; total 0 when unknown
};

/// How often, by reason: a short phrase, the same for every row that it speaks of.
using Reasons = std::map<std::string, std::uint64_t, std::less<>>;

/// What became of an input. Where a loader counts what it uses, as those of foreign formats do,
/// read == used + passed_over + skipped; the others leave `used` at 0.
struct LoadReport {
  std::uint64_t read = 0;  ///< rows, statements, entries, documents …, or sentences of an article
  std::uint64_t used = 0;  ///< rows that gave claims
  std::uint64_t claims = 0;
  std::uint64_t skipped = 0;  ///< rows that gave a diagnostic instead; articles with bytes that are not UTF-8
  Reasons skipped_for;        ///< `skipped`, by reason
  Reasons passed_over;        ///< rows without fault of which nothing is meant to be loaded
  Reasons warnings;           ///< rows with something odd about them, used all the same
};

/// All of them together.
[[nodiscard]] std::uint64_t sum_of(const Reasons& reasons);
void add(LoadReport& total, const LoadReport& part);

/// A bad row: handed to the sink and counted as skipped or, when `strict`, thrown as an Error of the same
/// code. Without a reason, the code's name is the reason that is counted.
void skip_row(const Diagnostic& problem, const LoadOptions& options, ClaimSink& sink, LoadReport& report,
              std::string_view reason = {});
/// An odd row that is used all the same: handed to the sink and counted, `strict` or not.
void warn_of_row(const Diagnostic& problem, std::string_view reason, ClaimSink& sink, LoadReport& report);
/// Counts rows that are passed over.
void pass_over_row(std::string_view reason, LoadReport& report, std::uint64_t rows = 1);

/// Whether nothing in a text could ever be looked up as a name: it has no letter and no digit ("???", "***").
/// True of an empty text.
[[nodiscard]] bool is_nameless(std::string_view text);

/// The beginning of a text for a message: on one line, at most `limit` bytes, cut between characters.
[[nodiscard]] std::string excerpt_of(std::string_view text, std::size_t limit = 60);

}  // namespace entente
