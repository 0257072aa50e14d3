#pragma once
// Rules over tables with one row a year: what the rows say of a year, and the spells that follow. Internal to
// the table loader; how years become spells is for loaders/table/year_fold.hpp.

#include <cstdint>
#include <optional>
#include <vector>

#include "loaders/table/current_row.hpp"
#include "loaders/table/parties.hpp"
#include "loaders/table/statement.hpp"
#include "loaders/table/year_fold.hpp"

namespace entente::detail {

class YearRows {
 public:
  /// REQUIRES: all outlive it.
  YearRows(const std::vector<ClaimRule>& rules, CurrentRow& row, TableParties& parties)
      : rules_(rules), row_(row), parties_(parties) {}

  /// Reads the row's year for a rule. To be called of a row that says nothing else, too: it says that the
  /// table knows of the year.
  void read_year(const Template& column);

  /// What the cell or row says of the year that was read last.
  void add(std::size_t rule, const TableMeaning& meaning, PartyId subject, PartyId object,
           std::size_t source);

  /// The last year that any row spoke of.
  [[nodiscard]] std::optional<std::int64_t> last_year() const noexcept { return last_year_; }
  /// The spells, in the order of their first rows. One that reaches the year `horizon` goes on or, where
  /// the table was `published_later`, ended then or later.
  [[nodiscard]] std::vector<TableStatement> finish(std::int64_t horizon, bool published_later);

 private:
  [[nodiscard]] TableStatement statement_of(YearFold::Spell& spell) const;

  const std::vector<ClaimRule>& rules_;
  CurrentRow& row_;
  TableParties& parties_;
  struct Year {
    std::int64_t number;
    Period days;
  };
  std::optional<Year> year_;  ///< of the row, for the rule at hand
  std::optional<std::int64_t> first_year_, last_year_;
  YearFold years_;
};

}  // namespace entente::detail
