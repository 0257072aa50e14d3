#pragma once
// What of Wikidata is loaded, and as what: data/wikidata_properties.json, or another file of the same form.
// docs/formats/wikidata.md explains its members. Used by loaders/wikidata*.cpp only.

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "graph/claim.hpp"
#include "graph/entity.hpp"

namespace entente::detail {

/// What a statement of a property says of its subject.
struct WikidataProperty {
  enum class Means { Tie, Event, Name, Kind, Code };
  Means means = Means::Tie;
  std::string label;
  Relation relation{std::string(relation::member_of)};  ///< Tie; Event, where it opens or closes one
  Event event = Event::Held;                            ///< Event
  bool inverse = false;                                 ///< the value is the subject of the claim
  std::string scheme;                                   ///< Code
  std::map<std::string, Kind, std::less<>> kinds;       ///< Kind, by item
};

/// What a qualifier says of its statement.
enum class QualifierMeans {
  Nothing,
  Start,
  End,
  At,
  StartNotBefore,
  StartNotAfter,
  EndNotBefore,
  EndNotAfter,
  Circumstances,
  Role,
  EndCause,
  Deprecation,
};

struct WikidataQualifier {
  std::string label;
  QualifierMeans means = QualifierMeans::Nothing;
};

/// Immutable after construction.
class WikidataTable {
 public:
  /// Throws Error{InvalidArgument} with line and column for what is no such table; `name` stands for the
  /// file.
  [[nodiscard]] static WikidataTable parse(std::string_view json, const std::string& name);
  /// The one that comes with the program.
  [[nodiscard]] static const WikidataTable& bundled();

  /// Null for a property that is not loaded.
  [[nodiscard]] const WikidataProperty* property(std::string_view id) const;
  /// Null for one that nothing is known of.
  [[nodiscard]] const WikidataQualifier* qualifier(std::string_view id) const;
  /// How well a name in this language may stand for the entity: 0 is best. Nothing for one that is not
  /// loaded.
  [[nodiscard]] std::optional<std::size_t> language(std::string_view code) const;
  /// The relation that a role makes of a membership; nothing for other roles.
  [[nodiscard]] std::optional<Relation> role(std::string_view item) const;
  /// `~`, `?` or nothing.
  [[nodiscard]] char circumstance(std::string_view item) const;

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const noexcept {
      return std::hash<std::string_view>()(text);
    }
  };
  template <typename Value>
  using Table = std::unordered_map<std::string, Value, Hash, std::equal_to<>>;

  Table<WikidataProperty> properties_;
  Table<WikidataQualifier> qualifiers_;
  Table<std::size_t> languages_;
  bool every_language_ = false;  ///< "*" stands in the list
  std::map<std::string, Relation, std::less<>> roles_;
  std::map<std::string, char, std::less<>> circumstances_;
};

}  // namespace entente::detail
