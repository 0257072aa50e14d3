#pragma once
// Spells of one tie that touch become one: a treaty's new phase begins on the day on which the old one ends,
// and nobody left. Internal to the table loader.

#include <map>
#include <vector>

#include "loaders/table/statement.hpp"

namespace entente::detail {

class SpellJoin {
 public:
  /// `gap`: the next spell begins at most so many days after the last day of the one before. Only ends that
  /// are known to the day can touch.
  void add(const TableStatement& spell, std::size_t rule, int gap);
  /// Joined, in the order in which the first row of each stood. Evidence: the rows, a line each.
  [[nodiscard]] std::vector<TableStatement> finish();

 private:
  struct Group {
    std::vector<TableStatement> spells;
    int gap = 0;
  };
  using Key = std::tuple<std::size_t, std::size_t, PartyId, std::int64_t, std::string, Certainty>;
  std::map<Key, Group> groups_;
};

}  // namespace entente::detail
