#include "export/drawing/theme.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace entente {

namespace {

// Okabe–Ito without the yellow, which vanishes on white, and with a grey for the black of the letters; orange
// and sky blue are a little darker on white, so that a line of them is still seen.
constexpr std::array all = {
    Theme{"light",
          "on white, for screens and colour print",
          "#ffffff",
          "#f4f5f7",
          "#d9dce1",
          "#1b1f24",
          "#59616b",
          {"#0072B2", "#D55E00", "#009E73", "#B5578C", "#B87F00", "#3A96CF", "#4D4D4D"},
          {"#0072B2", "#8a929c", "#D55E00"}},
    Theme{"dark",
          "on near black, for screens and slides",
          "#14181d",
          "#1c2128",
          "#343b45",
          "#f0f3f6",
          "#a7b0bb",
          {"#56B4E9", "#F0803C", "#2CC295", "#DE96BF", "#E69F00", "#F0E442", "#B8B8B8"},
          {"#56B4E9", "#8a929c", "#F0803C"}},
    Theme{"print",
          "black and greys, for one colour of ink",
          "#ffffff",
          "#f6f6f6",
          "#d4d4d4",
          "#000000",
          "#4f4f4f",
          {"#1a1a1a", "#6e6e6e", "#404040", "#878787", "#2b2b2b", "#5a5a5a", "#7a7a7a"},
          {"#000000", "#8c8c8c", "#5c5c5c"}},
    Theme{"atlas",
          "on warm paper, in quieter colours",
          "#fbf7ee",
          "#f4eedf",
          "#ddd3bd",
          "#2b2519",
          "#665b47",
          {"#2F6690", "#B3541E", "#3E7C59", "#8E4A74", "#92690B", "#4B8CA8", "#5B5448"},
          {"#2F6690", "#978b75", "#B3541E"}},
};

std::array<int, 3> channels(std::string_view color) {
  std::array<int, 3> values{};
  for (std::size_t i = 0; i < values.size(); ++i) {
    const std::string_view digits = color.substr(1 + 2 * i, 2);
    std::from_chars(digits.data(), digits.data() + digits.size(), values[i], 16);
  }
  return values;
}

double luminance(std::string_view color) {
  constexpr std::array weights = {0.2126, 0.7152, 0.0722};
  double sum = 0;
  const auto values = channels(color);
  for (std::size_t i = 0; i < values.size(); ++i) {
    const double c = values[i] / 255.0;
    sum += weights[i] * (c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4));
  }
  return sum;
}

}  // namespace

std::span<const Theme> themes() noexcept { return all; }

const Theme* theme_named(std::string_view name) noexcept {
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const Theme& theme) { return name == theme.name; });
  return found == all.end() ? nullptr : &*found;
}

std::string tint(std::string_view color, std::string_view ground, double share) {
  const auto a = channels(color), b = channels(ground);
  std::string mixed = "#";
  for (std::size_t i = 0; i < a.size(); ++i) {
    mixed += fmt::format("{:02x}", static_cast<int>(std::lround(a[i] * share + b[i] * (1 - share))));
  }
  return mixed;
}

double contrast(std::string_view a, std::string_view b) {
  const double x = luminance(a), y = luminance(b);
  return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

const char* letters_on(std::string_view color) {
  return contrast(color, "#ffffff") >= contrast(color, "#000000") ? "#ffffff" : "#000000";
}

}  // namespace entente
