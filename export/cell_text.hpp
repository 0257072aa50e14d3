#pragma once
// What entities and ties say in one cell of a table or one attribute of a graph.

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "graph/date.hpp"
#include "graph/entity.hpp"
#include "queries/tie.hpp"

namespace entente::detail {

/// `2006-06-23`; empty without a day.
[[nodiscard]] std::string day_text(const std::optional<Day>& day);
/// `cow:704 wikidata:Q265`.
[[nodiscard]] std::string ids_text(std::span<const OutsideId> ids);
/// The ids of the sources, each once, in the order of the proofs.
[[nodiscard]] std::string sources_text(std::span<const Proof> proofs, std::string_view separator);
/// The sentence, or row, of the first proof; empty where it has none.
[[nodiscard]] std::string first_sentence(std::span<const Proof> proofs);

}  // namespace entente::detail
