#pragma once
// Is it UTF-8, and if not, where does it stop being it?

#include <cstddef>
#include <optional>
#include <string_view>

namespace entente {

/// Offset of the first byte that does not belong to well-formed UTF-8 (no surrogates, nothing overlong);
/// nothing when all is well. O(length).
[[nodiscard]] std::optional<std::size_t> first_invalid_utf8(std::string_view text) noexcept;

/// The text without a byte order mark in front.
[[nodiscard]] std::string_view without_bom(std::string_view text) noexcept;

}  // namespace entente
