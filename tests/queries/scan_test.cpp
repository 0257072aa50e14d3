// Every answer over an index agrees with a plain scan of all edges.

#include <gmock/gmock.h>

#include <algorithm>
#include <set>

#include "queries/changes.hpp"
#include "queries/members.hpp"
#include "queries/overlap.hpp"
#include "queries/view.hpp"
#include "queries/was.hpp"
#include "tests/queries/random_history.hpp"

namespace entente {
namespace {

using Statuses = std::set<std::pair<EdgeId, Status>>;

Statuses statuses_of(const std::vector<Tie>& ties) {
  Statuses statuses;
  for (const Tie& tie : ties) statuses.emplace(tie.edge, tie.status);
  EXPECT_EQ(statuses.size(), ties.size()) << "a tie twice";
  return statuses;
}

class Scan : public testing::TestWithParam<unsigned> {
 protected:
  Scan() : random_(GetParam()), store_(history(random_history(random_))), edges_((**store_).edges({})) {
    scope_.evidence = false;
    if (random_() % 4 != 0) scope_.when = random_period(random_);
    if (random_() % 3 == 0) scope_.relations.clear();
    scope_.least = random_() % 2 == 0 ? Status::Possible : Status::Part;
  }

  /// Edges that `wanted` picks, with their status, as the scope says.
  template <typename Wanted>
  Statuses scan(const Wanted& wanted) const {
    Statuses statuses;
    for (const Edge& edge : edges_) {
      const Status status = edge.interval.over(period_of(scope_));
      const bool related = scope_.relations.empty() ||
                           std::find(scope_.relations.begin(), scope_.relations.end(), edge.relation) !=
                               scope_.relations.end();
      if (wanted(edge) && related && at_least(status, scope_.least)) statuses.emplace(edge.id, status);
    }
    return statuses;
  }
  [[nodiscard]] EntityId member() { return {"m" + std::to_string(random_() % 6)}; }
  [[nodiscard]] EntityId body() { return {"b" + std::to_string(random_() % 4)}; }

  std::mt19937 random_;
  std::unique_ptr<TemporaryStore> store_;
  std::vector<Edge> edges_;
  Scope scope_;
};

TEST_P(Scan, Members) {
  const EntityId id = body();
  EXPECT_EQ(statuses_of(members(**store_, {id, scope_}).ties),
            scan([&](const Edge& e) { return e.object == id; }));
}

TEST_P(Scan, MembersAreSorted) {
  const Members answer = members(**store_, {body(), scope_});
  EXPECT_TRUE(std::is_sorted(answer.ties.begin(), answer.ties.end(), [](const Tie& a, const Tie& b) {
    return std::pair(a.status, a.subject.name) < std::pair(b.status, b.subject.name);
  }));
}

TEST_P(Scan, Memberships) {
  const EntityId id = member();
  EXPECT_EQ(statuses_of(memberships(**store_, {id, scope_}).ties),
            scan([&](const Edge& e) { return e.subject == id; }));
}

TEST_P(Scan, Neighbours) {
  const EntityId id = random_() % 2 == 0 ? member() : body();
  EXPECT_EQ(statuses_of(neighbours(**store_, {id, scope_}).ties),
            scan([&](const Edge& e) { return e.subject == id || e.object == id; }));
}

TEST_P(Scan, Snapshot) {
  EXPECT_EQ(statuses_of(snapshot(**store_, {.scope = scope_}).ties), scan([](const Edge&) { return true; }));
}

TEST_P(Scan, SnapshotAround) {
  const EntityId id = body();
  std::set<EntityId> near = {id};
  const Statuses at_it = scan([&](const Edge& e) { return e.object == id || e.subject == id; });
  for (const Edge& edge : edges_) {
    for (const auto& [edge_id, status] : at_it) {
      if (edge.id == edge_id) near.insert({edge.subject, edge.object});
    }
  }
  EXPECT_EQ(statuses_of(snapshot(**store_, {.scope = scope_, .around = {id}}).ties),
            scan([&](const Edge& e) { return near.count(e.subject) != 0 && near.count(e.object) != 0; }));
}

TEST_P(Scan, Was) {
  const WasQuestion question{.subject = member(), .body = body(), .when = scope_.when, .evidence = false};
  const Was answer = was(**store_, question);
  Status strongest = Status::No;
  for (const Edge& edge : edges_) {
    if (edge.subject == question.subject && edge.object == question.body && makes_member(edge.relation)) {
      strongest = std::min(strongest, edge.interval.over(period_of(scope_)));
    }
  }
  EXPECT_LE(answer.status, strongest) << "the spells together are no weaker than the strongest";
  if (answer.ties.size() < 2) {
    EXPECT_EQ(answer.status, strongest);
  }
  // The days on which the answer flips are those on which asking day by day flips.
  Status before = answer.changes.empty() ? Status::No : answer.changes.front().status;
  std::vector<StatusChange> flips;
  const Period years = period("1998/2011");
  for (Day day = years.first; day <= years.last; day = day.next()) {
    Status status = Status::No;
    for (const Tie& tie : answer.ties) status = std::min(status, tie.interval.over({day, day}));
    if (status != before) flips.push_back({day, status});
    before = status;
  }
  std::vector<StatusChange> said;
  for (const StatusChange& change : answer.changes) {
    if (change.from) said.push_back(change);
  }
  EXPECT_EQ(said, flips);
}

TEST_P(Scan, Overlap) {
  OverlapQuestion question{.a = member(), .b = member()};
  question.scope.evidence = false;
  const Overlap answer = overlap(**store_, question);
  std::set<std::pair<EdgeId, EdgeId>> expected, found;
  for (const Edge& a : edges_) {
    for (const Edge& b : edges_) {
      const bool same = a.object == b.object && a.subject == question.a && b.subject == question.b;
      if (!same || !makes_member(a.relation) || !makes_member(b.relation)) continue;
      const Period years = period("1990/2020");
      for (Day day = years.first; day <= years.last; day = day.next()) {
        if (a.interval.over({day, day}) != Status::No && b.interval.over({day, day}) != Status::No) {
          expected.emplace(a.id, b.id);
          break;
        }
      }
    }
  }
  for (const SharedSpell& spell : answer.shared) found.emplace(spell.a.edge, spell.b.edge);
  EXPECT_EQ(found, expected);
}

TEST_P(Scan, Changes) {
  ChangesQuestion question{.body = body(), .during = random_period(random_), .evidence = false};
  std::multiset<std::pair<EdgeId, bool>> expected, found;
  const auto expect = [&](const Edge& edge, const auto& end) {
    const Date* date = std::get_if<Date>(&end);
    if (date == nullptr || !date->period().overlaps(question.during)) return;
    expected.emplace(edge.id,
                     question.during.first <= date->earliest() && date->latest() <= question.during.last);
  };
  for (const Edge& edge : edges_) {
    if (edge.object != question.body) continue;
    expect(edge, edge.interval.first());
    expect(edge, edge.interval.last());
  }
  for (const Change& change : changes(**store_, question).changes)
    found.emplace(change.tie->edge, change.certain);
  EXPECT_EQ(found, expected);
}

TEST_P(Scan, Diff) {
  const DiffQuestion question{
      .before = random_period(random_), .after = random_period(random_), .evidence = false};
  const Diff answer = diff(**store_, question);
  for (const Difference& difference : answer.gained) EXPECT_EQ(difference.before, Status::No);
  for (const Difference& difference : answer.lost) EXPECT_EQ(difference.after, Status::No);
  std::set<std::pair<EntityId, EntityId>> pairs;
  for (const Edge& edge : edges_) {
    if (makes_member(edge.relation)) pairs.emplace(edge.subject, edge.object);
  }
  std::size_t changed = 0;
  for (const auto& [subject, object] : pairs) {
    for (const char* label : {"member_of", "party_to"}) {
      WasQuestion asked{
          .subject = subject, .body = object, .when = question.before, .relations = relations({label})};
      const Status before = was(**store_, asked).status;
      asked.when = question.after;
      changed += before != was(**store_, asked).status ? 1U : 0U;
    }
  }
  EXPECT_EQ(answer.gained.size() + answer.lost.size() + answer.altered.size(), changed);
}

INSTANTIATE_TEST_SUITE_P(Seeds, Scan, testing::Range(0U, 12U));

}  // namespace
}  // namespace entente
