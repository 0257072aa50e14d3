#pragma once
// Text for Graphviz: each place where text goes has its own rules of escaping.

#include <string>
#include <string_view>

#include "export/diagram.hpp"

namespace entente::detail {

/// For labels, tooltips and other attributes: `\` starts an escape there, and `&` and `<` a character
/// reference. Line feeds stay line breaks.
[[nodiscard]] std::string dot_text(std::string_view text);

/// For the inside of HTML-like labels, which Graphviz reads as XML and then as text with escapes. One line.
[[nodiscard]] std::string dot_html(std::string_view text);

/// For the names of nodes and the keys of edges. What Graphviz 2.42 cannot write and read back (`\`, `%`,
/// `<`, quotation marks, controls) becomes `_xHH_`, HH its code; empty becomes `_`.
[[nodiscard]] std::string dot_name(std::string_view id);

/// A heading as an HTML-like label: title, subtitle, a legend of what occurs in the diagram, the sources.
/// `scale`: how much larger its letters are, in a drawing that will be shrunk to its page.
[[nodiscard]] std::string heading_html(const Diagram& diagram, double scale);

}  // namespace entente::detail
