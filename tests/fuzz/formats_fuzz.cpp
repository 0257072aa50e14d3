// Any bytes, packed or not, read as each of the formats of others: nothing breaks, every row is accounted
// for, and what comes out can be written and read again as the same set of claims.

#include <cstdint>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "export/claims_json.hpp"
#include "loaders/claims_json.hpp"
#include "loaders/ftm.hpp"
#include "loaders/interval_graph.hpp"
#include "loaders/popolo.hpp"
#include "loaders/wikidata_json.hpp"
#include "tests/fuzz/kept_claims.hpp"
#include "tests/fuzz/require.hpp"

namespace {

using namespace entente;

template <typename Load>
void read_with(std::string_view bytes, Load load) {
  LoadOptions options;
  options.source_id = "fuzz";
  options.limits.nesting = 24;
  options.limits.text = 256;
  options.limits.entry = 4096;
  options.limits.document = 1 << 16;
  KeptClaims kept;
  try {
    Input input = Input::of(bytes, "fuzz.json");
    const LoadReport report = load(input, options, kept);
    require(report.read == report.used + sum_of(report.passed_over) + report.skipped);
    require(report.skipped == sum_of(report.skipped_for));
    require(report.claims == kept.claims.size());
    require(kept.problems == report.skipped + sum_of(report.warnings));
  } catch (const Error&) {
    // What is broken as a whole; what came before is still good.
  }
  std::ostringstream written;
  write_claims_json(written, ClaimsForm::Document, kept.sources, kept.claims);
  const std::string text = written.str();
  KeptClaims again;
  Input input = Input::of(text, "again.json");
  load_claims_json(input, {}, again);
  require(again.problems == 0 && again.ids() == kept.ids());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  static_cast<void>(is_wikidata_json(bytes));
  static_cast<void>(is_popolo(bytes));
  static_cast<void>(is_ftm(bytes));
  static_cast<void>(is_interval_graph(bytes, "entity2id.txt"));
  read_with(bytes, load_wikidata_json);
  read_with(bytes, load_popolo);
  read_with(bytes, load_ftm);
  static const IntervalGraphNames names{{{"1", "Q265"}, {"2", "<Beta_Club>"}}, {{"0", "P463"}, {"1", "P6"}}};
  read_with(bytes, [](Input& input, const LoadOptions& options, ClaimSink& sink) {
    return load_interval_graph(input, names, options, sink);
  });
  return 0;
}
