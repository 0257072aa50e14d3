#include "loaders/article/row.hpp"

#include <algorithm>
#include <array>

namespace entente::detail {
namespace {

constexpr std::size_t most_words_of_name = 8;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_blank(char c) { return c == ' ' || c == '\t' || c == '|'; }

/// A small word inside a name: "Trinidad and Tobago", "Bouts van der Aa".
bool particle(const Token& t) {
  static constexpr std::string_view small[] = {"and", "of", "the", "de",  "da",  "von", "van", "la",
                                               "du",  "al", "bin", "del", "der", "y",   "for", "&"};
  return std::find(std::begin(small), std::end(small), t.lower) != std::end(small);
}

int number(std::string_view s) {
  int n = 0;
  for (const char c : s) {
    if (!is_digit(c)) return -1;
    n = n * 10 + (c - '0');
  }
  return s.empty() || s.size() > 4 ? -1 : n;
}

std::array<int, 3> parts_of_figures(std::string_view s, char mark) {
  std::array<int, 3> parts = {-1, -1, -1};
  for (std::size_t i = 0; i < 3; ++i) {
    const auto end = std::min(s.find(mark), s.size());
    parts[i] = number(s.substr(0, end));
    if (end == s.size()) return i == 2 ? parts : std::array<int, 3>{-1, -1, -1};
    s.remove_prefix(end + 1);
  }
  return {-1, -1, -1};
}

/// A date in figures at token `i`: "16/03/98", "1.5.2004", "2004-05-01". Returns the token behind it, or `i`.
std::size_t figures_at(const std::vector<Token>& t, std::size_t i, Stamp& stamp) {
  if (t[i].kind != TokenKind::Number) return i;
  const auto two = [](int n) { return (n < 10 ? "0" : "") + std::to_string(n); };
  // "3 may 1960", which in prose might be a verb
  if (i + 2 < t.size() && t[i + 1].is(WordClass::Month) && !t[i + 1].capital) {
    static constexpr std::string_view months = "janfebmaraprmayjunjulaugsepoctnovdec";
    const int day = number(t[i].text), year = number(t[i + 2].text);
    const auto month = static_cast<int>(months.find(t[i + 1].lower.substr(0, 3)) / 3) + 1;
    if (day < 1 || day > 31 || year < 1000) return i;
    stamp.first = std::to_string(year) + "-" + two(month) + "-" + two(day);
    return i + 3;
  }
  std::array<int, 3> parts = {-1, -1, -1};
  std::size_t end = i;
  if (t[i].text.size() >= 6 && t[i].text.find('.') != std::string_view::npos) {
    parts = parts_of_figures(t[i].text, '.');
    end = i + 1;
  } else if (i + 4 < t.size() && t[i + 1].kind == t[i + 3].kind && t[i + 1].text == t[i + 3].text &&
             (t[i + 1].kind == TokenKind::Slash || t[i + 1].text == "-") &&
             t[i + 1].span.begin == t[i].span.end && t[i + 4].span.begin == t[i + 3].span.end) {
    parts = {number(t[i].text), number(t[i + 2].text), number(t[i + 4].text)};
    end = i + 5;
  }
  if (end == i || parts[0] < 1 || parts[1] < 1 || parts[2] < 0) return i;
  if (parts[0] > 999) {
    if (parts[1] > 12 || parts[2] < 1 || parts[2] > 31) return i;
    stamp.first = std::to_string(parts[0]) + "-" + two(parts[1]) + "-" + two(parts[2]);
    return end;
  }
  if (parts[0] > 31 || parts[1] > 31 || (parts[0] > 12 && parts[1] > 12)) return i;
  // Two figures are a year of the lifetime of those who write so.
  if (parts[2] < 100) parts[2] += parts[2] <= 30 ? 2000 : 1900;
  stamp.figures = parts;
  stamp.first = std::to_string(parts[2]);
  return end;
}

/// A cell that says that there is nothing: "-----", "n/a".
bool empty_cell(const std::vector<Token>& t, std::size_t first, std::size_t last) {
  if (first == last) return true;
  if (last - first == 1 && (t[first].kind == TokenKind::Dash || t[first].kind == TokenKind::Stop))
    return true;
  return last - first == 3 && t[first].is("n") && t[first + 1].kind == TokenKind::Slash;
}

/// Tabs or a rule between two tokens: how many cells further.
std::size_t cells_between(std::string_view line, const Token& a, const Token& b) {
  const auto gap = line.substr(a.span.end, b.span.begin - a.span.end);
  return static_cast<std::size_t>(std::count(gap.begin(), gap.end(), '\t'));
}

std::string written(const std::vector<Token>& t, std::size_t first, std::size_t last) {
  std::string name;
  for (std::size_t i = first; i < last; ++i) {
    if (i > first && t[i].span.begin > t[i - 1].span.end) name += ' ';
    name += t[i].text;
  }
  return name;
}

/// A name in capitals with small letters: "Antigua and Barbuda".
std::string capitalised(std::string_view capitals) {
  std::string name;
  while (!capitals.empty()) {
    const auto end = std::min(capitals.find(' '), capitals.size());
    std::string word(capitals.substr(0, end));
    for (char& c : word)
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (word != "and" && word != "of" && word != "the" && word[0] >= 'a' && word[0] <= 'z')
      word[0] = static_cast<char>(word[0] - 'a' + 'A');
    name += (name.empty() ? "" : " ") + word;
    capitals.remove_prefix(std::min(end + 1, capitals.size()));
  }
  return name;
}

/// A word of a row that is not of its name: "Australia Withdrawal".
bool says_more(const Token& t) {
  return bundled_labels().mark(t.lower) != Field::None || t.is(WordClass::ExitNoun) ||
         t.is(WordClass::AccessionNoun);
}

/// What looks like the name of somebody or something that nobody knows.
bool name_shaped(const std::vector<Token>& t, std::size_t first, std::size_t last) {
  if (first >= last || last - first > most_words_of_name || !t[first].capital) return false;
  std::size_t capitals = 0;
  for (std::size_t i = first; i < last; ++i) {
    if (t[i].kind == TokenKind::Possessive || (i > first && t[i].kind == TokenKind::Number)) continue;
    if (t[i].kind != TokenKind::Word) return false;
    if (t[i].capital)
      ++capitals;
    else if (!particle(t[i]) || i + 1 == last)
      return false;
    if (t[i].is(WordClass::Pronoun) || t[i].is(WordClass::Modal) || t[i].is(WordClass::Be)) return false;
    if (says_more(t[i])) return false;
  }
  const Token& only = t[first];
  if (last - first == 1) return only.text.size() > 1 && only.word == nullptr && !only.all_caps;
  return !(only.is(WordClass::Common) || only.is(WordClass::Month) || only.is(WordClass::Weekday)) &&
         capitals > 0;
}

}  // namespace

std::string_view bare_line(std::string_view line, bool& bulleted) {
  const auto trim = [&] {
    while (!line.empty() && is_blank(line.front())) line.remove_prefix(1);
    while (!line.empty() && is_blank(line.back())) line.remove_suffix(1);
  };
  trim();
  for (const std::string_view b :
       {"\u2022", "\u25CF", "\u25AA", "\u25E6", "\u00B7", "\u2013 ", "* ", "- ", "o "})
    if (line.substr(0, b.size()) == b) {
      line.remove_prefix(b.size());
      bulleted = true;
      break;
    }
  trim();
  // "1. Norway", "(1) Norway"
  const std::size_t open = !line.empty() && line[0] == '(' ? 1 : 0;
  std::size_t i = open;
  while (i < line.size() && i < open + 3 && is_digit(line[i])) ++i;
  if (open > 0 && i > open && i + 1 < line.size() && line[i] == ')') {
    line.remove_prefix(i + 1);
    bulleted = true;
  } else if (i > 0 && open == 0 && i + 1 < line.size() && (line[i] == '.' || line[i] == ')') &&
             line[i + 1] == ' ') {
    line.remove_prefix(i + 1);
    bulleted = true;
  }
  trim();
  while (!line.empty() && (line.back() == '.' || line.back() == ';' || line.back() == ',' ||
                           line.back() == '*' || line.back() == ' '))
    line.remove_suffix(1);
  return line;
}

std::vector<LineDate> dates_of_line(std::string_view line, const std::vector<Token>& t,
                                    const std::optional<CalendarValue>& document) {
  DateContext context;
  context.document = document;
  std::vector<DateMention> mentions;
  // Cell by cell: two years in two cells are not one number.
  std::vector<Token> cell;
  std::vector<DateMention> found;
  for (std::size_t i = 0; i < t.size(); ++i) {
    cell.push_back(t[i]);
    if (i + 1 < t.size() && cells_between(line, t[i], t[i + 1]) == 0) continue;
    const std::size_t begin = i + 1 - cell.size();
    found.clear();
    find_dates(cell, context, found);
    for (DateMention& m : found) {
      m.first += begin;
      m.last += begin;
      mentions.push_back(m);
    }
    cell.clear();
  }
  std::vector<LineDate> out;
  std::size_t next = 0;
  for (std::size_t i = 0; i < t.size(); ++i) {
    LineDate d;
    if (const std::size_t end = figures_at(t, i, d.stamp); end > i) {
      d.first = i;
      d.last = end;
      out.push_back(std::move(d));
      while (next < mentions.size() && mentions[next].first < end) ++next;
      i = end - 1;
      continue;
    }
    if (next >= mentions.size() || mentions[next].first != i) continue;
    const DateMention& m = mentions[next++];
    if (m.attributive || m.last <= i) continue;
    d.first = m.first;
    d.last = m.last;
    d.stamp.first = m.value.edtf();
    if (m.until) d.stamp.last = m.until->edtf();
    d.stamp.since = m.role == DateRole::Since;
    d.stamp.until = m.role == DateRole::Until;
    for (std::size_t k = m.last; k < t.size() && k < m.last + 2; ++k)
      d.stamp.open = d.stamp.open || t[k].is("present") || t[k].is("today") || t[k].is("now");
    // "(1996–)"
    if (m.last < t.size() && t[m.last].kind == TokenKind::Dash &&
        (m.last + 1 == t.size() || t[m.last + 1].kind == TokenKind::Close))
      d.stamp.open = true;
    out.push_back(std::move(d));
    i = m.last - 1;
  }
  return out;
}

std::vector<std::size_t> names_of_line(const std::vector<Token>& tokens, std::size_t first, std::size_t last,
                                       const Gazetteer& gazetteer, Referents& referents) {
  // A name that stands twice, for its flag and for itself.
  const auto at_token = [&](std::size_t i) { return tokens.begin() + static_cast<std::ptrdiff_t>(i); };
  const std::size_t half = (last - first) / 2;
  if (half * 2 == last - first &&
      std::equal(at_token(first), at_token(first + half), at_token(first + half),
                 [](const Token& a, const Token& b) { return a.lower == b.lower; }))
    last = first + half;
  const std::vector<Token> part(at_token(first), at_token(last));
  std::vector<NameMention> names;
  find_names(part, gazetteer, referents, names);
  std::vector<std::size_t> members;
  std::size_t at = 0;
  bool all = !names.empty();
  for (const NameMention& m : names) {
    for (; at < m.first; ++at)
      all = all && (part[at].kind == TokenKind::Comma || part[at].is("and") || part[at].is("&") ||
                    part[at].is("the"));
    at = m.last;
    const std::size_t who = referents[m.referent].state.value_or(m.referent);
    if (referents[who].id.empty())
      for (std::size_t i = m.first + 1; i < m.last; ++i) all = all && !says_more(part[i]);
    // "ANTIGUA AND BARBUDA" is called as others call it.
    if (part[m.first].all_caps && (part[m.first].text.size() > 4 || m.last > m.first + 1) &&
        !referents[who].id.empty() && referents[who].name == written(part, m.first, m.last))
      referents.at(who).name = capitalised(referents[who].name);
    if (m.alias == AliasSort::Adjective || m.alias == AliasSort::Demonym) all = false;
    if (std::find(members.begin(), members.end(), who) == members.end()) members.push_back(who);
  }
  if (all && at == part.size()) return members;
  members.clear();
  if (!name_shaped(tokens, first, last)) return members;
  members.push_back(referents.of_name(written(tokens, first, last), Sort::Unknown));
  return members;
}

std::optional<ListRow> read_row(std::string_view line, const std::vector<Token>& t,
                                const std::optional<CalendarValue>& document, const Gazetteer& gazetteer,
                                Referents& referents) {
  if (t.empty() || t.size() > 60) return std::nullopt;
  auto dates = dates_of_line(line, t, document);
  std::size_t first = 0;
  ListRow row;
  if (!dates.empty() && dates.front().first == 0) {
    row.leads = true;
    first = dates.front().last;
    while (first < t.size() && (t[first].kind == TokenKind::Dash || t[first].kind == TokenKind::Colon ||
                                t[first].kind == TokenKind::Comma || t[first].text == "|"))
      ++first;
  }
  if (first >= t.size() || t[first].kind != TokenKind::Word) return std::nullopt;
  const auto date_at = [&](std::size_t i) {
    return std::find_if(dates.begin(), dates.end(), [&](const LineDate& d) { return d.first == i; });
  };
  // The name goes on to the first mark, date, cell or small word that is no part of a name.
  std::size_t end = first;
  for (; end < t.size(); ++end) {
    const Token& k = t[end];
    if (end > first && (cells_between(line, t[end - 1], k) > 0 || date_at(end) != dates.end())) break;
    if (k.kind == TokenKind::Comma) {
      const std::size_t next =
          end + (end + 1 < t.size() && (t[end + 1].is("the") || t[end + 1].is("and")) ? 2 : 1);
      if (next < t.size() && t[next].capital && date_at(next) == dates.end()) continue;
      break;
    }
    if (k.kind == TokenKind::Possessive || (k.kind == TokenKind::Number && end > first)) {
      if (k.kind == TokenKind::Number && k.text.size() > 2) break;
      continue;
    }
    if (k.kind == TokenKind::Stop && k.span.begin > 0 && end + 1 < t.size() && t[end + 1].capital) continue;
    if (k.kind != TokenKind::Word || (!k.capital && !particle(k))) break;
  }
  while (end > first && !t[end - 1].capital && t[end - 1].kind != TokenKind::Number) --end;
  row.members = names_of_line(t, first, end, gazetteer, referents);
  if (row.members.empty()) return std::nullopt;
  row.known = std::all_of(row.members.begin(), row.members.end(),
                          [&](std::size_t m) { return !referents[m].id.empty(); });

  row.bare = first == 0 && end == t.size();
  // What follows are dates and remarks, not a clause.
  const Labels& labels = bundled_labels();
  std::size_t cell = 0;
  std::size_t cell_first = end;
  int depth = 0;
  Field mark = Field::None;
  bool dated_in_bracket = false;
  std::size_t next = 0;
  while (next < dates.size() && dates[next].last <= first) {
    row.stamps.push_back(dates[next].stamp);
    ++next;
  }
  for (std::size_t i = end; i < t.size(); ++i) {
    const std::size_t further = i > 0 ? cells_between(line, t[i - 1], t[i]) : 0;
    for (std::size_t k = 0; k < further; ++k) {
      if (cell > 0 && empty_cell(t, k == 0 ? cell_first : i, i)) {
        Stamp none;
        none.cell = cell;
        row.stamps.push_back(none);
      }
      ++cell;
      cell_first = i;
    }
    if (further > 0) row.bracketed = true;
    if (next < dates.size() && dates[next].first == i) {
      Stamp s = dates[next].stamp;
      s.field = mark;
      s.cell = cell;
      row.stamps.push_back(std::move(s));
      mark = Field::None;
      dated_in_bracket = true;
      i = dates[next++].last - 1;
      continue;
    }
    const Token& k = t[i];
    if (k.kind == TokenKind::Open) {
      // An acronym of the name says nothing of it: "Arab Maghreb Union (AMU)".
      if (i + 2 < t.size() && t[i + 1].all_caps && t[i + 2].kind == TokenKind::Close) {
        row.bare = row.bare || (first == 0 && i == end && i + 3 == t.size());
        i += 2;
        continue;
      }
      row.bracketed = true;
      ++depth;
      dated_in_bracket = false;
      continue;
    }
    if (k.kind == TokenKind::Close && depth > 0) --depth;
    // "Germany, the five new states joined in 1991": about others.
    if (depth == 0 && cell == 0 && i > end && k.is(WordClass::Determiner)) break;
    if (k.kind == TokenKind::Close || k.kind == TokenKind::Comma || k.kind == TokenKind::Semicolon) {
      if (mark != Field::None && mark != Field::Ignored) row.remarks.push_back(mark);
      mark = Field::None;
      continue;
    }
    if (k.is(WordClass::Be) || k.is(WordClass::Have) || k.is(WordClass::Modal) || k.is(WordClass::Relative) ||
        k.kind == TokenKind::Stop || k.is(WordClass::Negation))
      return std::nullopt;
    if ((k.is("from") || k.is("to")) && i + 1 < t.size() && t[i + 1].capital && !dated_in_bracket) {
      std::size_t last = i + 1;
      while (last < t.size() && t[last].kind == TokenKind::Word && (t[last].capital || particle(t[last])))
        ++last;
      if (const auto other = names_of_line(t, i + 1, last, gazetteer, referents); other.size() == 1) {
        (k.is("from") ? row.came_from : row.went_to) = other[0];
        i = last - 1;
        continue;
      }
    }
    if (const Field m = labels.mark(k.lower); m != Field::None) {
      // "7 December 2003 by leaving": the date before, when it has none of its own
      if (mark == Field::None || m == Field::Ignored) mark = m;
    }
  }
  if (mark != Field::None && mark != Field::Ignored) row.remarks.push_back(mark);
  return row;
}

}  // namespace entente::detail
