#include "loaders/article/argument.hpp"

#include <algorithm>
#include <array>

namespace entente::detail {
namespace {
using Kind = ElementKind;

/// Whether the verb, when it reports an event, cannot do without an object: its past form alone is then a
/// participle.
bool transitive(const VerbGroup& g) {
  for (const Frame& f : bundled_lexicon().frames(g.lemma)) {
    const bool member_object = !f.active_member.places.empty() && f.active_member.places.front() == "O";
    const bool body_object =
        !f.active_body.places.empty() && f.active_body.places.front() == "O" &&
        ((!f.active_body.optional && f.event == Event::Founded) || f.event == Event::Signed);
    if ((member_object || body_object) && f.verb->text != "withdraw") return true;
  }
  return false;
}

/// A verb by which somebody leaves a body.
bool leaves(const VerbGroup& g) {
  const auto& frames = bundled_lexicon().frames(g.lemma);
  return std::any_of(frames.begin(), frames.end(), [](const Frame& f) { return f.event == Event::Left; });
}

}  // namespace

std::size_t Arguments::chain_head(std::size_t e) const {
  while (e >= 2 && s_.is(e - 1, Kind::Preposition) && s_.noun(e - 2) != nullptr &&
         (s_.word_is(e - 1, "of") || s_.word_is(e - 1, "from") || s_.word_is(e - 1, "in") ||
          s_.word_is(e - 1, "for") || s_.word_is(e - 1, "with") || s_.word_is(e - 1, "to") ||
          s_.word_is(e - 1, "on") || s_.word_is(e - 1, "between") || s_.word_is(e - 1, "among")))
    e -= 2;
  return e;
}

std::optional<std::size_t> Arguments::of(std::size_t noun, std::string_view preposition) const {
  if (s_.word_is(noun + 1, preposition) && s_.noun(noun + 2) != nullptr) return noun + 2;
  return std::nullopt;
}

std::optional<std::size_t> Arguments::antecedent(std::size_t relative) const {
  std::size_t i = relative;
  // "all of which", "both of whom": the whole list; "of which", "in which": no subject
  if (i >= 1 && s_.is(i - 1, Kind::Preposition)) {
    if (i >= 2 && s_.noun(i - 2) != nullptr && s_.word_is(i - 1, "of"))
      i -= 2;
    else
      return std::nullopt;
  }
  if (i >= 1 && (s_.is(i - 1, Kind::Comma) || s_.is(i - 1, Kind::Dash) || s_.is(i - 1, Kind::Conjunction)))
    --i;
  if (i >= 1 && (s_.is(i - 1, Kind::Comma))) --i;
  if (i >= 1 && s_.is(i - 1, Kind::Date)) --i;
  if (i >= 1 && s_.noun(i - 1) != nullptr) {
    const std::size_t nearest = i - 1;
    // "the Quadruple Alliance, an ordinary treaty, which …": what explains a name is that name.
    const NounPhrase& last = *s_.noun(nearest);
    if (last.names.empty() && last.determiner == Determiner::A && i >= 3 && s_.is(i - 2, Kind::Comma) &&
        s_.noun(i - 3) != nullptr && s_.noun(i - 3)->names.size() == 1)
      return i - 3;
    // "the seven members of the league that had stayed": a restrictive clause after a plural head
    const std::size_t head = chain_head(nearest);
    if (head != nearest && s_.word_is(relative, "who") && s_.noun(nearest)->names.empty()) return head;
    return nearest;
  }
  return std::nullopt;
}

std::optional<std::size_t> Arguments::coordinated_with(std::size_t v) const {
  std::size_t i = v;
  while (i > 0 && (s_.is(i - 1, Kind::Conjunction) || s_.is(i - 1, Kind::Comma) || s_.is(i - 1, Kind::Date)))
    --i;
  if (i == v || i == 0) return std::nullopt;
  // "joined in 1999, when its name changed, and withdrew": the comma closes the clause in between.
  const bool closed = s_.is(i, Kind::Comma);
  for (std::size_t k = i; k-- > 0;) {
    if (closed && s_.is(k, Kind::Verb)) {
      const std::size_t begin = clause_begin(k);
      if (begin >= 2 && (s_.is(begin - 1, Kind::Subordinator) || s_.is(begin - 1, Kind::Relative)) &&
          s_.is(begin - 2, Kind::Comma)) {
        k = begin - 1;
        continue;
      }
    }
    if (s_.is(k, Kind::Verb) && (s_.verb(k)->finite || s_.verb(k)->participle || s_.verb(k)->ing)) return k;
    if (s_.is(k, Kind::Semicolon) || s_.is(k, Kind::Colon)) return std::nullopt;
  }
  return std::nullopt;
}

bool Arguments::opens_clause(std::size_t e) const {
  for (std::size_t k = e; k-- > 0;) {
    const Kind kind = s_.elements[k].kind;
    if (kind == Kind::Semicolon || kind == Kind::Subordinator || kind == Kind::Relative) return true;
    if (kind == Kind::Verb) return s_.is(e - 1, Kind::Conjunction) || s_.is(e - 1, Kind::Comma);
  }
  return true;
}

bool Arguments::closed_by_mark(std::size_t v) const {
  for (std::size_t k = v + 1; k < s_.elements.size(); ++k) {
    if (s_.is(k, Kind::Comma) && s_.verb(k + 1) != nullptr) return true;
    if (const VerbGroup* g = s_.verb(k); g != nullptr && !g->ing && !g->infinitive) return false;
  }
  return false;
}

std::optional<std::size_t> Arguments::subject(std::size_t v, int depth) const {
  // Kept, since the subjects of a row of verbs rest on one another.
  auto& known = s_.subjects;
  if (known.size() != s_.elements.size()) known.assign(s_.elements.size(), std::nullopt);
  if (known[v]) return *known[v];
  if (depth > 4) return std::nullopt;
  const auto found = find_subject(v, depth);
  known[v] = found;
  return found;
}

std::optional<std::size_t> Arguments::find_subject(std::size_t v, int depth) const {
  const VerbGroup& g = *s_.verb(v);
  std::size_t i = v;
  if (i == 0) {
    // "Founded in 1949 by …, the alliance": the subject follows the comma.
    if (g.participle || g.ing || (g.finite && !g.passive && g.first == s_.tokens.list.size())) i = 0;
  }
  // "The latest country to join the union was Montenegro"
  if (const auto named = named_later(v)) return named;
  if (g.infinitive && i > 0) {
    // "for Sweden to join"; "the first country to leave"; "invited Sweden to join"; "met to form", "quit the
    // band to join"
    if (i >= 2 && s_.noun(i - 1) != nullptr && s_.word_is(i - 2, "for")) return i - 1;
    for (std::size_t k = i; k-- > 0;) {
      const VerbGroup* governor = s_.verb(k);
      if (s_.is(k, Kind::Semicolon)) break;
      if (governor == nullptr) continue;
      const bool controls =
          governor->lemma != nullptr && governor->lemma->government != 0 && !governor->passive;
      if (controls && s_.noun(k + 1) != nullptr && k + 2 == i) return k + 1;
      return subject(k, depth + 1);
    }
    return std::nullopt;
  }
  // "with Finland joining in 1955"
  if (i >= 2 && s_.noun(i - 1) != nullptr && s_.word_is(i - 2, "with") &&
      (g.ing || (g.first == g.main && !s_.noun(i - 1)->names.empty() && s_.token(g.main).word != nullptr &&
                 s_.token(g.main).word->has_form(VerbForm::Participle) && governor_of(v))))
    return i - 1;
  // "Uzbekistan in 2006 joined"
  while (i > 0 && s_.is(i - 1, Kind::Date) && i >= 2 && s_.noun(i - 2) != nullptr) --i;
  if (i > 0 && s_.is(i - 1, Kind::Relative)) {
    const auto found = antecedent(i - 1);
    // "A and B were among the cities that founded it": what is said of the cities is said of A and B.
    if (found && s_.noun(*found)->names.empty() && *found > 0) {
      std::size_t k = *found;
      while (k >= 2 && s_.is(k - 1, Kind::Preposition) && s_.noun(k - 2) != nullptr) k -= 2;
      if (k > 0 && (s_.word_is(k - 1, "among") || s_.word_is(k - 1, "amongst"))) --k;
      if (k > 0)
        if (const VerbGroup* be = s_.verb(k - 1);
            be != nullptr && be->lemma != nullptr && be->lemma->text == "be")
          return subject(k - 1, depth + 1);
    }
    return found;
  }
  if (i > 0 && s_.noun(i - 1) != nullptr) {
    const std::size_t head = chain_head(i - 1);
    if (head > 0 && s_.is(head - 1, Kind::Preposition)) {
      // The phrase before the verb hangs on a preposition: its own head may stand before a date or a bracket.
      std::size_t k = head - 1;
      if (k > 0 && s_.is(k - 1, Kind::Date)) --k;
      if (k > 0 && s_.noun(k - 1) != nullptr) return chain_head(k - 1);
      // A participle before the preposition modifies the subject: "the treaty signed in Rome entered …".
      if (k > 0 && s_.verb(k - 1) != nullptr && !s_.verb(k - 1)->infinitive && depth < 4 && g.finite &&
          (s_.verb(k - 1)->participle || (s_.verb(k - 1)->finite && !s_.verb(k - 1)->passive)))
        return subject(k - 1, depth + 1);
      return std::nullopt;
    }
    // "the agreement establishing the fund was signed": the object of a participle is not the subject.
    if (head > 1 && s_.verb(head - 1) != nullptr && s_.verb(head - 1)->ing && g.finite &&
        s_.noun(head - 2) != nullptr && s_.elements[head - 2].last == s_.elements[head - 1].first)
      return chain_head(head - 2);
    // "X is a body set up in 1911": what is said of the description is said of X.
    const NounPhrase& n = *s_.noun(head);
    // "Delian League, association of cities formed in 478 BC"
    if (n.names.empty() && !n.plural && n.head != nullptr && n.head->is(WordClass::BodyNoun) && head >= 2 &&
        s_.is(head - 1, Kind::Comma) && s_.noun(head - 2) != nullptr &&
        s_.noun(head - 2)->names.size() == 1 &&
        (n.determiner == Determiner::None || n.determiner == Determiner::A))
      return head - 2;
    // "a trade body and customs area consisting of …"
    std::size_t first = head;
    while (!g.finite && first >= 2 && s_.is(first - 1, Kind::Conjunction) && s_.noun(first - 2) != nullptr &&
           s_.noun(first - 2)->names.empty())
      first = chain_head(first - 2);
    if (n.names.empty() && s_.noun(first)->determiner == Determiner::A && first > 0)
      if (const VerbGroup* be = s_.verb(first - 1);
          be != nullptr && be->lemma != nullptr && be->lemma->text == "be")
        return subject(first - 1, depth + 1);
    return head;
  }
  // "Egypt: suspended in 1979"
  if (i == 2 && s_.is(1, Kind::Colon) && s_.noun(0) != nullptr && s_.noun(0)->names.size() == 1) return 0;
  if (i > 0 && s_.is(i - 1, Kind::Conjunction)) {
    if (const auto other = coordinated_with(v)) return subject(*other, depth + 1);
    return std::nullopt;
  }
  if (i > 0 && (s_.is(i - 1, Kind::Comma) || s_.is(i - 1, Kind::Dash))) {
    const Kind mark = s_.elements[i - 1].kind;
    const Word* word = s_.token(g.main).word;
    const bool reduced = g.first == g.main && g.last == g.main + 1 && word != nullptr &&
                         word->has_form(VerbForm::Participle) && i >= 2 && s_.noun(i - 2) != nullptr &&
                         opens_clause(chain_head(i - 2)) && closed_by_mark(v);
    if (reduced) return chain_head(i - 2);
    // ", signed in Manila by A and B": a participle at the end of a clause that has its verb
    const bool trailing = g.first == g.main && g.last == g.main + 1 && word != nullptr &&
                          word->has_form(VerbForm::Participle) && i >= 2 && s_.noun(i - 2) != nullptr &&
                          !s_.noun(i - 2)->names.empty() && !opens_clause(chain_head(i - 2)) &&
                          s_.noun(v + 1) == nullptr && transitive(g);
    if (trailing) return i - 2;
    if (g.ing || g.participle) {
      // ", joining in 1995": the subject of the clause before; ", founded in 1949": the noun before the comma
      if (g.participle && i >= 2 && s_.noun(i - 2) != nullptr) return i - 2;
      for (std::size_t k = i - 1; k-- > 0;)
        if (s_.verb(k) != nullptr && s_.verb(k)->finite) return subject(k, depth + 1);
      if (i >= 2 && s_.noun(i - 2) != nullptr) return i - 2;
      return std::nullopt;
    }
    for (std::size_t k = i - 1; k-- > 0;) {
      if (s_.elements[k].kind == mark && k > 0 && s_.noun(k - 1) != nullptr) {
        const std::size_t head = chain_head(k - 1);
        if (head > 0 && s_.is(head - 1, Kind::Preposition)) continue;
        // The part between the marks must not be a clause of its own that the verb continues.
        if (head > 0 && s_.verb(head - 1) != nullptr && s_.verb(head - 1)->finite) break;
        return head;
      }
      if (s_.is(k, Kind::Semicolon)) break;
    }
    if (const auto other = coordinated_with(v)) return subject(*other, depth + 1);
    // "A, together with B, joined": the list before the comma
    if (i >= 2 && s_.noun(i - 2) != nullptr && opens_clause(chain_head(i - 2))) {
      const std::size_t head = chain_head(i - 2);
      if (head == 0 || !s_.is(head - 1, Kind::Preposition)) return head;
    }
    // ", then joined"
    return std::nullopt;
  }
  if (i > 0 && s_.verb(i - 1) != nullptr) return subject(i - 1, depth + 1);
  if (i == 0 && (g.participle || g.ing || g.finite)) {
    // "Founded in 1949 by ten states, NATO is …"
    for (std::size_t k = v + 1; k < s_.elements.size(); ++k)
      if (s_.is(k, Kind::Comma) && s_.noun(k + 1) != nullptr) {
        std::size_t after = k + 2;
        while (s_.is(after, Kind::Preposition) && s_.noun(after + 1) != nullptr) after += 2;
        if (s_.verb(after) != nullptr || s_.is(after, Kind::Comma)) return k + 1;
      }
  }
  if (i > 0 && s_.is(i - 1, Kind::Preposition)) {
    // "talked A into leaving", "kept A from joining": whoever is talked into it
    if (g.ing && i >= 3 && (s_.word_is(i - 1, "into") || s_.word_is(i - 1, "from")) &&
        s_.noun(i - 2) != nullptr && s_.verb(i - 3) != nullptr)
      return i - 2;
    // "after joining", "by leaving": the subject of the clause
    for (std::size_t k = i - 1; k-- > 0;)
      if (s_.verb(k) != nullptr && s_.verb(k)->finite) return subject(k, depth + 1);
    for (std::size_t k = v + 1; k < s_.elements.size(); ++k)
      if (s_.is(k, Kind::Comma) && s_.noun(k + 1) != nullptr) return k + 1;
  }
  return std::nullopt;
}

namespace {
bool is_be(const VerbGroup* g) { return g != nullptr && g->lemma != nullptr && g->lemma->text == "be"; }
}  // namespace

std::optional<std::size_t> Arguments::later_copula(std::size_t v) const {
  const VerbGroup& g = *s_.verb(v);
  if (!g.infinitive || v == 0 || s_.noun(v - 1) == nullptr || !s_.noun(v - 1)->names.empty())
    return std::nullopt;
  const std::size_t head = chain_head(v - 1);
  const NounPhrase& n = *s_.noun(head);
  const bool one = n.first_one || (n.head != nullptr &&
                                   (n.head->is(WordClass::StateNoun) || n.head->is(WordClass::MemberNoun)));
  if (!one || n.determiner == Determiner::A || !opens_clause(head) ||
      (head > 0 && s_.is(head - 1, Kind::Preposition)))
    return std::nullopt;
  for (std::size_t k = v + 1; k < s_.elements.size(); ++k) {
    if (s_.is(k, Kind::Semicolon) || s_.is(k, Kind::Relative) || s_.is(k, Kind::Subordinator))
      return std::nullopt;
    if (s_.verb(k) == nullptr) continue;
    if (!is_be(s_.verb(k)) || s_.noun(k + 1) == nullptr || s_.noun(k + 1)->names.empty()) return std::nullopt;
    return k;
  }
  return std::nullopt;
}

std::optional<std::size_t> Arguments::named_later(std::size_t v) const {
  const auto be = later_copula(v);
  return be ? std::optional(*be + 1) : std::nullopt;
}

std::optional<std::size_t> Arguments::governor_of(std::size_t v) const {
  for (std::size_t k = v; k-- > 0;) {
    if (s_.is(k, Kind::Semicolon)) return std::nullopt;
    if (s_.verb(k) != nullptr) return k;
  }
  return std::nullopt;
}

std::vector<std::size_t> Arguments::companions(std::size_t v) const {
  std::vector<std::size_t> found;
  const std::size_t end = scope_end(v);
  // "founded the club, along with A and B"; "left the bloc together with A"
  for (std::size_t k = v + 1; k < end; ++k)
    if (s_.is(k, Kind::Conjunction) && (s_.word_is(k, "along") || s_.word_is(k, "together")) &&
        s_.noun(k + 1) != nullptr && !s_.noun(k + 1)->names.empty())
      found.push_back(k + 1);
  // "Joining together with A and B, C formed": those who came together
  if (const VerbGroup* first = s_.verb(0); first != nullptr && first->ing && unites(*first) && v > 0 &&
                                           governor_of(v) == std::optional<std::size_t>(0))
    for (std::size_t k = 1; k < v && !s_.is(k, Kind::Comma); ++k)
      if ((s_.word_is(k, "with") || s_.word_is(k, "together")) && s_.noun(k + 1) != nullptr &&
          !s_.noun(k + 1)->names.empty()) {
        found.push_back(k + 1);
        for (std::size_t more = k + 2; s_.is(more, Kind::Comma) && s_.noun(more + 1) != nullptr &&
                                       !s_.noun(more + 1)->names.empty() && s_.verb(more + 2) == nullptr;
             more += 2)
          found.push_back(more + 1);
      }
  // "joined with A and B to form": of what is founded, all are founders
  if (s_.verb(v)->infinitive)
    if (const auto governor = governor_of(v); governor && unites(*s_.verb(*governor)))
      if (const auto with = after(*governor, "with"); with && *with < v) found.push_back(*with);
  return found;
}

bool Arguments::unites(const VerbGroup& g) {
  static constexpr std::array<std::string_view, 10> verbs = {"join",    "meet", "unite", "merge", "combine",
                                                             "partner", "ally", "band",  "team",  "gather"};
  return g.lemma != nullptr && std::find(verbs.begin(), verbs.end(), g.lemma->text) != verbs.end();
}

std::size_t Arguments::scope_end(std::size_t v) const {
  for (std::size_t k = v + 1; k < s_.elements.size(); ++k) {
    switch (s_.elements[k].kind) {
      case Kind::Relative:
      case Kind::Semicolon:
      case Kind::Subordinator:
        return k;
      case Kind::Verb:
        // An infinitive or participle deeper in the phrase still belongs to it only as a modifier.
        return k;
      case Kind::Comma:
      case Kind::Conjunction:
      case Kind::Dash: {
        // A subject and a finite verb behind the mark: a new clause; it may open with a date of its own ("and
        // in 1999, he left").
        std::size_t n = k + 1;
        if (s_.is(n, Kind::Conjunction)) ++n;
        const std::size_t dated = n;
        while (s_.is(n, Kind::Date) || (s_.is(n, Kind::Comma) && (s_.is(n + 1, Kind::Date) ||
                                                                  (n > dated && s_.is(n - 1, Kind::Date)))))
          ++n;
        const bool joined = s_.is(k, Kind::Conjunction) || s_.is(k + 1, Kind::Conjunction);
        if (n > dated && joined && s_.verb(n) != nullptr && s_.verb(n)->finite) return k;
        if (s_.noun(n) != nullptr) {
          std::size_t after = n + 1;
          while (s_.is(after, Kind::Preposition) && s_.noun(after + 1) != nullptr) after += 2;
          if (s_.verb(after) != nullptr && s_.verb(after)->finite) return k;
        }
        break;
      }
      default:
        break;
    }
  }
  return s_.elements.size();
}

bool Arguments::tells_time(const NounPhrase& n) const {
  if (!n.names.empty() || !n.has_head) return false;
  const Token& head = s_.token(n.head_token);
  static constexpr std::array<std::string_view, 5> occasions = {"summit", "meeting", "conference", "congress",
                                                                "war"};
  return head.is("yesterday") || head.is("today") || head.is("tomorrow") || head.is("tonight") ||
         (head.is(WordClass::TimeNoun) &&
          std::find(occasions.begin(), occasions.end(), head.lower) == occasions.end());
}

std::optional<std::size_t> Arguments::object(std::size_t v) const {
  const std::size_t k = v + 1;
  if (s_.noun(k) != nullptr && !tells_time(*s_.noun(k))) return k;
  // "signed but never ratified the treaty": what two verbs share stands behind the second
  if (s_.is(k, Kind::Conjunction) && s_.verb(v)->finite && !s_.verb(v)->passive)
    if (const VerbGroup* next = s_.verb(k + 1); next != nullptr && !next->passive && !next->infinitive &&
                                                s_.noun(k + 2) != nullptr && !tells_time(*s_.noun(k + 2)))
      return k + 2;
  // "the federation, which it left in 2012"
  const auto own = subject(v);
  if (own && *own > 0 && *own < v && s_.is(*own - 1, Kind::Relative)) return antecedent(*own - 1);
  return std::nullopt;
}

std::optional<std::size_t> Arguments::after(std::size_t v, std::string_view preposition) const {
  const std::size_t end = scope_end(v);
  for (std::size_t k = v + 1; k < end; ++k)
    if (s_.is(k, Kind::Preposition) && s_.word_is(k, preposition) && s_.noun(k + 1) != nullptr) {
      // "of" directly behind a noun is that noun's: "left, the last of the founders", not "took A out of the
      // union".
      const bool of_noun =
          preposition == "of" && s_.noun(k - 1) != nullptr && s_.elements[k - 1].last == s_.elements[k].first;
      if (of_noun) continue;
      return k + 1;
    }
  return std::nullopt;
}

std::size_t Arguments::complement(std::size_t v) const {
  std::size_t c = v + 1;
  for (int step = 0; step < 3; ++step) {
    if (s_.is(c, Kind::Date)) {
      ++c;
    } else if (s_.is(c, Kind::Preposition) && s_.noun(c + 1) != nullptr && s_.noun(c + 1)->names.empty() &&
               s_.noun(c + 2) != nullptr && s_.noun(c + 1)->has_head &&
               (s_.token(s_.noun(c + 1)->head_token).is(WordClass::TimeNoun) ||
                s_.token(s_.noun(c + 1)->head_token).is("time") ||
                s_.token(s_.noun(c + 1)->head_token).is("years"))) {
      c += 2;  // "was for a time a member"
    } else {
      break;
    }
  }
  return c;
}

std::size_t Arguments::clause_begin(std::size_t v) const {
  for (std::size_t k = v; k-- > 0;) {
    const Kind kind = s_.elements[k].kind;
    if (kind == Kind::Semicolon || kind == Kind::Relative || kind == Kind::Subordinator) return k + 1;
    if (kind == Kind::Verb && s_.verb(k)->finite) return k + 1;
    // "Nothing has changed since 2012: A and B are members": another clause, unlike "2012: A and B join".
    if (kind == Kind::Colon) {
      for (std::size_t j = k; j-- > 0;)
        if (s_.verb(j) != nullptr && s_.verb(j)->finite) return k + 1;
    }
  }
  return 0;
}

std::optional<std::size_t> Arguments::date(std::size_t v, int depth) const {
  const std::size_t end = scope_end(v);
  for (std::size_t k = v + 1; k < end; ++k)
    if (s_.is(k, Kind::Date)) {
      // "a decade later, in May 1989": the second says it more exactly.
      if (s_.is(k + 1, Kind::Comma) && s_.is(k + 2, Kind::Date)) {
        const DateMention& a = s_.dates[s_.elements[k].index];
        const DateMention& b = s_.dates[s_.elements[k + 2].index];
        if (a.relative && !b.relative && b.role == DateRole::At && !b.until) return s_.elements[k + 2].index;
      }
      // "In 2003 it made A an observer, and in 2006 a full member": the later date has a part of its own.
      if (s_.is(k - 1, Kind::Conjunction) && s_.noun(k + 1) != nullptr) {
        const std::size_t begin = clause_begin(v);
        if (s_.is(begin, Kind::Date) && begin < v) return s_.elements[begin].index;
      }
      return s_.elements[k].index;
    }
  if (const auto be = later_copula(v); be && s_.is(*be + 2, Kind::Date)) return s_.elements[*be + 2].index;
  if (s_.verb(v)->infinitive)
    if (const auto governor = governor_of(v)) {
      // "In 1937 Egypt became the last state to join"
      const VerbGroup& g = *s_.verb(*governor);
      const bool copula = is_be(&g) || (g.lemma != nullptr && g.lemma->text == "become");
      if (copula && *governor + 2 == v && s_.noun(v - 1) != nullptr) return date(*governor);
      if (unites(g)) return date(*governor);
    }
  // directly before the verb, or before its subject: not one in a remark between the two
  if (v > 0 && s_.is(v - 1, Kind::Date)) return s_.elements[v - 1].index;
  // "and, on 4 May 1999, joined"
  if (v > 2 && s_.is(v - 1, Kind::Comma) && s_.is(v - 2, Kind::Date) &&
      (s_.is(v - 3, Kind::Conjunction) ||
       (v > 3 && s_.is(v - 3, Kind::Comma) && s_.is(v - 4, Kind::Conjunction))))
    return s_.elements[v - 2].index;
  const std::size_t begin = clause_begin(v);
  const auto own_subject = subject(v);
  // A subject beyond another verb ("who had governed since 1976") leaves that verb its date.
  const bool shared = own_subject && *own_subject < begin;
  // "In 2003 A left B to join C", "in May they talked A into leaving B": both, then
  const bool talked = s_.verb(v)->ing && v > 0 && s_.word_is(v - 1, "into");
  if (depth < 3 && (talked || (shared && s_.verb(v)->infinitive)))
    if (const auto governor = governor_of(v);
        governor && (talked || leaves(*s_.verb(*governor))) && !s_.verb(*governor)->unreal)
      return date(*governor, depth + 1);
  if (shared && !coordinated_with(v)) return std::nullopt;
  const std::size_t limit = own_subject && *own_subject >= begin && *own_subject < v ? *own_subject : v;
  for (std::size_t k = limit; !shared && k-- > begin;)
    if (s_.is(k, Kind::Date)) return s_.elements[k].index;
  // "It was in Lima, in May 1911, that they met": the date between.
  if (begin > 1 && s_.word_is(begin - 1, "that") && s_.word_is(0, "it") && s_.verb(1) != nullptr &&
      s_.verb(1)->lemma != nullptr && s_.verb(1)->lemma->text == "be")
    for (std::size_t k = begin - 1; k-- > 1;)
      if (s_.is(k, Kind::Date)) return s_.elements[k].index;
  // "it was only in 1902 that they met"
  if (begin > 2 && s_.word_is(begin - 1, "that") && s_.is(begin - 2, Kind::Date) &&
      s_.verb(begin - 3) != nullptr && s_.verb(begin - 3)->lemma != nullptr &&
      s_.verb(begin - 3)->lemma->text == "be")
    return s_.elements[begin - 2].index;
  // "until 1990, when it broke up": then.
  if (begin > 0 && s_.is(begin - 1, Kind::Subordinator) && s_.word_is(begin - 1, "when")) {
    std::size_t k = begin - 1;
    if (k > 0 && s_.is(k - 1, Kind::Comma)) --k;
    if (k > 0 && s_.is(k - 1, Kind::Date)) return s_.elements[k - 1].index;
  }
  // A coordinated verb takes the date at the head of the sentence: "In 1999, A left X and joined Y".
  if (coordinated_with(v) || begin > 0) {
    std::size_t k = 0;
    if (s_.is(0, Kind::Date) && coordinated_with(v)) return s_.elements[k].index;
  }
  // "withdrew in 1972 and returned after the elections of 1989": told by something else that has its date
  {
    const std::size_t last = end < s_.elements.size() ? s_.elements[end].first : s_.tokens.list.size();
    for (const DateMention& d : s_.dates)
      if (d.attributive && d.first >= s_.verb(v)->last && d.last <= last) return std::nullopt;
  }
  // "walked out in 1996 and was replaced by B": the one date that stands before it, with which it is
  // coordinated.
  if (const auto other = coordinated_with(v);
      other && !s_.verb(v)->perfect && begin > 0 && !s_.is(begin - 1, Kind::Relative)) {
    std::optional<std::size_t> only;
    std::size_t part = v;
    while (part > 0 && !s_.is(part - 1, Kind::Semicolon) && !s_.is(part - 1, Kind::Colon)) --part;
    for (std::size_t k = part; k < v; ++k)
      if (s_.is(k, Kind::Date)) {
        if (only) return std::nullopt;
        only = s_.elements[k].index;
      }
    if (only && s_.dates[*only].role == DateRole::At) return only;
  }
  // "met in 1955 to found it", "left in 1972, joining another": done with, or by, what the verb before tells.
  const VerbGroup& g = *s_.verb(v);
  if (depth < 3 && (g.infinitive || (g.ing && v > 0 && s_.is(v - 1, Kind::Comma))))
    for (std::size_t k = v; k-- > 0;) {
      if (s_.is(k, Kind::Semicolon) || s_.is(k, Kind::Subordinator) || s_.is(k, Kind::Relative)) break;
      if (s_.verb(k) == nullptr) continue;
      if (const auto other = date(k, depth + 1); other && s_.dates[*other].role == DateRole::At) return other;
      break;
    }
  if (const auto last = shared_date(v, end)) return last;
  return frame_date(v, begin);
}

std::optional<std::size_t> Arguments::frame_date(std::size_t v, std::size_t begin) const {
  const VerbGroup& g = *s_.verb(v);
  if (g.perfect || g.future || g.unreal) return std::nullopt;
  if (begin > 0 && !s_.is(begin - 1, Kind::Verb)) return std::nullopt;
  for (std::size_t k = 0; k < v && k < 9; ++k) {
    if (s_.is(k, Kind::Date)) {
      const DateMention& d = s_.dates[s_.elements[k].index];
      const bool apart = k == 0 || s_.is(k + 1, Kind::Comma);
      if (apart && d.role == DateRole::At && !d.attributive) return s_.elements[k].index;
      return std::nullopt;
    }
    // "At a meeting in Lima in May 1911, …"
    if (k == 0 ? !s_.is(k, Kind::Preposition) : !(s_.is(k, Kind::Preposition) || s_.is(k, Kind::Noun)))
      return std::nullopt;
  }
  return std::nullopt;
}

std::optional<std::size_t> Arguments::shared_date(std::size_t v, std::size_t next) const {
  const VerbGroup* other = s_.verb(next);
  if (other == nullptr || !s_.is(next - 1, Kind::Conjunction) || s_.is(next - 2, Kind::Comma))
    return std::nullopt;
  const VerbGroup& g = *s_.verb(v);
  const auto tells = [](const VerbGroup& x, Event event) {
    const auto& frames = bundled_lexicon().frames(x.lemma);
    return std::any_of(frames.begin(), frames.end(), [&](const Frame& f) { return f.event == event; });
  };
  if (!tells(g, Event::Left) || !tells(*other, Event::Joined)) return std::nullopt;
  const std::size_t end = scope_end(next);
  for (std::size_t k = next + 1; k < end; ++k)
    if (s_.is(k, Kind::Date)) return s_.elements[k].index;
  return std::nullopt;
}

}  // namespace entente::detail
