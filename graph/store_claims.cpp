// Reading what the sources said.

#include <fmt/format.h>

#include "graph/store_impl.hpp"

namespace entente {

using detail::Connection;
using detail::Query;
using detail::Row;
using detail::translating;

namespace {

std::string select_claims(std::string_view rest) {
  return fmt::format("SELECT {}{}{}", detail::claim_columns, detail::claim_tables, rest);
}

constexpr std::string_view source_columns = "id, title, publisher, url, published, retrieved, priority";

Source read_source(Row row) {
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
  const auto certainty = certainty_from(row.text());
  claim.detail = row.text();
  claim.evidence.source.value = row.text();
  claim.evidence.begin = static_cast<std::uint64_t>(row.integer());
  claim.evidence.end = static_cast<std::uint64_t>(row.integer());
  claim.evidence.row = static_cast<std::uint64_t>(row.integer());
  claim.evidence.text = row.text();
  claim.evidence.rule = row.text();
  const auto known = event == "held" ? EventAndRelation{Event::Held, {}} : event_from(event);
  if (!known || !certainty) {
    throw Error(ErrorCode::DatabaseFailure,
                "the database is damaged: a claim has an unknown event or certainty");
  }
  claim.event = known->event;
  claim.certainty = *certainty;
  return id;
}

std::vector<Source> read_sources(Connection& connection) {
  Query query(connection.prepared(fmt::format("SELECT {} FROM source ORDER BY id", source_columns)));
  std::vector<Source> sources;
  while (query.next()) sources.push_back(read_source(query.row()));
  return sources;
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
  const auto numbered = [](std::string_view column) {
    return fmt::format("p.{} = (SELECT number FROM entity WHERE id = ?)", column);
  };
  std::string where;
  std::vector<std::string> ids;
  if (subject) {
    where = numbered("subject");
    ids.push_back(subject->value);
  }
  if (object) {
    where += (where.empty() ? "" : " AND ") + numbered("object");
    ids.push_back(object->value);
  }
  // The links lead: claims are fetched one by one.
  const std::string sql = where.empty()
                              ? select_claims("ORDER BY c.id")
                              : fmt::format(
                                    "SELECT {} FROM party p CROSS JOIN claim c ON c.number = p.claim"
                                    " CROSS JOIN term r ON r.number = c.relation"
                                    " CROSS JOIN source s ON s.number = c.source"
                                    " CROSS JOIN term u ON u.number = c.rule WHERE {} ORDER BY c.id",
                                    detail::claim_columns, where);
  return translating(connection.path(), [&] {
    SQLite::Statement& statement = connection.prepared(sql);
    Query query(statement);
    for (std::size_t i = 0; i < ids.size(); ++i) detail::bind(statement, static_cast<int>(i) + 1, ids[i]);
    std::vector<Claim> claims;
    while (query.next()) {
      Row row = query.row();
      (void)detail::read_claim(row, claims.emplace_back());
    }
    return claims;
  });
}

std::optional<Source> Store::source(const SourceId& id) const {
  Connection& connection = impl_->connection;
  return translating(connection.path(), [&]() -> std::optional<Source> {
    Query query(connection.prepared(fmt::format("SELECT {} FROM source WHERE id = ?", source_columns)),
                id.value);
    if (!query.next()) return std::nullopt;
    return read_source(query.row());
  });
}

std::vector<Source> Store::sources() const {
  return translating(impl_->connection.path(), [&] { return detail::read_sources(impl_->connection); });
}

}  // namespace entente
