#pragma once
// Readings at random, and every choice that some allow: for tests that compare with trying them all.

#include <rapidcheck.h>

#include <cstdint>
#include <functional>
#include <vector>

#include "graph/interval.hpp"

namespace entente {

inline constexpr std::int64_t never = 1'000;  ///< the last day of what never ends, for the tests

/// One first and one last day.
struct Choice {
  std::int64_t first, last;
  bool may_never_end;
};

inline std::vector<Choice> choices_of(const Readings& readings) {
  std::vector<Choice> choices;
  const auto number = [](const std::optional<Day>& day, std::int64_t otherwise) {
    return day ? day->number() : otherwise;
  };
  // Absent bounds reach well beyond the days that the tests ask about.
  for (std::int64_t first = number(readings.first_earliest, -6); first <= number(readings.first_latest, 24);
       ++first) {
    for (std::int64_t last = number(readings.last_earliest, -6); last <= number(readings.last_latest, 24);
         ++last) {
      if (first <= last) choices.push_back({first, last, readings.may_never_end});
    }
    if (readings.may_never_end) choices.push_back({first, never, true});
  }
  return choices;
}

inline void each_choice(const std::vector<Readings>& ties,
                        const std::function<void(const std::vector<Choice>&)>& visit) {
  std::vector<Choice> chosen;
  const std::function<void(std::size_t)> choose = [&](std::size_t i) {
    if (i == ties.size()) return visit(chosen);
    for (const Choice& choice : choices_of(ties[i])) {
      chosen.push_back(choice);
      choose(i + 1);
      chosen.pop_back();
    }
  };
  choose(0);
}

/// Bounds among the days 0 … 12, each absent now and then; at least one choice.
inline rc::Gen<Readings> some_readings() {
  const auto bounds = rc::gen::tuple(
      rc::gen::inRange<std::int64_t>(0, 10), rc::gen::inRange<std::int64_t>(0, 4),
      rc::gen::inRange<std::int64_t>(0, 10), rc::gen::inRange<std::int64_t>(0, 4), rc::gen::inRange(0, 64));
  return rc::gen::suchThat(rc::gen::map(bounds,
                                        [](const auto& drawn) {
                                          const auto& [first, first_width, last, last_width, odd] = drawn;
                                          Readings readings;
                                          if (odd % 8 != 0) readings.first_earliest = Day{first};
                                          if (odd % 8 != 1) readings.first_latest = Day{first + first_width};
                                          readings.last_earliest = Day{last};
                                          if (odd / 8 < 5) {
                                            readings.last_latest = Day{last + last_width};
                                          } else {
                                            readings.may_never_end = true;
                                          }
                                          return readings;
                                        }),
                           [](const Readings& readings) { return !choices_of(readings).empty(); });
}

}  // namespace entente
