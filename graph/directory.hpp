#pragma once
// Who is meant: which ids and names lead to which entity, as far as claims say so. Internal to graph/;
// docs/resolution.md tells the rules in words.
//
//   Directory directory(entities, nullptr);
//   for (…) directory.take(id, claim);              // what describes or renames; any order
//   directory.settle();
//   Meant who = directory.find(name, id, hull, MentionRole::Subject);

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "graph/entity.hpp"
#include "graph/names.hpp"
#include "graph/statement.hpp"

namespace entente::detail {

/// An entity that was given a name by a description, and when the name was in use.
struct NameBearer {
  std::string entity;
  AliasSort sort = AliasSort::Name;
  Kind kind = Kind::Unknown;
  std::optional<Day> used_from, used_to;
  friend auto operator<=>(const NameBearer&, const NameBearer&) = default;
};

/// What is known of ids and names from before: a database. What the new claims describe is looked up there no
/// more.
class KnownNames {
 public:
  KnownNames() = default;
  virtual ~KnownNames() = default;
  KnownNames(const KnownNames&) = delete;
  KnownNames& operator=(const KnownNames&) = delete;
  /// The id that a code (`cow:704`) was given to.
  [[nodiscard]] virtual std::optional<std::string> coded(std::string_view code) const = 0;
  [[nodiscard]] virtual bool described(std::string_view entity) const = 0;
  [[nodiscard]] virtual std::vector<NameBearer> bearers(std::string_view key) const = 0;
  /// The entity that a renaming leads to.
  [[nodiscard]] virtual std::optional<std::string> renamed(std::string_view key) const = 0;
};

/// All that descriptions say of one entity.
struct Description {
  bool described = false;  ///< by its id
  std::map<Kind, std::size_t> kinds;
  std::vector<Alias> given;                  ///< by descriptions that name the entity's id
  std::vector<Alias> acquired;               ///< by renamings, and by descriptions that know it by name only
  std::set<std::string> preferred;           ///< of those that were given
  std::set<std::string> preferred_acquired;  ///< of the others
  std::set<OutsideId> outside_ids;

  [[nodiscard]] Kind kind() const noexcept;
};

/// Whom a mention means.
struct Meant {
  std::uint32_t entity = Texts::none;  ///< number of its id
  bool spelled =
      false;  ///< the mention's text is one of its names: no description led from the one to the other
  bool always = true;  ///< at every date, and as subject and object alike
};

/// The id of an entity that is known by a name alone, and the id where several known entities share the name.
/// `key` is a folded name.
[[nodiscard]] std::string id_of_name(std::string_view key);
[[nodiscard]] std::string id_of_ambiguous_name(std::string_view key);

class Directory {
 public:
  /// `entities` numbers the ids of entities; both must outlive this.
  Directory(Texts& entities, const KnownNames* known) : entities_(entities), known_(known) {}

  /// What describes an entity by its id. Ignores any other claim. REQUIRES: not settled yet.
  void describe(const ClaimId& id, const Claim& claim);
  /// What gives an entity a new name, or describes it by name. Ignores any other claim. Either all renamings
  /// are taken or none: with one of them, what was known of renamings is looked up no more.
  void rename(const ClaimId& id, const Claim& claim);
  /// Both.
  void take(const ClaimId& id, const Claim& claim) {
    describe(id, claim);
    rename(id, claim);
  }
  /// This entity is described by the claims taken here and no others, whatever was known of it.
  void describe_anew(std::string_view entity) { anew_.insert(std::string(entity)); }
  void forget_renamings() { renamings_known_ = true; }
  void settle();

  /// Where an id leads: itself, or the entity that it is a code of.
  [[nodiscard]] std::string canonical(std::string_view id) const;
  [[nodiscard]] Meant find(std::string_view name, std::string_view id, const std::optional<Period>& when,
                           MentionRole role);
  /// The other entity that already bears the new name: then a "renaming" is a succession. What is not
  /// asserted gives nobody a name, and means another only by an id.
  [[nodiscard]] Meant renamed_to(std::uint32_t subject, std::string_view name, std::string_view id,
                                 Certainty certainty);
  /// The ids of those that a name may mean; empty for one that is not ambiguous.
  [[nodiscard]] std::vector<std::string> candidates(std::string_view key);

  /// By id; entities of which nothing was said here have none.
  [[nodiscard]] const std::map<std::string, Description, std::less<>>& descriptions() const noexcept {
    return descriptions_;
  }
  /// From a folded name to an entity's id.
  [[nodiscard]] const std::map<std::string, std::string, std::less<>>& renamings() const noexcept {
    return renamings_;
  }
  /// From a code to the id that it was given to.
  [[nodiscard]] const std::map<std::string, std::string, std::less<>>& codes() const noexcept {
    return codes_;
  }

 private:
  struct Said {
    ClaimId id;
    Claim claim;
  };
  [[nodiscard]] bool described(std::string_view entity) const;
  [[nodiscard]] const std::vector<NameBearer>& bearers(const std::string& key);
  void settle_names();
  void settle_renamings();

  Texts& entities_;
  const KnownNames* known_;
  std::vector<Said> descriptions_taken_, renamings_taken_;
  std::set<std::string, std::less<>> anew_;
  std::map<std::string, Description, std::less<>> descriptions_;
  std::map<std::string, std::string, std::less<>> codes_;
  std::map<std::string, std::string, std::less<>> renamings_;
  std::unordered_map<std::string, std::vector<NameBearer>> bearers_;
  std::set<std::string> merged_;  // keys whose bearers include what was known
  bool renamings_known_ = false;
};

/// The entity with its names put together: those that were given, and how its mentions spell it. `spellings`:
/// how often each was used.
[[nodiscard]] Entity entity_of(std::string_view id, const Description* description,
                               const std::map<std::string, std::size_t>& spellings);

}  // namespace entente::detail
