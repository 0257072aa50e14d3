#pragma once
// The question behind Store::edges as SQL, apart so that a test can ask SQLite how it would answer it.
// Private to the store.

#include <string>

#include "graph/store.hpp"

namespace entente::detail {

/// Parameters in order: subject id, object id, relations, last and first day of the period; those that are
/// set.
[[nodiscard]] std::string edge_question(const Pattern& pattern);

}  // namespace entente::detail
