// Laws of resolution, over random sets of claims: it sees a set, so order, repetition and sharding change
// nothing.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "tests/graph/history.hpp"

namespace entente {
namespace {

using testing_support::History;

History random_history(std::mt19937& random) {
  const auto pick = [&](int n) { return std::uniform_int_distribution<int>(0, n - 1)(random); };
  static const char* const names[] = {"A", "B", "C"};
  static const char* const bodies[] = {"X", "Y"};
  static const char* const dates[] = {"",           "1990",    "1991-05",    "1992",  "1992-03-04", "1993",
                                      "1993-12-31", "1994",    "1994-01-01", "199X",  "1995~",      "1996-22",
                                      "1990/1993",  "1991/..", "/1994",      "1993/", "1995/1996",  "/.."};
  static const Event events[] = {
      Event::Held,       Event::Held,      Event::Joined,           Event::Joined,  Event::Left,
      Event::Left,       Event::Expelled,  Event::Founded,          Event::Signed,  Event::Suspended,
      Event::Reinstated, Event::Dissolved, Event::EnteredIntoForce, Event::Renamed, Event::Succeeded};
  History history;
  for (const char* id : {"s", "t", "u"}) {
    Source source{{id}, id, "", "", std::nullopt, std::nullopt, pick(2)};
    if (pick(3) != 0) source.published = Date::parse(pick(2) == 0 ? "1993" : "1997-06-30");
    history.sources.push_back(source);
  }
  for (int n = 3 + pick(12); n > 0; --n) {
    Claim claim;
    claim.event = events[pick(std::size(events))];
    const bool about_body = claim.event == Event::Dissolved || claim.event == Event::EnteredIntoForce ||
                            claim.event == Event::Renamed;
    claim.subject.name = about_body ? bodies[pick(2)] : names[pick(3)];
    if (!about_body) claim.object.name = bodies[pick(2)];
    if (claim.event == Event::Renamed) claim.object.name = "Z";
    if (claim.event == Event::Suspended || claim.event == Event::Reinstated)
      claim.relation = {"suspended_from"};
    if (claim.event == Event::Signed) claim.relation = {"signatory_of"};
    const std::string date = dates[pick(std::size(dates))];
    if (!date.empty()) claim.when = parse_edtf(date);
    if (pick(10) == 0) claim.certainty = Certainty::Negated;
    claim.evidence.source = history.sources[static_cast<std::size_t>(pick(3))].id;
    claim.evidence.row = static_cast<std::uint64_t>(pick(4));
    history.claims.push_back(claim);
  }
  return history;
}

/// Everything about the edges, as text.
std::string print_all(const std::vector<Claim>& claims, const std::vector<Source>& sources) {
  std::string text;
  const Resolution resolution = resolve(claims, sources);
  for (const Entity& entity : resolution.entities) {
    text += entity.id.value + '=' + entity.name +
            (entity.dissolved ? " to " + entity.dissolved->text() : "") + '\n';
  }
  for (const Edge& edge : resolution.edges) {
    text += edge.id.to_string() + ' ' + testing_support::print(edge);
    for (const ClaimId& claim : edge.claims) text += ' ' + claim.to_string();
    for (const Dispute& dispute : edge.disputes) {
      for (const auto& alternative : dispute.alternatives) text += " (" + alternative.date.text() + ")";
    }
    text += '\n';
  }
  return text;
}

TEST(ResolveProperty, OrderRepetitionAndShardingChangeNothing) {
  std::mt19937 random(20061);
  for (int round = 0; round < 3000; ++round) {
    const History history = random_history(random);
    const std::string expected = print_all(history.claims, history.sources);
    std::vector<Claim> shuffled = history.claims;
    shuffled.insert(shuffled.end(), history.claims.begin(), history.claims.begin() + 1);  // one of them twice
    std::shuffle(shuffled.begin(), shuffled.end(), random);
    std::vector<Source> sources = history.sources;
    std::shuffle(sources.begin(), sources.end(), random);
    ASSERT_EQ(print_all(shuffled, sources), expected) << "round " << round;
  }
}

TEST(ResolveProperty, EveryAssertedClaimOfAPairStandsBehindSomeEdgeOfIt) {
  std::mt19937 random(1994);
  for (int round = 0; round < 3000; ++round) {
    const History history = random_history(random);
    const Resolution resolution = resolve(history.claims, history.sources);
    std::vector<ClaimId> behind;
    for (const Edge& edge : resolution.edges)
      behind.insert(behind.end(), edge.claims.begin(), edge.claims.end());
    for (const Claim& claim : history.claims) {
      const bool pair = !claim.object.empty() && claim.event != Event::Renamed;
      if (!pair || claim.certainty == Certainty::Negated) continue;
      ASSERT_NE(std::find(behind.begin(), behind.end(), id_of(claim)), behind.end())
          << "round " << round << ": " << event_name(claim.event, claim.relation) << ' '
          << (claim.when ? to_string(*claim.when) : "");
    }
  }
}

TEST(ResolveProperty, SpellsOfOneTieWithoutDisputesDoNotCertainlyOverlap) {
  std::mt19937 random(7);
  for (int round = 0; round < 3000; ++round) {
    const History history = random_history(random);
    const Resolution resolution = resolve(history.claims, history.sources);
    for (std::size_t i = 1; i < resolution.edges.size(); ++i) {
      const Edge& a = resolution.edges[i - 1];
      const Edge& b = resolution.edges[i];
      if (a.subject != b.subject || a.relation != b.relation || a.object != b.object) continue;
      for (int month = 0; month < 12 * 12; ++month) {
        const Day day = Day::from_civil({1988 + month / 12, static_cast<unsigned>(month % 12) + 1, 15});
        ASSERT_FALSE(a.interval.over({day, day}) == Status::Certain &&
                     b.interval.over({day, day}) == Status::Certain)
            << "round " << round << ": " << testing_support::print(a) << " and " << testing_support::print(b);
      }
    }
  }
}

}  // namespace
}  // namespace entente
