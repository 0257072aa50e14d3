#pragma once
// Dates as English prose writes them, read into EDTF.
//
//   read_english_date("28th of June, 2012")    // 2012-06-28
//   read_english_date("mid-1990s")             // 199X~
//   read_english_date("since 1949")            // 1949/..
//   read_english_date("last month", reference) // counted from the reference, a publication date
//
// An article reader asks at each word whether a date phrase begins there:
//
//   if (const auto found = scan_english_date(text, at, reference)) { … ; at += found->length; }
//
// What a phrase leaves out ("the following year", "on 15 May") is kept as numbers, for `resolved` to complete
// once the reader knows the date that was mentioned before. All forms, with what becomes of them, are listed
// in docs/formats/english-dates.md.

#include <cstddef>
#include <optional>
#include <string_view>

#include "graph/date.hpp"

namespace entente {

/// What the phrase is counted from.
enum class DateAnchor {
  None,       ///< it names its own year: "28 June 2012", "the 1990s"
  Reference,  ///< the day on which the text speaks: "today", "last month", "two years ago", "on Tuesday"
  Mention,    ///< the date mentioned before: "two years later", "the same year", "in May of that year"
  Year,       ///< it lacks its year: "15 May", "in June"; most often that of the date mentioned before
};

/// What the words around the date say it is.
enum class DateSense {
  At,       ///< "in 1999", "on 5 May", or nothing
  AsOf,     ///< "as of 2012": a state seen then
  Since,    ///< "since 1949": 1949/..
  From,     ///< "from 1949", "from 1949 on", "effective 1949": 1949/..
  Until,    ///< "until 1991", "through 1991": /1991
  Before,   ///< "before 1991": /1990
  By,       ///< "by 1991", "no later than 1991": /1991
  After,    ///< "after 1991": 1992/
  Span,     ///< "from 1955 to 1991", "1955–1991": 1955/1991; "1955 to the present": 1955/..
  Between,  ///< "between 1991 and 1993", some day within: [1991..1993]
};

/// A step from another date, and what is fixed within the year arrived at. The answer to "two years later" is
/// a year, to "the next day" a day: the unit is also the precision.
struct DateStep {
  enum class Unit { Day, Week, Month, Year };
  Unit unit = Unit::Year;
  int count = 0;         ///< how many units later; negative: earlier; 0: the same
  unsigned month = 0;    ///< 1 … 12, or an EDTF season from 21 on: "the following May"; 0: none
  unsigned day = 0;      ///< of that month; 0: none
  unsigned weekday = 0;  ///< 1 Monday … 7 Sunday; 0: none. "on Tuesday": the last one on or before the anchor
  friend bool operator==(const DateStep&, const DateStep&) = default;
};

struct FoundDate {
  std::size_t length = 0;  ///< bytes of the phrase, with its preposition where the scan began on one
  DateAnchor anchor = DateAnchor::None;
  DateSense sense = DateSense::At;
  /// With DateAnchor::None always, with Reference when a reference was given; else nothing yet.
  std::optional<Edtf> edtf;
  DateStep step;             ///< of Reference, Mention and Year
  bool approximate = false;  ///< "circa", "about", "early in the 1990s"
  bool uncertain = false;    ///< "probably", "perhaps"
  bool lone_year = false;    ///< nothing but a number of four digits: it may be no date at all
};

/// The longest date phrase that begins at byte `at` of UTF-8 text; nothing when none does. A phrase ends at
/// the end of a word. Bare numbers before a word like "people" or "km" are not years. Does not allocate when
/// it finds nothing. O(length of the phrase).
[[nodiscard]] std::optional<FoundDate> scan_english_date(std::string_view text, std::size_t at,
                                                         std::optional<Day> reference = std::nullopt);

/// The date that a phrase means, given the date it is counted from: the date mentioned before for Mention and
/// Year, the reference for Reference. Nothing for what is no date in that year ("29 February"). With
/// DateAnchor::None it is `found.edtf`.
[[nodiscard]] std::optional<Edtf> resolved(const FoundDate& found, const Date& anchor);

/// Reads a whole phrase, blanks around it ignored; nothing for anything else. A phrase that lacks its year or
/// is relative is counted from the reference, and is nothing without one. ISO calendar dates are English too;
/// for all of EDTF use parse_edtf first.
[[nodiscard]] std::optional<Edtf> read_english_date(std::string_view phrase,
                                                    std::optional<Day> reference = std::nullopt);

}  // namespace entente
