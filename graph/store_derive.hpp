#pragma once
// What follows from new claims: the entities, names and edges that they touch are derived again, the others
// stay. The result is that of resolve() over all claims. Private to the store.
//
// What a claim touches:
//   - a tie: all edges between the same subject and object;
//   - the founding, end or entry into force of an entity: all its edges;
//   - a name, kind or code of an entity, a renaming: the claims of every entity that has, had or would have
//     one of those names or codes are linked again, and what they then say is touched in turn.

#include <map>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "graph/directory.hpp"
#include "graph/statement.hpp"
#include "graph/store_impl.hpp"
#include "graph/ties.hpp"

namespace entente::detail {

class BulkFile;

/// A number of the table `entity`; 0: none.
using EntityNumber = std::int64_t;

/// Claims on their way to what follows from them. Memory: about 52 bytes for each, and their different names
/// and dates.
struct NewClaims {
  Vocabulary words;
  Texts entities;  ///< ids
  std::vector<Statement> said;
  struct Full {
    ClaimId id;
    Claim claim;
  };
  std::vector<Full> describing;  ///< those among them that describe or rename an entity
  /// Where each mention was taken to lead when its claim was written; for a database without claims only.
  std::vector<std::uint32_t> supposed;

  void add(const ClaimId& id, std::uint32_t number, const Claim& claim);
  /// The entity that the mention leads to if nothing but itself is known: its place in `entities`.
  std::uint32_t suppose(std::uint32_t mention);
};

/// Derives what follows from claims that were written and not yet derived; within the caller's transaction.
/// `fresh`: they are all the claims that there are, and the derived tables are empty. `bulk`: where the rows
/// of the large tables go instead; of a fresh one.
void derive(Connection& connection, Terms& terms, NewClaims& claims, bool fresh, BulkFile* bulk = nullptr);

}  // namespace entente::detail
