#pragma once
// Claims in, edges out: who is meant by each mention, and what follows for each subject, relation and object.
// A pure function of the *set* of claims and sources: order, sharding and repetition change nothing
// (docs/resolution.md).

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "graph/claim.hpp"
#include "graph/edge.hpp"
#include "graph/entity.hpp"
#include "graph/names.hpp"

namespace entente {

/// A name that several entities have and that nothing in the claim decides between; it became an entity of
/// its own.
struct Unmatched {
  std::string name;
  std::vector<std::string> candidates;  ///< ids
  friend bool operator==(const Unmatched&, const Unmatched&) = default;
};

/// Whom the mentions of one claim mean: positions in Resolution::entities; nothing where nobody is mentioned.
struct Parties {
  std::optional<std::uint32_t> subject;
  std::optional<std::uint32_t> object;
  friend bool operator==(const Parties&, const Parties&) = default;
};

struct Resolution {
  std::vector<Entity> entities;      ///< sorted by id
  std::vector<Edge> edges;           ///< sorted by subject, relation, object, then by first day
  std::vector<Unmatched> unmatched;  ///< sorted by name
  std::vector<Parties> parties;      ///< one for each of the given claims, in their order
};

/// The entities that claims speak of, with names, kinds, ids and existence put together. Sorted by id.
/// O(n log n) in the number of claims.
[[nodiscard]] std::vector<Entity> gather_entities(std::span<const Claim> claims);

/// Derives everything. O(n log n) in the number of claims.
[[nodiscard]] Resolution resolve(std::span<const Claim> claims, std::span<const Source> sources);

}  // namespace entente
