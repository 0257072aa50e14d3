#pragma once
// FollowTheMoney: entities of investigations and sanctions lists, one in a line of JSON. What becomes of them
// is told in docs/formats/followthemoney.md.

#include <string_view>

#include "loaders/input.hpp"
#include "loaders/loader.hpp"

namespace entente {

/// Reads entities `{"id": …, "schema": …, "properties": {…}}`, one a line; a list of them, or one that is
/// spread over lines, too. Memberships, directorships and the like become ties; what they tie may stand
/// before or after them.
///
/// A row is an entity. One that cannot be read is a problem of the sink, and the rest goes on; where entities
/// have no lines of their own, what is no JSON ends the loading (Error{InvalidJson}). Memory: one entity.
LoadReport load_ftm(Input& input, const LoadOptions& options, ClaimSink& sink);

/// Whether a file that begins so is one of them. O(length).
[[nodiscard]] bool is_ftm(std::string_view beginning);

}  // namespace entente
