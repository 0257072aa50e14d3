#pragma once
// Scenes as SVG 1.1, which every browser and drawing program reads.

#include <string>

#include "export/drawing/scene.hpp"

namespace entente {

/// One `<svg>` document: title and description for screen readers, a `<title>` (tooltip) for each group, a
/// class for each role; no script, no reference outside. Every text has its measured length, so that it keeps
/// to its place in another font. The same scene gives the same bytes.
[[nodiscard]] std::string to_svg(const Scene& scene);

}  // namespace entente
