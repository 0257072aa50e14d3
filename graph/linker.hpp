#pragma once
// Who is meant: from the mentions of claims to entities. Internal to graph/; docs/resolution.md tells the
// rules in words.

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "graph/claim.hpp"
#include "graph/entity.hpp"
#include "graph/names.hpp"
#include "graph/resolve.hpp"

namespace entente::detail {

/// One claim with its id and, once linked, its entities.
struct LinkedClaim {
  ClaimId id;
  const Claim* claim = nullptr;
  EntityId subject;
  std::optional<EntityId> object;
};

struct Linked {
  std::vector<LinkedClaim> claims;   ///< sorted by id, without repetitions
  std::vector<Entity> entities;      ///< sorted by id; without existence
  std::vector<Unmatched> unmatched;  ///< sorted by name
};

/// Links every mention. By id first, then by an outside id, then by a name valid at the claim's date, then
/// not at all: a name that nobody has becomes an entity of its own. Depends on the set of claims only. O(n
/// log n).
[[nodiscard]] Linked link(std::span<const Claim> claims);

}  // namespace entente::detail
