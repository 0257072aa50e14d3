#pragma once
// Where a command writes when it is told to write a file.

#include <string>

namespace entente::cli {

/// A file is written beside and renamed, so that a failure leaves what was there before; what a link leads
/// to, not the link. A device or a pipe is written into. Throws Error{WriteFailure}.
void write_file(const std::string& name, const std::string& content);

/// To the file, or to standard output for an empty name and `-`; of a file, says so on standard error.
void write_output(const std::string& name, const std::string& content);

}  // namespace entente::cli
