#pragma once
// What stands in brackets: the date of a name ("Poland (1999)"), the names of a group ("six states (A, B and
// C)"), a clause of its own ("Ecuador (which left in 1992)").

#include "loaders/article/phrase.hpp"

namespace entente::detail {

/// Takes the brackets out of the row of elements. A date goes to the name before it, names go to the group
/// before them, a clause moves behind the sentence with a semicolon and the noun it is said of, everything
/// else is left out. O(elements).
void take_brackets(Sentence& sentence);

}  // namespace entente::detail
