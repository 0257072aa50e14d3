#include "loaders/article/reference.hpp"

#include <algorithm>

namespace entente::detail {
namespace {

using Kind = ElementKind;

/// What is left of a mention after so many sentences.
double fading(std::size_t sentences) {
  double left = 1;
  for (std::size_t i = 0; i < sentences && left > 0.01; ++i) left *= 0.7;
  return left;
}

bool leader(const NounPhrase& n) {
  return n.head != nullptr && (n.head->is(WordClass::LeaderNoun) || n.head->is(WordClass::TitleNoun));
}

}  // namespace

void Discourse::begin_document() {
  bodies_.clear();
  titles_.clear();
  members_.clear();
  lists_.clear();
  state_.reset();
  person_.reset();
  subject_.reset();
  candidate_.reset();
  left_.clear();
  standing_.clear();
  sentence_ = 0;
  founded_.clear();
  happening_.reset();
  event_bodies_.clear();
  event_members_.clear();
  members_ever_.clear();
  wholes_ever_.clear();
  listing_ = false;
}

std::optional<std::size_t> Discourse::left_by(std::size_t member) const {
  const auto found = left_.find(member);
  return found == left_.end() ? std::nullopt : std::optional(found->second);
}

bool Discourse::is_body(std::size_t referent) const {
  const Sort sort = referents_[referent].sort;
  return sort == Sort::Body || sort == Sort::Treaty;
}

void Discourse::title(const std::vector<NameMention>& names) {
  for (const auto& n : names)
    if (is_body(n.referent)) {
      titles_.push_back(n.referent);
    }
}

void Discourse::mention_members(const std::vector<Member>& members) {
  if (members.empty()) return;
  for (const Member& m : members) {
    event_members_.push_back(m.referent);
    members_ever_.insert(m.referent);
  }
  members_ = members;
  if (members.size() > 1)
    lists_ = members;
  else
    state_ = members.front().referent;
}

void Discourse::mention_body(std::size_t referent) {
  // Of a part, the whole is what the text goes on to speak of.
  if (referents_[referent].whole) referent = *referents_[referent].whole;
  event_bodies_.push_back(referent);
  Standing& standing = standing_[referent];
  standing.weight = standing.weight * fading(sentence_ - standing.sentence) + 1;
  standing.sentence = sentence_;
  ++standing.mentions;
  bodies_.erase(std::remove(bodies_.begin(), bodies_.end(), referent), bodies_.end());
  bodies_.push_back(referent);
  if (bodies_.size() > 64) bodies_.erase(bodies_.begin());
}

void Discourse::learn(const Sentence& s) {
  const auto sort_of = [](const Word* h) {
    if (h == nullptr) return Sort::Unknown;
    if (h->is(WordClass::TreatyNoun) && h->text != "act" && h->text != "articles" && h->text != "instrument")
      return Sort::Treaty;
    if (h->is(WordClass::BodyNoun)) return Sort::Body;
    if (h->is(WordClass::PersonNoun) || h->is(WordClass::TitleNoun)) return Sort::Person;
    if (h->text == "city" || h->text == "town" || h->text == "village" || h->text == "river")
      return Sort::Place;
    return Sort::Unknown;
  };
  for (std::size_t k = 0; k < s.elements.size(); ++k) {
    const NounPhrase* n = s.noun(k);
    if (n == nullptr || n->names.size() != 1 || n->owner) continue;
    Referent& r = referents_.at(n->names[0].referent);
    if (r.sort != Sort::Unknown) continue;
    r.sort = sort_of(n->head);
    if (r.sort != Sort::Unknown) continue;
    // Two names and a verb of saying, or "who": a person.
    const bool two = r.name.find(' ') != std::string::npos;
    if (two && ((s.verb(k + 1) != nullptr && s.verb(k + 1)->lemma != nullptr &&
                 s.verb(k + 1)->lemma->governs(Government::Report)) ||
                s.word_is(k + 1, "who") || (s.is(k + 1, Kind::Comma) && s.word_is(k + 2, "who")))) {
      r.sort = Sort::Person;
      continue;
    }
    std::size_t next = k + 1;
    if (s.is(next, Kind::Comma))
      ++next;
    else if (const VerbGroup* v = s.verb(next);
             v != nullptr && v->lemma != nullptr && v->lemma->text == "be" && !v->negated)
      ++next;
    else
      continue;
    const NounPhrase* what = s.noun(next);
    if (what == nullptr || !what->names.empty() || !what->has_head || what->plural) continue;
    if (what->determiner != Determiner::A && what->determiner != Determiner::The) continue;
    r.sort = sort_of(what->head);
  }
}

double Discourse::weight(std::size_t body) const {
  double w = 0;
  if (const auto found = standing_.find(body); found != standing_.end())
    w = found->second.weight * fading(sentence_ - found->second.sentence) +
        0.25 * std::min(found->second.mentions, 4);
  if (std::find(titles_.begin(), titles_.end(), body) != titles_.end()) w += 1.5;
  return w;
}

void Discourse::end_sentence(const Sentence& s) {
  ++sentence_;
  // Rows leave the announcement of their list standing.
  const bool has_verb = std::any_of(s.elements.begin(), s.elements.end(),
                                    [](const Element& e) { return e.kind == Kind::Verb; });
  if (has_verb)
    listing_ = std::any_of(s.tokens.list.begin(), s.tokens.list.end(), [](const Token& t) {
      return t.is("accession") || t.is("joined") || t.is("entered") || t.is("acceded") || t.is("admitted") ||
             t.is("admission") || t.is("members");
    });
  const auto events = std::move(event_bodies_);
  // Every name counts; the subject of the sentence counts most, and comes last.
  std::optional<std::size_t> subject_body, subject;
  const auto state_before = state_;
  bool first_noun = true;
  for (const Element& e : s.elements) {
    if (e.kind != Kind::Noun) continue;
    const NounPhrase& n = s.nouns[e.index];
    if (n.names.size() > 1) lists_ = n.names;
    for (const Member& m : n.names) {
      if (is_body(m.referent)) {
        mention_body(m.referent);
        const bool joins =
            std::find(event_members_.begin(), event_members_.end(), m.referent) != event_members_.end();
        if (first_noun && !n.owner && n.names.size() == 1 && !joins) subject_body = m.referent;
      } else if (n.names.size() == 1) {
        state_ = m.referent;
      }
    }
    if (n.names.size() == 1 && n.determiner == Determiner::The &&
        referents_[n.names[0].referent].sort == Sort::Unknown)
      candidate_ = n.names[0].referent;
    for (const Member& m : n.adjectives)
      if (is_body(m.referent)) mention_body(m.referent);
    if (first_noun && n.names.size() == 1 && !n.owner &&
        (referents_[n.names[0].referent].sort == Sort::Person ||
         referents_[n.names[0].referent].sort == Sort::Unknown))
      person_ = n.names[0].referent;
    if (first_noun && n.names.size() == 1 && !n.owner && referents_[n.names[0].referent].sort != Sort::Person)
      subject = n.names[0].referent;
    if (!n.names.empty()) first_noun = false;
  }
  for (const auto b : events) mention_body(b);
  // "The Swabian League.": a new subject, and all before it is past.
  if (!has_verb && subject_body && s.elements.size() <= 2) {
    sentence_ += 6;
    mention_body(*subject_body);
  }
  // A sentence about "it" or "the city" goes on about what the one before was about.
  const Arguments arguments(s);
  for (std::size_t v = 0; v < s.elements.size(); ++v) {
    if (s.verb(v) == nullptr || !s.verb(v)->finite) continue;
    const auto e = arguments.subject(v);
    if (!e) break;
    const NounPhrase& n = *s.noun(*e);
    const bool goes_on = n.names.empty() && (n.pronoun || n.determiner == Determiner::The ||
                                             n.determiner == Determiner::This || n.possessive);
    if (goes_on && (n.pronoun || (n.head != nullptr && n.head->is(WordClass::StateNoun)))) {
      subject.reset();
      if (state_before) state_ = state_before;
    }
    break;
  }
  if (subject) subject_ = subject;
  if (subject_body) mention_body(*subject_body);
  event_bodies_.clear();
  event_members_.clear();
  // Dates are told by their place in this sentence, which ends here.
  for (Member& m : members_) m.date.reset();
  for (Member& m : lists_) m.date.reset();
  if (happening_)
    for (ResolvedBody& b : happening_->bodies) b.date.reset();
}

std::vector<Member> Discourse::governments(std::vector<Member> members) const {
  // Among towns and firms a capital is a town.
  const bool towns = members.size() > 1 && std::any_of(members.begin(), members.end(), [&](const Member& m) {
                       const Referent& r = referents_[m.referent];
                       return r.sort == Sort::Unknown || (r.sort == Sort::Place && !r.state);
                     });
  if (!ancient_ && !towns)
    for (Member& m : members)
      if (const auto state = referents_[m.referent].state) m.referent = *state;
  return members;
}

std::vector<Member> Discourse::members_of_phrase(const Sentence& s, const NounPhrase& n) {
  if (!n.names.empty()) {
    if (leader(n) && !n.adjectives.empty()) return n.adjectives;
    if (leader(n) && n.owner) return members_of_phrase(s, s.nouns[*n.owner]);
    return governments(n.names);
  }
  const Word* h = n.head;
  if (!n.adjectives.empty() && h != nullptr && (leader(n) || h->is(WordClass::StateNoun)))
    return n.adjectives;
  if (n.owner && (leader(n))) return members_of_phrase(s, s.nouns[*n.owner]);
  return {};
}

std::vector<Member> Discourse::possessor(const Sentence& s, const NounPhrase& n, std::size_t element) {
  if (n.owner) {
    const NounPhrase& owner = s.nouns[*n.owner];
    auto who = members_of_phrase(s, owner);
    // "the country's withdrawal"
    if (who.empty() && owner.names.empty() && owner.head != nullptr && owner.head->is(WordClass::StateNoun) &&
        state_ && (owner.determiner == Determiner::The || owner.determiner == Determiner::This))
      who = governments({Member{*state_, AliasSort::Name, {}}});
    return who;
  }
  if (!n.possessive) return {};
  const bool plural = s.token(n.first).is("their");
  if ((s.token(n.first).is("his") || s.token(n.first).is("her")) && person_)
    return {Member{*person_, AliasSort::Name, {}}};
  // The subject of the sentence, when it stands before; else the last member spoken of.
  for (std::size_t k = element; k-- > 0;) {
    const NounPhrase* m = s.noun(k);
    if (m == nullptr || m->names.empty() || m->owner) continue;
    const bool fits = plural ? m->names.size() > 1 : m->names.size() == 1;
    if (fits && !is_body(m->names[0].referent)) return members_of_phrase(s, *m);
  }
  if (plural) return members_.size() > 1 ? members_ : std::vector<Member>{};
  if (state_) return {Member{*state_, AliasSort::Name, {}}};
  return {};
}

std::vector<Member> Discourse::members(const Sentence& s, std::size_t noun) {
  const NounPhrase& n = *s.noun(noun);
  const Arguments arguments(s);
  if (n.pronoun) {
    const Token& t = s.token(n.first);
    if (t.is("they") || t.is("them") || t.is("themselves")) {
      // a club or a crew may be "they": the subject of this sentence
      for (std::size_t k = noun; k-- > 0;) {
        const NounPhrase* m = s.noun(k);
        if (m == nullptr || m->names.empty() || m->owner || (k > 0 && s.is(k - 1, Kind::Preposition)))
          continue;
        if (m->names.size() > 1) return m->names;
        const Sort sort = referents_[m->names[0].referent].sort;
        if (sort == Sort::Unknown && (s.verb(k + 1) != nullptr || s.is(k + 1, Kind::Comma)))
          return {m->names[0]};
      }
      return members_.size() > 1 ? members_ : lists_;
    }
    if (t.is("he") || t.is("she") || t.is("him") || t.is("her")) {
      const auto personal = [&](std::size_t r) {
        return referents_[r].sort == Sort::Person || referents_[r].sort == Sort::Unknown;
      };
      for (std::size_t k = 0; k < noun; ++k) {
        const NounPhrase* m = s.noun(k);
        if (m != nullptr && m->names.size() == 1 && personal(m->names[0].referent) &&
            (k == 0 || !s.is(k - 1, Kind::Preposition)) &&
            (s.verb(k + 1) != nullptr || s.is(k + 1, Kind::Comma)))
          return {m->names[0]};
      }
      if (person_) return {Member{*person_, AliasSort::Name, {}}};
      return {};
    }
    if (t.is("it") || t.is("he") || t.is("she") || t.is("him") || t.is("her") || t.is("itself")) {
      // "it" in the same sentence refers to a name before it
      // "it" is no person: the subject before it, else that of the sentence before, else the state last
      // spoken of.
      for (std::size_t k = noun; k-- > 0;) {
        const NounPhrase* m = s.noun(k);
        if (m != nullptr && m->names.empty() && m->head != nullptr && m->head->is(WordClass::BodyNoun) &&
            m->determiner == Determiner::The && !m->plural && s.verb(k + 1) != nullptr &&
            (k == 0 || !s.is(k - 1, Kind::Preposition)))
          if (const auto b = described_body(s, k, m->head->text, false))
            return {Member{*b, AliasSort::Name, {}}};
        if (m == nullptr || m->names.size() != 1 || m->owner) continue;
        const Sort sort = referents_[m->names[0].referent].sort;
        if (sort == Sort::Person) continue;
        const bool subject = (k == 0 || !s.is(k - 1, Kind::Preposition)) &&
                             (s.verb(k + 1) != nullptr || s.is(k + 1, Kind::Comma));
        if (subject) return governments({m->names[0]});
      }
      if (subject_) return {Member{*subject_, AliasSort::Name, {}}};
      for (std::size_t k = noun; k-- > 0;) {
        const NounPhrase* m = s.noun(k);
        if (m != nullptr && m->names.size() == 1 && referents_[m->names[0].referent].sort == Sort::State)
          return {m->names[0]};
      }
      if (state_) return {Member{*state_, AliasSort::Name, {}}};
    }
    return {};
  }
  auto direct = members_of_phrase(s, n);
  if (!direct.empty()) return direct;
  // "its envoys were received back", "their MEPs walked out": whoever they act for
  if ((n.possessive || n.owner) && n.has_head) {
    static constexpr std::string_view agents[] = {
        "envoys",     "envoy", "delegates", "delegation", "representatives", "cricketers", "players",
        "meps",       "mps",   "deputies",  "ministers",  "government",      "parliament", "athletes",
        "ambassador", "team",  "king",      "president",  "senate",          "rulers",     "prince",
        "foreign",    "side",  "directors"};
    const auto w = s.token(n.head_token).lower;
    if (std::find(std::begin(agents), std::end(agents), w) != std::end(agents)) {
      auto who = possessor(s, n, noun);
      if (!who.empty() &&
          std::none_of(who.begin(), who.end(), [&](const Member& m) { return is_body(m.referent); }))
        return who;
    }
  }
  if (n.determiner == Determiner::Both && n.last == n.first + 1) {
    if (members_.size() == 2) return members_;
    if (lists_.size() == 2) return lists_;
  }
  const Word* h = n.head;
  if (leader(n) || (h != nullptr && (h->is(WordClass::PersonNoun))) ||
      (n.has_head && (s.token(n.head_token).is("representatives") || s.token(n.head_token).is("leaders") ||
                      s.token(n.head_token).is("ministers") || s.token(n.head_token).is("delegates") ||
                      s.token(n.head_token).is("presidents") || s.token(n.head_token).is("governments") ||
                      s.token(n.head_token).is("heads") || s.token(n.head_token).is("states") ||
                      s.token(n.head_token).is("kingdom") || s.token(n.head_token).is("republic") ||
                      s.token(n.head_token).is("envoys") || s.token(n.head_token).is("officials")))) {
    std::size_t at = noun;
    for (int step = 0; step < 3; ++step) {
      auto of = arguments.of(at);
      if (!of) of = arguments.of(at, "from");
      if (!of) break;
      auto inner = members_of_phrase(s, *s.noun(*of));
      if (!inner.empty()) {
        if (std::none_of(inner.begin(), inner.end(), [&](const Member& m) { return is_body(m.referent); }))
          return inner;
        break;
      }
      at = *of;
    }
    if (leader(n) && n.possessive && state_) return {Member{*state_, AliasSort::Name, {}}};
    if (leader(n) && n.determiner == Determiner::The && state_ && is_state(*state_))
      return {Member{*state_, AliasSort::Name, {}}};
  }
  // "the mayors of A, B and C"
  if (n.has_head && n.plural)
    if (const auto of = arguments.of(noun); of && s.noun(*of)->names.size() > 1) {
      const auto& names = s.noun(*of)->names;
      if (std::none_of(names.begin(), names.end(), [&](const Member& m) { return is_body(m.referent); }))
        return governments(names);
    }
  // "the guild became affiliated to …": a body may be a member of another
  if (n.has_head && !n.plural && h != nullptr && h->is(WordClass::BodyNoun) &&
      n.determiner == Determiner::The && n.adjectives.empty() && !n.owner && s.verb(noun + 1) != nullptr)
    if (const auto b = described_body(s, noun, h->text, false)) {
      for (const auto& w : referents_[*b].words)
        if (common_form(w) == common_form(h->text)) return {Member{*b, AliasSort::Name, {}}};
    }
  // "Its largest member, Wessex, …"
  if (const auto name = apposed(s, noun)) return governments({*name});
  if (n.has_head) {
    const Token& head = s.token(n.head_token);
    const bool definite = n.determiner == Determiner::The || n.determiner == Determiner::This;
    if (!n.plural && definite && h != nullptr && h->is(WordClass::StateNoun) && !n.other &&
        n.adjectives.empty()) {
      for (std::size_t k = noun; k-- > 0;) {
        const NounPhrase* m = s.noun(k);
        if (m != nullptr && m->names.size() == 1 && is_state(m->names[0].referent)) return {m->names[0]};
      }
      if (state_ && is_state(*state_)) return {Member{*state_, AliasSort::Name, {}}};
    }
    const bool group_head =
        head.is("countries") || head.is("states") || head.is("nations") || head.is("republics") ||
        head.is("members") || head.is("three") || head.is("two") || head.is("four") || head.is("five") ||
        head.is("six") || head.is("islands") || head.is("neighbours") || head.is("kingdoms") ||
        head.is("clubs") || head.is("teams") || head.is("cities") || head.is("both") || head.is("parties");
    const bool both = n.determiner == Determiner::Both;
    if ((group_head || both) && (definite || both || n.determiner == Determiner::All)) {
      const int count = both ? 2 : n.count;
      if (count > 1 && static_cast<int>(members_.size()) == count) return members_;
      if (count > 1 && static_cast<int>(lists_.size()) == count) return lists_;
      if (count == 0 && n.determiner == Determiner::This && n.plural && lists_.size() > 1) return lists_;
    }
    if (n.determiner == Determiner::Both && lists_.size() == 2) return lists_;
  }
  // "the company", "the carrier", "the port", "Africa's second producer": the member spoken of
  if (n.has_head && !n.plural && n.names.empty() && !n.other &&
      (n.determiner == Determiner::The || n.determiner == Determiner::This || (n.owner && n.first_one))) {
    static constexpr std::string_view members[] = {
        "company", "firm",     "carrier", "airline",  "club",    "side",     "newspaper", "paper",
        "daily",   "producer", "ally",    "newcomer", "giant",   "port",     "town",      "city",
        "canton",  "province", "brewery", "mill",     "college", "shipyard", "chapter",   "branch",
        "duchy",   "canton",   "commune", "borough",  "parish",  "tribe",    "bank",      "state"};
    if (std::find(std::begin(members), std::end(members), s.token(n.head_token).lower) != std::end(members)) {
      const auto focus = subject_ && !is_body(*subject_) ? subject_ : state_;
      if (focus && referents_[*focus].sort != Sort::Person && !is_body(*focus))
        return governments({Member{*focus, AliasSort::Name, {}}});
    }
  }
  // "Athens and the cities of Ionia": the names that stand before the description
  if (s.is(noun - 1, Kind::Conjunction) && noun >= 2 && s.noun(noun - 2) != nullptr)
    return members_of_phrase(s, *s.noun(noun - 2));
  return {};
}

}  // namespace entente::detail
