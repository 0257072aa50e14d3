#include "export/diagram.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <set>
#include <tuple>

#include "export/date_label.hpp"
#include "export/evidence_text.hpp"
#include "queries/scope.hpp"

namespace entente {

namespace {

constexpr std::size_t palette_size = 7;
constexpr std::size_t most_in_star = 60;
constexpr std::size_t most_in_columns = 60;
constexpr std::size_t most_hubs_in_columns = 12;
constexpr std::size_t most_followable_edges = 120;

/// Relations that tie an entity to what it belongs to, in the order in which a reader looks for them.
constexpr std::string_view belonging[] = {
    relation::member_of, relation::suspended_from, relation::party_to,    relation::signatory_of,
    relation::part_of,   relation::candidate_of,   relation::observer_of, relation::partner_of,
};

std::size_t rank_of(const Relation& relation) {
  return static_cast<std::size_t>(std::find(std::begin(belonging), std::end(belonging), relation.label) -
                                  std::begin(belonging));
}

bool belongs(const Relation& relation) {
  return relation.label != relation::successor_of && relation.label != relation::allied_with;
}

/// By first day, those without one first; then in full, so that the order of the input never shows.
auto order_of(const Tie* tie) {
  return std::tuple(tie->interval.readings().first_earliest, tie->interval.readings().first_latest,
                    tie->interval.to_string(), tie->edge);
}

std::string when_text(const Period& period) {
  return (period.first == period.last ? "On " : "In ") + period_text(period);
}

class Builder {
 public:
  Builder(std::span<const Tie> ties, const DiagramOptions& options) : options_(options) {
    for (const Tie& tie : ties) {
      if (tie.status != Status::No) ties_[{tie.subject.id, tie.relation, tie.object.id}].push_back(&tie);
    }
    for (auto& [ends, spells] : ties_) {
      std::sort(spells.begin(), spells.end(),
                [](const Tie* a, const Tie* b) { return order_of(a) < order_of(b); });
    }
  }

  Diagram build() {
    diagram_.legend = options_.legend;
    add_nodes();
    add_edges();
    color_hubs();
    choose_layout();
    if (diagram_.layout == Layout::Star) {
      move_dates_to_ring();
    } else if (options_.clusters && diagram_.layout == Layout::Columns) {
      add_clusters();
    }
    if (diagram_.layout == Layout::Cloud) {
      for (DiagramEdge& edge : diagram_.edges) edge.label.clear();
    }
    add_texts();
    return std::move(diagram_);
  }

 private:
  using Ends = std::tuple<EntityId, Relation, EntityId>;

  [[nodiscard]] std::string name_of_entity(const EntityRef& entity) const {
    const auto named = options_.names.find(entity.id);
    if (named != options_.names.end()) return named->second;
    return entity.name.empty() ? entity.id.value : entity.name;
  }

  DiagramNode* node(const EntityId& id) {
    const auto found = std::lower_bound(diagram_.nodes.begin(), diagram_.nodes.end(), id,
                                        [](const DiagramNode& n, const EntityId& i) { return n.id < i; });
    return found != diagram_.nodes.end() && found->id == id ? &*found : nullptr;
  }

  void add_nodes() {
    std::map<EntityId, DiagramNode> nodes;
    const auto add = [&](const EntityRef& entity) -> DiagramNode& {
      DiagramNode& n = nodes[entity.id];
      n.id = entity.id;
      n.name = name_of_entity(entity);
      if (n.kind == Kind::Unknown) n.kind = entity.kind;
      n.focus = options_.focus == entity.id;
      n.tooltip =
          fmt::format("{} ({})", entity.name.empty() ? entity.id.value : entity.name, name_of(n.kind));
      return n;
    };
    for (const auto& [ends, spells] : ties_) {
      add(spells.front()->subject);
      DiagramNode& object = add(spells.front()->object);
      object.hub = object.hub || belongs(spells.front()->relation);
    }
    for (auto& [id, n] : nodes) diagram_.nodes.push_back(std::move(n));
  }

  void add_edges() {
    for (const auto& [ends, spells] : ties_) {
      DiagramEdge edge;
      std::tie(edge.from, edge.relation, edge.to) = ends;
      edge.status = Status::No;
      edge.ended = !options_.when;
      const Tie& any = *spells.front();
      edge.tooltip = fmt::format("{} – {} – {}", any.subject.name, event_name(Event::Held, any.relation),
                                 any.object.name);
      for (const Tie* spell : spells) {
        if (!edge.key.empty()) edge.key += '+';
        edge.key += spell->edge.to_string();
        edge.status = std::min(edge.status, spell->status);  // enumerators go from strong to weak
        edge.ended = edge.ended && !spell->interval.open();
        edge.disputed = edge.disputed || !spell->disputes.empty();
        edge.spells.push_back(spell->interval);
        if (!edge.label.empty()) edge.label += '\n';
        edge.label += date_label(spell->interval, options_.full_dates);
        edge.tooltip += '\n' + evidence_lines(*spell);
        if (edge.url.empty()) edge.url = url_of(*spell);
      }
      if (edge.disputed) edge.label += "\ndisputed";
      diagram_.edges.push_back(std::move(edge));
    }
  }

  /// The focus first, so that it keeps its colour from picture to picture.
  void color_hubs() {
    std::vector<DiagramNode*> hubs;
    for (DiagramNode& n : diagram_.nodes) {
      if (n.hub) hubs.push_back(&n);
    }
    if (hubs.size() > palette_size) return;
    std::stable_sort(hubs.begin(), hubs.end(),
                     [](const DiagramNode* a, const DiagramNode* b) { return a->focus && !b->focus; });
    for (std::size_t i = 0; i < hubs.size(); ++i) hubs[i]->palette = i;
    for (DiagramEdge& edge : diagram_.edges) {
      if (belongs(edge.relation)) edge.palette = node(edge.to)->palette;
    }
  }

  /// The node that every edge touches; of two, the focus, else the hub.
  [[nodiscard]] const DiagramNode* centre() {
    const DiagramNode* best = nullptr;
    if (diagram_.edges.empty()) return best;
    for (const EntityId& id : {diagram_.edges.front().to, diagram_.edges.front().from}) {
      const bool all = std::all_of(diagram_.edges.begin(), diagram_.edges.end(),
                                   [&](const DiagramEdge& e) { return e.from == id || e.to == id; });
      if (!all) continue;
      const DiagramNode* n = node(id);
      if (best == nullptr || (n->focus && !best->focus)) best = n;
    }
    return best;
  }

  void choose_layout() {
    const std::size_t hubs = static_cast<std::size_t>(std::count_if(
        diagram_.nodes.begin(), diagram_.nodes.end(), [](const DiagramNode& n) { return n.hub; }));
    const std::size_t others = diagram_.nodes.size() - hubs;
    const bool two_sided =
        std::all_of(diagram_.edges.begin(), diagram_.edges.end(),
                    [&](const DiagramEdge& e) { return !node(e.from)->hub && node(e.to)->hub; });
    if (centre() != nullptr && diagram_.nodes.size() > 3) {
      diagram_.layout = diagram_.nodes.size() <= most_in_star + 1 ? Layout::Star : Layout::Cloud;
    } else if (two_sided && hubs > 1 && hubs <= most_hubs_in_columns && others <= most_in_columns) {
      diagram_.layout = Layout::Columns;
    } else {
      diagram_.layout = diagram_.edges.size() <= most_followable_edges ? Layout::Layers : Layout::Cloud;
    }
  }

  /// In a star each line has one node of its own, and the dates read better there than along a spoke.
  void move_dates_to_ring() {
    const EntityId middle = centre()->id;
    using Key = std::tuple<std::size_t, bool, std::optional<Day>, std::string, EntityId>;
    std::map<EntityId, Key> keys;
    for (DiagramEdge& edge : diagram_.edges) {
      const EntityId outer = edge.from == middle ? edge.to : edge.from;
      DiagramNode& n = *node(outer);
      std::string line = std::move(edge.label);
      edge.label.clear();
      if (edge.relation.label ==
          relation::successor_of) {  // a day on which one followed the other, not a span
        line = (outer == edge.to ? "predecessor " : "successor ") + line.substr(0, line.find("–"));
      } else if (edge.relation.label != relation::member_of) {
        line = event_name(Event::Held, edge.relation) + ' ' + line;
      }
      if (!n.note.empty()) n.note += '\n';
      n.note += line;
      const std::optional<Day> first = edge.spells.front().readings().first_earliest;
      const Key key{rank_of(edge.relation), !std::holds_alternative<Date>(edge.spells.front().first()), first,
                    n.name, outer};
      const auto [known, added] = keys.emplace(outer, key);
      if (!added) known->second = std::min(known->second, key);
    }
    std::vector<Key> order;
    for (const auto& [id, key] : keys) order.push_back(key);
    std::sort(order.begin(), order.end());
    for (const Key& key : order) diagram_.ring.push_back(std::get<EntityId>(key));
  }

  void add_clusters() {
    std::map<EntityId, std::set<EntityId>> bodies_of;
    for (const DiagramEdge& edge : diagram_.edges) bodies_of[edge.from].insert(edge.to);
    std::map<std::set<EntityId>, std::vector<EntityId>> groups;
    for (const auto& [id, bodies] : bodies_of) groups[bodies].push_back(id);
    if (groups.size() < 2) return;
    for (const auto& [bodies, members] : groups) {
      if (members.size() < 2) continue;
      std::string label;
      for (const EntityId& body : bodies) label += (label.empty() ? "" : " · ") + node(body)->name;
      diagram_.clusters.push_back({label, members});
    }
    std::sort(diagram_.clusters.begin(), diagram_.clusters.end(),
              [](const DiagramCluster& a, const DiagramCluster& b) {
                return std::tie(a.label, a.members) < std::tie(b.label, b.members);
              });
  }

  void add_texts() {
    const DiagramNode* focus = options_.focus ? node(*options_.focus) : nullptr;
    diagram_.title = options_.title;
    if (diagram_.title.empty()) diagram_.title = focus != nullptr ? focus->name : "Who belonged to what";
    diagram_.subtitle = options_.subtitle.empty() ? default_subtitle() : options_.subtitle;
    diagram_.source = options_.source.empty() ? default_source() : options_.source;
  }

  [[nodiscard]] std::string default_subtitle() const {
    std::string text = options_.when ? when_text(*options_.when) : "Over all recorded time";
    if (options_.when) {
      std::map<Status, std::size_t> counts;
      for (const DiagramEdge& edge : diagram_.edges) ++counts[edge.status];
      for (const auto& [status, count] : counts) {
        text += fmt::format(" · {} {}", count, status == Status::Part ? "for part of it" : name_of(status));
      }
    }
    if (diagram_.layout == Layout::Star) text += " · clockwise from the top by date";
    return text;
  }

  [[nodiscard]] std::string default_source() const {
    std::set<std::string> titles;
    for (const auto& [ends, spells] : ties_) {
      for (const Tie* tie : spells) {
        for (const Proof& proof : tie->proofs) titles.insert(title_of(proof.source));
      }
    }
    return source_line(std::vector<std::string>(titles.begin(), titles.end()));
  }

  const DiagramOptions& options_;
  std::map<Ends, std::vector<const Tie*>> ties_;
  Diagram diagram_;
};

}  // namespace

Diagram network(std::span<const Tie> ties, const DiagramOptions& options) {
  return Builder(ties, options).build();
}

}  // namespace entente
