#pragma once
// The text of graph/schema.sql, as it was when the library was built. Private to the store.

#include <cstdint>
#include <string_view>

namespace entente::detail {

/// `PRAGMA application_id` of every database of ours: "Entn".
inline constexpr std::int64_t application_id = 0x456E746E;
/// `PRAGMA user_version`; each change of the schema adds one, and a step in migration.cpp.
inline constexpr std::int64_t schema_version = 2;

/// The statements that make an empty database; ends with a zero byte.
[[nodiscard]] std::string_view schema_sql() noexcept;

}  // namespace entente::detail
