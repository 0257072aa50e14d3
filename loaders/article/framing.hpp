#pragma once
// What frames the text of an article: its title and the day of its publication.

#include "loaders/article/boilerplate.hpp"
#include "loaders/article/date_mention.hpp"

namespace entente::detail {

/// Fills title and date of the document where they are still empty, from the lines around the byline, and
/// from the dateline of the first paragraph ("BRUSSELS, 3 April 2014 –").
void find_frame(Document& document, const std::vector<Block>& blocks, const Lexicon& lexicon);

/// The year that is all that a heading says ("1995", "In 1995:"); nothing for any other heading.
[[nodiscard]] std::optional<CalendarValue> heading_date(std::string_view heading, const Lexicon& lexicon);

}  // namespace entente::detail
