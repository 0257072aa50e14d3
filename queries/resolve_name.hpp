#pragma once
// From the name in a question to the one entity it means, or an error that says what it could be.
//
//   EntityRef body = resolve_name(store, "the CSTO", {.role = Role::Body});
//
// Names are found with case, accents and punctuation folded; an id (`csto`) or an outside id
// (`wikidata:Q265`) is a name too. Own names go before demonyms and capitals. Of several entities the date in
// question decides where it can, then the part that the name plays in the question, then an exact spelling
// ("GUAM", "Guam"). What is left ambiguous is an error: one name is never guessed.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/store.hpp"
#include "queries/tie.hpp"

namespace entente {

/// The part that a name plays in the question. It decides between an organisation and a state of one name,
/// never between two organisations or two states.
enum class Role {
  Any,
  Member,  ///< who belongs: states, persons and groups before organisations and treaties
  Body,    ///< what is belonged to: organisations and treaties before states, persons and places
};

struct NameContext {
  std::optional<Period> when = std::nullopt;
  Role role = Role::Any;
  bool exact_id = true;  ///< text that is exactly an id means that entity, whoever else has it for a name
};

/// The entity that is meant.
/// Errors: Error{UnknownName} with near names as candidates; Error{AmbiguousName} with candidates such as
/// `Georgia (state, id georgia)`, sorted by id.
/// Cost: O(log n); an unknown name reads all names, for the candidates.
[[nodiscard]] EntityRef resolve_name(const Store& store, std::string_view name,
                                     const NameContext& context = {});

struct NamePair {
  EntityRef first;
  EntityRef second;
  std::vector<std::string> notes;  ///< a sentence for each name that the other one decided
};

/// As resolve_name for each of two names, except that of several entities the one is taken that alone has an
/// edge with the other name's or, failing that, alone has an edge with something that the other has one with.
/// Cost: where a name is ambiguous, all edges of the entities that have it.
[[nodiscard]] NamePair resolve_names(const Store& store, std::string_view first,
                                     const NameContext& first_context, std::string_view second,
                                     const NameContext& second_context);

}  // namespace entente
