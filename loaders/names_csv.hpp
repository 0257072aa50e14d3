#pragma once
// Whom a name means, as its user has decided: the small table in which what could not be matched is settled.
//
//   name,id
//   Congo (Brazzaville),congo
//   Korea,cow:732
//
// docs/formats/names.md is the page for its users; `entente entities --unmatched --format csv` writes one.

#include <string_view>

#include "loaders/input.hpp"
#include "loaders/loader.hpp"

namespace entente {

/// Whether a file that begins so is such a table: its header has the columns `name` and `id`, and none for an
/// object.
[[nodiscard]] bool is_names_table(std::string_view beginning);

/// Each row with an id becomes a name of that entity, of the sort `mapped`; the id is one of ours or an
/// outside one (`cow:732`). Rows without an id are still to be settled: passed over. Further columns are not
/// read. A row without a name is skipped; throws Error{InvalidRow} for a header without the two columns.
LoadReport load_names_csv(Input& input, const LoadOptions& options, ClaimSink& sink);

}  // namespace entente
