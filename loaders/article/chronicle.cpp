#include "loaders/article/chronicle.hpp"

#include <algorithm>

namespace entente::detail {
namespace {

constexpr std::size_t longest_head = 40;     // bytes: a date and its mark
constexpr std::size_t longest_clause = 240;  // bytes that are looked at for a verb

bool starts_date(char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'); }

/// A finite verb of some kind, or a word that is one in its base form.
bool has_verb(const std::vector<Token>& t, std::size_t first) {
  for (std::size_t i = first; i < t.size(); ++i) {
    if (t[i].is(WordClass::Be) || t[i].is(WordClass::Have) || t[i].is(WordClass::Modal)) return true;
    if (t[i].word != nullptr && !t[i].capital && i > first &&
        (t[i].word->has_form(VerbForm::Third) || t[i].word->has_form(VerbForm::Past) ||
         t[i].word->has_form(VerbForm::Base)))
      return true;
  }
  return false;
}

}  // namespace

std::optional<DatedClause> dated_clause(std::string_view entry, std::size_t begin,
                                        const std::optional<CalendarValue>& document) {
  // Most lines are no entries: what tells them is cheap.
  if (entry.size() < 12 || !starts_date(entry[0])) return std::nullopt;
  const auto head = entry.substr(0, longest_head);
  if (head.find_first_of("0123456789") == std::string_view::npos ||
      (head.find_first_of(":\t|") == std::string_view::npos &&
       head.find("\u2013") == std::string_view::npos && head.find(" - ") == std::string_view::npos &&
       head.find("  ") == std::string_view::npos))
    return std::nullopt;
  Tokens tokens;
  tokenize(entry, {0, std::min(entry.size(), longest_clause)}, bundled_lexicon(), tokens);
  const auto& t = tokens.list;
  DateContext context;
  context.document = document;
  std::vector<DateMention> dates;
  find_dates(t, context, dates);
  if (dates.empty() || dates[0].first != 0 || dates[0].until || dates[0].attributive || dates[0].relative)
    return std::nullopt;
  std::size_t first = dates[0].last;
  bool mark = false;
  while (first < t.size() &&
         (t[first].kind == TokenKind::Dash || t[first].kind == TokenKind::Colon || t[first].text == "|")) {
    mark = true;
    ++first;
  }
  if (first >= t.size()) return std::nullopt;
  const auto gap = entry.substr(t[first - 1].span.end, t[first].span.begin - t[first - 1].span.end);
  mark = mark || gap.size() > 1 || gap == "\t";
  if (!mark || t[first].kind != TokenKind::Word || !t[first].capital || !has_verb(t, first))
    return std::nullopt;
  return DatedClause{dates[0].value, {begin + t[first].span.begin, begin + entry.size()}};
}

}  // namespace entente::detail
