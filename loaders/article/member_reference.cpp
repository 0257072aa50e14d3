// Which members are meant: by names, "it", "the country", "these three", "the latter", "its envoys".

#include <algorithm>
#include <array>

#include "loaders/article/reference.hpp"

namespace entente::detail {
namespace {

using Kind = ElementKind;

bool leader(const NounPhrase& n) {
  return n.head != nullptr && (n.head->is(WordClass::LeaderNoun) || n.head->is(WordClass::TitleNoun));
}

template <std::size_t N>
bool one_of(std::string_view w, const std::array<std::string_view, N>& words) {
  return std::find(words.begin(), words.end(), w) != words.end();
}

/// Those who act for whoever they belong to: "its envoys were received back".
constexpr std::array<std::string_view, 24> agents = {
    "envoys",     "envoy", "delegates", "delegation", "representatives", "cricketers", "players",
    "meps",       "mps",   "deputies",  "ministers",  "government",      "parliament", "athletes",
    "ambassador", "team",  "king",      "president",  "senate",          "rulers",     "prince",
    "foreign",    "side",  "directors"};

/// Those of a place or body who act as its part: "the Wigan men seceded".
constexpr std::array<std::string_view, 7> branches = {"men",    "branch", "lodge",   "congregation",
                                                      "parish", "people", "delegate"};

/// Plurals that hang their members on "of": "the leaders of A and B".
constexpr std::array<std::string_view, 12> heads_of = {
    "representatives", "leaders", "ministers", "delegates", "presidents", "governments",
    "heads",           "states",  "kingdom",   "republic",  "envoys",     "officials"};

/// What a group of members may be called.
constexpr std::array<std::string_view, 34> groups = {
    "countries",   "states",   "nations",   "republics", "members",      "islands",  "neighbours",
    "neighbors",   "kingdoms", "clubs",     "teams",     "cities",       "parties",  "towns",
    "unions",      "airlines", "companies", "firms",     "universities", "schools",  "banks",
    "territories", "colonies", "cantons",   "provinces", "powers",       "carriers", "musicians",
    "players",     "men",      "women",     "guilds",    "newcomers",    "allies"};

/// What a lone member may be called.
constexpr std::array<std::string_view, 30> ones = {
    "company", "firm",     "carrier", "airline",  "club",    "side",     "newspaper", "paper",
    "daily",   "producer", "ally",    "newcomer", "giant",   "port",     "town",      "city",
    "canton",  "province", "brewery", "mill",     "college", "shipyard", "chapter",   "branch",
    "duchy",   "commune",  "borough", "parish",   "tribe",   "bank"};

/// How many a collective stands for: "the trio".
int count_of(std::string_view w) {
  if (w == "pair" || w == "duo" || w == "couple" || w == "two") return 2;
  if (w == "trio" || w == "three") return 3;
  if (w == "quartet" || w == "four") return 4;
  if (w == "quintet" || w == "five") return 5;
  if (w == "sextet" || w == "six") return 6;
  return 0;
}

}  // namespace

std::vector<Member> Discourse::members_of_phrase(const Sentence& s, const NounPhrase& n) {
  if (!n.names.empty()) {
    if (leader(n) && !n.adjectives.empty()) return n.adjectives;
    if (leader(n) && n.owner) return members_of_phrase(s, s.nouns[*n.owner]);
    return governments(n.names);
  }
  const Word* h = n.head;
  const bool acting = n.has_head && (one_of(s.token(n.head_token).lower, agents) ||
                                     one_of(s.token(n.head_token).lower, branches));
  if (!n.adjectives.empty() && ((h != nullptr && (leader(n) || h->is(WordClass::StateNoun))) || acting))
    return n.adjectives;
  if (n.owner && (leader(n))) return members_of_phrase(s, s.nouns[*n.owner]);
  return {};
}

std::vector<Member> Discourse::possessor(const Sentence& s, const NounPhrase& n, std::size_t element) {
  if (n.owner) {
    const NounPhrase& owner = s.nouns[*n.owner];
    auto who = members_of_phrase(s, owner);
    // "the country's withdrawal", "the three countries' exit"
    if (who.empty() && owner.names.empty() && owner.head != nullptr && owner.head->is(WordClass::StateNoun) &&
        state_ && (owner.determiner == Determiner::The || owner.determiner == Determiner::This))
      who = governments({Member{*state_, AliasSort::Name, {}}});
    if (who.empty()) who = group(s, owner, element);
    return who;
  }
  if (!n.possessive) return {};
  const bool plural = s.token(n.first).is("their");
  if ((s.token(n.first).is("his") || s.token(n.first).is("her")))
    if (const auto person = person_spoken_of()) return {Member{*person, AliasSort::Name, {}}};
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

bool Discourse::subject_place(const Sentence& s, std::size_t k) const {
  return (k == 0 || !s.is(k - 1, Kind::Preposition)) &&
         (s.verb(k + 1) != nullptr || s.is(k + 1, Kind::Comma));
}

std::vector<Member> Discourse::pronoun(const Sentence& s, std::size_t noun) {
  const Token& t = s.token(s.noun(noun)->first);
  if (t.is("they") || t.is("them") || t.is("themselves")) {
    // a club or a crew may be "they": the subject of this sentence
    for (std::size_t k = noun; k-- > 0;) {
      const NounPhrase* m = s.noun(k);
      if (m == nullptr || m->owner || (k > 0 && s.is(k - 1, Kind::Preposition))) continue;
      if (m->names.empty()) {
        if (auto who = group(s, *m, k); !who.empty()) return who;
        continue;
      }
      if (m->names.size() > 1) return m->names;
      const Sort sort = referents_[m->names[0].referent].sort;
      if (sort == Sort::Unknown && (s.verb(k + 1) != nullptr || s.is(k + 1, Kind::Comma)))
        return {m->names[0]};
    }
    if (strangers_) return {};
    return members_.size() > 1 ? members_ : lists_;
  }
  if (t.is("he") || t.is("she") || t.is("him") || t.is("her")) {
    for (std::size_t k = 0; k < noun; ++k) {
      const NounPhrase* m = s.noun(k);
      if (m != nullptr && m->names.size() == 1 && personal(m->names[0].referent) && subject_place(s, k))
        return {m->names[0]};
    }
    if (const auto person = person_spoken_of()) return {Member{*person, AliasSort::Name, {}}};
    return {};
  }
  if (!t.is("it") && !t.is("itself")) return {};
  // "it" is no person: the subject before it, else that of the sentence before, else the state last spoken
  // of.
  for (std::size_t k = noun; k-- > 0;) {
    const NounPhrase* m = s.noun(k);
    if (m == nullptr) continue;
    if (m->names.empty() && m->head != nullptr && m->head->is(WordClass::BodyNoun) &&
        m->determiner == Determiner::The && !m->plural && s.verb(k + 1) != nullptr &&
        (k == 0 || !s.is(k - 1, Kind::Preposition)))
      if (const auto b = described_body(s, k, m->head->text, false)) return {Member{*b, AliasSort::Name, {}}};
    // "The government said it would leave"
    if (m->names.empty() && leader(*m) && !m->plural && subject_place(s, k))
      if (auto who = members(s, k); !who.empty()) return who;
    if (m->names.size() != 1 || m->owner) continue;
    if (referents_[m->names[0].referent].sort == Sort::Person) continue;
    if (subject_place(s, k)) return governments({m->names[0]});
  }
  if (subject_) return {Member{*subject_, AliasSort::Name, {}}};
  for (std::size_t k = noun; k-- > 0;) {
    const NounPhrase* m = s.noun(k);
    if (m != nullptr && m->names.size() == 1 && is_state(m->names[0].referent)) return {m->names[0]};
  }
  if (state_) return {Member{*state_, AliasSort::Name, {}}};
  return {};
}

std::vector<Member> Discourse::group(const Sentence& s, const NounPhrase& n, std::size_t before) const {
  if (!n.names.empty()) return {};
  const bool alone = n.determiner != Determiner::None && n.last == n.first + 1;
  const std::string_view head = n.has_head ? s.token(n.head_token).lower : std::string_view();
  int count = n.determiner == Determiner::Both ? 2 : n.count > 1 ? n.count : count_of(head);
  const bool definite = n.determiner == Determiner::The || n.determiner == Determiner::This ||
                        n.determiner == Determiner::All || n.determiner == Determiner::Both;
  if (!definite || n.former || n.possessive || n.owner || !n.adjectives.empty()) return {};
  const bool named_group =
      one_of(head, groups) || count_of(head) > 0 ||
      (n.count > 1 && n.head_token < n.last && s.token(n.head_token).is(WordClass::NumberWord));
  if (!alone && !named_group) return {};
  if (alone && n.determiner != Determiner::All && n.determiner != Determiner::Both) return {};
  // What narrows the group makes it another: "the countries that border it", "the members of the council".
  const bool bare = alone || count > 1 || n.determiner == Determiner::This || n.last == n.first + 2;
  if (!bare || (count == 0 && head == "members")) return {};
  if (count == 0 && n.determiner == Determiner::The &&
      (s.is(before + 1, Kind::Relative) || s.is(before + 1, Kind::Preposition) || n.first_one))
    return {};
  const auto fits = [&](const std::vector<Member>& list) {
    return list.size() > 1 && (count < 2 || list.size() == static_cast<std::size_t>(count)) &&
           std::none_of(list.begin(), list.end(),
                        [&](const Member& m) { return referents_[m.referent].sort == Sort::Treaty; });
  };
  // "the other two": those of the list who have not just been spoken of
  if (n.other && count > 1) {
    std::vector<Member> rest;
    for (const Member& m : lists_)
      if (std::none_of(members_.begin(), members_.end(),
                       [&](const Member& x) { return x.referent == m.referent; }))
        rest.push_back(m);
    return rest.size() == static_cast<std::size_t>(count) ? rest : std::vector<Member>{};
  }
  if (n.other) return {};
  for (std::size_t k = before; k-- > 0;)
    if (const NounPhrase* m = s.noun(k); m != nullptr && fits(m->names)) return m->names;
  if (fits(members_)) return members_;
  if (fits(lists_)) return lists_;
  return {};
}

bool Discourse::unnamed_group(const Sentence& s, std::size_t noun) const {
  const NounPhrase& n = *s.noun(noun);
  if (!n.names.empty() || n.pronoun || n.owner || !n.has_head) return false;
  const std::string_view head = s.token(n.head_token).lower;
  return (n.count > 1 && s.token(n.head_token).is(WordClass::NumberWord)) || one_of(head, groups);
}

std::optional<Member> Discourse::ranked(const Sentence& s, const NounPhrase& n, std::size_t before) const {
  if (n.determiner != Determiner::The || n.last != n.first + 2) return std::nullopt;
  const bool former = s.token(n.last - 1).is("former");
  if (!former && !s.token(n.last - 1).is("latter")) return std::nullopt;
  const auto choose = [&](const std::vector<Member>& list) -> std::optional<Member> {
    if (list.size() < 2 || (former && list.size() != 2)) return std::nullopt;
    return former ? list.front() : list.back();
  };
  for (std::size_t k = before; k-- > 0;)
    if (const NounPhrase* m = s.noun(k); m != nullptr)
      if (const auto found = choose(m->names)) return found;
  if (!former)
    for (std::size_t k = before; k-- > 0;)
      if (const NounPhrase* m = s.noun(k); m != nullptr && m->names.size() == 1) return m->names[0];
  return choose(lists_);
}

std::vector<Member> Discourse::lone(const Sentence& s, std::size_t noun) {
  const NounPhrase& n = *s.noun(noun);
  const Word* h = n.head;
  const std::string_view head = s.token(n.head_token).lower;
  const bool definite = n.determiner == Determiner::The || n.determiner == Determiner::This;
  const bool state = h != nullptr && h->is(WordClass::StateNoun);
  const bool person = h != nullptr && h->is(WordClass::PersonNoun) && !leader(n);
  if (n.plural || n.other || !n.adjectives.empty()) return {};
  if (!definite && !(n.owner && n.first_one)) return {};
  if (!state && !person && !one_of(head, ones)) return {};
  const auto may = [&](std::size_t r) {
    const Sort sort = referents_[r].sort;
    if (person) return sort == Sort::Person || sort == Sort::Unknown;
    if (head == "country" || head == "nation" || head == "republic")
      return sort == Sort::State || sort == Sort::Unknown;
    return !is_body(r) && sort != Sort::Person;
  };
  // The subject before it in this sentence, then a state, then what the text is about.
  for (std::size_t k = noun; k-- > 0;) {
    const NounPhrase* m = s.noun(k);
    if (m != nullptr && m->names.size() == 1 && !m->owner && may(m->names[0].referent) && subject_place(s, k))
      return governments({m->names[0]});
    // "Russia's clubs were barred, but the country …"
    if (m != nullptr && m->owner && state)
      if (const auto& owner = s.nouns[*m->owner].names; owner.size() == 1 && may(owner[0].referent))
        return governments({owner[0]});
  }
  if (person)
    return person_ ? std::vector<Member>{Member{*person_, AliasSort::Name, {}}} : std::vector<Member>{};
  if (state)
    for (std::size_t k = noun; k-- > 0;) {
      const NounPhrase* m = s.noun(k);
      if (m != nullptr && m->names.size() == 1 && is_state(m->names[0].referent)) return {m->names[0]};
    }
  if (state && head != "city" && state_ && is_state(*state_)) return {Member{*state_, AliasSort::Name, {}}};
  // Who has just joined or left is spoken of, whatever else a sentence began with.
  if (acting_ && sentence_ <= acting_sentence_ + 3 && is_state(*acting_) && may(*acting_) &&
      (!subject_ || !is_state(*subject_)))
    return governments({Member{*acting_, AliasSort::Name, {}}});
  const auto focus = subject_ && !is_body(*subject_) ? subject_ : state_;
  if (focus && may(*focus)) return governments({Member{*focus, AliasSort::Name, {}}});
  return {};
}

std::vector<Member> Discourse::hung_on(const Sentence& s, std::size_t noun) {
  const NounPhrase& n = *s.noun(noun);
  const Arguments arguments(s);
  const Word* h = n.head;
  const bool heads = n.has_head && one_of(s.token(n.head_token).lower, heads_of);
  const auto bodiless = [&](const std::vector<Member>& list) {
    return !list.empty() &&
           std::none_of(list.begin(), list.end(), [&](const Member& m) { return is_body(m.referent); });
  };
  if (leader(n) || heads || (h != nullptr && (h->is(WordClass::PersonNoun) || h->is(WordClass::StateNoun)))) {
    std::size_t at = noun;
    for (int step = 0; step < 3; ++step) {
      auto of = arguments.of(at);
      if (!of) of = arguments.of(at, "from");
      // "the heads of state and government of A and B"
      if (!of && step > 0 && s.is(at + 1, Kind::Conjunction) && s.noun(at + 2) != nullptr)
        of = arguments.of(at + 2);
      if (!of) break;
      auto inner = members_of_phrase(s, *s.noun(*of));
      if (bodiless(inner)) return inner;
      if (!inner.empty()) break;
      at = *of;
    }
  }
  if (leader(n) && n.possessive && state_) return {Member{*state_, AliasSort::Name, {}}};
  if (leader(n) && n.determiner == Determiner::The && state_ && is_state(*state_))
    return {Member{*state_, AliasSort::Name, {}}};
  // "the mayors of A, B and C"
  if (n.has_head && n.plural)
    if (const auto of = arguments.of(noun);
        of && s.noun(*of)->names.size() > 1 && bodiless(s.noun(*of)->names))
      return governments(s.noun(*of)->names);
  return {};
}

std::vector<Member> Discourse::members(const Sentence& s, std::size_t noun) {
  const NounPhrase& n = *s.noun(noun);
  if (n.pronoun) return pronoun(s, noun);
  auto direct = members_of_phrase(s, n);
  if (!direct.empty()) return direct;
  // "its envoys were received back", "their MEPs walked out": whoever they act for
  if ((n.possessive || n.owner) && n.has_head && one_of(s.token(n.head_token).lower, agents)) {
    auto who = possessor(s, n, noun);
    if (!who.empty() &&
        std::none_of(who.begin(), who.end(), [&](const Member& m) { return is_body(m.referent); }))
      return who;
  }
  if (const auto one = ranked(s, n, noun)) return governments({*one});
  if (auto who = hung_on(s, noun); !who.empty()) {
    // "the mayor of Tressund, Ida Blum,": the name, unless it is a state that he acts for
    const auto name = apposed(s, noun);
    if (!name || is_state(who.front().referent)) return who;
    return {*name};
  }
  // "the guild became affiliated to …": a body may be a member of another
  const Word* h = n.head;
  if (n.has_head && !n.plural && h != nullptr && h->is(WordClass::BodyNoun) &&
      n.determiner == Determiner::The && n.adjectives.empty() && !n.owner && s.verb(noun + 1) != nullptr)
    if (const auto b = described_body(s, noun, h->text, false)) {
      for (const auto& w : referents_[*b].words)
        if (common_form(w) == common_form(h->text)) return {Member{*b, AliasSort::Name, {}}};
    }
  // "Its largest member, Wessex, …"
  if (const auto name = apposed(s, noun)) return governments({*name});
  if (auto who = group(s, n, noun); !who.empty()) return who;
  if (n.has_head)
    if (auto who = lone(s, noun); !who.empty()) return who;
  // "by five countries and founder members: A, B …"
  if (n.plural && s.is(noun + 1, Kind::Conjunction) && s.noun(noun + 2) != nullptr &&
      s.noun(noun + 2)->names.size() > 1 && s.noun(noun + 2)->has_head)
    return s.noun(noun + 2)->names;
  // "Athens and the cities of Ionia": the names that stand before the description
  if (s.is(noun - 1, Kind::Conjunction) && noun >= 2 && s.noun(noun - 2) != nullptr)
    return members_of_phrase(s, *s.noun(noun - 2));
  return {};
}

}  // namespace entente::detail
