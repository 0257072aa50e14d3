// Reading what the sources said.

#include <fmt/format.h>

#include <algorithm>

#include "graph/store_impl.hpp"

namespace entente {

using detail::Connection;
using detail::Query;
using detail::Row;
using detail::translating;

namespace {

std::string select_claims(std::string_view rest) {
  return fmt::format("SELECT {} FROM claim c {}{}", detail::claim_columns, detail::claim_joins, rest);
}

/// The claims that mention the entity ?1, of its edges in either direction and of no edge; of those the ones
/// of subject ?2 and object ?3, 0 for any.
const std::string claims_of_entities = fmt::format(
    "SELECT {} FROM (SELECT claim AS number FROM mentioned WHERE entity = ?1"
    " UNION SELECT claim FROM edge WHERE subject = ?1 AND claims = 1"
    " UNION SELECT claim FROM edge WHERE object = ?1 AND claims = 1"
    " UNION SELECT k.claim FROM edge g CROSS JOIN edge_claim k ON k.edge = g.number"
    " WHERE g.subject = ?1 AND g.claims > 1"
    " UNION SELECT k.claim FROM edge g CROSS JOIN edge_claim k ON k.edge = g.number"
    " WHERE g.object = ?1 AND g.claims > 1) n CROSS JOIN claim c ON c.number = n.number {}"
    " WHERE (?2 = 0 OR c.subject = ?2) AND (?3 = 0 OR c.object = ?3)",
    detail::claim_columns, detail::claim_joins);

constexpr std::string_view source_columns = "id, title, publisher, url, published, retrieved, priority";

Source source_in(Row row) {
  Source source;
  source.id.value = row.text();
  source.title = row.text();
  source.publisher = row.text();
  source.url = row.text();
  if (const auto date = row.optional_text()) source.published = detail::stored_date(*date);
  if (const auto date = row.optional_text()) source.retrieved = detail::stored_date(*date);
  source.priority = static_cast<int>(row.integer());
  return source;
}

}  // namespace

namespace detail {

ClaimId read_claim(Row& row, Claim& claim) {
  const ClaimId id = row.claim_id();
  claim.subject.name = row.text();
  claim.subject.id = row.text();
  const std::string event = row.text();
  claim.relation.label = row.text();
  claim.object.name = row.text();
  claim.object.id = row.text();
  claim.when.reset();
  if (const auto date = row.optional_text()) claim.when = stored_edtf(*date);
  const std::int64_t certainty = row.integer();
  claim.detail = row.text();
  claim.evidence.source.value = row.text();
  claim.evidence.begin = static_cast<std::uint64_t>(row.integer());
  claim.evidence.end = static_cast<std::uint64_t>(row.integer());
  claim.evidence.row = static_cast<std::uint64_t>(row.integer());
  claim.evidence.text = row.text();
  claim.evidence.rule = row.text();
  const auto known = event == "held" ? EventAndRelation{Event::Held, {}} : event_from(event);
  if (!known || certainty < 0 || certainty > static_cast<std::int64_t>(Certainty::Negated)) {
    throw Error(ErrorCode::DatabaseFailure,
                "the database is damaged: a claim has an unknown event or certainty");
  }
  claim.event = known->event;
  claim.certainty = static_cast<Certainty>(certainty);
  return id;
}

int own_priority(Connection& connection, const SourceId& source) {
  Query query(connection.prepared("SELECT priority FROM source WHERE id = ?"), source.value);
  return query.next() ? static_cast<int>(query.row().integer()) : 0;
}

std::vector<Source> read_sources(Connection& connection) {
  Query query(connection.prepared(fmt::format("SELECT {} FROM sources ORDER BY id", source_columns)));
  std::vector<Source> sources;
  while (query.next()) sources.push_back(source_in(query.row()));
  return sources;
}

std::optional<Source> read_source(Connection& connection, const SourceId& id) {
  Query query(connection.prepared(fmt::format("SELECT {} FROM sources WHERE id = ?", source_columns)),
              id.value);
  if (!query.next()) return std::nullopt;
  return source_in(query.row());
}

}  // namespace detail

std::optional<Claim> Store::claim(const ClaimId& id) const {
  Connection& connection = impl_->connection;
  return translating(connection.path(), [&]() -> std::optional<Claim> {
    Query query(connection.prepared(select_claims("WHERE c.id = ?")), id);
    if (!query.next()) return std::nullopt;
    Claim claim;
    Row row = query.row();
    (void)detail::read_claim(row, claim);
    return claim;
  });
}

std::optional<Claim> Store::claim_numbered(std::int64_t claim) const {
  Connection& connection = impl_->connection;
  return translating(connection.path(), [&]() -> std::optional<Claim> {
    Query query(connection.prepared(select_claims("WHERE c.number = ?")), claim);
    if (!query.next()) return std::nullopt;
    Claim found;
    Row row = query.row();
    (void)detail::read_claim(row, found);
    return found;
  });
}

void Store::for_each_claim(const std::function<void(const ClaimId&, const Claim&)>& visit) const {
  Connection& connection = impl_->connection;
  // A statement of its own: `visit` may ask the store anything, this included.
  SQLite::Statement statement = translating(connection.path(), [&] {
    return SQLite::Statement(connection.database(), select_claims("ORDER BY c.id"));
  });
  Query query(statement);
  Claim claim;
  while (translating(connection.path(), [&] { return query.next(); })) {
    Row row = query.row();
    const ClaimId id = translating(connection.path(), [&] { return detail::read_claim(row, claim); });
    visit(id, claim);
  }
}

std::vector<Claim> Store::claims_about(const std::optional<EntityId>& subject,
                                       const std::optional<EntityId>& object) const {
  Connection& connection = impl_->connection;
  if (!subject && !object) {
    std::vector<Claim> claims;
    for_each_claim([&](const ClaimId&, const Claim& claim) { claims.push_back(claim); });
    return claims;
  }
  return translating(connection.path(), [&] {
    const detail::Snapshot snapshot(connection);
    const auto number_of = [&](const std::optional<EntityId>& id) -> std::int64_t {
      if (!id) return 0;
      Query query(connection.prepared("SELECT number FROM entity WHERE id = ?"), id->value);
      return query.next() ? query.row().integer() : -1;
    };
    const std::int64_t wanted_subject = number_of(subject), wanted_object = number_of(object);
    std::vector<std::pair<ClaimId, Claim>> found;
    if (wanted_subject >= 0 && wanted_object >= 0) {
      // A renaming ties the two the other way round.
      Query query(connection.prepared(claims_of_entities),
                  wanted_subject == 0 ? wanted_object : wanted_subject, wanted_subject, wanted_object);
      while (query.next()) {
        Row row = query.row();
        auto& [id, claim] = found.emplace_back();
        id = detail::read_claim(row, claim);
      }
    }
    std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<Claim> claims;
    for (auto& [id, claim] : found) claims.push_back(std::move(claim));
    return claims;
  });
}

std::optional<Source> Store::source(const SourceId& id) const {
  Connection& connection = impl_->connection;
  return translating(connection.path(), [&] { return detail::read_source(connection, id); });
}

std::vector<Source> Store::sources() const {
  return translating(impl_->connection.path(), [&] { return detail::read_sources(impl_->connection); });
}

}  // namespace entente
