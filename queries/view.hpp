#pragma once
// The graph at a time: around one entity, as a whole, and between two times.

#include <vector>

#include "graph/store.hpp"
#include "queries/scope.hpp"
#include "queries/tie.hpp"

namespace entente {

struct NeighboursQuestion {
  EntityId entity;
  Scope scope = {.relations = {}};
};
struct Neighbours {
  EntityRef entity;
  std::optional<Period> when = {};
  std::vector<Tie> ties = {};  ///< it as subject or object; strongest first, then by the other's name
};
/// Cost: O(log n + edges of the entity).
[[nodiscard]] Neighbours neighbours(const Store& store, const NeighboursQuestion& question);

struct SnapshotQuestion {
  Scope scope = {.relations = {}, .evidence = false};
  std::vector<EntityId> around = {};  ///< only what is near these; empty: everything
  std::size_t radius = 1;             ///< how many ties away from `around`
};
struct Snapshot {
  std::optional<Period> when = {};
  std::vector<Entity> entities = {};  ///< at an end of some tie, or asked for in `around`; sorted by id
  std::vector<Tie> ties = {};         ///< among them; by subject, relation, object, first day
};
/// Cost: without `around` all edges are read; else O(log n + edges of the entities inside).
[[nodiscard]] Snapshot snapshot(const Store& store, const SnapshotQuestion& question);

struct DiffQuestion {
  Period before;
  Period after;
  std::optional<EntityId> body = std::nullopt;  ///< ties into it; absent: all
  std::vector<Relation> relations = membership_relations();
  bool evidence = true;
};
/// One subject, relation and object whose status differs. `before` No: gained; `after` No: lost.
struct Difference {
  EntityRef subject;
  Relation relation;
  EntityRef object;
  Status before;
  Status after;
  std::vector<Tie> ties = {};  ///< its spells, with their status over `after`; by time
};
struct Diff {
  Period before;
  Period after;
  std::vector<Difference> gained = {};  ///< each list by subject, relation, object
  std::vector<Difference> lost = {};
  std::vector<Difference> altered = {};  ///< held in both, with another status
};
/// Cost: O(log n + edges of the body); without one, all edges are read.
[[nodiscard]] Diff diff(const Store& store, const DiffQuestion& question);

}  // namespace entente
