// Any bytes as a mapping, and as a table that mappings read: nothing breaks, every row is counted once, and
// every claim that comes out can be written and read again. An input is a mapping, a line `---`, and a table;
// without that line it is a table for mappings that use all of the language.

#include <cstdint>
#include <string>
#include <string_view>

#include "loaders/table.hpp"
#include "tests/fuzz/checked_rows.hpp"
#include "tests/fuzz/require.hpp"

namespace {

using entente::require;

constexpr std::string_view spells = R"({"format": "entente-mapping", "version": 1, "name": "spells",
  "missing": "NA", "dates": {"formats": ["edtf", "day-month-year", "messydates", "english"], "ongoing": "now", "unknown": "?",
                             "plausible": "1000/2100"},
  "claims": [{"subject": {"id": ["iso3:{a}", "cow:{a?}"], "name": "{b|plain}", "kind": "state", "names": "{b}", "ids": "x:{a}"},
              "object": {"id": "y:{b|upper}", "name": "{b}"}, "start": {"date": "{c}", "bound_when": {"a": "1"}, "approximate_when": {"a": "2"}},
              "end": {"date": "{d}", "bound_when": {"a": "3"}}, "join": "next day", "both_ways": true, "detail": "{e|lower}",
              "qualifiers": {"q": {"e": "1"}}},
             {"each": {"list": "{e|plain}", "separators": ",;"}, "values": {"": "member", "o": "observer", "u": "unknown"}, "other": "candidate",
              "subject": "{a}", "object": "{@item}", "date": {"year": "{c}", "month": "{d}", "missing": "0"}, "once": true}]})";

constexpr std::string_view years = R"({"format": "entente-mapping", "version": 1, "name": "years",
  "claims": [{"each": {"from": "c", "to": "e"}, "values": {"1": "member", "2": "observer", "": "nothing", "9": "unknown"}, "other": "unknown",
              "subject": {"id": "cow:{a}"}, "object": {"id": "y:{@column}", "name": "{@column|upper}"}, "year": "{b}",
              "before_first": "unknown", "approximate_when": {"a": "2"}}]})";

void load(std::string_view table, const entente::TableMapping& mapping) {
  entente::LoadOptions options;
  options.source_id = "fuzz";
  options.limits.entry = 512;  // low, so that the fuzzer reaches them
  options.limits.text = 64;
  options.limits.document = 1 << 16;
  entente::CheckedRows sink;
  entente::Input input = entente::Input::of(table, "fuzz.csv");
  try {
    const entente::LoadReport report = load_table(input, mapping, options, sink);
    require(report.claims == sink.claims);
    require(report.read == report.used + entente::sum_of(report.passed_over) + report.skipped);
    require(report.skipped == entente::sum_of(report.skipped_for));
    require(sink.problems == report.skipped + entente::sum_of(report.warnings));
  } catch (const entente::Error&) {
    // A header without the columns, or broken JSON.
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  constexpr std::string_view between = "\n---\n";
  if (const std::size_t at = text.find(between); at != std::string_view::npos) {
    try {
      load(text.substr(at + between.size()), entente::TableMapping::parse(text.substr(0, at), "fuzz.json"));
    } catch (const entente::Error&) {
      // No mapping.
    }
    return 0;
  }
  static const entente::TableMapping of_spells = entente::TableMapping::parse(spells, "spells.json");
  static const entente::TableMapping of_years = entente::TableMapping::parse(years, "years.json");
  const std::string table = "a,b,c,d,e\n" + std::string(text);
  load(table, of_spells);
  load(table, of_years);
  return 0;
}
