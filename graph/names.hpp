#pragma once
// From a name to an entity: case, accents and punctuation folded; the date in question decides where it can;
// what is ambiguous stays ambiguous and what is unknown gets near candidates.

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/entity.hpp"

namespace entente {

/// The key under which a name is looked up: compatibility-decomposed, without marks, case-folded, every run
/// of anything but letters and digits one space, no leading "the". "The Côte-d'Ivoire" → "cote d ivoire".
/// Never throws; bytes that are not UTF-8 count as punctuation.
[[nodiscard]] std::string fold_name(std::string_view name);

/// An entity that has the name, and with which of its aliases.
struct NameMatch {
  EntityId id;
  std::string name;  ///< the entity's preferred name
  Kind kind = Kind::Unknown;
  Alias alias;
  std::optional<Date> founded;
  std::optional<Date> dissolved;
};

/// Of several matches those that fit the period: the alias was in use and the entity existed on some day of
/// it. All of them when none fits or no period is given. One entry per entity, sorted by id.
[[nodiscard]] std::vector<NameMatch> fitting(std::vector<NameMatch> matches,
                                             const std::optional<Period>& period);

/// The part that a mention plays in a claim: who joins, or what is joined.
enum class MentionRole { Subject, Object };

/// Whether an alias is the entity's own name: a name or an acronym. "Uzbek" and "Tashkent" stand for
/// Uzbekistan in prose only.
[[nodiscard]] constexpr bool names_entity(AliasSort sort) noexcept {
  return sort == AliasSort::Name || sort == AliasSort::Acronym;
}

/// Whom a mention of a claim means: those whose own name it is, that fit the period and, where the role
/// leaves exactly one, that one. What joins is a state rather than a place of the same name; what is joined
/// is a body rather than a state or a place.
[[nodiscard]] std::vector<NameMatch> likely(std::span<const NameMatch> matches,
                                            const std::optional<Period>& period, MentionRole role);

/// Up to `limit` of `known` (folded) that a reader may have meant by `name`: by edit distance (restricted
/// Damerau-Levenshtein, at most a third of the length), shared beginnings, shared words. Best first, then by
/// text.
[[nodiscard]] std::vector<std::string> near_names(std::string_view name, std::span<const std::string> known,
                                                  std::size_t limit = 5);

/// All names of a set of entities, in memory. Immutable after construction, safe to share between threads.
class NameIndex {
 public:
  explicit NameIndex(std::span<const Entity> entities);
  ~NameIndex();
  NameIndex(NameIndex&&) noexcept;
  NameIndex& operator=(NameIndex&&) noexcept;

  /// Every entity that has this name, whatever the date. O(length of the name).
  [[nodiscard]] std::span<const NameMatch> find(std::string_view name) const;
  /// As find, for a name that is already folded.
  [[nodiscard]] std::span<const NameMatch> find_folded(std::string_view folded) const;
  /// The most words that any name has.
  [[nodiscard]] std::size_t longest() const noexcept;
  /// Entities by id or outside id (`scheme:value`).
  [[nodiscard]] const Entity* by_id(std::string_view id) const;
  [[nodiscard]] std::span<const Entity> entities() const noexcept;

 private:
  struct Tables;
  std::unique_ptr<Tables> tables_;
};

}  // namespace entente
