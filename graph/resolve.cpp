#include "graph/resolve.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "graph/directory.hpp"
#include "graph/ties.hpp"

namespace entente {

namespace {

using detail::asserted;
using detail::Description;
using detail::Directory;
using detail::Life;
using detail::Meant;
using detail::Statement;
using detail::Texts;
using detail::Vocabulary;

constexpr std::uint32_t nobody = Texts::none;

/// Every claim linked, and the entities put together; the ties are left.
class Linked {
 public:
  Linked(std::span<const Claim> claims, std::span<const Source> sources) {
    weigh(sources);
    said_.reserve(claims.size());
    std::vector<const Claim*> by_number;
    for (const Claim& claim : claims) {
      said_.push_back(words_.state(id_of(claim), claim));
      said_.back().claim = static_cast<std::uint32_t>(by_number.size());
      by_number.push_back(&claim);
    }
    ids_.reserve(said_.size());
    for (const Statement& said : said_) ids_.push_back(said.id);
    std::sort(said_.begin(), said_.end(), [](const Statement& a, const Statement& b) { return a.id < b.id; });
    said_.erase(std::unique(said_.begin(), said_.end(),
                            [](const Statement& a, const Statement& b) { return a.id == b.id; }),
                said_.end());
    for (const Statement& said : said_) directory_.take(said.id, *by_number[said.claim]);
    directory_.settle();
    link();
    put_entities_together();
  }

  std::vector<Entity> entities;      // sorted by id
  std::vector<Unmatched> unmatched;  // sorted by name

  [[nodiscard]] std::vector<Edge> edges() const;
  /// One for each of the given claims, in their order.
  [[nodiscard]] std::vector<Parties> parties() const;

 private:
  struct Ends {
    std::uint32_t subject = nobody, object = nobody;
  };
  struct Uses {
    std::map<std::string, std::size_t> spellings;
    Life life;
  };

  void weigh(std::span<const Source> sources) {
    std::map<SourceId, Source> united;
    for (const Source& source : sources) {
      Source& known = united.try_emplace(source.id, source).first->second;
      known.priority = std::max(known.priority, source.priority);
      if (source.published && (!known.published || known.published->text() < source.published->text())) {
        known.published = source.published;
      }
    }
    for (const auto& [id, source] : united) words_.weigh(source);
  }

  void link() {
    for (const Statement& said : said_) {
      const auto when = words_.hull(said.when);
      const auto find = [&](std::uint32_t mention, MentionRole role) {
        return use(directory_.find(words_.name(mention), words_.id(mention), when, role), mention);
      };
      Ends ends{find(said.subject, MentionRole::Subject), nobody};
      if (said.event == Event::Renamed && said.object != nobody) {
        ends.object = use(directory_.renamed_to(ends.subject, words_.name(said.object),
                                                words_.id(said.object), said.certainty),
                          said.object);
      } else if (said.object != nobody) {
        ends.object = find(said.object, MentionRole::Object);
      }
      links_.push_back(ends);
      const bool tie = ends.object != nobody && detail::speaks_of_tie(said.event);
      if (!tie && asserted(said.certainty) && detail::speaks_of_life(said.event)) {
        add_to(uses_[std::string(entity_ids_.text(ends.subject))].life, said, words_);
      }
    }
  }

  std::uint32_t use(const Meant& meant, std::uint32_t mention) {
    if (meant.entity == nobody) return nobody;
    Uses& uses = uses_[std::string(entity_ids_.text(meant.entity))];
    if (meant.spelled) ++uses.spellings[std::string(words_.name(mention))];
    return meant.entity;
  }

  void put_entities_together() {
    place_.assign(entity_ids_.size(), nobody);
    for (const auto& [id, uses] : uses_) {
      const auto description = directory_.descriptions().find(id);
      place_[entity_ids_.find(id)] = static_cast<std::uint32_t>(entities.size());
      entities.push_back(detail::entity_of(
          id, description == directory_.descriptions().end() ? nullptr : &description->second,
          uses.spellings));
      entities.back().founded = founding_of(uses.life);
      entities.back().dissolved = end_of(uses.life);
      for (const auto& [spelling, count] : uses.spellings) {
        const std::string key = fold_name(spelling);
        if (id != detail::id_of_ambiguous_name(key)) continue;
        auto candidates = directory_.candidates(key);
        if (!candidates.empty()) unmatched.push_back({spelling, std::move(candidates)});
      }
    }
    std::sort(unmatched.begin(), unmatched.end(),
              [](const Unmatched& a, const Unmatched& b) { return a.name < b.name; });
  }

  Vocabulary words_;
  Texts entity_ids_;
  Directory directory_{entity_ids_, nullptr};
  std::vector<ClaimId> ids_;     // of the given claims
  std::vector<Statement> said_;  // sorted by id, each once
  std::vector<Ends> links_;      // of said_
  std::map<std::string, Uses> uses_;
  std::vector<std::uint32_t> place_;  // of an entity among the sorted ones
};

std::vector<Edge> Linked::edges() const {
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<Statement>> pairs;
  for (std::size_t i = 0; i < said_.size(); ++i) {
    const Statement& said = said_[i];
    Ends ends = links_[i];
    if (ends.object == nobody || !asserted(said.certainty) || !detail::speaks_of_tie(said.event)) continue;
    if (detail::turned(said.event)) std::swap(ends.subject, ends.object);
    pairs[{place_[ends.subject], place_[ends.object]}].push_back(said);
  }
  std::vector<Edge> edges;
  std::size_t begin = 0;
  std::uint32_t subject = nobody;
  const auto sort_subject = [&] {  // by relation, then object: within a pair they come by relation
    std::stable_sort(edges.begin() + static_cast<std::ptrdiff_t>(begin), edges.end(),
                     [](const Edge& a, const Edge& b) {
                       return std::tie(a.relation, a.object) < std::tie(b.relation, b.object);
                     });
    begin = edges.size();
  };
  for (const auto& [pair, said] : pairs) {
    if (pair.first != subject) sort_subject();
    subject = pair.first;
    const auto end_of = [&](std::uint32_t place) {
      const Entity& entity = entities[place];
      return detail::TieEnd{&entity, &uses_.at(entity.id.value).life};
    };
    auto more = detail::edges_between(end_of(pair.first), end_of(pair.second), said, words_);
    edges.insert(edges.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
  }
  sort_subject();
  return edges;
}

std::vector<Parties> Linked::parties() const {
  std::vector<Parties> parties;
  parties.reserve(ids_.size());
  for (const ClaimId& id : ids_) {
    const auto found =
        std::lower_bound(said_.begin(), said_.end(), id,
                         [](const Statement& a, const ClaimId& wanted) { return a.id < wanted; });
    const Ends& ends = links_[static_cast<std::size_t>(found - said_.begin())];
    Parties who;
    who.subject = place_[ends.subject];
    if (ends.object != nobody) who.object = place_[ends.object];
    parties.push_back(who);
  }
  return parties;
}

}  // namespace

std::vector<Entity> gather_entities(std::span<const Claim> claims) {
  return std::move(Linked(claims, {}).entities);
}

Resolution resolve(std::span<const Claim> claims, std::span<const Source> sources) {
  Linked linked(claims, sources);
  Resolution resolution;
  resolution.edges = linked.edges();
  resolution.parties = linked.parties();
  resolution.entities = std::move(linked.entities);
  resolution.unmatched = std::move(linked.unmatched);
  return resolution;
}

}  // namespace entente
