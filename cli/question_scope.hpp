#pragma once
// From what the command line says of time, relations and names to what the queries take.

#include <optional>
#include <string>
#include <vector>

#include "cli/arguments.hpp"
#include "graph/store.hpp"
#include "queries/resolve_name.hpp"
#include "queries/scope.hpp"

namespace entente::cli {

[[nodiscard]] std::optional<Period> period_of(const When& when);

[[nodiscard]] Scope scope_of(const Store& store, const When& when,
                             std::vector<Relation> by_default = membership_relations());

/// Two names of one question; what was decided is said on standard error.
[[nodiscard]] NamePair names_of(const Store& store, const std::string& first, Role first_role,
                                const std::string& second, Role second_role, const When& when);

[[nodiscard]] EntityRef name_of(const Store& store, const std::string& name, Role role, const When& when);

/// The database, to be read. Says what to do when there is none.
[[nodiscard]] Store open_to_read(const Common& common);

}  // namespace entente::cli
