#include "export/timeline_chart.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

#include "export/date_label.hpp"
#include "export/display_text.hpp"

namespace entente {

namespace {

constexpr std::size_t narrowest_chart = 40;
constexpr std::size_t narrowest_bar = 10;

struct Mark {
  Status status;
  const char* unicode;
  const char* ascii;
  const char* color;
};
constexpr std::array marks = {Mark{Status::Certain, "█", "#", "34"}, Mark{Status::Presumed, "░", "-", "33"},
                              Mark{Status::Possible, "▒", "/", "35"}};

/// A run of days with one answer; absent ends are no ends.
struct Run {
  std::optional<Day> first;
  std::optional<Day> last;
  Status status;
};

std::vector<Run> runs_of(const Tie& tie) {
  const auto changes = tie.changes.empty() ? status_changes(tie.interval.readings()) : tie.changes;
  std::vector<Run> runs;
  for (std::size_t i = 0; i < changes.size(); ++i) {
    std::optional<Day> last;
    if (i + 1 < changes.size()) last = changes[i + 1].from->previous();
    runs.push_back({changes[i].from, last, changes[i].status});
  }
  return runs;
}

std::int64_t days_shared(const Run& run, const Period& period) {
  const Day first = run.first ? std::max(*run.first, period.first) : period.first;
  const Day last = run.last ? std::min(*run.last, period.last) : period.last;
  return last < first ? 0 : last.number() - first.number() + 1;
}

/// What a column shows: nothing only where nothing can have held, else the answer of most of its days, and of
/// two equally long ones the stronger.
Status status_in(const std::vector<Run>& runs, const Period& column) {
  std::array<std::int64_t, marks.size()> days{};
  for (const Run& run : runs) {
    for (std::size_t i = 0; i < marks.size(); ++i) {
      if (marks[i].status == run.status) days[i] += days_shared(run, column);
    }
  }
  const auto most = std::max_element(days.begin(), days.end());
  return *most == 0 ? Status::No : marks[static_cast<std::size_t>(most - days.begin())].status;
}

Period whole_years(Day first, Day last) {
  return {Day::from_civil({first.civil().year, 1, 1}), Day::from_civil({last.civil().year, 12, 31})};
}

/// From the first to the last day that any tie names, in whole years; with room behind open ends.
Period period_of_ties(std::span<const Tie> ties) {
  std::optional<Day> first, last;
  bool open = false;
  const auto see = [&](const std::optional<Day>& day) {
    if (!day) return;
    if (!first || *day < *first) first = day;
    if (!last || *last < *day) last = day;
  };
  for (const Tie& tie : ties) {
    const Readings& readings = tie.interval.readings();
    for (const auto& day :
         {readings.first_earliest, readings.first_latest, readings.last_earliest, readings.last_latest}) {
      see(day);
    }
    open = open || tie.interval.open();
  }
  if (!first) return whole_years(Day::from_civil({1900, 1, 1}), Day::from_civil({2000, 1, 1}));
  const std::int64_t years = last->civil().year - first->civil().year + 1;
  const std::int64_t room = open ? std::max<std::int64_t>(years / 20, 1) : 0;
  return whole_years(*first, Day::from_civil({last->civil().year + room, 1, 1}));
}

/// The chart's columns as stretches of days, as equal as whole days allow.
class Columns {
 public:
  Columns(const Period& period, std::size_t count) : period_(period), count_(count) {}
  [[nodiscard]] Period operator[](std::size_t i) const {
    const Day first = at(i);
    return {first, std::max(first, at(i + 1).previous())};
  }
  [[nodiscard]] std::size_t count() const { return count_; }
  [[nodiscard]] std::size_t column_of(Day day) const {
    const std::int64_t days = period_.last.number() - period_.first.number() + 1;
    return static_cast<std::size_t>((day.number() - period_.first.number()) *
                                    static_cast<std::int64_t>(count_) / days);
  }

 private:
  [[nodiscard]] Day at(std::size_t i) const {
    const std::int64_t days = period_.last.number() - period_.first.number() + 1;
    return Day{period_.first.number() +
               days * static_cast<std::int64_t>(i) / static_cast<std::int64_t>(count_)};
  }
  Period period_;
  std::size_t count_;
};

/// Round years, so far apart that their labels stay apart.
std::string axis(const Period& period, const Columns& columns) {
  const std::int64_t first = period.first.civil().year;
  const std::int64_t last = period.last.civil().year;
  const std::int64_t fitting = std::max<std::int64_t>(static_cast<std::int64_t>(columns.count()) / 8, 1);
  std::int64_t step = 1;
  for (const std::int64_t candidate : {1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000, 2000, 5000, 10000}) {
    step = candidate;
    if ((last - first) / step <= fitting) break;
  }
  std::string line;
  std::int64_t year = first - first % step;
  if (year < first) year += step;
  for (; year <= last; year += step) {
    const std::string label = year < 1 ? fmt::format("{} BC", 1 - year) : fmt::format("{}", year);
    const std::size_t column = columns.column_of(Day::from_civil({year, 1, 1}));
    if (column < line.size() || column + label.size() > columns.count()) continue;
    line += std::string(column - line.size(), ' ') + label + ' ';
  }
  while (!line.empty() && line.back() == ' ') line.pop_back();
  return line;
}

std::string label_of(const Tie& tie, const ChartOptions& options) {
  std::string label =
      printable(options.label == ChartOptions::Label::Object ? tie.object.name : tie.subject.name);
  std::string word = event_name(Event::Held, tie.relation);
  if (word == "successor" && options.label == ChartOptions::Label::Object) word = "predecessor";
  if (word != "member") label += " (" + printable(word) + ')';
  if (!tie.disputes.empty()) label += " *";
  return label;
}

/// One bar, and which marks stand in it.
struct Bar {
  std::string text;
  std::array<bool, marks.size()> has{};
};

Bar bar_of(const Tie& tie, const Period& shown, const Columns& columns, const ChartOptions& options) {
  const std::vector<Run> runs = runs_of(tie);
  const bool before = std::any_of(runs.begin(), runs.end(), [&](const Run& run) {
    return run.status != Status::No && (!run.first || *run.first < shown.first);
  });
  const bool after = std::any_of(runs.begin(), runs.end(), [&](const Run& run) {
    return run.status != Status::No && (!run.last || shown.last < *run.last);
  });
  Bar bar;
  std::size_t owed = 0;
  for (std::size_t i = 0; i < columns.count(); ++i) {
    const Status status = status_in(runs, columns[i]);
    const auto mark =
        std::find_if(marks.begin(), marks.end(), [&](const Mark& m) { return m.status == status; });
    if (mark == marks.end()) {
      ++owed;
      continue;
    }
    bar.has[static_cast<std::size_t>(mark - marks.begin())] = true;
    const char* sign = options.ascii ? mark->ascii : mark->unicode;
    // A bar that goes on beyond what is shown ends in an arrow.
    if (i == 0 && before) sign = options.ascii ? "<" : "←";
    if (i + 1 == columns.count() && after) sign = options.ascii ? ">" : "→";
    bar.text += std::string(owed, ' ');
    owed = 0;
    bar.text += options.color ? fmt::format("\x1b[{}m{}\x1b[0m", mark->color, sign) : std::string(sign);
  }
  return bar;
}

/// The marks that occur, each with the number of bars that have it.
std::string legend(const std::vector<Bar>& bars, bool disputed, const ChartOptions& options) {
  std::string line;
  for (std::size_t i = 0; i < marks.size(); ++i) {
    const auto count = std::count_if(bars.begin(), bars.end(), [&](const Bar& bar) { return bar.has[i]; });
    if (count == 0) continue;
    const char* sign = options.ascii ? marks[i].ascii : marks[i].unicode;
    const std::string shown =
        options.color ? fmt::format("\x1b[{}m{}\x1b[0m", marks[i].color, sign) : std::string(sign);
    line += fmt::format("{}{} {} (in {} of {})", line.empty() ? "" : "   ", shown, name_of(marks[i].status),
                        count, bars.size());
  }
  if (disputed) line += "   * disputed";
  return line;
}

}  // namespace

std::string timeline_chart(std::span<const Tie> ties, const ChartOptions& options) {
  if (ties.empty()) return {};
  const std::size_t width = std::max(options.width, narrowest_chart);
  const Period period = options.period ? *options.period : period_of_ties(ties);

  std::size_t label_width = 0, date_width = 0;
  for (const Tie& tie : ties) {
    label_width = std::max(label_width, display_width(label_of(tie, options)));
    date_width = std::max(date_width, display_width(date_label(tie.interval)));
  }
  label_width = std::min(label_width, (width - narrowest_bar) / 2);
  const std::size_t before = label_width + 2 + date_width + 2;
  const Columns columns(period, width > before + narrowest_bar ? width - before : narrowest_bar);

  std::string chart = std::string(before, ' ') + axis(period, columns) + '\n';
  std::vector<Bar> bars;
  bool disputed = false;
  for (const Tie& tie : ties) {
    bars.push_back(bar_of(tie, period, columns, options));
    disputed = disputed || !tie.disputes.empty();
    std::vector<std::string> labels = wrapped(label_of(tie, options), label_width);
    std::string line = padded(labels.front(), label_width) + "  " +
                       padded(date_label(tie.interval), date_width) + "  " + bars.back().text;
    line.erase(line.find_last_not_of(' ') + 1);
    chart += line + '\n';
    for (std::size_t i = 1; i < labels.size(); ++i) chart += "  " + labels[i] + '\n';
  }
  return chart + '\n' + legend(bars, disputed, options) + '\n';
}

}  // namespace entente
