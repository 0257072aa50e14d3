// Who is meant by new claims, and by those whose names or codes now lead elsewhere.

#include <algorithm>
#include <tuple>

#include "graph/store_derivation.hpp"

namespace entente::detail {

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
  if (bulk_ != nullptr) {
    const bool adds = claim.said.event == Event::Renamed;
    const auto party = [&](std::uint32_t entity) {
      return entity == nobody ? 0 : static_cast<std::uint32_t>(number_of(entity));
    };
    bulk_->replace_parties(claim.said.claim, party(claim.subject), adds ? 0 : party(claim.object));
    if (adds && claim.object != nobody) bulk_->add_object(claim.said.claim, party(claim.object));
    return;
  }
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
    if (bulk_ != nullptr) {
      bulk_->mentioned(number_of(entity), claim.said.claim);
      continue;
    }
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

}  // namespace entente::detail
