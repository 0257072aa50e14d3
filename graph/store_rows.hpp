#pragma once
// Writing and taking back rows of the derived tables. Private to the store.

#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "graph/directory.hpp"
#include "graph/edge.hpp"
#include "graph/store_statements.hpp"

namespace entente::detail {

class DerivedRows {
 public:
  /// `bulk`: where rows of the large tables go instead; then none is ever removed.
  DerivedRows(Connection& connection, Terms& terms, BulkFile* bulk);

  // ---- entities

  struct EntityRow {
    EntityNumber number = 0;
    std::int64_t mentions = 0, life = 0;
    bool described = false;
  };
  /// `spellings`: how often claims call it so. The entity has no row yet.
  void insert(const EntityRow& row, const Entity& entity, const Description* description,
              const std::map<std::string, std::size_t>& spellings);
  /// The same for one that is known by this name alone, `key` folded.
  void insert_plain(const EntityRow& row, const std::string& id, const std::string& name,
                    const std::string& key, std::int64_t spelled);
  void remove_entity(EntityNumber entity);
  void insert_unmatched(EntityNumber entity, const std::string& name,
                        const std::vector<std::string>& candidates);

  // ---- edges

  struct EdgeEnds {
    EntityNumber subject = 0;
    std::int64_t relation = 0;  ///< term
    EntityNumber object = 0;
  };
  /// `claim_number`: from the id of a claim, its number and whether it is of the life of an end.
  using FindClaim = std::function<std::pair<std::int64_t, bool>(const ClaimId&)>;
  void insert(const EdgeEnds& ends, const Edge& edge, const FindClaim& find);
  /// Of one claim, without anything to note.
  void insert_single(const EdgeEnds& ends, const EdgeId& id, const Interval& interval, std::int64_t claim);
  void remove(EntityNumber subject, const KnownEdge& edge);

  /// Writes what was counted on the way.
  void finish();

 private:
  struct Counts {
    std::int64_t claims = 0, disputes = 0, notes = 0;
  };
  std::int64_t insert_row(const EdgeEnds& ends, const EdgeId& id, const Interval& interval,
                          const Counts& counts, std::int64_t claim);
  void insert_disputes(const EdgeEnds& ends, std::int64_t number, const std::vector<Dispute>& disputes,
                       const FindClaim& find);
  template <typename... Cells>
  void put_entity(EntityNumber number, const std::string& id, const Cells&... cells);
  template <typename... Cells>
  void put_name(EntityNumber entity, std::int64_t position, const std::string& key, const Cells&... cells);
  template <typename... Values>
  void run(std::string_view sql, const Values&... values) {
    Query(connection_.prepared(sql), values...).run();
  }

  Connection& connection_;
  Terms& terms_;
  BulkFile* bulk_;
  SQLite::Statement& edge_;
  SQLite::Statement& entity_;
  SQLite::Statement& name_;
  std::int64_t last_edge_, entities_, disputed_;
  std::map<std::int64_t, std::int64_t> edges_of_relation_;  // more, or fewer
};

}  // namespace entente::detail
