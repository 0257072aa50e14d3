#include "graph/store_bulk.hpp"

#include <algorithm>

namespace entente::detail {

bool ClaimSet::insert(const ClaimId& id) {
  if (id == ClaimId{}) return !std::exchange(has_zero_, true);
  if (size_ * 2 >= places_.size()) grow();
  const std::size_t mask = places_.size() - 1;
  std::size_t place = id.low & mask;
  while (places_[place] != ClaimId{}) {
    if (places_[place] == id) return false;
    place = (place + 1) & mask;
  }
  places_[place] = id;
  ++size_;
  return true;
}

void ClaimSet::grow() {
  std::vector<ClaimId> before(std::max<std::size_t>(64, places_.size() * 2));
  before.swap(places_);
  const std::size_t mask = places_.size() - 1;
  for (const ClaimId& id : before) {
    if (id == ClaimId{}) continue;
    std::size_t place = id.low & mask;
    while (places_[place] != ClaimId{}) place = (place + 1) & mask;
    places_[place] = id;
  }
}

LateIndexes::LateIndexes(Connection& connection) : connection_(connection) {
  Query query(
      connection.prepared("SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND name IN"
                          " ('claim_of_id', 'edge_of_object', 'entity_of_id', 'name_of_key') ORDER BY name"));
  while (query.next()) {
    Row row = query.row();
    std::string name = row.text();
    indexes_.emplace_back(std::move(name), row.text());
  }
}

void LateIndexes::drop() {
  for (const auto& [name, sql] : indexes_) connection_.database().exec("DROP INDEX " + name);
}

void LateIndexes::make() {
  for (const auto& [name, sql] : indexes_) connection_.database().exec(sql);
}

}  // namespace entente::detail
