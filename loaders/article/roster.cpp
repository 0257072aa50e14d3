#include "loaders/article/roster.hpp"

#include <algorithm>

namespace entente::detail {
namespace {

constexpr std::size_t longest_line = 160;
constexpr std::size_t longest_caption = 14;  // words
constexpr std::size_t topic_reach = 4;       // blocks of prose

bool text_token(const Token& t) { return t.kind == TokenKind::Word || t.kind == TokenKind::Number; }

/// What the words of a caption say, the first class of all counting.
Listed listed_by(const std::vector<Token>& tokens, std::size_t first) {
  Listed best = Listed::Nothing;
  bool negated = false;
  int brackets = 0;
  for (std::size_t i = first; i < tokens.size(); ++i) {
    brackets += tokens[i].kind == TokenKind::Open ? 1 : tokens[i].kind == TokenKind::Close ? -1 : 0;
    if (brackets > 0) continue;
    best = std::min(best, bundled_labels().caption(tokens[i].lower));
    negated = negated || tokens[i].is("not") || tokens[i].is("no") || tokens[i].is("never");
  }
  return negated ? Listed::Unrelated : best;
}

bool speaks_of_states(const std::vector<Token>& tokens) {
  return std::any_of(tokens.begin(), tokens.end(),
                     [](const Token& t) { return t.is("states") || t.is("countries") || t.is("nations"); });
}

/// Whether a line is nothing but a caption: "Founding members", "Observer states".
bool pure_caption(const std::vector<Token>& tokens) {
  return std::all_of(tokens.begin(), tokens.end(), [](const Token& t) {
    return t.kind != TokenKind::Word || bundled_labels().caption(t.lower) != Listed::Nothing ||
           t.is(WordClass::StateNoun) || t.is(WordClass::StatusWord) || t.is("states") || t.is("countries") ||
           t.is("nations") || t.is("of") || t.is("the") || t.is("and") || t.is("full");
  });
}

}  // namespace

void Roster::title(std::string_view text) {
  Tokens tokens;
  tokenize(text, {0, text.size()}, bundled_lexicon(), tokens);
  std::vector<NameMention> names;
  find_names(tokens.list, gazetteer_, referents_, names);
  for (const NameMention& m : names)
    if (discourse_.is_body(m.referent)) {
      title_ = m.referent;
      return;
    }
  if (names.size() == 1 && names[0].first == 0 && tokens.list.size() <= 6 &&
      referents_[names[0].referent].sort == Sort::Unknown)
    title_ = names[0].referent;
}

Caption Roster::caption_of(std::string_view text, const std::vector<Token>& tokens) {
  Caption c;
  c.listed = listed_by(tokens, 0);
  c.strong = true;
  c.colon = !text.empty() && text.back() == ':';
  std::size_t words = 0;
  for (const Token& t : tokens) words += t.kind == TokenKind::Word ? 1 : 0;
  c.several = words > 1;
  c.states = speaks_of_states(tokens);
  std::vector<NameMention> names;
  find_names(tokens, gazetteer_, referents_, names);
  for (const NameMention& m : names) {
    const bool of = m.first > 0 && (tokens[m.first - 1].is("of") || tokens[m.first - 1].is("in") ||
                                    (m.first > 1 && tokens[m.first - 1].is("the") &&
                                     (tokens[m.first - 2].is("of") || tokens[m.first - 2].is("in"))));
    const Sort sort = referents_[m.referent].sort;
    if (discourse_.is_body(m.referent) || (of && sort == Sort::Unknown)) {
      c.body = m.referent;
      break;
    }
  }
  return c;
}

std::optional<std::size_t> Roster::body() {
  std::optional<std::size_t> found = caption_.body;
  if (!found && since_topic_ < topic_reach) found = topic_;
  const Sentence none;
  if (!found) found = discourse_.body_spoken_of(none, 0);
  if (!found) found = title_;
  if (!found || !referents_[*found].id.empty()) return found;
  // "European Union Enlargement" is about the European Union.
  Tokens tokens;
  const std::string name = referents_[*found].name;
  tokenize(name, {0, name.size()}, bundled_lexicon(), tokens);
  for (std::size_t i = 0; i < tokens.list.size(); ++i) {
    const Gazetteer::Entry* entry = nullptr;
    const std::size_t length = gazetteer_.match(tokens.list, i, entry);
    if (length == 0 || (i > 0 && i + length < tokens.list.size())) continue;
    if (length == tokens.list.size() || (entry->sort != Sort::Body && entry->sort != Sort::Treaty)) continue;
    const std::size_t begin = tokens.list[i].span.begin;
    return referents_.of_entry(
        *entry, std::string_view(name).substr(begin, tokens.list[i + length - 1].span.end - begin));
  }
  return found;
}

void Roster::prose(std::string_view text) {
  end_run(true);
  ++since_topic_;
  columns_.clear();
  column_lines_ = header_open_ = date_leads_ = false;
  caption_ = Caption();
  announcement_ = text;
}

void Roster::read_announcement() {
  if (announcement_.empty()) return;
  const bool colon = announcement_.back() == ':';
  auto text = announcement_;
  announcement_ = {};
  if (text.size() > 400) text = text.substr(text.size() - 400);
  Tokens tokens;
  tokenize(text, {0, text.size()}, bundled_lexicon(), tokens);
  // Before a colon the last words say what comes.
  const std::size_t size = tokens.list.size();
  if (colon && size > 9) caption_.listed = listed_by(tokens.list, size - 9);
  if (caption_.listed == Listed::Nothing && size <= 80) caption_.listed = listed_by(tokens.list, 0);
  if (!colon && (caption_.listed == Listed::Left || caption_.listed == Listed::Departures ||
                 caption_.listed == Listed::Founders || caption_.listed == Listed::Suspended))
    caption_.listed = Listed::Members;
  caption_.strong = caption_.colon = caption_.several = colon;
  caption_.states = speaks_of_states(tokens.list);
}

bool Roster::dates_rows(std::string_view text) {
  read_announcement();
  if (caption_.listed == Listed::Nothing || !caption_.strong) return false;
  Tokens tokens;
  tokenize(text, {0, text.size()}, bundled_lexicon(), tokens);
  const auto dates = dates_of_line(text, tokens.list, document_);
  if (dates.empty() || dates.front().first != 0) return false;
  end_run(false);
  caption_.date = dates.front().stamp.first;
  return true;
}

bool Roster::header(const std::vector<Token>& t, bool dated) {
  if (dated || t.size() > 24) return false;
  std::vector<Field> found;
  for (std::size_t i = 0; i < t.size();) {
    std::size_t length = 0;
    const Field f = bundled_labels().field(t, i, length);
    if (length > 0) {
      // "years of admission" are dates of admission
      if (!(f == Field::Period && i + length < t.size() && t[i + length].is("of"))) found.push_back(f);
      i += length;
      continue;
    }
    const bool filler = t[i].kind != TokenKind::Word || t[i].is("of") || t[i].is("the") || t[i].is("date") ||
                        t[i].is("year") || t[i].is("in");
    if (!filler) return false;
    ++i;
  }
  // "Ratification, acceptance, approval": one column.
  std::vector<Field> columns;
  for (const Field f : found)
    if (columns.empty() || columns.back() != f) columns.push_back(f);
  const auto gives_date = [](Field f) { return f != Field::Name && f != Field::Ignored && f != Field::None; };
  if (columns.size() >= 2 && columns.front() == Field::Name &&
      std::any_of(columns.begin(), columns.end(), gives_date)) {
    end_run(false);
    columns_ = std::move(columns);
    column_lines_ = header_open_ = false;
    return true;
  }
  // "Date Country": a date holds for the rows below it, too.
  if (columns.size() == 2 && columns[1] == Field::Name &&
      (columns[0] == Field::Period || columns[0] == Field::Joined)) {
    end_run(false);
    columns_.clear();
    column_lines_ = header_open_ = false;
    if (caption_.listed == Listed::Nothing) caption_.listed = Listed::Joined;
    caption_.strong = true;
    date_leads_ = true;
    return true;
  }
  // One head a line.
  if (std::any_of(t.begin(), t.end(), [](const Token& k) { return k.kind == TokenKind::Number; }))
    return false;
  if (columns.empty() || t.size() > 8) return false;
  const bool comma =
      std::any_of(t.begin(), t.end(), [](const Token& k) { return k.kind == TokenKind::Comma; });
  if (!(columns.size() == 1 || comma)) return false;
  if (columns.front() == Field::Name && !header_open_) {
    // "Members" alone is the caption of a list.
    if (t.size() > 2 || (t[0].lower.back() == 's' && bundled_labels().caption(t[0].lower) != Listed::Nothing))
      return false;
    end_run(false);
    columns_ = {Field::Name};
    header_open_ = column_lines_ = true;
    return true;
  }
  if (header_open_ && column_lines_ && run_.empty()) {
    columns_.push_back(columns.front());
    return true;
  }
  return false;
}

bool Roster::sheet(const std::vector<Token>& t, const std::vector<LineDate>& dates, Span span) {
  if (dates.empty()) return false;
  std::size_t length = 0;
  const Field f = bundled_labels().field(t, 0, length);
  if (length == 0) return false;
  std::size_t at = length;
  while (at < t.size() && (t[at].kind == TokenKind::Colon || t[at].kind == TokenKind::Dash)) ++at;
  if (dates.front().first != at) return false;
  Field what = Field::None;
  const auto first = t[0].lower;
  if (f == Field::Dissolved)
    what = f;
  else if (f == Field::Founded || first == "founded" || first == "established")
    what = Field::Founded;
  else if (f == Field::InForce)
    what = f;
  if (what == Field::None) return false;
  end_run(true);
  const auto who = body();
  if (!who) return false;
  if (what == Field::InForce && referents_[*who].sort != Sort::Treaty) return false;
  Fact fact;
  fact.subject = *who;
  fact.event = what == Field::Founded     ? Event::Founded
               : what == Field::Dissolved ? Event::Dissolved
                                          : Event::EnteredIntoForce;
  fact.date = dates.front().stamp.first;
  fact.rule = "fact-box";
  if (what == Field::Founded) discourse_.mention_founding(*who, fact.date);
  ended_.push_back({{std::move(fact)}, span});
  return true;
}

bool Roster::inline_members(const std::vector<Token>& t, Span span) {
  if (t.size() < 4) return false;
  std::size_t at = 0;
  Listed listed = Listed::Nothing;
  while (at < t.size() && at < 3 && t[at].kind == TokenKind::Word) {
    const Listed l = bundled_labels().caption(t[at].lower);
    if (l == Listed::Nothing && !t[at].is("states") && !t[at].is("countries") && !t[at].is("state")) break;
    listed = std::min(listed, l);
    ++at;
  }
  if (listed == Listed::Nothing || at == t.size() || t[at].kind != TokenKind::Word) return false;
  const auto names = names_of_line(t, at, t.size(), gazetteer_, referents_);
  if (names.size() < 3 ||
      !std::all_of(names.begin(), names.end(), [&](std::size_t m) { return discourse_.is_state(m); }))
    return false;
  end_run(false);
  caption_ = Caption();
  caption_.listed = listed;
  caption_.strong = caption_.colon = true;
  for (const std::size_t m : names) {
    ListRow row;
    row.span = span;
    row.members = {m};
    row.known = true;
    run_.push_back(std::move(row));
  }
  end_run(false);
  caption_ = Caption();
  return true;
}

LineKind Roster::line(std::string_view raw, Span span, bool bulleted,
                      const std::optional<CalendarValue>& document) {
  document_ = document;
  read_announcement();
  if (raw.size() > 2000) raw = raw.substr(0, 2000);
  std::string cells(raw);
  std::replace(cells.begin(), cells.end(), '|', '\t');
  const std::string_view text = bare_line(cells, bulleted);
  if (text.empty()) return run_.empty() ? LineKind::Other : LineKind::Row;
  Tokens tokens;
  tokenize(text, {0, text.size()}, bundled_lexicon(), tokens);
  const std::vector<Token>& t = tokens.list;
  if (t.empty()) return LineKind::Other;
  const auto dates = dates_of_line(text, t, document);

  // The cells of a table that has one a line.
  if (column_lines_ && columns_.size() > 1 && !run_.empty()) {
    const bool nothing = std::all_of(t.begin(), t.end(), [](const Token& k) {
      return k.kind == TokenKind::Dash || k.kind == TokenKind::Stop;
    });
    if (nothing && text.size() > 1) {
      run_.back().stamps.emplace_back();
      run_.back().stamps.back().cell = run_.back().stamps.size();
      return LineKind::Row;
    }
    if (t.size() == 1 && t[0].kind == TokenKind::Number && t[0].text.size() < 4) return LineKind::Row;
    if (!dates.empty() && dates.front().first == 0 && dates.front().last + 4 > t.size()) {
      Stamp s = dates.front().stamp;
      s.cell = run_.back().stamps.size() + 1;
      for (std::size_t i = dates.front().last; i < t.size(); ++i)
        if (const Field m = bundled_labels().mark(t[i].lower); m != Field::None) s.field = m;
      run_.back().stamps.push_back(std::move(s));
      return LineKind::Row;
    }
  }
  if (header(t, !dates.empty())) return LineKind::Caption;
  if (column_lines_ && columns_.size() > 1) header_open_ = false;
  if (sheet(t, dates, span)) return LineKind::Row;
  if (inline_members(t, span)) return LineKind::Row;
  if (const Field f = bundled_labels().heading(t); f == Field::Region) {
    return LineKind::Row;
  } else if (f == Field::Ignored) {
    end_run(true);
    caption_ = Caption();
    return LineKind::Other;
  }

  // A remark of its own line belongs to the row above: "(withdrew in 1968)".
  if (t.front().kind == TokenKind::Open && !run_.empty()) {
    Field mark = Field::None;
    for (const Token& k : t)
      if (mark == Field::None) mark = bundled_labels().mark(k.lower);
    for (const LineDate& d : dates) {
      run_.back().stamps.push_back(d.stamp);
      run_.back().stamps.back().field = mark;
    }
    if (dates.empty() && mark != Field::None) run_.back().remarks.push_back(mark);
    run_.back().bracketed = true;
    run_.back().span.end = span.end;
    return LineKind::Row;
  }

  std::size_t words = 0;
  for (const Token& k : t) words += text_token(k) ? 1 : 0;

  const bool sentence = words > 4 && (raw.back() == '.' || raw.back() == '!' || raw.back() == '?');

  // "1962 – Cyprus joins the Council": a sentence with its date before it.
  const auto offset = static_cast<std::size_t>(text.data() - cells.data());
  if (auto clause = dated_clause(text, span.begin + offset, document)) {
    clause->span.end = span.end;
    end_run(false);
    clause_ = *clause;
    return LineKind::Dated;
  }

  if (sentence) {
    end_run(false);
    return LineKind::Other;
  }
  // "Headquarters Moscow": a line of a fact box that is about other things.
  std::size_t label = 0;
  if (bundled_labels().field(t, 0, label) == Field::Ignored && label < t.size() && dates.empty() &&
      (!bulleted || t[0].is("name"))) {
    // "Name  Association of Southeast Asian Nations"
    if (t[0].is("name"))
      if (const auto named = names_of_line(t, label, t.size(), gazetteer_, referents_); named.size() == 1) {
        topic_ = named[0];
        since_topic_ = 0;
      }
    end_run(true);
    caption_ = Caption();
    return LineKind::Other;
  }
  auto row = raw.size() <= longest_line && words <= 24 ? read_row(text, t, document, gazetteer_, referents_)
                                                       : std::nullopt;
  if (row) {
    row->span = span;
    row->bulleted = bulleted;
  }
  const bool known_row = row && row->known && (caption_.listed != Listed::Nothing || !columns_.empty());
  // A caption, unless it is the name of somebody.
  const bool colon = raw.back() == ':';
  // "Finland: associate from 1961" is about Finland.
  const Gazetteer::Entry* who = nullptr;
  const bool begins_with_member =
      (row && row->known) ||
      (gazetteer_.match(t, 0, who) > 0 && who->sort == Sort::State && who->alias == AliasSort::Name);
  const bool inside =
      std::any_of(t.begin(), t.end() - 1, [](const Token& k) { return k.kind == TokenKind::Colon; });
  if (!known_row && words <= longest_caption && !((inside || bulleted) && begins_with_member) &&
      !(bulleted && !colon && caption_.strong && !pure_caption(t))) {
    Caption c = caption_of(raw, t);
    const bool dated_name = row && !dates.empty() && !colon && dates.front().first > 0 &&
                            !row->members.empty() &&
                            (caption_.listed != Listed::Nothing || !columns_.empty()) &&
                            bundled_labels().caption(t[0].lower) == Listed::Nothing;
    if (c.listed != Listed::Nothing && !dated_name) {
      end_run(true);
      caption_ = std::move(c);
      columns_.clear();
      column_lines_ = header_open_ = false;
      return LineKind::Caption;
    }
  }
  // "From 1973:", "1995": a date for the rows below.
  if (!dates.empty() && dates.front().first == 0 && !row && caption_.listed != Listed::Nothing &&
      words <= 6 && caption_.strong) {
    end_run(false);
    caption_.date = dates.front().stamp.first;
    return LineKind::Other;
  }
  if (row && (row->members.size() < 12)) {
    if (row->known && row->members.size() == 1 && discourse_.is_body(row->members[0]) && !row->bracketed &&
        row->stamps.empty() && !bulleted && run_.empty() && !caption_.strong) {
      topic_ = row->members[0];
      since_topic_ = 0;
      return LineKind::Other;
    }
    if (date_leads_) {
      if (row->leads)
        leading_ = row->stamps.front();
      else if (leading_)
        row->stamps.insert(row->stamps.begin(), *leading_);
    }
    run_.push_back(std::move(*row));
    return LineKind::Row;
  }
  // "8 states"
  if (t.size() == 2 && t[0].kind == TokenKind::Number && caption_.listed != Listed::Nothing && run_.empty())
    return LineKind::Other;
  // Another heading ends the list; a bullet that is no entry does not.
  if (!bulleted && columns_.empty()) {
    end_run(true);
    caption_ = Caption();
  }
  return LineKind::Other;
}

void Roster::end_run(bool before_text) {
  std::vector<ListRow> run = std::move(run_);
  run_.clear();
  leading_.reset();
  if (run.empty()) return;
  // A bare name before a text or a caption is the heading of what comes.
  std::optional<std::size_t> topic;
  Span topic_span;
  if (before_text) {
    const ListRow& last = run.back();
    const bool bare = last.bare && !last.bulleted && last.members.size() == 1 &&
                      (run.size() == 1 || caption_.listed != Listed::Nothing);
    const bool others = std::all_of(run.begin(), run.end() - 1, [&](const ListRow& r) {
      return r.bracketed || !r.stamps.empty() || r.bulleted;
    });
    if (bare && others && !discourse_.is_state(last.members[0])) {
      topic = last.members[0];
      topic_span = last.span;
      run.pop_back();
    }
  }
  rows_of(std::move(run));
  if (!topic) return;
  topic_ = topic;
  since_topic_ = 0;
  ended_.push_back({{}, topic_span});
}

void Roster::rows_of(std::vector<ListRow> run) {
  if (run.empty()) return;
  // Lines that were no list are still read for what they name, unless it is with a date of something else.
  const auto reject = [&](const ListRow& r) {
    if (r.stamps.empty()) ended_.push_back({{}, r.span});
  };
  const bool table = std::any_of(columns_.begin(), columns_.end(), [](Field f) {
    return f == Field::Joined || f == Field::Left || f == Field::Suspended || f == Field::Signed ||
           f == Field::Ratified || f == Field::Period;
  });
  const bool listed = caption_.listed != Listed::Nothing && caption_.listed != Listed::Unrelated;
  std::size_t members = 0;
  for (const ListRow& r : run) members += r.known || run.size() > 1 ? r.members.size() : 1;
  std::optional<std::size_t> of;
  if ((listed || table) && caption_.listed != Listed::Unrelated && members >= 2) of = body();
  if (!of) {
    for (const ListRow& r : run) reject(r);
    return;
  }
  std::size_t known = 0, dated = 0, day_first = 0, month_first = 0;
  for (const ListRow& r : run) {
    known += r.known ? 1U : 0U;
    dated += r.stamps.empty() ? 0U : 1U;
    for (const Stamp& s : r.stamps)
      if (s.figures) {
        day_first += (*s.figures)[0] > 12 ? 1U : 0U;
        month_first += (*s.figures)[1] > 12 ? 1U : 0U;
      }
  }
  const bool days = day_first > 0 && month_first == 0;
  const bool months = month_first > 0 && day_first == 0;
  const bool states = known * 5 >= run.size() * 3;
  for (ListRow& r : run) {
    for (Stamp& s : r.stamps) {
      if (!s.figures || !(days || months || (*s.figures)[0] == (*s.figures)[1])) continue;
      const int day = (*s.figures)[months ? 1 : 0];
      const int month = (*s.figures)[months ? 0 : 1];
      const auto two = [](int n) { return (n < 10 ? "-0" : "-") + std::to_string(n); };
      if (month <= 12) s.first += two(month) + two(day);
    }
    const bool named_well =
        r.known ? !r.members.empty()
                : !states && (r.bulleted || r.bracketed || caption_.colon || caption_.several);
    const bool taken = !r.stamps.empty() || !caption_.date.empty()
                           ? r.known || !states || dated * 5 >= run.size() * 4
                           : caption_.strong && named_well;
    Entry entry;
    entry.span = r.span;
    if (taken) facts_of(r, *of, entry.facts);
    ended_.push_back(std::move(entry));
  }
  discourse_.mention_whole(*of);
}

std::vector<Roster::Entry> Roster::take(bool end) {
  if (end) end_run(true);
  std::vector<Entry> out = std::move(ended_);
  ended_.clear();
  return out;
}

}  // namespace entente::detail
