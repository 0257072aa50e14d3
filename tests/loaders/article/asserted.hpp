#pragma once
// Articles read with the bundled registry, and what they assert as lines that a test can read.

#include <string>
#include <string_view>
#include <vector>

#include "loaders/article.hpp"
#include "tests/loaders/collected.hpp"

namespace entente {

/// Knows the bundled states and bodies; made once.
[[nodiscard]] const ArticleReader& bundled_reader();

[[nodiscard]] Collected collect(std::string_view text, const LoadOptions& options = {});

/// `Georgia left CST 1999`, for every claim of the article that asserts something, in the order of the text.
[[nodiscard]] std::vector<std::string> asserted(std::string_view text, const LoadOptions& options = {});

}  // namespace entente
