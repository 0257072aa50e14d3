#pragma once
// Memberships of a Popolo file: who, of what, when, and for which party. Internal to the Popolo loader.

#include <optional>

#include "loaders/popolo/directory.hpp"
#include "loaders/popolo/rows.hpp"

namespace entente::detail {

/// The person or organization in whose entry a membership stands, which it need not name.
struct PopoloHolder {
  PopoloSection section;
  std::string_view id;
};

/// One row. Dates that it lacks are those of its legislative period, and inferred.
void load_membership(const PopoloEntry& entry, const std::optional<PopoloHolder>& holder,
                     const PopoloDirectory& directory, PopoloRows& rows);

}  // namespace entente::detail
