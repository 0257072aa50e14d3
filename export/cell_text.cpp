#include "export/cell_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace entente::detail {

std::string day_text(const std::optional<Day>& day) { return day ? day->to_string() : std::string(); }

std::string ids_text(std::span<const OutsideId> ids) {
  std::string text;
  for (const OutsideId& id : ids)
    text += fmt::format("{}{}:{}", text.empty() ? "" : " ", id.scheme, id.value);
  return text;
}

std::string sources_text(std::span<const Proof> proofs, std::string_view separator) {
  std::vector<std::string_view> ids;
  for (const Proof& proof : proofs) {
    const std::string_view id = proof.source.id.value;
    if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
  }
  return fmt::format("{}", fmt::join(ids, separator));
}

std::string first_sentence(std::span<const Proof> proofs) {
  return proofs.empty() ? std::string() : proofs.front().claim.evidence.text;
}

}  // namespace entente::detail
