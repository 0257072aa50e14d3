#include "loaders/table/spell_join.hpp"

#include <algorithm>
#include <tuple>

namespace entente::detail {

namespace {

bool touches(const TableStatement& before, const TableStatement& after, int gap) {
  if (!before.last || !before.last->is_day() || before.last_bound) return false;
  if (!after.first || !after.first->is_day() || after.first_bound) return false;
  const std::int64_t end = before.last->latest().number(), begin = after.first->earliest().number();
  return end <= begin && begin - end <= gap;
}

bool same_days(const TableStatement& a, const TableStatement& b) {
  return std::tie(a.end, a.first, a.first_bound, a.last, a.last_bound) ==
         std::tie(b.end, b.first, b.first_bound, b.last, b.last_bound);
}

void append(std::string& list, const std::string& part, std::string_view between) {
  if (part.empty() || list.find(part) != std::string::npos) return;
  if (!list.empty()) list += between;
  list += part;
}

}  // namespace

void SpellJoin::add(const TableStatement& spell, std::size_t rule, int gap) {
  const Key key{rule,
                spell.source,
                spell.subject,
                spell.object ? std::int64_t{*spell.object} : -1,
                spell.relation.label,
                spell.certainty};
  Group& group = groups_[key];
  group.gap = gap;
  // Some tables repeat a spell in every year of it.
  for (TableStatement& known : group.spells) {
    if (!same_days(known, spell)) continue;
    append(known.detail, spell.detail, "; ");
    known.line = std::min(known.line, spell.line);
    return;
  }
  group.spells.push_back(spell);
}

std::vector<TableStatement> SpellJoin::finish() {
  std::vector<TableStatement> joined;
  for (auto& [key, group] : groups_) {
    std::stable_sort(group.spells.begin(), group.spells.end(),
                     [](const TableStatement& a, const TableStatement& b) {
                       const auto day = [](const TableStatement& it) {
                         return it.first ? std::optional(it.first->earliest()) : std::nullopt;
                       };
                       return std::tuple(day(a), a.line) < std::tuple(day(b), b.line);
                     });
    TableStatement* last = nullptr;
    for (TableStatement& spell : group.spells) {
      if (last != nullptr && touches(*last, spell, group.gap)) {
        last->end = spell.end;
        last->last = spell.last;
        last->last_bound = spell.last_bound;
        append(last->detail, spell.detail, "; ");
        append(last->text, spell.text, "\n");
        last->line = std::min(last->line, spell.line);
        continue;
      }
      joined.push_back(std::move(spell));
      last = &joined.back();
    }
  }
  groups_.clear();
  std::stable_sort(joined.begin(), joined.end(),
                   [](const TableStatement& a, const TableStatement& b) { return a.line < b.line; });
  return joined;
}

}  // namespace entente::detail
