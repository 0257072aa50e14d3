#pragma once
// Popolo: persons, organizations and their memberships in JSON, as parliaments publish them. What becomes of
// them is told in docs/formats/popolo.md.

#include <string_view>

#include "loaders/input.hpp"
#include "loaders/loader.hpp"

namespace entente {

/// Reads an object with `persons`, `organizations`, `memberships`, `events`, `areas` and `posts`, any of
/// which may be missing, or a list of memberships or of persons. Memberships without dates have those of the
/// event that they name as their legislative period; their claims are inferred and say so.
///
/// A row is an entry of one of the lists. One that cannot be read is a problem of the sink, and the rest goes
/// on. Throws Error: {InvalidJson} for what is no JSON or ends in the middle, {UnknownFormat} for JSON of
/// another form. Memory: the file, up to limits.document, since memberships name what may come later.
LoadReport load_popolo(Input& input, const LoadOptions& options, ClaimSink& sink);

/// Whether a file that begins so is one of them. O(length).
[[nodiscard]] bool is_popolo(std::string_view beginning);

}  // namespace entente
