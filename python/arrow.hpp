#pragma once
// A frame by the Arrow C data interface (https://arrow.apache.org/docs/format/CDataInterface.html), which
// pandas, Polars, DuckDB, pyarrow and others read. The structures are that interface's own, and are a stable
// ABI: no Arrow library takes part.

#include <cstdint>
#include <memory>

#include "python/frame.hpp"

extern "C" {

struct ArrowSchema {
  const char* format;
  const char* name;
  const char* metadata;
  std::int64_t flags;
  std::int64_t n_children;
  ArrowSchema** children;
  ArrowSchema* dictionary;
  void (*release)(ArrowSchema*);
  void* private_data;
};

struct ArrowArray {
  std::int64_t length;
  std::int64_t null_count;
  std::int64_t offset;
  std::int64_t n_buffers;
  std::int64_t n_children;
  const void** buffers;
  ArrowArray** children;
  ArrowArray* dictionary;
  void (*release)(ArrowArray*);
  void* private_data;
};

struct ArrowArrayStream {
  int (*get_schema)(ArrowArrayStream*, ArrowSchema* out);
  int (*get_next)(ArrowArrayStream*, ArrowArray* out);
  const char* (*get_last_error)(ArrowArrayStream*);
  void (*release)(ArrowArrayStream*);
  void* private_data;
};

}  // extern "C"

namespace entente::python {

/// A struct of the columns: `U` for texts, dictionaries of `U` by `i` for words, `tdD` for days, `l`, `g`,
/// `b`. Whoever takes it calls its `release`.
[[nodiscard]] ArrowSchema arrow_schema(const Frame& frame);

/// The same columns as one array. Texts, numbers and days are not copied; the array keeps the frame. Bits
/// that say what is missing, and truths, are packed here. O(rows).
[[nodiscard]] ArrowArray arrow_array(std::shared_ptr<const Frame> frame);

/// The frame as a stream of one array.
[[nodiscard]] ArrowArrayStream arrow_stream(std::shared_ptr<const Frame> frame);

}  // namespace entente::python
