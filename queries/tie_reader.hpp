#pragma once
// From edges to ties: names, status over the time asked about, and the claims and sources behind.

#include <map>
#include <vector>

#include "graph/store.hpp"
#include "queries/scope.hpp"
#include "queries/tie.hpp"

namespace entente {

/// Reads ties from one store; keeps the names and sources it has read. Not for sharing between threads; the
/// store must outlive it.
class TieReader {
 public:
  explicit TieReader(const Store& store) : store_(&store) {}

  /// One edge as a tie. A claim whose source is not in the store gets a source with its id alone.
  [[nodiscard]] Tie tie(const Edge& edge, const std::optional<Period>& when, bool evidence);
  /// The edges whose status over the scope's period is at least `scope.least`, in the order of `edges`.
  [[nodiscard]] std::vector<Tie> ties(const std::vector<Edge>& edges, const Scope& scope);
  /// An entity that is not in the store gets its id for a name.
  [[nodiscard]] EntityRef ref(const EntityId& id);
  [[nodiscard]] Proof proof(const Claim& claim);
  /// Claims that are in the store, in the order of their ids.
  [[nodiscard]] std::vector<Proof> proofs(const std::vector<ClaimId>& ids);

 private:
  const Store* store_;
  std::map<EntityId, EntityRef> refs_;
  std::map<SourceId, Source> sources_;
};

/// Whether the source says that it is so: not planned, reported or denied.
[[nodiscard]] bool is_asserted(const Claim& claim) noexcept;
/// Whether the claim asserts an event of that date: it gives a date that can be the same, or none.
[[nodiscard]] bool supports(const Claim& claim, const Date& date);

/// The end of a tie that a list is sorted by.
enum class TieEnd { Subject, Object };

/// Strongest status first, then by the folded name of that end, its id, relation, first day, edge id.
void sort_by_strength(std::vector<Tie>& ties, TieEnd end);
/// By first possible day (unknown ones by the last possible), then last day, then subject, relation, object,
/// edge id.
void sort_by_time(std::vector<Tie>& ties);

/// The status of several spells of one tie taken together: the strongest of them, or Certain (Presumed) where
/// the days that are certain (presumed) in one or another cover the period.
[[nodiscard]] Status combined_status(const std::vector<Tie>& ties, const Period& period);
/// The days on which the strongest status of a day flips. First entry without a day; empty only for no ties.
[[nodiscard]] std::vector<StatusChange> combined_changes(const std::vector<Tie>& ties);

}  // namespace entente
