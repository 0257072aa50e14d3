#include "export/columns_layout.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace entente {

namespace {

constexpr int sweeps = 12;  // the order settles after three or four

using Positions = std::map<EntityId, double>;
using Neighbours = std::map<EntityId, std::set<EntityId>>;

/// Moves each of `ids` to the mean of its neighbours and spreads them evenly in that order.
void sweep(std::vector<EntityId>& ids, Positions& own, const Neighbours& neighbours,
           const Positions& others) {
  Positions mean;
  for (const EntityId& id : ids) {
    double sum = 0;
    for (const EntityId& other : neighbours.at(id)) sum += others.at(other);
    mean[id] = sum / static_cast<double>(neighbours.at(id).size());
  }
  std::stable_sort(ids.begin(), ids.end(),
                   [&](const EntityId& a, const EntityId& b) { return mean[a] < mean[b]; });
  for (std::size_t i = 0; i < ids.size(); ++i) {
    own[ids[i]] = (static_cast<double>(i) + 0.5) / static_cast<double>(ids.size());
  }
}

}  // namespace

ColumnsLayout columns_layout(const Diagram& diagram) {
  Neighbours bodies_of, members_of;
  for (const DiagramEdge& edge : diagram.edges) {
    bodies_of[edge.from].insert(edge.to);
    members_of[edge.to].insert(edge.from);
  }
  std::vector<const DiagramNode*> hubs;
  for (const DiagramNode& node : diagram.nodes) {
    if (members_of.count(node.id) != 0) hubs.push_back(&node);
  }
  std::sort(hubs.begin(), hubs.end(), [&](const DiagramNode* a, const DiagramNode* b) {
    return std::tuple(!a->focus, members_of[b->id].size(), a->id) <
           std::tuple(!b->focus, members_of[a->id].size(), b->id);
  });
  ColumnsLayout layout;
  std::size_t left = 0, right = 0;
  for (const DiagramNode* hub : hubs) {
    const bool to_left = left <= right;
    (to_left ? left : right) += members_of[hub->id].size();
    (to_left ? layout.left : layout.right).push_back(hub->id);
  }

  Positions hub_positions, member_positions;
  for (const auto* side : {&layout.left, &layout.right}) {
    for (std::size_t i = 0; i < side->size(); ++i) {
      hub_positions[(*side)[i]] = (static_cast<double>(i) + 0.5) / static_cast<double>(side->size());
    }
  }
  std::vector<EntityId> members;
  for (const auto& [id, bodies] : bodies_of) members.push_back(id);
  for (int i = 0; i < sweeps; ++i) {
    sweep(members, member_positions, bodies_of, hub_positions);
    sweep(layout.left, hub_positions, members_of, member_positions);
    sweep(layout.right, hub_positions, members_of, member_positions);
  }
  return layout;
}

}  // namespace entente
