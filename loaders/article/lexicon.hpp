#pragma once
// The words of English that the article reader knows: classes of closed and semi-closed words, verbs with
// their forms, and the frames of the verbs that report an event. All of it is data (data/lexicon/), parsed
// once.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "graph/claim.hpp"

namespace entente::detail {

/// Classes of words; the names in data/lexicon/words.txt are these in snake_case.
enum class WordClass : unsigned {
  Determiner,
  Possessive,
  Pronoun,
  Relative,
  Preposition,
  Conjunction,
  Subordinator,
  Be,
  Have,
  Do,
  Modal,
  ModalUnreal,
  ModalFuture,
  Negation,
  Adverb,
  NumberWord,
  Ordinal,
  Month,
  Weekday,
  Season,
  TimeNoun,
  BodyNoun,
  TreatyNoun,
  PartNoun,
  StateNoun,
  MemberNoun,
  PersonNoun,
  LeaderNoun,
  MembershipNoun,
  AccessionNoun,
  ExitNoun,
  ExpulsionNoun,
  SuspensionNoun,
  FoundingNoun,
  EndNoun,
  ObserverWord,
  PartnerWord,
  CandidateWord,
  FormerWord,
  CurrentWord,
  FoundingWord,
  StatusWord,
  ArticleWords,
  TitleNoun,
  Abbreviation,
  FurnitureHeading,
  Common,
  NotAName,
  ThingNoun,
  UnrealNoun,
  HedgeWord,
  Count
};

/// Forms of a verb; a word may be several (“quit”).
enum class VerbForm : unsigned { Base, Third, Past, Participle, Ing };

/// How a verb bears on the verb that it governs.
enum class Government : unsigned { Fact, Unreal, Negative, Report, Doubt };

struct Frame;

struct Word {
  std::string text;
  std::uint64_t classes = 0;
  unsigned forms = 0;                ///< bits of VerbForm
  unsigned government = 0;           ///< bits of Government
  const Word* past_lemma = nullptr;  ///< where the word is also the past of another verb: "found" of "find"
  const Word* lemma = nullptr;       ///< of a verb; itself otherwise
  std::vector<Frame>* frames = nullptr;  ///< of a verb that reports an event; see Lexicon::frames

  [[nodiscard]] bool is(WordClass c) const noexcept { return (classes >> static_cast<unsigned>(c)) & 1U; }
  [[nodiscard]] bool has_form(VerbForm f) const noexcept { return (forms >> static_cast<unsigned>(f)) & 1U; }
  [[nodiscard]] bool governs(Government g) const noexcept {
    return (government >> static_cast<unsigned>(g)) & 1U;
  }
  [[nodiscard]] bool is_verb() const noexcept { return forms != 0; }
};

/// Where a role of a frame is filled from: the grammatical subject, the direct object or the noun phrase
/// after one of these prepositions, in order of preference.
struct Slots {
  std::vector<std::string> places;  ///< "S", "O" or a preposition
  bool optional = false;            ///< may be left out, and is then the body spoken of
};

/// What a verb says when it reports an event (data/lexicon/event_verbs.txt).
struct Frame {
  const Word* verb = nullptr;
  /// "out"; of several words, which stand directly behind the verb, "its" is any possessive and "_" the
  /// object: "show _ the door".
  std::string particle;
  Event event = Event::Joined;
  std::string relation;
  bool known = false;  ///< only of what is known to be a body: the verb is too common to make it one
  bool bare = false;   ///< only where nothing but a date follows, and the body spoken of has members
  Slots active_member, active_body, passive_member, passive_body;
  std::string name;  ///< for the rule name: "join", "pull-out"
};

/// Immutable after construction; safe to share between threads.
class Lexicon {
 public:
  /// Parses the three bundled files. Throws Error{InvalidArgument} on a malformed line.
  Lexicon(std::string_view words, std::string_view verbs, std::string_view event_verbs);
  ~Lexicon();

  /// The word, for text already in lower case; nullptr when unknown. O(length).
  [[nodiscard]] const Word* find(std::string_view lower) const noexcept;
  /// The frames of a verb, by its lemma; those with a particle first.
  [[nodiscard]] const std::vector<Frame>& frames(const Word* lemma) const noexcept;

 private:
  struct Tables;
  std::unique_ptr<Tables> tables_;
};

/// The lexicon bundled with the library, parsed on first use.
[[nodiscard]] const Lexicon& bundled_lexicon();

}  // namespace entente::detail
