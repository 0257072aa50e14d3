#include "graph/directory.hpp"

#include <algorithm>
#include <tuple>

namespace entente::detail {

namespace {

/// "collective security treaty" → "collective-security-treaty".
std::string slug(std::string_view key) {
  if (key.empty()) return "unnamed";
  std::string id(key);
  std::replace(id.begin(), id.end(), ' ', '-');
  return id;
}

/// A name that was preferred; else the first that was given; else the commonest spelling; ties by the text.
std::string best_name(std::string_view id, const Description& description,
                      const std::map<std::string, std::size_t>& spellings) {
  std::string best;
  for (const auto* preferred : {&description.preferred, &description.preferred_acquired}) {
    if (!preferred->empty() && (best.empty() || *preferred->begin() < best)) best = *preferred->begin();
  }
  if (!best.empty()) return best;
  for (const auto* aliases : {&description.given, &description.acquired}) {
    for (const Alias& alias : *aliases) {
      const bool names = alias.sort == AliasSort::Name && !alias.text.empty();
      if (names && (best.empty() || alias.text < best)) best = alias.text;
    }
  }
  std::size_t most = 0;
  for (const auto& [spelling, count] : spellings) {
    if (best.empty() || (most != 0 && count > most)) {
      best = spelling;
      most = count;
    }
  }
  return best.empty() ? std::string(id) : best;
}

bool fits(const NameBearer& bearer, const Period& period) {
  return !(bearer.used_from && period.last < *bearer.used_from) &&
         !(bearer.used_to && *bearer.used_to < period.first);
}

bool plays(Kind kind, MentionRole role) {
  if (role == MentionRole::Subject) return kind == Kind::State;
  return kind == Kind::Organisation || kind == Kind::Treaty || kind == Kind::Group;
}

/// As likely() of graph/names.hpp, which tells the rule; of bearers sorted by entity, without copies.
std::vector<const NameBearer*> likely_of(const std::vector<NameBearer>& bearers,
                                         const std::optional<Period>& period, MentionRole role) {
  std::vector<const NameBearer*> fit;
  for (const NameBearer& bearer : bearers) {
    if (names_entity(bearer.sort)) fit.push_back(&bearer);
  }
  if (period && std::any_of(fit.begin(), fit.end(), [&](const auto* b) { return fits(*b, *period); })) {
    std::erase_if(fit, [&](const auto* b) { return !fits(*b, *period); });
  }
  fit.erase(std::unique(fit.begin(), fit.end(),
                        [](const auto* a, const auto* b) { return a->entity == b->entity; }),
            fit.end());
  const auto of_the_part = [&](const NameBearer* bearer) { return plays(bearer->kind, role); };
  if (fit.size() > 1 && std::count_if(fit.begin(), fit.end(), of_the_part) == 1) {
    std::erase_if(fit, [&](const NameBearer* bearer) { return !of_the_part(bearer); });
  }
  return fit;
}

/// Whom somebody has said that the name means. Two that contradict one another decide nothing.
const NameBearer* mapped_of(const std::vector<NameBearer>& bearers) {
  const NameBearer* mapped = nullptr;
  for (const NameBearer& bearer : bearers) {
    if (bearer.sort != AliasSort::Mapped) continue;
    if (mapped != nullptr && mapped->entity != bearer.entity) return nullptr;
    mapped = &bearer;
  }
  return mapped;
}

/// Whether all own names among them are of one entity, whatever the date.
bool one_entity(const std::vector<NameBearer>& bearers) {
  const NameBearer* first = nullptr;
  for (const NameBearer& bearer : bearers) {
    if (!names_entity(bearer.sort)) continue;
    if (first != nullptr && first->entity != bearer.entity) return false;
    first = &bearer;
  }
  return first != nullptr;
}

}  // namespace

std::string id_of_name(std::string_view key) { return slug(key); }
std::string id_of_ambiguous_name(std::string_view key) { return "name:" + slug(key); }

Kind Description::kind() const noexcept {
  Kind best = Kind::Unknown;
  std::size_t most = 0;
  for (const auto& [kind, count] : kinds) {
    if (best == Kind::Unknown || count > most) {
      best = kind;
      most = count;
    }
  }
  return best;
}

void Directory::describe(const ClaimId& id, const Claim& claim) {
  if (!describes(claim.event) || !asserted(claim.certainty) || claim.subject.id.empty()) return;
  if (claim.event == Event::Identified && claim.object.name.find(':') != std::string::npos) {
    // Of several entities that are given one code, the one of the lowest id.
    const auto [place, is_new] = codes_.try_emplace(claim.object.name, claim.subject.id);
    if (is_new && known_ != nullptr) {
      if (auto known = known_->coded(claim.object.name)) place->second = std::min(place->second, *known);
    }
    place->second = std::min(place->second, claim.subject.id);
  }
  descriptions_taken_.push_back({id, claim});
}

void Directory::rename(const ClaimId& id, const Claim& claim) {
  if (!asserted(claim.certainty)) return;
  if (claim.event == Event::Renamed || (claim.event == Event::Named && claim.subject.id.empty())) {
    renamings_taken_.push_back({id, claim});
    renamings_known_ = true;
  }
}

void Directory::settle() {
  const auto by_id = [](const Said& a, const Said& b) { return a.id < b.id; };
  std::sort(descriptions_taken_.begin(), descriptions_taken_.end(), by_id);
  std::sort(renamings_taken_.begin(), renamings_taken_.end(), by_id);
  settle_names();
  settle_renamings();
  descriptions_taken_.clear();
  renamings_taken_.clear();
}

void Directory::settle_names() {
  for (const Said& said : descriptions_taken_) {
    const Claim& claim = said.claim;
    std::string entity = canonical(claim.subject.id);
    Description& description = descriptions_[entity];
    description.described = true;
    if (known_ != nullptr) anew_.insert(std::move(entity));
    if (claim.event == Event::Named) {
      const Naming naming = naming_from(claim.detail).value_or(Naming{});
      description.given.push_back({claim.object.name, naming.sort, naming.language, claim.when});
      if (naming.preferred) description.preferred.insert(claim.object.name);
    } else if (claim.event == Event::Classified) {
      if (const auto kind = kind_from(claim.object.name)) ++description.kinds[*kind];
    } else if (const auto colon = claim.object.name.find(':'); colon != std::string::npos) {
      description.outside_ids.insert(
          {claim.object.name.substr(0, colon), claim.object.name.substr(colon + 1)});
    }
  }
  for (const auto& [entity, description] : descriptions_) {
    const Kind kind = description.kind();
    for (const Alias& alias : description.given) {
      std::string key = fold_name(alias.text);
      if (key.empty()) continue;
      NameBearer bearer{entity, alias.sort, kind, {}, {}};
      if (alias.when) {
        bearer.used_from = earliest(*alias.when);
        bearer.used_to = latest(*alias.when);
      }
      bearers_[std::move(key)].push_back(std::move(bearer));
    }
  }
  for (auto& [key, bearers] : bearers_) std::sort(bearers.begin(), bearers.end());
}

/// In the order of time: the old name leads to the entity, and so does the new one.
void Directory::settle_renamings() {
  std::stable_sort(renamings_taken_.begin(), renamings_taken_.end(), [](const Said& a, const Said& b) {
    const auto key = [](const Said& said) {
      return said.claim.when ? earliest(*said.claim.when) : std::optional<Day>();
    };
    return key(a) < key(b);
  });
  for (const Said& said : renamings_taken_) {
    const Claim& claim = said.claim;
    const auto when = claim.when ? hull(*claim.when) : std::nullopt;
    const Meant subject = find(claim.subject.name, claim.subject.id, when, MentionRole::Subject);
    const std::string id(entities_.text(subject.entity));
    if (claim.subject.id.empty() && subject.spelled) renamings_.emplace(fold_name(claim.subject.name), id);
    Description& description = descriptions_[id];
    if (claim.event == Event::Named) {
      const Naming naming = naming_from(claim.detail).value_or(Naming{});
      description.acquired.push_back({claim.object.name, naming.sort, naming.language, claim.when});
      if (naming.preferred) description.preferred_acquired.insert(claim.object.name);
    } else {
      const Meant other = renamed_to(subject.entity, claim.object.name, claim.object.id, claim.certainty);
      if (other.entity != Texts::none) continue;
      Alias alias{claim.object.name, AliasSort::Name, "", std::nullopt};
      if (claim.when && std::holds_alternative<Date>(*claim.when)) {
        alias.when = DateInterval{std::get<Date>(*claim.when), Open{}};
      }
      description.acquired.push_back(std::move(alias));
    }
    renamings_.emplace(fold_name(claim.object.name), id);
  }
}

std::string Directory::canonical(std::string_view id) const {
  std::string at(id);
  std::vector<std::string> passed;
  for (;;) {
    if (at.find(':') == std::string::npos) return at;
    std::optional<std::string> next;
    if (const auto code = codes_.find(at); code != codes_.end()) {
      next = code->second;
    } else if (known_ != nullptr) {
      next = known_->coded(at);
    }
    if (!next || *next == at) return at;
    passed.push_back(std::move(at));
    if (const auto seen = std::find(passed.begin(), passed.end(), *next); seen != passed.end()) {
      return *std::min_element(seen, passed.end());  // they name one another: the lowest stands for all
    }
    at = *std::move(next);
  }
}

bool Directory::described(std::string_view entity) const {
  if (const auto said = descriptions_.find(entity); said != descriptions_.end() && said->second.described)
    return true;
  return known_ != nullptr && anew_.find(entity) == anew_.end() && known_->described(entity);
}

const std::vector<NameBearer>& Directory::bearers(const std::string& key) {
  static const std::vector<NameBearer> none;
  if (known_ != nullptr && merged_.insert(key).second) {
    std::vector<NameBearer> known = known_->bearers(key);
    std::erase_if(known, [&](const NameBearer& b) { return anew_.find(b.entity) != anew_.end(); });
    if (!known.empty()) {
      auto& bearers = bearers_[key];
      bearers.insert(bearers.end(), known.begin(), known.end());
      std::sort(bearers.begin(), bearers.end());
    }
  }
  const auto found = bearers_.find(key);
  return found == bearers_.end() ? none : found->second;
}

Meant Directory::find(std::string_view name, std::string_view id, const std::optional<Period>& when,
                      MentionRole role) {
  if (!id.empty()) return {entities_.number_of(canonical(id)), !name.empty(), true};
  const std::string key = fold_name(name);
  const std::vector<NameBearer>& named = bearers(key);
  if (const NameBearer* mapped = mapped_of(named)) return {entities_.number_of(mapped->entity), true, true};
  if (renamings_known_) {
    if (const auto renamed = renamings_.find(key); renamed != renamings_.end())
      return {entities_.number_of(renamed->second), true, true};
  } else if (known_ != nullptr) {
    if (const auto renamed = known_->renamed(key)) return {entities_.number_of(*renamed), true, true};
  }
  if (!named.empty()) {
    const auto fit = likely_of(named, when, role);
    const bool always = one_entity(named);
    if (fit.size() == 1) return {entities_.number_of(fit.front()->entity), false, always};
    return {entities_.number_of(id_of_ambiguous_name(key)), true, always};
  }
  const std::string own = slug(key);
  return {entities_.number_of(own), !described(own), true};
}

Meant Directory::renamed_to(std::uint32_t subject, std::string_view name, std::string_view id,
                            Certainty certainty) {
  if (!id.empty()) {
    const std::uint32_t entity = entities_.number_of(canonical(id));
    return entity == subject ? Meant{} : Meant{entity, !name.empty(), true};
  }
  if (!asserted(certainty)) return {};
  std::uint32_t only = Texts::none;
  for (const NameBearer& bearer : bearers(fold_name(name))) {
    const std::uint32_t entity = entities_.number_of(bearer.entity);
    if (entity == subject || (only != Texts::none && only != entity)) return {};
    only = entity;
  }
  return {only, false, true};
}

std::vector<std::string> Directory::candidates(std::string_view key) {
  std::vector<std::string> own, all;
  for (const NameBearer& bearer : bearers(std::string(key))) {
    if (all.empty() || all.back() != bearer.entity) all.push_back(bearer.entity);
    if (names_entity(bearer.sort) && (own.empty() || own.back() != bearer.entity))
      own.push_back(bearer.entity);
  }
  return own.empty() ? all : own;
}

Entity entity_of(std::string_view id, const Description* description,
                 const std::map<std::string, std::size_t>& spellings) {
  static const Description nothing;
  const Description& said = description == nullptr ? nothing : *description;
  Entity entity;
  entity.id.value = id;
  entity.name = best_name(id, said, spellings);
  entity.kind = said.kind();
  entity.aliases = said.given;
  entity.aliases.insert(entity.aliases.end(), said.acquired.begin(), said.acquired.end());
  for (const auto& [spelling, count] : spellings) {
    const auto known = [&, &text = spelling](const Alias& alias) { return alias.text == text; };
    if (std::none_of(entity.aliases.begin(), entity.aliases.end(), known)) {
      entity.aliases.push_back({spelling, AliasSort::Name, "", std::nullopt});
    }
  }
  const auto key = [](const Alias& a) {
    return std::make_tuple(std::string_view(a.text), a.sort, std::string_view(a.language),
                           a.when ? to_string(*a.when) : std::string());
  };
  std::sort(entity.aliases.begin(), entity.aliases.end(),
            [&](const Alias& a, const Alias& b) { return key(a) < key(b); });
  entity.aliases.erase(std::unique(entity.aliases.begin(), entity.aliases.end()), entity.aliases.end());
  entity.outside_ids.assign(said.outside_ids.begin(), said.outside_ids.end());
  return entity;
}

}  // namespace entente::detail
