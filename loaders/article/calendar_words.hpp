#pragma once
// Words that make up dates: months, seasons, numbers; and steps from one calendar value to another. Internal
// to the date stage.

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "loaders/article/date_mention.hpp"

namespace entente::detail {

/// The first three letters of the months.
inline constexpr std::array<std::string_view, 12> month_names = {"jan", "feb", "mar", "apr", "may", "jun",
                                                                 "jul", "aug", "sep", "oct", "nov", "dec"};

[[nodiscard]] unsigned month_of(const Token& t);
[[nodiscard]] unsigned season_of(const Token& t);
[[nodiscard]] std::optional<std::int64_t> number_of(const Token& t, bool ordinal_allowed = false);
[[nodiscard]] std::optional<int> small_number(const Token& t);
[[nodiscard]] std::optional<int> ordinal_number(const Token& t);
[[nodiscard]] CalendarValue shifted_days(const CalendarValue& v, std::int64_t days);
[[nodiscard]] CalendarValue shifted_months(const CalendarValue& v, std::int64_t months);
/// `anchor` moved by so many of a unit ("years", "fortnight") into `v`; false when the unit is finer than the
/// anchor.
bool shifted(const CalendarValue& anchor, std::string_view unit, int by, CalendarValue& v);

}  // namespace entente::detail
