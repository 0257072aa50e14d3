#pragma once
// What the parts of the store share. Private to the store.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "graph/statement.hpp"
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
inline constexpr std::string_view derivation = "3";

/// Numbers of the texts in `term`; adds those that are missing.
class Terms {
 public:
  explicit Terms(Connection& connection) : connection_(&connection) {}
  std::int64_t number_of(const std::string& text);
  /// Of an event, as `claim.event` has it.
  std::int64_t number_of(Event event);
  const std::string& text_of(std::int64_t number);
  Event event_of(std::int64_t number);

 private:
  Connection* connection_;
  std::unordered_map<std::string, std::int64_t> numbers_;
  std::unordered_map<std::int64_t, std::string> texts_;
  std::unordered_map<std::int64_t, Event> events_;
  std::array<std::int64_t, 16> event_numbers_{};
};

/// The columns of `claim_columns`, in that order.
inline constexpr std::string_view claim_columns =
    "c.id, c.subject_name, c.subject_id, v.text, r.text, c.object_name, c.object_id, c.date, c.certainty, "
    "c.detail, s.id, c.begin_byte, c.end_byte, c.row, c.text, u.text";
/// What they are taken from. CROSS JOIN keeps the order of the tables, whatever SQLite thinks of their sizes.
inline constexpr std::string_view claim_joins =
    " CROSS JOIN term v ON v.number = c.event CROSS JOIN term r ON r.number = c.relation"
    " CROSS JOIN source s ON s.number = c.source CROSS JOIN term u ON u.number = c.rule ";
[[nodiscard]] ClaimId read_claim(Row& row, Claim& claim);

[[nodiscard]] std::optional<Source> read_source(Connection& connection, const SourceId& id);
/// Sorted by id.
[[nodiscard]] std::vector<Source> read_sources(Connection& connection);

/// Numbers that the program notes about the file; 0 for one that is not there.
[[nodiscard]] std::int64_t noted(Connection& connection, const std::string& key);
void note(Connection& connection, const std::string& key, std::int64_t value);

/// Whether the edges of the database were derived by other rules than those of this program.
[[nodiscard]] bool derived_by_other_rules(Connection& connection);
/// The priority that its files give a source, whatever the database says.
[[nodiscard]] int own_priority(Connection& connection, const SourceId& source);
/// Throws all derived rows away and derives them again from the claims; within the caller's transaction.
void derive_all(Connection& connection, Terms& terms);

}  // namespace detail
}  // namespace entente
