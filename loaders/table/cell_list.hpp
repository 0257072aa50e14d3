#pragma once
// Cells that hold lists: `ADB (nonregional member), CICA, EAEU (observer)`. Internal to the table loader.

#include <string>
#include <string_view>
#include <vector>

namespace entente::detail {

struct ListItem {
  std::string text;  ///< as it stood
  std::string name;  ///< without what stands in brackets
  std::string note;  ///< what stands in its brackets; of several pairs, `; ` between
};

/// The items between separators that stand outside of brackets; empty ones are left out. Brackets may nest;
/// one that is never closed ends with the text. O(length).
[[nodiscard]] std::vector<ListItem> split_list(std::string_view text, std::string_view separators);

}  // namespace entente::detail
