#pragma once
// Identities for Graphviz's objects in the order in which they are made. Graphviz's own are the addresses of
// their names, and it keeps subgraphs in that order: the same drawing would come out one way or another, as
// memory lies. Used by dot.cpp and render.cpp only.

#include <cgraph.h>

#include <string>

namespace entente::detail {

/// Pass it to agopen. Valid for ever.
[[nodiscard]] Agdisc_t* counted_ids();

/// As Graphviz's agmemread; null where the text is not DOT.
[[nodiscard]] Agraph_t* read_dot(const std::string& dot);

}  // namespace entente::detail
