#pragma once
// Who is meant: by a name, a pronoun, a description ("the alliance", "these three", "the Georgian
// government").

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "graph/claim.hpp"
#include "loaders/article/argument.hpp"

namespace entente::detail {

/// A body as an argument of an event, resolved.
struct ResolvedBody {
  std::size_t referent = 0;
  bool named = true;                ///< the sentence names it; else it was referred to
  std::optional<std::size_t> date;  ///< of a list with dates
  bool by_treaty = false;  ///< named through its treaty: "the charter of X", "the treaty establishing X"
};

/// A word in the singular, in one of its spellings: "organisations" and "organization" are the same.
[[nodiscard]] std::string common_form(std::string_view word);

/// What a document has spoken of so far.
class Discourse {
 public:
  explicit Discourse(Referents& referents) : referents_(referents) {}

  void begin_document();
  /// The names of a title or heading: bodies that the text may leave unnamed.
  void title(const std::vector<NameMention>& names);
  /// Learns what unknown names stand for from what the sentence calls them: "the band X", "X, a trade body".
  void learn(const Sentence& sentence);
  /// To be called when a sentence has been read: what it named is what the next one refers to.
  void end_sentence(const Sentence& sentence);

  /// The bodies that a noun phrase stands for; empty when it stands for none or nobody knows which.
  [[nodiscard]] std::vector<ResolvedBody> bodies(const Sentence& s, std::size_t noun,
                                                 bool treaty_wanted = false);
  /// The body spoken of, for an event that leaves it out. Prefers the one of this sentence before `element`.
  [[nodiscard]] std::optional<std::size_t> body_spoken_of(const Sentence& s, std::size_t element,
                                                          bool treaty_wanted = false) const;
  /// The body that an organ, a meeting or the members themselves act for: "the summit suspended A"; nothing
  /// for any other noun phrase.
  [[nodiscard]] std::optional<std::size_t> acted_for(const Sentence& s, std::size_t noun);
  /// The members that a noun phrase stands for, each with its own date where a list gives one.
  [[nodiscard]] std::vector<Member> members(const Sentence& s, std::size_t noun);
  /// The same for a noun phrase that is no element (a possessor), or for its own possessive pronoun.
  [[nodiscard]] std::vector<Member> members_of_phrase(const Sentence& s, const NounPhrase& n);
  /// Who "its" and "their" stand for.
  [[nodiscard]] std::vector<Member> possessor(const Sentence& s, const NounPhrase& n, std::size_t element);

  /// Before the age of states a city is only a city: capitals no longer stand for them.
  void set_ancient(bool ancient) noexcept { ancient_ = ancient; }

  /// What an event took as its members and body: the nearest things to refer to.
  void mention_members(const std::vector<Member>& members);
  void mention_body(std::size_t referent, double weight = 1);

  /// That a member left a body, or was put out of it, for a time or for good.
  void mention_leaving(std::size_t member, std::size_t body);
  /// That a member has come into a body, or is in it.
  void mention_joining(std::size_t member, std::size_t body);
  /// The bodies that the text has a member in, the last to be named at the end.
  [[nodiscard]] const std::vector<std::size_t>& bodies_of(std::size_t member) const;
  /// That a body has had members in some event.
  void mention_whole(std::size_t body) { wholes_ever_.insert(body); }
  [[nodiscard]] bool has_members(std::size_t body) const { return wholes_ever_.count(body) != 0; }
  /// The member that a pronoun means when it cannot mean the body itself.
  [[nodiscard]] std::optional<std::size_t> other_than_body() const noexcept { return state_; }
  /// What the member last left.
  [[nodiscard]] std::optional<std::size_t> left_by(std::size_t member) const;

  /// The last event that members took part in, for "followed in 2009" and "did so".
  struct Happening {
    Event event = Event::Joined;
    std::string relation;
    std::vector<ResolvedBody> bodies;
    Certainty certainty = Certainty::Stated;
    std::string date;  ///< EDTF, empty when undated
  };
  void mention_event(Happening happening) { happening_ = std::move(happening); }
  [[nodiscard]] const std::optional<Happening>& last_event() const noexcept { return happening_; }

  /// Whether the text before announced a list of accessions ("The members joined as follows").
  [[nodiscard]] bool listing() const noexcept { return listing_; }

  [[nodiscard]] const std::vector<Member>& last_members() const noexcept { return members_; }

  /// When a body was founded, for founders who are named later.
  void mention_founding(std::size_t body, const std::string& date) { founded_[body] = date; }
  [[nodiscard]] std::string founded_on(std::size_t body) const {
    const auto found = founded_.find(body);
    return found == founded_.end() ? std::string() : found->second;
  }

  /// Whether several bodies of the text have the word in their names: "the group" may then be any of them.
  [[nodiscard]] bool shared_word(std::string_view word) const;
  [[nodiscard]] bool is_body(std::size_t referent) const;
  [[nodiscard]] bool is_state(std::size_t referent) const { return referents_[referent].sort == Sort::State; }
  [[nodiscard]] Referents& referents() noexcept { return referents_; }
  [[nodiscard]] const Referents& referents() const noexcept { return referents_; }

 private:
  /// Who "he" or "she" is outside the sentence: the last person to open one, in a life its subject.
  [[nodiscard]] std::optional<std::size_t> person_spoken_of() const;
  /// Names that only their company shows to be bodies: "Stone Lantern drummer A", "Machine Head have split".
  void learn_bodies(const Sentence& s);
  [[nodiscard]] std::optional<std::size_t> described_body(const Sentence& s, std::size_t element,
                                                          std::string_view head, bool treaty_wanted);

  /// The body whose treaty a phrase speaks of: "its charter", "the treaty establishing X".
  [[nodiscard]] std::optional<std::size_t> body_of_treaty(const Sentence& s, std::size_t noun);

  /// Whether an acronym spoken of, or a body of the title, may be what the word calls.
  [[nodiscard]] bool acronym_of(std::string_view word) const;
  /// The first name of the title that is a body.
  [[nodiscard]] std::optional<std::size_t> body_of_title() const;

  /// How much a body is spoken of just now: mentions fade with every sentence, the title's bodies never
  /// quite.
  [[nodiscard]] double weight(std::size_t body) const;

  [[nodiscard]] std::vector<Member> governments(std::vector<Member> members) const;

  /// What "it", "they" and "she" stand for.
  [[nodiscard]] std::vector<Member> pronoun(const Sentence& s, std::size_t noun);
  /// Whom a plural means that names nobody: "the three countries", "both", "all", "the trio". `before`: its
  /// element, or where it stands.
  [[nodiscard]] std::vector<Member> group(const Sentence& s, const NounPhrase& n, std::size_t before) const;
  /// Whether a noun phrase is a group of members whom it does not name: "the six that stayed".
  [[nodiscard]] bool unnamed_group(const Sentence& s, std::size_t noun) const;
  /// "the former", "the latter".
  [[nodiscard]] std::optional<Member> ranked(const Sentence& s, const NounPhrase& n,
                                             std::size_t before) const;
  /// "the country", "the company", "the guitarist": the one spoken of.
  [[nodiscard]] std::vector<Member> lone(const Sentence& s, std::size_t noun);
  /// "the government of Georgia", "the leaders of A and B", "the state of Croatia".
  [[nodiscard]] std::vector<Member> hung_on(const Sentence& s, std::size_t noun);
  /// Before a verb or comma, and behind no preposition.
  [[nodiscard]] bool subject_place(const Sentence& s, std::size_t k) const;
  [[nodiscard]] bool personal(std::size_t referent) const {
    return referents_[referent].sort == Sort::Person || referents_[referent].sort == Sort::Unknown;
  }

  /// The name in apposition to a description: "its successor, the X,".
  [[nodiscard]] std::optional<Member> apposed(const Sentence& s, std::size_t noun) const;

  struct Standing {
    double weight = 0;
    std::size_t sentence = 0;
    int mentions = 0;
  };

  Referents& referents_;
  std::map<std::size_t, Standing> standing_;
  std::size_t sentence_ = 0;
  std::set<std::size_t> members_ever_, wholes_ever_;  // of any event so far
  bool ancient_ = false;
  bool listing_ = false;
  bool strangers_ = false;           // the last sentence was about a group, and nobody knows who is in it
  std::vector<std::size_t> bodies_;  // most recent last
  std::vector<std::size_t> titles_;
  std::vector<Member> members_;                 // the last members of an event, or names of a list
  std::vector<Member> lists_;                   // the last list of names
  std::map<std::size_t, std::string> founded_;  // EDTF
  std::optional<Happening> happening_;
  std::map<std::size_t, std::size_t> left_;             // member, body
  std::map<std::size_t, std::vector<std::size_t>> in_;  // member, bodies
  std::vector<std::size_t> event_members_;              // members of the events of this sentence
  std::vector<std::size_t> event_bodies_;               // mentioned by the events of this sentence
  std::optional<std::size_t> subject_;                  // the last single name that opened a sentence
  std::optional<std::size_t> candidate_;                // the last unexplained name with an article
  std::optional<std::size_t> person_;  // the last name that opened a sentence and may be a person's
  std::optional<std::size_t> state_;   // the last single state, person or other non-body
  std::optional<std::size_t> acting_;  // the last single member of an event
  std::size_t acting_sentence_ = 0;
  std::optional<std::size_t> hero_;  // the first person to open a sentence
  std::size_t person_sentence_ = 0;
};

}  // namespace entente::detail
