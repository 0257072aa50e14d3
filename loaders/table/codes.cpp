#include "loaders/table/codes.hpp"

#include <algorithm>
#include <map>

#include "data/bundled.hpp"
#include "graph/error.hpp"
#include "loaders/json_entries.hpp"

namespace entente::detail {

namespace {

using Codes = std::map<std::string, std::vector<CodeHolder>, std::less<>>;

std::optional<Day> day_in(const JsonValue& holder, const char* name) {
  const JsonValue* const day = holder.find(name);
  return day == nullptr ? std::nullopt : Day::parse(day->text);
}

Codes read_codes() {
  Codes codes;
  const auto take = [&codes](std::string_view, const JsonValue& root) {
    const JsonValue* const list = root.find("codes");
    if (list == nullptr) return;
    for (const auto& [code, holders] : list->members) {
      std::vector<CodeHolder>& made = codes[code];
      for (const JsonValue& holder : holders.items) {
        const JsonValue* const id = holder.find("id");
        if (id != nullptr) made.push_back({id->text, day_in(holder, "from"), day_in(holder, "to")});
      }
    }
  };
  const auto problem = read_json_line(bundled_file("codes.json"), "codes.json", 1, LoadLimits{}, take);
  if (problem) throw Error(problem->code, problem->to_string());
  return codes;
}

std::int64_t days_over(const CodeHolder& holder, const Period& period) {
  const Day first = holder.from ? std::max(*holder.from, period.first) : period.first;
  const Day last = holder.to ? std::min(*holder.to, period.last) : period.last;
  return last.number() - first.number() + 1;
}

}  // namespace

const std::vector<CodeHolder>* holders_of(const std::string& code) {
  static const Codes codes = read_codes();
  const auto found = codes.find(code);
  return found == codes.end() ? nullptr : &found->second;
}

std::size_t holder_over(const std::vector<CodeHolder>& holders, const Period& period) {
  const auto most = std::max_element(holders.begin(), holders.end(), [&](const auto& a, const auto& b) {
    return days_over(a, period) < days_over(b, period);
  });
  return static_cast<std::size_t>(most - holders.begin());
}

}  // namespace entente::detail
