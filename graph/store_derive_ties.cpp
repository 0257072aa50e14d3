// The edges of ties that new claims touch.

#include <algorithm>
#include <tuple>

#include "graph/store_derivation.hpp"

namespace entente::detail {

void Derivation::add_tie(const Linked& claim) {
  const bool turn = turned(claim.said.event);
  ties_.push_back({turn ? claim.object : claim.subject, turn ? claim.subject : claim.object,
                   static_cast<std::uint32_t>(ties_said_.size())});
  ties_said_.push_back(claim.said);
}

void Derivation::write_ties() {
  // Sorted, the edges of a subject are written one after the other, as they will lie.
  std::sort(ties_.begin(), ties_.end(), [](const Tie& a, const Tie& b) {
    return std::tie(a.subject, a.object, a.claim) < std::tie(b.subject, b.object, b.claim);
  });
  std::vector<bool> lives(ids_.size(), false);  // of entities: something is said of its life
  for (const auto& [entity, being] : beings_) lives[entity] = !being.said.empty();
  std::vector<KnownEdge> known;
  std::uint32_t subject = nobody;
  std::vector<Statement> said;
  for (auto tie = ties_.begin(); tie != ties_.end();) {
    if (tie->subject != subject) {
      subject = tie->subject;
      if (!fresh_) known = statements_.edges_of_subject(number_of(subject));
    }
    const std::uint32_t object = tie->object;
    const auto begin = tie;
    while (tie != ties_.end() && tie->subject == subject && tie->object == object) ++tie;
    if (fresh_ && tie - begin == 1 && !lives[subject] && !lives[object]) {
      const Statement& only = ties_said_[begin->claim];
      if (const auto interval = interval_of_single(only, words_)) {
        const std::string_view relation = words_.relations.text(only.relation);
        const EdgeId id = edge_id(ids_.text(subject), relation, ids_.text(object), interval->first(),
                                  std::span(&only.id, 1));
        rows_.insert_single({number_of(subject), terms_.number_of(std::string(relation)), number_of(object)},
                            id, *interval, only.claim);
        continue;
      }
    }
    said.clear();
    std::set<std::int64_t> taken;
    for (auto one = begin; one != tie; ++one) {
      if (one->claim == nobody) continue;
      said.push_back(ties_said_[one->claim]);
      taken.insert(said.back().claim);
    }
    if (!fresh_) {
      std::vector<std::int64_t> claims;
      for (const KnownEdge& edge : known) {
        if (edge.object != number_of(object)) continue;
        statements_.claims_of(edge, claims);
        rows_.remove(number_of(subject), edge);
      }
      for (const std::int64_t claim : claims) {
        if (moved_.count(claim) != 0 || !taken.insert(claim).second) continue;
        said.push_back(statements_.of(claim).said);
      }
    }
    if (!said.empty()) write_tie(subject, object, said);
  }
}

void Derivation::write_tie(std::uint32_t subject, std::uint32_t object, const std::vector<Statement>& said) {
  const Being& from = being(subject);
  const Being& to = being(object);
  const auto edges = edges_between({&from.entity, &from.life}, {&to.entity, &to.life}, said, words_);
  const auto find = [&](const ClaimId& id) -> std::pair<std::int64_t, bool> {
    const std::vector<Statement>* const lists[] = {&said, &from.said, &to.said};
    for (const auto* list : lists) {
      const auto found =
          std::find_if(list->begin(), list->end(), [&](const Statement& s) { return s.id == id; });
      if (found != list->end()) return {std::int64_t{found->claim}, list != &said};
    }
    throw Error(ErrorCode::DatabaseFailure, "an edge stands on a claim that was not given");
  };
  for (const Edge& edge : edges) {
    rows_.insert({number_of(subject), terms_.number_of(edge.relation.label), number_of(object)}, edge, find);
  }
}

}  // namespace entente::detail
