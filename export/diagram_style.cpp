#include "export/diagram_style.hpp"

#include <array>

namespace entente {

namespace {

struct Paint {
  const char* fill;
  const char* text;  ///< legible on it
  const char*
      letter;  ///< the hue for small letters on paper: contrast of at least 4.5 to 1 (WCAG 2.1, 1.4.3)
};

// Okabe–Ito without the yellow, which vanishes as a line on paper, and with a grey for the black of the text.
constexpr std::array<Paint, 7> palette = {{
    {"#0072B2", "#ffffff", "#005F94"},  // blue
    {"#D55E00", "#000000", "#A34800"},  // vermilion
    {"#009E73", "#000000", "#006B4E"},  // bluish green
    {"#CC79A7", "#000000", "#94477A"},  // reddish purple
    {"#E69F00", "#000000", "#855C00"},  // orange
    {"#56B4E9", "#000000", "#1C6A99"},  // sky blue
    {"#4D4D4D", "#ffffff", "#4D4D4D"},
}};

struct KindStyle {
  Kind kind;
  const char* shape;
  const char* style;
  const char* fill;
  const char* border;
  const char* sign;
};

constexpr KindStyle kinds[] = {
    {Kind::State, "box", "rounded,filled", "#ffffff", "#222222", "▢"},
    {Kind::Organisation, "ellipse", "filled", "#0072B2", "#0072B2", "●"},
    {Kind::Treaty, "note", "filled", "#F0E442", "#222222", "▤"},
    {Kind::Person, "oval", "filled", "#ffffff", "#CC79A7", "○"},
    {Kind::Group, "hexagon", "filled", "#56B4E9", "#222222", "⬡"},
    {Kind::Place, "house", "filled", "#ffffff", "#009E73", "⌂"},
    {Kind::Unknown, "box", "filled,dashed", "#ffffff", "#666666", "▫"},
};

struct RelationStyle {
  std::string_view relation;
  const char* line;
  const char* head;
  const char* sign;
};

// A member's line has nothing at its end: it is the common case. What is less than membership is dotted.
constexpr RelationStyle relations[] = {
    {relation::member_of, "solid", "none", ""},       {relation::party_to, "solid", "box", "■"},
    {relation::part_of, "solid", "diamond", "◆"},     {relation::suspended_from, "dotted", "tee", "┤"},
    {relation::signatory_of, "dotted", "obox", "□"},  {relation::candidate_of, "dotted", "empty", "▷"},
    {relation::observer_of, "dotted", "odot", "○"},   {relation::partner_of, "dotted", "odiamond", "◇"},
    {relation::successor_of, "solid", "normal", "▶"}, {relation::allied_with, "solid", "none", ""},
};

}  // namespace

NodeStyle style_of(const DiagramNode& node) {
  for (const KindStyle& kind : kinds) {
    if (kind.kind != node.kind) continue;
    NodeStyle style{kind.shape, kind.style, kind.fill, kind.border, ink, kind.sign};
    if (kind.kind == Kind::Organisation) style.text = "#ffffff";
    if (node.palette && kind.kind != Kind::Treaty) {
      const Paint& paint = palette[*node.palette % palette.size()];
      style.fill = style.border = paint.fill;
      style.text = paint.text;
    }
    return style;
  }
  return {"box", "filled", paper, ink, ink, ""};
}

EdgeStyle style_of(const DiagramEdge& edge) {
  EdgeStyle style{ink, ink, "solid", "1.8", "vee", "→"};
  if (edge.palette) {
    const Paint& paint = palette[*edge.palette % palette.size()];
    style.color = paint.fill;
    style.text = paint.letter;
  }
  for (const RelationStyle& relation : relations) {
    if (relation.relation != edge.relation.label) continue;
    style.line = relation.line;
    style.head = relation.head;
    style.sign = relation.sign;
  }
  if (edge.ended) style.color += "66";  // alpha: a shadow of what was
  // Two parallel lines, as between equals.
  if (edge.relation.label == relation::allied_with) style.color += ":#ffffff:" + style.color;
  if (edge.status == Status::Presumed) style.width = "0.8";
  if (edge.status == Status::Possible) {
    style.line = "dashed";
    style.width = "1.2";
  }
  return style;
}

}  // namespace entente
