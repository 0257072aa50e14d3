#pragma once
// A picture of ties before it is drawn: what stands in it and how it is to be told apart, without a
// coordinate, a colour or a word of DOT.
//
//   Diagram diagram = network(ties, {.focus = EntityId{"csto"}, .title = "The CSTO in 2008"});
//   to_dot(diagram);                        // export/dot.hpp
//   render(diagram, Picture::Svg);          // export/render.hpp

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "queries/tie.hpp"

namespace entente {

struct DiagramNode {
  EntityId id;
  std::string name;
  Kind kind = Kind::Unknown;
  std::string note;    ///< short lines below the name, such as the dates of its tie to the hub; may be empty
  bool hub = false;    ///< others belong to it: an alliance, drawn large
  bool focus = false;  ///< what the diagram is about
  std::string tooltip;
  std::optional<std::size_t> palette;  ///< the hub's own colour, 0 … 6; none where there are more than 7 hubs
};

/// All ties of one relation from one entity to another, as one line.
struct DiagramEdge {
  std::string key;  ///< stable: the ids of its spells' edges, joined by `+`
  EntityId from;
  EntityId to;
  Relation relation;
  Status status = Status::Possible;  ///< the strongest among its spells
  bool ended = false;                ///< over all time: no spell is open any more
  bool disputed = false;
  std::string label;             ///< the dates, one line a spell; empty where the node's note carries them
  std::string tooltip;           ///< status, exact dates, and the sentences or rows behind them
  std::string url;               ///< of the first source that has one
  std::vector<Interval> spells;  ///< in the order of their first days
  std::optional<std::size_t> palette = std::nullopt;  ///< its hub's
};

/// Entities that belong to the same bodies, drawn in one box.
struct DiagramCluster {
  std::string label;
  std::vector<EntityId> members;  ///< sorted
};

/// How the picture is laid out. Chosen by `network` from the shape of the graph.
enum class Layout {
  Star,     ///< one node in the middle that every tie touches, the others around it in order of `ring`
  Columns,  ///< members in the middle, bodies to the left and the right of them
  Layers,   ///< any other small graph, from left to right
  Cloud,    ///< too much for lines to be followed one by one: no labels on the lines
};

struct Diagram {
  std::string title;
  std::string subtitle;  ///< the day or period that is shown
  std::string source;    ///< one line that names the sources
  Layout layout = Layout::Layers;
  bool legend = true;
  std::vector<DiagramNode> nodes;        ///< sorted by id
  std::vector<DiagramEdge> edges;        ///< sorted by from, relation, to
  std::vector<DiagramCluster> clusters;  ///< disjoint, sorted by label
  std::vector<EntityId> ring;            ///< Star: all but the centre, members first, then by date of joining
};

struct DiagramOptions {
  std::optional<Period> when =
      std::nullopt;  ///< what the ties' statuses were asked for; absent: over all time
  std::optional<EntityId> focus = std::nullopt;  ///< the body or entity that it is about
  std::string title = {};                        ///< empty: made from the focus and `when`
  std::string subtitle = {};                     ///< empty: made from `when`
  std::string source = {};                       ///< empty: made from the sources behind the ties
  bool legend = true;
  bool clusters = true;     ///< group entities that belong to the same bodies
  bool full_dates = false;  ///< dates as they were written, not only years; tooltips always have them
  std::map<EntityId, std::string> names = {};  ///< what to call an entity in the picture, such as its acronym
};

/// The network of the ties. Ties with status No are left out; spells of one pair and relation become one
/// line. Deterministic: depends on the set of ties, not on their order. O(n log n).
[[nodiscard]] Diagram network(std::span<const Tie> ties, const DiagramOptions& options = {});

}  // namespace entente
