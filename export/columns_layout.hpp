#pragma once
// Which bodies stand to the left and which to the right of their members, and in which order, so that few
// lines cross.

#include <vector>

#include "export/diagram.hpp"

namespace entente {

struct ColumnsLayout {
  std::vector<EntityId> left;   ///< from top to bottom
  std::vector<EntityId> right;  ///< from top to bottom
};

/// The hubs of a diagram whose edges all lead to hubs. The focus and the largest come first, each to the side
/// with fewer lines; the order is that of the barycentres of their members. Source: K. Sugiyama, S. Tagawa,
/// M. Toda, "Methods for Visual Understanding of Hierarchical System Structures", IEEE Transactions on
/// Systems, Man and Cybernetics 11(2), 1981. O(edges · log).
[[nodiscard]] ColumnsLayout columns_layout(const Diagram& diagram);

}  // namespace entente
