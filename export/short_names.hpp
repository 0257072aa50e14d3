#pragma once
// What entities are called in pictures, where room is short.

#include <map>
#include <optional>
#include <span>
#include <string>

#include "graph/entity.hpp"

namespace entente {

/// The acronym of a body or treaty that has one still in use, neither French nor Russian; without dots where
/// there is one without (CIS, not C.I.S.).
[[nodiscard]] std::optional<std::string> short_name(const Entity& entity);

/// Those of all that have one, by id.
[[nodiscard]] std::map<EntityId, std::string> short_names(std::span<const Entity> entities);

}  // namespace entente
