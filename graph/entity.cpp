#include "graph/entity.hpp"

#include <array>

namespace entente {

namespace {

template <typename Enum, std::size_t size>
std::optional<Enum> from_name(const std::array<const char*, size>& names, std::string_view name) noexcept {
  for (std::size_t i = 0; i < size; ++i) {
    if (name == names[i]) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

constexpr std::array kinds = {"unknown", "state", "organisation", "treaty", "person", "group", "place"};
constexpr std::array sorts = {"name", "acronym", "demonym", "adjective", "capital"};

}  // namespace

const char* name_of(Kind kind) noexcept { return kinds[static_cast<std::size_t>(kind)]; }
std::optional<Kind> kind_from(std::string_view name) noexcept { return from_name<Kind>(kinds, name); }

const char* name_of(AliasSort sort) noexcept { return sorts[static_cast<std::size_t>(sort)]; }
std::optional<AliasSort> alias_sort_from(std::string_view name) noexcept {
  return from_name<AliasSort>(sorts, name);
}

bool may_exist(const Entity& entity, const Period& period) noexcept {
  if (entity.founded && period.last < entity.founded->earliest()) return false;
  return !(entity.dissolved && entity.dissolved->latest() < period.first);
}

}  // namespace entente
