#pragma once
// What a text asserts, as lines that a test can read.

#include <string>
#include <string_view>
#include <vector>

#include "loaders/loader.hpp"

namespace entente {

/// `Georgia left CST 1999`, for every claim of the article that asserts something, in the order of the text.
[[nodiscard]] std::vector<std::string> asserted(std::string_view text, const LoadOptions& options = {});

}  // namespace entente
