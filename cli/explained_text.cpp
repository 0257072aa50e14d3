// A trace for the terminal: coloured, or with brackets where there are no colours.

#include <fmt/format.h>

#include <algorithm>

#include "cli/explained.hpp"
#include "export/display_text.hpp"

namespace entente::cli {

namespace {

struct Look {
  const char* color;
  const char* before;  // without colours
  const char* behind;
};

Look look_of(Mark mark) {
  switch (mark) {
    case Mark::Date:
      return {"\x1b[32m", "{", "}"};
    case Mark::State:
      return {"\x1b[34m", "[", "]"};
    case Mark::Body:
      return {"\x1b[35m", "[", "]"};
    case Mark::OtherName:
      return {"\x1b[36m", "[", "]"};
    case Mark::Fact:
      return {"\x1b[1;33m", "<", ">"};
    case Mark::Unasserted:
      return {"\x1b[33m", "<", ">"};
    case Mark::Rejected:
      return {"\x1b[31m", "<", ">"};
    case Mark::None:
      break;
  }
  return {"", "", ""};
}

/// Words, each of styled fragments, filled into lines.
class Lines {
 public:
  Lines(std::string& out, std::size_t width, std::size_t indent, const char* ground)
      : out_(out), width_(width), indent_(indent), ground_(ground) {}

  void add(std::string_view text, std::string_view color) {
    std::size_t at = 0;
    while (at < text.size()) {
      if (text[at] == ' ' || text[at] == '\n' || text[at] == '\t') {
        end_word();
        ++at;
        continue;
      }
      const std::size_t end = std::min(text.find_first_of(" \n\t", at), text.size());
      const std::string shown = printable(text.substr(at, end - at));
      columns_ += display_width(shown);
      word_ +=
          color.empty() || *color.data() == '\0' ? shown : std::string(color) + shown + "\x1b[0m" + ground_;
      at = end;
    }
  }

  void finish() {
    end_word();
    if (column_ != 0) out_ += *ground_ == '\0' ? "\n" : "\x1b[0m\n";
    column_ = 0;
  }

 private:
  void end_word() {
    if (word_.empty()) return;
    const bool begins = column_ == 0;
    if (!begins && column_ + 1 + columns_ > width_) {
      out_ += *ground_ == '\0' ? "\n" : "\x1b[0m\n";
      column_ = 0;
    }
    if (column_ == 0) {
      out_.append(indent_, ' ') += ground_;
      column_ = indent_;
    } else {
      out_ += ' ';
      ++column_;
    }
    out_ += word_;
    column_ += columns_;
    word_.clear();
    columns_ = 0;
  }

  std::string& out_;
  std::size_t width_, indent_;
  const char* ground_;
  std::string word_;
  std::size_t columns_ = 0, column_ = 0;
};

class Text {
 public:
  Text(const Explained& explained, const TextStyle& style)
      : explained_(explained),
        style_(style),
        width_(std::max<std::size_t>(style.width == 0 ? 100 : style.width, 20)) {}

  std::string text() {
    heading();
    for (const Piece& piece : explained_.pieces) add(piece);
    out_ += '\n' + explained_.summary() + '\n';
    return std::move(out_);
  }

 private:
  void heading() {
    if (!explained_.title.empty()) out_ += painted("\x1b[1m", printable(explained_.title)) + '\n';
    out_ += explained_.published.empty() ? "no date of publication" : "published " + explained_.published;
    out_ += '\n';
    const auto sample = [this](std::string_view name, Mark mark) {
      const Look look = look_of(mark);
      return style_.color ? painted(look.color, name) : fmt::format("{}{}{}", look.before, name, look.behind);
    };
    out_ += style_.color
                ? fmt::format("marked: {}, {}, {}, {}; {}, {}, {}\n", sample("state", Mark::State),
                              sample("body", Mark::Body), sample("other name", Mark::OtherName),
                              sample("date", Mark::Date), sample("fact", Mark::Fact),
                              sample("not asserted", Mark::Unasserted), sample("rejected", Mark::Rejected))
                : fmt::format("marked: {}, {}, {}\n", sample("name", Mark::State), sample("date", Mark::Date),
                              sample("word that tells of an event", Mark::Fact));
  }

  void add(const Piece& piece) {
    if (!piece.goes_on) out_ += '\n';
    const bool over = piece.kind == ArticleTrace::PassageKind::PassedOver;
    const char* ground = !style_.color                                      ? ""
                         : over                                             ? "\x1b[2m"
                         : piece.kind == ArticleTrace::PassageKind::Heading ? "\x1b[1m"
                                                                            : "";
    Lines lines(out_, width_, 0, ground);
    if (over) lines.add("(passed over)", "");
    if (over) lines.add(" ", "");
    if (piece.kind == ArticleTrace::PassageKind::ListItem) lines.add(style_.ascii ? "- " : "• ", "");
    for (const Segment& segment : piece.segments) {
      const Look look = look_of(segment.mark);
      if (style_.color) {
        lines.add(segment.text, look.color);
      } else {
        lines.add(look.before, "");
        lines.add(segment.text, "");
        lines.add(look.behind, "");
      }
      for (const auto& [first, last] : segment.ranges()) {
        lines.add(first == last ? fmt::format("({})", first) : fmt::format("({}-{})", first, last),
                  style_.color ? "\x1b[2m" : "");
      }
    }
    lines.finish();
    for (const Remark& remark : piece.remarks) add(remark);
  }

  void add(const Remark& remark) {
    const Look look = look_of(remark.mark);
    const char* sign = remark.mark == Mark::Fact         ? (style_.ascii ? "+" : "✓")
                       : remark.mark == Mark::Unasserted ? "?"
                                                         : (style_.ascii ? "x" : "✗");
    std::string line = remark.mark == Mark::Rejected
                           ? fmt::format("\"{}\" not read: {}", remark.trigger, remark.what)
                           : remark.what;
    if (!remark.why.empty()) line += " — " + remark.why;
    if (!remark.rule.empty()) line += "  [" + remark.rule + "]";
    out_ += painted(style_.color ? look.color : "", fmt::format("  {} {:>2}", sign, remark.number)) + "  ";
    // The first line stands behind its number, the others below it.
    const std::vector<std::string> wrapped_lines = wrapped(printable(line), width_ - 8);
    for (std::size_t i = 0; i < wrapped_lines.size(); ++i) {
      if (i != 0) out_ += std::string(8, ' ');
      out_ += wrapped_lines[i] + '\n';
    }
  }

  [[nodiscard]] std::string painted(std::string_view color, std::string_view text) const {
    if (!style_.color || color.empty()) return std::string(text);
    return fmt::format("{}{}\x1b[0m", color, text);
  }

  const Explained& explained_;
  const TextStyle& style_;
  std::size_t width_;
  std::string out_;
};

}  // namespace

std::string to_text(const Explained& explained, const TextStyle& style) {
  return Text(explained, style).text();
}

}  // namespace entente::cli
