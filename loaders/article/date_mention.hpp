#pragma once
// Dates in a sentence, absolute and relative, as EDTF.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "loaders/article/token.hpp"

namespace entente::detail {

/// A calendar value as prose gives it: month and day are 0 where it is silent; a decade or century counts its
/// digits off.
struct CalendarValue {
  std::int64_t year = 0;
  unsigned month = 0;  ///< 1 … 12; 21 … 24 for a season
  unsigned day = 0;
  unsigned unspecified = 0;  ///< 1: a decade, 2: a century
  bool approximate = false;
  [[nodiscard]] std::string edtf() const;
  friend bool operator==(const CalendarValue&, const CalendarValue&) = default;
};

/// What the words before a date make of it.
enum class DateRole {
  At,      ///< in, on, a bare date
  Since,   ///< since, from … on
  Until,   ///< until, till, to
  After,   ///< after
  Before,  ///< before
  By,      ///< by
  AsOf,    ///< as of
  Span,    ///< from … to, between … and, 1962–1971
};

struct DateMention {
  std::size_t first = 0;  ///< tokens [first, last), its preposition included
  std::size_t last = 0;
  std::size_t core = 0;  ///< first token after the preposition
  DateRole role = DateRole::At;
  CalendarValue value;
  std::optional<CalendarValue> until;  ///< of a Span
  bool attributive = false;            ///< "the 1992 treaty": dates the noun
  bool relative = false;               ///< resolved from the passage or the dateline
  bool bracketed = false;              ///< stands in brackets
  [[nodiscard]] std::string edtf() const;
};

/// What relative dates are resolved from. The reader moves `anchor` on as it goes through a document.
struct DateContext {
  std::optional<CalendarValue> anchor;    ///< the last date of the passage
  std::optional<CalendarValue> document;  ///< the day of publication
  /// Sentences since a date gave its year. In a dated document a month without a year is near that date,
  /// unless the passage has just named a year.
  unsigned since_year = 1000;
};

/// The dates of a sentence, in order, not overlapping. Updates `context.anchor`. O(tokens).
void find_dates(const std::vector<Token>& tokens, DateContext& context, std::vector<DateMention>& out);

/// The date that a whole text is ("January 29, 2022", "Published: 3 May 2004"), or nothing.
[[nodiscard]] std::optional<CalendarValue> date_line(std::string_view text, const Lexicon& lexicon);

}  // namespace entente::detail
