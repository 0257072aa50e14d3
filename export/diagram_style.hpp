#pragma once
// How kinds, relations and statuses are told apart in pictures. Colours are those of Okabe and Ito, "Color
// Universal Design" (2008), which people with any form of colour blindness can tell apart; nothing is said by
// colour alone.

#include <string>

#include "export/diagram.hpp"

namespace entente {

inline constexpr const char* ink = "#222222";
inline constexpr const char* faint_ink = "#666666";
inline constexpr const char* paper = "#ffffff";

struct NodeStyle {
  const char* shape;  ///< Graphviz's name
  const char* style;
  std::string fill;
  std::string border;
  std::string text;
  const char* sign;  ///< a character that looks like it, for the legend
};
[[nodiscard]] NodeStyle style_of(const DiagramNode& node);

struct EdgeStyle {
  std::string color;
  const char* text;  ///< the same hue, dark enough for small letters on paper
  const char* line;  ///< `solid`, `dashed`, `dotted`
  const char* width;
  const char* head;  ///< Graphviz's name of the arrowhead
  const char* sign;  ///< a character that looks like the arrowhead, for the legend; may be empty
};
[[nodiscard]] EdgeStyle style_of(const DiagramEdge& edge);

}  // namespace entente
