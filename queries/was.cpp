#include "queries/was.hpp"

#include <algorithm>

#include "queries/members.hpp"
#include "queries/tie_reader.hpp"

namespace entente {

Was was(const Store& store, const WasQuestion& question) {
  TieReader reader(store);
  Was answer{
      .subject = reader.ref(question.subject), .body = reader.ref(question.body), .when = question.when};
  const std::vector<EntityId> bodies =
      question.follow_successors ? lineage(store, question.body) : std::vector{question.body};
  for (const EntityId& body : bodies) {
    for (const Edge& edge :
         store.edges({.subject = question.subject, .relations = {}, .object = body, .during = {}})) {
      Tie tie = reader.tie(edge, question.when, question.evidence);
      const bool asked = question.relations.empty() ||
                         std::find(question.relations.begin(), question.relations.end(), edge.relation) !=
                             question.relations.end();
      if (asked) {
        answer.ties.push_back(std::move(tie));
      } else if (tie.status != Status::No) {
        answer.other.push_back(std::move(tie));
      }
    }
  }
  sort_by_time(answer.ties);
  sort_by_time(answer.other);
  answer.status = combined_status(answer.ties, question.when.value_or(all_time));
  answer.changes = combined_changes(answer.ties);
  return answer;
}

}  // namespace entente
