#include "loaders/article/relative_date.hpp"

#include <array>

#include "graph/day.hpp"
#include "loaders/article/calendar_words.hpp"

namespace entente::detail {
namespace {

class Relative {
 public:
  Relative(const std::vector<Token>& tokens, const DateContext& context) : t_(tokens), context_(context) {}

  std::size_t read(std::size_t i, CalendarValue& v) const {
    if (i >= t_.size()) return i;
    const auto& anchor = context_.anchor;
    const auto& document = context_.document;
    // from the dateline
    if (document) {
      if (is(i, "yesterday") && document->day != 0) return v = shifted_days(*document, -1), i + 1;
      if (is(i, "today") && document->day != 0) return v = *document, i + 1;
      if (is(i, "tomorrow") && document->day != 0) return v = shifted_days(*document, 1), i + 1;
      const std::size_t at = i + (is(i, "earlier") || is(i, "later") ? 1 : 0);
      const int step = is(at, "last") ? -1 : is(at, "next") ? 1 : is(at, "this") ? 0 : 9;
      if (step != 9) {
        if (is(at + 1, "year")) return v = {document->year + step, 0, 0, 0, false}, at + 2;
        if (is(at + 1, "month") && document->month != 0) return v = shifted_months(*document, step), at + 2;
        if (at + 1 < t_.size() && document->month != 0) {
          const unsigned month = month_of(t_[at + 1]);
          if (month != 0 && step < 0)
            return v = {document->year - (month >= document->month ? 1 : 0), month, 0, 0, false}, at + 2;
          if (month != 0 && step >= 0)
            return v = {document->year + (step > 0 && month <= document->month ? 1 : 0), month, 0, 0, false},
                   at + 2;
          const unsigned season = season_of(t_[at + 1]);
          if (season != 0)
            return v = {document->year + (step < 0 && (season - 20) * 3 > document->month ? -1
                                          : step > 0                                      ? 1
                                                                                          : 0),
                        season, 0, 0, false},
                   at + 2;
        }
      }
      if (const auto n = small_number(t_[i]); n && is(i + 2, "ago") && i + 1 < t_.size()) {
        const auto unit = t_[i + 1].lower;
        if (unit == "year" || unit == "years") return v = {document->year - *n, 0, 0, 0, false}, i + 3;
        if ((unit == "month" || unit == "months") && document->month != 0)
          return v = shifted_months(*document, -*n), i + 3;
        if ((unit == "day" || unit == "days") && document->day != 0)
          return v = shifted_days(*document, -*n), i + 3;
        if ((unit == "decade" || unit == "decades"))
          return v = {document->year - 10 * *n, 0, 0, 0, true}, i + 3;
      }
      if (is(i, "last") && is(i + 1, "night") && document->day != 0)
        return v = shifted_days(*document, -1), i + 2;
      if (document->day != 0 && (is(i, "this") || is(i, "last")) && is(i + 1, "week")) {
        v = shifted_days(*document, is(i, "last") ? -7 : 0);
        v.day = 0;
        return i + 2;
      }
      // "on Monday night", "Thursday's meeting", "late on Friday": the last one before the document
      if (t_[i].is(WordClass::Weekday) && t_[i].capital && document->day != 0 && i > 0 &&
          !(t_[i - 1].capital && t_[i - 1].kind == TokenKind::Word && i > 1) &&
          !t_[i - 1].is(WordClass::Determiner)) {
        static constexpr std::array<std::string_view, 7> days = {"mon", "tue", "wed", "thu",
                                                                 "fri", "sat", "sun"};
        for (std::int64_t d = 0; d < 7; ++d) {
          if (t_[i].lower.substr(0, 3) != days[static_cast<std::size_t>(d)]) continue;
          const std::int64_t number =
              Day::from_civil({document->year, document->month, document->day}).number();
          const std::int64_t weekday = ((number + 3) % 7 + 7) % 7;  // 1970-01-01 was a Thursday
          std::size_t end = i + 1;
          if (is(end, "morning") || is(end, "afternoon") || is(end, "evening") || is(end, "night"))
            ++end;
          else if (kind(end, TokenKind::Possessive))
            ++end;
          return v = shifted_days(*document, -((weekday - d + 7) % 7)), end;
        }
      }
    }
    if (const std::size_t end = part_of_year(i, v); end > i) return end;
    if (!anchor || anchor->unspecified != 0) return i;
    // "two years later", "a month earlier", "a year after"
    if (const auto n = small_number(t_[i])) {
      std::size_t unit = i + 1;
      const std::size_t way = i + 2;
      if (unit < t_.size() && way < t_.size()) {
        const bool later =
            is(way, "later") || (is(way, "afterwards")) || (is(way, "after") && clause_ends(way + 1));
        const bool earlier = is(way, "earlier") || is(way, "before") || is(way, "previously");
        if ((later || (earlier && (!is(way, "before") || clause_ends(way + 1)))))
          return shifted(*anchor, t_[unit].lower, later ? *n : -*n, v) ? way + 1 : i;
      }
    }
    if ((is(i, "the") || is(i, "that")) && i + 1 < t_.size()) {
      const bool that = is(i, "that");
      const std::size_t at = i + 1;
      const bool next = is(at, "following") || is(at, "next") || is(at, "ensuing");
      const bool previous = is(at, "previous") || is(at, "preceding");
      const bool same = is(at, "same");
      if ((next || previous || same) && at + 1 < t_.size()) {
        if (shifted(*anchor, t_[at + 1].lower, next ? 1 : previous ? -1 : 0, v)) return at + 2;
        const unsigned month = month_of(t_[at + 1]);
        if (month != 0 && !same) {
          const bool passed = anchor->month != 0 && anchor->month < 13 ? month <= anchor->month : true;
          return v = {anchor->year + (next ? (passed ? 1 : 0) : (passed ? 0 : -1)), month, 0, 0, false},
                 at + 2;
        }
        const unsigned season = season_of(t_[at + 1]);
        if (season != 0) {
          const unsigned months = (season - 20) * 3;
          const bool passed = anchor->month == 0 || anchor->month > months;
          return v = {anchor->year + (next ? (passed ? 1 : 0) : same ? 0 : -1), season, 0, 0, false}, at + 2;
        }
      }
      if (!that && (is(at, "year") || is(at, "month") || is(at, "day") || is(at, "week")) &&
          clause_ends(at + 2)) {
        if (is(at + 1, "before") || is(at + 1, "after"))
          if (shifted(*anchor, t_[at].lower, is(at + 1, "before") ? -1 : 1, v)) return at + 2;
      }
      if (that) {
        if (shifted(*anchor, t_[at].lower, 0, v)) return at + 1;
        const unsigned season = season_of(t_[at]);
        if (season != 0) return v = {anchor->year, season, 0, 0, false}, at + 1;
        const unsigned month = month_of(t_[at]);
        if (month != 0) return v = {anchor->year, month, 0, 0, false}, at + 1;
      }
    }
    return i;
  }

 private:
  const std::vector<Token>& t_;
  const DateContext& context_;

  bool is(std::size_t i, std::string_view w) const { return i < t_.size() && t_[i].lower == w; }
  bool kind(std::size_t i, TokenKind k) const { return i < t_.size() && t_[i].kind == k; }

  /// "the end of the year", "later in the year": the year spoken of in this sentence or the one before, else
  /// that of the document. Returns the token behind it, or `i`.
  std::size_t part_of_year(std::size_t i, CalendarValue& v) const {
    std::size_t at = i;
    if (is(at, "the")) ++at;
    if (is(at, "end") || is(at, "close") || is(at, "beginning") || is(at, "start") || is(at, "middle")) {
      ++at;
      if (!is(at, "of")) return i;
    } else if ((is(at, "later") || is(at, "earlier") || is(at, "late") || is(at, "early")) && at == i) {
      ++at;
      if (!is(at, "in")) return i;
    } else {
      return i;
    }
    ++at;
    const bool here = is(at, "this");
    if (!(here || is(at, "the") || is(at, "that"))) return i;
    ++at;
    if (is(at, "same")) ++at;
    if (!is(at, "year")) return i;
    const bool near = context_.anchor && (context_.since_year <= 2 || !context_.document);
    if (here ? !context_.document : !near && !context_.document) return i;
    v = {here || !near ? context_.document->year : context_.anchor->year, 0, 0, 0, false};
    return at + 1;
  }

  bool clause_ends(std::size_t i) const {
    return i >= t_.size() || t_[i].kind != TokenKind::Word || t_[i].is(WordClass::Conjunction);
  }
};

}  // namespace

std::size_t relative_date(const std::vector<Token>& tokens, std::size_t i, const DateContext& context,
                          CalendarValue& value) {
  return Relative(tokens, context).read(i, value);
}

}  // namespace entente::detail
