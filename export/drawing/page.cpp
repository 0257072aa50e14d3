#include "export/drawing/page.hpp"

#include <utility>

namespace entente {

namespace {

constexpr double title_size = 17, subtitle_size = 10, legend_size = 8.5, source_size = 7.5;
constexpr double sign_width = 20, sign_height = 8, sign_gap = 5, entry_gap = 16, legend_pitch = 14;

/// The legend broken into lines that fit.
std::vector<std::vector<const LegendEntry*>> lines_of(const std::vector<LegendEntry>& legend, double width) {
  std::vector<std::vector<const LegendEntry*>> lines;
  double used = 0;
  for (const LegendEntry& entry : legend) {
    const double needed = sign_width + sign_gap + text_width(entry.label, legend_size);
    if (lines.empty() || used + entry_gap + needed > width) {
      lines.emplace_back();
      used = -entry_gap;
    }
    lines.back().push_back(&entry);
    used += entry_gap + needed;
  }
  return lines;
}

std::vector<std::string> source_lines(const std::string& source, double width) {
  return wrapped_to(source, width, source_size, Weight::Regular, 3);
}

}  // namespace

Page::Page(const Theme& theme, double width, Heading heading, std::vector<LegendEntry> legend)
    : theme_(theme), heading_(std::move(heading)), legend_(std::move(legend)) {
  scene_.width = width;
  scene_.title = heading_.title;
  scene_.paper = theme.paper;
  scene_.ink = theme.ink;
  double y = page_margin - 6;
  for (const std::string& line : wrapped_to(heading_.title, right() - left(), title_size, Weight::Bold, 3)) {
    y += title_size;
    scene_.write({left(), y}, line,
                 {.size = title_size, .color = theme.ink, .weight = Weight::Bold, .role = "heading"});
    y += 4;
  }
  if (!heading_.subtitle.empty()) {
    for (const std::string& line :
         wrapped_to(heading_.subtitle, right() - left(), subtitle_size, Weight::Regular, 3)) {
      y += subtitle_size + 2;
      scene_.write({left(), y}, line, {.size = subtitle_size, .color = theme.faint, .role = "subtitle"});
    }
  }
  top_ = y + 14;
}

double Page::legend_below(double y) {
  if (legend_.empty()) return y;
  scene_.add(GroupBegin{"legend", "", ""});
  for (const auto& line : lines_of(legend_, right() - left())) {
    double x = left();
    y += legend_pitch;
    for (const LegendEntry* entry : line) {
      entry->draw(scene_, {x, y - sign_height, sign_width, sign_height});
      x += sign_width + sign_gap;
      scene_.write({x, y - 1}, entry->label, {.size = legend_size, .color = theme_.ink, .role = "key"});
      x += text_width(entry->label, legend_size) + entry_gap;
    }
  }
  scene_.add(GroupEnd{});
  return y;
}

Scene Page::finish(double bottom) {
  double y = legend_below(bottom + 4);
  if (!heading_.source.empty()) {
    y += 6;
    for (const std::string& line : source_lines(heading_.source, right() - left())) {
      y += source_size + 2.5;
      scene_.write({left(), y}, line, {.size = source_size, .color = theme_.faint, .role = "source"});
    }
  }
  scene_.height = y + page_margin - 10;
  return std::move(scene_);
}

double room_for_footer(const Heading& heading, const std::vector<LegendEntry>& legend, double width) {
  const double inner = width - 2 * page_margin;
  double room = 4 + static_cast<double>(lines_of(legend, inner).size()) * legend_pitch + page_margin - 10;
  if (!heading.source.empty())
    room += 6 + static_cast<double>(source_lines(heading.source, inner).size()) * (source_size + 2.5);
  return room;
}

}  // namespace entente
