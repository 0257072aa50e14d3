#pragma once
// Events and states that a sentence reports, in whatever dress: active and passive verbs, participles,
// infinitives, idioms, nouns, "was a member of", lists of members.

#include <string>
#include <vector>

#include "loaders/article/modality.hpp"
#include "loaders/article/reference.hpp"

namespace entente::detail {

/// One fact as it will become a claim; referents still by number.
struct Fact {
  std::optional<std::size_t> subject;
  Event event = Event::Held;
  std::string relation;
  std::optional<std::size_t> object;
  std::string date;  ///< EDTF, empty when undated
  Certainty certainty = Certainty::Stated;
  std::string rule;
  bool announced = false;  ///< its date is that of an announcement, unless nothing better is said
  std::size_t order = 0;   ///< token at which it was read: facts come in the order of the text
};

/// What the surroundings of a sentence give.
struct Setting {
  std::optional<CalendarValue> heading;   ///< a year that stands as a heading over the text
  std::optional<CalendarValue> document;  ///< the day of publication
  std::optional<CalendarValue> told;      ///< the date that the sentence before told of, in the same block
  bool lead = false;                      ///< one of the first sentences of a dated text
};

/// An event that a sentence seems to speak of and that gave no fact, or a fact that does not assert it.
struct Doubt {
  std::size_t token = 0;
  std::string reason;
  bool of_fact = false;  ///< there is a fact, at this token, that asserts nothing
};

/// Reads the facts of one sentence into `out`. `discourse` resolves references and is told what was
/// mentioned. `doubts`, where given, is told what was rejected or is not asserted, and why; it changes no
/// fact. O(elements²) at worst, on sentences of bounded length.
void read_events(const Sentence& sentence, const Setting& setting, Discourse& discourse,
                 std::vector<Fact>& out, std::vector<Doubt>* doubts = nullptr);

}  // namespace entente::detail
