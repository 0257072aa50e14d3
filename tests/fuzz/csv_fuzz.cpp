// Any bytes, read as a table of facts: nothing breaks, every row is counted once, and every claim that comes
// out can be written and read again.

#include <cstdint>
#include <string>
#include <string_view>

#include "loaders/facts_columns.hpp"
#include "loaders/facts_csv.hpp"
#include "loaders/utf8.hpp"
#include "tests/fuzz/checked_rows.hpp"
#include "tests/fuzz/require.hpp"

namespace {

using entente::require;

struct Checking : entente::CheckedRows {
  void claim(const entente::Claim& claim) override {
    CheckedRows::claim(claim);
    require(!entente::nul_problem(claim.evidence.text, ""));
  }
  void problem(const entente::Diagnostic& problem) override {
    CheckedRows::problem(problem);
    require(problem.line >= last_line);
    last_line = problem.line;
  }
  std::size_t last_line = 0;
};

void load(std::string_view text, const std::string& columns) {
  entente::LoadOptions options;
  options.source_id = "fuzz";
  options.columns = columns;
  options.limits.entry = 256;  // low, so that the fuzzer reaches them
  options.limits.text = 64;
  Checking sink;
  entente::Input input = entente::Input::of(text, "fuzz.csv");
  try {
    const entente::LoadReport report = load_facts_csv(input, options, sink);
    require(report.claims == sink.claims && report.skipped == sink.problems);
    require(report.read == report.claims + report.skipped);
  } catch (const entente::Error&) {
    // A header or a mapping that says too little.
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  load(text, "");
  // The first line as a mapping of the rest.
  const std::size_t line = text.find('\n');
  if (line != std::string_view::npos) load(text.substr(line + 1), std::string(text.substr(0, line)));
  return 0;
}
