#include "graph/store_rows.hpp"

#include <algorithm>

#include "graph/store_bulk.hpp"

namespace entente::detail {

namespace {

// As in name.origin of graph/schema.sql.
constexpr std::int64_t given = 1, acquired = 2, preferred_given = 4, preferred_acquired = 8;

const std::string* text_of(const std::optional<Date>& date) { return date ? &date->text() : nullptr; }

std::int64_t origin_of(const Alias& alias, const Description* description) {
  if (description == nullptr) return 0;
  const auto among = [&](const std::vector<Alias>& aliases) {
    return std::find(aliases.begin(), aliases.end(), alias) != aliases.end();
  };
  std::int64_t origin = 0;
  if (among(description->given)) origin += given;
  if (among(description->acquired)) origin += acquired;
  if (description->preferred.count(alias.text) != 0) origin += preferred_given;
  if (description->preferred_acquired.count(alias.text) != 0) origin += preferred_acquired;
  return origin;
}

}  // namespace

DerivedRows::DerivedRows(Connection& connection, Terms& terms, BulkFile* bulk)
    : connection_(connection),
      terms_(terms),
      bulk_(bulk),
      edge_(connection.prepared(
          "INSERT INTO edge VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")),
      entity_(connection.prepared("INSERT INTO entity VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")),
      name_(connection.prepared("INSERT INTO name VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")),
      last_edge_(noted(connection, "edge")),
      entities_(noted(connection, "entities")),
      disputed_(noted(connection, "disputed")) {}

template <typename... Cells>
void DerivedRows::put_entity(EntityNumber number, const std::string& id, const Cells&... cells) {
  if (bulk_ != nullptr) {
    bulk_->entity(number, id, cells...);
  } else {
    Query(entity_, number, id, cells...).run();
  }
}

template <typename... Cells>
void DerivedRows::put_name(EntityNumber entity, std::int64_t position, const std::string& key,
                           const Cells&... cells) {
  if (bulk_ != nullptr) {
    bulk_->name(entity, position, key, cells...);
  } else {
    Query(name_, entity, position, key, cells...).run();
  }
}

void DerivedRows::insert(const EntityRow& row, const Entity& entity, const Description* description,
                         const std::map<std::string, std::size_t>& spellings) {
  put_entity(row.number, entity.id.value, entity.name, name_of(entity.kind), text_of(entity.founded),
             text_of(entity.dissolved), std::int64_t{row.described}, row.mentions, row.life);
  ++entities_;
  std::int64_t position = 0;
  const std::string* before = nullptr;
  for (const Alias& alias : entity.aliases) {
    std::optional<std::string> used;
    std::optional<Day> from, to;
    if (alias.when) {
      used = to_string(*alias.when);
      from = earliest(*alias.when);
      to = latest(*alias.when);
    }
    const auto spelled = spellings.find(alias.text);
    const bool counts = spelled != spellings.end() && (before == nullptr || *before != alias.text);
    before = &alias.text;
    put_name(row.number, ++position, fold_name(alias.text), alias.text, name_of(alias.sort), alias.language,
             used, from, to, origin_of(alias, description),
             counts ? static_cast<std::int64_t>(spelled->second) : std::int64_t{0});
  }
  for (const OutsideId& id : entity.outside_ids) {
    run("INSERT INTO outside_id VALUES (?, ?, ?)", id.scheme, id.value, row.number);
  }
}

void DerivedRows::insert_plain(const EntityRow& row, const std::string& id, const std::string& name,
                               const std::string& key, std::int64_t spelled) {
  put_entity(row.number, id, name, name_of(Kind::Unknown), nullptr, nullptr, std::int64_t{0}, row.mentions,
             row.life);
  ++entities_;
  static const std::string none;
  put_name(row.number, std::int64_t{1}, key, name, name_of(AliasSort::Name), none, nullptr, nullptr, nullptr,
           std::int64_t{0}, spelled);
}

void DerivedRows::remove_entity(EntityNumber entity) {
  run("DELETE FROM entity WHERE number = ?", entity);
  run("DELETE FROM name WHERE entity = ?", entity);
  run("DELETE FROM outside_id WHERE entity = ?", entity);
  run("DELETE FROM unmatched WHERE entity = ?", entity);
  --entities_;
}

void DerivedRows::insert_unmatched(EntityNumber entity, const std::string& name,
                                   const std::vector<std::string>& candidates) {
  std::int64_t rank = 0;
  for (const std::string& candidate : candidates) {
    run("INSERT INTO unmatched VALUES (?, ?, ?, ?)", entity, name, ++rank, candidate);
  }
}

std::int64_t DerivedRows::insert_row(const EdgeEnds& ends, const EdgeId& id, const Interval& interval,
                                     const Counts& counts, std::int64_t claim) {
  const Readings& readings = interval.readings();
  const Limits& limits = interval.limits();
  const Date* first = std::get_if<Date>(&interval.first());
  const Date* last = std::get_if<Date>(&interval.last());
  const auto* ongoing = std::get_if<Ongoing>(&interval.last());
  // The alternatives of Interval::Last stand in the order of edge.ending in graph/schema.sql.
  const auto ending = static_cast<std::int64_t>(interval.last().index());
  const std::int64_t number = ++last_edge_;
  const auto optional = [](const auto* value) {
    return value == nullptr ? static_cast<const std::string*>(nullptr) : &value->text();
  };
  const auto cells = [&](const auto& put) {
    put(ends.subject, number, ends.object, ends.relation, readings.first_earliest, readings.first_latest,
        readings.last_earliest, readings.last_latest, std::int64_t{readings.may_never_end}, optional(first),
        optional(last), ending, ongoing == nullptr ? std::nullopt : std::optional(ongoing->horizon),
        limits.first_not_before, limits.first_not_after, limits.last_not_before, limits.last_not_after,
        counts.disputes, counts.notes, counts.claims,
        counts.claims == 1 ? std::optional(claim) : std::nullopt, id);
  };
  if (bulk_ == nullptr) {
    cells([&](const auto&... values) { Query(edge_, values...).run(); });
  } else {
    const auto bound = [](const std::optional<Day>& day) {
      return day ? std::int64_t{day->number()} : EdgeOfObject::none;
    };
    const auto small = [](std::int64_t value) { return static_cast<std::uint32_t>(value); };
    const EdgeOfObject indexed{small(ends.object),
                               small(ends.subject),
                               small(number),
                               small(ends.relation),
                               bound(readings.first_earliest),
                               bound(readings.last_latest),
                               readings.may_never_end};
    cells([&](const auto&... values) { bulk_->edge(indexed, values...); });
  }
  ++edges_of_relation_[ends.relation];
  disputed_ += counts.disputes > 0 ? 1 : 0;
  return number;
}

void DerivedRows::insert_single(const EdgeEnds& ends, const EdgeId& id, const Interval& interval,
                                std::int64_t claim) {
  insert_row(ends, id, interval, {1, 0, 0}, claim);
}

void DerivedRows::insert(const EdgeEnds& ends, const Edge& edge, const FindClaim& find) {
  const Counts counts{static_cast<std::int64_t>(edge.claims.size()),
                      static_cast<std::int64_t>(edge.disputes.size()),
                      static_cast<std::int64_t>(edge.notes.size())};
  const std::int64_t number =
      insert_row(ends, edge.id, edge.interval, counts, find(edge.claims.front()).first);
  if (edge.claims.size() > 1) {
    for (const ClaimId& id : edge.claims) {
      const auto [claim, of_life] = find(id);
      if (bulk_ != nullptr) {
        bulk_->edge_claim(number, claim, of_life);
      } else {
        run("INSERT INTO edge_claim VALUES (?, ?, ?)", number, claim, std::int64_t{of_life});
      }
    }
  }
  insert_disputes(ends, number, edge.disputes, find);
  std::int64_t position = 0;
  for (const Note& note : edge.notes) {
    run("INSERT INTO note VALUES (?, ?, ?, ?, ?)", ends.subject, number, ++position, note.rule, note.text);
  }
}

void DerivedRows::insert_disputes(const EdgeEnds& ends, std::int64_t number,
                                  const std::vector<Dispute>& disputes, const FindClaim& find) {
  std::int64_t position = 0;
  for (const Dispute& dispute : disputes) {
    ++position;
    std::int64_t rank = 0;
    for (const Dispute::Alternative& alternative : dispute.alternatives) {
      run("INSERT INTO dispute VALUES (?, ?, ?, ?, ?, ?)", ends.subject, number, position, ++rank,
          std::string(dispute.end == Dispute::End::First ? "first" : "last"), alternative.date.text());
      for (const ClaimId& id : alternative.claims) {
        run("INSERT OR IGNORE INTO dispute_claim VALUES (?, ?, ?, ?)", number, position, rank,
            find(id).first);
      }
    }
  }
}

void DerivedRows::remove(EntityNumber subject, const KnownEdge& edge) {
  run("DELETE FROM edge WHERE subject = ? AND number = ?", subject, edge.number);
  if (edge.claims > 1) run("DELETE FROM edge_claim WHERE edge = ?", edge.number);
  if (edge.disputed) {
    run("DELETE FROM dispute WHERE subject = ? AND edge = ?", subject, edge.number);
    run("DELETE FROM dispute_claim WHERE edge = ?", edge.number);
    --disputed_;
  }
  if (edge.noted) run("DELETE FROM note WHERE subject = ? AND edge = ?", subject, edge.number);
  --edges_of_relation_[edge.relation];
}

void DerivedRows::finish() {
  note(connection_, "edge", last_edge_);
  note(connection_, "entities", entities_);
  note(connection_, "disputed", disputed_);
  for (const auto& [relation, edges] : edges_of_relation_) {
    if (edges == 0) continue;
    run("INSERT INTO relation VALUES (?1, ?2) ON CONFLICT (number) DO UPDATE SET edges = edges + ?2",
        relation, edges);
  }
  run("DELETE FROM relation WHERE edges = 0");
}

}  // namespace entente::detail
