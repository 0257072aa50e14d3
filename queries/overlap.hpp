#pragma once
// Where and when two entities were together.

#include <vector>

#include "graph/store.hpp"
#include "queries/moments.hpp"
#include "queries/tie.hpp"

namespace entente {

struct OverlapQuestion {
  EntityId a;
  EntityId b;
  /// Bodies in which to look; absent: all that they share.
  std::optional<EntityId> body = std::nullopt;
  Scope scope = {
      .relations = {Relation{std::string(relation::member_of)}, Relation{std::string(relation::party_to)}}};
};

/// One spell of each in one body, that possibly share a day.
struct SharedSpell {
  EntityRef body;
  Tie a;
  Tie b;
  Moments moments;  ///< over all time; its status over the period asked about
};

struct Overlap {
  EntityRef a;
  EntityRef b;
  std::optional<Period> when = {};
  std::vector<SharedSpell> shared = {};  ///< strongest first, then by name of the body, then by time
  std::vector<Tie> direct = {};  ///< ties between the two themselves, of any relation, not No; by time
};

/// Cost: O(log n + edges of both), and the product of the spells of both in each shared body.
[[nodiscard]] Overlap overlap(const Store& store, const OverlapQuestion& question);

}  // namespace entente
