#pragma once
// Bytes on their way into a loader, in pieces: a file, standard input, or memory. What was packed with gzip,
// bzip2 or zstd is unpacked on the way; the content says whether it was.
//
//   Input input = Input::open("facts.csv");      // "-" is standard input
//   input.beginning();                           // what kind of file is it? nothing is consumed
//   for (auto piece = input.next(); !piece.empty(); piece = input.next()) …

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace entente {

/// A source of bytes that is read once, from the front. Memory: one piece of 256 KiB (two when packed),
/// whatever the size.
class Input {
 public:
  /// Throws Error{Unreadable} for what cannot be opened or read, and for a directory.
  [[nodiscard]] static Input open(const std::string& path);
  /// REQUIRES: `bytes` outlive the Input. `name` stands for the file's name in messages.
  [[nodiscard]] static Input of(std::string_view bytes, std::string name);
  ~Input();
  Input(Input&&) noexcept;
  Input& operator=(Input&&) noexcept;

  /// The next piece, which of a pipe is what has arrived; empty at the end. Valid until the next call. Throws
  /// Error{Unreadable} when the system says no, and when packed data are damaged or end in the middle.
  [[nodiscard]] std::string_view next();
  /// The first piece, which the first next() gives again. REQUIRES: next() has not been called.
  [[nodiscard]] std::string_view beginning();
  /// The first line without its LF, or the first piece when no line ends in it; waits for no more than that
  /// of what is not packed. REQUIRES: next() has not been called.
  [[nodiscard]] std::string_view first_line();
  /// 64 bits of the content (XXH3), whole and unpacked. Reads it all: a file twice, a pipe into a temporary
  /// file. REQUIRES: next() has not been called.
  [[nodiscard]] std::uint64_t content_hash();
  /// All that is left. Throws Error{InvalidText} when it is more than `limit` bytes.
  [[nodiscard]] std::string rest(std::size_t limit);

  /// The path without its folders, `stdin`, or the name given; of what is packed without `.gz`, `.bz2`,
  /// `.zst`.
  [[nodiscard]] const std::string& name() const noexcept;
  /// Bytes in all, as they lie in the file; 0 where nobody knows, as of a pipe.
  [[nodiscard]] std::uint64_t total() const noexcept;
  /// Called by next() with the bytes given out so far and the total.
  void on_progress(std::function<void(std::uint64_t done, std::uint64_t total)> progress);

 private:
  struct State;
  explicit Input(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace entente
