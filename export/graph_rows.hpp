#pragma once
// Nodes and edges as every file format of graphs wants them: each once, in a fixed order.

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "graph/entity.hpp"
#include "queries/scope.hpp"
#include "queries/tie.hpp"

namespace entente {

/// What a file is made of: ties, what is known of their ends, and the time asked about.
struct GraphContent {
  std::span<const Tie> ties;
  std::span<const Entity> entities = {};
  std::optional<Period> when = std::nullopt;  ///< each edge's status is over it
  std::string title = {};
};

struct GraphNode {
  EntityRef ref;
  const Entity* entity = nullptr;  ///< where it is known
};

struct GraphRows {
  std::map<EntityId, GraphNode> nodes;  ///< the ends of the ties, and all entities
  std::vector<const Tie*> edges;        ///< by subject, object, edge id; one a spell
};

/// Pointers into the content, which must outlive them.
[[nodiscard]] GraphRows rows_of(const GraphContent& content);

/// The last day as of which some source speaks: where open ends are drawn to.
[[nodiscard]] std::optional<Day> last_known_day(const GraphRows& rows);

/// What edges and nodes have to say, under the same names in every format.
struct Attribute {
  const char* name;
  std::string value;
};
/// `name`, `kind`, `ids` (`cow:704 wikidata:Q265`).
[[nodiscard]] std::vector<Attribute> attributes_of(const GraphNode& node);
/// `relation`, `start`, `end` (EDTF), `ending`, the days that bound both ends, `status` where a time was
/// asked about, `disputed`, `sources` (ids) and `evidence` (the first sentence or row).
[[nodiscard]] std::vector<Attribute> attributes_of(const Tie& tie, const std::optional<Period>& when);

}  // namespace entente
