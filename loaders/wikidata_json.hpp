#pragma once
// Entities of Wikidata: dumps, entity files, answers of its programming interface. What becomes of them is
// told in docs/formats/wikidata.md.

#include "loaders/input.hpp"
#include "loaders/loader.hpp"

namespace entente {

/// Reads entities in any of the forms in which Wikidata gives them out: a dump (one entity a line, with or
/// without the brackets of a list around them), a file of one entity, `{"entities": {…}}`, a list.
///
/// A row is an entity, or a statement of one. What cannot be read is a problem of the sink, and the rest goes
/// on; a broken entity costs itself alone in a dump, and ends the loading elsewhere (Error{InvalidJson}), for
/// nothing tells where the next one begins. Throws Error{InvalidArgument} for a wrong table of properties.
/// Memory: one entity.
LoadReport load_wikidata_json(Input& input, const LoadOptions& options, ClaimSink& sink);

/// Whether a file that begins so is one of them. O(length).
[[nodiscard]] bool is_wikidata_json(std::string_view beginning);

}  // namespace entente
