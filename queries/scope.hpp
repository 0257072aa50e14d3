#pragma once
// What a question is limited to: the time asked about, the relations, the weakest status listed.
//
//   Scope scope{.when = asked_period(parse_edtf("2008"))};
//
// A coarse date asks about all its days: "in 2008" is 2008-01-01 … 2008-12-31, and the status of each tie
// says whether it held on every day or on some. An interval asks about its hull.

#include <optional>
#include <string>
#include <vector>

#include "graph/claim.hpp"
#include "graph/interval.hpp"

namespace entente {

/// Days beyond any date of history, in place of the open end of a period that is asked about: `2006/..` is
/// 2006-01-01 … end_of_time. They print as `..`.
inline constexpr Day beginning_of_time{-1'000'000'000'000'000};
inline constexpr Day end_of_time{1'000'000'000'000'000};
inline constexpr Period all_time{beginning_of_time, end_of_time};

/// The period that a date or an interval speaks of, from its earliest to its latest day. An end that is open
/// or unknown reaches to the beginning or the end of time.
[[nodiscard]] Period asked_period(const Edtf& asked);

/// The period in EDTF: a day, month or year where it is exactly that (`2008`), else `first/last`, with `..`
/// for the beginning and the end of time.
[[nodiscard]] std::string period_text(const Period& period);
/// Several periods, separated by `, `; `never` for none.
[[nodiscard]] std::string periods_text(const std::vector<Period>& periods);

/// member_of, party_to and suspended_from: what "member" means where the question does not say. Suspension
/// does not end a membership, and is shown beside it.
[[nodiscard]] std::vector<Relation> membership_relations();
/// member_of and party_to alone: what makes a member.
[[nodiscard]] bool makes_member(const Relation& relation) noexcept;

struct Scope {
  std::optional<Period> when = std::nullopt;                 ///< absent: over all time
  std::vector<Relation> relations = membership_relations();  ///< empty: any relation
  Status least = Status::Possible;  ///< the weakest status that is listed: over `when`, else on some day
  bool evidence = true;             ///< read the claims and sources behind each tie
};

/// The scope's period, or all time.
[[nodiscard]] Period period_of(const Scope& scope) noexcept;
/// Whether `status` is at least as strong as `least`.
[[nodiscard]] constexpr bool at_least(Status status, Status least) noexcept { return status <= least; }
/// Whether the status of the interval is strong enough to be listed: over the scope's period or, without one,
/// over all time or on some day. Nothing is certain over all time; what was certain on a day is.
[[nodiscard]] bool lists(const Scope& scope, const Interval& interval);

}  // namespace entente
