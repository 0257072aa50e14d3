// Any bytes, read as claims: nothing breaks, however deep or cut off, and what comes out is written and read
// again as the same set.

#include <cstdint>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "export/claims_json.hpp"
#include "export/facts_json.hpp"
#include "loaders/claims_json.hpp"
#include "loaders/detect.hpp"
#include "tests/fuzz/kept_claims.hpp"
#include "tests/fuzz/require.hpp"

namespace {

using namespace entente;

struct Kept : KeptClaims {
  void problem(const Diagnostic& problem) override {
    KeptClaims::problem(problem);
    require(problem.line > 0);
  }
};

LoadReport read(std::string_view text, ClaimsForm form, const LoadOptions& options, Kept& kept) {
  Input input = Input::of(text, "fuzz.json");
  return form == ClaimsForm::Lines ? load_claims_lines(input, options, kept)
                                   : load_claims_json(input, options, kept);
}

void round_trip(std::string_view text, ClaimsForm form) {
  LoadOptions low;
  low.limits.nesting = 8;
  low.limits.text = 64;
  low.limits.entry = 1024;
  Kept kept;
  try {
    const LoadReport report = read(text, form, low, kept);
    require(report.claims == kept.claims.size() && report.skipped == kept.problems);
  } catch (const Error&) {
    // A broken document; what came before is still good.
  }
  for (const ClaimsForm written : {ClaimsForm::Document, ClaimsForm::Lines}) {
    std::ostringstream claims;
    write_claims_json(claims, written, kept.sources, kept.claims);
    Kept again;
    read(claims.str(), written, {}, again);
    require(again.problems == 0 && again.ids() == kept.ids());

    std::ostringstream facts;
    FactsWriter writer(facts, written);
    for (const Claim& claim : kept.claims) writer.fact(claim, nullptr);
    writer.finish();
    Kept flat;
    read(facts.str(), written, {}, flat);
    require(flat.problems == 0 && flat.ids() == kept.ids());
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  Input input = Input::of(text, "fuzz");
  try {
    static_cast<void>(detect_format(input));
  } catch (const Error&) {
    // No file of ours.
  }
  round_trip(text, ClaimsForm::Document);
  round_trip(text, ClaimsForm::Lines);
  return 0;
}
