#pragma once
// The words of English date phrases. Tables only: a new word is a new line here. A blank in an entry stands
// for any run of blanks; where one entry begins with another, the longer one comes first.

#include <array>
#include <string_view>

#include "loaders/english_date.hpp"

namespace entente::detail {

struct NumberWord {
  std::string_view word;
  int value;
};

inline constexpr std::array month_words{
    NumberWord{"january", 1},  NumberWord{"february", 2},  NumberWord{"march", 3},
    NumberWord{"april", 4},    NumberWord{"may", 5},       NumberWord{"june", 6},
    NumberWord{"july", 7},     NumberWord{"august", 8},    NumberWord{"september", 9},
    NumberWord{"october", 10}, NumberWord{"november", 11}, NumberWord{"december", 12},
};

/// A full stop may follow these.
inline constexpr std::array month_abbreviations{
    NumberWord{"jan", 1}, NumberWord{"feb", 2},  NumberWord{"mar", 3},  NumberWord{"apr", 4},
    NumberWord{"jun", 6}, NumberWord{"jul", 7},  NumberWord{"aug", 8},  NumberWord{"sept", 9},
    NumberWord{"sep", 9}, NumberWord{"oct", 10}, NumberWord{"nov", 11}, NumberWord{"dec", 12},
};

inline constexpr std::array weekday_words{
    NumberWord{"monday", 1}, NumberWord{"tuesday", 2},  NumberWord{"wednesday", 3}, NumberWord{"thursday", 4},
    NumberWord{"friday", 5}, NumberWord{"saturday", 6}, NumberWord{"sunday", 7},
};
inline constexpr std::array weekday_abbreviations{
    NumberWord{"mon", 1},   NumberWord{"tues", 2}, NumberWord{"tue", 2}, NumberWord{"wed", 3},
    NumberWord{"thurs", 4}, NumberWord{"thur", 4}, NumberWord{"thu", 4}, NumberWord{"fri", 5},
    NumberWord{"sat", 6},   NumberWord{"sun", 7},
};

/// EDTF codes.
inline constexpr std::array season_words{
    NumberWord{"spring", 21}, NumberWord{"summer", 22}, NumberWord{"autumn", 23},
    NumberWord{"fall", 23},   NumberWord{"winter", 24},
};

inline constexpr std::array counting_words{
    NumberWord{"a", 1},          NumberWord{"an", 1},        NumberWord{"one", 1},
    NumberWord{"two", 2},        NumberWord{"three", 3},     NumberWord{"four", 4},
    NumberWord{"five", 5},       NumberWord{"six", 6},       NumberWord{"seven", 7},
    NumberWord{"eight", 8},      NumberWord{"nine", 9},      NumberWord{"ten", 10},
    NumberWord{"eleven", 11},    NumberWord{"twelve", 12},   NumberWord{"thirteen", 13},
    NumberWord{"fourteen", 14},  NumberWord{"fifteen", 15},  NumberWord{"sixteen", 16},
    NumberWord{"seventeen", 17}, NumberWord{"eighteen", 18}, NumberWord{"nineteen", 19},
    NumberWord{"twenty", 20},    NumberWord{"thirty", 30},   NumberWord{"forty", 40},
    NumberWord{"fifty", 50},
};

inline constexpr std::array ordinal_words{
    NumberWord{"first", 1},       NumberWord{"second", 2},       NumberWord{"third", 3},
    NumberWord{"fourth", 4},      NumberWord{"fifth", 5},        NumberWord{"sixth", 6},
    NumberWord{"seventh", 7},     NumberWord{"eighth", 8},       NumberWord{"ninth", 9},
    NumberWord{"tenth", 10},      NumberWord{"eleventh", 11},    NumberWord{"twelfth", 12},
    NumberWord{"thirteenth", 13}, NumberWord{"fourteenth", 14},  NumberWord{"fifteenth", 15},
    NumberWord{"sixteenth", 16},  NumberWord{"seventeenth", 17}, NumberWord{"eighteenth", 18},
    NumberWord{"nineteenth", 19}, NumberWord{"twentieth", 20},   NumberWord{"twenty-first", 21},
};

struct UnitWord {
  std::string_view word;
  DateStep::Unit unit;
  int size;  ///< in that unit; beyond 1 the answer is approximate
};
inline constexpr std::array unit_words{
    UnitWord{"days", DateStep::Unit::Day, 1},         UnitWord{"day", DateStep::Unit::Day, 1},
    UnitWord{"weeks", DateStep::Unit::Week, 1},       UnitWord{"week", DateStep::Unit::Week, 1},
    UnitWord{"months", DateStep::Unit::Month, 1},     UnitWord{"month", DateStep::Unit::Month, 1},
    UnitWord{"years", DateStep::Unit::Year, 1},       UnitWord{"year", DateStep::Unit::Year, 1},
    UnitWord{"decades", DateStep::Unit::Year, 10},    UnitWord{"decade", DateStep::Unit::Year, 10},
    UnitWord{"centuries", DateStep::Unit::Year, 100}, UnitWord{"century", DateStep::Unit::Year, 100},
};

struct SenseWord {
  std::string_view word;
  DateSense sense;
};
inline constexpr std::array sense_words{
    SenseWord{"in the course of", DateSense::At},
    SenseWord{"in", DateSense::At},
    SenseWord{"on", DateSense::At},
    SenseWord{"during", DateSense::At},
    SenseWord{"throughout", DateSense::At},
    SenseWord{"at", DateSense::At},
    SenseWord{"sometime in", DateSense::At},
    SenseWord{"some time in", DateSense::At},
    SenseWord{"as early as", DateSense::At},
    SenseWord{"as late as", DateSense::At},
    SenseWord{"as recently as", DateSense::At},
    SenseWord{"as of", DateSense::AsOf},
    SenseWord{"as at", DateSense::AsOf},
    SenseWord{"ever since", DateSense::Since},
    SenseWord{"since", DateSense::Since},
    SenseWord{"as from", DateSense::From},
    SenseWord{"with effect from", DateSense::From},
    SenseWord{"effective from", DateSense::From},
    SenseWord{"effective", DateSense::From},
    SenseWord{"starting from", DateSense::From},
    SenseWord{"starting", DateSense::From},
    SenseWord{"beginning", DateSense::From},
    SenseWord{"no earlier than", DateSense::From},
    SenseWord{"not earlier than", DateSense::From},
    SenseWord{"from", DateSense::From},
    SenseWord{"up until", DateSense::Until},
    SenseWord{"up to", DateSense::Until},
    SenseWord{"until", DateSense::Until},
    SenseWord{"till", DateSense::Until},
    SenseWord{"through", DateSense::Until},
    SenseWord{"prior to", DateSense::Before},
    SenseWord{"earlier than", DateSense::Before},
    SenseWord{"before", DateSense::Before},
    SenseWord{"no later than", DateSense::By},
    SenseWord{"not later than", DateSense::By},
    SenseWord{"by", DateSense::By},
    SenseWord{"later than", DateSense::After},
    SenseWord{"after", DateSense::After},
};

/// Between the two dates of a span.
inline constexpr std::array<std::string_view, 6> span_words{"up until", "up to",   "until",
                                                            "till",     "through", "to"};

/// An end of a span that has not come.
inline constexpr std::array<std::string_view, 9> present_words{"the present day",
                                                               "the present time",
                                                               "the present",
                                                               "present day",
                                                               "present",
                                                               "this day",
                                                               "today",
                                                               "date",
                                                               "now"};

struct HedgeWord {
  std::string_view word;
  bool approximate;  ///< else uncertain
};
inline constexpr std::array hedge_words{
    HedgeWord{"circa", true},
    HedgeWord{"ca.", true},
    HedgeWord{"ca", true},
    HedgeWord{"c.", true},
    HedgeWord{"about", true},
    HedgeWord{"around", true},
    HedgeWord{"approximately", true},
    HedgeWord{"approx.", true},
    HedgeWord{"roughly", true},
    HedgeWord{"probably", false},
    HedgeWord{"possibly", false},
    HedgeWord{"perhaps", false},
    HedgeWord{"presumably", false},
    HedgeWord{"maybe", false},
};

/// "early 2019", "the end of May": some part of what follows, which part EDTF has no words for.
inline constexpr std::array<std::string_view, 13> part_words{
    "early in",         "early",        "mid",        "middle",       "the middle of", "late in", "late",
    "the beginning of", "the start of", "the end of", "beginning of", "start of",      "end of"};

struct EraWord {
  std::string_view word;
  bool before;  ///< before the common era
};
inline constexpr std::array era_words{
    EraWord{"BCE", true}, EraWord{"BC", true},  EraWord{"B.C.E.", true}, EraWord{"B.C.", true},
    EraWord{"CE", false}, EraWord{"AD", false}, EraWord{"C.E.", false},  EraWord{"A.D.", false},
};

/// Words around "year" or a month in a step from another date.
struct StepWord {
  std::string_view word;
  DateAnchor anchor;
  int count;
};
inline constexpr std::array step_words{
    StepWord{"earlier this", DateAnchor::Reference, 0},
    StepWord{"later this", DateAnchor::Reference, 0},
    StepWord{"this", DateAnchor::Reference, 0},
    StepWord{"last", DateAnchor::Reference, -1},
    StepWord{"next", DateAnchor::Reference, 1},
    StepWord{"later that same", DateAnchor::Mention, 0},
    StepWord{"later that", DateAnchor::Mention, 0},
    StepWord{"later the same", DateAnchor::Mention, 0},
    StepWord{"later in the same", DateAnchor::Mention, 0},
    StepWord{"earlier that same", DateAnchor::Mention, 0},
    StepWord{"earlier that", DateAnchor::Mention, 0},
    StepWord{"earlier the same", DateAnchor::Mention, 0},
    StepWord{"that same", DateAnchor::Mention, 0},
    StepWord{"that very", DateAnchor::Mention, 0},
    StepWord{"that", DateAnchor::Mention, 0},
    StepWord{"the very same", DateAnchor::Mention, 0},
    StepWord{"the same", DateAnchor::Mention, 0},
    StepWord{"the very next", DateAnchor::Mention, 1},
    StepWord{"the next", DateAnchor::Mention, 1},
    StepWord{"the following", DateAnchor::Mention, 1},
    StepWord{"the subsequent", DateAnchor::Mention, 1},
    StepWord{"the previous", DateAnchor::Mention, -1},
    StepWord{"the preceding", DateAnchor::Mention, -1},
};

/// After a number of units.
inline constexpr std::array count_words{
    StepWord{"ago", DateAnchor::Reference, -1},
    StepWord{"later", DateAnchor::Mention, 1},
    StepWord{"afterwards", DateAnchor::Mention, 1},
    StepWord{"earlier", DateAnchor::Mention, -1},
};

inline constexpr std::array day_words{
    StepWord{"today", DateAnchor::Reference, 0},
    StepWord{"yesterday", DateAnchor::Reference, -1},
    StepWord{"tomorrow", DateAnchor::Reference, 1},
};

/// Words after which "last year" is not counted from today: "the last year of the war".
inline constexpr std::array<std::string_view, 9> owning_words{"the", "a",   "its",  "their", "his",
                                                              "her", "our", "each", "every"};

/// Words after which a number is no year: "Resolution 1973".
inline constexpr std::array<std::string_view, 22> numbered_words{
    "resolution", "article", "no",         "number", "page",    "decree",  "law",       "order",
    "protocol",   "rule",    "regulation", "flight", "section", "chapter", "paragraph", "act",
    "directive",  "room",    "usd",        "over",   "than",    "some"};

/// Words before which a lone number is no year: "2000 people".
inline constexpr std::array<std::string_view, 62> counted_words{
    "people",     "persons",    "men",        "women",     "children",     "troops",
    "soldiers",   "officers",   "police",     "delegates", "members",      "states",
    "countries",  "nations",    "votes",      "voters",    "seats",        "km",
    "kilometres", "kilometers", "miles",      "metres",    "meters",       "m",
    "mi",         "ft",         "feet",       "tonnes",    "tons",         "kg",
    "euros",      "dollars",    "pounds",     "roubles",   "rubles",       "francs",
    "marks",      "percent",    "per",        "million",   "billion",      "thousand",
    "years",      "months",     "weeks",      "days",      "hours",        "minutes",
    "times",      "words",      "pages",      "students",  "workers",      "employees",
    "refugees",   "civilians",  "casualties", "deaths",    "participants", "peacekeepers",
    "personnel",  "citizens"};

}  // namespace entente::detail
