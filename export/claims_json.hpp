#pragma once
// Claims written as JSON: the form of docs/formats/claims.md, which loaders/claims_json.hpp reads back into
// the same set of claims.
//
//   ClaimsWriter writer(out, ClaimsForm::Document, store.sources());
//   store.for_each_claim([&](const ClaimId&, const Claim& claim) { writer.claim(claim); });
//   writer.finish();

#include <iosfwd>
#include <map>
#include <span>
#include <string>

#include "graph/claim.hpp"

namespace entente {

enum class ClaimsForm {
  Document,  ///< one JSON object, an entry a line
  Lines,     ///< JSON lines: one claim a line, its source described in its evidence; no source without claims
};

/// Writes as it goes: memory holds the sources only. Sources come in order of their ids and claims in the
/// order in which they are given, so the order of claim ids gives the same bytes for the same set. A stream
/// that fails stays failed, as streams do: look at it after finish().
class ClaimsWriter {
 public:
  ClaimsWriter(std::ostream& out, ClaimsForm form, std::span<const Source> sources);
  /// REQUIRES: its texts are UTF-8 without NUL, as every loader's are.
  void claim(const Claim& claim);
  /// Closes the document. REQUIRES: called once, last.
  void finish();

 private:
  std::ostream& out_;
  ClaimsForm form_;
  std::map<SourceId, Source> sources_;
  bool first_ = true;
};

/// All of them, in order of the claims' ids, each once. O(n log n).
void write_claims_json(std::ostream& out, ClaimsForm form, std::span<const Source> sources,
                       std::span<const Claim> claims);

}  // namespace entente
