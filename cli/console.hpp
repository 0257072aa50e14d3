#pragma once
// What the program says: answers on standard output, everything else on standard error.

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "cli/arguments.hpp"

namespace entente::cli {

/// To standard output. Throws Error{DatabaseFailure} when the system refuses (a full disk).
void print(std::string_view text);

/// A line on standard error, after `entente: `.
void complain(std::string_view message);

/// A line that is written over itself while something long goes on; only on a terminal. Called as often as
/// one likes. Destroyed, it leaves nothing behind.
class Progress {
 public:
  Progress(const Common& common, std::string label);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void operator()(std::uint64_t done, std::uint64_t total);
  /// For LoadOptions; refers to this object. Empty where there is no terminal.
  [[nodiscard]] std::function<void(std::uint64_t, std::uint64_t)> callback();

 private:
  std::string label_;
  bool shown_ = false;
  bool enabled_;
  std::int64_t last_ms_ = 0;
};

}  // namespace entente::cli
