#pragma once
// Names that the program brings along. A reader of articles recognises them, and a table that says "NATO" or
// "UZB" need not explain whom it means: what the registry knows of the entities that claims mention is loaded
// with them.
//
//   Registry registry = Registry::read({bundled_file("states.json"), bundled_file("bodies.json")});
//   registry.names().find("NATO");

#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "graph/claim.hpp"
#include "graph/names.hpp"
#include "loaders/loader.hpp"

namespace entente {

/// Immutable after construction.
class Registry {
 public:
  /// From documents in the claims form; only what they say of entities is kept. Throws what load_claims_json
  /// throws.
  [[nodiscard]] static Registry read(std::span<const std::string_view> documents);
  ~Registry();
  Registry(Registry&&) noexcept;
  Registry& operator=(Registry&&) noexcept;

  [[nodiscard]] const NameIndex& names() const noexcept;

  /// What names, classifies and identifies the entity, and the sources that say so. Its founding and its
  /// dissolution are not among them: a user's own data is not clipped by facts that were not asked for. Empty
  /// for an entity it does not know.
  struct Description {
    std::vector<Claim> claims;
    std::vector<Source> sources;
  };
  [[nodiscard]] const Description& describe(const EntityId& id) const;

  /// The entities that the claim's mentions may mean; several for a name that stays ambiguous, none for one
  /// unknown.
  [[nodiscard]] std::vector<EntityId> mentioned(const Claim& claim) const;

 private:
  struct Tables;
  explicit Registry(std::unique_ptr<Tables> tables);
  std::unique_ptr<Tables> tables_;
};

/// Passes everything on to `next`, and before the first claim that mentions an entity of the registry its
/// description.
class DescribingSink : public ClaimSink {
 public:
  DescribingSink(const Registry& registry, ClaimSink& next);
  ~DescribingSink() override;
  void source(const Source& source) override;
  void claim(const Claim& claim) override;
  void problem(const Diagnostic& problem) override;

 private:
  struct Seen;
  const Registry* registry_;
  ClaimSink* next_;
  std::unique_ptr<Seen> seen_;
};

}  // namespace entente
