#pragma once
// The manual page, made from the commands and options themselves.

#include <string>

namespace CLI {
class App;
}

namespace entente::cli {

/// In mdoc, for man(1).
[[nodiscard]] std::string man_page(const CLI::App& app, const std::string& version);

}  // namespace entente::cli
