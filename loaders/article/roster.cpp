#include "loaders/article/roster.hpp"

#include <algorithm>
#include <array>

#include "loaders/article/coordination.hpp"

namespace entente::detail {
namespace {

using Kind = ElementKind;

constexpr std::size_t longest_row = 100;

bool has_any(const Tokens& tokens, std::initializer_list<std::string_view> words) {
  return std::any_of(tokens.list.begin(), tokens.list.end(), [&](const Token& t) {
    return std::find(words.begin(), words.end(), t.lower) != words.end();
  });
}

/// What a line above a roster says of its rows; nothing when it does not speak of members at all.
std::optional<RosterKind> kind_of(std::string_view text) {
  Tokens tokens;
  tokenize(text, {0, text.size()}, bundled_lexicon(), tokens);
  if (tokens.list.size() > 40) return std::nullopt;
  if (has_any(tokens, {"suspension", "suspensions", "suspended"})) return RosterKind::Suspended;
  if (has_any(tokens, {"observer", "observers"})) return RosterKind::Observer;
  if (has_any(tokens, {"associate", "associates", "affiliates", "partners"})) return RosterKind::Partner;
  if (has_any(tokens, {"former", "past", "departures", "departed", "withdrawn", "withdrawals", "ex-members",
                       "leavers"}))
    return RosterKind::Former;
  if (has_any(tokens, {"member", "members", "membership", "entry", "accession", "accessions", "joined",
                       "admitted", "admission", "admissions", "since", "signatories", "current", "line-up",
                       "lineup", "personnel", "roster", "entered"}))
    return RosterKind::Members;
  return std::nullopt;
}

bool year_like(std::string_view s, std::size_t at) {
  const auto digit = [&](std::size_t i) { return i < s.size() && s[i] >= '0' && s[i] <= '9'; };
  return digit(at) && digit(at + 1) && digit(at + 2) && digit(at + 3) && !digit(at + 4) &&
         (at == 0 || !digit(at - 1));
}

}  // namespace

bool Roster::line(std::string_view text, Span span, const std::optional<CalendarValue>& document) {
  if (text.size() > longest_row) return false;
  Sentence s;
  tokenize(text, {0, text.size()}, bundled_lexicon(), s.tokens);
  if (text.empty() || (s.tokens.list.size() < 2 && !run_.empty() && !run_.back().bare)) return false;
  if (text.back() == '.') return false;
  if (!run_.empty() && run_.back().bare && remark(text, document)) return true;
  bool years = false;
  for (std::size_t i = 0; i < text.size(); ++i) years = years || year_like(text, i);
  if (!years) return bare_line(text, span);
  box(text, span, document);
  DateContext context;
  context.document = document;
  find_dates(s.tokens.list, context, s.dates);
  if (s.dates.empty()) return false;
  find_names(s.tokens.list, gazetteer_, referents_, s.names);
  find_phrases(s);
  // The names come first, with nothing before them but a bullet; no verb may stand in the row but "joined"
  // and "left".
  Entry entry;
  entry.span = span;
  std::size_t e = 0;
  for (; e < s.elements.size(); ++e) {
    const NounPhrase* n = s.noun(e);
    if (n != nullptr && !n->names.empty() && !n->owner && entry.members.size() < 8) {
      for (const Member& m : n->names) entry.members.push_back(m);
    } else if (entry.members.empty() || !(s.is(e, Kind::Comma) || s.is(e, Kind::Conjunction))) {
      break;
    }
  }
  if (entry.members.empty() || s.noun(0) == nullptr) return false;
  // What a name mention took beyond the name ("Gus Harrow" of "Gus Harrow – bass") ends at the first mark or
  // date.
  for (; e < s.elements.size(); ++e) {
    if (const VerbGroup* v = s.verb(e))
      if (v->lemma == nullptr ||
          !(v->lemma->text == "join" || v->lemma->text == "leave" || v->lemma->text == "admit" ||
            v->lemma->text == "enter" || v->lemma->text == "withdraw"))
        return false;
    if (s.is(e, Kind::Relative) || s.is(e, Kind::Subordinator)) return false;
    if (s.noun(e) != nullptr && !s.noun(e)->names.empty() && s.noun(e)->first > 0 && !s.noun(e)->has_head &&
        e > 4)
      return false;
  }
  // "Iceland: joined 1970" is a sentence about Iceland.
  if (s.is(1, Kind::Colon) && !s.verbs.empty()) return false;
  for (const DateMention& d : s.dates) {
    if (d.attributive) return false;
    bool open = false;
    for (std::size_t i = d.last; i < s.tokens.list.size() && i < d.last + 2; ++i)
      open = open || s.token(i).is("present") || s.token(i).is("today") || s.token(i).is("now");
    entry.dates.push_back(d);
    entry.open.push_back(open);
  }
  run_.push_back(std::move(entry));
  return true;
}

bool Roster::bare_line(std::string_view text, Span span) {
  if (text.size() > 50 || prose_ || above_.size() > 60) return false;
  const RosterKind what = kind();
  if (what == RosterKind::None || what == RosterKind::Suspended) return false;
  Sentence s;
  tokenize(text, {0, text.size()}, bundled_lexicon(), s.tokens);
  find_names(s.tokens.list, gazetteer_, referents_, s.names);
  // One name, which a picture or a flag may have doubled.
  std::size_t token = 0;
  for (const NameMention& m : s.names) {
    if (m.first != token || m.referent != s.names[0].referent) return false;
    token = m.last;
  }
  if (s.names.empty() || token != s.tokens.list.size()) return false;
  const Sort sort = referents_[s.names[0].referent].sort;
  if (sort == Sort::Treaty || s.names[0].alias == AliasSort::Adjective) return false;
  Entry entry;
  entry.members.push_back({s.names[0].referent, s.names[0].alias, {}});
  entry.span = span;
  entry.bare = true;
  run_.push_back(std::move(entry));
  return true;
}

bool Roster::remark(std::string_view text, const std::optional<CalendarValue>& document) {
  if (text.front() != '(' || text.back() != ')') return false;
  Tokens tokens;
  tokenize(text, {0, text.size()}, bundled_lexicon(), tokens);
  DateContext context;
  context.document = document;
  std::vector<DateMention> dates;
  find_dates(tokens.list, context, dates);
  if (dates.size() != 1) return false;
  if (has_any(tokens, {"withdrew", "left", "until", "expelled", "withdrawn", "quit"}))
    dates[0].role = DateRole::Until;
  else if (!has_any(tokens, {"joined", "since", "from", "admitted", "acceded"}))
    return false;
  run_.back().dates.push_back(dates[0]);
  run_.back().open.push_back(false);
  run_.back().span.end = run_.back().span.end + 1 + text.size();
  return true;
}

void Roster::box(std::string_view text, Span span, const std::optional<CalendarValue>& document) {
  static constexpr std::array<std::string_view, 4> founded = {"formation", "founded", "established",
                                                              "formed"};
  static constexpr std::array<std::string_view, 3> dissolved = {"dissolved", "disbanded", "dissolution"};
  if (text.size() > 60) return;
  Tokens tokens;
  tokenize(text, {0, text.size()}, bundled_lexicon(), tokens);
  const auto is_one = [&](const auto& words) {
    return std::find(words.begin(), words.end(), tokens.list[0].lower) != words.end();
  };
  const bool end = is_one(dissolved);
  if (!end && !is_one(founded)) return;
  DateContext context;
  context.document = document;
  std::vector<DateMention> dates;
  find_dates(tokens.list, context, dates);
  const std::size_t behind =
      tokens.list.size() > 1 && tokens.list[1].kind == TokenKind::Colon ? std::size_t{2} : std::size_t{1};
  if (dates.empty() || dates[0].first != behind || dates[0].until) return;
  const Sentence none;
  const auto body = discourse_.body_spoken_of(none, 0);
  if (!body) return;
  Fact f;
  f.subject = *body;
  f.event = end ? Event::Dissolved : Event::Founded;
  f.date = dates[0].value.edtf();
  f.rule = "box";
  Row row;
  row.span = span;
  row.facts.push_back(std::move(f));
  boxes_.push_back(std::move(row));
}

bool Roster::speaks_of_members(std::string_view text) { return kind_of(text).has_value(); }

void Roster::heading(std::string_view text) {
  above_ = text;
  prose_ = false;
}

void Roster::prose(std::string_view text) {
  above_ = text.size() > 400 ? text.substr(text.size() - 400) : text;
  prose_ = true;
}

RosterKind Roster::kind() const {
  const RosterKind kind = kind_of(above_).value_or(RosterKind::None);
  return prose_ && kind == RosterKind::Former ? RosterKind::Members : kind;
}

std::vector<Roster::Row> Roster::take() {
  std::vector<Row> rows = std::move(boxes_);
  boxes_.clear();
  std::vector<Entry> run = std::move(run_);
  run_.clear();
  if (run.size() < 2) return rows;
  const RosterKind kind = this->kind();
  if (kind == RosterKind::None) return rows;
  const Sentence none;
  const auto body = discourse_.body_spoken_of(none, 0);
  if (!body) return rows;
  const auto fact = [&](const Member& m, Event event, const std::string& date) {
    Fact f;
    f.subject = m.referent;
    f.event = event;
    f.relation = kind == RosterKind::Observer  ? relation::observer_of
                 : kind == RosterKind::Partner ? relation::partner_of
                                               : relation::member_of;
    f.object = *body;
    f.date = date;
    f.rule = "roster";
    return f;
  };
  const bool status = kind == RosterKind::Observer || kind == RosterKind::Partner;
  for (const Entry& entry : run) {
    Row row;
    row.span = entry.span;
    for (const Member& m : entry.members) {
      if (m.referent == *body) continue;
      if (kind == RosterKind::Suspended) {
        if (entry.dates.empty()) continue;
        const std::string since = entry.dates[0].value.edtf();
        Fact f = fact(m, Event::Suspended, since);
        if (entry.dates[0].until)
          f.date = entry.dates[0].edtf();
        else if (entry.dates.size() > 1)
          f.date = since + "/" + entry.dates[1].value.edtf();
        f.relation = relation::suspended_from;
        row.facts.push_back(std::move(f));
        continue;
      }
      if (entry.bare && kind != RosterKind::Former) row.facts.push_back(fact(m, Event::Held, std::string()));
      for (std::size_t i = 0; i < entry.dates.size(); ++i) {
        const DateMention& d = entry.dates[i];
        const std::string first = d.value.edtf();
        if (d.until) {
          row.facts.push_back(fact(m, status ? Event::Held : Event::Joined, status ? d.edtf() : first));
          if (!status) row.facts.push_back(fact(m, Event::Left, d.until->edtf()));
        } else if (entry.open[i] || d.role == DateRole::Since || status) {
          row.facts.push_back(fact(m, Event::Held, first + "/.."));
        } else if (d.role == DateRole::Until || (kind == RosterKind::Former && entry.dates.size() == 1) ||
                   i == 1) {
          row.facts.push_back(fact(m, Event::Left, first));
        } else if (i == 0) {
          row.facts.push_back(fact(m, Event::Joined, first));
        }
      }
    }
    if (!row.facts.empty()) rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace entente::detail
