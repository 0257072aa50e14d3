#include "loaders/table_mapping.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "data/bundled.hpp"
#include "graph/error.hpp"
#include "loaders/input.hpp"
#include "loaders/table/mapping.hpp"

namespace entente {

namespace {

constexpr std::string_view folder = "mappings/";
constexpr std::string_view ending = ".json";

std::optional<std::string_view> mapping_name(const BundledFile& file) {
  std::string_view path = file.path;
  if (path.substr(0, folder.size()) != folder) return std::nullopt;
  path.remove_prefix(folder.size());
  path.remove_suffix(ending.size());
  return path;
}

bool has(const std::vector<std::string>& header, const std::string& column) {
  return std::find(header.begin(), header.end(), column) != header.end();
}

}  // namespace

TableMapping TableMapping::parse(std::string_view json, const std::string& file) {
  return TableMapping(std::make_shared<const detail::Mapping>(detail::read_mapping(json, file)));
}

std::optional<TableMapping> TableMapping::bundled(std::string_view name) {
  for (const BundledFile& file : bundled_files()) {
    if (mapping_name(file) == name) return parse(file.content, std::string(file.path));
  }
  return std::nullopt;
}

std::vector<std::string> TableMapping::bundled_names() {
  std::vector<std::string> names;
  for (const BundledFile& file : bundled_files()) {
    if (const auto name = mapping_name(file)) names.emplace_back(*name);
  }
  std::sort(names.begin(), names.end());
  return names;
}

TableMapping TableMapping::find(const std::string& name_or_file) {
  if (auto known = bundled(name_or_file)) return *known;
  constexpr std::size_t limit = 16 << 20;
  try {
    Input input = Input::open(name_or_file);
    const std::string json = input.rest(limit);
    return parse(json, name_or_file);
  } catch (const Error& error) {
    if (error.code() != ErrorCode::Unreadable) throw;
    throw Error(error.code(),
                fmt::format("{}; there is no mapping of that name with the program, either", error.what()),
                bundled_names());
  }
}

std::optional<TableMapping> TableMapping::detect(const std::vector<std::string>& header) {
  static const std::vector<TableMapping> all = [] {
    std::vector<TableMapping> mappings;
    for (const std::string& name : bundled_names()) mappings.push_back(*bundled(name));
    return mappings;
  }();
  const TableMapping* best = nullptr;
  std::size_t most = 0;
  bool several = false;
  for (const TableMapping& mapping : all) {
    const auto& known_by = mapping.parts().known_by;
    const auto& not_with = mapping.parts().not_with;
    const auto there = [&](const std::string& column) { return has(header, column); };
    if (known_by.empty() || !std::all_of(known_by.begin(), known_by.end(), there) ||
        std::any_of(not_with.begin(), not_with.end(), there)) {
      continue;
    }
    if (known_by.size() > most) {
      best = &mapping;
      several = false;
    } else if (known_by.size() == most) {
      several = true;
    }
    most = std::max(most, known_by.size());
  }
  return best == nullptr || several ? std::nullopt : std::optional(*best);
}

const std::string& TableMapping::name() const noexcept { return parts_->name; }
const std::string& TableMapping::title() const noexcept { return parts_->title; }

}  // namespace entente
