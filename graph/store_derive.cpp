#include "graph/store_derive.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "graph/store_names.hpp"
#include "graph/store_rows.hpp"
#include "graph/store_statements.hpp"

namespace entente::detail {

namespace {

constexpr std::uint32_t nobody = Texts::none;

bool is_tie(const Statement& said, bool has_object) {
  return has_object && asserted(said.certainty) && speaks_of_tie(said.event);
}

/// A claim and whom it means: places in NewClaims::entities.
struct Linked {
  Statement said;
  std::uint32_t subject = nobody, object = nobody;
};

class Derivation {
 public:
  Derivation(Connection& connection, Terms& terms, NewClaims& claims, bool fresh)
      : connection_(connection),
        terms_(terms),
        claims_(claims),
        words_(claims.words),
        ids_(claims.entities),
        fresh_(fresh),
        stored_(connection),
        statements_(connection, terms, words_),
        directory_(ids_, fresh ? nullptr : &stored_),
        rows_(connection, terms) {}

  void run() {
    for (const Source& source : read_sources(connection_)) words_.weigh(source);
    for (const auto& full : claims_.describing) directory_.describe(full.id, full.claim);
    if (!fresh_) describe_again();
    take_renamings();
    directory_.settle();
    if (!fresh_) find_claims_to_link_again();
    link();
    write_links();
    for_each_touched_entity();
    write_ties();
    write_directory();
    rows_.finish();
  }

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
  void read_life(EntityNumber number, Being& being);

  // ---- ties

  struct Tie {
    std::uint32_t subject, object;
    std::uint32_t claim;  // place in ties_said_; `none`: only touched
  };
  void add_tie(const Linked& claim);
  void touch_tie(std::uint32_t subject, std::uint32_t object) { ties_.push_back({subject, object, none}); }
  void write_ties();
  void write_tie(std::uint32_t subject, std::uint32_t object, const std::vector<Statement>& said);
  void write_directory();

  static constexpr std::uint32_t none = Texts::none;

  Connection& connection_;
  Terms& terms_;
  NewClaims& claims_;
  Vocabulary& words_;
  Texts& ids_;
  bool fresh_;
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
  std::vector<bool> has_life_;  // of entities, when fresh

  std::vector<Tie> ties_;
  std::vector<Statement> ties_said_;
};

// -------------------------------------------------------------------------------------------- who is meant

/// Entities that new claims describe, or that a new code leads to, are described again from all claims.
void Derivation::describe_again() {
  Directory before(ids_, &stored_);
  for (const auto& full : claims_.describing) {
    const Claim& claim = full.claim;
    if (!describes(claim.event) || !asserted(claim.certainty) || claim.subject.id.empty()) continue;
    redescribed_.insert(before.canonical(claim.subject.id));
    redescribed_.insert(directory_.canonical(claim.subject.id));
    if (claim.event != Event::Identified) continue;
    redescribed_.insert(before.canonical(claim.object.name));
    redescribed_.insert(directory_.canonical(claim.object.name));
  }
  for (const std::string& id : redescribed_) {
    directory_.describe_anew(id);
    const EntityNumber number = stored_.number_of(id);
    if (number == 0) continue;
    for (const std::int64_t claim : statements_.mentioning(number)) {
      const KnownClaim known = statements_.of(claim);
      if (!describes(known.said.event) || !asserted(known.said.certainty)) continue;
      if (words_.id(known.said.subject).empty() || known.subject != number) continue;
      const NewClaims::Full full = statements_.whole(claim);
      directory_.describe(full.id, full.claim);
    }
  }
}

void Derivation::take_renamings() {
  const auto renames = [](const NewClaims::Full& full) {
    return full.claim.event == Event::Renamed ||
           (full.claim.event == Event::Named && full.claim.subject.id.empty());
  };
  const bool any_new = std::any_of(claims_.describing.begin(), claims_.describing.end(), renames);
  renamings_anew_ = fresh_ || any_new || (!redescribed_.empty() && stored_.any_renaming());
  if (!renamings_anew_) return;
  directory_.forget_renamings();
  for (const auto& full : claims_.describing) directory_.rename(full.id, full.claim);
  if (fresh_) return;
  old_renamings_ = stored_.renamings();
  std::vector<std::int64_t> known;
  {
    Query query(connection_.prepared("SELECT number FROM claim WHERE renames IS NOT NULL"));
    while (query.next()) known.push_back(query.row().integer());
  }
  std::set<ClaimId> taken;
  for (const auto& full : claims_.describing) taken.insert(full.id);
  for (const std::int64_t claim : known) {
    const NewClaims::Full full = statements_.whole(claim);
    if (taken.count(full.id) == 0) directory_.rename(full.id, full.claim);
  }
}

void Derivation::find_claims_to_link_again() {
  std::set<std::string> keys;
  for (const std::string& id : redescribed_) {
    std::set<std::pair<std::string, NameBearer>> before, after;
    if (const EntityNumber number = stored_.number_of(id); number != 0) before = stored_.given_to(number);
    if (const Description* description = described_here(id)) {
      const Kind kind = description->kind();
      for (const Alias& alias : description->given) {
        NameBearer bearer{id, alias.sort, kind, {}, {}};
        if (alias.when) {
          bearer.used_from = earliest(*alias.when);
          bearer.used_to = latest(*alias.when);
        }
        if (std::string key = fold_name(alias.text); !key.empty()) after.emplace(std::move(key), bearer);
      }
    }
    for (const auto& entry : before) {
      if (after.count(entry) == 0) keys.insert(entry.first);
    }
    for (const auto& entry : after) {
      if (before.count(entry) == 0) keys.insert(entry.first);
    }
    link_again(id);
  }
  if (renamings_anew_) {
    std::set<std::string> entities;
    const auto compare = [&](const auto& one, const auto& other) {
      for (const auto& [key, id] : one) {
        entities.insert(id);
        const auto same = other.find(key);
        if (same == other.end() || same->second != id) keys.insert(key);
      }
    };
    compare(old_renamings_, directory_.renamings());
    compare(directory_.renamings(), old_renamings_);
    for (const auto& [id, description] : directory_.descriptions()) {
      if (!description.acquired.empty()) entities.insert(id);
    }
    for (const std::string& id : entities) {
      const EntityNumber number = stored_.number_of(id);
      if (number != 0 && acquires_other_names(number, id)) link_again(number);
    }
  }
  for (const std::string& key : keys) link_again_named(key);
}

bool Derivation::acquires_other_names(EntityNumber number, const std::string& id) const {
  static const Description nothing;
  const StoredNames::Stored stored = stored_.entity(number);
  const Description* here = described_here(id);
  const Description& now = here == nullptr ? nothing : *here;
  const auto keys = [](const std::vector<Alias>& aliases) {
    std::set<std::tuple<std::string, AliasSort, std::string, std::string>> set;
    for (const Alias& a : aliases) set.emplace(a.text, a.sort, a.language, a.when ? to_string(*a.when) : "");
    return set;
  };
  return keys(stored.description.acquired) != keys(now.acquired) ||
         stored.description.preferred_acquired != now.preferred_acquired;
}

void Derivation::link_again_named(const std::string& key) {
  for (const EntityNumber entity : stored_.entities_named(key)) link_again(entity);
  link_again(id_of_name(key));
  link_again(id_of_ambiguous_name(key));
}

void Derivation::link_again(EntityNumber number) {
  Query query(connection_.prepared("SELECT id FROM entity WHERE number = ?"), number);
  query.next();
  const std::uint32_t entity = ids_.number_of(query.row().view());
  if (!counted_anew_.insert(entity).second) return;
  for (const std::int64_t claim : statements_.claims_of(number)) {
    if (again_.count(claim) == 0) again_.emplace(claim, statements_.of(claim));
  }
}

Meant Derivation::meant(std::uint32_t mention, const Statement& said, MentionRole role) {
  if (mention >= cache_.size()) {
    const std::size_t size = std::max<std::size_t>(words_.mentions(), std::size_t{mention} + 1);
    cache_.resize(size);
    fixed_uses_.resize(size);
  }
  if (cache_[mention].known) return cache_[mention].meant;
  const Meant meant = directory_.find(words_.name(mention), words_.id(mention), words_.hull(said.when), role);
  if (meant.always) cache_[mention] = {meant, true};
  return meant;
}

void Derivation::count(std::uint32_t entity, std::uint32_t mention, bool spelled) {
  if (mention < cache_.size() && cache_[mention].known && cache_[mention].meant.entity == entity &&
      cache_[mention].meant.spelled == spelled) {
    ++fixed_uses_[mention];
    return;
  }
  auto& [times, as_name] = uses_[{entity, mention}];
  ++times;
  as_name = as_name || spelled;
}

void Derivation::link() {
  const auto find = [&](const Statement& said, Meant& subject, Meant& object) {
    subject = meant(said.subject, said, MentionRole::Subject);
    object = {};
    if (said.object == nobody) return;
    if (said.event == Event::Renamed) {
      object = directory_.renamed_to(subject.entity, words_.name(said.object), words_.id(said.object),
                                     said.certainty);
    } else {
      object = meant(said.object, said, MentionRole::Object);
    }
  };
  Meant subject, object;
  if (fresh_) ties_.reserve(claims_.said.size());
  for (const Statement& said : claims_.said) {
    find(said, subject, object);
    const Linked claim{said, subject.entity, object.entity};
    count(subject.entity, said.subject, subject.spelled);
    if (object.entity != nobody) count(object.entity, said.object, object.spelled);
    write_link(claim);
    if (is_tie(said, object.entity != nobody)) {
      add_tie(claim);
    } else {
      list(claim);
    }
  }
  for (const auto& [number, known] : again_) {
    find(known.said, subject, object);
    const EntityNumber now_subject = number_of(subject.entity);
    const EntityNumber now_object = object.entity == nobody ? 0 : number_of(object.entity);
    if (recounted(subject.entity) || now_subject != known.subject)
      count(subject.entity, known.said.subject, subject.spelled);
    if (object.entity != nobody && (recounted(object.entity) || now_object != known.object))
      count(object.entity, known.said.object, object.spelled);
    if (now_subject != known.subject || now_object != known.object) {
      moved_.emplace(number, Linked{known.said, subject.entity, object.entity});
    }
  }
}

/// A new claim, whose row may say already whom it means.
void Derivation::write_link(const Linked& claim) {
  const auto supposed = [&](std::uint32_t mention) {
    return mention < claims_.supposed.size() ? claims_.supposed[mention] : nobody;
  };
  if (!claims_.supposed.empty() && supposed(claim.said.subject) == claim.subject &&
      (claim.said.object == nobody || claim.said.event == Event::Renamed
           ? claim.object == nobody
           : supposed(claim.said.object) == claim.object)) {
    return;
  }
  update_link(claim);
}

void Derivation::update_link(const Linked& claim) {
  Query(connection_.prepared("UPDATE claim SET subject = ?, object = ? WHERE number = ?"),
        number_of(claim.subject),
        claim.object == nobody ? std::nullopt : std::optional(number_of(claim.object)),
        std::int64_t{claim.said.claim})
      .run();
}

/// A claim that stands behind no tie.
void Derivation::list(const Linked& claim) {
  for (const std::uint32_t entity : {claim.subject, claim.object}) {
    if (entity == nobody) continue;
    Query(connection_.prepared("INSERT OR IGNORE INTO mentioned VALUES (?, ?)"), number_of(entity),
          std::int64_t{claim.said.claim})
        .run();
  }
  if (!asserted(claim.said.certainty) || !speaks_of_life(claim.said.event)) return;
  life_touched_.insert(claim.subject);
  if (fresh_) {
    Being& being = beings_[claim.subject];
    being.said.push_back(claim.said);
    add_to(being.life, claim.said, words_);
  }
}

void Derivation::write_links() {
  for (const auto& [number, now] : moved_) {
    const KnownClaim& before = again_.at(number);
    update_link(now);
    if (is_tie(before.said, before.object != 0)) {
      const bool turn = turned(before.said.event);
      const auto place = [&](EntityNumber entity) {
        Query query(connection_.prepared("SELECT id FROM entity WHERE number = ?"), entity);
        query.next();
        const std::uint32_t found = ids_.number_of(query.row().view());
        return found;
      };
      touch_tie(place(turn ? before.object : before.subject), place(turn ? before.subject : before.object));
    } else {
      for (const EntityNumber entity : {before.subject, before.object}) {
        Query(connection_.prepared("DELETE FROM mentioned WHERE entity = ? AND claim = ?"), entity, number)
            .run();
      }
    }
    if (is_tie(now.said, now.object != nobody)) {
      add_tie(now);
    } else {
      list(now);
    }
  }
}

// ------------------------------------------------------------------------------------------------ entities

EntityNumber Derivation::number_of(std::uint32_t entity) {
  if (fresh_) return EntityNumber{entity} + 1;
  if (entity >= numbers_.size()) {
    numbers_.resize(std::max<std::size_t>(ids_.size(), std::size_t{entity} + 1));
    has_row_.resize(numbers_.size());
  }
  EntityNumber& number = numbers_[entity];
  if (number != 0) return number;
  number = stored_.number_of(ids_.text(entity));
  if (number != 0) {
    has_row_[entity] = true;
  } else {
    if (next_entity_ == 0) {
      next_entity_ =
          connection_.database().execAndGet("SELECT coalesce(max(number), 0) FROM entity").getInt64();
    }
    number = ++next_entity_;
  }
  return number;
}

const Description* Derivation::described_here(const std::string& id) const {
  const auto found = directory_.descriptions().find(id);
  return found == directory_.descriptions().end() ? nullptr : &found->second;
}

void Derivation::for_each_touched_entity() {
  struct Use {
    std::uint32_t entity, mention, times;
    bool spelled;
  };
  std::vector<Use> uses;
  for (std::uint32_t mention = 0; mention < fixed_uses_.size(); ++mention) {
    if (fixed_uses_[mention] == 0) continue;
    const Meant& meant = cache_[mention].meant;
    uses.push_back({meant.entity, mention, fixed_uses_[mention], meant.spelled});
  }
  for (const auto& [key, use] : uses_) uses.push_back({key.first, key.second, use.first, use.second});
  std::sort(uses.begin(), uses.end(), [](const Use& a, const Use& b) {
    return std::tie(a.entity, a.mention) < std::tie(b.entity, b.mention);
  });
  std::set<std::uint32_t> rest = counted_anew_;
  rest.insert(life_touched_.begin(), life_touched_.end());
  Touched touched;
  for (auto use = uses.begin(); use != uses.end();) {
    const std::uint32_t entity = use->entity;
    touched.spellings.clear();
    touched.mentions = 0;
    for (; use != uses.end() && use->entity == entity; ++use) {
      touched.mentions += use->times;
      if (use->spelled) touched.spellings[std::string(words_.name(use->mention))] += use->times;
    }
    rest.erase(entity);
    write_entity(entity, touched);
  }
  touched = {};
  for (const std::uint32_t entity : rest) write_entity(entity, touched);
}

void Derivation::write_new_entity(std::uint32_t entity, const Touched& touched) {
  const std::string id(ids_.text(entity));
  const Description* description = described_here(id);
  const auto being = beings_.find(entity);
  DerivedRows::EntityRow row{number_of(entity), touched.mentions, 0,
                             description != nullptr && description->described};
  Entity whole;
  if (!fresh_ && life_touched_.count(entity) != 0) {
    Being& read = beings_[entity];
    read_life(row.number, read);
    row.life = static_cast<std::int64_t>(read.said.size());
    whole.founded = founding_of(read.life);
    whole.dissolved = end_of(read.life);
  } else if (being != beings_.end()) {
    row.life = static_cast<std::int64_t>(being->second.said.size());
    whole.founded = founding_of(being->second.life);
    whole.dissolved = end_of(being->second.life);
  }
  if (description == nullptr && row.life == 0 && touched.spellings.size() == 1) {
    const std::string& name = touched.spellings.begin()->first;
    rows_.insert_plain(row, id, name, fold_name(name),
                       static_cast<std::int64_t>(touched.spellings.begin()->second));
  } else {
    Entity entity_row = entity_of(id, description, touched.spellings);
    entity_row.founded = std::move(whole.founded);
    entity_row.dissolved = std::move(whole.dissolved);
    rows_.insert(row, entity_row, description, touched.spellings);
  }
  if (id.starts_with("name:")) write_unmatched(row.number, id, touched.spellings);
}

void Derivation::write_unmatched(EntityNumber number, const std::string& id,
                                 const std::map<std::string, std::size_t>& spellings) {
  for (const auto& [spelling, times] : spellings) {
    const std::string key = fold_name(spelling);
    if (id == id_of_ambiguous_name(key)) rows_.insert_unmatched(number, spelling, directory_.candidates(key));
  }
}

void Derivation::write_entity(std::uint32_t entity, const Touched& touched) {
  const EntityNumber number = number_of(entity);
  if (fresh_ || !has_row_[entity]) {
    if (touched.mentions != 0) write_new_entity(entity, touched);
    return;
  }
  const StoredNames::Stored before = stored_.entity(number);
  const bool anew = recounted(entity);
  rows_.remove_entity(number);
  DerivedRows::EntityRow row{number, touched.mentions + (anew ? 0 : before.mentions), before.life,
                             before.described};
  const bool life_touched = anew || life_touched_.count(entity) != 0;
  if (row.mentions == 0) return;

  std::map<std::string, std::size_t> spellings = touched.spellings;
  if (!anew) {
    for (const auto& [spelling, times] : before.spellings) spellings[spelling] += times;
  }
  Description description = before.description;
  const Description* here = described_here(before.id);
  if (redescribed_.count(before.id) != 0) {
    description = here == nullptr ? Description{} : *here;
    if (!renamings_anew_) {
      description.acquired = before.description.acquired;
      description.preferred_acquired = before.description.preferred_acquired;
    }
  } else if (renamings_anew_) {
    description.acquired = here == nullptr ? std::vector<Alias>() : here->acquired;
    description.preferred_acquired = here == nullptr ? std::set<std::string>() : here->preferred_acquired;
  }
  row.described = description.described;

  Entity whole = entity_of(before.id, &description, spellings);
  if (life_touched) {
    Being& read = beings_[entity];
    read_life(number, read);
    row.life = static_cast<std::int64_t>(read.said.size());
    whole.founded = founding_of(read.life);
    whole.dissolved = end_of(read.life);
  } else {
    whole.founded = before.founded;
    whole.dissolved = before.dissolved;
  }
  // Its name stands in what is noted of its life; a treaty admits those that are no organisations.
  const bool lived = row.life != 0 || before.life != 0;
  if ((lived && (life_touched || whole.name != before.name)) || whole.kind != before.kind) {
    touch_all_ties(entity);
  }
  rows_.insert(row, whole, &description, spellings);
  if (before.id.starts_with("name:")) write_unmatched(number, before.id, spellings);
}

void Derivation::touch_all_ties(std::uint32_t own) {
  const auto place = [&](EntityNumber entity) {
    Query query(connection_.prepared("SELECT id FROM entity WHERE number = ?"), entity);
    if (!query.next()) return none;  // it is no more
    return ids_.number_of(query.row().view());
  };
  const EntityNumber number = number_of(own);  // its own row is just being written
  for (const KnownEdge& edge : statements_.edges_of_subject(number)) {
    const std::uint32_t object = edge.object == number ? own : place(edge.object);
    if (object != none) touch_tie(own, object);
  }
  for (const EntityNumber subject : statements_.subjects_of(number)) {
    if (subject == number) continue;
    if (const std::uint32_t other = place(subject); other != none) touch_tie(other, own);
  }
}

void Derivation::read_life(EntityNumber number, Being& being) {
  being.life = {};
  being.said.clear();
  for (const std::int64_t claim : statements_.mentioning(number)) {
    const KnownClaim known = statements_.of(claim);
    if (known.subject != number || !asserted(known.said.certainty) || !speaks_of_life(known.said.event) ||
        is_tie(known.said, known.object != 0)) {
      continue;
    }
    being.said.push_back(known.said);
    add_to(being.life, known.said, words_);
  }
}

/// REQUIRES: its row is written.
const Derivation::Being& Derivation::being(std::uint32_t entity) {
  const auto [place, is_new] = beings_.try_emplace(entity);
  Being& being = place->second;
  if (!is_new && !being.entity.id.value.empty()) return being;
  Query query(
      connection_.prepared("SELECT id, name, kind, founded, dissolved, life FROM entity WHERE number = ?"),
      number_of(entity));
  if (!query.next()) throw Error(ErrorCode::DatabaseFailure, "the database is damaged: an entity is missing");
  Row row = query.row();
  being.entity.id.value = row.text();
  being.entity.name = row.text();
  being.entity.kind = kind_from(row.text()).value_or(Kind::Unknown);
  if (const auto date = row.optional_text()) being.entity.founded = stored_date(*date);
  if (const auto date = row.optional_text()) being.entity.dissolved = stored_date(*date);
  if (row.integer() != 0 && being.said.empty()) read_life(number_of(entity), being);
  return being;
}

// ---------------------------------------------------------------------------------------------------- ties

void Derivation::add_tie(const Linked& claim) {
  const bool turn = turned(claim.said.event);
  ties_.push_back({turn ? claim.object : claim.subject, turn ? claim.subject : claim.object,
                   static_cast<std::uint32_t>(ties_said_.size())});
  ties_said_.push_back(claim.said);
}

void Derivation::write_ties() {
  // Sorted, the edges of a subject are written one after the other, as they will lie.
  std::sort(ties_.begin(), ties_.end(), [](const Tie& a, const Tie& b) {
    return std::tie(a.subject, a.object, a.claim) < std::tie(b.subject, b.object, b.claim);
  });
  std::vector<bool> lives(ids_.size(), false);
  for (const auto& [entity, being] : beings_) lives[entity] = !being.said.empty();
  std::vector<KnownEdge> known;
  std::uint32_t subject = none;
  std::vector<Statement> said;
  for (auto tie = ties_.begin(); tie != ties_.end();) {
    if (tie->subject != subject) {
      subject = tie->subject;
      if (!fresh_) known = statements_.edges_of_subject(number_of(subject));
    }
    const std::uint32_t object = tie->object;
    const auto begin = tie;
    while (tie != ties_.end() && tie->subject == subject && tie->object == object) ++tie;
    if (fresh_ && tie - begin == 1 && !lives[subject] && !lives[object]) {
      const Statement& only = ties_said_[begin->claim];
      if (const auto interval = interval_of_single(only, words_)) {
        const std::string_view relation = words_.relations.text(only.relation);
        const EdgeId id = edge_id(ids_.text(subject), relation, ids_.text(object), interval->first(),
                                  std::span(&only.id, 1));
        rows_.insert_single({number_of(subject), terms_.number_of(std::string(relation)), number_of(object)},
                            id, *interval, only.claim);
        continue;
      }
    }
    said.clear();
    std::set<std::int64_t> taken;
    for (auto one = begin; one != tie; ++one) {
      if (one->claim == none) continue;
      said.push_back(ties_said_[one->claim]);
      taken.insert(said.back().claim);
    }
    if (!fresh_) {
      std::vector<std::int64_t> claims;
      for (const KnownEdge& edge : known) {
        if (edge.object != number_of(object)) continue;
        statements_.claims_of(edge, claims);
        rows_.remove(number_of(subject), edge);
      }
      for (const std::int64_t claim : claims) {
        if (moved_.count(claim) != 0 || !taken.insert(claim).second) continue;
        said.push_back(statements_.of(claim).said);
      }
    }
    if (!said.empty()) write_tie(subject, object, said);
  }
}

void Derivation::write_tie(std::uint32_t subject, std::uint32_t object, const std::vector<Statement>& said) {
  const Being& from = being(subject);
  const Being& to = being(object);
  const auto edges = edges_between({&from.entity, &from.life}, {&to.entity, &to.life}, said, words_);
  const auto find = [&](const ClaimId& id) -> std::pair<std::int64_t, bool> {
    const std::vector<Statement>* const lists[] = {&said, &from.said, &to.said};
    for (const auto* list : lists) {
      const auto found =
          std::find_if(list->begin(), list->end(), [&](const Statement& s) { return s.id == id; });
      if (found != list->end()) return {std::int64_t{found->claim}, list != &said};
    }
    throw Error(ErrorCode::DatabaseFailure, "an edge stands on a claim that was not given");
  };
  for (const Edge& edge : edges) {
    rows_.insert({number_of(subject), terms_.number_of(edge.relation.label), number_of(object)}, edge, find);
  }
}

void Derivation::write_directory() {
  for (const auto& [code, id] : directory_.codes()) {
    Query(connection_.prepared("INSERT INTO code VALUES (?1, ?2) ON CONFLICT (code) DO UPDATE SET id = ?2"),
          code, id)
        .run();
  }
  if (!renamings_anew_ || old_renamings_ == directory_.renamings()) return;
  connection_.database().exec("DELETE FROM renaming");
  for (const auto& [key, id] : directory_.renamings()) {
    Query(connection_.prepared("INSERT INTO renaming VALUES (?, ?)"), key, id).run();
  }
}

}  // namespace

void NewClaims::add(const ClaimId& id, std::uint32_t number, const Claim& claim) {
  said.push_back(words.state(id, claim));
  said.back().claim = number;
  if (describes(claim.event) || claim.event == Event::Renamed) {
    if (asserted(claim.certainty)) describing.push_back({id, claim});
  }
}

std::uint32_t NewClaims::suppose(std::uint32_t mention) {
  if (mention >= supposed.size()) supposed.resize(std::size_t{mention} + 1, Texts::none);
  std::uint32_t& entity = supposed[mention];
  if (entity == Texts::none) {
    const std::string_view id = words.id(mention);
    entity =
        id.empty() ? entities.number_of(id_of_name(fold_name(words.name(mention)))) : entities.number_of(id);
  }
  return entity;
}

void derive(Connection& connection, Terms& terms, NewClaims& claims, bool fresh) {
  Derivation(connection, terms, claims, fresh).run();
  Query(connection.prepared("INSERT INTO meta VALUES ('derivation', ?)"
                            " ON CONFLICT (key) DO UPDATE SET value = excluded.value"),
        std::string(derivation))
      .run();
}

void derive_all(Connection& connection, Terms& terms) {
  for (const char* table : {"entity", "name", "outside_id", "code", "renaming", "edge", "relation",
                            "edge_claim", "dispute", "dispute_claim", "note", "mentioned", "unmatched"}) {
    connection.database().exec(fmt::format("DELETE FROM {}", table));
  }
  connection.database().exec("DELETE FROM meta WHERE key IN ('edge', 'entities', 'disputed')");
  NewClaims claims;
  Statements statements(connection, terms, claims.words);
  statements.each([&](const KnownClaim& known) {
    claims.said.push_back(known.said);
    const bool describing = describes(known.said.event) || known.said.event == Event::Renamed;
    if (describing && asserted(known.said.certainty))
      claims.describing.push_back(statements.whole(known.said.claim));
  });
  derive(connection, terms, claims, true);
}

std::int64_t noted(Connection& connection, const std::string& key) {
  Query query(connection.prepared("SELECT CAST(value AS INTEGER) FROM meta WHERE key = ?"), key);
  return query.next() ? query.row().integer() : 0;
}

void note(Connection& connection, const std::string& key, std::int64_t value) {
  Query(connection.prepared("INSERT INTO meta VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = ?2"),
        key, std::to_string(value))
      .run();
}

bool derived_by_other_rules(Connection& connection) {
  Query query(connection.prepared("SELECT value FROM meta WHERE key = 'derivation'"));
  return query.next() && query.row().text() != derivation;
}

}  // namespace entente::detail
