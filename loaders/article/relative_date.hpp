#pragma once
// Dates told from other dates: "two years later", "the following spring", "last May", "on Monday", "the end
// of the year". Internal to the date stage.

#include "loaders/article/date_mention.hpp"

namespace entente::detail {

/// The relative date at token `i`, resolved from the passage or the day of the document; returns the token
/// behind it, or `i` when there is none or nothing to resolve it from. O(1).
[[nodiscard]] std::size_t relative_date(const std::vector<Token>& tokens, std::size_t i,
                                        const DateContext& context, CalendarValue& value);

}  // namespace entente::detail
