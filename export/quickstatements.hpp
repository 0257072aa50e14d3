#pragma once
// What the graph knows and Wikidata does not say yet, as QuickStatements (version 1, tab-separated), for an
// editor to look through and run. docs/formats/quickstatements.md tells what is written and what is left to a
// person.

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "graph/date.hpp"
#include "graph/entity.hpp"
#include "queries/tie.hpp"

namespace entente {

/// One statement with its qualifiers and its reference.
struct QuickStatement {
  std::string item, property, value;  ///< `Q265`, `P463`, `Q318693`
  std::optional<Date> start, end;     ///< P580, P582
  bool end_unknown = false;           ///< P582 with an unknown value; where there is no `end`
  std::string reference_url;          ///< S854; empty: none
  std::string stated_in;              ///< S248, an item; empty: none
  std::optional<Date> retrieved;      ///< S813, beside one of them
};

/// `+2012-06-28T00:00:00Z/11`: days, months, years, decades (/8), centuries (/7), years before Christ as
/// Wikidata counts them. Nothing for a date that Wikidata cannot write as one.
[[nodiscard]] std::optional<std::string> quick_time(const Date& date);

/// One line without its end. A date that is none for Wikidata is written as earliest and latest: P1319 and
/// P8555 for a start, P8554 and P1326 for an end; an approximate or uncertain one gets P1480.
[[nodiscard]] std::string to_line(const QuickStatement& statement);

/// The lines, and how many ties are not among them.
struct QuickStatements {
  std::string text;
  std::size_t statements = 0;    ///< Wikidata has nothing between the two
  std::size_t qualifiers = 0;    ///< it has, without a start or an end that is known here
  std::size_t known = 0;         ///< it says the same, or no one else says anything
  std::size_t different = 0;     ///< it has another date: for a person to decide
  std::size_t several = 0;       ///< several spells between two: lines would run into one statement
  std::size_t unidentified = 0;  ///< an end without a Wikidata id
  std::size_t other = 0;         ///< a relation that no property is known for
};

/// REQUIRES: the ties have proofs. Claims of Wikidata are known by their rule (`wikidata:P463`). Lines by
/// subject, property, value. O(n log n).
[[nodiscard]] QuickStatements to_quickstatements(std::span<const Tie> ties, std::span<const Entity> entities);

}  // namespace entente
