#pragma once
// How things go wrong. An `Error` ends the operation; a `Diagnostic` is bad input that was noted and stepped
// over.

#include <cstddef>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// Stable codes: they reach exit statuses, JSON output and docs/errors.md. Never renumber, only append.
enum class ErrorCode {
  InvalidDate = 1,       ///< text that is not EDTF
  InvertedInterval = 2,  ///< an end that certainly precedes its start
  Unreadable = 3,        ///< a file that cannot be opened or read
  InvalidText = 4,       ///< not UTF-8, or a line beyond the limit
  InvalidJson = 5,
  InvalidRow = 6,
  UnknownFormat = 7,     ///< no loader recognises the content
  NotADatabase = 8,      ///< a file that is not ours
  NewerDatabase = 9,     ///< written by a later version
  DatabaseFailure = 10,  ///< SQLite said no: full disk, read-only, locked
  UnknownName = 11,      ///< no entity has the name; candidates in the message
  AmbiguousName = 12,    ///< several entities have it; choices in the message
  InvalidQuestion = 13,
  InvalidArgument = 14,
  RenderFailure = 15,
  WriteFailure = 16,  ///< the system refuses to take the output
};

/// The stable, lower-case name of a code: `invalid-date`.
[[nodiscard]] const char* name_of(ErrorCode code) noexcept;

/// A text as a message shows it: on one line, with nothing in it that would cut the line short or command a
/// terminal. Control characters, those of Unicode's second block too, become `\t`, `\n`, `\r` or their bytes
/// (`\x00`); the rest, backslashes too, stays, so that to show twice changes nothing. O(length).
[[nodiscard]] std::string escaped_controls(std::string_view text);

/// What cannot go on. `what()` is one sentence for a person; `candidates` are names to choose from, best
/// first.
class Error : public std::runtime_error {
 public:
  Error(ErrorCode code, const std::string& message) : std::runtime_error(message), code_(code) {}
  Error(ErrorCode code, const std::string& message, std::vector<std::string> candidates)
      : std::runtime_error(message), code_(code), candidates_(std::move(candidates)) {}

  [[nodiscard]] ErrorCode code() const noexcept { return code_; }
  [[nodiscard]] const std::vector<std::string>& candidates() const noexcept { return candidates_; }

 private:
  ErrorCode code_;
  std::vector<std::string> candidates_;
};

/// What a person is told of the error: its sentence and, where there are candidates, a line that says what
/// they are and a line for each. No line feed at the end.
[[nodiscard]] std::string told(const Error& error);

/// Bad input that a loader noted and skipped.
struct Diagnostic {
  ErrorCode code;
  std::string file;
  std::size_t line = 0;    ///< from 1; 0: the whole file
  std::size_t column = 0;  ///< from 1, in bytes; 0: the whole line
  std::string message;     ///< one sentence
  std::string excerpt;     ///< the offending text, shortened

  /// `file:line:column: message` and, where there is one, the excerpt in quotation marks, its controls
  /// escaped.
  [[nodiscard]] std::string to_string() const;
};

}  // namespace entente
