#include "loaders/table/rule_parties.hpp"

#include <algorithm>

namespace entente::detail {

namespace {

using Question = bool (Template::*)() const noexcept;

bool any_of(const MentionRule& mention, Question question) {
  const auto any = [question](const std::vector<Template>& list) {
    return std::any_of(list.begin(), list.end(), [question](const Template& it) { return (it.*question)(); });
  };
  return any(mention.ids) || any(mention.names);
}

}  // namespace

std::optional<PartyId> RuleParties::find(std::size_t index, Role role, std::size_t column,
                                         std::size_t source) {
  const ClaimRule& rule = rules_[index];
  const MentionRule& mention = role == Role::Subject ? rule.subject : rule.object;
  Found& found = role == Role::Subject ? found_[index].subject : found_[index].object;
  const bool columns = rule.each && !rule.each->list;
  if (columns && found.of_row) return *found.of_row;
  const bool of_column = columns && !any_of(mention, &Template::of_row);
  if (of_column && column < found.of_column.size() && found.of_column[column]) {
    return *found.of_column[column];
  }
  const std::size_t oddities = row_.oddities();
  const Mention said = row_.mention(mention);
  Party party;
  if (!said.empty()) {
    party = parties_.intern(said);
    if (mention.describes()) descriptions_.add(mention, said, source);
  }
  if (columns && !any_of(mention, &Template::of_each)) found.of_row = party;
  // What is odd about it is to be said of every row.
  if (of_column && oddities == row_.oddities()) {
    found.of_column.resize(std::max(found.of_column.size(), column + 1));
    found.of_column[column] = party;
  }
  return party;
}

}  // namespace entente::detail
