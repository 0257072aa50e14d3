#include "loaders/article/date_mention.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "graph/day.hpp"
#include "loaders/article/calendar_words.hpp"
#include "loaders/article/relative_date.hpp"

namespace entente::detail {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

class Finder {
 public:
  Finder(const std::vector<Token>& tokens, DateContext& context) : t_(tokens), context_(context) {}

  void run(std::vector<DateMention>& out) {
    out.clear();
    ++context_.since_year;
    for (std::size_t i = 0; i < t_.size();) {
      if (!may_begin(t_[i])) {
        ++i;
        continue;
      }
      DateMention m;
      m.first = m.core = i;
      if (!mention(m)) {
        ++i;
        continue;
      }
      m.bracketed = m.first > 0 && t_[m.first - 1].kind == TokenKind::Open;
      if (!m.attributive) context_.anchor = m.until ? *m.until : m.value;
      out.push_back(m);
      i = m.last;
    }
  }

  /// An absolute date at `i` with nothing before it; returns the token after it, or `i`.
  std::size_t absolute(std::size_t i, CalendarValue& v) const {
    std::size_t at = i;
    bool vague = false;
    if (is(at, "c") || is(at, "ca") || is(at, "circa") || is(at, "around") || is(at, "about") ||
        is(at, "approximately")) {
      v.approximate = true;
      ++at;
      if (kind(at, TokenKind::Stop)) ++at;
    }
    if (is(at, "the")) ++at;
    while (is(at, "early") || is(at, "mid") || is(at, "late") || is(at, "middle") || is(at, "beginning") ||
           is(at, "end") || is(at, "start") || is(at, "mid-")) {
      ++at;
      vague = true;
      if (kind(at, TokenKind::Dash)) ++at;
      if (is(at, "of") || is(at, "in")) ++at;
      if (is(at, "the")) ++at;
    }
    if (at < t_.size() && t_[at].is(WordClass::Weekday) && t_[at].capital) {
      const std::size_t after = at + 1 + (kind(at + 1, TokenKind::Comma) ? 1 : 0);
      CalendarValue inner;
      const std::size_t end = day_month_year(after, inner);
      if (end > after && inner.day != 0) {
        v = inner;
        return end;
      }
    }
    std::size_t end = iso(at, v);
    if (end == at) end = day_month_year(at, v);
    if (end == at) end = season_year(at, v);
    if (end == at) end = century(at, v);
    if (end == at) end = mid_month(at, v);
    if (end == at) end = year_with_era(at, v);
    if (end == at) end = decade(at, v);
    if (end == at) end = plain_year(at, v, vague || v.approximate || at > i);
    return end == at ? i : end;
  }

 private:
  const std::vector<Token>& t_;
  DateContext& context_;

  bool is(std::size_t i, std::string_view w) const { return i < t_.size() && t_[i].is(w); }
  bool kind(std::size_t i, TokenKind k) const { return i < t_.size() && t_[i].kind == k; }

  static bool may_begin(const Token& t) {
    if (t.kind == TokenKind::Number) return true;
    return t.kind == TokenKind::Word && t.word != nullptr;
  }

  bool mention(DateMention& m) {
    std::size_t at = m.first;
    // "before the year was out"
    if (is(at, "before") && is(at + 1, "the") && is(at + 2, "year") && is(at + 3, "was") &&
        (is(at + 4, "out") || is(at + 4, "over")) && context_.anchor && context_.anchor->unspecified == 0) {
      m.value = {context_.anchor->year, 0, 0, 0, false};
      m.relative = true;
      m.last = at + 5;
      return true;
    }
    bool preposition = true;
    if (is(at, "in") || is(at, "on") || is(at, "at") || is(at, "during") || is(at, "of") || is(at, "dated")) {
    } else if (is(at, "since")) {
      m.role = DateRole::Since;
    } else if (is(at, "from") || is(at, "between")) {
      m.role = DateRole::Since;
    } else if (is(at, "until") || is(at, "till") || is(at, "through")) {
      // "not until 1433": then
      m.role = at > 0 && is(at - 1, "not") ? DateRole::At : DateRole::Until;
    } else if (is(at, "to")) {
      m.role = DateRole::Until;
    } else if (is(at, "after") || is(at, "following")) {
      m.role = DateRole::After;
    } else if (is(at, "before")) {
      m.role = DateRole::Before;
    } else if (is(at, "by")) {
      m.role = DateRole::By;
    } else if (is(at, "as") && (is(at + 1, "of") || is(at + 1, "from") || is(at + 1, "at"))) {
      m.role = DateRole::AsOf;
      ++at;
    } else if (is(at, "starting") || is(at, "beginning") || is(at, "effective")) {
      // "as a full member starting 31 July", "effective from 1 May"
      m.role = DateRole::Since;
      if (is(at + 1, "in") || is(at + 1, "on") || is(at + 1, "from") || is(at + 1, "with")) ++at;
    } else if (is(at, "with") && is(at + 1, "effect") && (is(at + 2, "from") || is(at + 2, "on"))) {
      m.role = DateRole::Since;
      at += 2;
    } else {
      preposition = false;
    }
    if (preposition) ++at;
    if (preposition && is(at, "as") && (is(at + 1, "early") || is(at + 1, "late")) && is(at + 2, "as"))
      at += 3;
    if (preposition && is(at, "as") && is(at + 1, "far") && is(at + 2, "back") && is(at + 3, "as")) at += 4;
    const std::size_t core = at;
    CalendarValue v;
    std::size_t end = absolute(core, v);
    // "from the 1997 treaty": the year of the treaty, read when its turn comes.
    if (end == core + 2 && is(core, "the") && t_[core + 1].kind == TokenKind::Number &&
        t_[core + 1].lower.size() == 4 && attributive_year(core + 1, end))
      return false;
    if (end == core) {
      end = relative_date(t_, core, context_, v);
      if (end == core) return false;
      m.relative = true;
    } else if (!preposition && bare_year(core, end)) {
      if (attributive_year(core, end))
        m.attributive = true;
      else if (!stands_free(core, end))
        return false;
    }
    // "through the 1996 tour": then
    if (preposition && is(m.first, "through") && is(core, "the")) m.role = DateRole::At;
    // "of 1992" after a noun dates the noun, "of that year" likewise
    if (preposition && is(m.first, "of")) m.attributive = true;
    if (is(end, "night") || is(end, "morning") || is(end, "evening") || is(end, "afternoon")) ++end;
    m.core = core;
    m.value = v;
    m.last = end;
    span_end(m, preposition);
    return true;
  }

  bool bare_year(std::size_t core, std::size_t end) const {
    return end == core + 1 && t_[core].kind == TokenKind::Number;
  }
  /// "the 1992 treaty": a determiner or possessive before, a noun after.
  bool attributive_year(std::size_t core, std::size_t end) const {
    if (end >= t_.size() || t_[end].kind != TokenKind::Word) return false;
    if (core == 0) return false;
    const Token& before = t_[core - 1];
    const Token& after = t_[end];
    const bool noun = after.word == nullptr || after.is(WordClass::BodyNoun) ||
                      after.is(WordClass::TimeNoun) ||
                      !(after.is(WordClass::Preposition) || after.is(WordClass::Conjunction) ||
                        after.is(WordClass::Adverb) || after.is(WordClass::Pronoun) ||
                        after.is(WordClass::Determiner) || after.word->is_verb());
    return noun && (before.is(WordClass::Determiner) || before.kind == TokenKind::Possessive ||
                    before.is(WordClass::Possessive));
  }
  /// A bare year without a preposition: in brackets, after a comma or dash, at the end, or before a name or
  /// mark.
  bool stands_free(std::size_t core, std::size_t end) const {
    const auto value = number_of(t_[core]);
    if (!value || *value < 1000) return false;
    const bool span =
        kind(end, TokenKind::Dash) && end + 1 < t_.size() && t_[end + 1].kind == TokenKind::Number;
    if (core > 0 && !span) {
      const TokenKind k = t_[core - 1].kind;
      const bool mark = k == TokenKind::Open || k == TokenKind::Comma || k == TokenKind::Dash ||
                        k == TokenKind::Colon || k == TokenKind::Semicolon || k == TokenKind::Slash;
      const bool joins = t_[core - 1].is("and") || t_[core - 1].is("or");
      // "joined 1970", "left 1994" in a table
      const bool told = t_[core - 1].word != nullptr && t_[core - 1].word->has_form(VerbForm::Past) &&
                        (end >= t_.size() || t_[end].kind != TokenKind::Word);
      if (!mark && !joins && !told && !(t_[core - 1].kind == TokenKind::Word && t_[core - 1].capital))
        return false;
    }
    return end >= t_.size() || t_[end].kind != TokenKind::Word || t_[end].is(WordClass::Preposition) ||
           t_[end].is(WordClass::Conjunction) || t_[end].is(WordClass::Adverb) || t_[end].is(WordClass::Be) ||
           core == 0;
  }

  std::size_t iso(std::size_t i, CalendarValue& v) const {
    if (!(kind(i + 1, TokenKind::Dash) && kind(i + 3, TokenKind::Dash)) || i + 4 >= t_.size()) return i;
    const auto y = number_of(t_[i]), m = number_of(t_[i + 2]), d = number_of(t_[i + 4]);
    if (!y || !m || !d || t_[i].lower.size() != 4 || t_[i + 2].lower.size() != 2 ||
        t_[i + 4].lower.size() != 2)
      return i;
    if (*m < 1 || *m > 12 || *d < 1 || *d > days_in_month(*y, static_cast<unsigned>(*m))) return i;
    v = {*y, static_cast<unsigned>(*m), static_cast<unsigned>(*d), 0, false};
    return i + 5;
  }

  /// A year with its era after a month: "1958", "478 BC"; returns the token after it, or `i`.
  std::size_t year_part(std::size_t i, std::int64_t& year) const {
    CalendarValue v;
    const std::size_t era = year_with_era(i, v);
    if (era > i && v.unspecified == 0) {
      year = v.year;
      return era;
    }
    if (i >= t_.size()) return i;
    const auto n = number_of(t_[i]);
    if (!n || *n < 1000 || *n > 2100) return i;
    year = *n;
    return i + 1;
  }

  std::size_t day_month_year(std::size_t i, CalendarValue& v) const {
    if (i >= t_.size()) return i;
    unsigned day = 0, month = 0;
    std::size_t at = i;
    if (const auto n = number_of(t_[i], true); n && *n >= 1 && *n <= 31 && i + 1 < t_.size()) {
      const std::size_t m = i + 1 + (is(i + 1, "of") ? 1 : 0);
      if (m >= t_.size() || (month = month_of(t_[m])) == 0) return i;
      day = static_cast<unsigned>(*n);
      at = m + 1;
    } else if ((month = month_of(t_[i])) != 0) {
      at = i + 1;
      if (kind(at, TokenKind::Stop)) ++at;
      if (at < t_.size())
        if (const auto d = number_of(t_[at], true); d && *d >= 1 && *d <= 31) {
          day = static_cast<unsigned>(*d);
          ++at;
        }
    } else {
      return i;
    }
    const bool comma = kind(at, TokenKind::Comma);
    const std::size_t y = at + (comma || is(at, "of") || is(at, "in") ? 1 : 0);
    std::int64_t year = 0;
    std::size_t end = year_part(y, year);
    bool told = end > y;
    if (told) {
      context_.since_year = 0;
    } else if (const std::size_t other = year_told(at, month, day, year); other > at) {
      end = other;
      told = true;
    }
    // "from July to October 2019": the first is of the year that the second gives
    if (!told && year_behind(at, month, year)) {
      end = at;
      told = true;
    }
    if (!told) {
      // No year: the year spoken of, or the year of the document.
      if (is(i, "may") && day == 0 && (i == 0 || !t_[i - 1].is(WordClass::Preposition))) return i;
      if (is(i, "march") && day == 0 && (i == 0 || !t_[i - 1].is(WordClass::Preposition))) return i;
      if (day == 0 && given_name(i, at)) return i;
      const bool near_document =
          context_.document && context_.document->month != 0 && context_.since_year > 1;
      if (near_document)
        year = nearest_year(month, day);
      else if (context_.anchor)
        year = context_.anchor->year;  // a later month of the same year
      else if (context_.document)
        year = context_.document->year;
      else
        return i;
      end = at;
    }
    if (day > 0 && day > days_in_month(year, month)) return i;
    v.year = year;
    v.month = month;
    v.day = day;
    return end;
  }

  /// "by Jan Dahl", "June Berg": a month without a year before another capital, and no "in" before it.
  bool given_name(std::size_t month, std::size_t next) const {
    if (next >= t_.size() || t_[next].kind != TokenKind::Word || !t_[next].capital || next != month + 1)
      return false;
    if (month == 0) return false;
    const Token& before = t_[month - 1];
    return !(before.is("in") || before.is("since") || before.is("until") || before.is("during") ||
             before.is("of") || before.is("last") || before.is("this") || before.is("next") ||
             before.is("from") || before.is("late") || before.is("early") || before.is("mid"));
  }

  /// The year of the month that ends a span which begins here.
  bool year_behind(std::size_t at, unsigned month, std::int64_t& year) const {
    if (!(is(at, "to") || is(at, "until") || is(at, "and") || is(at, "through") || kind(at, TokenKind::Dash)))
      return false;
    std::size_t w = at + 1;
    if (w < t_.size() && t_[w].kind == TokenKind::Number && t_[w].lower.size() < 3) ++w;
    if (w >= t_.size() || month_of(t_[w]) == 0) return false;
    const unsigned last = month_of(t_[w]);
    ++w;
    if (w < t_.size() && t_[w].kind == TokenKind::Number && t_[w].lower.size() < 3) ++w;
    if (kind(w, TokenKind::Comma)) ++w;
    if (year_part(w, year) == w) return false;
    if (month > last) --year;
    return true;
  }

  /// The year of a month that has none, from the words behind it: "of the following year", "that year",
  /// "last"; returns the token after them, or `at`.
  std::size_t year_told(std::size_t at, unsigned month, unsigned day, std::int64_t& year) const {
    const auto& anchor = context_.anchor;
    const auto& document = context_.document;
    std::size_t w = at + (is(at, "of") || is(at, "in") || kind(at, TokenKind::Comma) ? 1 : 0);
    if (document && is(w, "last") && !is(w + 1, "year") && w == at &&
        (w + 1 >= t_.size() || t_[w + 1].kind != TokenKind::Word)) {
      year = document->year -
             (month > document->month || (month == document->month && day > document->day) ? 1 : 0);
      return w + 1;
    }
    if (document && is(w + 1, "year")) {
      if (is(w, "this")) return year = document->year, w + 2;
      if (is(w, "last")) return year = document->year - 1, w + 2;
      if (is(w, "next") && w > at) return year = document->year + 1, w + 2;
    }
    if (!anchor) return at;
    if ((is(w, "that") || is(w, "the")) && is(w + 1, "year") && w > at) return year = anchor->year, w + 2;
    if (is(w, "that") && is(w + 1, "year")) return year = anchor->year, w + 2;
    const bool the = is(w, "the") || is(w, "that");
    if (!the || !is(w + 2, "year")) return at;
    if (is(w + 1, "same")) return year = anchor->year, w + 3;
    if (is(w + 1, "following") || is(w + 1, "next")) return year = anchor->year + 1, w + 3;
    if (is(w + 1, "previous") || is(w + 1, "preceding")) return year = anchor->year - 1, w + 3;
    return at;
  }

  /// The year in which a month (and day) lies nearest to the document.
  std::int64_t nearest_year(unsigned month, unsigned day) const {
    const CalendarValue& d = *context_.document;
    const auto distance = [&](std::int64_t year) {
      const std::int64_t months =
          (year - d.year) * 12 + static_cast<std::int64_t>(month) - static_cast<std::int64_t>(d.month);
      const std::int64_t days =
          months * 31 +
          (day != 0 && d.day != 0 ? static_cast<std::int64_t>(day) - static_cast<std::int64_t>(d.day) : 0);
      return days < 0 ? -days : days;
    };
    std::int64_t best = d.year;
    for (const std::int64_t year : {d.year - 1, d.year + 1})
      if (distance(year) < distance(best)) best = year;
    return best;
  }

  std::size_t season_year(std::size_t i, CalendarValue& v) const {
    if (i >= t_.size()) return i;
    const unsigned season = season_of(t_[i]);
    if (season == 0) return i;
    const std::size_t y = i + 1 + (is(i + 1, "of") || is(i + 1, "in") ? 1 : 0);
    std::int64_t year = 0;
    std::size_t end = year_part(y, year);
    if (end > y)
      context_.since_year = 0;
    else
      end = year_told(i + 1, (season - 20) * 3, 0, year);
    if (end <= i + 1) return i;
    v.year = year;
    v.month = season;
    return end;
  }

  std::size_t century(std::size_t i, CalendarValue& v) const {
    if (i + 1 >= t_.size()) return i;
    const auto n = ordinal_number(t_[i]);
    if (!n || !(is(i + 1, "century") || is(i + 1, "centuries"))) return i;
    std::size_t end = i + 2;
    if (is(end, "bc") || is(end, "bce")) return i;  // not expressible as one masked year
    if (is(end, "ad") || is(end, "ce")) ++end;
    v.year = (*n - 1) * 100;
    v.unspecified = 2;
    return end;
  }

  /// "mid-June 1998", "early-1990s": the prefix is part of the token.
  std::size_t mid_month(std::size_t i, CalendarValue& v) const {
    if (i >= t_.size() || t_[i].kind != TokenKind::Word) return i;
    const auto dash = t_[i].lower.find('-');
    if (dash == std::string_view::npos) return i;
    const auto prefix = t_[i].lower.substr(0, dash);
    if (prefix != "mid" && prefix != "early" && prefix != "late") return i;
    const auto rest = t_[i].lower.substr(dash + 1);
    if (rest.size() == 5 && rest[4] == 's' && std::all_of(rest.begin(), rest.begin() + 4, is_digit)) {
      std::from_chars(rest.data(), rest.data() + 4, v.year);
      v.unspecified = 1;
      return i + 1;
    }
    if (rest.size() == 4 && std::all_of(rest.begin(), rest.end(), is_digit)) {
      std::from_chars(rest.data(), rest.data() + 4, v.year);
      return i + 1;
    }
    for (unsigned m = 0; m < 12; ++m) {
      if (rest.substr(0, 3) != month_names[m] || rest.size() < 3) continue;
      std::int64_t year = 0;
      const std::size_t end = year_part(i + 1, year);
      if (end == i + 1) return i;
      v.year = year;
      v.month = m + 1;
      return end;
    }
    return i;
  }

  std::size_t year_with_era(std::size_t i, CalendarValue& v) const {
    if (i >= t_.size()) return i;
    if ((is(i, "ad") || is(i, "a.d")) && i + 1 < t_.size()) {
      const auto n = number_of(t_[i + 1]);
      if (n && *n > 0 && *n < 2101) {
        v.year = *n;
        return i + 2;
      }
      return i;
    }
    const auto n = number_of(t_[i]);
    if (!n || *n <= 0 || *n > 9999) return i;
    std::size_t era = i + 1;
    if (kind(era, TokenKind::Slash) && era + 1 < t_.size() && number_of(t_[era + 1])) era += 2;  // 478/7 BC
    if (is(era, "bc") || is(era, "bce") || is(era, "b.c") || is(era, "b.c.") || is(era, "b.c.e")) {
      v.year = 1 - *n;
      return era + 1;
    }
    if (is(era, "ad") || is(era, "ce") || is(era, "a.d")) {
      v.year = *n;
      return era + 1;
    }
    // "in 454" in a passage about the centuries before Christ.
    if (*n >= 100 && *n < 1000 && context_.anchor && context_.anchor->year < 0 && i > 0 &&
        (is(i - 1, "in") || is(i - 1, "by") || is(i - 1, "until") || is(i - 1, "since") ||
         is(i - 1, "from")) &&
        (era >= t_.size() || t_[era].kind != TokenKind::Word || t_[era].is(WordClass::Preposition) ||
         t_[era].is(WordClass::Conjunction) || t_[era].is(WordClass::Determiner) || t_[era].capital)) {
      v.year = 1 - *n;
      return era;
    }
    return i;
  }

  std::size_t decade(std::size_t i, CalendarValue& v) const {
    if (i >= t_.size() || t_[i].kind != TokenKind::Number) return i;
    const auto s = t_[i].lower;
    if (s.size() != 5 || s[4] != 's' || s[3] != '0' || !std::all_of(s.begin(), s.begin() + 4, is_digit))
      return i;
    std::from_chars(s.data(), s.data() + 4, v.year);
    v.unspecified = 1;
    return i + 1;
  }

  std::size_t plain_year(std::size_t i, CalendarValue& v, bool announced) const {
    if (i >= t_.size() || t_[i].lower.size() != 4) return i;
    const auto n = number_of(t_[i]);
    if (!n || *n < 1000 || *n > 2100) return i;
    // "about 2000 troops"
    if (v.approximate && i + 1 < t_.size() && t_[i + 1].kind == TokenKind::Word && !t_[i + 1].capital &&
        (t_[i + 1].word == nullptr ||
         t_[i + 1].word->classes == std::uint64_t{1} << static_cast<unsigned>(WordClass::Common)))
      return i;
    if (i + 1 < t_.size() && !announced) {
      // "1,500" is no year by its comma; "2000 troops" by the noun after it.
      const Token& next = t_[i + 1];
      if (next.kind == TokenKind::Word && !next.capital && next.word == nullptr && i > 0 &&
          !t_[i - 1].is(WordClass::Determiner) && t_[i - 1].kind != TokenKind::Possessive &&
          !t_[i - 1].is(WordClass::Possessive) && !next.lower.ends_with("ly") &&
          !next.lower.ends_with("ed") && !(*n >= 1500 && temporal(i - 1) && !next.lower.ends_with("s")))
        return i;
    }
    v.year = *n;
    context_.since_year = 0;
    return i + 1;
  }

  /// "in 1975 due to …": a year for the preposition before it, whatever the word behind it.
  bool temporal(std::size_t i) const {
    return is(i, "in") || is(i, "since") || is(i, "until") || is(i, "during") || is(i, "from");
  }

  /// "1961–72", "from 1962 to 1971", "between 1962 and 1971", "since 1962 until 1971".
  void span_end(DateMention& m, bool preposition) {
    const bool dash = kind(m.last, TokenKind::Dash);
    const bool word = is(m.last, "to") || is(m.last, "until") || is(m.last, "till") ||
                      is(m.last, "through") || (is(m.first, "between") && is(m.last, "and"));
    if (!dash && !(word && preposition && m.role == DateRole::Since)) return;
    if (m.relative) return;
    std::size_t at = m.last + 1;
    CalendarValue v;
    std::size_t end = absolute(at, v);
    if (end == at && dash && at < t_.size() && m.value.month == 0) {
      const auto n = number_of(t_[at]);
      if (n && t_[at].lower.size() == 2 && m.value.year % 100 < *n) {
        v.year = m.value.year - m.value.year % 100 + *n;
        end = at + 1;
      } else if (is(at, "present")) {
        end = at;
      }
    }
    if (end == at || v.year < m.value.year) return;
    m.until = v;
    m.role = DateRole::Span;
    m.last = end;
  }
};

}  // namespace

void find_dates(const std::vector<Token>& tokens, DateContext& context, std::vector<DateMention>& out) {
  Finder(tokens, context).run(out);
}

}  // namespace entente::detail
