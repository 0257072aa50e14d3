#include "graph/store_derive.hpp"

#include <fmt/format.h>

#include "graph/store_derivation.hpp"

namespace entente::detail {

void Derivation::run() {
  for (const Source& source : read_sources(connection_)) words_.weigh(source);
  for (const auto& full : claims_.describing) directory_.describe(full.id, full.claim);
  if (!fresh_) describe_again();
  take_renamings();
  directory_.settle();
  if (!fresh_) find_claims_to_link_again();
  if (bulk_ != nullptr) bulk_->end_claims();
  link();
  write_links();
  for_each_touched_entity();
  write_ties();
  write_directory();
  rows_.finish();
}

void Derivation::write_directory() {
  for (const auto& [code, id] : directory_.codes()) {
    Query(connection_.prepared("INSERT INTO code VALUES (?1, ?2) ON CONFLICT (code) DO UPDATE SET id = ?2"),
          code, id)
        .run();
  }
  if (!renamings_anew_ || old_renamings_ == directory_.renamings()) return;
  connection_.database().exec("DELETE FROM renaming");
  for (const auto& [key, id] : directory_.renamings()) {
    Query(connection_.prepared("INSERT INTO renaming VALUES (?, ?)"), key, id).run();
  }
}

void NewClaims::add(const ClaimId& id, std::uint32_t number, const Claim& claim) {
  said.push_back(words.state(id, claim));
  said.back().claim = number;
  if (describes(claim.event) || claim.event == Event::Renamed) {
    if (asserted(claim.certainty)) describing.push_back({id, claim});
  }
}

std::uint32_t NewClaims::suppose(std::uint32_t mention) {
  if (mention >= supposed.size()) supposed.resize(std::size_t{mention} + 1, Texts::none);
  std::uint32_t& entity = supposed[mention];
  if (entity == Texts::none) {
    const std::string_view id = words.id(mention);
    entity =
        id.empty() ? entities.number_of(id_of_name(fold_name(words.name(mention)))) : entities.number_of(id);
  }
  return entity;
}

void derive(Connection& connection, Terms& terms, NewClaims& claims, bool fresh, BulkFile* bulk) {
  Derivation(connection, terms, claims, fresh, bulk).run();
  Query(connection.prepared("INSERT INTO meta VALUES ('derivation', ?)"
                            " ON CONFLICT (key) DO UPDATE SET value = excluded.value"),
        std::string(derivation))
      .run();
}

void derive_all(Connection& connection, Terms& terms) {
  for (const char* table : {"entity", "name", "outside_id", "code", "renaming", "edge", "relation",
                            "edge_claim", "dispute", "dispute_claim", "note", "mentioned", "unmatched"}) {
    connection.database().exec(fmt::format("DELETE FROM {}", table));
  }
  connection.database().exec("DELETE FROM meta WHERE key IN ('edge', 'entities', 'disputed')");
  NewClaims claims;
  Statements statements(connection, terms, claims.words);
  statements.each([&](const KnownClaim& known) {
    claims.said.push_back(known.said);
    const bool describing = describes(known.said.event) || known.said.event == Event::Renamed;
    if (describing && asserted(known.said.certainty))
      claims.describing.push_back(statements.whole(known.said.claim));
  });
  derive(connection, terms, claims, true);
}

std::int64_t noted(Connection& connection, const std::string& key) {
  Query query(connection.prepared("SELECT CAST(value AS INTEGER) FROM meta WHERE key = ?"), key);
  return query.next() ? query.row().integer() : 0;
}

void note(Connection& connection, const std::string& key, std::int64_t value) {
  Query(connection.prepared("INSERT INTO meta VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = ?2"),
        key, std::to_string(value))
      .run();
}

bool derived_by_other_rules(Connection& connection) {
  Query query(connection.prepared("SELECT value FROM meta WHERE key = 'derivation'"));
  return query.next() && query.row().text() != derivation;
}

}  // namespace entente::detail
