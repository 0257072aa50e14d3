#pragma once
// What a row, or several rows folded into one, say of one tie: between the cells and the claims. Internal to
// the table loader.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "graph/claim.hpp"
#include "loaders/table/parties.hpp"

namespace entente::detail {

struct TableStatement {
  enum class End { Unstated, Dated, Ongoing, Unknown };

  PartyId subject = 0;
  std::optional<PartyId> object;
  Event event = Event::Held;
  Relation relation;
  Certainty certainty = Certainty::Stated;
  std::string detail;

  bool spans = false;  ///< `first`, `end` and `last` speak; else `on` does
  std::optional<Date> on;
  std::optional<Date> first;
  bool first_bound = false;  ///< it began then or before
  End end = End::Unstated;
  std::optional<Date> last;
  bool last_bound = false;  ///< it ended then or later

  std::size_t source = 0;
  std::size_t line = 0;
  std::string text;  ///< the evidence
  bool once = false;
  bool both_ways = false;
};

/// What it claims happened, and when. A beginning without an end is a joining; an end without a beginning
/// that nobody dates is a leaving; a beginning that is only bounded gives a second claim, that it held then.
struct Assertion {
  Event event;
  std::optional<Edtf> when;
};

/// Throws Error{InvertedInterval} when it ends before it begins. At least one, at most two.
[[nodiscard]] std::vector<Assertion> assertions_of(const TableStatement& statement);

/// The same for each of those who bore the codes of subject and object in turn (see TableParties). A first or
/// last day that is only that of the handing over is inferred, and the detail says so.
[[nodiscard]] std::vector<TableStatement> by_holders(const TableStatement& statement, TableParties& parties);

}  // namespace entente::detail
