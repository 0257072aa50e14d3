#pragma once
// JSON in pieces: the entries of a file's arrays, one at a time, each with its place in the file. Memory
// holds one entry, never the file. What the entries mean is for loaders/claims_json.hpp.
//
//   {"format": "…", "claims": [ {…}, {…} ]}   gives   ("format", "…"), ("claims", {…}), ("claims", {…})

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/error.hpp"
#include "loaders/input.hpp"
#include "loaders/loader.hpp"

namespace entente {

/// Where something stands in a file. Both from 1; the column counts bytes.
struct Place {
  std::size_t line = 1;
  std::size_t column = 1;
};

struct JsonMember;

/// A JSON value that knows where it stood.
struct JsonValue {
  enum class Kind { Null, Boolean, Number, Text, Object, Array };
  Kind kind = Kind::Null;
  std::string text;                 ///< Text: the text; Number: as written; Boolean: `true` or `false`
  std::vector<JsonMember> members;  ///< Object, in the order of the file
  std::vector<JsonValue> items;     ///< Array
  Place place;

  /// The member of that name, the first of several; null when there is none.
  [[nodiscard]] const JsonValue* find(std::string_view name) const noexcept;
};

struct JsonMember {
  std::string key;
  JsonValue value;
};

/// A section is the name of a top-level member; empty in a file that is one array.
using JsonEntryVisitor = std::function<void(std::string_view section, const JsonValue& entry)>;

/// Visits the top-level scalars and objects and the items of the top-level arrays, in the order of the file.
/// Nothing when the file is whole; else what is wrong and where: entries before that place were visited.
/// The parser keeps its state on the heap, so no input overflows the stack. O(length).
[[nodiscard]] std::optional<Diagnostic> read_json_entries(Input& input, const LoadLimits& limits,
                                                          const JsonEntryVisitor& visit);

/// One value, whole, that stands alone on `line` of the file `name`; visited with an empty section.
[[nodiscard]] std::optional<Diagnostic> read_json_line(std::string_view text, const std::string& name,
                                                       std::size_t line, const LoadLimits& limits,
                                                       const JsonEntryVisitor& visit);

}  // namespace entente
