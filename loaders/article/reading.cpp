#include "loaders/article/reading.hpp"

#include <algorithm>

namespace entente::detail {

using Kind = ElementKind;

std::string Reading::date_text(std::size_t date, Event event) const {
  const DateMention& d = s.dates[date];
  const bool state = event == Event::Held || event == Event::Suspended;
  // "a member since its foundation in 1904"
  if (event == Event::Held && d.role == DateRole::At && d.first > 1)
    for (std::size_t i = d.first; i-- > 0 && i + 5 > d.first && s.token(i).kind == TokenKind::Word;)
      if (s.token(i).is("since")) return d.value.edtf() + "/..";
  // "have been suspended since the invention of suspension in 1995": not the day of any of them
  if (!state && d.role == DateRole::At && d.first > 1)
    for (std::size_t i = d.first; i-- > 0 && i + 8 > d.first && s.token(i).kind == TokenKind::Word;)
      if (s.token(i).is("since") && i + 2 < d.first && !s.token(i + 1).is(WordClass::Preposition)) return {};
  switch (d.role) {
    case DateRole::Span:
      if (state) return d.edtf();
      return event == Event::Left && d.until ? d.until->edtf() : d.value.edtf();
    case DateRole::Since:
      return event == Event::Held ? d.value.edtf() + "/.." : d.value.edtf();
    case DateRole::Until:
      return state                                               ? "/" + d.value.edtf()
             : event == Event::Left || event == Event::Dissolved ? d.value.edtf()
                                                                 : std::string();
    case DateRole::Before:
      return {};
    case DateRole::After: {
      CalendarValue v = d.value;
      v.approximate = v.approximate || v.day == 0;
      return v.edtf();
    }
    case DateRole::At:
    case DateRole::By:
    case DateRole::AsOf:
      break;
  }
  return d.value.edtf();
}

std::string Reading::date_of(std::size_t v, Event event) const {
  if (const auto date = arguments.date(v)) return date_text(*date, event);
  // "announced in May that it was leaving": looking back, the day of the announcement is all there is.
  if (event == Event::Left)
    for (std::size_t k = v; k-- > 0;) {
      const VerbGroup* g = s.verb(k);
      if (g == nullptr) continue;
      if (g->lemma != nullptr && g->lemma->text == "announce" && !g->unreal && !g->negated)
        if (const auto date = arguments.date(k)) return date_text(*date, event);
      break;
    }
  if (setting.heading) return setting.heading->edtf();
  return {};
}

std::string Reading::landmark_date(Event event) const {
  const auto& list = s.tokens.list;
  const std::size_t begin = arguments.clause_begin(*verb);
  const std::size_t end = arguments.scope_end(*verb);
  const std::size_t first = begin < s.elements.size() ? s.elements[begin].first : 0;
  const std::size_t last = end < s.elements.size() ? s.elements[end].first : list.size();
  for (const DateMention& d : s.dates) {
    if (!d.attributive || d.first < first || d.last > last) continue;
    // the year of a treaty is when it was signed
    if (event == Event::Signed) return d.value.edtf();
    for (std::size_t i = d.first; i-- > first && i + 7 > d.first && list[i].kind == TokenKind::Word;) {
      const bool about = list[i].is("after") || list[i].is("following") || list[i].is("before");
      const bool by_treaty = (list[i].is("with") || list[i].is("by") || list[i].is("under")) &&
                             list[d.first].is("of");  // "with the agreement of 4 May 1952"
      if (!about && !by_treaty && !list[i].is("at") && !list[i].is("during") && !list[i].is("through"))
        continue;
      CalendarValue value = d.value;
      value.approximate = value.approximate || (about && value.day == 0);
      return value.edtf();
    }
  }
  return {};
}

std::string Reading::passage_date(Event event) const {
  if (!verb || event == Event::Held) return {};
  if (const std::string landmark = landmark_date(event); !landmark.empty()) return landmark;
  const VerbGroup& g = *s.verb(*verb);
  for (const DateMention& d : s.dates)
    if (!d.attributive) return {};
  if (g.future || g.unreal || g.negated) return {};
  static constexpr std::string_view elsewhere[] = {
      "later",      "subsequently", "eventually", "previously", "earlier",   "since",     "already",
      "formerly",   "originally",   "recently",   "soon",       "once",      "again",     "thereafter",
      "afterwards", "ultimately",   "finally",    "initially",  "meanwhile", "gradually", "currently",
      "now",        "today",        "after",      "before",     "until",     "when",      "while"};
  for (const Token& t : s.tokens.list)
    if (std::find(std::begin(elsewhere), std::end(elsewhere), t.lower) != std::end(elsewhere)) return {};
  const Word* main = s.token(g.main).word;
  const bool past = g.finite && !g.perfect && !g.present;
  if (setting.told && past && main != nullptr) return setting.told->edtf();
  const bool has = g.perfect && g.present;
  if (setting.document && setting.document->month != 0 && (has || (setting.lead && past))) {
    CalendarValue month = *setting.document;
    month.day = 0;
    return month.edtf();
  }
  return {};
}

bool Reading::can_be_body(const ResolvedBody& body, Event event, bool definite) const {
  const Referent& r = discourse.referents()[body.referent];
  switch (r.sort) {
    case Sort::Body:
    case Sort::Treaty:
      return true;
    case Sort::State:
    case Sort::Person:
    case Sort::Place:
      return false;
    case Sort::Unknown:
      break;
  }
  if (!body.named) return true;
  if (discourse.has_members(body.referent)) return true;
  const bool capitals =
      std::none_of(r.name.begin(), r.name.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  if (capitals || definite) return true;
  return event == Event::Joined || event == Event::Founded || event == Event::Held;
}

bool Reading::can_be_member(const Member& member, std::size_t body) const {
  if (member.referent == body) return false;
  return discourse.referents()[member.referent].sort != Sort::Treaty;
}

void Reading::emit(const std::vector<Member>& members, Event event, const std::string& relation,
                   const std::vector<ResolvedBody>& bodies, const std::string& date, Certainty certainty,
                   const std::string& rule, std::size_t order) {
  std::vector<Member> used;
  for (const ResolvedBody& b : bodies) {
    for (const Member& m : members) {
      if (!can_be_member(m, b.referent)) continue;
      Fact f;
      f.subject = m.referent;
      f.event = event;
      f.relation = relation;
      f.object = b.referent;
      std::string own = date.empty() && certainty == Certainty::Stated ? passage_date(event) : date;
      if (event == Event::Founded && own.empty()) own = discourse.founded_on(b.referent);
      f.date = m.date ? date_text(*m.date, event) : b.date ? date_text(*b.date, event) : own;
      // "Poland (1999)" in a list of members: since then.
      if (m.date && event == Event::Held && s.dates[*m.date].role == DateRole::At &&
          relation == relation::member_of)
        f.event = Event::Joined;
      f.certainty = certainty;
      f.rule = rule;
      f.order = order;
      out.push_back(std::move(f));
      if (event == Event::Left || event == Event::Expelled || event == Event::Suspended)
        discourse.mention_leaving(m.referent, b.referent);
      else if (certainty == Certainty::Stated && relation == relation::member_of)
        discourse.mention_joining(m.referent, b.referent);
      used.push_back(m);
    }
  }
  if (used.empty()) return;
  if (event == Event::Joined || event == Event::Left || event == Event::Signed || event == Event::Suspended ||
      event == Event::Expelled)
    discourse.mention_event({event, relation, bodies, certainty, date});
  discourse.mention_members(used);
  for (const ResolvedBody& b : bodies) discourse.mention_whole(b.referent);
  for (const ResolvedBody& b : bodies) discourse.mention_body(b.referent);
}

void Reading::emit_body(std::size_t body, Event event, const std::string& date, Certainty certainty,
                        const std::string& rule, std::size_t order) {
  Fact f;
  f.subject = body;
  f.event = event;
  f.date = date.empty() && certainty == Certainty::Stated ? passage_date(event) : date;
  f.certainty = certainty;
  f.rule = rule;
  f.order = order;
  out.push_back(std::move(f));
  if (event == Event::Founded && !out.back().date.empty() && certainty == Certainty::Stated)
    discourse.mention_founding(body, out.back().date);
  discourse.mention_body(body);
}

std::string relation_of(const NounPhrase& n) {
  if (n.observer) return std::string(relation::observer_of);
  if (n.candidate) return std::string(relation::candidate_of);
  if (n.partner) return std::string(relation::partner_of);
  return {};
}

}  // namespace entente::detail
