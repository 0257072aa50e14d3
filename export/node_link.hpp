#pragma once
// Ties as networkx's node-link JSON. docs/formats/node-link.md.

#include <optional>
#include <span>
#include <string>

#include "graph/entity.hpp"
#include "queries/tie.hpp"

namespace entente {

struct NodeLinkOptions {
  std::optional<Period> when = std::nullopt;  ///< writes each edge's status over it
  bool compat = false;  ///< write the edges a second time as `links`, which networkx before 3.4 reads
};

/// A directed multigraph, one edge a spell; its key is the edge's id. Nodes are the ties' ends and all of
/// `entities`, with kind and outside ids where `entities` knows them. Sorted by id; edges by source, target,
/// key.
[[nodiscard]] std::string to_node_link(std::span<const Tie> ties, std::span<const Entity> entities = {},
                                       const NodeLinkOptions& options = {});

}  // namespace entente
