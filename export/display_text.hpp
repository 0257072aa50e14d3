#pragma once
// Text as a screen shows it: how many columns it takes, where it may be broken. The Unicode rules are ICU's.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// Columns on a terminal: two for wide (East Asian) characters and emoji, none for combining marks and format
/// characters. O(length); ASCII takes no look-up.
[[nodiscard]] std::size_t display_width(std::string_view text);

/// The text with every byte that is not UTF-8 replaced by U+FFFD.
[[nodiscard]] std::string valid_utf8(std::string_view text);

/// Valid UTF-8 without control characters: what is not UTF-8 becomes U+FFFD, controls (line feeds too) and
/// characters that reorder the text around them become blanks.
[[nodiscard]] std::string printable(std::string_view text);

/// printable() text for HTML and XML, between tags or between double quotes: `&`, `<`, `>` and `"` become
/// character references.
[[nodiscard]] std::string html_text(std::string_view text);

/// Lines of at most `width` columns, broken at blanks, inside words only where one word is wider than a line;
/// never inside a character with its marks. At least one line. REQUIRES: width >= 2.
[[nodiscard]] std::vector<std::string> wrapped(std::string_view text, std::size_t width);

/// Blanks up to `width` columns behind (or before) it; longer text stays as it is.
[[nodiscard]] std::string padded(std::string_view text, std::size_t width, bool to_the_right = false);

}  // namespace entente
