#pragma once
// What a first load into an empty database does without: it checks for repetitions in memory, and makes the
// indexes when all rows are there. Private to the store.

#include <string>
#include <utility>
#include <vector>

#include "graph/store_connection.hpp"

namespace entente::detail {

/// A set of claim ids, which are random numbers already. 16 bytes for each at most half full.
class ClaimSet {
 public:
  /// Whether it is new.
  bool insert(const ClaimId& id);

 private:
  void grow();
  std::vector<ClaimId> places_;  // open addressing; all zero: empty
  std::size_t size_ = 0;
  bool has_zero_ = false;
};

/// Indexes that are made after the rows, by sorting, which costs a fraction of adding to them row by row.
class LateIndexes {
 public:
  explicit LateIndexes(Connection& connection);
  void drop();
  void make();

 private:
  Connection& connection_;
  std::vector<std::pair<std::string, std::string>> indexes_;  // name, and what makes it
};

}  // namespace entente::detail
