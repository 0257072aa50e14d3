// Which body is meant: by a name, "it", "the alliance", "NATO's command", or by nothing at all.

#include <algorithm>
#include <array>

#include "loaders/article/reference.hpp"

namespace entente::detail {
namespace {

using Kind = ElementKind;

std::string singular(std::string_view w) {
  std::string s(w);
  if (s.size() > 4 && s.ends_with("ies")) return s.substr(0, s.size() - 3) + "y";
  if (s.size() > 3 && s.ends_with("s") && !s.ends_with("ss")) s.pop_back();
  return s;
}

/// One spelling for both sides of the Atlantic.
std::string spelt(std::string w) {
  if (w == "organisation") return "organization";
  return w;
}

}  // namespace

std::string common_form(std::string_view word) { return spelt(singular(word)); }

bool Discourse::shared_word(std::string_view word) const {
  const std::string wanted = common_form(word);
  return std::count_if(bodies_.begin(), bodies_.end(), [&](std::size_t b) {
           const auto& words = referents_[b].words;
           return std::any_of(words.begin(), words.end(),
                              [&](const std::string& w) { return common_form(w) == wanted; });
         }) > 1;
}

std::optional<std::size_t> Discourse::described_body(const Sentence& s, std::size_t element,
                                                     std::string_view head, bool treaty_wanted) {
  const std::string wanted = spelt(singular(head));
  const auto has_word = [&](std::size_t r) {
    for (const auto& w : referents_[r].words)
      if (spelt(singular(w)) == wanted) return true;
    return false;
  };
  // in this sentence, nearest first; then in those before
  std::optional<std::size_t> here;
  for (std::size_t k = element; k-- > 0;)
    if (const NounPhrase* n = s.noun(k))
      for (const auto* list : {&n->names, &n->adjectives})
        for (const Member& m : *list) {
          if (!is_body(m.referent)) continue;
          if (has_word(m.referent)) return m.referent;
          if (!here) here = m.referent;
        }
  std::vector<std::size_t> by_weight(bodies_.rbegin(), bodies_.rend());
  std::stable_sort(by_weight.begin(), by_weight.end(),
                   [&](std::size_t a, std::size_t b) { return weight(a) > weight(b); });
  for (auto r = by_weight.begin(); r != by_weight.end(); ++r)
    if (has_word(*r)) {
      // Of its names the one with that word is meant: the organization of the treaty, the treaty of the
      // organization.
      auto& forms = referents_.at(*r).forms;
      const auto form = std::find_if(forms.rbegin(), forms.rend(), [&](const std::string& f) {
        return spelt(fold_name(f)).find(wanted.substr(0, 7)) != std::string::npos;
      });
      if (form != forms.rend()) std::rotate(std::prev(form.base()), form.base(), forms.end());
      return *r;
    }
  for (const auto r : titles_)
    if (is_body(r) && has_word(r)) return r;
  // "the Conference", with a capital inside a sentence: a body of its own, which may be named later.
  if (const NounPhrase* n = s.noun(element); n != nullptr && !treaty_wanted && n->names.empty() &&
                                             n->determiner == Determiner::The && n->last == n->first + 2 &&
                                             n->first > 0 && !n->owner) {
    const Token& t = s.token(n->head_token);
    if (t.capital && !t.all_caps && !t.is(WordClass::TreatyNoun) && !acronym_of(wanted)) {
      const std::size_t made = referents_.announced(t.text);
      if (referents_.nameless(made)) return made;
    }
  }
  static constexpr std::string_view general[] = {
      "organization", "alliance",   "bloc",      "group",      "grouping",     "union",   "league",
      "treaty",       "pact",       "body",      "community",  "club",         "party",   "band",
      "association",  "federation", "agreement", "convention", "commonwealth", "council", "confederation",
      "protocol",     "accord",     "charter",   "covenant",   "cartel",       "forum",   "court",
      "institution",  "ensemble",   "quartet",   "orchestra",  "trio",         "duo",     "fund",
      "bank",         "agency",     "academy",   "university", "consortium",   "network", "partnership",
      "company",      "coalition",  "movement",  "choir",      "society",      "entente"};
  if (std::find(std::begin(general), std::end(general), wanted) == std::end(general)) return std::nullopt;
  // A charter is an organisation's, and calls up that, not the treaty that stands beside it.
  static constexpr std::string_view treaties[] = {"treaty",  "pact",    "convention", "agreement", "protocol",
                                                  "statute", "compact", "accord",     "covenant"};
  const bool treaty_word = wanted == "charter"
                               ? std::none_of(by_weight.begin(), by_weight.end(),
                                              [&](std::size_t r) { return referents_[r].sort == Sort::Body; })
                               : treaty_wanted || std::find(std::begin(treaties), std::end(treaties),
                                                            wanted) != std::end(treaties);
  if (here && (referents_[*here].sort == Sort::Treaty) == treaty_word) return *here;
  // An alliance may be a treaty as well.
  const bool either = wanted == "alliance" || wanted == "bloc" || wanted == "pact";
  for (const auto r : by_weight)
    if ((referents_[r].sort == Sort::Treaty) == treaty_word || either) return r;
  if (const auto title = body_of_title(); title && !treaty_word) return title;
  // a name with an article that nobody has explained: "sang with the Blue Cathedral … joined the group"
  if (!treaty_word && candidate_) return candidate_;
  return std::nullopt;
}

bool Discourse::acronym_of(std::string_view word) const {
  const auto may = [&](std::size_t r) {
    const std::string& name = referents_[r].name;
    const bool capitals = std::none_of(name.begin(), name.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    return capitals && !name.empty() && !word.empty() &&
           name.find(static_cast<char>(word[0] - 'a' + 'A')) != std::string::npos;
  };
  return std::any_of(bodies_.begin(), bodies_.end(), may) ||
         std::any_of(titles_.begin(), titles_.end(), [&](std::size_t r) { return is_body(r); });
}

std::optional<std::size_t> Discourse::body_of_title() const {
  for (const auto r : titles_)
    if (is_body(r)) return r;
  return std::nullopt;
}

std::optional<std::size_t> Discourse::body_spoken_of(const Sentence& s, std::size_t element,
                                                     bool treaty_wanted) const {
  std::optional<std::size_t> here;
  for (std::size_t k = 0; k < element && k < s.elements.size(); ++k)
    if (const NounPhrase* n = s.noun(k)) {
      for (const Member& m : n->names)
        if (is_body(m.referent) && (!treaty_wanted || referents_[m.referent].sort == Sort::Treaty))
          here = m.referent;
      for (const Member& m : n->adjectives)
        if (is_body(m.referent)) here = m.referent;
    }
  // The body that the text speaks of most; one that the sentence has just named gains by that.
  std::optional<std::size_t> best;
  double most = 0;
  const auto offer = [&](std::size_t r, double bonus) {
    const bool treaty = referents_[r].sort == Sort::Treaty;
    if (treaty_wanted && !treaty) return;
    // What has been a member of something is seldom what others join.
    const double w = (weight(r) + bonus) * (treaty && !treaty_wanted ? 0.25 : 1.0) *
                     (members_ever_.count(r) != 0 && wholes_ever_.count(r) == 0 ? 0.25 : 1.0);
    if (w > most) {
      most = w;
      best = r;
    }
  };
  if (here) offer(*here, 2.0);
  for (auto r = bodies_.rbegin(); r != bodies_.rend(); ++r)
    if (!here || *r != *here) offer(*r, 0);
  for (const auto r : titles_)
    if ((!here || r != *here) && is_body(r)) offer(r, 0);
  if (best) return best;
  if (const auto title = body_of_title()) return title;
  return candidate_;
}

std::optional<std::size_t> Discourse::acted_for(const Sentence& s, std::size_t noun) {
  static constexpr std::array<std::string_view, 46> organs = {
      "summit",    "meeting",  "assembly",    "council",    "committee",   "board",      "conference",
      "congress",  "members",  "states",      "leaders",    "ministers",   "delegates",  "presidents",
      "governors", "heads",    "executive",   "commission", "secretariat", "allies",     "partners",
      "owners",    "clubs",    "others",      "majority",   "senate",      "diet",       "synod",
      "directors", "towns",    "cities",      "rest",       "colleagues",  "leadership", "management",
      "session",   "plenary",  "convention",  "general",    "countries",   "bandmates",  "presidency",
      "governing", "founders", "delegations", "vote"};
  const NounPhrase& n = *s.noun(noun);
  if (!n.names.empty() || !n.has_head || n.pronoun || n.possessive || n.determiner == Determiner::A)
    return std::nullopt;
  if (std::find(organs.begin(), organs.end(), s.token(n.head_token).lower) == organs.end())
    return std::nullopt;
  for (const Member& m : n.adjectives)
    if (is_body(m.referent)) return m.referent;
  if (n.owner) {
    for (const Member& m : s.nouns[*n.owner].names)
      if (is_body(m.referent)) return m.referent;
    const NounPhrase& owner = s.nouns[*n.owner];
    if (!owner.names.empty()) return std::nullopt;
    if (owner.head != nullptr && owner.head->is(WordClass::BodyNoun))
      return described_body(s, noun, owner.head->text, false);
    return std::nullopt;
  }
  const Arguments arguments(s);
  if (const auto of = arguments.of(noun)) {
    const NounPhrase& inner = *s.noun(*of);
    for (const Member& m : inner.names)
      if (is_body(m.referent)) return m.referent;
    if (inner.names.empty() && inner.head != nullptr && inner.head->is(WordClass::BodyNoun) &&
        inner.determiner == Determiner::The)
      return described_body(s, noun, inner.head->text, false);
    if (!inner.names.empty()) return std::nullopt;
  }
  return body_spoken_of(s, noun);
}

std::optional<Member> Discourse::apposed(const Sentence& s, std::size_t noun) const {
  const NounPhrase& n = *s.noun(noun);
  if (!n.names.empty() || !n.has_head || n.plural) return std::nullopt;
  // over "of Ostrava Nova"
  std::size_t mark = noun + 1;
  if (s.is(mark, Kind::Preposition) && s.noun(mark + 1) != nullptr) mark += 2;
  if (!s.is(mark, Kind::Comma)) return std::nullopt;
  const NounPhrase* name = s.noun(mark + 1);
  if (name == nullptr || name->names.size() != 1 || name->owner) return std::nullopt;
  const std::size_t after = mark + 2;
  const bool closed = after >= s.elements.size() || s.is(after, Kind::Comma) || s.is(after, Kind::Date) ||
                      s.is(after, Kind::Semicolon) || s.is(after, Kind::Preposition) ||
                      s.is(after, Kind::Conjunction);
  return closed ? std::optional(name->names[0]) : std::nullopt;
}

std::optional<std::size_t> Discourse::body_of_treaty(const Sentence& s, std::size_t noun) {
  const NounPhrase& n = *s.noun(noun);
  const auto named = [&](const NounPhrase& x) -> std::optional<std::size_t> {
    for (const Member& m : x.names)
      if (is_body(m.referent) && referents_[m.referent].sort != Sort::Treaty) return m.referent;
    return std::nullopt;
  };
  if (n.owner)
    if (const auto b = named(s.nouns[*n.owner])) return b;
  for (const Member& m : n.adjectives)
    if (is_body(m.referent)) return m.referent;
  const Arguments arguments(s);
  // "the treaty of accession to X"
  if (const auto of = arguments.of(noun);
      of && s.noun(*of)->head != nullptr && s.noun(*of)->head->is(WordClass::AccessionNoun))
    if (const auto to = arguments.of(*of, "to"))
      if (const auto b = named(*s.noun(*to))) return b;
  for (const char* p : {"of", "for"})
    if (const auto of = arguments.of(noun, p)) {
      if (const auto b = named(*s.noun(*of))) return b;
      const NounPhrase& inner = *s.noun(*of);
      if (inner.names.empty() && inner.head != nullptr && inner.head->is(WordClass::BodyNoun) &&
          (inner.determiner == Determiner::The || inner.determiner == Determiner::This))
        return described_body(s, noun, inner.head->text, false);
    }
  // "the treaty establishing X", "a treaty setting up a common market"
  if (const VerbGroup* v = s.verb(noun + 1); v != nullptr && v->ing && v->lemma != nullptr) {
    static constexpr std::string_view makes[] = {"establish", "found",  "create",    "form",       "set",
                                                 "launch",    "govern", "institute", "constitute", "bring"};
    if (std::find(std::begin(makes), std::end(makes), v->lemma->text) != std::end(makes)) {
      if (const auto object = arguments.object(noun + 1)) {
        if (const auto b = named(*s.noun(*object))) return b;
        const Word* what = s.noun(*object)->head;
        if (s.noun(*object)->names.empty() && what != nullptr && what->is(WordClass::BodyNoun))
          return body_spoken_of(s, noun);
      }
    }
  }
  if (n.possessive || n.founding) return body_spoken_of(s, noun);
  // "the convention" of a text that names no treaty
  if (n.determiner == Determiner::The && !n.plural && n.last == n.first + 2 &&
      std::none_of(bodies_.begin(), bodies_.end(), [&](std::size_t b) {
        if (referents_[b].sort == Sort::Treaty) return true;
        for (const auto& w : referents_[b].words)
          if (spelt(singular(w)) == spelt(singular(n.head->text))) return true;
        return false;
      }))
    return body_spoken_of(s, noun);
  return std::nullopt;
}

std::vector<ResolvedBody> Discourse::bodies(const Sentence& s, std::size_t noun, bool treaty_wanted) {
  std::vector<ResolvedBody> found;
  const NounPhrase& n = *s.noun(noun);
  const Arguments arguments(s);
  const auto part_of = [&](std::size_t whole) {
    // "NATO's integrated military command", "the command structure of NATO": a part, with the whole in its
    // name as the sentence writes it.
    std::string name;
    const auto append = [&](std::size_t from, std::size_t to) {
      for (std::size_t i = from; i < to; ++i) {
        if (s.token(i).kind == TokenKind::Possessive) {
          name += "'s";
          continue;
        }
        if (!name.empty()) name += ' ';
        name += s.token(i).text;
      }
    };
    std::size_t first = n.first;
    while (first < n.head_token &&
           (s.token(first).is(WordClass::Determiner) || s.token(first).is(WordClass::Possessive)))
      ++first;
    bool named = false;
    for (const auto& m : s.names)
      if (m.referent == whole && m.first >= n.first && m.last <= n.head_token) named = true;
    if (!named) {
      for (const auto& m : s.names)
        if (m.referent == whole && m.first > n.head_token && m.first < n.head_token + 4 && name.empty())
          append(m.first, m.last);
      if (name.empty()) name = referents_[whole].name;
    }
    append(first, n.head_token + 1);
    const std::size_t part = referents_.of_name(name, Sort::Body);
    referents_.at(part).whole = whole;
    return part;
  };
  if (!n.names.empty() && !n.owner) {
    for (const Member& m : n.names)
      if (std::none_of(found.begin(), found.end(),
                       [&](const ResolvedBody& b) { return b.referent == m.referent; }))
        found.push_back({m.referent, true, m.date});
    return found;
  }
  if (!n.names.empty()) {
    for (const Member& m : n.names) found.push_back({m.referent, true, m.date});
    return found;
  }
  if (n.pronoun) {
    if (s.token(n.first).is("it") || s.token(n.first).is("itself"))
      if (const auto b = body_spoken_of(s, noun, treaty_wanted)) found.push_back({*b, false, {}});
    // "Greece joined them": the body that they are in
    if (s.token(n.first).is("them") && !treaty_wanted) {
      if (happening_ && happening_->bodies.size() == 1)
        found.push_back({happening_->bodies[0].referent, false, {}});
      else if (!members_.empty())
        if (const auto b = body_spoken_of(s, noun)) found.push_back({*b, false, {}});
    }
    return found;
  }
  if (!n.has_head) return found;
  const Word* h = n.head;
  if (treaty_wanted && h != nullptr && h->is(WordClass::TreatyNoun))
    if (const auto b = body_of_treaty(s, noun)) {
      found.push_back({*b, true, {}, true});
      return found;
    }
  const bool part = h != nullptr && h->is(WordClass::PartNoun);
  // the whole that the phrase hangs on: an adjective, a possessor, "of X"
  std::optional<std::size_t> whole;
  for (const Member& m : n.adjectives)
    if (is_body(m.referent)) whole = m.referent;
  if (!whole && n.owner)
    for (const Member& m : s.nouns[*n.owner].names)
      if (is_body(m.referent)) whole = m.referent;
  if (!whole)
    if (const auto of = arguments.of(noun)) {
      const NounPhrase& inner = *s.noun(*of);
      for (const Member& m : inner.names)
        if (is_body(m.referent) || (referents_[m.referent].sort == Sort::Unknown && part)) whole = m.referent;
      if (!whole && inner.names.empty() && inner.head != nullptr && inner.head->is(WordClass::BodyNoun) &&
          inner.determiner != Determiner::A)
        whole = described_body(s, noun, inner.head->text, treaty_wanted);
    }
  if (part && n.possessive && !whole) whole = body_spoken_of(s, noun);
  if (part && whole) {
    found.push_back({part_of(*whole), true, {}});
    return found;
  }
  if (whole && h != nullptr &&
      (h->is(WordClass::BodyNoun) || h->is(WordClass::MembershipNoun) || h->is(WordClass::MemberNoun))) {
    found.push_back({*whole, true, {}});
    return found;
  }
  if (whole) {
    static constexpr std::string_view ranks[] = {"ranks", "rank",   "fold",  "membership",
                                                 "ambit", "family", "number"};
    for (const auto r : ranks)
      if (s.token(n.head_token).lower == r) {
        found.push_back({*whole, true, {}});
        return found;
      }
  }
  // "an alliance, the Entente": the name that follows
  if (const auto name = apposed(s, noun);
      name && ((h != nullptr && h->is(WordClass::BodyNoun)) || s.token(n.head_token).is("successor"))) {
    found.push_back({name->referent, true, {}});
    return found;
  }
  // "a band called X", "an alliance known as X"
  if (const VerbGroup* v = s.verb(noun + 1);
      v != nullptr && v->lemma != nullptr && h != nullptr && h->is(WordClass::BodyNoun) &&
      (v->lemma->text == "call" || v->lemma->text == "name" || v->lemma->text == "know" ||
       v->lemma->text == "title" || v->lemma->text == "style")) {
    std::size_t k = noun + 2;
    if (s.is(k, Kind::Preposition)) ++k;
    if (s.noun(k) != nullptr && s.noun(k)->names.size() == 1) {
      found.push_back({s.noun(k)->names[0].referent, true, {}});
      return found;
    }
  }
  if (h != nullptr && h->is(WordClass::BodyNoun) && n.determiner != Determiner::A &&
      n.determiner != Determiner::No && n.determiner != Determiner::Some &&
      n.determiner != Determiner::Other && !n.plural && !n.other &&
      (n.determiner == Determiner::The || n.determiner == Determiner::This)) {
    if (const auto b = described_body(s, noun, h->text, treaty_wanted)) {
      if (referents_[*b].sort == Sort::Unknown) referents_.at(*b).sort = Sort::Body;
      found.push_back({*b, false, {}});
    }
  }
  return found;
}

}  // namespace entente::detail
