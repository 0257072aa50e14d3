#pragma once
// Small histories at random, for tests that compare an answer with a plain scan.

#include <random>
#include <string>

#include "tests/queries/history.hpp"

namespace entente {

/// Members m0 … m5 and bodies b0 … b3 in the years 2000 … 2009, with coarse dates, open, unknown and missing
/// ends, a second spell now and then, and other relations than membership.
inline std::string random_history(std::mt19937& random) {
  const auto number = [&](unsigned below) { return static_cast<unsigned>(random() % below); };
  const auto date = [&](unsigned from, unsigned to) {
    std::string text = std::to_string(2000 + from + number(to - from));
    if (number(3) != 0) text += "-0" + std::to_string(1 + number(9));
    return text;
  };
  std::string text = "source almanac 2008-06-30\n";
  for (unsigned i = 0; i < 6; ++i)
    text += "entity m" + std::to_string(i) + " state M" + std::to_string(i) + "\n";
  for (unsigned i = 0; i < 4; ++i)
    text += "entity b" + std::to_string(i) + " organisation B" + std::to_string(i) + "\n";
  for (unsigned m = 0; m < 6; ++m) {
    for (unsigned b = 0; b < 4; ++b) {
      const std::string pair[] = {"m" + std::to_string(m), "b" + std::to_string(b)};
      static constexpr const char* states[] = {"member", "member", "member", "observer", "party"};
      const std::string state = pair[0] + " " + states[number(5)] + " " + pair[1] + " ";
      switch (number(8)) {
        case 0:
        case 1:
          text += state + date(0, 5) + "/" + date(5, 9) + "\n";
          break;
        case 2:
          text += state + date(0, 8) + "/..\n";
          break;
        case 3:
          text += state + date(0, 8) + "\n";
          break;
        case 4:
          text += state + "/" + date(3, 9) + "\n";
          break;
        case 5:
          text += state + date(0, 2) + "/" + date(2, 4) + "\n" + state + date(6, 7) + "/" + date(7, 9) + "\n";
          break;
        default:
          break;
      }
    }
  }
  return text;
}

/// A month or a year among them.
inline Period random_period(std::mt19937& random) {
  std::string text = std::to_string(2000 + random() % 10);
  if (random() % 2 == 0) text += "-0" + std::to_string(1 + random() % 9);
  return period(text);
}

}  // namespace entente
