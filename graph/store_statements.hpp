#pragma once
// Claims of a database as statements, by number or by the entities that they mention. Private to the store.

#include <unordered_map>
#include <vector>

#include "graph/store_derive.hpp"

namespace entente::detail {

/// A claim that was derived before, and whom it was then taken to mean.
struct KnownClaim {
  Statement said;
  EntityNumber subject = 0, object = 0;
};

/// An edge of one subject.
struct KnownEdge {
  EntityNumber object = 0;
  std::int64_t number = 0;
  std::int64_t claims = 0, claim = 0;
  std::int64_t relation = 0;
  bool disputed = false, noted = false;
};

class Statements {
 public:
  Statements(Connection& connection, Terms& terms, Vocabulary& words)
      : connection_(connection), terms_(terms), words_(words) {}

  [[nodiscard]] KnownClaim of(std::int64_t claim);
  [[nodiscard]] NewClaims::Full whole(std::int64_t claim);
  /// In the order of their numbers.
  [[nodiscard]] std::vector<KnownEdge> edges_of_subject(EntityNumber subject);
  [[nodiscard]] std::vector<EntityNumber> subjects_of(EntityNumber object);
  /// Appends the numbers of the claims that speak of the tie that the edge is of.
  void claims_of(const KnownEdge& edge, std::vector<std::int64_t>& claims);
  /// Every claim that mentions the entity, sorted.
  [[nodiscard]] std::vector<std::int64_t> claims_of(EntityNumber entity);
  /// Those that stand behind no tie.
  [[nodiscard]] std::vector<std::int64_t> mentioning(EntityNumber entity);
  /// Every claim, in the order of their numbers: `visit(statement, subject, object)`.
  template <typename Visit>
  void each(Visit&& visit);

 private:
  KnownClaim read(Row& row);

  Connection& connection_;
  Terms& terms_;
  Vocabulary& words_;
  std::unordered_map<std::int64_t, std::uint32_t> sources_;
};

inline constexpr std::string_view statement_columns =
    "SELECT number, id, subject_name, subject_id, event, relation, object_name, object_id, date, certainty,"
    " source, subject, object FROM claim ";

template <typename Visit>
void Statements::each(Visit&& visit) {
  SQLite::Statement all(connection_.database(), std::string(statement_columns) + "ORDER BY number");
  Query query(all);
  while (query.next()) {
    Row row = query.row();
    visit(read(row));
  }
}

}  // namespace entente::detail
