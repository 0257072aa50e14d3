#pragma once
// Data sets that lie outside the repository: ENTENTE_SHARED, else the folder `shared` beside the project.

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <string>

#include "loaders/load.hpp"
#include "loaders/table.hpp"
#include "tests/loaders/collected.hpp"

namespace entente {

inline std::filesystem::path data_sets() {
  const char* const named = std::getenv("ENTENTE_SHARED");
  const std::filesystem::path shared = named != nullptr
                                           ? std::filesystem::path(named)
                                           : std::filesystem::path(ENTENTE_SOURCE_DIR) / "../shared";
  return shared / "datasets";
}

struct LoadedTable {
  LoadReport report;
  Collected found;
};

/// Of a file of the data sets. REQUIRES: it is there.
inline LoadedTable load_data_set(const std::string& file, const std::string& mapping) {
  LoadedTable loaded;
  Input input = Input::open((data_sets() / file).string());
  loaded.report = load_table(input, *TableMapping::bundled(mapping), {}, loaded.found);
  return loaded;
}

}  // namespace entente

/// Skips the test where the file is missing.
#define ENTENTE_NEEDS(file)                                                                               \
  if (!std::filesystem::exists(entente::data_sets() / (file))) {                                          \
    GTEST_SKIP() << (file) << " is not there; set ENTENTE_SHARED to the folder that holds the data sets"; \
  }
