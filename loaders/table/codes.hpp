#pragma once
// Codes that changed hands: COW's 365 is Russia to 1917, the Soviet Union, and Russia again. The list is
// data/codes.json. Internal to the table loader.

#include <optional>
#include <string>
#include <vector>

#include "graph/day.hpp"

namespace entente::detail {

/// Who bore a code, and when; no bound where nobody bore it before or after.
struct CodeHolder {
  std::string id;
  std::optional<Day> from, to;
  [[nodiscard]] bool over(const Period& period) const {
    return !(from && period.last < *from) && !(to && *to < period.first);
  }
};

/// In the order of time, without gaps; null for a code that is not in the list.
[[nodiscard]] const std::vector<CodeHolder>* holders_of(const std::string& code);

/// The one who bore it on most days of the period; the earlier of two that bore it as long.
[[nodiscard]] std::size_t holder_over(const std::vector<CodeHolder>& holders, const Period& period);

}  // namespace entente::detail
