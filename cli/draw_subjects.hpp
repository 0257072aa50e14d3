#pragma once
// What a picture is of: from the names on the command line to the ties between them.

#include <map>
#include <string>
#include <vector>

#include "cli/arguments.hpp"
#include "graph/store.hpp"
#include "queries/tie.hpp"

namespace entente::cli {

struct Subjects {
  std::vector<EntityRef>
      bodies;  ///< in the order named; with `successors`, each followed by its predecessors
  std::vector<EntityRef> members;         ///< likewise
  std::vector<EntityId> named;            ///< those of both that were named themselves
  std::map<EntityId, EntityId> drawn_as;  ///< with `successors`: a predecessor of a named body, as that body
};

/// `Members of OPEC`, `Memberships of Kazakhstan`, `Soviet Union and its successors in CIS and CSTO`.
[[nodiscard]] std::string title_of(const Subjects& subjects, const std::map<EntityId, std::string>& names);

/// A name that others belong to is a body, any other a member. Throws as name_of does.
[[nodiscard]] Subjects subjects_of(const Store& store, const std::vector<std::string>& names,
                                   const When& when);

/// Of bodies alone, all ties into them; of members alone, all ties of theirs; of both, those between them. In
/// the order of the subjects; each tie once. `when` of the command narrows them; evidence is read.
[[nodiscard]] std::vector<Tie> ties_of(const Store& store, const Subjects& subjects, const When& when);

/// Ties of successor_of among the members.
[[nodiscard]] std::vector<Tie> successions_among(const Store& store, const std::vector<EntityId>& members);

}  // namespace entente::cli
