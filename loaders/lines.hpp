#pragma once
// A text's lines, one at a time, however they end: LF, CRLF or a lone CR.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "graph/error.hpp"
#include "loaders/input.hpp"

namespace entente {

/// Memory: one line, at most `limit` bytes. O(length of the text).
class Lines {
 public:
  /// REQUIRES: `input` outlives this. A byte order mark at the very beginning is not part of the first line.
  Lines(Input& input, std::size_t limit) : input_(input), limit_(limit) {}

  /// Goes to the next line; false at the end of the text. An empty last line does not count.
  bool next();
  /// The line with its terminator; the first `limit` bytes of one that is too long.
  [[nodiscard]] std::string_view line() const noexcept { return line_; }
  /// The line without its terminator.
  [[nodiscard]] std::string_view text() const noexcept;
  /// From 1.
  [[nodiscard]] std::size_t number() const noexcept { return number_; }
  /// Of the line's first byte in the text, from 0.
  [[nodiscard]] std::uint64_t offset() const noexcept { return offset_; }
  [[nodiscard]] bool too_long() const noexcept { return too_long_; }
  /// What to say of a line that is too long, in the file of that name.
  [[nodiscard]] Diagnostic too_long_problem(const std::string& file) const;
  /// Nothing but spaces and tabs.
  [[nodiscard]] bool blank() const noexcept {
    return text().find_first_not_of(" \t") == std::string_view::npos;
  }

 private:
  bool refill();
  /// Offset in the piece of the next CR or LF; its size when there is none.
  std::size_t line_end();

  Input& input_;
  std::size_t limit_;
  std::string_view piece_;
  const char* feed_ = nullptr;  ///< the next LF of the piece; null when there is none
  bool feed_known_ = false;
  std::string line_;
  std::size_t number_ = 0;
  std::uint64_t offset_ = 0;
  std::uint64_t done_ = 0;
  bool too_long_ = false;
};

}  // namespace entente
