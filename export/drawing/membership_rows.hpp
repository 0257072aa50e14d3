#pragma once
// Ties in the order in which a timeline shows them: groups of rows, a row for each member and body.

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "queries/tie.hpp"

namespace entente {

enum class GroupBy { Body, Member };
enum class SortBy { Entry, Name };

/// One member and one body, with all that tied them.
struct MembershipRow {
  EntityId member;
  EntityId body;                 ///< of several that are one (see RowOptions), the one they are drawn as
  std::string label;             ///< of what the group is not: the body's name in a group of a member
  std::string dates;             ///< `1962–2009, 2016`, with the relation where it is not membership
  std::vector<const Tie*> ties;  ///< by first day
};

struct MembershipGroup {
  EntityId id;  ///< of the body or the member
  std::string label;
  std::vector<MembershipRow> rows;
};

struct RowOptions {
  GroupBy group_by = GroupBy::Body;
  SortBy sort_by = SortBy::Entry;
  std::map<EntityId, std::string> names = {};  ///< what to call an entity; absent: its name
  /// Bodies that are drawn as another, as the Collective Security Treaty is as the CSTO.
  std::map<EntityId, EntityId> drawn_as = {};
};

/// Groups in the order of their first entry, or by name; rows likewise. Ties of successor_of, and with status
/// No, are left out. The rows point into `ties`. O(n log n).
[[nodiscard]] std::vector<MembershipGroup> membership_rows(std::span<const Tie> ties,
                                                           const RowOptions& options = {});

/// Whole years from the first to the last day that any tie names; with room beside ends that nobody knows, if
/// it is for an axis.
enum class Room { None, BesideUnknownEnds };
[[nodiscard]] Period period_of_ties(std::span<const Tie> ties, Room room = Room::BesideUnknownEnds);

}  // namespace entente
