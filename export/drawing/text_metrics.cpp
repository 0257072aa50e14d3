#include "export/drawing/text_metrics.hpp"

#include <map>
#include <tuple>

#include "export/display_text.hpp"
#include "export/drawing/theme.hpp"
#include "export/shared_library.hpp"
#include "graph/error.hpp"

#ifdef ENTENTE_WITH_PANGO
#include <pango/pangocairo.h>
#endif

namespace entente {

namespace {

constexpr double measured_size = 100;  // points: large, so that rounding does not show
constexpr const char* ellipsis = "…";

/// Wider than nearly every text in a sans-serif.
double guessed_width(std::string_view text, Weight weight) {
  return static_cast<double>(display_width(text)) * measured_size * (weight == Weight::Bold ? 0.72 : 0.66);
}

#ifdef ENTENTE_WITH_PANGO
/// The few functions of Pango that are used, found when the first text is measured.
class Pango {
 public:
  static Pango& instance() {
    static Pango pango;
    return pango;
  }

  /// Negative where Pango is not installed.
  double width(std::string_view text, Weight weight) {
    if (layout_ == nullptr) return -1;
    layout_set_font_description_(layout_, weight == Weight::Bold ? bold_ : regular_);
    layout_set_text_(layout_, text.data(), static_cast<int>(text.size()));
    PangoRectangle logical{};
    layout_get_extents_(layout_, nullptr, &logical);
    return static_cast<double>(logical.width) / PANGO_SCALE;
  }

 private:
  Pango() {
    try {
      set_up();
    } catch (const Error&) {  // widths are guessed instead
    }
  }

  void set_up() {
    const detail::SharedLibrary cairo("libpangocairo-1.0.so.0", "libpangocairo-1.0-0");
    const detail::SharedLibrary pango("libpango-1.0.so.0", "libpango-1.0-0");
    decltype(pango_cairo_font_map_get_default)* default_map = nullptr;
    decltype(pango_cairo_font_map_set_resolution)* set_resolution = nullptr;
    decltype(pango_font_map_create_context)* create_context = nullptr;
    decltype(pango_context_set_round_glyph_positions)* set_round = nullptr;
    decltype(pango_layout_new)* new_layout = nullptr;
    decltype(pango_font_description_from_string)* describe = nullptr;
    cairo.find("pango_cairo_font_map_get_default", default_map);
    cairo.find("pango_cairo_font_map_set_resolution", set_resolution);
    pango.find("pango_font_map_create_context", create_context);
    pango.find("pango_context_set_round_glyph_positions", set_round);
    pango.find("pango_layout_new", new_layout);
    pango.find("pango_font_description_from_string", describe);
    pango.find("pango_layout_set_font_description", layout_set_font_description_);
    pango.find("pango_layout_set_text", layout_set_text_);
    pango.find("pango_layout_get_extents", layout_get_extents_);
    PangoFontMap* map = default_map();
    set_resolution(reinterpret_cast<PangoCairoFontMap*>(map), 72);  // a point is a point
    PangoContext* context = create_context(map);
    set_round(context, 0);
    const std::string family = drawing_font;
    regular_ = describe((family + " 100").c_str());
    bold_ = describe((family + " Bold 100").c_str());
    layout_ = new_layout(context);
  }

  PangoLayout* layout_ = nullptr;
  PangoFontDescription* regular_ = nullptr;
  PangoFontDescription* bold_ = nullptr;
  decltype(pango_layout_set_font_description)* layout_set_font_description_ = nullptr;
  decltype(pango_layout_set_text)* layout_set_text_ = nullptr;
  decltype(pango_layout_get_extents)* layout_get_extents_ = nullptr;
};
#endif

double width_at_measured_size(std::string_view text, Weight weight) {
  static std::map<std::pair<std::string, Weight>, double> known;
  const auto [entry, added] = known.try_emplace({std::string(text), weight}, 0);
  if (!added) return entry->second;
  double width = -1;
#ifdef ENTENTE_WITH_PANGO
  width = Pango::instance().width(text, weight);
#endif
  entry->second = width < 0 ? guessed_width(text, weight) : width;
  return entry->second;
}

/// Beginnings of the characters, and the end.
std::vector<std::size_t> cuts_of(std::string_view text) {
  std::vector<std::size_t> cuts;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80) cuts.push_back(i);
  }
  cuts.push_back(text.size());
  return cuts;
}

}  // namespace

double text_width(std::string_view text, double size, Weight weight) {
  return text.empty() ? 0 : width_at_measured_size(text, weight) * size / measured_size;
}

std::string shortened_to(std::string_view text, double width, double size, Weight weight) {
  if (text_width(text, size, weight) <= width) return std::string(text);
  const std::vector<std::size_t> cuts = cuts_of(text);
  std::size_t fits = 0, too_wide = cuts.size() - 1;  // positions in `cuts`
  while (too_wide - fits > 1) {
    const std::size_t middle = (fits + too_wide) / 2;
    const std::string tried = std::string(text.substr(0, cuts[middle])) + ellipsis;
    (text_width(tried, size, weight) <= width ? fits : too_wide) = middle;
  }
  std::string_view kept = text.substr(0, cuts[fits]);
  while (!kept.empty() && kept.back() == ' ') kept.remove_suffix(1);
  if (kept.empty()) return text_width(ellipsis, size, weight) <= width ? ellipsis : "";
  return std::string(kept) + ellipsis;
}

std::vector<std::string> wrapped_to(std::string_view text, double width, double size, Weight weight,
                                    std::size_t most) {
  std::vector<std::string> lines(1);
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    const std::string word(text.substr(at, end - at));
    std::string longer = lines.back().empty() ? word : lines.back() + ' ' + word;
    if (text_width(longer, size, weight) <= width) {
      lines.back() = std::move(longer);
    } else if (lines.size() == most) {
      lines.back() = shortened_to(lines.back() + ' ' + std::string(text.substr(at)), width, size, weight);
      return lines;
    } else {
      if (!lines.back().empty()) lines.emplace_back();
      lines.back() = shortened_to(word, width, size, weight);
    }
    at = end + 1;
  }
  return lines;
}

}  // namespace entente
