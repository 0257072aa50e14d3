#pragma once
// Facts as `extract` prints them, flat, for programs that want a triple and its proof:
//
//   {"facts":[{"subject":"Uzbekistan","event":"joined","object":"CSTO","date":"2006","certainty":"stated",
//              "evidence":{"source":"…","begin":1,"end":9,"text":"…","rule":"…"}}]}
//
// loaders/claims_json.hpp reads them back into the same claims.

#include <iosfwd>
#include <optional>

#include "export/claims_json.hpp"
#include "graph/claim.hpp"

namespace entente {

/// Writes facts as they come. Beside the members above: `confidence`, `subject_id` and `object_id` when
/// known, `relation` where it is not the event's own, `detail` and `evidence.row` when there are any, and in
/// the evidence what is known of the source (`title`, `publisher`, `url`, `published`, `retrieved`,
/// `priority`).
class FactsWriter {
 public:
  FactsWriter(std::ostream& out, ClaimsForm form);
  /// `source` describes the claim's source; it may be null. `confidence`, where there is any, becomes a
  /// member of the fact; it is no part of the claim.
  void fact(const Claim& claim, const Source* source, std::optional<double> confidence = std::nullopt);
  /// Closes the document. REQUIRES: called once, last.
  void finish();

 private:
  std::ostream& out_;
  ClaimsForm form_;
  bool first_ = true;
};

}  // namespace entente
