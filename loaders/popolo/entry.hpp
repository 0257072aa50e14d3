#pragma once
// What one entry of a Popolo file says in its members. Internal to the Popolo loader.
//
//   text_in(entry, "name")                            // empty where there is none
//   ends_in(entry, "start_date", "end_date").start    // nothing where there is none

#include <rapidjson/fwd.h>

#include <optional>
#include <string>
#include <string_view>

#include "graph/date.hpp"
#include "graph/error.hpp"

namespace entente::detail {

using PopoloEntry = rapidjson::Value;

/// Thrown for an entry that cannot be read; it becomes a skipped row or a warning.
struct BadPopoloEntry {
  ErrorCode code;
  std::string reason;  ///< as counted
  std::string message;
};

/// A start and an end as the file has them.
struct EntryEnds {
  std::optional<Date> start, end;
  [[nodiscard]] bool inverted() const { return start && end && certainly_before(*end, *start); }
};

// REQUIRES of all below: the entry is an object. Views point into its document.

/// Empty where there is none, or no text.
[[nodiscard]] std::string_view text_in(const PopoloEntry& entry, const char* key);
/// Null where there is none, or no object.
[[nodiscard]] const PopoloEntry* object_in(const PopoloEntry& entry, const char* key);
/// Null where there is none, or no list.
[[nodiscard]] const PopoloEntry* list_in(const PopoloEntry& entry, const char* key);
/// The id that `organization_id`, or `organization` as an object or a text, gives; empty where none does.
[[nodiscard]] std::string_view id_in(const PopoloEntry& entry, const char* id_key, const char* key);
/// Throws BadPopoloEntry for a date that is none, and for an end that certainly precedes its start.
[[nodiscard]] EntryEnds ends_in(const PopoloEntry& entry, const char* start, const char* end);
/// The entry's own texts, in the order of the file: its evidence.
[[nodiscard]] std::string quote_of(const PopoloEntry& entry);

}  // namespace entente::detail
