#pragma once
// Scenes as files: SVG by our own writer, PNG and PDF from it by librsvg and Cairo, which are loaded when the
// first of them is made.

#include <string>

#include "export/drawing/scene.hpp"
#include "export/render.hpp"

namespace entente {

/// The bytes of a file of that kind; PNG at 160 dots an inch, PDF of one page of the scene's size.
/// Throws Error{RenderFailure} for PNG and PDF where librsvg is not installed, or was not there at build
/// time.
[[nodiscard]] std::string render(const Scene& scene, Picture picture);

}  // namespace entente
