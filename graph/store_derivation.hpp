#pragma once
// How new claims change what is derived, step by step: who is meant (store_derive_links.cpp), which entities
// that touches (store_derive_entities.cpp), and which ties (store_derive_ties.cpp). Private to store_derive.

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "graph/store_bulk.hpp"
#include "graph/store_derive.hpp"
#include "graph/store_names.hpp"
#include "graph/store_rows.hpp"
#include "graph/store_statements.hpp"

namespace entente::detail {

inline constexpr std::uint32_t nobody = Texts::none;

[[nodiscard]] inline bool is_tie(const Statement& said, bool has_object) {
  return has_object && asserted(said.certainty) && speaks_of_tie(said.event);
}

/// A claim and whom it means: places in NewClaims::entities.
struct Linked {
  Statement said;
  std::uint32_t subject = nobody, object = nobody;
};

/// One run of it; its steps in the order of run(). Not to be used twice.
class Derivation {
 public:
  Derivation(Connection& connection, Terms& terms, NewClaims& claims, bool fresh, BulkFile* bulk)
      : connection_(connection),
        terms_(terms),
        claims_(claims),
        words_(claims.words),
        ids_(claims.entities),
        fresh_(fresh),
        bulk_(bulk),
        stored_(connection),
        statements_(connection, terms, words_),
        directory_(ids_, fresh ? nullptr : &stored_),
        rows_(connection, terms, bulk) {}

  void run();

 private:
  /// What changes about one entity.
  struct Touched {
    std::map<std::string, std::size_t> spellings;
    std::int64_t mentions = 0;
    bool life = false;  // what is said of its life may have changed
  };

  // ---- who is meant

  void describe_again();
  void take_renamings();
  void find_claims_to_link_again();
  void link_again(EntityNumber entity);
  void link_again(std::string_view id) {
    if (const EntityNumber number = stored_.number_of(id); number != 0) link_again(number);
  }
  void link_again_named(const std::string& key);
  [[nodiscard]] bool acquires_other_names(EntityNumber number, const std::string& id) const;
  void link();
  Linked linked(const Statement& said);
  Meant meant(std::uint32_t mention, const Statement& said, MentionRole role);
  void count(std::uint32_t entity, std::uint32_t mention, bool spelled);
  [[nodiscard]] bool recounted(std::uint32_t entity) const { return counted_anew_.count(entity) != 0; }
  void write_links();
  void write_link(const Linked& claim);
  void update_link(const Linked& claim);
  void list(const Linked& claim);

  // ---- entities

  EntityNumber number_of(std::uint32_t entity);
  void for_each_touched_entity();
  void write_entity(std::uint32_t entity, const Touched& touched);
  void write_new_entity(std::uint32_t entity, const Touched& touched);
  void write_unmatched(EntityNumber number, const std::string& id,
                       const std::map<std::string, std::size_t>& spellings);
  [[nodiscard]] const Description* described_here(const std::string& id) const;
  void touch_all_ties(std::uint32_t entity);
  struct Being {
    Entity entity;  // id, name, kind and existence
    Life life;
    std::vector<Statement> said;  // of its life
  };
  const Being& being(std::uint32_t entity);
  struct Brief;
  Brief& brief(std::uint32_t entity);
  void read_life(EntityNumber number, Being& being);

  // ---- ties

  struct Tie {
    std::uint32_t subject, object;
    std::uint32_t claim;  // place in ties_said_; `nobody`: only touched
  };
  void add_tie(const Linked& claim);
  void touch_tie(std::uint32_t subject, std::uint32_t object) { ties_.push_back({subject, object, nobody}); }
  void write_ties();
  void write_tie(std::uint32_t subject, std::uint32_t object, const std::vector<Statement>& said);
  void write_directory();

  Connection& connection_;
  Terms& terms_;
  NewClaims& claims_;
  Vocabulary& words_;
  Texts& ids_;
  bool fresh_;
  BulkFile* bulk_;
  StoredNames stored_;
  Statements statements_;
  Directory directory_;
  DerivedRows rows_;

  std::set<std::string> redescribed_;
  bool renamings_anew_ = false;
  std::map<std::string, std::string, std::less<>> old_renamings_;
  std::map<std::int64_t, KnownClaim> again_;  // claims to be linked again, by number
  std::set<std::uint32_t> counted_anew_;      // entities all of whose claims are among those
  std::map<std::int64_t, Linked> moved_;      // those that mean somebody else now

  struct Cached {
    Meant meant;
    bool known = false;
  };
  std::vector<Cached> cache_;              // of mentions that always mean the same
  std::vector<std::uint32_t> fixed_uses_;  // of those mentions
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::pair<std::uint32_t, bool>>
      uses_;  // (entity, mention)
  std::set<std::uint32_t> life_touched_;
  std::vector<EntityNumber> numbers_;  // of entities; 0: not looked up, or none yet
  std::vector<bool> has_row_;          // of entities
  EntityNumber next_entity_ = 0;
  std::map<std::uint32_t, Being> beings_;
  struct Brief {
    std::uint32_t name = nobody;  // in kept_names_
    Kind kind = Kind::Unknown;
  };
  std::vector<Brief> briefs_;  // of entities, when fresh: what their rows say
  Texts kept_names_;

  std::vector<Tie> ties_;
  std::vector<Statement> ties_said_;
};

}  // namespace entente::detail
