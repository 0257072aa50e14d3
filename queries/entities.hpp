#pragma once
// Who and what a database knows, and which names of its sources it could not match.

#include <optional>
#include <string>
#include <vector>

#include "graph/store.hpp"
#include "queries/tie.hpp"

namespace entente {

struct EntitiesQuestion {
  std::string text = {};  ///< in some name or id; empty: all
  std::optional<Kind> kind = std::nullopt;
};
/// Those of which a name is the text first, then those with a name that begins with it, then those with it
/// anywhere; case, accents and punctuation folded; then by name. Cost: reads every entity.
[[nodiscard]] std::vector<Entity> find_entities(const Store& store, const EntitiesQuestion& question);

/// A name that a source uses and that nobody could be matched with: it became an entity of its own.
struct UnmatchedName {
  enum class Reason {
    Ambiguous,  ///< several entities have it, and nothing in the claims decides
    Unknown,    ///< nobody has it who has a kind or a code
  };
  std::string name;
  EntityId id;  ///< of the entity of its own
  Reason reason = Reason::Unknown;
  std::vector<EntityRef> candidates = {};  ///< of an unknown name, those with names near it, best first
};
/// `ambiguous`, `unknown`.
[[nodiscard]] const char* name_of(UnmatchedName::Reason reason) noexcept;

/// By name. Cost: reads every entity; candidates are sought among the names that share a word or a beginning.
[[nodiscard]] std::vector<UnmatchedName> unmatched_names(const Store& store, std::size_t candidates = 3);

}  // namespace entente
