#include "queries/tie_reader.hpp"

#include <algorithm>
#include <tuple>

#include "graph/names.hpp"
#include "queries/moments.hpp"

namespace entente {

namespace {

/// Whether the claim gives a date that the edge did not keep.
bool set_aside(const std::vector<Dispute>& disputes, const ClaimId& claim) {
  for (const Dispute& dispute : disputes) {
    for (std::size_t i = 1; i < dispute.alternatives.size(); ++i) {
      const auto& claims = dispute.alternatives[i].claims;
      if (std::binary_search(claims.begin(), claims.end(), claim)) return true;
    }
  }
  return false;
}

/// As a person would tell it: from the joining on, what has no date after it, what was set aside at the end.
void sort_by_story(std::vector<Proof>& proofs, const std::vector<Dispute>& disputes) {
  const auto key = [&](const Proof& proof) {
    const auto& when = proof.claim.when;
    const auto day = when ? earliest(*when) : std::nullopt;
    return std::make_tuple(set_aside(disputes, proof.id), !day.has_value(), day, proof.id);
  };
  std::sort(proofs.begin(), proofs.end(), [&](const Proof& a, const Proof& b) { return key(a) < key(b); });
}

}  // namespace

Tie TieReader::tie(const Edge& edge, const std::optional<Period>& when, bool evidence) {
  std::vector<Proof> behind = evidence ? proofs(edge.claims) : std::vector<Proof>{};
  sort_by_story(behind, edge.disputes);
  return Tie{.subject = ref(edge.subject),
             .relation = edge.relation,
             .object = ref(edge.object),
             .interval = edge.interval,
             .status = edge.interval.over(when.value_or(all_time)),
             .changes = status_changes(edge.interval.readings()),
             .disputes = edge.disputes,
             .notes = edge.notes,
             .proofs = std::move(behind),
             .edge = edge.id};
}

std::vector<Tie> TieReader::ties(const std::vector<Edge>& edges, const Scope& scope) {
  std::vector<Tie> ties;
  for (const Edge& edge : edges) {
    if (lists(scope, edge.interval)) {
      ties.push_back(tie(edge, scope.when, scope.evidence));
    }
  }
  return ties;
}

EntityRef TieReader::ref(const EntityId& id) {
  auto [place, is_new] = refs_.try_emplace(id, EntityRef{id, id.value, Kind::Unknown});
  if (is_new) {
    if (const auto entity = store_->entity(id)) place->second = EntityRef{id, entity->name, entity->kind};
  }
  return place->second;
}

Proof TieReader::proof(const Claim& claim) {
  const SourceId& id = claim.evidence.source;
  auto [place, is_new] = sources_.try_emplace(id);
  if (is_new) {
    if (auto source = store_->source(id)) {
      place->second = *std::move(source);
    } else {
      place->second.id = id;
    }
  }
  return Proof{id_of(claim), claim, place->second};
}

std::vector<Proof> TieReader::proofs(const std::vector<ClaimId>& ids) {
  std::vector<Proof> proofs;
  for (const ClaimId& id : ids) {
    if (const auto claim = store_->claim(id)) proofs.push_back(proof(*claim));
  }
  return proofs;
}

bool is_asserted(const Claim& claim) noexcept {
  return claim.certainty == Certainty::Stated || claim.certainty == Certainty::Inferred;
}

bool supports(const Claim& claim, const Date& date) {
  return is_asserted(claim) && (!claim.when || asked_period(*claim.when).overlaps(date.period()));
}

namespace {

Day first_day_for_sorting(const Interval& interval) {
  const Readings& readings = interval.readings();
  if (readings.first_earliest) return *readings.first_earliest;
  if (readings.first_latest) return *readings.first_latest;
  return readings.last_latest.value_or(beginning_of_time);
}

auto time_key(const Tie& tie) {
  return std::tuple(first_day_for_sorting(tie.interval),
                    tie.interval.readings().last_latest.value_or(end_of_time), tie.subject.id, tie.relation,
                    tie.object.id, tie.edge);
}

}  // namespace

void sort_by_strength(std::vector<Tie>& ties, TieEnd end) {
  using Key = std::tuple<Status, std::string, EntityId, Relation, Day, EdgeId>;
  std::vector<std::pair<Key, Tie>> keyed;
  keyed.reserve(ties.size());
  for (Tie& tie : ties) {
    const EntityRef& named = end == TieEnd::Subject ? tie.subject : tie.object;
    Key key{tie.status, fold_name(named.name), named.id, tie.relation, first_day_for_sorting(tie.interval),
            tie.edge};
    keyed.emplace_back(std::move(key), std::move(tie));
  }
  std::sort(keyed.begin(), keyed.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  for (std::size_t i = 0; i < ties.size(); ++i) ties[i] = std::move(keyed[i].second);
}

void sort_by_time(std::vector<Tie>& ties) {
  std::sort(ties.begin(), ties.end(), [](const Tie& a, const Tie& b) { return time_key(a) < time_key(b); });
}

Status combined_status(const std::vector<Tie>& ties, const Period& period) {
  Status strongest = Status::No;
  Periods certain, presumed;
  for (const Tie& tie : ties) {
    strongest = std::min(strongest, tie.interval.over(period));
    certain = unite(std::move(certain), days_of(tie.interval.readings(), Status::Certain));
    presumed = unite(std::move(presumed), days_of(tie.interval.readings(), Status::Presumed));
  }
  if (covers(certain, period)) return Status::Certain;
  if (covers(presumed, period)) return Status::Presumed;
  return strongest;
}

std::vector<StatusChange> combined_changes(const std::vector<Tie>& ties) {
  std::vector<StatusChange> changes;
  if (ties.empty()) return changes;
  std::vector<Day> days;
  Status before = Status::No;
  for (const Tie& tie : ties) {
    const std::vector<StatusChange> own = status_changes(tie.interval.readings());
    for (const StatusChange& change : own) {
      if (change.from) {
        days.push_back(*change.from);
      } else {
        before = std::min(before, change.status);
      }
    }
  }
  std::sort(days.begin(), days.end());
  days.erase(std::unique(days.begin(), days.end()), days.end());
  changes.push_back({std::nullopt, before});
  for (const Day day : days) {
    const Status status = combined_status(ties, Period{day, day});
    if (status != changes.back().status) changes.push_back({day, status});
  }
  return changes;
}

}  // namespace entente
