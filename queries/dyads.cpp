#include "queries/dyads.hpp"

#include <algorithm>
#include <bit>
#include <limits>
#include <map>

namespace entente {

namespace {

struct Span {
  std::uint32_t entity, body;
  Readings readings;
  std::int64_t first_year, last_year;  ///< of the days on which it possibly held
};

std::int64_t year_of(const std::optional<Day>& day, std::int64_t unbounded) {
  return day ? day->civil().year : unbounded;
}

Period whole_year(std::int64_t year) {
  return {Day::from_civil({year, 1, 1}), Day::from_civil({year, 12, 31})};
}

/// The last year as of which some source speaks of the tie.
std::optional<std::int64_t> spoken_of_until(const Interval& interval) {
  if (const auto* date = std::get_if<Date>(&interval.last())) return date->latest().civil().year;
  if (const auto* ongoing = std::get_if<Ongoing>(&interval.last())) return ongoing->horizon.civil().year;
  if (const auto* date = std::get_if<Date>(&interval.first())) return date->latest().civil().year;
  return std::nullopt;
}

/// The members of each body and the bodies of each member, in one year; positions are those of the year.
class YearTable {
 public:
  void clear() {
    ties_.clear();
    entities_.clear();
  }
  void add(std::uint32_t entity, std::uint32_t body) { ties_.emplace_back(entity, body); }
  /// An entity that is there without belonging to anything.
  void add(std::uint32_t entity) { entities_.push_back(entity); }

  template <typename Visit>
  void visit_pairs(std::int64_t year, bool zeros, const Visit& visit) {
    prepare();
    std::uint64_t sparse = 0;
    for (const auto& members : members_) sparse += members.size() * members.size();
    const std::uint64_t words = (members_.size() + 63) / 64;
    const std::uint64_t dense = entities_.size() * entities_.size() * words;
    if (zeros || dense <= sparse * 4) {
      visit_dense(year, words, zeros, visit);
    } else {
      visit_sparse(year, visit);
    }
  }

 private:
  void prepare() {
    std::sort(ties_.begin(), ties_.end());
    ties_.erase(std::unique(ties_.begin(), ties_.end()), ties_.end());
    std::vector<std::uint32_t> bodies;
    for (const auto& [entity, body] : ties_) {
      entities_.push_back(entity);
      bodies.push_back(body);
    }
    const auto make_set = [](std::vector<std::uint32_t>& list) {
      std::sort(list.begin(), list.end());
      list.erase(std::unique(list.begin(), list.end()), list.end());
    };
    make_set(entities_);
    make_set(bodies);
    members_.assign(bodies.size(), {});
    bodies_of_.assign(entities_.size(), {});
    const auto position = [](const std::vector<std::uint32_t>& list, std::uint32_t value) {
      return static_cast<std::uint32_t>(std::lower_bound(list.begin(), list.end(), value) - list.begin());
    };
    for (const auto& [entity, body] : ties_) {
      const std::uint32_t e = position(entities_, entity), b = position(bodies, body);
      members_[b].push_back(e);
      bodies_of_[e].push_back(b);
    }
  }

  /// One bit a body, and the bits that two rows share: O(pairs · bodies / 64).
  template <typename Visit>
  void visit_dense(std::int64_t year, std::uint64_t words, bool zeros, const Visit& visit) {
    std::vector<std::uint64_t> bits(entities_.size() * words);
    for (std::size_t e = 0; e < entities_.size(); ++e) {
      for (const std::uint32_t body : bodies_of_[e]) {
        bits[e * words + body / 64] |= std::uint64_t{1} << (body % 64);
      }
    }
    for (std::size_t a = 0; a < entities_.size(); ++a) {
      for (std::size_t b = a + 1; b < entities_.size(); ++b) {
        std::uint32_t shared = 0;
        for (std::uint64_t w = 0; w < words; ++w) {
          shared += static_cast<std::uint32_t>(std::popcount(bits[a * words + w] & bits[b * words + w]));
        }
        if (shared != 0 || zeros) visit(Dyad{entities_[a], entities_[b], year, shared});
      }
    }
  }

  /// The members of each body of each entity: O(pairs that share something, as often as they do).
  template <typename Visit>
  void visit_sparse(std::int64_t year, const Visit& visit) {
    std::vector<std::uint32_t> shared(entities_.size());
    std::vector<std::uint32_t> touched;
    for (std::uint32_t a = 0; a < entities_.size(); ++a) {
      for (const std::uint32_t body : bodies_of_[a]) {
        const auto& members = members_[body];
        for (auto b = std::upper_bound(members.begin(), members.end(), a); b != members.end(); ++b) {
          if (shared[*b]++ == 0) touched.push_back(*b);
        }
      }
      std::sort(touched.begin(), touched.end());
      for (const std::uint32_t b : touched) {
        visit(Dyad{entities_[a], entities_[b], year, shared[b]});
        shared[b] = 0;
      }
      touched.clear();
    }
  }

  std::vector<std::pair<std::uint32_t, std::uint32_t>> ties_;
  std::vector<std::uint32_t> entities_;
  std::vector<std::vector<std::uint32_t>> members_, bodies_of_;
};

/// What the question is asked of: the entities, and their ties by first year.
struct Ground {
  DyadEntities known;
  std::vector<Span> spans;
};

/// The year of the newest source: nobody speaks of later ones, however far a coarse date reaches.
std::optional<std::int64_t> newest_year(const Store& store) {
  std::optional<std::int64_t> newest;
  for (const Source& source : store.sources()) {
    if (!source.published) continue;
    const std::int64_t year = source.published->latest().civil().year;
    newest = std::max(newest.value_or(year), year);
  }
  return newest;
}

Ground read(const Store& store, const DyadsQuestion& question) {
  const std::vector<Edge> edges =
      store.edges({.subject = {}, .relations = question.relations, .object = {}, .during = std::nullopt});
  Ground ground;
  std::map<EntityId, std::uint32_t> entities, bodies;
  const auto wanted = [&](const EntityId& id) {
    return question.among.empty() ||
           std::find(question.among.begin(), question.among.end(), id) != question.among.end();
  };
  for (const Edge& edge : edges) {
    if (wanted(edge.subject)) entities.emplace(edge.subject, 0);
  }
  for (auto& [id, position] : entities) {
    position = static_cast<std::uint32_t>(ground.known.entities.size());
    ground.known.entities.push_back(store.entity(id).value_or(Entity{.id = id, .name = id.value}));
  }
  std::optional<std::int64_t> earliest, latest;
  for (const Edge& edge : edges) {
    const auto entity = entities.find(edge.subject);
    if (entity == entities.end()) continue;
    const auto body = bodies.emplace(edge.object, static_cast<std::uint32_t>(bodies.size())).first->second;
    const Readings& readings = edge.interval.readings();
    const std::int64_t first = year_of(readings.first_earliest, std::numeric_limits<std::int64_t>::min());
    const std::int64_t last = readings.may_never_end
                                  ? std::numeric_limits<std::int64_t>::max()
                                  : year_of(readings.last_latest, std::numeric_limits<std::int64_t>::max());
    ground.spans.push_back({entity->second, body, readings, first, last});
    if (readings.first_earliest) earliest = std::min(earliest.value_or(first), first);
    if (const auto until = spoken_of_until(edge.interval)) latest = std::max(latest.value_or(*until), *until);
  }
  if (const auto newest = newest_year(store); newest && latest) latest = std::min(*latest, *newest);
  ground.known.first_year = question.first_year.value_or(earliest.value_or(0));
  ground.known.last_year = question.last_year.value_or(latest.value_or(ground.known.first_year - 1));
  std::sort(ground.spans.begin(), ground.spans.end(),
            [](const Span& a, const Span& b) { return a.first_year < b.first_year; });
  return ground;
}

}  // namespace

void for_each_dyad(const Store& store, const DyadsQuestion& question,
                   const std::function<void(const DyadEntities&)>& entities,
                   const std::function<void(const Dyad&)>& visit) {
  const Ground ground = read(store, question);
  entities(ground.known);
  YearTable table;
  std::vector<const Span*> active;
  auto next = ground.spans.begin();
  for (std::int64_t year = ground.known.first_year; year <= ground.known.last_year; ++year) {
    for (; next != ground.spans.end() && next->first_year <= year; ++next) active.push_back(&*next);
    std::erase_if(active, [&](const Span* span) { return span->last_year < year; });
    const Period period = whole_year(year);
    table.clear();
    for (const Span* span : active) {
      if (at_least(status_over(span->readings, period), question.least)) table.add(span->entity, span->body);
    }
    if (question.zeros) {
      for (std::uint32_t i = 0; i < ground.known.entities.size(); ++i) {
        const Entity& entity = ground.known.entities[i];
        const bool dated = entity.founded || entity.dissolved;
        if (dated && may_exist(entity, period)) table.add(i);
      }
    }
    table.visit_pairs(year, question.zeros, visit);
  }
}

}  // namespace entente
