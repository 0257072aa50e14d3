#pragma once
// What persons and organizations say of themselves in a Popolo file: kind, names, ids, life, and the
// organization that an organization is part of. Internal to the Popolo loader.

#include "loaders/popolo/directory.hpp"
#include "loaders/popolo/rows.hpp"

namespace entente::detail {

/// One row.
void load_description(PopoloSection section, const PopoloEntry& entry, const PopoloDirectory& directory,
                      PopoloRows& rows);

}  // namespace entente::detail
