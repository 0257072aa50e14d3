#pragma once
// Dyad-years as CSV or JSON, written as they are counted: there are hundreds of thousands.

#include <iosfwd>
#include <string>
#include <vector>

#include "export/table.hpp"
#include "queries/dyads.hpp"

namespace entente {

enum class DyadsForm {
  Csv,    ///< `a,b,a_name,b_name,year,shared`
  Json,   ///< `{"query": …, "answers": [{"a", "b", "year", "shared"}, …]}`
  Lines,  ///< one object a line
};

/// Writes dyads as they are visited by for_each_dyad: begin, write …, finish.
class DyadWriter {
 public:
  /// With a scheme (`cow`), members are written by their ids of that scheme, or by the rest of an id that is
  /// one (`cow:365`); one without such an id as nothing. REQUIRES: `out` outlives this.
  DyadWriter(std::ostream& out, DyadsForm form, std::string scheme = {});
  /// Throws Error{InvalidArgument} when no member has an id of the scheme.
  void begin(const DyadEntities& known);
  void write(const Dyad& dyad);
  void finish();

 private:
  std::ostream& out_;
  DyadsForm form_;
  std::string scheme_;
  std::vector<std::string> codes_, names_;
  bool first_ = true;
};

/// The first `most` dyads as a table for a terminal, with a note of how many there are.
class DyadTable {
 public:
  explicit DyadTable(std::size_t most = 1000) : most_(most) {}
  void begin(const DyadEntities& known);
  void write(const Dyad& dyad);
  [[nodiscard]] Table finish() &&;
  [[nodiscard]] std::size_t count() const noexcept { return count_; }

 private:
  std::size_t most_;
  std::vector<std::string> names_;
  std::size_t count_ = 0;
  Table table_;
};

}  // namespace entente
