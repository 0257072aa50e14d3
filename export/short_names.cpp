#include "export/short_names.hpp"

namespace entente {

std::optional<std::string> short_name(const Entity& entity) {
  if (entity.kind != Kind::Organisation && entity.kind != Kind::Treaty) return std::nullopt;
  std::optional<std::string> name;
  for (const Alias& alias : entity.aliases) {
    if (alias.sort != AliasSort::Acronym || alias.when) continue;
    if (alias.language == "fr" || alias.language == "ru") continue;
    const bool dotted = alias.text.find('.') != std::string::npos;
    if (!name || (!dotted && name->find('.') != std::string::npos)) name = alias.text;
  }
  return name;
}

std::map<EntityId, std::string> short_names(std::span<const Entity> entities) {
  std::map<EntityId, std::string> names;
  for (const Entity& entity : entities) {
    if (auto name = short_name(entity)) names.emplace(entity.id, *std::move(name));
  }
  return names;
}

}  // namespace entente
