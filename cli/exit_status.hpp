#pragma once
// What the program's exit status says. Documented in the manual page; scripts rely on it.

namespace entente::cli {

enum class ExitStatus {
  Found = 0,     ///< done, or the answer is yes or not empty
  Nothing = 1,   ///< nothing found, or the answer is no
  Usage = 2,     ///< the command line, a date or a question cannot be understood
  BadInput = 3,  ///< an input is unreadable, or some of it was skipped
  Name = 4,      ///< a name is unknown or ambiguous
  Failure = 5,   ///< the database or the system refused
};

}  // namespace entente::cli
