#pragma once
// Memberships over time for other programs' timelines: Mermaid and vis-timeline.
// docs/formats/graph-files.md.

#include <string>

#include "export/graph_rows.hpp"

namespace entente {

/// A Mermaid `gantt`: a section a body, a bar a membership; `active` where it certainly held, else plain. An
/// open end reaches to the last day of which a source speaks. Mermaid draws no year before 1000: what ends
/// earlier stands in a comment.
[[nodiscard]] std::string to_mermaid_gantt(const GraphContent& content);

/// A Mermaid `timeline`: a line for each year (or other date) in which something began or ended.
[[nodiscard]] std::string to_mermaid_timeline(const GraphContent& content);

/// `{"groups": […], "items": […]}` for new vis.Timeline(): a group a body, and for each membership a bar for
/// the days on which it held certainly, presumably and possibly, told apart by `className`. Texts are
/// escaped: vis takes them for HTML.
[[nodiscard]] std::string to_vis_timeline(const GraphContent& content);

}  // namespace entente
