#pragma once
// Diagrams as pictures. Graphviz's rendering library is loaded when the first picture is drawn, not when the
// program starts: linking it costs every command half a millisecond.

#include <optional>
#include <string>
#include <string_view>

#include "export/diagram.hpp"

namespace entente {

enum class Picture { Svg, Png, Pdf };
/// `svg`, `png`, `pdf`.
[[nodiscard]] const char* name_of(Picture picture) noexcept;
[[nodiscard]] std::optional<Picture> picture_from(std::string_view name) noexcept;

/// The bytes of a file of that kind, sized for an A4 page. The first call loads fonts and plug-ins (about 50
/// ms). Throws Error{RenderFailure} when Graphviz or its plug-ins are not installed, or refuse. Not for
/// several threads at once: Graphviz keeps state of its own.
[[nodiscard]] std::string render(const Diagram& diagram, Picture picture);

/// The same for a drawing that is already DOT.
[[nodiscard]] std::string render_dot(const std::string& dot, Picture picture);

}  // namespace entente
