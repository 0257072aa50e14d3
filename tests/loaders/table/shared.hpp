#pragma once
// Tables of the data sets (tests/loaders/datasets.hpp), read by the mappings that are bundled for them.

#include <gtest/gtest.h>

#include <string>

#include "loaders/load.hpp"
#include "loaders/table.hpp"
#include "tests/loaders/collected.hpp"
#include "tests/loaders/datasets.hpp"

namespace entente {

/// Of a file of the data sets. REQUIRES: it is there.
inline Loaded load_data_set(const std::string& file, const std::string& mapping) {
  Loaded loaded;
  Input input = Input::open(dataset(file).string());
  loaded.report = load_table(input, *TableMapping::bundled(mapping), {}, loaded);
  return loaded;
}

}  // namespace entente
