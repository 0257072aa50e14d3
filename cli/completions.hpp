#pragma once
// Completion scripts for shells, made from the commands and options themselves, so that they are never
// behind.

#include <string>

namespace CLI {
class App;
}

namespace entente::cli {

/// REQUIRES: `shell` is bash, zsh or fish.
[[nodiscard]] std::string completions_for(const CLI::App& app, const std::string& shell);

}  // namespace entente::cli
