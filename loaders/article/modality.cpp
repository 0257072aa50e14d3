#include "loaders/article/modality.hpp"

#include <algorithm>
#include <array>

namespace entente::detail {
namespace {
using Kind = ElementKind;

bool token_in(const Sentence& s, std::size_t first, std::size_t last,
              std::initializer_list<std::string_view> words) {
  for (std::size_t i = first; i < last && i < s.tokens.list.size(); ++i)
    if (std::find(words.begin(), words.end(), s.token(i).lower) != words.end()) return true;
  return false;
}

/// Nouns whose infinitive or complement is not a fact: "plans to join", "a bid for membership".
bool unreal_noun(const Token& t) { return t.is(WordClass::UnrealNoun); }

/// "reportedly", "in principle"; "almost" only where it stands before the verb.
bool hedged(const Sentence& s, std::size_t first, const VerbGroup& g) {
  const auto& list = s.tokens.list;
  for (std::size_t i = first; i < g.last && i < list.size(); ++i)
    if (list[i].is(WordClass::HedgeWord)) return true;
  for (std::size_t i = g.first > 0 ? g.first - 1 : 0; i < g.main && i < list.size(); ++i)
    if (list[i].is("almost") || list[i].is("nearly")) return true;
  // "agreed in principle to admit": its words may stand inside the group or behind it
  for (std::size_t i = g.first; i + 1 < list.size() && i < g.last + 3; ++i)
    if (list[i].is("in") && list[i + 1].is("principle")) return true;
  return false;
}

/// What has been found out about an event, and the first reason for it where somebody asks.
struct Judgement {
  bool negative = false;
  bool unreal = false;
  std::string* why = nullptr;

  void deny(std::string_view because, std::string_view word = {}) {
    negative = true;
    note(because, word);
  }
  void doubt(std::string_view because, std::string_view word = {}) {
    unreal = true;
    note(because, word);
  }

 private:
  void note(std::string_view because, std::string_view word) const {
    if (why == nullptr || !why->empty()) return;
    why->append(because);
    if (!word.empty()) why->append(" \"").append(word).append("\"");
  }
};

std::string_view word_of(const Sentence& s, const VerbGroup& g) {
  return g.lemma != nullptr ? std::string_view(g.lemma->text) : s.token(g.main).lower;
}

/// What the verb that governs another makes of it.
void judge_governor(const Sentence& s, const VerbGroup& governor, Judgement& found) {
  if (governor.unreal || governor.future)
    found.doubt("only possible or to come, under", word_of(s, governor));
  if (governor.negated) found.deny("denied, under", word_of(s, governor));
  if (governor.lemma == nullptr) return;
  if (governor.lemma->governs(Government::Negative))
    found.deny("denied by", governor.lemma->text);
  else if (governor.lemma->governs(Government::Unreal) && !governor.lemma->governs(Government::Fact))
    found.doubt("not yet so, under", governor.lemma->text);
}

Certainty judged(const Sentence& s, std::size_t v, bool dated, std::string* why, int depth);

/// What the clause of the verb that governs another says of itself: "nor will he allow X to join".
void judge_clause(const Sentence& s, std::size_t k, Judgement& found, int depth) {
  if (depth >= 3) return;
  const Certainty c = judged(s, k, true, nullptr, depth + 1);
  if (c == Certainty::Negated) found.deny("denied, under", word_of(s, *s.verb(k)));
  if (c == Certainty::Hypothetical) found.doubt("not yet so, under", word_of(s, *s.verb(k)));
}

/// An infinitive that stands alone: "invited Sweden to join", "a plan to leave", "the first country to
/// leave", "met to form". What it says happened only where the verb before it makes it so.
void judge_infinitive(const Sentence& s, std::size_t v, Judgement& found, int depth) {
  if (const NounPhrase* n = s.noun(v - 1);
      n != nullptr && n->has_head && n->names.empty() && unreal_noun(s.token(n->head_token))) {
    found.doubt("only a", s.token(n->head_token).lower);
    return;
  }
  if (v >= 2 && s.word_is(v - 2, "for")) found.doubt("for somebody to do");
  // "The latest country to join was Montenegro": as real as the verb that says who it was
  if (const auto be = Arguments(s).later_copula(v)) return judge_governor(s, *s.verb(*be), found);
  // "pulled out, only to rejoin": it did.
  const std::size_t first = s.verb(v)->first;
  if (first > 0 && s.token(first - 1).is("only")) return;
  for (std::size_t k = v; k-- > 0;) {
    const VerbGroup* governor = s.verb(k);
    if (governor == nullptr) continue;
    judge_governor(s, *governor, found);
    judge_clause(s, k, found, depth);
    static constexpr std::array<std::string_view, 34> purposes = {
        "meet",  "unite", "merge",    "combine",    "gather",    "come",     "join",   "leave",   "quit",
        "split", "break", "withdraw", "go",         "be",        "become",   "sign",   "convene", "resign",
        "band",  "fuse",  "expand",   "enlarge",    "cooperate", "return",   "defect", "depart",  "team",
        "link",  "ally",  "get",      "amalgamate", "federate",  "assemble", "secede"};
    const bool purpose = governor->lemma != nullptr && (governor->lemma->governs(Government::Fact) ||
                                                        std::find(purposes.begin(), purposes.end(),
                                                                  governor->lemma->text) != purposes.end());
    if (!purpose) found.doubt("an infinitive under", word_of(s, *governor));
    return;
  }
  found.doubt("an infinitive that stands alone");
}

/// A gerund: "without joining", "talks on joining", "considered leaving".
void judge_gerund(const Sentence& s, std::size_t v, Judgement& found, int depth) {
  std::size_t k = v;
  if (s.is(k - 1, Kind::Preposition)) {
    --k;
    if (s.word_is(k, "without") || s.word_is(k, "against"))
      found.deny("denied by", s.token(s.elements[k].first).lower);
    if (s.word_is(k, "instead") || s.word_is(k, "of") || s.word_is(k, "for") || s.word_is(k, "towards") ||
        s.word_is(k, "toward"))
      found.doubt("not said to be done, after", s.token(s.elements[k].first).lower);
    if (k > 0 && s.noun(k - 1) != nullptr && s.noun(k - 1)->has_head &&
        unreal_noun(s.token(s.noun(k - 1)->head_token)))
      found.doubt("only a", s.token(s.noun(k - 1)->head_token).lower);
    return;
  }
  if (const VerbGroup* governor = s.verb(k - 1)) {
    judge_governor(s, *governor, found);
    judge_clause(s, k - 1, found, depth);
  }
}

/// The verb of speech or thought that a clause beginning at element `begin` depends on: "claims that A left",
/// "hoped A would leave".
std::optional<std::size_t> reporting_verb(const Sentence& s, std::size_t begin) {
  if (begin == 0) return std::nullopt;
  std::size_t k = begin - 1;
  const bool that = s.is(k, Kind::Subordinator) && s.word_is(k, "that");
  if (that) {
    while (k-- > 0) {
      if (s.verb(k) != nullptr) return k;
      if (s.is(k, Kind::Semicolon) || s.is(k, Kind::Relative)) return std::nullopt;
    }
    return std::nullopt;
  }
  // Without "that", the verb is followed by its clause at once.
  if (s.verb(k) != nullptr && s.noun(begin) != nullptr && s.verb(k)->lemma != nullptr &&
      (s.verb(k)->lemma->governs(Government::Report) || s.verb(k)->lemma->governs(Government::Doubt)))
    return k;
  return std::nullopt;
}

/// A clause under a verb of speech or thought is as certain as that verb makes it.
void judge_report(const Sentence& s, std::size_t begin, Judgement& found) {
  const auto k = reporting_verb(s, begin);
  if (!k) return;
  const VerbGroup& g = *s.verb(*k);
  if (g.lemma == nullptr) return;
  if (g.lemma->text == "deny" || g.lemma->text == "refute" || g.lemma->text == "rebut" ||
      g.lemma->text == "disprove")
    found.deny("denied by", g.lemma->text);
  else if (g.lemma->governs(Government::Doubt))
    found.doubt("not vouched for, under", g.lemma->text);
  else if (g.negated || g.unreal)
    found.doubt("not said, under", g.lemma->text);
}

/// Leaving is one's own decision: it is made once it is announced with its year.
bool own_decision(const VerbGroup& g) {
  if (g.lemma == nullptr || g.passive) return false;
  for (const Frame& f : bundled_lexicon().frames(g.lemma))
    if (f.event == Event::Left) return true;
  return false;
}

/// "would join in 1904", told in a text of later days.
bool looks_back(const Sentence& s, std::size_t v, std::optional<std::size_t> date) {
  const VerbGroup& g = *s.verb(v);
  // "both would soon leave the party"
  bool told = false;
  for (std::size_t i = g.first; i < g.main; ++i)
    told = told || s.token(i).is("soon") || s.token(i).is("later") || s.token(i).is("eventually") ||
           s.token(i).is("subsequently") || s.token(i).is("ultimately");
  if (!date && !told) return false;
  if (g.governors.size() > 0 || !g.finite || g.scheduled || g.future || (date && s.dates[*date].relative))
    return false;
  bool would = false;
  for (std::size_t i = g.first; i < g.main; ++i) {
    if (s.token(i).is("would")) would = true;
    if (s.token(i).is("have")) return false;
  }
  if (!would) return false;
  for (std::size_t k = 0; k < v; ++k)
    if (const VerbGroup* before = s.verb(k);
        before != nullptr && before->lemma != nullptr && before->lemma->governs(Government::Report))
      return false;
  for (const Token& t : s.tokens.list)
    if (t.is("if") || t.is("unless")) return false;
  if (!date) return !s.published;  // in news, "would soon leave" looks ahead
  const CalendarValue& when = s.dates[*date].value;
  return !s.published || when.year < s.published->year;
}

Certainty judged(const Sentence& s, std::size_t v, bool dated, std::string* why, int depth) {
  const VerbGroup& g = *s.verb(v);
  const auto& list = s.tokens.list;
  Judgement found{.why = why};
  if (!list.empty() && list.back().lower == "?") {
    found.doubt("a question");
    return Certainty::Hypothetical;
  }
  if (g.negated) found.deny("denied in the verb");
  if (g.unreal) found.doubt("only possible, wished or expected, in the verb");
  for (const Word* w : g.governors) {
    if (w->governs(Government::Negative))
      found.deny("denied by", w->text);
    else if (w->governs(Government::Unreal) && !w->governs(Government::Fact))
      found.doubt("not yet so, under", w->text);
    else if (w->governs(Government::Report))
      found.doubt("only reported, under", w->text);
    // "are obliged to join": a duty or a right as long as nobody says when
    else if (g.present && !g.perfect && !dated &&
             (w->text == "oblige" || w->text == "compel" || w->text == "allow" || w->text == "permit" ||
              w->text == "enable" || w->text == "require" || w->text == "force"))
      found.doubt("a duty or a right, under", w->text);
  }
  // never, nor, neither just before the group
  if (g.first > 0 && list[g.first - 1].is(WordClass::Negation))
    found.deny("denied by", list[g.first - 1].lower);
  // the clause's own opening: if, unless, whether
  const Arguments arguments(s);
  const std::size_t begin = arguments.clause_begin(v);
  if (begin > 0 && s.is(begin - 1, Kind::Subordinator)) {
    const auto w = s.token(s.elements[begin - 1].first).lower;
    if (w == "if" || w == "unless" || w == "whether" || w == "once") found.doubt("a condition, after", w);
    if ((w == "until" || w == "before") && g.negated) found.negative = false;
  }
  // "Had A joined, …"
  if (begin == 0 && !list.empty() && (list[0].is("had") || list[0].is("were") || list[0].is("should")) &&
      s.noun(1) != nullptr)
    found.doubt("a condition, after", list[0].lower);
  judge_report(s, begin, found);
  const std::size_t first_token = begin < s.elements.size() ? s.elements[begin].first : 0;
  // "Neither A nor B has ever been a member": the clause may be cut at "nor"
  for (std::size_t t = first_token > 0 ? first_token - 1 : 0; t < g.first; ++t) {
    if (list[t].is("neither") || list[t].is("nor")) found.deny("denied by", list[t].lower);
  }
  if (hedged(s, first_token, g)) found.doubt("not certain to the writer");
  // "no country has left"
  if (const auto subject = arguments.subject(v))
    if (s.noun(*subject)->determiner == Determiner::No) found.deny("denied by its subject");
  if (g.infinitive && v > 0) judge_infinitive(s, v, found, depth);
  if (g.ing && v > 0) judge_gerund(s, v, found, depth);
  if (found.negative) return Certainty::Negated;
  // "declared that Hungary was leaving the pact": under way, or only said
  if (!dated && g.finite && !g.perfect && list[g.main].word != nullptr &&
      list[g.main].word->has_form(VerbForm::Ing) && g.first != g.main) {
    found.doubt("under way, without a date");
    return Certainty::Hypothetical;
  }
  if (g.future && !found.unreal) {
    if (!dated) found.doubt("to come, without a date");
    return dated ? Certainty::Stated : Certainty::Hypothetical;
  }
  if (found.unreal) {
    // "said that it would leave on 1 January 2019": decided, with its day. "would" alone is not.
    const auto date = arguments.date(v);
    const bool plain = dated && date && g.governors.empty() && !g.infinitive && !g.ing && g.finite;
    if (plain && g.scheduled && !s.dates[*date].relative && s.dates[*date].role != DateRole::Before)
      return Certainty::Stated;
    if (looks_back(s, v, date)) return Certainty::Stated;
    bool decided = plain && (s.dates[*date].value.day != 0 || own_decision(g)) &&
                   s.dates[*date].role != DateRole::Before && s.dates[*date].role != DateRole::Until;
    if (decided) {
      bool would = false;
      for (std::size_t i = g.first; i < g.last; ++i) would = would || list[i].is("would");
      bool announced = false;
      for (std::size_t k = 0; k < v; ++k)
        if (const VerbGroup* before = s.verb(k);
            before != nullptr && before->lemma != nullptr && !before->unreal && !before->negated)
          announced = announced || before->lemma->text == "announce" || before->lemma->text == "say" ||
                      before->lemma->text == "confirm" || before->lemma->text == "declare" ||
                      before->lemma->text == "notify";
      decided = would && announced;
    }
    return decided ? Certainty::Stated : Certainty::Hypothetical;
  }
  return Certainty::Stated;
}

}  // namespace

Certainty certainty_of(const Sentence& s, std::size_t v, bool dated, std::string* why) {
  return judged(s, v, dated, why, 0);
}

Certainty certainty_of_noun(const Sentence& s, std::size_t noun) {
  const Arguments arguments(s);
  const auto& list = s.tokens.list;
  if (!list.empty() && list.back().lower == "?") return Certainty::Hypothetical;
  const NounPhrase& n = *s.noun(noun);
  if (token_in(s, n.first, n.last,
               {"possible", "planned", "proposed", "future", "potential", "eventual", "prospective", "early",
                "expected", "hypothetical", "attempted", "threatened", "would-be"}))
    return Certainty::Hypothetical;
  if (n.determiner == Determiner::No) return Certainty::Negated;
  std::size_t head = noun;
  // up through prepositions: "talks on the accession of", "the failure of its bid for membership"
  while (head >= 2 && s.is(head - 1, Kind::Preposition)) {
    if (const NounPhrase* outer = s.noun(head - 2)) {
      if (outer->has_head && unreal_noun(s.token(outer->head_token))) return Certainty::Hypothetical;
      head -= 2;
    } else {
      break;
    }
  }
  // the verb before, and the verb after where the noun is its subject
  const auto judge = [&](const VerbGroup& v) {
    if (v.lemma != nullptr && v.lemma->text == "announce" && v.perfect) return Certainty::Hypothetical;
    if (v.negated) return Certainty::Negated;
    if (v.unreal || v.future) return Certainty::Hypothetical;
    if (v.lemma == nullptr) return Certainty::Stated;
    static constexpr std::array<std::string_view, 34> seeking = {
        "seek",  "apply",   "request",  "want",   "negotiate", "discuss",  "consider", "oppose", "veto",
        "block", "reject",  "delay",    "demand", "propose",   "support",  "pursue",   "revoke", "threaten",
        "plan",  "prevent", "refuse",   "hope",   "await",     "deny",     "favour",   "favor",  "suggest",
        "ask",   "call",    "postpone", "cancel", "rule",      "postpone", "promise"};
    if (std::find(seeking.begin(), seeking.end(), v.lemma->text) != seeking.end())
      return Certainty::Hypothetical;
    for (const Word* w : v.governors)
      if (w->governs(Government::Unreal) || w->governs(Government::Negative)) return Certainty::Hypothetical;
    return Certainty::Stated;
  };
  for (std::size_t k = head; k-- > 0;) {
    const Kind kind = s.elements[k].kind;
    if (kind == Kind::Verb) {
      const Certainty c = judge(*s.verb(k));
      if (c != Certainty::Stated) return c;
      break;
    }
    if (kind == Kind::Comma || kind == Kind::Semicolon || kind == Kind::Subordinator) break;
  }
  for (std::size_t k = noun + 1; k < s.elements.size() && k < noun + 8; ++k) {
    const Kind kind = s.elements[k].kind;
    if (kind == Kind::Verb) {
      const VerbGroup& v = *s.verb(k);
      if (v.passive || v.unreal || v.future || v.negated) {
        const Certainty c = judge(v);
        if (c != Certainty::Stated) return c;
      }
      break;
    }
    if (kind == Kind::Comma || kind == Kind::Semicolon || kind == Kind::Relative) break;
  }
  return Certainty::Stated;
}

}  // namespace entente::detail
