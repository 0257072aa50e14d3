#pragma once
// Who and what the graph is about: states, organisations, treaties, persons, and all their names.

#include <compare>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/date.hpp"

namespace entente {

/// The stable key of an entity: a short slug for what data/ knows (`uzbekistan`, `csto`), else made from its
/// name.
struct EntityId {
  std::string value;
  friend auto operator<=>(const EntityId&, const EntityId&) = default;
};

enum class Kind { Unknown, State, Organisation, Treaty, Person, Group, Place };

/// Lower case, as in every output: `state`, `organisation` …
[[nodiscard]] const char* name_of(Kind kind) noexcept;
[[nodiscard]] std::optional<Kind> kind_from(std::string_view name) noexcept;

enum class AliasSort {
  Name,
  Acronym,
  Demonym,
  Adjective,
  Capital,
  Mapped,  ///< as some source writes it; somebody has said that it means this entity and no other
};
[[nodiscard]] const char* name_of(AliasSort sort) noexcept;
[[nodiscard]] std::optional<AliasSort> alias_sort_from(std::string_view name) noexcept;

/// A name, with the interval in which it was used (Zaire: 1971/1997). No interval: no source limits it.
struct Alias {
  std::string text;
  AliasSort sort = AliasSort::Name;
  std::string language;  ///< BCP 47, empty when not said
  std::optional<Edtf> when;
  friend bool operator==(const Alias&, const Alias&) = default;
};

/// What the detail of a `named` claim says of its name, written `[preferred:]sort[:language]`: `name`,
/// `acronym:en`, `preferred:name:en`. A reader of claims takes for an entity's name one that is preferred;
/// of several the one of the lowest text, so that the order of claims decides nothing.
struct Naming {
  AliasSort sort = AliasSort::Name;
  std::string language;    ///< BCP 47, empty when not said
  bool preferred = false;  ///< the name that the source puts first
  friend bool operator==(const Naming&, const Naming&) = default;
};
[[nodiscard]] std::string to_string(const Naming& naming);
/// Nothing for a sort that there is not. An empty text is a plain name.
[[nodiscard]] std::optional<Naming> naming_from(std::string_view detail);

/// A code by which others know the entity: {"wikidata", "Q265"}, {"iso3166-1-alpha-3", "UZB"}, {"cow",
/// "704"}.
struct OutsideId {
  std::string scheme;
  std::string value;
  friend auto operator<=>(const OutsideId&, const OutsideId&) = default;
};

struct Entity {
  EntityId id;
  std::string name;  ///< the preferred name
  Kind kind = Kind::Unknown;
  std::vector<Alias> aliases;          ///< includes the preferred name; sorted by text, then sort
  std::vector<OutsideId> outside_ids;  ///< sorted
  std::optional<Date> founded;         ///< existence clips every edge, see docs/resolution.md
  std::optional<Date> dissolved;
};

/// Whether the entity can have existed on some day of the period. Unknown ends count as existing.
[[nodiscard]] bool may_exist(const Entity& entity, const Period& period) noexcept;

}  // namespace entente
