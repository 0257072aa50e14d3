#include "queries/timeline.hpp"

#include <algorithm>

#include "queries/members.hpp"
#include "queries/tie_reader.hpp"

namespace entente {

namespace {

bool is_of_existence(const Claim& claim) {
  switch (claim.event) {
    case Event::Founded:
    case Event::Dissolved:
    case Event::EnteredIntoForce:
      return claim.object.empty();
    case Event::Renamed:
      return true;
    default:
      return false;
  }
}

bool stands_on_founding(const Tie& tie) {
  return std::any_of(tie.proofs.begin(), tie.proofs.end(), [](const Proof& proof) {
    return proof.claim.event == Event::Founded && !proof.claim.object.empty();
  });
}

}  // namespace

Timeline timeline(const Store& store, const TimelineQuestion& question) {
  TieReader reader(store);
  Timeline answer;
  if (auto entity = store.entity(question.entity)) {
    answer.entity = *std::move(entity);
  } else {
    answer.entity.id = question.entity;
    answer.entity.name = question.entity.value;
  }
  const std::vector<EntityId> line =
      question.follow_successors ? lineage(store, question.entity) : std::vector{question.entity};
  const Scope scope{.when = question.when, .relations = question.relations, .evidence = question.evidence};
  for (const EntityId& id : line) {
    answer.line.push_back(reader.ref(id));
    const auto add = [&](const Pattern& pattern) {
      for (Tie& tie : reader.ties(store.edges(pattern), scope)) {
        const bool known = std::any_of(answer.ties.begin(), answer.ties.end(),
                                       [&](const Tie& other) { return other.edge == tie.edge; });
        if (!known) answer.ties.push_back(std::move(tie));
      }
    };
    add({.subject = id, .relations = question.relations, .object = {}, .during = question.when});
    add({.subject = {}, .relations = question.relations, .object = id, .during = question.when});
    if (!question.evidence) continue;
    for (const Claim& claim : store.claims_about(id, std::nullopt)) {
      if (is_of_existence(claim)) answer.existence.push_back(reader.proof(claim));
    }
  }
  sort_by_time(answer.ties);
  std::sort(answer.existence.begin(), answer.existence.end(),
            [](const Proof& a, const Proof& b) { return a.id < b.id; });
  for (const Tie& tie : answer.ties) {
    if (tie.object.id == question.entity && stands_on_founding(tie)) answer.founders.push_back(tie);
  }
  sort_by_strength(answer.founders, TieEnd::Subject);
  return answer;
}

}  // namespace entente
