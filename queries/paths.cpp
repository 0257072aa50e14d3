#include "queries/paths.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <set>

#include "graph/error.hpp"
#include "queries/path_search.hpp"
#include "queries/tie_reader.hpp"

namespace entente {

namespace {

using detail::Node;
using detail::Route;
using detail::RouteGraph;

bool names(const std::vector<Relation>& relations, const Relation& relation) {
  return std::find(relations.begin(), relations.end(), relation) != relations.end();
}

/// The days on which an edge serves; none when it does not.
Periods serving_days(const Edge& edge, const PathQuestion& question) {
  const Readings& readings = edge.interval.readings();
  if (question.time == PathTime::Simultaneous) {
    return intersect(days_of(readings, question.least), {question.when.value_or(all_time)});
  }
  if (question.when) {
    return at_least(edge.interval.over(*question.when), question.least) ? Periods{*question.when} : Periods{};
  }
  return days_of(readings, question.least);
}

/// Whether a path may use the relation. Succession ties one that is gone to one that is there: on a day that
/// is asked about they are no two ends of a tie, so it serves only where it is named.
bool may_use(const Relation& relation, const PathQuestion& question) {
  if (names(question.avoid_relations, relation)) return false;
  const bool at_a_time = question.when || question.time == PathTime::Simultaneous;
  return !at_a_time || !question.relations.empty() || relation.label != relation::successor_of;
}

/// The edges that a path may use, put together by the pair of entities that they tie.
class PathView {
 public:
  PathView(const Store& store, const PathQuestion& question) {
    const std::set<EntityId> avoided(question.avoid.begin(), question.avoid.end());
    std::map<EntityId, std::set<EntityId>> tied_to;
    for (Edge& edge : store.edges(
             {.subject = {}, .relations = question.relations, .object = {}, .during = question.when})) {
      if (edge.subject == edge.object || !may_use(edge.relation, question)) continue;
      if (avoided.count(edge.subject) != 0 || avoided.count(edge.object) != 0) continue;
      const Periods days = serving_days(edge, question);
      if (days.empty()) continue;
      tied_to[edge.object].insert(edge.subject);
      tied_to[edge.subject];
      Bundle& bundle = bundles_[std::minmax(edge.subject, edge.object)];
      bundle.days = unite(std::move(bundle.days), days);
      bundle.edges.push_back(std::move(edge));
    }
    std::vector<std::size_t> breadth;
    for (const auto& [id, subjects] : tied_to) {
      ids_.push_back(id);
      breadth.push_back(question.specific_first ? subjects.size() : 0);
    }
    graph_ = std::make_unique<RouteGraph>(std::move(breadth));
    for (const auto& [pair, bundle] : bundles_)
      graph_->link(*node(pair.first), *node(pair.second), bundle.days);
    for (const auto& [id, subjects] : tied_to) sizes_.push_back(subjects.size());
  }

  [[nodiscard]] const RouteGraph& graph() const noexcept { return *graph_; }
  [[nodiscard]] std::optional<Node> node(const EntityId& id) const {
    const auto place = std::lower_bound(ids_.begin(), ids_.end(), id);
    if (place == ids_.end() || *place != id) return std::nullopt;
    return static_cast<Node>(place - ids_.begin());
  }
  [[nodiscard]] const EntityId& id(Node node) const { return ids_[node]; }
  [[nodiscard]] std::size_t size(Node node) const { return sizes_[node]; }
  [[nodiscard]] const std::vector<Edge>& edges(Node a, Node b) const {
    return bundles_.at(std::minmax(ids_[a], ids_[b])).edges;
  }

 private:
  struct Bundle {
    std::vector<Edge> edges;
    Periods days;
  };
  std::map<std::pair<EntityId, EntityId>, Bundle> bundles_;
  std::vector<EntityId> ids_;       // sorted; a node is a place in it
  std::vector<std::size_t> sizes_;  // distinct subjects tied to each
  std::unique_ptr<RouteGraph> graph_;
};

/// The days on which some tie of the step holds, and all steps at once. With one tie a step the status is
/// exact; with several it may be weaker than the truth, never stronger.
Moments moments_of(const std::vector<PathStep>& steps, const Period& period) {
  std::vector<Readings> single;
  Moments moments{{all_time}, {all_time}, {all_time}};
  for (const PathStep& step : steps) {
    Periods certain, presumed, possible;
    for (const Tie& tie : step.ties) {
      const Readings& readings = tie.interval.readings();
      certain = unite(std::move(certain), days_of(readings, Status::Certain));
      presumed = unite(std::move(presumed), days_of(readings, Status::Presumed));
      possible = unite(std::move(possible), days_of(readings, Status::Possible));
    }
    moments.certain = intersect(moments.certain, certain);
    moments.presumed = intersect(moments.presumed, presumed);
    moments.possible = intersect(moments.possible, possible);
    if (step.ties.size() == 1) single.push_back(step.ties.front().interval.readings());
  }
  if (single.size() == steps.size()) return shared_moments(single, period);
  if (covers(moments.certain, period)) {
    moments.status = Status::Certain;
  } else if (covers(moments.presumed, period)) {
    moments.status = Status::Presumed;
  } else if (!intersect(moments.certain, {period}).empty()) {
    moments.status = Status::Part;
  } else if (!intersect(moments.presumed, {period}).empty()) {
    moments.status = Status::Presumed;
  } else if (!intersect(moments.possible, {period}).empty()) {
    moments.status = Status::Possible;
  }
  return moments;
}

Path path_of(const Route& route, const PathView& view, const PathQuestion& question, TieReader& reader) {
  Path path;
  const Periods shared =
      question.time == PathTime::Simultaneous ? view.graph().shared_days(route) : Periods{};
  for (std::size_t i = 0; i + 1 < route.size(); ++i) {
    PathStep step{reader.ref(view.id(route[i])), reader.ref(view.id(route[i + 1])), {}};
    for (const Edge& edge : view.edges(route[i], route[i + 1])) {
      if (question.time == PathTime::Simultaneous && intersect(serving_days(edge, question), shared).empty())
        continue;
      step.ties.push_back(reader.tie(edge, question.when, question.evidence));
    }
    sort_by_time(step.ties);
    path.steps.push_back(std::move(step));
    if (i != 0) path.breadth += view.size(route[i]);
  }
  path.moments = moments_of(path.steps, question.when.value_or(all_time));
  return path;
}

void check(const PathQuestion& question) {
  if (question.k == 0 || question.limit == 0)
    throw Error(ErrorCode::InvalidArgument, "at least one path must be asked for");
  if (question.max_steps == 0)
    throw Error(ErrorCode::InvalidArgument, "a path has at least one step: at most 0 steps leave none");
  if (question.from == question.to)
    throw Error(ErrorCode::InvalidArgument,
                "a path leads from one entity to another: both ends are " + question.from.value);
}

}  // namespace

Paths paths(const Store& store, const PathQuestion& question) {
  check(question);
  TieReader reader(store);
  Paths answer{.from = reader.ref(question.from), .to = reader.ref(question.to), .when = question.when};
  const PathView view(store, question);
  const auto from = view.node(question.from);
  const auto to = view.node(question.to);
  if (!from || !to) return answer;

  const detail::RouteQuestion routes_between{*from, *to, question.max_steps,
                                             question.time == PathTime::Simultaneous};
  std::vector<Route> routes;
  switch (question.count) {
    case PathCount::One:
      if (Route best = best_route(view.graph(), routes_between); !best.empty())
        routes.push_back(std::move(best));
      break;
    case PathCount::AllShortest: {
      detail::ShortestRoutes shortest = shortest_routes(view.graph(), routes_between, question.limit);
      routes = std::move(shortest.routes);
      answer.truncated = shortest.truncated;
      break;
    }
    case PathCount::Best:
      routes = best_routes(view.graph(), routes_between, question.k);
      break;
  }
  for (const Route& route : routes) answer.paths.push_back(path_of(route, view, question, reader));
  return answer;
}

}  // namespace entente
