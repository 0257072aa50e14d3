#include "queries/why.hpp"

#include <algorithm>
#include <iterator>
#include <set>

#include "queries/tie_reader.hpp"

namespace entente {

namespace {

void sort_by_id(std::vector<Proof>& proofs) {
  std::sort(proofs.begin(), proofs.end(), [](const Proof& a, const Proof& b) { return a.id < b.id; });
  proofs.erase(
      std::unique(proofs.begin(), proofs.end(), [](const Proof& a, const Proof& b) { return a.id == b.id; }),
      proofs.end());
}

}  // namespace

Why why(const Store& store, const WhyQuestion& question) {
  TieReader reader(store);
  Why answer{
      .subject = reader.ref(question.subject), .body = reader.ref(question.body), .when = question.when};

  std::set<ClaimId> behind, set_aside;
  std::vector<Claim> claims;
  const auto read = [&](const EntityId& subject, const EntityId& object) {
    for (const Edge& edge :
         store.edges({.subject = subject, .relations = {}, .object = object, .during = {}})) {
      Tie tie = reader.tie(edge, question.when, true);
      behind.insert(edge.claims.begin(), edge.claims.end());
      for (const Dispute& dispute : edge.disputes) {
        // A coarse date allows several: it does not contradict the one that was kept.
        const std::vector<ClaimId>& kept = dispute.alternatives.front().claims;  // sorted
        for (std::size_t i = 1; i < dispute.alternatives.size(); ++i) {
          const std::vector<ClaimId>& other = dispute.alternatives[i].claims;
          std::set_difference(other.begin(), other.end(), kept.begin(), kept.end(),
                              std::inserter(set_aside, set_aside.end()));
        }
      }
      answer.ties.push_back(std::move(tie));
    }
    for (Claim& claim : store.claims_about(subject, object)) claims.push_back(std::move(claim));
  };
  read(question.subject, question.body);
  if (question.subject != question.body) read(question.body, question.subject);
  sort_by_time(answer.ties);

  answer.dissenting = reader.proofs({set_aside.begin(), set_aside.end()});
  for (const Claim& claim : claims) {
    Proof proof = reader.proof(claim);
    if (claim.certainty == Certainty::Negated) {
      answer.denying.push_back(std::move(proof));
    } else if (claim.certainty == Certainty::Hypothetical) {
      answer.hypothetical.push_back(std::move(proof));
    } else if (behind.count(proof.id) == 0 && set_aside.count(proof.id) == 0) {
      answer.unused.push_back(std::move(proof));
    }
  }
  sort_by_id(answer.denying);
  sort_by_id(answer.hypothetical);
  sort_by_id(answer.unused);
  return answer;
}

}  // namespace entente
