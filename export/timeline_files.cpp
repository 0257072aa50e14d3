#include "export/timeline_files.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "export/date_label.hpp"
#include "export/display_text.hpp"
#include "export/tie_json.hpp"

namespace entente {

namespace {

using namespace detail;

struct Bar {
  const Tie* tie;
  Day first, last;
};

/// The days from the first possible to the last possible; nothing for a tie without any day.
std::optional<Bar> bar_of(const Tie& tie, const std::optional<Day>& last_known) {
  const Readings& readings = tie.interval.readings();
  std::optional<Day> first = readings.first_earliest ? readings.first_earliest : readings.first_latest;
  std::optional<Day> last = readings.may_never_end ? last_known : readings.last_latest;
  if (!first) first = readings.last_earliest ? readings.last_earliest : last;
  if (!last) last = last_known;
  if (!first || !last) return std::nullopt;
  return Bar{&tie, *first, std::max(*first, *last)};
}

/// By body, then time, then member.
std::vector<Bar> bars_of(const GraphRows& rows) {
  const auto last_known = last_known_day(rows);
  std::vector<Bar> bars;
  for (const Tie* tie : rows.edges) {
    if (const auto bar = bar_of(*tie, last_known)) bars.push_back(*bar);
  }
  std::stable_sort(bars.begin(), bars.end(), [](const Bar& a, const Bar& b) {
    const auto key = [](const Bar& bar) {
      return std::tie(bar.tie->object.name, bar.tie->object.id, bar.first, bar.tie->subject.name,
                      bar.tie->edge);
    };
    return key(a) < key(b);
  });
  return bars;
}

/// Colons, semicolons, commas and number signs command Mermaid: as its own entity codes they do not.
std::string mermaid_text(std::string_view text) {
  std::string escaped;
  for (const char c : valid_utf8(text)) {
    switch (c) {
      case ':':
      case ';':
      case '#':
      case ',':
      case '%':
      case '<':
      case '>':
      case '"':
        escaped += fmt::format("#{};", static_cast<int>(static_cast<unsigned char>(c)));
        break;
      case '\n':
      case '\r':
      case '\t':
        escaped += ' ';
        break;
      default:
        escaped += c;
    }
  }
  return escaped;
}

std::string title_line(const GraphContent& content) {
  return content.title.empty() ? std::string() : "    title " + mermaid_text(content.title) + '\n';
}

bool is_certain_throughout(const Bar& bar) {
  const Status status = status_over(bar.tie->interval.readings(), Period{bar.first, bar.last});
  return status == Status::Certain;
}

std::string what(const Tie& tie) {
  const std::string as = event_name(Event::Held, tie.relation);
  return as == "member" ? tie.subject.name : fmt::format("{} ({})", tie.subject.name, as);
}

void write_item(PrettyJson& json, const Bar& bar, const StatusChange& change, Day first, Day last) {
  const Tie& tie = *bar.tie;
  json.StartObject();
  write(json, "id", tie.edge.to_string() + '-' + name_of(change.status) + '-' + first.to_string());
  write(json, "group", tie.object.id.value);
  write(json, "content", html_text(what(tie)));
  // The day after the last: vis draws a bar up to the instant that is given.
  write(json, "start", first.to_string());
  write(json, "end", last.next().to_string());
  write(json, "type", "range");
  write(json, "className",
        fmt::format("{} {}{}", name_of(change.status), tie.relation.label,
                    tie.disputes.empty() ? "" : " disputed"));
  std::string title = fmt::format("{}: {}", what(tie), tie.interval.to_string());
  if (!tie.proofs.empty()) title += " – " + tie.proofs.front().claim.evidence.text;
  write(json, "title", html_text(title));
  json.EndObject();
}

void write_items(PrettyJson& json, const Bar& bar) {
  const std::vector<StatusChange> changes = status_changes(bar.tie->interval.readings());
  for (std::size_t i = 0; i < changes.size(); ++i) {
    if (changes[i].status == Status::No) continue;
    const Day first = std::max(bar.first, changes[i].from.value_or(bar.first));
    const Day last = i + 1 < changes.size() ? std::min(bar.last, changes[i + 1].from->previous()) : bar.last;
    if (first <= last) write_item(json, bar, changes[i], first, last);
  }
}

}  // namespace

std::string to_mermaid_gantt(const GraphContent& content) {
  std::string text = "gantt\n" + title_line(content) +
                     "    dateFormat YYYY-MM-DD\n    axisFormat %Y\n    inclusiveEndDates\n";
  const GraphRows rows = rows_of(content);
  const Day first_drawn = Day::from_civil({1000, 1, 1});
  const EntityId* body = nullptr;
  std::size_t number = 0;
  for (const Bar& bar : bars_of(rows)) {
    if (body == nullptr || *body != bar.tie->object.id) {
      text += "    section " + mermaid_text(bar.tie->object.name) + '\n';
      body = &bar.tie->object.id;
    }
    const std::string label =
        fmt::format("{} {}", mermaid_text(what(*bar.tie)), mermaid_text(date_label(bar.tie->interval)));
    if (bar.last < first_drawn) {
      text += fmt::format("    %% {}\n", label);
      continue;
    }
    text += fmt::format("    {} :{}m{}, {}, {}\n", label, is_certain_throughout(bar) ? "active, " : "",
                        ++number, std::max(bar.first, first_drawn).to_string(), bar.last.to_string());
  }
  return text;
}

std::string to_mermaid_timeline(const GraphContent& content) {
  struct Moment {
    Day day;
    std::string date, text;
  };
  std::vector<Moment> moments;
  const GraphRows rows = rows_of(content);
  for (const Tie* tie : rows.edges) {
    const auto add = [&](const std::string& date, Day day, const char* verb) {
      moments.push_back({day, date,
                         fmt::format("{}{} {} of {}", tie->subject.name, verb,
                                     event_name(Event::Held, tie->relation), tie->object.name)});
    };
    if (const Date* first = std::get_if<Date>(&tie->interval.first())) {
      add(first->text(), first->earliest(), " becomes");
    }
    if (const Date* last = std::get_if<Date>(&tie->interval.last()))
      add(last->text(), last->earliest(), " ceases to be");
  }
  std::sort(moments.begin(), moments.end(), [](const Moment& a, const Moment& b) {
    return std::tie(a.day, a.date, a.text) < std::tie(b.day, b.date, b.text);
  });
  std::string text = "timeline\n" + title_line(content);
  for (std::size_t i = 0; i < moments.size(); ++i) {
    const bool same = i != 0 && moments[i].date == moments[i - 1].date;
    text += same ? "         " : "    " + mermaid_text(moments[i].date);
    text += " : " + mermaid_text(moments[i].text) + '\n';
  }
  return text;
}

std::string to_vis_timeline(const GraphContent& content) {
  const GraphRows rows = rows_of(content);
  const std::vector<Bar> bars = bars_of(rows);
  return document([&](PrettyJson& json) {
    json.Key("groups");
    json.StartArray();
    for (std::size_t i = 0; i < bars.size(); ++i) {
      const EntityRef& body = bars[i].tie->object;
      if (i != 0 && bars[i - 1].tie->object.id == body.id) continue;
      json.StartObject();
      write(json, "id", body.id.value);
      write(json, "content", html_text(body.name));
      json.EndObject();
    }
    json.EndArray();
    json.Key("items");
    json.StartArray();
    for (const Bar& bar : bars) write_items(json, bar);
    json.EndArray();
  });
}

}  // namespace entente
