#pragma once
// One date of an English phrase, without the words around it. Part of its grammar: see
// loaders/english_date_phrase.hpp.

#include "loaders/english_date_cursor.hpp"

namespace entente::detail {

/// Each function reads one form of date at the cursor. Where it answers nothing it may have moved: date(),
/// which tries all forms and keeps the longest, puts the cursor back.
class EnglishDateReader : public EnglishCursor {
 public:
  using EnglishCursor::EnglishCursor;

 protected:
  /// "BC", "AD"; in capital letters in running text.
  bool era(NamedDate& date);
  /// Four digits and no more are a year from here on.
  static constexpr std::int64_t first_lone_year = 1000;
  /// A year: four digits, or fewer (or more, for BC) with an era.
  bool year(NamedDate& date);
  /// One date without preposition: the longest of all its forms.
  std::optional<NamedDate> date();
  /// 2012-06-28, 2012/06/28, 2012-06, 28.06.2012, 28/06/2012, 06/28/2012, 28-Jun-2012.
  std::optional<NamedDate> numeric();
  /// "T10:00:00+01:00": the day counts.
  void skip_time();
  /// "early 2019", "mid-1990s", "first half of 1998", "Q1 1998".
  std::optional<NamedDate> part_of();
  /// What has parts: a month, a year, a decade, a century, "this year".
  std::optional<NamedDate> part_whole();
  unsigned quarter_name();
  /// "Thursday, 28 June 2012", "June 28, 2012", "June 2012", "15 May", "in May of that year".
  std::optional<NamedDate> named_month();
  /// The year that a month shares with one named after it, "in May and June 1942"; nothing is moved over.
  bool year_ahead(NamedDate& date);
  /// The year after a month or season, or a word for it: ", 2012", "of that year", "the following year".
  bool year_of(NamedDate& date);
  /// "spring 2004", "the winter of 1991–92", "spring of that year".
  std::optional<NamedDate> season();
  /// "1999", "the year 1999", "478 BC", "AD 43", "the 1990s", "the 19th century", "nineteenth century".
  std::optional<NamedDate> years();
  bool decade_suffix();
  /// "19th", "nineteenth", from 1 to 99.
  std::optional<std::int64_t> century_number();
  /// "2000 people": the word after a number says what it counts.
  [[nodiscard]] bool counts_something();
  /// Whether the words around a lone number of four digits say that it counts or numbers something.
  [[nodiscard]] bool is_count(std::size_t first_digit);
  static NamedDate stepping(DateAnchor anchor, DateStep step, bool approximate = false);
  /// "last month", "the following year", "that May", "the same day", "on Tuesday", "today", "the day before".
  std::optional<NamedDate> step();
  /// A number follows, as in "this May 15".
  [[nodiscard]] bool looks_dated();
  [[nodiscard]] bool ends_clause();
  /// "two years later", "10 days ago", "a decade earlier".
  std::optional<NamedDate> counted_step();

  bool on_ = false;  ///< after "on", where a weekday alone is a date

 private:
  int years_ahead_ = 0;  ///< how deep year_ahead() is within itself
};

}  // namespace entente::detail
