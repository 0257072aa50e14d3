#pragma once
// The page of export/page/, made by npm at build time; nothing where the build had no npm.

#include <string_view>

namespace entente::detail {

/// Empty where there is none. The data belong before `</body>`.
[[nodiscard]] std::string_view explorer_page() noexcept;

}  // namespace entente::detail
