#pragma once
// Diagrams as DOT, the language of Graphviz, written by Graphviz's own library. docs/formats/dot.md.

#include <string>

#include "export/diagram.hpp"

namespace entente {

/// The whole drawing: `dot -Tsvg` makes the same picture of it as `render`. UTF-8, one graph, the same bytes
/// for the same diagram. Text that is not UTF-8 is replaced by U+FFFD, control characters by blanks. Throws
/// Error{RenderFailure} when Graphviz refuses.
[[nodiscard]] std::string to_dot(const Diagram& diagram);

}  // namespace entente
