#pragma once
// Subjects and objects of rules. A rule that goes through many columns asks for them in every cell: what
// depends on the row alone is found once a row, and what depends on the column alone once. Internal to the
// table loader.

#include <cstddef>
#include <optional>
#include <vector>

#include "loaders/table/current_row.hpp"
#include "loaders/table/description.hpp"
#include "loaders/table/parties.hpp"

namespace entente::detail {

class RuleParties {
 public:
  /// REQUIRES: all outlive it.
  RuleParties(const std::vector<ClaimRule>& rules, CurrentRow& row, TableParties& parties,
              EntityDescriptions& descriptions)
      : rules_(rules), row_(row), parties_(parties), descriptions_(descriptions), found_(rules.size()) {}

  enum class Role { Subject, Object };

  /// The rule is about to be applied to a row.
  void begin(std::size_t rule) { found_[rule].subject.of_row = found_[rule].object.of_row = std::nullopt; }

  /// All that was found of columns, so that whoever is named there is described again.
  void forget() { found_.assign(rules_.size(), {}); }

  /// Nothing where the row names nobody. `column` is that of the cell that was entered, if one was; `source`
  /// is the row's.
  [[nodiscard]] std::optional<PartyId> find(std::size_t rule, Role role, std::size_t column,
                                            std::size_t source);

 private:
  using Party = std::optional<PartyId>;
  struct Found {
    std::optional<Party> of_row;                  ///< in the row at hand
    std::vector<std::optional<Party>> of_column;  ///< by column
  };
  struct FoundOfRule {
    Found subject, object;
  };

  const std::vector<ClaimRule>& rules_;
  CurrentRow& row_;
  TableParties& parties_;
  EntityDescriptions& descriptions_;
  std::vector<FoundOfRule> found_;  ///< by rule
};

}  // namespace entente::detail
