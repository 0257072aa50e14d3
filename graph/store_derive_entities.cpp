// The rows of entities that new claims touch.

#include <algorithm>
#include <tuple>

#include "graph/store_derivation.hpp"

namespace entente::detail {

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
  if (directory_.descriptions().empty()) return nullptr;
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
    if (fresh_) brief(entity) = {kept_names_.number_of(name), Kind::Unknown};
  } else {
    Entity entity_row = entity_of(id, description, touched.spellings);
    entity_row.founded = std::move(whole.founded);
    entity_row.dissolved = std::move(whole.dissolved);
    rows_.insert(row, entity_row, description, touched.spellings);
    if (fresh_) brief(entity) = {kept_names_.number_of(entity_row.name), entity_row.kind};
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
    if (!query.next()) return nobody;  // it is no more
    return ids_.number_of(query.row().view());
  };
  const EntityNumber number = number_of(own);  // its own row is just being written
  for (const KnownEdge& edge : statements_.edges_of_subject(number)) {
    const std::uint32_t object = edge.object == number ? own : place(edge.object);
    if (object != nobody) touch_tie(own, object);
  }
  for (const EntityNumber subject : statements_.subjects_of(number)) {
    if (subject == number) continue;
    if (const std::uint32_t other = place(subject); other != nobody) touch_tie(other, own);
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

Derivation::Brief& Derivation::brief(std::uint32_t entity) {
  if (entity >= briefs_.size()) briefs_.resize(std::max<std::size_t>(ids_.size(), std::size_t{entity} + 1));
  return briefs_[entity];
}

/// REQUIRES: its row is written.
const Derivation::Being& Derivation::being(std::uint32_t entity) {
  const auto [place, is_new] = beings_.try_emplace(entity);
  Being& being = place->second;
  if (!is_new && !being.entity.id.value.empty()) return being;
  if (fresh_) {
    being.entity.id.value = ids_.text(entity);
    being.entity.name = kept_names_.text(brief(entity).name);
    being.entity.kind = brief(entity).kind;
    being.entity.founded = founding_of(being.life);
    being.entity.dissolved = end_of(being.life);
    return being;
  }
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

}  // namespace entente::detail
