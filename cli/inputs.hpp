#pragma once
// The inputs that a command line names.

#include <optional>
#include <string>
#include <vector>

#include "loaders/detect.hpp"

namespace entente::cli {

/// Folders become the files in them, at any depth, in the order of their paths, without hidden ones. `-`
/// stays.
[[nodiscard]] std::vector<std::string> expand_inputs(const std::vector<std::string>& inputs);

/// Nothing for an empty name: the content tells. Throws Error{InvalidArgument} for one that there is not.
[[nodiscard]] std::optional<entente::Format> format_named(const std::string& name);

}  // namespace entente::cli
