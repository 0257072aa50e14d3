#pragma once
// An entity of Wikidata as its JSON has it, with nothing interpreted. Used by loaders/wikidata*.cpp only.
//
//   WikidataParser parser(table, limits);
//   parser.parse(buffer, [](const WikidataEntity& entity) { … });

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "loaders/loader.hpp"
#include "loaders/wikidata_table.hpp"

namespace entente::detail {

/// All views point into the text that was parsed.
struct WikidataSnak {
  enum class Sort { Value, SomeValue, NoValue };
  enum class Type { Nothing, Text, Item, Time, Quantity };
  Sort sort = Sort::Value;
  Type type = Type::Nothing;
  std::string_view property;
  std::string_view text;  ///< Text; Item: its id, where there is one; Time: the time; Quantity: the amount
  std::string_view language;  ///< of a monolingual text
  std::string_view calendar;  ///< Time
  int precision = 11;         ///< Time
  std::uint64_t number = 0;   ///< Item: numeric-id, for files that have no id
  bool is_property = false;   ///< Item: it is one of a property

  /// `Q42`; empty where the value is no item.
  [[nodiscard]] std::string item() const;
  /// The value on one line, for people: `1994-05`, `Q42`, the text; `unknown value`, `no value`.
  [[nodiscard]] std::string to_string() const;
};

/// A stretch of WikidataEntity::qualifiers or references.
struct SnakRange {
  std::size_t begin = 0, end = 0;
};

struct WikidataStatement {
  std::string_view id, rank;
  const WikidataProperty* property = nullptr;
  WikidataSnak main;
  SnakRange qualifiers, references;
};

struct WikidataName {
  std::string_view language, text;
  bool label = false;  ///< else an alias
};

struct WikidataEntity {
  std::string_view id, type, modified, redirect_from;
  bool missing = false;
  std::vector<WikidataName> names;  ///< in the languages of the table; all labels if there is none in them
  std::vector<WikidataStatement> statements;  ///< of the properties of the table
  std::vector<WikidataSnak> qualifiers, references;
  std::uint64_t others = 0;  ///< statements of other properties
  std::string broken;        ///< why this is no entity; empty when all is well
};

/// Reads entities out of JSON. Not to be shared between threads.
class WikidataParser {
 public:
  WikidataParser(const WikidataTable& table, const LoadLimits& limits) : table_(table), limits_(limits) {}

  using Visitor = std::function<void(const WikidataEntity&)>;
  struct Failure {
    std::size_t offset;
    std::string reason;
  };
  /// Visits the entity that `text` is, or all those in it, in `{"entities": {…}}` or in a list. The text is
  /// decoded in place. Nothing when all is well; else what is wrong and where: entities before that were
  /// visited. O(length).
  [[nodiscard]] std::optional<Failure> parse(std::string& text, const Visitor& visit);

 private:
  const WikidataTable& table_;
  const LoadLimits& limits_;
  WikidataEntity entity_;  ///< kept for its memory
};

}  // namespace entente::detail
