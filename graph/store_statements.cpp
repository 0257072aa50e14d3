#include "graph/store_statements.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace entente::detail {

namespace {

const Error damaged(ErrorCode::DatabaseFailure, "the database is damaged: a claim has an unknown event");

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

std::int64_t Terms::number_of(Event event) {
  std::int64_t& number = event_numbers_.at(static_cast<std::size_t>(event));
  // Held has no word of its own: it is called by its relation, which stands beside it.
  if (number == 0) number = number_of(event == Event::Held ? std::string("held") : event_name(event, {}));
  return number;
}

const std::string& Terms::text_of(std::int64_t number) {
  const auto [entry, missing] = texts_.try_emplace(number);
  if (missing) {
    Query query(connection_->prepared("SELECT text FROM term WHERE number = ?"), number);
    if (!query.next()) throw damaged;
    entry->second = query.row().text();
  }
  return entry->second;
}

Event Terms::event_of(std::int64_t number) {
  const auto [entry, missing] = events_.try_emplace(number, Event::Held);
  if (missing) {
    const std::string& text = text_of(number);
    const auto known = text == "held" ? EventAndRelation{Event::Held, {}} : event_from(text);
    if (!known) throw damaged;
    entry->second = known->event;
  }
  return entry->second;
}

KnownClaim Statements::read(Row& row) {
  KnownClaim claim;
  Statement& said = claim.said;
  said.claim = static_cast<std::uint32_t>(row.integer());
  said.id = row.claim_id();
  const std::string_view subject_name = row.view(), subject_id = row.view();
  said.subject = words_.mention(subject_name, subject_id);
  said.event = terms_.event_of(row.integer());
  said.relation = words_.relations.number_of(terms_.text_of(row.integer()));
  const std::string_view object_name = row.view(), object_id = row.view();
  if (!describes(said.event) && !(object_name.empty() && object_id.empty())) {
    said.object = words_.mention(object_name, object_id);
  }
  if (const auto date = row.optional_text()) said.when = words_.when(stored_edtf(*date));
  said.certainty = static_cast<Certainty>(row.integer());
  const std::int64_t source = row.integer();
  const auto [entry, missing] = sources_.try_emplace(source, 0);
  if (missing) {
    Query query(connection_.prepared("SELECT id FROM source WHERE number = ?"), source);
    query.next();
    entry->second = words_.source(query.row().text());
  }
  said.source = entry->second;
  claim.subject = row.integer();  // NULL reads as 0
  claim.object = row.integer();
  return claim;
}

KnownClaim Statements::of(std::int64_t claim) {
  Query query(connection_.prepared(std::string(statement_columns) + "WHERE number = ?"), claim);
  query.next();
  Row row = query.row();
  return read(row);
}

NewClaims::Full Statements::whole(std::int64_t claim) {
  Query query(connection_.prepared(
                  fmt::format("SELECT {} FROM claim c {} WHERE c.number = ?", claim_columns, claim_joins)),
              claim);
  query.next();
  Row row = query.row();
  NewClaims::Full full;
  full.id = read_claim(row, full.claim);
  return full;
}

std::vector<KnownEdge> Statements::edges_of_subject(EntityNumber subject) {
  std::vector<KnownEdge> edges;
  Query query(connection_.prepared("SELECT object, number, claims, claim, relation, disputes, notes FROM edge"
                                   " WHERE subject = ? ORDER BY number"),
              subject);
  while (query.next()) {
    Row row = query.row();
    KnownEdge& edge = edges.emplace_back();
    edge.object = row.integer();
    edge.number = row.integer();
    edge.claims = row.integer();
    edge.claim = row.integer();
    edge.relation = row.integer();
    edge.disputed = row.integer() != 0;
    edge.noted = row.integer() != 0;
  }
  return edges;
}

std::vector<EntityNumber> Statements::subjects_of(EntityNumber object) {
  std::vector<EntityNumber> subjects;
  Query query(connection_.prepared("SELECT DISTINCT subject FROM edge WHERE object = ?"), object);
  while (query.next()) subjects.push_back(query.row().integer());
  return subjects;
}

void Statements::claims_of(const KnownEdge& edge, std::vector<std::int64_t>& claims) {
  if (edge.claims == 1) {
    claims.push_back(edge.claim);
    return;
  }
  Query query(connection_.prepared("SELECT claim FROM edge_claim WHERE edge = ? AND NOT life"), edge.number);
  while (query.next()) claims.push_back(query.row().integer());
}

std::vector<std::int64_t> Statements::claims_of(EntityNumber entity) {
  std::vector<std::int64_t> claims = mentioning(entity);
  for (const KnownEdge& edge : edges_of_subject(entity)) claims_of(edge, claims);
  std::vector<KnownEdge> edges;
  {
    Query query(connection_.prepared("SELECT g.number, g.claims, g.claim FROM edge g WHERE g.object = ?"),
                entity);
    while (query.next()) {
      Row row = query.row();
      KnownEdge& edge = edges.emplace_back();
      edge.number = row.integer();
      edge.claims = row.integer();
      edge.claim = row.integer();
    }
  }
  for (const KnownEdge& edge : edges) claims_of(edge, claims);
  std::sort(claims.begin(), claims.end());
  claims.erase(std::unique(claims.begin(), claims.end()), claims.end());
  return claims;
}

std::vector<std::int64_t> Statements::mentioning(EntityNumber entity) {
  std::vector<std::int64_t> claims;
  Query query(connection_.prepared("SELECT claim FROM mentioned WHERE entity = ?"), entity);
  while (query.next()) claims.push_back(query.row().integer());
  return claims;
}

}  // namespace entente::detail
