#pragma once
// How many bodies every two entities shared, year by year: the dyad-year of international relations.
//
//   for_each_dyad(store, {.during = years(1816, 2014)}, [](const Dyad& dyad) { … });

#include <cstdint>
#include <functional>
#include <vector>

#include "graph/store.hpp"
#include "queries/scope.hpp"
#include "queries/tie.hpp"

namespace entente {

struct DyadsQuestion {
  /// The first to the last year. Absent: from the first year with a first day to the last year as of which a
  /// source speaks of a tie, and no later than the newest source.
  std::optional<std::int64_t> first_year = std::nullopt;
  std::optional<std::int64_t> last_year = std::nullopt;
  std::vector<Relation> relations = {Relation{std::string(relation::member_of)},
                                     Relation{std::string(relation::party_to)}};
  Status least = Status::Part;       ///< over the year: on some day of it, in every reading
  std::vector<EntityId> among = {};  ///< only these entities; empty: all that belong to anything
  bool zeros = false;                ///< also those who share nothing, while both exist or belong to anything
};

struct Dyad {
  std::uint32_t a = 0, b = 0;  ///< positions in Dyads::entities, a < b
  std::int64_t year = 0;
  std::uint32_t shared = 0;
};

struct DyadEntities {
  std::vector<Entity> entities;  ///< sorted by id
  std::int64_t first_year = 0, last_year = -1;
};

/// Visits by year, then a, then b. `entities` is called once, before the first dyad.
/// A year counts for a member when its tie held, with at least the status `least`, over that year; two share
/// a body in a year when it counts for both, whether or not on one day. Cost: reads the edges of the
/// relations, then for each year pairs × bodies / 64 where most pairs share something, else the pairs that
/// do.
void for_each_dyad(const Store& store, const DyadsQuestion& question,
                   const std::function<void(const DyadEntities&)>& entities,
                   const std::function<void(const Dyad&)>& visit);

}  // namespace entente
