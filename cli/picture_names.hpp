#pragma once
// What entities are called in pictures, where room is short.

#include <map>
#include <span>
#include <string>
#include <vector>

#include "graph/entity.hpp"

namespace entente::cli {

/// The acronyms of bodies and treaties that have one still in use; by id.
[[nodiscard]] std::map<EntityId, std::string> short_names(std::span<const Entity> entities);

/// `CIS, CSTO and SCO`; of more than `most`, the first ones `and 9 more`. REQUIRES: most > 1.
[[nodiscard]] std::string listed(const std::vector<std::string>& names, std::size_t most);

}  // namespace entente::cli
