#pragma once
// Is it UTF-8, and if not, where does it stop being it?

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "graph/error.hpp"

namespace entente {

/// Offset of the first byte that does not belong to well-formed UTF-8 (no surrogates, nothing overlong);
/// nothing when all is well. O(length).
[[nodiscard]] std::optional<std::size_t> first_invalid_utf8(std::string_view text) noexcept;

/// The same as a person is told it, with the byte's line, column and offset. `line` and `offset` are those of
/// the text's beginning in its file.
[[nodiscard]] std::optional<Diagnostic> utf8_problem(std::string_view text, const std::string& file,
                                                     std::size_t line = 1, std::uint64_t offset = 0);

/// The first NUL, which is UTF-8 but belongs to no text of ours, told in the same way.
[[nodiscard]] std::optional<Diagnostic> nul_problem(std::string_view text, const std::string& file,
                                                    std::size_t line = 1, std::uint64_t offset = 0);

/// The text with U+FFFD for each byte that is not UTF-8 and each NUL. O(length).
[[nodiscard]] std::string well_formed(std::string_view text);

/// The text without a byte order mark in front.
[[nodiscard]] std::string_view without_bom(std::string_view text) noexcept;

}  // namespace entente
