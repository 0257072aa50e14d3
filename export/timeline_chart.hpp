#pragma once
// Memberships over the years, drawn with characters: a bar for each, solid where it is certain.
//
//                         1992      2002      2012      2022
//   CSTO  member_of       ░░░░████████▒            ███████▒
//
// A column of the chart is a stretch of days; it shows the strongest answer to "on this day?" within it.

#include <optional>
#include <span>
#include <string>

#include "export/table.hpp"
#include "queries/tie.hpp"

namespace entente {

struct ChartOptions {
  std::size_t width = 80;                       ///< of the whole chart, in columns of the screen; at least 40
  std::optional<Period> period = std::nullopt;  ///< the years shown; absent: what the ties say, with a margin
  bool color = false;
  bool ascii = false;  ///< `#` certain, `/` possible, `-` presumed, `>` still open
  enum class Label { Object, Subject } label = Label::Object;  ///< whose name stands before the bar
};

/// A line each tie, in the order given, under an axis of years, and a legend of the marks that occur. Empty
/// for no ties. Bars that reach beyond the years shown end in an arrow.
[[nodiscard]] std::string timeline_chart(std::span<const Tie> ties, const ChartOptions& options = {});

}  // namespace entente
