#include "loaders/article/reconcile.hpp"

#include <algorithm>
#include <map>

namespace entente::detail {
namespace {

/// Dates that can be told apart as text: years after Christ in four digits, with or without month and day.
bool plain(const std::string& date) {
  return date.size() >= 4 &&
         std::all_of(date.begin(), date.end(),
                     [](char c) { return (c >= '0' && c <= '9') || c == '-' || c == '~'; }) &&
         date.front() != '-';
}

/// Whether `a` lies before `b`, as far as both say.
bool before(const std::string& a, const std::string& b) {
  const std::size_t length = std::min(a.size(), b.size());
  return a.compare(0, length, b, 0, length) < 0;
}

void judge(const std::vector<Fact*>& facts) {
  for (Fact* fact : facts) {
    if (fact->certainty != Certainty::Stated || !plain(fact->date)) continue;
    if (fact->event == Event::Left && fact->announced &&
        std::any_of(facts.begin(), facts.end(), [&](const Fact* other) {
          return other != fact && other->event == Event::Left && other->certainty == Certainty::Stated &&
                 !other->announced && plain(other->date) && before(fact->date, other->date);
        }))
      fact->certainty = Certainty::Hypothetical;
    if (fact->event != Event::Suspended) continue;
    const std::string* end = nullptr;
    for (const Fact* other : facts) {
      const bool ends = other->event == Event::Reinstated || other->event == Event::Joined ||
                        other->event == Event::Left || other->event == Event::Expelled;
      if (!ends || other->certainty != Certainty::Stated || !plain(other->date)) continue;
      if (before(fact->date, other->date) && (end == nullptr || before(other->date, *end)))
        end = &other->date;
    }
    if (end != nullptr) fact->date += "/" + *end;
  }
}

/// Founders who are named without a day have that of the founding, wherever the document tells it.
void date_founders(const std::vector<Fact*>& facts) {
  std::map<std::size_t, std::string> founded;
  for (const Fact* fact : facts)
    if (fact->event == Event::Founded && fact->subject && !fact->object &&
        fact->certainty == Certainty::Stated && !fact->date.empty())
      founded.emplace(*fact->subject, fact->date);
  for (Fact* fact : facts) {
    if (fact->event != Event::Founded || !fact->object || !fact->date.empty() ||
        fact->certainty != Certainty::Stated)
      continue;
    if (const auto date = founded.find(*fact->object); date != founded.end()) fact->date = date->second;
  }
}

}  // namespace

void reconcile(const std::vector<Fact*>& facts) {
  date_founders(facts);
  std::map<std::pair<std::size_t, std::size_t>, std::vector<Fact*>> pairs;
  for (Fact* fact : facts)
    if (fact->subject && fact->object) pairs[{*fact->subject, *fact->object}].push_back(fact);
  for (auto& [pair, together] : pairs) {
    // A pair of which a document tells without end is a list of something else; what it says stays as it is.
    if (together.size() <= 64) judge(together);
  }
}

}  // namespace entente::detail
