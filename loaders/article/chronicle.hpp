#pragma once
// Timelines: a date, a mark and a sentence ("1962 – Cyprus joins the Council.", "May 1998: two new members").

#include <optional>
#include <string_view>

#include "loaders/article/date_mention.hpp"

namespace entente::detail {

/// The sentence of an entry, and its date.
struct DatedClause {
  CalendarValue date;
  Span span;  ///< of the text that the entry is from
};

/// Takes an entry apart; nothing when the text does not begin with one date and a mark, or no clause follows.
/// `entry` stands at `begin` of its text. O(length), of which no more than a line counts.
[[nodiscard]] std::optional<DatedClause> dated_clause(std::string_view entry, std::size_t begin,
                                                      const std::optional<CalendarValue>& document);

}  // namespace entente::detail
