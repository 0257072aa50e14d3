#pragma once
// Bytes that were packed with gzip, bzip2 or zstd, unpacked piece by piece. Used by loaders/input.cpp, which
// gives every loader what is inside.

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace entente::detail {

enum class Packing { None, Gzip, Bzip2, Zstd };

/// By the first bytes.
[[nodiscard]] Packing packing_of(std::string_view beginning) noexcept;

/// `facts.csv.gz` → `facts.csv`: what the content would be called.
[[nodiscard]] std::string name_of_content(const std::string& name, Packing packing);

/// Several packed streams behind one another are read as one, as the tools do that made them. Memory: what
/// the library needs (zstd: at most a window of 128 MiB, which the file asks for).
class Unpacker {
 public:
  virtual ~Unpacker() = default;
  /// Fills `out`; returns fewer than `size` bytes at the end only. Throws Error{Unreadable} for damaged data
  /// and for data that end in the middle.
  virtual std::size_t read(char* out, std::size_t size) = 0;
};

/// REQUIRES: packing is not None. `next` gives the packed bytes, nothing at the end; a piece stays valid
/// until the next call. `name` is the file's, for messages.
[[nodiscard]] std::unique_ptr<Unpacker> make_unpacker(Packing packing, std::function<std::string_view()> next,
                                                      std::string name);

}  // namespace entente::detail
