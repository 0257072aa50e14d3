#pragma once
// What rows say of entities themselves: kind, names, codes, beginning and end. Internal to the table loader.

#include <cstddef>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "loaders/table/claim_writer.hpp"
#include "loaders/table/current_row.hpp"

namespace entente::detail {

class EntityDescriptions {
 public:
  /// REQUIRES: both outlive it.
  EntityDescriptions(CurrentRow& row, ClaimWriter& writer) : row_(row), writer_(writer) {}

  /// What the row says of the one whom the rule means. `source` is a position in the writer.
  void add(const MentionRule& rule, const Mention& mention, std::size_t source);
  /// Writes what was added of this row.
  void write(std::size_t source);
  /// Drops it: the next row that says it will be the first. False where there was nothing.
  bool drop();

 private:
  [[nodiscard]] bool is_known(const MentionRule& rule, const Mention& mention, std::size_t source);
  [[nodiscard]] std::optional<Edtf> used(const std::optional<DateRule>& start,
                                         const std::optional<DateRule>& end);

  CurrentRow& row_;
  ClaimWriter& writer_;
  std::unordered_map<std::string, std::string> last_;  ///< what was last said, by entity and source
  std::vector<Claim> claims_;                          ///< of this row
  std::vector<std::string> keys_;                      ///< what this row set in `last_`
};

}  // namespace entente::detail
