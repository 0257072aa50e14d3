#include "data/bundled.hpp"

#include <algorithm>
#include <cstddef>

extern "C" {
#include "bundled_symbols.inc"
}

namespace entente {

std::span<const BundledFile> bundled_files() noexcept {
  static const BundledFile files[] = {
#include "bundled_table.inc"
  };
  return files;
}

std::string_view bundled_file(std::string_view path) noexcept {
  const auto files = bundled_files();
  const auto found =
      std::find_if(files.begin(), files.end(), [&](const BundledFile& f) { return f.path == path; });
  return found == files.end() ? std::string_view{} : found->content;
}

}  // namespace entente
