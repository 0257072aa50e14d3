#pragma once
// Colours and letters of a picture. The hues are those of Okabe and Ito, "Color Universal Design" (2008),
// which people with any form of colour blindness can tell apart; no picture says anything by colour alone.
//
//   const Theme* dark = theme_named("dark");   // nullptr for a name that there is not

#include <array>
#include <span>
#include <string>
#include <string_view>

namespace entente {

struct Theme {
  const char* name;
  const char* help;   ///< one line for a person who chooses
  const char* paper;  ///< `#rrggbb`, as all colours here
  const char* band;   ///< every second row
  const char* grid;
  const char* ink;
  const char* faint;                   ///< of small print: at least 4.5 to 1 on the paper (WCAG 2.1, 1.4.3)
  std::array<const char*, 7> accents;  ///< one a body: at least 3 to 1 on the paper (WCAG 2.1, 1.4.11)
  std::array<const char*, 3> change;   ///< entered, stayed, left
};

inline constexpr const char* drawing_font = "DejaVu Sans, Verdana, sans-serif";

/// The first is the one that is taken when nobody chooses.
[[nodiscard]] std::span<const Theme> themes() noexcept;
[[nodiscard]] const Theme* theme_named(std::string_view name) noexcept;

/// `share` of `color`, the rest of `ground`: what the colour looks like where it is half transparent. Both
/// `#rrggbb`.
[[nodiscard]] std::string tint(std::string_view color, std::string_view ground, double share);
/// Contrast of two colours `#rrggbb`, 1 … 21 (WCAG 2.1, relative luminance).
[[nodiscard]] double contrast(std::string_view a, std::string_view b);
/// Black or white, whichever is the more legible on the colour.
[[nodiscard]] const char* letters_on(std::string_view color);

}  // namespace entente
