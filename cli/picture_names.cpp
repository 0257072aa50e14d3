#include "cli/picture_names.hpp"

namespace entente::cli {

std::map<EntityId, std::string> short_names(std::span<const Entity> entities) {
  std::map<EntityId, std::string> names;
  for (const Entity& entity : entities) {
    if (entity.kind != Kind::Organisation && entity.kind != Kind::Treaty) continue;
    for (const Alias& alias : entity.aliases) {
      if (alias.sort != AliasSort::Acronym || alias.when || alias.language == "fr" || alias.language == "ru")
        continue;
      const auto [known, added] = names.emplace(entity.id, alias.text);
      const bool dotted = known->second.find('.') != std::string::npos;
      if (!added && dotted && alias.text.find('.') == std::string::npos)
        known->second = alias.text;  // CIS, not C.I.S.
    }
  }
  return names;
}

std::string listed(const std::vector<std::string>& names, std::size_t most) {
  std::string text;
  const std::size_t shown = names.size() <= most ? names.size() : most - 1;
  for (std::size_t i = 0; i < shown; ++i) {
    const bool last = i + 1 == names.size();
    text += (i == 0 ? "" : last ? " and " : ", ") + names[i];
  }
  if (shown < names.size()) text += " and " + std::to_string(names.size() - shown) + " more";
  return text;
}

}  // namespace entente::cli
