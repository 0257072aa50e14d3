#include "cli/inputs.hpp"

#include <algorithm>
#include <filesystem>

#include "graph/error.hpp"

namespace entente::cli {

std::vector<std::string> expand_inputs(const std::vector<std::string>& inputs) {
  namespace fs = std::filesystem;
  std::vector<std::string> paths;
  for (const std::string& input : inputs) {
    std::error_code failed;
    if (input == "-" || !fs::is_directory(input, failed)) {
      paths.push_back(input);
      continue;
    }
    std::vector<std::string> inside;
    for (auto entry = fs::recursive_directory_iterator(input); entry != fs::recursive_directory_iterator();
         ++entry) {
      const bool hidden = entry->path().filename().string().starts_with('.');
      if (hidden && entry->is_directory()) entry.disable_recursion_pending();
      if (!hidden && entry->is_regular_file()) inside.push_back(entry->path().string());
    }
    if (inside.empty()) throw Error(ErrorCode::Unreadable, "there is no file in the folder " + input);
    std::sort(inside.begin(), inside.end());
    paths.insert(paths.end(), inside.begin(), inside.end());
  }
  return paths;
}

std::optional<entente::Format> format_named(const std::string& name) {
  if (name.empty()) return std::nullopt;
  if (const auto format = format_from(name)) return format;
  throw Error(ErrorCode::InvalidArgument,
              "there is no input format '" + name + "'; see entente import --help");
}

}  // namespace entente::cli
