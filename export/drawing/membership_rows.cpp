#include "export/drawing/membership_rows.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "export/date_label.hpp"
#include "queries/scope.hpp"

namespace entente {

namespace {

/// By the first day that is said, whole memberships before lesser ties; of nothing said, last.
auto entry_of(const MembershipRow& row) {
  std::tuple<bool, bool, Day> best{true, true, end_of_time};
  for (const Tie* tie : row.ties) {
    const Readings& readings = tie->interval.readings();
    const auto first = readings.first_earliest ? readings.first_earliest : readings.first_latest;
    best = std::min(best, std::tuple(!makes_member(tie->relation), !first, first.value_or(end_of_time)));
  }
  return best;
}

/// `1994–` and `2002–2010` are `1994–2010` to a reader: the body of the second followed that of the first.
std::string continued(const std::string& open, const std::string& next) {
  constexpr std::string_view dash = "–";
  const std::size_t at = next.find(dash);
  return open + (at == std::string::npos ? next : next.substr(at + dash.size()));
}

std::string dates_of(const MembershipRow& row) {
  std::vector<std::pair<std::string, std::string>> spells;  // the word for the relation, the dates
  const Tie* before = nullptr;
  for (const Tie* tie : row.ties) {
    const std::string word = event_name(Event::Held, tie->relation), dates = date_label(tie->interval);
    if (before != nullptr && before->relation == tie->relation && before->object.id != tie->object.id &&
        before->interval.open()) {
      spells.back().second = continued(spells.back().second, dates);
    } else {
      spells.emplace_back(word, dates);
    }
    before = tie;
  }
  std::string text, said = "member";
  for (const auto& [word, dates] : spells) {
    if (!text.empty()) text += ", ";
    if (word != said) text += word + ' ';
    said = word;
    text += dates;
  }
  return text;
}

class Grouping {
 public:
  explicit Grouping(const RowOptions& options) : options_(options) {}

  void add(const Tie& tie) {
    const auto drawn_as = options_.drawn_as.find(tie.object.id);
    const EntityId body = drawn_as == options_.drawn_as.end() ? tie.object.id : drawn_as->second;
    if (body == tie.object.id || !labels_.contains(body)) labels_[body] = name_of_entity(tie.object);
    labels_[tie.subject.id] = name_of_entity(tie.subject);
    const bool by_body = options_.group_by == GroupBy::Body;
    MembershipRow& row = rows_[by_body ? std::pair(body, tie.subject.id) : std::pair(tie.subject.id, body)];
    row.member = tie.subject.id;
    row.body = body;
    row.ties.push_back(&tie);
  }

  std::vector<MembershipGroup> groups() {
    std::map<EntityId, MembershipGroup> groups;
    for (auto& [key, row] : rows_) {
      MembershipGroup& group = groups[key.first];
      group.id = key.first;
      group.label = labels_[key.first];
      row.label = labels_[key.second];
      std::stable_sort(row.ties.begin(), row.ties.end(), [](const Tie* a, const Tie* b) {
        const auto key_of = [](const Tie* tie) {
          const Readings& r = tie->interval.readings();
          return std::tuple(r.first_earliest.value_or(beginning_of_time), r.first_latest, tie->relation,
                            tie->edge);
        };
        return key_of(a) < key_of(b);
      });
      row.dates = dates_of(row);
      group.rows.push_back(std::move(row));
    }
    std::vector<MembershipGroup> sorted;
    for (auto& [id, group] : groups) {
      std::stable_sort(group.rows.begin(), group.rows.end(),
                       [&](const MembershipRow& a, const MembershipRow& b) {
                         if (options_.sort_by == SortBy::Entry && entry_of(a) != entry_of(b))
                           return entry_of(a) < entry_of(b);
                         return std::tie(a.label, a.member, a.body) < std::tie(b.label, b.member, b.body);
                       });
      sorted.push_back(std::move(group));
    }
    std::stable_sort(sorted.begin(), sorted.end(), [&](const MembershipGroup& a, const MembershipGroup& b) {
      if (options_.sort_by == SortBy::Entry && options_.group_by == GroupBy::Body) {
        const auto first = entry_of(a.rows.front()), second = entry_of(b.rows.front());
        if (first != second) return first < second;
      }
      return std::tie(a.label, a.id) < std::tie(b.label, b.id);
    });
    return sorted;
  }

 private:
  [[nodiscard]] std::string name_of_entity(const EntityRef& entity) const {
    const auto named = options_.names.find(entity.id);
    if (named != options_.names.end()) return named->second;
    return entity.name.empty() ? entity.id.value : entity.name;
  }

  const RowOptions& options_;
  std::map<EntityId, std::string> labels_;
  std::map<std::pair<EntityId, EntityId>, MembershipRow> rows_;
};

}  // namespace

std::vector<MembershipGroup> membership_rows(std::span<const Tie> ties, const RowOptions& options) {
  Grouping grouping(options);
  for (const Tie& tie : ties) {
    if (tie.status != Status::No && tie.relation.label != relation::successor_of) grouping.add(tie);
  }
  return grouping.groups();
}

Period period_of_ties(std::span<const Tie> ties, Room beside) {
  std::optional<Day> first, last;
  bool unknown_first = false, unknown_last = false;
  for (const Tie& tie : ties) {
    const Readings& r = tie.interval.readings();
    for (const auto& day : {r.first_earliest, r.first_latest, r.last_earliest, r.last_latest}) {
      if (!day) continue;
      first = first ? std::min(*first, *day) : *day;
      last = last ? std::max(*last, *day) : *day;
    }
    unknown_first = unknown_first || !r.first_earliest;
    unknown_last = unknown_last || !r.last_latest;
  }
  if (!first) return {Day::from_civil({1900, 1, 1}), Day::from_civil({2000, 12, 31})};
  const std::int64_t from = first->civil().year, to = last->civil().year;
  const std::int64_t room = beside == Room::None ? 0 : std::max<std::int64_t>((to - from + 1) / 20, 1);
  return {Day::from_civil({from - (unknown_first ? room : 0), 1, 1}),
          Day::from_civil({to + (unknown_last ? room : 0), 12, 31})};
}

}  // namespace entente
