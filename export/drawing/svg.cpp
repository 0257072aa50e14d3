#include "export/drawing/svg.hpp"

#include <fmt/format.h>

#include <cmath>
#include <set>
#include <utility>

#include "export/display_text.hpp"
#include "export/drawing/theme.hpp"

namespace entente {

namespace {

/// At most two decimals, and none that say nothing.
std::string number(double value) {
  const double rounded = std::round(value * 100) / 100;
  return fmt::format("{}", rounded == 0 ? 0.0 : rounded);  // not -0
}

std::string pattern_id(const Fill& fill) {
  return (fill.texture == Texture::Hatch ? "hatch-" : "dots-") + fill.color.substr(1);
}

/// html_text, but line by line: a tooltip may have several.
std::string lines_text(const std::string& text) {
  std::string escaped;
  std::size_t at = 0;
  while (at <= text.size()) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    escaped += (at == 0 ? "" : "\n") + html_text(std::string_view(text).substr(at, end - at));
    at = end + 1;
  }
  return escaped;
}

bool is_web_address(const std::string& url) {
  return url.starts_with("https://") || url.starts_with("http://");
}

class Writer {
 public:
  explicit Writer(const Scene& scene) : scene_(scene) {}

  std::string document() {
    out_ = fmt::format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" "
        "width=\"{0}pt\" height=\"{1}pt\" viewBox=\"0 0 {0} {1}\" role=\"graphics-document document\" "
        "aria-labelledby=\"title description\" font-family=\"{2}\">\n"
        "<title id=\"title\">{3}</title>\n<desc id=\"description\">{4}</desc>\n",
        number(scene_.width), number(scene_.height), drawing_font, html_text(scene_.title),
        lines_text(scene_.description));
    patterns();
    out_ += fmt::format("<rect class=\"paper\" width=\"{}\" height=\"{}\" fill=\"{}\"/>\n",
                        number(scene_.width), number(scene_.height), scene_.paper);
    for (const Item& item : scene_.items) {
      std::visit([this](const auto& shape) { write(shape); }, item);
    }
    return std::move(out_) + "</svg>\n";
  }

 private:
  void patterns() {
    std::set<std::pair<Texture, std::string>> used;
    for (const Item& item : scene_.items) {
      std::visit(
          [&](const auto& shape) {
            if constexpr (requires { shape.look; }) {
              const Fill& fill = shape.look.fill;
              if (!fill.color.empty() && fill.texture != Texture::Solid)
                used.insert({fill.texture, fill.color});
            }
          },
          item);
    }
    if (used.empty()) return;
    out_ += "<defs>\n";
    for (const auto& [texture, color] : used) {
      const std::string id = pattern_id({color, texture});
      out_ += texture == Texture::Hatch
                  ? fmt::format(
                        "<pattern id=\"{}\" width=\"2.4\" height=\"2.4\" "
                        "patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">"
                        "<rect width=\"1\" height=\"2.4\" fill=\"{}\"/></pattern>\n",
                        id, color)
                  : fmt::format(
                        "<pattern id=\"{}\" width=\"2.4\" height=\"2.4\" "
                        "patternUnits=\"userSpaceOnUse\"><circle cx=\"1.2\" cy=\"1.2\" r=\"0.6\" "
                        "fill=\"{}\"/></pattern>\n",
                        id, color);
    }
    out_ += "</defs>\n";
  }

  static std::string role(const std::string& name) {
    return name.empty() ? "" : " class=\"" + html_text(name) + '"';
  }

  static std::string look(const Look& look) {
    std::string text = role(look.role);
    if (look.fill.color.empty()) {
      text += " fill=\"none\"";
    } else if (look.fill.texture == Texture::Solid) {
      text += " fill=\"" + look.fill.color + '"';
    } else {
      text += " fill=\"url(#" + pattern_id(look.fill) + ")\"";
    }
    if (!look.stroke.color.empty()) {
      text += " stroke=\"" + look.stroke.color + "\" stroke-width=\"" + number(look.stroke.width) + '"';
      if (!look.stroke.dash.empty()) text += " stroke-dasharray=\"" + look.stroke.dash + '"';
    }
    return text;
  }

  static std::string points(const std::vector<Point>& points) {
    std::string text;
    for (const Point& p : points) text += (text.empty() ? "" : " ") + number(p.x) + ',' + number(p.y);
    return text;
  }

  void write(const Rectangle& r) {
    out_ += fmt::format("<rect{} x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"", look(r.look),
                        number(r.box.left), number(r.box.top), number(r.box.width), number(r.box.height));
    if (r.radius > 0) out_ += " rx=\"" + number(r.radius) + '"';
    out_ += "/>\n";
  }
  void write(const Polygon& p) {
    out_ += "<polygon" + look(p.look) + " points=\"" + points(p.corners) + "\"/>\n";
  }
  void write(const Polyline& p) {
    out_ += "<polyline" + look(p.look) + " points=\"" + points(p.points) + "\"/>\n";
  }
  void write(const Circle& c) {
    out_ += fmt::format("<circle{} cx=\"{}\" cy=\"{}\" r=\"{}\"/>\n", look(c.look), number(c.centre.x),
                        number(c.centre.y), number(c.radius));
  }
  void write(const Text& t) {
    const Lettering& l = t.lettering;
    out_ += fmt::format(
        "<text{} x=\"{}\" y=\"{}\" font-size=\"{}\" fill=\"{}\" textLength=\"{}\" "
        "lengthAdjust=\"spacingAndGlyphs\"",
        role(l.role), number(t.at.x), number(t.at.y), number(l.size), l.color, number(t.width));
    if (l.weight == Weight::Bold) out_ += " font-weight=\"bold\"";
    if (l.align != Align::Start)
      out_ += l.align == Align::Middle ? " text-anchor=\"middle\"" : " text-anchor=\"end\"";
    if (l.angle != 0) {
      out_ += fmt::format(" transform=\"rotate({} {} {})\"", number(l.angle), number(t.at.x), number(t.at.y));
    }
    out_ += '>' + html_text(t.text) + "</text>\n";
  }
  void write(const GroupBegin& g) {
    const bool linked = is_web_address(g.url);
    closing_.push_back(linked ? "</g></a>\n" : "</g>\n");
    if (linked) out_ += "<a xlink:href=\"" + html_text(g.url) + "\">";
    out_ += "<g" + role(g.role);
    if (!g.title.empty()) out_ += " role=\"graphics-symbol img\"";
    out_ += ">\n";
    if (!g.title.empty()) out_ += "<title>" + lines_text(g.title) + "</title>\n";
  }
  void write(const GroupEnd&) {
    out_ += closing_.back();
    closing_.pop_back();
  }

  const Scene& scene_;
  std::string out_;
  std::vector<const char*> closing_;
};

}  // namespace

std::string to_svg(const Scene& scene) { return Writer(scene).document(); }

}  // namespace entente
