#pragma once
// Lists: names joined by commas, dashes, brackets and "and" become one noun phrase; a list that stands beside
// a description ("three of the members – A, B and C –") becomes the description's.

#include "loaders/article/phrase.hpp"

namespace entente::detail {

/// Rewrites the elements of the sentence in place:
///  - "Poland (1999)": the date goes to the name; other brackets are taken out, and their names are kept only
///    where they tell the members of a plural description;
///  - "A, B and C", "A, B, C", "A as well as B": one noun phrase with all names. "and" between two clauses
///    ("Poland joined NATO and Hungary left") joins nothing;
///  - "A in 1999, B in 2004": one noun phrase whose names have dates.
/// O(elements).
void coordinate(Sentence& sentence);

}  // namespace entente::detail
