// Writing what follows from the claims.

#include <fmt/format.h>

#include "graph/resolve.hpp"
#include "graph/store_impl.hpp"

namespace entente::detail {

namespace {

std::optional<std::string> text_of(const std::optional<Date>& date) {
  if (!date) return std::nullopt;
  return date->text();
}

/// Writes rows of the derived tables, which hold nothing yet. Entities and edges are numbered from 1 in the
/// order of the resolution.
class Writer {
 public:
  Writer(Connection& connection, Terms& terms, const std::vector<Entity>& entities)
      : connection_(connection), terms_(terms) {
    for (std::size_t i = 0; i < entities.size(); ++i) {
      const auto number = static_cast<std::int64_t>(i) + 1;
      numbers_.emplace(entities[i].id.value, number);
      write(number, entities[i]);
    }
  }

  void write(std::int64_t number, const Edge& edge);
  void write(std::int64_t position, const Unmatched& unmatched);
  void write_parties(std::int64_t claim, const Parties& parties);

 private:
  void write(std::int64_t number, const Entity& entity);
  void write(std::int64_t edge, std::int64_t position, const Dispute& dispute);
  template <typename... Values>
  void insert(std::string_view sql, const Values&... values) {
    Query(connection_.prepared(sql), values...).run();
  }

  Connection& connection_;
  Terms& terms_;
  std::unordered_map<std::string, std::int64_t> numbers_;
  std::int64_t disputes_ = 0;
};

void Writer::write(std::int64_t number, const Entity& entity) {
  insert("INSERT INTO entity VALUES (?, ?, ?, ?, ?, ?)", number, entity.id.value, entity.name,
         std::string(name_of(entity.kind)), text_of(entity.founded), text_of(entity.dissolved));
  std::int64_t position = 0;
  for (const Alias& alias : entity.aliases) {
    std::optional<std::string> used;
    std::optional<Day> from, to;
    if (alias.when) {
      used = to_string(*alias.when);
      from = earliest(*alias.when);
      to = latest(*alias.when);
    }
    insert("INSERT INTO name VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", fold_name(alias.text), number, ++position,
           alias.text, std::string(name_of(alias.sort)), alias.language, used, from, to);
  }
  for (const OutsideId& id : entity.outside_ids) {
    insert("INSERT INTO outside_id VALUES (?, ?, ?)", id.scheme, id.value, number);
  }
}

void Writer::write(std::int64_t number, const Edge& edge) {
  const Readings& readings = edge.interval.readings();
  const Limits& limits = edge.interval.limits();
  std::optional<std::string> first, last;
  if (const auto* date = std::get_if<Date>(&edge.interval.first())) first = date->text();
  if (const auto* date = std::get_if<Date>(&edge.interval.last())) last = date->text();
  std::optional<Day> horizon;
  if (const auto* ongoing = std::get_if<Ongoing>(&edge.interval.last())) horizon = ongoing->horizon;
  // The alternatives of Interval::Last stand in the order of edge.ending in graph/schema.sql.
  const auto ending = static_cast<std::int64_t>(edge.interval.last().index());
  insert("INSERT INTO edge VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", number,
         edge.id, numbers_.at(edge.subject.value), terms_.number_of(edge.relation.label),
         numbers_.at(edge.object.value), readings.first_earliest, readings.first_latest,
         readings.last_earliest, readings.last_latest, std::int64_t{readings.may_never_end}, first, last,
         ending, horizon, limits.first_not_before, limits.first_not_after, limits.last_not_before,
         limits.last_not_after, static_cast<std::int64_t>(edge.disputes.size()),
         static_cast<std::int64_t>(edge.notes.size()));
  for (const ClaimId& claim : edge.claims) insert("INSERT INTO edge_claim VALUES (?, ?)", number, claim);
  std::int64_t position = 0;
  for (const Dispute& dispute : edge.disputes) write(number, ++position, dispute);
  position = 0;
  for (const Note& note : edge.notes) {
    insert("INSERT INTO note VALUES (?, ?, ?, ?)", number, ++position, note.rule, note.text);
  }
}

void Writer::write(std::int64_t edge, std::int64_t position, const Dispute& dispute) {
  std::int64_t rank = 0;
  for (const Dispute::Alternative& alternative : dispute.alternatives) {
    insert("INSERT INTO dispute VALUES (?, ?, ?, ?, ?, ?)", ++disputes_, edge, position,
           std::string(dispute.end == Dispute::End::First ? "first" : "last"), ++rank,
           alternative.date.text());
    for (const ClaimId& claim : alternative.claims) {
      insert("INSERT INTO dispute_claim VALUES (?, ?)", disputes_, claim);
    }
  }
}

void Writer::write(std::int64_t position, const Unmatched& unmatched) {
  std::int64_t rank = 0;
  for (const std::string& candidate : unmatched.candidates) {
    insert("INSERT INTO unmatched VALUES (?, ?, ?, ?)", position, unmatched.name, ++rank, candidate);
  }
}

void Writer::write_parties(std::int64_t claim, const Parties& parties) {
  const auto number = [](const std::optional<std::uint32_t>& position) -> std::optional<std::int64_t> {
    if (!position) return std::nullopt;
    return std::int64_t{*position} + 1;
  };
  insert("INSERT INTO party VALUES (?, ?, ?)", claim, number(parties.subject), number(parties.object));
}

/// A claim per entry, and its number in the table at the same place; sorted by id.
std::vector<Claim> read_claims(Connection& connection, std::vector<std::int64_t>& numbers) {
  std::vector<Claim> claims;
  Query query(
      connection.prepared(fmt::format("SELECT {}, c.number {} ORDER BY c.id", claim_columns, claim_tables)));
  while (query.next()) {
    Row row = query.row();
    (void)read_claim(row, claims.emplace_back());
    numbers.push_back(row.integer());
  }
  return claims;
}

}  // namespace

std::int64_t Terms::number_of(const std::string& text) {
  const auto [entry, missing] = numbers_.try_emplace(text, 0);
  if (missing) {
    Query(connection_->prepared("INSERT INTO term (text) VALUES (?) ON CONFLICT DO NOTHING"), text).run();
    Query query(connection_->prepared("SELECT number FROM term WHERE text = ?"), text);
    query.next();
    entry->second = query.row().integer();
  }
  return entry->second;
}

void derive(Connection& connection, Terms& terms) {
  std::vector<std::int64_t> numbers;
  const std::vector<Claim> claims = read_claims(connection, numbers);
  const Resolution resolution = resolve(claims, read_sources(connection));

  for (const char* table : {"entity", "name", "outside_id", "edge", "edge_claim", "dispute", "dispute_claim",
                            "note", "party", "unmatched"}) {
    connection.database().exec(fmt::format("DELETE FROM {}", table));
  }
  Writer writer(connection, terms, resolution.entities);
  std::int64_t number = 0;
  for (const Edge& edge : resolution.edges) writer.write(++number, edge);
  number = 0;
  for (const Unmatched& unmatched : resolution.unmatched) writer.write(++number, unmatched);
  for (std::size_t i = 0; i < resolution.parties.size(); ++i) {
    writer.write_parties(numbers.at(i), resolution.parties[i]);
  }
  Query(connection.prepared("INSERT INTO meta VALUES ('derivation', ?)"
                            " ON CONFLICT (key) DO UPDATE SET value = excluded.value"),
        std::string(derivation))
      .run();
}

}  // namespace entente::detail
