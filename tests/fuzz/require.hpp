#pragma once
// What fuzz targets demand of every input.

#include <cstdlib>

namespace entente {

/// Stops the fuzzer; unlike assert, in every build.
inline void require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace entente
