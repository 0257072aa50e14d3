#include "queries/scope.hpp"

#include "queries/moments.hpp"

namespace entente {

Period asked_period(const Edtf& asked) {
  return Period{earliest(asked).value_or(beginning_of_time), latest(asked).value_or(end_of_time)};
}

std::string period_text(const Period& period) {
  const bool begins = beginning_of_time < period.first;
  const bool ends = period.last < end_of_time;
  if (begins && ends) {
    const std::string whole = Date::of_period(period).text();
    if (whole.find('[') == std::string::npos) return whole;
  }
  return (begins ? period.first.to_string() : "..") + "/" + (ends ? period.last.to_string() : "..");
}

std::string periods_text(const std::vector<Period>& periods) {
  if (periods.empty()) return "never";
  std::string text;
  for (const Period& period : periods) {
    if (!text.empty()) text += ", ";
    text += period_text(period);
  }
  return text;
}

std::vector<Relation> membership_relations() {
  return {Relation{std::string(relation::member_of)}, Relation{std::string(relation::party_to)},
          Relation{std::string(relation::suspended_from)}};
}

bool makes_member(const Relation& relation) noexcept {
  return relation.label == relation::member_of || relation.label == relation::party_to;
}

Period period_of(const Scope& scope) noexcept { return scope.when.value_or(all_time); }

bool lists(const Scope& scope, const Interval& interval) {
  if (at_least(interval.over(period_of(scope)), scope.least)) return true;
  return !scope.when && !days_of(interval.readings(), scope.least).empty();
}

}  // namespace entente
