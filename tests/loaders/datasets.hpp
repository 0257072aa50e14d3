#pragma once
// Data sets of others, which lie outside the repository: the folder that ENTENTE_SHARED names, or `shared`
// beside the project. A test that needs one and does not find it is skipped.

#include <cstdlib>
#include <filesystem>
#include <string>

namespace entente {

inline std::filesystem::path dataset(const std::string& path) {
  const char* const named = std::getenv("ENTENTE_SHARED");
  const std::filesystem::path shared = named != nullptr
                                           ? std::filesystem::path(named)
                                           : std::filesystem::path(ENTENTE_SOURCE_DIR "/../shared");
  return shared / "datasets" / path;
}

}  // namespace entente

/// For use in a test's body: skips the test where the file or folder is missing.
#define ENTENTE_NEEDS_DATASET(path)   \
  if (!std::filesystem::exists(path)) \
  GTEST_SKIP() << path << " is not here; name the folder that holds datasets/ in ENTENTE_SHARED"
