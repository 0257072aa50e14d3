#pragma once
// How two entities are connected: through which bodies and members, and when all of it held at once.
//
//   Paths answer = paths(store, {.from = {"serbia"}, .to = {"kazakhstan"}, .time = PathTime::Simultaneous});
//
// Ties are walked in both directions (member – body – member). Order: fewest steps first; among those, small
// bodies before universal ones (by the sum, over the bodies passed through, of the number of entities tied to
// each in the view); then by the ids along the way.

#include <cstddef>
#include <vector>

#include "graph/store.hpp"
#include "queries/moments.hpp"
#include "queries/tie.hpp"

namespace entente {

enum class PathTime {
  Any,  ///< each tie at any time; with a period: every tie holds over it, as strongly as `least` asks
  Simultaneous,  ///< all ties hold on one and the same day (of the period, if there is one)
};

enum class PathCount {
  One,          ///< the best
  AllShortest,  ///< all with the fewest steps
  Best,         ///< the best `k`, whatever their length; each passes an entity at most once
};

struct PathQuestion {
  EntityId from;
  EntityId to;
  PathTime time = PathTime::Any;
  std::optional<Period> when = std::nullopt;
  /// Empty: any; but successor_of only where neither a date is asked nor Simultaneous.
  std::vector<Relation> relations = {};
  std::vector<EntityId> avoid = {};            ///< entities never passed through
  std::vector<Relation> avoid_relations = {};  ///< relations never used
  std::size_t max_steps = 8;
  PathCount count = PathCount::One;
  std::size_t k = 5;                ///< for Best
  std::size_t limit = 1000;         ///< for AllShortest: at most as many
  bool specific_first = true;       ///< false: order by steps and ids alone
  Status least = Status::Possible;  ///< Certain: only ties (and shared days) that are certain
  bool evidence = true;
};

struct PathStep {
  EntityRef from;
  EntityRef to;
  std::vector<Tie> ties = {};  ///< every tie between the two that serves, by time; from either to the other
};

struct Path {
  std::vector<PathStep> steps = {};
  Moments moments;          ///< when, for each step, at least one of its ties held: all at once
  std::size_t breadth = 0;  ///< the sum of the sizes of the bodies passed through; small is specific
};

struct Paths {
  EntityRef from;
  EntityRef to;
  std::optional<Period> when = {};
  std::vector<Path> paths = {};  ///< empty: not connected
  bool truncated = false;        ///< `limit` was reached
};

/// Throws Error{InvalidArgument} for `k`, `limit` or `max_steps` 0, and from an entity to itself.
/// Cost: all edges of the relations are read, O(edges). A shortest path is a breadth-first search; a
/// simultaneous one a search for each day on which some tie begins; the best k are k·steps searches.
/// Source: J. Y. Yen, "Finding the K Shortest Loopless Paths in a Network", Management Science 17(11), 1971.
[[nodiscard]] Paths paths(const Store& store, const PathQuestion& question);

}  // namespace entente
