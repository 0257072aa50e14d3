#include "queries/entities.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "graph/names.hpp"

namespace entente {

namespace {

/// How well an entity fits the text: 0 is best; nothing: not at all.
std::optional<int> rank_of(const Entity& entity, const std::string& folded) {
  std::optional<int> best;
  const auto consider = [&](const std::string& name) {
    const std::size_t at = name.find(folded);
    if (at == std::string::npos) return;
    const int rank = name.size() == folded.size() ? 0 : at == 0 ? 1 : 2;
    best = std::min(best.value_or(rank), rank);
  };
  consider(fold_name(entity.id.value));
  for (const Alias& alias : entity.aliases) consider(fold_name(alias.text));
  for (const OutsideId& id : entity.outside_ids) consider(fold_name(id.scheme + ':' + id.value));
  return best;
}

/// Whether more than its mentions is known of it.
bool is_described(const Entity& entity) {
  return entity.kind != Kind::Unknown || !entity.outside_ids.empty();
}

EntityRef ref_of(const Entity& entity) { return {entity.id, entity.name, entity.kind}; }

/// Names by their words and their beginnings, so that a near name is sought among few.
class NearNames {
 public:
  void add(const Entity& entity) {
    for (const Alias& alias : entity.aliases) {
      const std::string folded = fold_name(alias.text);
      if (folded.empty()) continue;
      bearers_[folded].insert(entity.id);
      for (const std::string& key : keys_of(folded)) names_[key].insert(folded);
    }
  }
  [[nodiscard]] std::vector<EntityId> near(const std::string& name, std::size_t limit) const {
    std::set<std::string> pool;
    for (const std::string& key : keys_of(fold_name(name))) {
      const auto found = names_.find(key);
      if (found != names_.end()) pool.insert(found->second.begin(), found->second.end());
    }
    const std::vector<std::string> known(pool.begin(), pool.end());
    std::vector<EntityId> ids;
    for (const std::string& near : near_names(name, known, limit)) {
      for (const EntityId& id : bearers_.at(near)) {
        if (ids.size() < limit && std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
      }
    }
    return ids;
  }

 private:
  /// Its longer words, and its first letters.
  static std::vector<std::string> keys_of(const std::string& folded) {
    constexpr std::size_t beginning = 3, long_word = 4;
    std::vector<std::string> keys = {'^' + folded.substr(0, beginning)};
    for (std::size_t from = 0; from < folded.size();) {
      const std::size_t to = std::min(folded.find(' ', from), folded.size());
      if (to - from >= long_word) keys.push_back(folded.substr(from, to - from));
      from = to + 1;
    }
    return keys;
  }

  std::map<std::string, std::set<std::string>> names_;
  std::map<std::string, std::set<EntityId>> bearers_;
};

}  // namespace

const char* name_of(UnmatchedName::Reason reason) noexcept {
  return reason == UnmatchedName::Reason::Ambiguous ? "ambiguous" : "unknown";
}

std::vector<Entity> find_entities(const Store& store, const EntitiesQuestion& question) {
  struct Ranked {
    int rank;
    std::string folded;
    Entity entity;
  };
  const std::string folded = fold_name(question.text);
  std::vector<Ranked> found;
  for (Entity& entity : store.entities()) {
    if (question.kind && entity.kind != *question.kind) continue;
    const auto rank = folded.empty() ? std::optional(0) : rank_of(entity, folded);
    if (rank) found.push_back({*rank, fold_name(entity.name), std::move(entity)});
  }
  std::sort(found.begin(), found.end(), [](const Ranked& a, const Ranked& b) {
    return std::tie(a.rank, a.folded, a.entity.id) < std::tie(b.rank, b.folded, b.entity.id);
  });
  std::vector<Entity> entities;
  for (Ranked& ranked : found) entities.push_back(std::move(ranked.entity));
  return entities;
}

std::vector<UnmatchedName> unmatched_names(const Store& store, std::size_t candidates) {
  const std::vector<Entity> entities = store.entities();
  std::map<std::string, const Entity*> by_id;
  NearNames near;
  for (const Entity& entity : entities) {
    by_id.emplace(entity.id.value, &entity);
    if (is_described(entity)) near.add(entity);
  }
  std::vector<UnmatchedName> names;
  std::set<std::string> listed;
  for (const Unmatched& unmatched : store.unmatched()) {
    UnmatchedName& name = names.emplace_back();
    name.name = unmatched.name;
    name.reason = UnmatchedName::Reason::Ambiguous;
    for (const std::string& id : unmatched.candidates) {
      const auto found = by_id.find(id);
      name.candidates.push_back(found == by_id.end() ? EntityRef{{id}, id} : ref_of(*found->second));
    }
    const auto own = std::find_if(entities.begin(), entities.end(), [&](const Entity& entity) {
      return entity.id.value.starts_with("name:") && fold_name(entity.name) == fold_name(unmatched.name);
    });
    if (own != entities.end()) name.id = own->id;
    listed.insert(name.id.value);
  }
  for (const Entity& entity : entities) {
    if (is_described(entity) || listed.count(entity.id.value) != 0) continue;
    UnmatchedName& name = names.emplace_back();
    name.name = entity.name;
    name.id = entity.id;
    for (const EntityId& id : near.near(entity.name, candidates)) {
      name.candidates.push_back(ref_of(*by_id.at(id.value)));
    }
  }
  std::stable_sort(names.begin(), names.end(), [](const UnmatchedName& a, const UnmatchedName& b) {
    return std::pair(fold_name(a.name), a.name) < std::pair(fold_name(b.name), b.name);
  });
  return names;
}

}  // namespace entente
