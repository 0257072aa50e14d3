#include "loaders/table/year_fold.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "loaders/table/row_date.hpp"

namespace entente::detail {

namespace {

using Run = YearFold::Run;

/// Of each kind, runs that meet or overlap become one.
std::vector<Run> merged(std::vector<Run>& runs) {
  std::sort(runs.begin(), runs.end(), [](const Run& a, const Run& b) {
    return std::tie(a.kind, a.first, a.last, a.line) < std::tie(b.kind, b.first, b.last, b.line);
  });
  std::vector<Run> whole;
  for (Run& run : runs) {
    if (whole.empty() || whole.back().kind != run.kind || whole.back().last + 1 < run.first) {
      whole.push_back(std::move(run));
      continue;
    }
    Run& last = whole.back();
    if (run.last > last.last) {
      last.last = run.last;
      last.last_approximate = run.last_approximate;
    }
    last.rows += run.rows;
  }
  return whole;
}

Date between(std::int64_t first, std::int64_t last) {
  return Date::parse(fmt::format("[{}..{}]", Date::of_year(first).text(), Date::of_year(last).text()));
}

Date year_of(std::int64_t year, bool approximate) {
  Date date = Date::of_year(year);
  return approximate ? approximately(date) : date;
}

}  // namespace

std::size_t YearFold::Hash::operator()(const Key& key) const noexcept {
  std::uint64_t value = (std::uint64_t{key.subject} << 32) | key.object;
  value ^= (std::uint64_t{key.rule} << 17) ^ (std::uint64_t{key.source} << 41);
  value *= 0x9E3779B97F4A7C15ULL;
  return static_cast<std::size_t>(value ^ (value >> 29));
}

std::vector<YearFold::Run>& YearFold::runs_of(const Key& key) {
  const auto [at, fresh] = index_.emplace(key, keys_.size());
  if (fresh) {
    keys_.push_back(key);
    runs_.emplace_back();
  }
  return runs_[at->second];
}

YearFold::Run* YearFold::go_on(const Key& key, std::int64_t year, std::int32_t kind, bool approximate) {
  std::vector<Run>& runs = runs_of(key);
  // Tables go through the years upwards or downwards: the run is one of the last, and none but the last of
  // its kind can go on.
  const auto run =
      std::find_if(runs.rbegin(), runs.rend(), [kind](const Run& it) { return it.kind == kind; });
  if (run == runs.rend() || year < run->first - 1 || year > run->last + 1) return nullptr;
  if (year < run->first) {
    run->first = year;
    run->first_approximate = approximate;
  } else if (year > run->last) {
    run->last = year;
    run->last_approximate = approximate;
  }
  ++run->rows;
  return &*run;
}

void YearFold::begin(const Key& key, Run run) { runs_of(key).push_back(std::move(run)); }

void YearFold::spells_of(const Key& key, std::vector<Run>& runs, std::int64_t first_year,
                         std::int64_t horizon, bool censored, std::vector<Spell>& spells) {
  const std::vector<Run> whole = merged(runs);
  const auto gap = [&](auto&& beside) {
    return std::find_if(whole.begin(), whole.end(),
                        [&](const Run& it) { return it.kind == unknown && beside(it); });
  };
  for (const Run& run : whole) {
    if (run.kind == unknown) continue;
    Spell spell{key, run,  year_of(run.first, run.first_approximate), false, TableStatement::End::Dated,
                {},  false};
    // A year that is not known beside a run belongs to it or not: the run may begin in any of them.
    const auto before = gap([&](const Run& it) { return it.first < run.first && run.first <= it.last + 1; });
    const std::int64_t begin = before == whole.end() ? run.first : before->first;
    if (censored && begin <= first_year) {
      spell.first_bound = true;
    } else if (before != whole.end()) {
      spell.first = between(begin, run.first);
    }
    const auto after = gap([&](const Run& it) { return it.last > run.last && it.first <= run.last + 1; });
    if (after != whole.end() && after->last >= horizon) {
      spell.last = year_of(run.last, false);
      spell.last_bound = true;
    } else if (after != whole.end()) {
      spell.last = between(run.last, after->last);
    } else if (run.last >= horizon) {
      spell.end = TableStatement::End::Ongoing;
    } else {
      spell.last = year_of(run.last, run.last_approximate);
    }
    spells.push_back(std::move(spell));
  }
}

void YearFold::sort_by_line(std::vector<Spell>& spells) {
  std::stable_sort(spells.begin(), spells.end(),
                   [](const Spell& a, const Spell& b) { return a.run.line < b.run.line; });
}

}  // namespace entente::detail
