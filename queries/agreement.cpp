// How two sources stand to one another on one membership.

#include <algorithm>
#include <array>
#include <cstdlib>
#include <iterator>

#include "queries/compare.hpp"

namespace entente {

namespace {

constexpr std::array<const char*, 6> names = {"agree", "compatible", "start", "end", "spells", "only-one"};

/// The days between which an end lies; no bound where the source sets none.
struct Between {
  std::optional<Day> from;
  std::optional<Day> to;
  friend bool operator==(const Between&, const Between&) = default;
};

Between start_of(const AccountSpell& spell) {
  return {spell.readings.first_earliest, spell.readings.first_latest};
}
/// An open end lies anywhere from its horizon on: as of which day two sources say that it lasts is no
/// difference between them.
Between end_of(const AccountSpell& spell) {
  if (spell.readings.may_never_end) return {spell.readings.last_earliest, std::nullopt};
  return {spell.readings.last_earliest, spell.readings.last_latest};
}

/// By how many days the second is later than the first: 0 where they share a day.
std::int64_t days_apart(const Between& first, const Between& second) {
  if (first.to && second.from && *first.to < *second.from) return second.from->number() - first.to->number();
  if (second.to && first.from && *second.to < *first.from) return second.to->number() - first.from->number();
  return 0;
}

/// Whether the two spells possibly share a day.
bool meet(const AccountSpell& a, const AccountSpell& b) {
  const auto before = [](const Between& end, const Between& start) {
    return end.to && start.from && *end.to < *start.from;
  };
  return !before(end_of(a), start_of(b)) && !before(end_of(b), start_of(a));
}

/// The spells of which the other source could know: those that do not begin after it spoke, and those that
/// meet a spell of its own.
std::vector<AccountSpell> knowable(const std::vector<AccountSpell>& spells,
                                   const std::vector<AccountSpell>& others,
                                   const std::optional<Day>& horizon) {
  std::vector<AccountSpell> kept;
  std::copy_if(spells.begin(), spells.end(), std::back_inserter(kept), [&](const AccountSpell& spell) {
    if (!horizon || !spell.readings.first_earliest || *spell.readings.first_earliest <= *horizon) return true;
    return std::any_of(others.begin(), others.end(), [&](const auto& other) { return meet(spell, other); });
  });
  return kept;
}

void keep_larger(std::int64_t& kept, std::int64_t days) {
  if (std::abs(days) > std::abs(kept)) kept = days;
}

}  // namespace

const char* name_of(Agreement agreement) noexcept { return names[static_cast<std::size_t>(agreement)]; }

std::optional<Agreement> agreement_from(std::string_view name) noexcept {
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (name == names[i]) return static_cast<Agreement>(i);
  }
  return std::nullopt;
}

PairAgreement agreement_of(const std::vector<AccountSpell>& first, const std::vector<AccountSpell>& second,
                           const Horizons& horizons) {
  PairAgreement pair;
  const std::vector<AccountSpell> a = knowable(first, second, horizons.second);
  const std::vector<AccountSpell> b = knowable(second, first, horizons.first);
  const bool beyond = a.size() != first.size() || b.size() != second.size();
  if (a.size() != b.size()) {
    pair.agreement = a.empty() || b.empty() ? Agreement::OnlyOne : Agreement::Spells;
    return pair;
  }
  bool same = !beyond;
  for (std::size_t i = 0; i < a.size(); ++i) {
    keep_larger(pair.start_days, days_apart(start_of(a[i]), start_of(b[i])));
    keep_larger(pair.end_days, days_apart(end_of(a[i]), end_of(b[i])));
    const bool both_open = a[i].readings.may_never_end && b[i].readings.may_never_end;
    same = same && start_of(a[i]) == start_of(b[i]) && (both_open || end_of(a[i]) == end_of(b[i]));
  }
  pair.agreement = pair.start_days != 0 ? Agreement::Start
                   : pair.end_days != 0 ? Agreement::End
                   : same               ? Agreement::Agree
                                        : Agreement::Compatible;
  return pair;
}

}  // namespace entente
