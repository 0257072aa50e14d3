#include "loaders/article/framing.hpp"

#include <algorithm>

#include "loaders/article/label.hpp"

namespace entente::detail {
namespace {

/// "Formation 14 May 1955": a day in the life of what the page is about.
bool is_fact_box(std::string_view s, const Lexicon& lexicon) {
  Tokens tokens;
  tokenize(s, {0, s.size()}, lexicon, tokens);
  std::size_t length = 0;
  const Field f = bundled_labels().field(tokens.list, 0, length);
  return f != Field::None && f != Field::Period;
}

/// "By Susan T. Johnson", "by John P. Ruehl".
bool is_byline(std::string_view s) {
  return s.size() > 5 && s.size() < 80 &&
         (s.substr(0, 3) == "By " || s.substr(0, 3) == "by " || s.substr(0, 3) == "BY ") && s[3] >= 'A' &&
         s[3] <= 'Z' && s.back() != '.';
}

std::optional<Date> as_date(const std::optional<CalendarValue>& value) {
  return value ? Date::try_parse(value->edtf()) : std::nullopt;
}

}  // namespace

void find_frame(Document& d, const std::vector<Block>& blocks, const Lexicon& lexicon) {
  std::size_t prose = 0;
  while (prose < blocks.size() && blocks[prose].kind != BlockKind::Prose) ++prose;
  const std::size_t limit = std::min(blocks.size(), prose + 4);
  std::size_t frame = prose;  // the first line of byline or date
  for (std::size_t i = 0; i < limit; ++i) {
    const auto s = d.slice(blocks[i].span);
    if (s.size() > 100) continue;
    const auto date =
        blocks[i].kind == BlockKind::Prose || is_fact_box(s, lexicon) ? std::nullopt : date_line(s, lexicon);
    if ((date || is_byline(s)) && !blocks[i].bulleted) frame = std::min(frame, i);
    if (date && !d.published) d.published = as_date(date);
  }
  if (!d.published && prose < blocks.size()) {
    const auto s = d.slice(blocks[prose].span);
    const auto dash = s.substr(0, 90).find("\u2013");
    const auto hyphen = s.substr(0, 90).find(" - ");
    const auto end = std::min(dash, hyphen);
    if (end != std::string_view::npos && s[0] >= 'A' && s[0] <= 'Z')
      d.published = as_date(date_line(s.substr(0, end), lexicon));
  }
  if (d.title.empty()) {
    for (std::size_t i = frame; i-- > 0;) {
      const auto s = d.slice(blocks[i].span);
      if (blocks[i].bulleted || s.size() < 8 || s.size() > 200 || is_byline(s)) continue;
      d.title = std::string(s);
      std::replace(d.title.begin(), d.title.end(), '\n', ' ');
      break;
    }
  }
}

std::optional<CalendarValue> heading_date(std::string_view heading, const Lexicon& lexicon) {
  if (heading.size() > 24) return std::nullopt;
  Tokens tokens;
  tokenize(heading, {0, heading.size()}, lexicon, tokens);
  DateContext none;
  std::vector<DateMention> dates;
  find_dates(tokens.list, none, dates);
  if (dates.size() != 1 || dates[0].until || dates[0].first > 0) return std::nullopt;
  std::size_t rest = dates[0].last;
  while (rest < tokens.list.size() && tokens.list[rest].kind != TokenKind::Word &&
         tokens.list[rest].kind != TokenKind::Number)
    ++rest;
  if (rest < tokens.list.size()) return std::nullopt;
  return dates[0].value;
}

}  // namespace entente::detail
