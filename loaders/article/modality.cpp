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
bool unreal_noun(std::string_view w) {
  static constexpr std::array words = {
      std::string_view("plan"),        std::string_view("plans"),       std::string_view("intention"),
      std::string_view("attempt"),     std::string_view("attempts"),    std::string_view("bid"),
      std::string_view("bids"),        std::string_view("desire"),      std::string_view("wish"),
      std::string_view("proposal"),    std::string_view("proposals"),   std::string_view("offer"),
      std::string_view("invitation"),  std::string_view("application"), std::string_view("applications"),
      std::string_view("request"),     std::string_view("requests"),    std::string_view("call"),
      std::string_view("calls"),       std::string_view("effort"),      std::string_view("efforts"),
      std::string_view("threat"),      std::string_view("threats"),     std::string_view("hope"),
      std::string_view("hopes"),       std::string_view("chance"),      std::string_view("opportunity"),
      std::string_view("right"),       std::string_view("promise"),     std::string_view("failure"),
      std::string_view("refusal"),     std::string_view("talks"),       std::string_view("negotiations"),
      std::string_view("prospect"),    std::string_view("prospects"),   std::string_view("idea"),
      std::string_view("possibility"), std::string_view("referendum"),  std::string_view("path"),
      std::string_view("road"),        std::string_view("aim"),         std::string_view("goal"),
      std::string_view("ambition"),    std::string_view("ambitions"),   std::string_view("criteria"),
      std::string_view("conditions"),  std::string_view("vote"),        std::string_view("campaign"),
      std::string_view("invited"),     std::string_view("pressure"),    std::string_view("process"),
      std::string_view("debate"),      std::string_view("support"),     std::string_view("opposition"),
      std::string_view("question"),    std::string_view("terms")};
  return std::find(words.begin(), words.end(), w) != words.end();
}

bool hedged(const Sentence& s, std::size_t first, std::size_t last) {
  return token_in(s, first, last,
                  {"reportedly", "allegedly", "supposedly", "hypothetically", "purportedly", "rumoured",
                   "rumored", "possibly", "potentially", "almost", "nearly", "probably"});
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

/// An infinitive that stands alone: "invited Sweden to join", "a plan to leave", "the first country to
/// leave", "met to form". What it says happened only where the verb before it makes it so.
void judge_infinitive(const Sentence& s, std::size_t v, Judgement& found) {
  if (const NounPhrase* n = s.noun(v - 1);
      n != nullptr && n->has_head && n->names.empty() && unreal_noun(s.token(n->head_token).lower)) {
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
    static constexpr std::array<std::string_view, 24> purposes = {
        "meet",    "unite",  "merge", "combine",  "gather", "come",    "join",      "leave",
        "quit",    "split",  "break", "withdraw", "go",     "be",      "become",    "sign",
        "convene", "resign", "band",  "fuse",     "expand", "enlarge", "cooperate", "return"};
    const bool purpose = governor->lemma != nullptr && (governor->lemma->governs(Government::Fact) ||
                                                        std::find(purposes.begin(), purposes.end(),
                                                                  governor->lemma->text) != purposes.end());
    if (!purpose) found.doubt("an infinitive under", word_of(s, *governor));
    return;
  }
  found.doubt("an infinitive that stands alone");
}

/// A gerund: "without joining", "talks on joining", "considered leaving".
void judge_gerund(const Sentence& s, std::size_t v, Judgement& found) {
  std::size_t k = v;
  if (s.is(k - 1, Kind::Preposition)) {
    --k;
    if (s.word_is(k, "without")) found.deny("denied by", "without");
    if (s.word_is(k, "instead") || s.word_is(k, "of") || s.word_is(k, "for") || s.word_is(k, "towards") ||
        s.word_is(k, "toward"))
      found.doubt("not said to be done, after", s.token(s.elements[k].first).lower);
    if (k > 0 && s.noun(k - 1) != nullptr && s.noun(k - 1)->has_head &&
        unreal_noun(s.token(s.noun(k - 1)->head_token).lower))
      found.doubt("only a", s.token(s.noun(k - 1)->head_token).lower);
    return;
  }
  if (const VerbGroup* governor = s.verb(k - 1)) judge_governor(s, *governor, found);
}

}  // namespace

Certainty certainty_of(const Sentence& s, std::size_t v, bool dated, std::string* why) {
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
  const std::size_t first_token = begin < s.elements.size() ? s.elements[begin].first : 0;
  // "Neither A nor B has ever been a member": the clause may be cut at "nor"
  for (std::size_t t = first_token > 0 ? first_token - 1 : 0; t < g.first; ++t) {
    if (list[t].is("neither") || list[t].is("nor")) found.deny("denied by", list[t].lower);
  }
  if (hedged(s, first_token, g.last)) found.doubt("not certain to the writer");
  // "no country has left"
  if (const auto subject = arguments.subject(v))
    if (s.noun(*subject)->determiner == Determiner::No) found.deny("denied by its subject");
  if (g.infinitive && v > 0) judge_infinitive(s, v, found);
  if (g.ing && v > 0) judge_gerund(s, v, found);
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
    bool decided = dated && date && s.dates[*date].value.day != 0 && g.governors.empty() && !g.infinitive &&
                   !g.ing && g.finite;
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
      if (outer->has_head && unreal_noun(s.token(outer->head_token).lower)) return Certainty::Hypothetical;
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
