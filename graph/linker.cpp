#include "graph/linker.hpp"

#include <algorithm>
#include <set>
#include <tuple>

namespace entente::detail {

namespace {

bool asserted(const Claim& claim) {
  return claim.certainty == Certainty::Stated || claim.certainty == Certainty::Inferred;
}

std::optional<Period> hull_of(const Claim& claim) { return claim.when ? hull(*claim.when) : std::nullopt; }

/// "Collective Security Treaty" → "collective-security-treaty".
std::string slug(std::string folded) {
  std::replace(folded.begin(), folded.end(), ' ', '-');
  return folded.empty() ? "unnamed" : folded;
}

/// Whether the claim's object is an entity: not a new name, a kind or a code.
bool object_is_entity(const Claim& claim) {
  switch (claim.event) {
    case Event::Named:
    case Event::Classified:
    case Event::Identified:
      return false;
    default:
      return !claim.object.empty();
  }
}

class Linker {
 public:
  explicit Linker(std::vector<LinkedClaim>& claims) : claims_(claims) {
    gather_registered();
    gather_mapped();
    index_ = std::make_unique<NameIndex>(registered_list());
    gather_renamings();
  }

  void link_all() {
    for (LinkedClaim& linked : claims_) {
      const Claim& claim = *linked.claim;
      const auto when = hull_of(claim);
      linked.subject = find(claim.subject, when, MentionRole::Subject);
      if (claim.event == Event::Renamed) {
        linked.object = renamed_to(linked.subject, claim);
      } else if (object_is_entity(claim)) {
        linked.object = find(claim.object, when, MentionRole::Object);
      }
    }
  }

  [[nodiscard]] std::vector<Entity> entities() {
    std::vector<Entity> result;
    for (auto& [id, draft] : drafts_) result.push_back(finish(id, std::move(draft)));
    return result;
  }

  [[nodiscard]] std::vector<Unmatched> unmatched() const {
    std::vector<Unmatched> result;
    for (const auto& [name, candidates] : unmatched_) result.push_back({name, candidates});
    return result;
  }

 private:
  struct Draft {
    std::set<std::string> preferred;
    std::map<std::string, std::size_t> spellings;  // of an entity that only its mentions name
    std::vector<Alias> aliases;
    std::set<OutsideId> outside_ids;
    std::map<Kind, std::size_t> kinds;
  };

  /// Entities that some claim describes by id, with all their names.
  void gather_registered() {
    for (const LinkedClaim& linked : claims_) {
      const Claim& claim = *linked.claim;
      if (claim.event != Event::Identified || !asserted(claim) || claim.subject.id.empty()) continue;
      by_outside_id_.emplace(claim.object.name, claim.subject.id);
    }
    for (const LinkedClaim& linked : claims_) {
      const Claim& claim = *linked.claim;
      if (claim.subject.id.empty() || !asserted(claim)) continue;
      if (claim.event == Event::Named || claim.event == Event::Classified ||
          claim.event == Event::Identified) {
        describe(drafts_[canonical(claim.subject.id)], claim);
      }
    }
  }

  /// Names of which somebody has said whom they mean: they are never looked up. Two that contradict one
  /// another decide nothing.
  void gather_mapped() {
    std::map<std::string, std::set<std::string>> meant;
    for (const auto& [id, draft] : drafts_) {
      for (const Alias& alias : draft.aliases) {
        if (alias.sort == AliasSort::Mapped) meant[fold_name(alias.text)].insert(id);
      }
    }
    for (const auto& [name, ids] : meant) {
      if (ids.size() == 1) made_.emplace(name, *ids.begin());
    }
  }

  /// New names of entities, known or not, in the order of time: the old name leads to the entity, the new
  /// one, too.
  void gather_renamings() {
    std::vector<const Claim*> renamings;
    for (const LinkedClaim& linked : claims_) {
      const Claim& claim = *linked.claim;
      const bool named_by_name = claim.event == Event::Named && claim.subject.id.empty();
      if (asserted(claim) && (claim.event == Event::Renamed || named_by_name)) renamings.push_back(&claim);
    }
    std::stable_sort(renamings.begin(), renamings.end(), [](const Claim* a, const Claim* b) {
      const auto key = [](const Claim* c) { return c->when ? earliest(*c->when) : std::optional<Day>(); };
      return key(a) < key(b);
    });
    for (const Claim* claim : renamings) {
      const EntityId subject = find(claim->subject, hull_of(*claim), MentionRole::Subject);
      if (claim->event == Event::Named) {
        describe(drafts_[subject.value], *claim);
        made_.emplace(fold_name(claim->object.name), subject.value);
        continue;
      }
      if (renamed_to(subject, *claim)) continue;
      Alias alias{claim->object.name, AliasSort::Name, "", std::nullopt};
      if (claim->when && std::holds_alternative<Date>(*claim->when)) {
        alias.when = DateInterval{std::get<Date>(*claim->when), Open{}};
      }
      drafts_[subject.value].aliases.push_back(alias);
      made_.emplace(fold_name(claim->object.name), subject.value);
    }
  }

  /// The other entity that already bears the new name: then the "renaming" is a succession.
  std::optional<EntityId> renamed_to(const EntityId& subject, const Claim& claim) const {
    if (!claim.object.id.empty()) {
      const std::string id = canonical(claim.object.id);
      if (id != subject.value) return EntityId{id};
      return std::nullopt;
    }
    const auto matches = index_->find(claim.object.name);
    if (matches.empty()) return std::nullopt;
    for (const NameMatch& match : matches) {
      if (match.id == subject) return std::nullopt;
    }
    return matches.size() == 1 ? std::optional(matches.front().id) : std::nullopt;
  }

  [[nodiscard]] std::string canonical(const std::string& id) const {
    const auto outside = by_outside_id_.find(id);
    return outside == by_outside_id_.end() ? id : outside->second;
  }

  EntityId find(const Mention& mention, const std::optional<Period>& when, MentionRole role) {
    if (!mention.id.empty()) {
      const std::string id = canonical(mention.id);
      Draft& draft = drafts_[id];
      if (!mention.name.empty()) ++draft.spellings[mention.name];
      return {id};
    }
    const std::string folded = fold_name(mention.name);
    if (const auto made = made_.find(folded); made != made_.end()) {
      ++drafts_[made->second].spellings[mention.name];
      return {made->second};
    }
    const auto matches = index_->find_folded(folded);
    if (!matches.empty()) {
      const std::vector<NameMatch> fit = likely(matches, when, role);
      if (fit.size() == 1) return fit.front().id;
      std::vector<std::string>& candidates = unmatched_[mention.name];
      candidates.clear();
      for (const NameMatch& match : fit) candidates.push_back(match.id.value);
      return own_entity("name:" + slug(folded), mention.name);
    }
    std::string id = slug(folded);
    if (drafts_.count(id) != 0 && made_.count(folded) == 0 && drafts_[id].spellings.empty()) return {id};
    made_.emplace(folded, id);
    return own_entity(id, mention.name);
  }

  EntityId own_entity(const std::string& id, const std::string& spelling) {
    ++drafts_[id].spellings[spelling];
    return {id};
  }

  static void describe(Draft& draft, const Claim& claim) {
    if (claim.event == Event::Named) {
      const Naming naming = naming_from(claim.detail).value_or(Naming{});
      draft.aliases.push_back({claim.object.name, naming.sort, naming.language, claim.when});
      if (naming.preferred) draft.preferred.insert(claim.object.name);
    } else if (claim.event == Event::Classified) {
      if (const auto kind = kind_from(claim.object.name)) ++draft.kinds[*kind];
    } else if (claim.event == Event::Identified) {
      const auto colon = claim.object.name.find(':');
      if (colon != std::string::npos) {
        draft.outside_ids.insert({claim.object.name.substr(0, colon), claim.object.name.substr(colon + 1)});
      }
    }
  }

  /// A name that was preferred; else the first that was given; else the commonest spelling; ties by the text.
  static std::string best_name(const std::string& id, const Draft& draft) {
    if (!draft.preferred.empty()) return *draft.preferred.begin();
    std::string best;
    for (const Alias& alias : draft.aliases) {
      if (alias.sort == AliasSort::Name && (best.empty() || alias.text < best)) best = alias.text;
    }
    std::size_t most = 0;
    for (const auto& [spelling, count] : draft.spellings) {
      if (best.empty() || (most != 0 && count > most)) {
        best = spelling;
        most = count;
      }
    }
    return best.empty() ? id : best;
  }

  static Entity finish(const std::string& id, Draft draft) {
    Entity entity;
    entity.id = {id};
    entity.name = best_name(id, draft);
    for (const auto& [kind, count] : draft.kinds) {
      if (entity.kind == Kind::Unknown || count > draft.kinds[entity.kind]) entity.kind = kind;
    }
    for (const auto& [spelling, count] : draft.spellings) {
      const auto known = [&, &text = spelling](const Alias& alias) { return alias.text == text; };
      if (std::none_of(draft.aliases.begin(), draft.aliases.end(), known)) {
        draft.aliases.push_back({spelling, AliasSort::Name, "", std::nullopt});
      }
    }
    const auto key = [](const Alias& a) {
      return std::make_tuple(std::string_view(a.text), a.sort, std::string_view(a.language),
                             a.when ? to_string(*a.when) : std::string());
    };
    std::sort(draft.aliases.begin(), draft.aliases.end(),
              [&](const Alias& a, const Alias& b) { return key(a) < key(b); });
    draft.aliases.erase(std::unique(draft.aliases.begin(), draft.aliases.end()), draft.aliases.end());
    entity.aliases = std::move(draft.aliases);
    entity.outside_ids.assign(draft.outside_ids.begin(), draft.outside_ids.end());
    return entity;
  }

  std::vector<Entity> registered_list() {
    std::vector<Entity> list;
    for (const auto& [id, draft] : drafts_) list.push_back(finish(id, draft));
    return list;
  }

  std::vector<LinkedClaim>& claims_;
  std::map<std::string, Draft> drafts_;
  std::map<std::string, std::string> by_outside_id_;
  std::map<std::string, std::string> made_;  // folded name of an unregistered entity → its id
  std::map<std::string, std::vector<std::string>> unmatched_;
  std::unique_ptr<NameIndex> index_;
};

}  // namespace

Linked link(std::span<const Claim> claims) {
  Linked linked;
  linked.claims.reserve(claims.size());
  for (const Claim& claim : claims) linked.claims.push_back({id_of(claim), &claim, {}, {}});
  const auto by_id = [](const LinkedClaim& a, const LinkedClaim& b) { return a.id < b.id; };
  std::sort(linked.claims.begin(), linked.claims.end(), by_id);
  linked.claims.erase(std::unique(linked.claims.begin(), linked.claims.end(),
                                  [](const LinkedClaim& a, const LinkedClaim& b) { return a.id == b.id; }),
                      linked.claims.end());
  Linker linker(linked.claims);
  linker.link_all();
  linked.entities = linker.entities();
  linked.unmatched = linker.unmatched();
  return linked;
}

}  // namespace entente::detail
