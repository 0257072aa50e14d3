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
constexpr std::array sorts = {"name", "acronym", "demonym", "adjective", "capital", "mapped"};

}  // namespace

const char* name_of(Kind kind) noexcept { return kinds[static_cast<std::size_t>(kind)]; }
std::optional<Kind> kind_from(std::string_view name) noexcept { return from_name<Kind>(kinds, name); }

const char* name_of(AliasSort sort) noexcept { return sorts[static_cast<std::size_t>(sort)]; }
std::optional<AliasSort> alias_sort_from(std::string_view name) noexcept {
  return from_name<AliasSort>(sorts, name);
}

namespace {
constexpr std::string_view preferred_mark = "preferred:";
}

std::string to_string(const Naming& naming) {
  std::string detail(naming.preferred ? preferred_mark : "");
  detail += name_of(naming.sort);
  if (!naming.language.empty()) detail += ':' + naming.language;
  return detail;
}

std::optional<Naming> naming_from(std::string_view detail) {
  Naming naming;
  if (detail.substr(0, preferred_mark.size()) == preferred_mark) {
    naming.preferred = true;
    detail.remove_prefix(preferred_mark.size());
  }
  if (detail.empty()) return naming;
  const std::size_t colon = detail.find(':');
  const auto sort = alias_sort_from(detail.substr(0, colon));
  if (!sort) return std::nullopt;
  naming.sort = *sort;
  if (colon != std::string_view::npos) naming.language = detail.substr(colon + 1);
  return naming;
}

bool may_exist(const Entity& entity, const Period& period) noexcept {
  if (entity.founded && period.last < entity.founded->earliest()) return false;
  return !(entity.dissolved && entity.dissolved->latest() < period.first);
}

}  // namespace entente
