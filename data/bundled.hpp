#pragma once
// The files of data/, as they were when the program was built.

#include <span>
#include <string_view>

namespace entente {

struct BundledFile {
  std::string_view path;  ///< relative to data/: `states.json`, `articles/csto.txt`
  std::string_view content;
};

/// Sorted by path.
[[nodiscard]] std::span<const BundledFile> bundled_files() noexcept;

/// The content of one file; empty when there is none of that path.
[[nodiscard]] std::string_view bundled_file(std::string_view path) noexcept;

}  // namespace entente
