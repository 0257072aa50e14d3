#pragma once
// The grammar of English date phrases: from text to the numbers and words that it names. Used by
// loaders/english_date.cpp, which makes EDTF of them; others use loaders/english_date.hpp.

#include <cstdint>
#include <optional>
#include <string_view>

#include "loaders/english_date.hpp"

namespace entente::detail {

/// One date as a phrase names it.
struct NamedDate {
  enum class Grain { Day, Month, Part, Year, Decade, Century, Step };
  Grain grain = Grain::Year;
  std::int64_t year = 0;  ///< with the grain Century: its number, from 1; in the era's own counting
  bool has_year = false;
  bool before_era = false;  ///< BC: year 1 is 1 BC
  bool has_era = false;
  unsigned month = 0;     ///< 1 … 12; of a Part: an EDTF code from 21 on
  unsigned day = 0;       ///< 1 … 31
  unsigned weekday = 0;   ///< a day of the week that stood before it; not checked
  bool day_last = false;  ///< "May 15": the day may be the first of two, "May 15–20"
  bool approximate = false;
  bool uncertain = false;
  bool lone_year = false;
  DateAnchor anchor = DateAnchor::None;  ///< Year: it has a month but no year
  DateStep step = {};
};

/// A phrase: one date or two, and the sense of its words.
struct NamedPhrase {
  std::size_t length = 0;
  DateSense sense = DateSense::At;
  NamedDate first;
  std::optional<NamedDate> second = {};  ///< of Span and Between
  bool to_present = false;               ///< a Span with no second date
};

/// How freely to read: running text asks for capital letters where a whole phrase does not.
enum class Reading { RunningText, WholePhrase };

/// The longest phrase that begins at `at`. Does not allocate.
[[nodiscard]] std::optional<NamedPhrase> read_phrase(std::string_view text, std::size_t at,
                                                     Reading reading) noexcept;

}  // namespace entente::detail
