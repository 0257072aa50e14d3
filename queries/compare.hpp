#pragma once
// What two or more sources say of the same memberships, side by side.
//
//   Comparisons answer = compare(store, {.sources = {{"atop"}, {"cow-igo"}}});
//   answer.comparisons[0].agreement;   // Agreement::Spells: one says that it left and came back
//
// Each source is heard alone: its claims are resolved without those of the others. Two ends agree when the
// days between which they lie are the same, are compatible when they share a day (one is only more precise,
// or the one source speaks only of the time before), and differ otherwise.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "graph/store.hpp"
#include "queries/scope.hpp"
#include "queries/tie.hpp"

namespace entente {

/// How two sources stand to one another on one membership; from the mildest to the gravest.
enum class Agreement {
  Agree,       ///< the same spells, each end within the same days
  Compatible,  ///< the same spells as far as both can tell; one is only more precise
  Start,       ///< some spell starts on different days; its end may differ, too
  End,         ///< some spell ends on different days
  Spells,      ///< another number of spells
  OnlyOne,     ///< one of them knows of none
};
/// `agree`, `compatible`, `start`, `end`, `spells`, `only-one`: the words of the outputs.
[[nodiscard]] const char* name_of(Agreement agreement) noexcept;
[[nodiscard]] std::optional<Agreement> agreement_from(std::string_view name) noexcept;

/// In CompareQuestion::sources: all sources that are not named, taken together.
inline const SourceId all_others{"others"};

struct CompareQuestion {
  std::vector<SourceId> sources = {};  ///< empty: all that speak of any membership, each alone
  std::optional<EntityId> entity = std::nullopt;
  std::optional<EntityId> body = std::nullopt;
  std::optional<Period> when = std::nullopt;  ///< memberships of which some spell possibly touches it
  std::vector<Relation> relations = {Relation{std::string(relation::member_of)},
                                     Relation{std::string(relation::party_to)}};
  bool follow_successors = false;    ///< a body and its successors are one body
  bool all_bodies = false;           ///< also bodies of which one source only speaks
  std::vector<Agreement> only = {};  ///< empty: every agreement
  std::int64_t least_days = 0;       ///< only differences of so many days at least
};

/// One membership according to one source; spells of a body and its successor that touch are one.
struct AccountSpell {
  std::string text;  ///< EDTF: `1992-05-15/1999-04-20`
  Readings readings;
  std::vector<ClaimId> claims = {};
  friend bool operator==(const AccountSpell&, const AccountSpell&) = default;
};
struct Account {
  std::size_t source = 0;                 ///< position in Comparisons::sources
  std::vector<AccountSpell> spells = {};  ///< by time; empty: it knows of none
};

/// Days by which the second is later than the first: 0 where they agree, or are compatible.
struct PairAgreement {
  std::size_t first = 0, second = 0;  ///< positions in Comparison::accounts
  Agreement agreement = Agreement::Agree;
  std::int64_t start_days = 0;  ///< of the spell whose starts are furthest apart
  std::int64_t end_days = 0;
};

struct Comparison {
  EntityRef entity;
  EntityRef body;                      ///< of a line of successors: the one asked about, else the first by id
  std::vector<Account> accounts = {};  ///< one for each source that speaks of the body
  std::vector<PairAgreement> pairs = {};   ///< every two of the accounts
  Agreement agreement = Agreement::Agree;  ///< the gravest of the pairs
};

struct SourcePairTotals {
  std::size_t first = 0, second = 0;                  ///< positions in Comparisons::sources
  std::map<Agreement, std::size_t> memberships = {};  ///< of the bodies that both speak of
};

struct Comparisons {
  std::vector<Source> sources = {};
  std::vector<Comparison> comparisons = {};   ///< by body, then entity; what the question's filters leave
  std::vector<SourcePairTotals> totals = {};  ///< before the filters `only` and `least_days`
  std::size_t bodies = 0;                     ///< that two sources or more speak of
  std::size_t other_bodies = 0;               ///< that only one speaks of
};

/// Cost: reads every claim, and resolves those of each source.
/// Throws Error{UnknownName} for a source that is not in the store, {InvalidArgument} for one named twice.
[[nodiscard]] Comparisons compare(const Store& store, const CompareQuestion& question);

/// The agreement of two accounts of one membership, and by how many days they differ. `horizon`: the last day
/// of which each source speaks; spells of the other that begin after it, and meet none of its own, are no
/// difference. O(spells²).
struct Horizons {
  std::optional<Day> first = std::nullopt;
  std::optional<Day> second = std::nullopt;
};
[[nodiscard]] PairAgreement agreement_of(const std::vector<AccountSpell>& first,
                                         const std::vector<AccountSpell>& second,
                                         const Horizons& horizons = {});

}  // namespace entente
