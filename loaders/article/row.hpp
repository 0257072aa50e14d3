#pragma once
// One line of a list or table: whom it names, and what its dates and remarks say of them ("Runa Sato – drums
// (1996–present)", "East Germany (withdrew in 1990)", "| Fiji | 6 June 2000 | 20 December 2001 |").

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "loaders/article/date_mention.hpp"
#include "loaders/article/label.hpp"
#include "loaders/article/name_mention.hpp"

namespace entente::detail {

/// A date in a row, or an empty cell of a table.
struct Stamp {
  Field field = Field::None;  ///< what a remark beside it says that it dates
  std::string first;          ///< EDTF; empty for an empty cell
  std::string last;           ///< of a span
  bool open = false;          ///< "1996–present"
  bool since = false, until = false;
  std::size_t cell = 0;  ///< cells before it, the first being that of the name
  /// Of a date in figures, as written: which of the first two is the day, a whole table has to show.
  std::optional<std::array<int, 3>> figures;
};

struct ListRow {
  Span span;                         ///< of the document; set by the caller
  std::vector<std::size_t> members;  ///< referents
  std::vector<Stamp> stamps;
  std::vector<Field> remarks;  ///< without a date: "(suspended)"
  std::optional<std::size_t> came_from, went_to;
  bool bulleted = false;
  bool bracketed = false;  ///< has a remark in brackets, or cells
  bool bare = false;       ///< nothing stands in it but one name
  bool known = false;      ///< all its members are in the registry
  bool leads = false;      ///< its date stands before the names: "1962 – Cyprus"
};

/// The line without bullet, number or table rule at either end; says whether it had a bullet.
[[nodiscard]] std::string_view bare_line(std::string_view line, bool& bulleted);

/// Which tokens of a line are dates, dates in figures ("16/03/98") included.
struct LineDate {
  std::size_t first = 0;  ///< tokens [first, last), a preposition included
  std::size_t last = 0;
  Stamp stamp;
};
[[nodiscard]] std::vector<LineDate> dates_of_line(std::string_view line, const std::vector<Token>& tokens,
                                                  const std::optional<CalendarValue>& document);

/// Reads a line that is tokenized from its bare form; nothing when it is no row: a sentence, or no name at
/// its head. Names of rows become referents. O(length).
[[nodiscard]] std::optional<ListRow> read_row(std::string_view line, const std::vector<Token>& tokens,
                                              const std::optional<CalendarValue>& document,
                                              const Gazetteer& gazetteer, Referents& referents);

/// The names that make up the tokens [first, last), in order, without doubles ("Albania Albania"); empty when
/// there is anything else.
[[nodiscard]] std::vector<std::size_t> names_of_line(const std::vector<Token>& tokens, std::size_t first,
                                                     std::size_t last, const Gazetteer& gazetteer,
                                                     Referents& referents);

}  // namespace entente::detail
