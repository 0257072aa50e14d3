#pragma once
// Answers according to some sources only: from a set of them, from what had been published by a day, or with
// some of them believed before the rest.
//
//   const Store according = store_of(store, {.only = {find_source(store, "ATOP")}});
//   members(according, …);   // what a database without the other sources would answer
//
// Names, kinds and codes are no matter of who is believed: they stay, so that every name can still be asked.

#include <optional>
#include <string_view>
#include <vector>

#include "graph/store.hpp"

namespace entente {

struct SourceChoice {
  std::vector<SourceId> only = {};             ///< empty: all
  std::optional<Day> known_by = std::nullopt;  ///< only what had been published on that day
  std::vector<SourceId> preferred = {};        ///< win every conflict, the first of them before the next
  [[nodiscard]] bool everything() const noexcept { return only.empty() && !known_by && preferred.empty(); }
};

/// Whether the claim says who or what an entity is, not what happened.
[[nodiscard]] bool is_description(const Claim& claim) noexcept;

/// Whether a source had been published by the choice's day (on its last possible one at the latest) and is
/// one of those chosen. Of a source without a date nobody knows when it was published: it is left out.
[[nodiscard]] bool takes(const SourceChoice& choice, const Source& source) noexcept;

/// A store in memory with the claims of the chosen sources, and edges derived from them alone.
/// Cost: reads every claim of the store, and derives the edges of those that are taken.
[[nodiscard]] Store store_of(const Store& store, const SourceChoice& choice);

/// The source that is meant: by its id, by its title, or by a part of either that no other source has; case,
/// accents and punctuation folded.
/// Errors: Error{UnknownName}, Error{AmbiguousName} with sources as candidates.
[[nodiscard]] SourceId find_source(const Store& store, std::string_view text);

}  // namespace entente
