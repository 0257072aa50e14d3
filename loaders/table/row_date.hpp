#pragma once
// What a row says of one date: read in the formats of its mapping, with the markers that data sets put in
// place of a date, and never more precise than what stands there. Internal to the table loader.

#include <optional>
#include <string>
#include <string_view>

#include "graph/date.hpp"
#include "loaders/table/mapping.hpp"

namespace entente::detail {

struct RowDate {
  enum class Kind {
    Dated,
    Missing,  ///< nothing is said
    Ongoing,
    Unknown,  ///< there is a date, nobody says which
    Skip,     ///< nothing is to be claimed
    Bad       ///< nothing is to be claimed, as it cannot be read
  };
  Kind kind = Kind::Missing;
  std::optional<Date> date;
  bool bound = false;            ///< on that date or before (of a start), or after (of an end)
  std::string_view reason = {};  ///< what is odd, for counting; empty when nothing is
  std::string message;           ///< what is odd, for a person
};

[[nodiscard]] RowDate read_date(const DateRule& rule, const TableRow& row);

/// The same date, approximate (`~`).
[[nodiscard]] Date approximately(const Date& date);

}  // namespace entente::detail
