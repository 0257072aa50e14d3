#include "graph/store_edges.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "graph/store_impl.hpp"

namespace entente {

using detail::bind;
using detail::Connection;
using detail::Query;
using detail::Row;
using detail::Snapshot;
using detail::translating;

namespace detail {

std::string edge_question(const Pattern& pattern) {
  // CROSS JOIN: edges first, from their key or an index of theirs, then the texts of each. coalesce() keeps
  // SQLite from splitting the question in two for the edges without a bound; the conditions on days are
  // checked on the index entries, of which an entity has few.
  std::string sql =
      "SELECT g.number, g.id, s.id, t.text, o.id, g.first, g.last, g.ending, g.horizon, g.first_not_before,"
      " g.first_not_after, g.last_not_before, g.last_not_after, g.disputes, g.notes, g.claims, g.claim,"
      " g.subject FROM edge g"
      " CROSS JOIN entity s ON s.number = g.subject CROSS JOIN term t ON t.number = g.relation"
      " CROSS JOIN entity o ON o.number = g.object WHERE TRUE";
  if (pattern.subject) sql += " AND g.subject = (SELECT number FROM entity WHERE id = ?)";
  if (pattern.object) {
    sql += pattern.subject ? " AND +g.object" : " AND g.object";
    sql += " = (SELECT number FROM entity WHERE id = ?)";
  }
  if (!pattern.relations.empty()) {
    sql += " AND +g.relation IN (SELECT number FROM term WHERE text IN (?";
    for (std::size_t i = 1; i < pattern.relations.size(); ++i) sql += ", ?";
    sql += "))";
  }
  if (pattern.during) {
    sql +=
        " AND coalesce(g.first_earliest <= ?, TRUE) AND (g.may_never_end OR coalesce(g.last_latest >= ?, "
        "TRUE))";
  }
  return sql;
}

}  // namespace detail

namespace {

enum Ending : std::int64_t { Dated, Ended, Held, Silent };  // as in edge.ending of graph/schema.sql

Interval read_interval(Row& row) {
  Interval::First first = Unknown{};
  if (const auto text = row.optional_text()) first = detail::stored_date(*text);
  const auto last_text = row.optional_text();
  const std::int64_t ending = row.integer();
  const auto horizon = row.day();
  Interval::Last last = NotStated{};
  if (ending == Dated && last_text) last = detail::stored_date(*last_text);
  if (ending == Ended) last = Unknown{};
  if (ending == Held && horizon) last = Ongoing{*horizon};
  Limits limits;
  limits.first_not_before = row.day();
  limits.first_not_after = row.day();
  limits.last_not_before = row.day();
  limits.last_not_after = row.day();
  return {std::move(first), std::move(last), limits};
}

std::vector<Dispute> read_disputes(Connection& connection, std::int64_t subject, std::int64_t edge) {
  std::vector<Dispute> disputes;
  std::int64_t last_position = -1;
  Query query(connection.prepared("SELECT rank, position, side, date FROM dispute"
                                  " WHERE subject = ? AND edge = ? ORDER BY position, rank"),
              subject, edge);
  while (query.next()) {
    Row row = query.row();
    const std::int64_t rank = row.integer(), position = row.integer();
    const Dispute::End end = row.text() == "first" ? Dispute::End::First : Dispute::End::Last;
    if (position != last_position) disputes.push_back({end, {}});
    last_position = position;
    auto& alternative =
        disputes.back().alternatives.emplace_back(Dispute::Alternative{detail::stored_date(row.text()), {}});
    Query claims(
        connection.prepared("SELECT c.id FROM dispute_claim d CROSS JOIN claim c ON c.number = d.claim"
                            " WHERE d.edge = ? AND d.position = ? AND d.rank = ? ORDER BY c.id"),
        edge, position, rank);
    while (claims.next()) alternative.claims.push_back(claims.row().claim_id());
  }
  return disputes;
}

std::vector<Note> read_notes(Connection& connection, std::int64_t subject, std::int64_t edge) {
  std::vector<Note> notes;
  Query query(
      connection.prepared("SELECT rule, text FROM note WHERE subject = ? AND edge = ? ORDER BY position"),
      subject, edge);
  while (query.next()) {
    Row row = query.row();
    Note& note = notes.emplace_back();
    note.rule = row.text();
    note.text = row.text();
  }
  return notes;
}

Edge read_edge(Connection& connection, Row row) {
  const std::int64_t number = row.integer();
  const EdgeId id = row.claim_id();
  EntityId subject{row.text()};
  Relation relation{row.text()};
  EntityId object{row.text()};
  Edge edge{id, std::move(subject), std::move(relation), std::move(object), read_interval(row), {}, {}, {}};
  const bool disputed = row.integer() != 0, noted = row.integer() != 0;
  const std::int64_t claims = row.integer(), claim = row.integer(), subject_number = row.integer();
  if (claims == 1) {
    Query only(connection.prepared("SELECT id FROM claim WHERE number = ?"), claim);
    if (only.next()) edge.claims.push_back(only.row().claim_id());
  } else {
    Query all(connection.prepared("SELECT c.id FROM edge_claim k CROSS JOIN claim c ON c.number = k.claim"
                                  " WHERE k.edge = ? ORDER BY c.id"),
              number);
    while (all.next()) edge.claims.push_back(all.row().claim_id());
  }
  if (disputed) edge.disputes = read_disputes(connection, subject_number, number);
  if (noted) edge.notes = read_notes(connection, subject_number, number);
  return edge;
}

/// Edges are numbered in time order within a subject, relation and object.
struct NumberedEdge {
  std::int64_t number;
  Edge edge;
};

}  // namespace

std::vector<Edge> Store::edges(const Pattern& pattern) const {
  Connection& connection = impl_->connection;
  return translating(connection.path(), [&] {
    const Snapshot snapshot(connection);
    SQLite::Statement& statement = connection.prepared(detail::edge_question(pattern));
    Query query(statement);
    int index = 0;
    if (pattern.subject) bind(statement, ++index, pattern.subject->value);
    if (pattern.object) bind(statement, ++index, pattern.object->value);
    for (const Relation& relation : pattern.relations) bind(statement, ++index, relation.label);
    if (pattern.during) {
      bind(statement, ++index, pattern.during->last);
      bind(statement, ++index, pattern.during->first);
    }
    std::vector<NumberedEdge> numbered;
    while (query.next()) {
      const std::int64_t number = query.row().integer();
      numbered.push_back({number, read_edge(connection, query.row())});
    }
    std::sort(numbered.begin(), numbered.end(), [](const NumberedEdge& a, const NumberedEdge& b) {
      return std::tie(a.edge.subject, a.edge.relation, a.edge.object, a.number) <
             std::tie(b.edge.subject, b.edge.relation, b.edge.object, b.number);
    });
    std::vector<Edge> edges;
    edges.reserve(numbered.size());
    for (NumberedEdge& entry : numbered) edges.push_back(std::move(entry.edge));
    return edges;
  });
}

void Store::for_each_tie(const std::function<void(const TieRow&)>& visit) const {
  Connection& connection = impl_->connection;
  translating(connection.path(), [&] {
    SQLite::Statement statement(
        connection.database(),
        "SELECT subject, object, relation, coalesce(claim, (SELECT min(k.claim) FROM edge_claim k"
        " WHERE k.edge = g.number AND NOT k.life)), first_earliest, first_latest, last_earliest, last_latest,"
        " may_never_end FROM edge g ORDER BY subject, number");
    Query query(statement);
    TieRow tie;
    while (query.next()) {
      Row row = query.row();
      tie.subject = row.integer();
      tie.object = row.integer();
      tie.relation = row.integer();
      tie.claim = row.integer();
      tie.readings.first_earliest = row.day();
      tie.readings.first_latest = row.day();
      tie.readings.last_earliest = row.day();
      tie.readings.last_latest = row.day();
      tie.readings.may_never_end = row.integer() != 0;
      visit(tie);
    }
  });
}

bool Store::has_relation(const Relation& relation) const {
  Connection& connection = impl_->connection;
  return translating(connection.path(), [&] {
    Query query(connection.prepared("SELECT 1 FROM term t CROSS JOIN relation r ON r.number = t.number"
                                    " WHERE t.text = ?"),
                relation.label);
    return query.next();
  });
}

}  // namespace entente
