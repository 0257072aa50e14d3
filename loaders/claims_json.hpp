#pragma once
// Claims written as JSON: the form of docs/formats/claims.md, its JSON lines, and the facts that `extract`
// prints.
//
//   Input input = Input::open("nato.json");
//   LoadReport report = load_claims_json(input, {}, sink);

#include "loaders/input.hpp"
#include "loaders/loader.hpp"

namespace entente {

/// One JSON document: sections `sources`, `entities`, `claims` or `facts`, or an array of claims. Entries are
/// handed on as they complete; memory holds one entry and the ids of the sources.
///
/// An entry that cannot be read is a problem of the sink, and the rest goes on. A source that is used but
/// nowhere described is handed on at the end, as an id alone. Throws Error{InvalidJson} or {InvalidText} with
/// file, line and column when the document is broken or goes beyond options.limits: what was handed on before
/// should then be forgotten, which an import does by not committing.
LoadReport load_claims_json(Input& input, const LoadOptions& options, ClaimSink& sink);

/// JSON lines: one claim, fact or `{"source": {…}}` a line, each with its source in `evidence`. A broken line
/// is a problem of its own and the rest goes on. Blank lines are stepped over.
LoadReport load_claims_lines(Input& input, const LoadOptions& options, ClaimSink& sink);

}  // namespace entente
