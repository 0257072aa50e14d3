#pragma once
// What every loader does: bytes in; sources, claims and diagnostics out. A loader writes nothing and knows no
// database.

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

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

/// What the input itself does not say. Each field, when set, wins over what the input says.
struct LoadOptions {
  std::optional<Date> published;  ///< the document's date, and with it the horizon of its claims
  std::string title;
  std::string url;
  std::string source_id;
  int priority = 0;
  bool strict = false;  ///< throw at the first bad row instead of skipping it
  std::function<void(std::uint64_t done, std::uint64_t total)> progress;  ///< bytes; total 0 when unknown
};

struct LoadReport {
  std::uint64_t read = 0;  ///< rows, or sentences of an article
  std::uint64_t claims = 0;
  std::uint64_t skipped = 0;  ///< rows that gave a diagnostic instead
};

}  // namespace entente
