#pragma once
// The objects of a JSON file as texts, one at a time: whoever reads them may decode each in place. Used by
// loaders/wikidata_json.cpp.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "loaders/input.hpp"
#include "loaders/loader.hpp"

namespace entente::detail {

/// The items of a list, the members of `{"<wrapper>": {…}}`, or a file that is one object, or several. Looks
/// at brackets and quotation marks only; what lies between them is for a parser to judge. Memory: one object.
class JsonDocuments {
 public:
  /// REQUIRES: `input` outlives this.
  JsonDocuments(Input& input, const LoadLimits& limits, std::string wrapper);

  /// The next object, which the caller may change; null at the end. Throws Error: {InvalidJson} for a file
  /// that ends in the middle, {InvalidText} for an object beyond limits.entry.
  [[nodiscard]] std::string* next();
  /// The line on which it begins, from 1.
  [[nodiscard]] std::size_t line() const noexcept { return object_line_; }

 private:
  /// Looks at the piece from `at` on, up to the beginning or end of an object, or the end of
  /// the piece; returns how far it came.
  std::size_t scan(std::size_t at);
  void open(char bracket);
  void close();
  /// The string that goes on at `at`; returns where it ends, or the end of the piece.
  std::size_t scan_string(std::size_t at);

  Input& input_;
  const LoadLimits& limits_;
  const std::string wrapper_;
  std::string_view piece_;
  bool started_ = false;
  std::size_t line_ = 1;
  std::size_t depth_ = 0;  ///< brackets that are open
  bool in_string_ = false, escaped_ = false;
  std::string key_;  ///< the last string directly in an object that may be the wrapper's

  std::size_t level_ = 0;    ///< how many brackets are open around an object that is wanted
  bool collecting_ = false;  ///< inside such an object
  bool began_ = false;       ///< the brace of one was just passed
  bool complete_ = false;
  std::string object_;
  std::size_t object_line_ = 1;
};

}  // namespace entente::detail
