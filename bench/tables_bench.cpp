// How fast tables are read by their mappings, beside a plain parse of the same bytes with the same library
// (libcsv) that does nothing with the cells.
//
//   tables_bench FILE…        one line a file; the mapping is found from the header. Packed files are
//   unpacked first.
//
// One core; the best of five. Both read from memory, so that the disk is not measured. The peak memory is
// that of the process, from which the file itself is to be taken off.

#include <csv.h>
#include <fmt/format.h>
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string>

#include "loaders/csv.hpp"
#include "loaders/table.hpp"

namespace {

using namespace entente;
using Clock = std::chrono::steady_clock;

struct Counting : ClaimSink {
  void source(const Source&) override {}
  void claim(const Claim& claim) override { bytes += claim.subject.id.size() + claim.object.id.size(); }
  void problem(const Diagnostic&) override {}
  std::size_t bytes = 0;
};

template <typename Work>
double best_of(int runs, Work work) {
  double best = 1e9;
  for (int run = 0; run < runs; ++run) {
    const auto start = Clock::now();
    work();
    best = std::min(best, std::chrono::duration<double>(Clock::now() - start).count());
  }
  return best;
}

std::size_t parse_plainly(const std::string& text) {
  std::size_t cells = 0;
  csv_parser parser;
  csv_init(&parser, CSV_STRICT);
  const auto count = [](void*, std::size_t, void* sum) { ++*static_cast<std::size_t*>(sum); };
  csv_parse(&parser, text.data(), text.size(), count, nullptr, &cells);
  csv_fini(&parser, count, nullptr, &cells);
  csv_free(&parser);
  return cells;
}

double peak_mib() {
  struct rusage usage {};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

void measure(const char* path) {
  Input file = Input::open(path);
  const std::string name = file.name();
  const std::string text = file.rest(std::size_t{1} << 30);
  const auto header = csv_cells(std::string_view(text).substr(0, text.find_first_of("\r\n")), ',');
  const auto mapping = header ? TableMapping::detect(*header) : std::nullopt;
  if (!mapping) {
    fmt::print("{}: no mapping is known by this header\n", name);
    return;
  }
  const double before = peak_mib();
  LoadReport report;
  const double load = best_of(5, [&] {
    Counting sink;
    Input input = Input::of(text, name);
    report = load_table(input, *mapping, {}, sink);
  });
  const double peak = peak_mib() - before;
  std::size_t cells = 0;
  const double plain = best_of(5, [&] { cells = parse_plainly(text); });
  const double megabytes = static_cast<double>(text.size()) / 1e6;
  fmt::print(
      "{:34} {:7.1f} MB {:9} cells {:7} claims  load {:6.1f} MB/s {:9.0f} claims/s  plain {:6.1f} MB/s  "
      "{:4.0f} %  +{:.1f} MiB\n",
      mapping->name(), megabytes, cells, report.claims, megabytes / load,
      static_cast<double>(report.claims) / load, megabytes / plain, 100 * plain / load, peak);
}

}  // namespace

int main(int count, char** values) {
  for (int i = 1; i < count; ++i) measure(values[i]);
}
