#pragma once
// The grammar of docs/formats/edtf.md, as a function from text to days. Used by graph/date.cpp, which is what
// others read dates with.

#include <cstddef>
#include <optional>
#include <string_view>
#include <variant>

#include "graph/day.hpp"
#include "graph/error.hpp"

namespace entente::detail {

/// Years of more digits are refused, so that no computation on days can overflow.
inline constexpr std::int64_t year_limit = 1'000'000'000'000'000;

/// Why a text is not EDTF. `column` counts bytes from 1: the first character that fits no form, or the first
/// character of the component whose value cannot be (`13` in `2012-13-45`: column 6). One past the end where
/// something is missing.
struct EdtfFailure {
  ErrorCode code = ErrorCode::InvalidDate;
  std::size_t column = 1;
  const char* reason = "";
};

/// Reads one date (no interval), the whole of `text`. `offset` is added to columns. Neither allocates nor
/// throws. O(length), but for masked years with a month and a day, which try at most 10,000 years.
[[nodiscard]] std::variant<Period, EdtfFailure> read_date(std::string_view text,
                                                          std::size_t offset = 0) noexcept;

}  // namespace entente::detail
