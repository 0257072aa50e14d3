#pragma once
// What one JSON entry says: a source, an entity's claims, or a claim. Used by loaders/claims_json.cpp only.

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/claim.hpp"
#include "loaders/json_entries.hpp"

namespace entente::detail {

/// An entry that cannot be read; the loader makes a Diagnostic of it.
struct BadEntry {
  ErrorCode code;
  Place place;
  std::string message;
  std::string excerpt;
};

/// A claim and, where the entry describes it, its source.
struct ClaimEntry {
  Claim claim;
  std::optional<Source> source;
};

/// `free`: members and events that docs/formats/claims.md does not know are let pass (they are another
/// program's).
/// All throw BadEntry.
[[nodiscard]] Source read_source(const JsonValue& entry);
[[nodiscard]] ClaimEntry read_claim(const JsonValue& entry, bool free, const std::string& default_source);
/// What an entity's entry stands for: its kind, names, outside ids, first and last day, in this order.
[[nodiscard]] std::vector<Claim> read_entity(const JsonValue& entry, const std::string& default_source);

}  // namespace entente::detail
