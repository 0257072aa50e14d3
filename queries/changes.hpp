#pragma once
// What happened in a period: joins, leaves, suspensions, foundings, dissolutions, renamings.

#include <optional>
#include <string>
#include <vector>

#include "graph/store.hpp"
#include "queries/scope.hpp"
#include "queries/tie.hpp"

namespace entente {

enum class ChangeKind {
  Joined,      ///< member_of or party_to begins
  Left,        ///< … ends by the member's going
  Expelled,    ///< … ends by claims of expulsion alone
  Lapsed,      ///< … ends with the body or the member itself
  Suspended,   ///< suspended_from begins
  Reinstated,  ///< … ends, by the member's being taken back
  Began,       ///< any other relation begins
  Ended,       ///< … ends
  Founded,
  Dissolved,
  Renamed,
};
/// `joined`, `left` …
[[nodiscard]] const char* name_of(ChangeKind kind) noexcept;

/// How the end of a tie came about. REQUIRES: the tie was read with its evidence.
[[nodiscard]] ChangeKind kind_of_end(const Tie& tie);

struct ChangesQuestion {
  std::optional<EntityId> body =
      std::nullopt;  ///< what happened to it: as a body or as a member; absent: all
  /// Only what this entity did in the body: its joining, leaving, suspension.
  std::optional<EntityId> subject = std::nullopt;
  Period during = all_time;
  std::vector<Relation> relations = {};  ///< empty: any
  std::vector<ChangeKind> kinds = {};    ///< empty: all
  bool follow_successors = false;
  bool within_body = false;   ///< not what the body itself joined or left
  bool certain_only = false;  ///< leave out what only possibly falls into the period
  bool undated = false;  ///< also beginnings and ends that no source dates, where they possibly fall into it
  bool evidence = true;
};

struct Change {
  ChangeKind kind;
  EntityRef subject;
  std::optional<EntityRef> object = {};  ///< absent for what happens to the subject alone
  std::string text;                      ///< the new name, for Renamed; empty otherwise
  std::string when;                      ///< EDTF, as precise as it was said; empty if undated
  Period window;                         ///< the days on which it can have happened
  bool certain = false;            ///< it fell into the period in every reading; otherwise it possibly did
  std::optional<Tie> tie = {};     ///< the tie that began or ended
  std::vector<Proof> proofs = {};  ///< of the event itself, on the date that was kept; by claim id
};

struct Changes {
  std::optional<EntityRef> body = {};
  Period during = all_time;
  std::vector<Change> changes =
      {};  ///< by the first day on which they can have happened, then last, kind, names
};

/// "Left in 1999" is the last day of membership: it lies in 1999.
/// Cost: with a body O(log n + its edges); without, a pass over all edges that touch the period and over all
/// entities.
[[nodiscard]] Changes changes(const Store& store, const ChangesQuestion& question);

}  // namespace entente
