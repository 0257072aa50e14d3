#pragma once
// How much room letters take, as Pango sets them in the font of the drawings. Pango is loaded when the first
// text is measured.

#include <string>
#include <string_view>
#include <vector>

namespace entente {

enum class Weight { Regular, Bold };

/// Advance width in points of `text`, set on one line at `size` points. Exact for the font that is installed;
/// where Pango is not, a guess that is rather too wide. Not for several threads at once. O(length) the first
/// time, a look-up later.
[[nodiscard]] double text_width(std::string_view text, double size, Weight weight = Weight::Regular);

/// Of a line, above and below its baseline, accents and descenders included.
[[nodiscard]] constexpr double text_ascent(double size) noexcept { return 0.83 * size; }
[[nodiscard]] constexpr double text_descent(double size) noexcept { return 0.24 * size; }

/// The text, or as much of its beginning as fits before an ellipsis. Empty where not even that fits.
[[nodiscard]] std::string shortened_to(std::string_view text, double width, double size,
                                       Weight weight = Weight::Regular);

/// Lines no wider than `width`, broken at blanks; a word that is too wide is shortened. At least one line.
/// The last of `most` lines is shortened where there would be more.
[[nodiscard]] std::vector<std::string> wrapped_to(std::string_view text, double width, double size,
                                                  Weight weight = Weight::Regular, std::size_t most = 100);

}  // namespace entente
