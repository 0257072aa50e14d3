#pragma once
// Who belonged to a body, and to what an entity belonged.
//
//   Members answer = members(store, {.body = {"csto"}, .scope = {.when = asked_period(parse_edtf("2008"))}});

#include <vector>

#include "graph/store.hpp"
#include "queries/scope.hpp"
#include "queries/tie.hpp"

namespace entente {

struct MembersQuestion {
  EntityId body;
  Scope scope = {};
  bool follow_successors = false;  ///< of the body's predecessors and successors too
};

struct Members {
  EntityRef body;
  /// All that were asked: the body, then what it succeeded or was followed by
  std::vector<EntityRef> bodies = {};
  std::optional<Period> when = {};
  std::vector<Tie> ties = {};  ///< who belonged is each tie's subject; strongest first, then by name
};

/// Ties with the body as their object. With an empty list of relations, every relation, each as its own tie.
/// Cost: O(log n + edges of the body); evidence reads each claim.
[[nodiscard]] Members members(const Store& store, const MembersQuestion& question);

struct MembershipsQuestion {
  EntityId entity;
  Scope scope = {};
};

struct Memberships {
  EntityRef entity;
  std::optional<Period> when = {};
  std::vector<Tie> ties = {};  ///< what it belonged to is each tie's object; strongest first, then by name
};

[[nodiscard]] Memberships memberships(const Store& store, const MembershipsQuestion& question);

/// The body, then its predecessors and successors of any degree, by id. By successor_of, whatever its date.
[[nodiscard]] std::vector<EntityId> lineage(const Store& store, const EntityId& body);

}  // namespace entente
