#pragma once
// What the parts of the store share. Private to the store.

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "graph/store.hpp"
#include "graph/store_connection.hpp"

namespace entente {

struct Store::Impl {
  Impl(const std::string& path, Mode mode) : connection(path, mode) {}
  detail::Connection connection;
};

namespace detail {

/// The rules of resolve() by which the derived tables were made; one more for each change that gives other
/// edges from the same claims. The next import by a later program derives anew.
inline constexpr std::string_view derivation = "2";

/// Numbers of the texts in `term`; adds those that are missing.
class Terms {
 public:
  explicit Terms(Connection& connection) : connection_(&connection) {}
  std::int64_t number_of(const std::string& text);

 private:
  Connection* connection_;
  std::unordered_map<std::string, std::int64_t> numbers_;
};

/// The columns of `claim_columns`, in that order.
inline constexpr std::string_view claim_columns =
    "c.id, c.subject_name, c.subject_id, c.event, r.text, c.object_name, c.object_id, c.date, c.certainty, "
    "c.detail, s.id, c.begin_byte, c.end_byte, c.row, c.text, u.text";
/// What they are taken from. CROSS JOIN keeps the order of the tables, whatever SQLite thinks of their sizes.
inline constexpr std::string_view claim_tables =
    " FROM claim c CROSS JOIN term r ON r.number = c.relation CROSS JOIN source s ON s.number = c.source"
    " CROSS JOIN term u ON u.number = c.rule ";
[[nodiscard]] ClaimId read_claim(Row& row, Claim& claim);

/// Sorted by id.
[[nodiscard]] std::vector<Source> read_sources(Connection& connection);

/// Throws all derived rows away and derives them again from the claims; within the caller's transaction.
void derive(Connection& connection, Terms& terms);

}  // namespace detail
}  // namespace entente
