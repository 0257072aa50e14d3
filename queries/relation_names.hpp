#pragma once
// From the relations that a person names to those of the vocabulary.

#include <string>
#include <vector>

#include "graph/store.hpp"

namespace entente {

/// The relations that were named (`observer` and `observer_of` are the same), `by_default` where none were,
/// and all (an empty list) where `any` is among them. Throws Error{InvalidArgument} for one that is neither
/// of the vocabulary nor in the database.
[[nodiscard]] std::vector<Relation> relations_named(const Store& store, const std::vector<std::string>& named,
                                                    std::vector<Relation> by_default);

}  // namespace entente
