#pragma once
// A time of Wikidata as a date. Used by loaders/wikidata*.cpp only.

#include <string>
#include <string_view>

#include "graph/date.hpp"

namespace entente::detail {

/// As the JSON has it: `+1994-05-15T00:00:00Z`, 11, `http://www.wikidata.org/entity/Q1985727`.
struct WikidataTime {
  std::string_view time;
  int precision = 11;
  std::string_view calendar;
};

struct WikidataDate {
  Date date;
  bool coarser;  ///< said to be a day or a month, which the text does not have
};

/// A time that is none; the message says why.
struct BadTime {
  std::string message;
};

/// The precision rules over the text: 11 day, 10 month, 9 year, 8 decade (199X), 7 century and 6 millennium,
/// which begin with the year 1 as Wikibase counts them (1901 to 2000), and 5 to 0 powers of ten around the
/// year. Years before Christ, which the JSON counts without a year 0, become astronomical (-0430 is 430 BC is
/// -0429). A day of the Julian calendar becomes the Gregorian one; coarser dates stay as they are. `mark`
/// (`~`, `?`, `%` or 0) qualifies what is not a set. Throws BadTime.
///
/// Source: Wikibase's JSON data model, and how Wikibase shows centuries (the year divided by 100, rounded
/// up).
[[nodiscard]] WikidataDate read_wikidata_time(const WikidataTime& time, char mark = '\0');

}  // namespace entente::detail
