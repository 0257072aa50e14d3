#pragma once
// What the readers of verbs, states and nouns share while they read one sentence. Internal to the event
// stage.

#include <algorithm>

#include "loaders/article/event_phrase.hpp"

namespace entente::detail {

struct Reading {
  const Sentence& s;
  const Setting& setting;
  Discourse& discourse;
  std::vector<Fact>& out;
  Arguments arguments;
  std::optional<std::size_t> verb;  ///< the verb being read, for the date that the passage gives it
  const char* reason = nullptr;     ///< why the last event looked at gave no fact, where a rule says so

  Reading(const Sentence& sentence, const Setting& where, Discourse& known, std::vector<Fact>& facts)
      : s(sentence), setting(where), discourse(known), out(facts), arguments(sentence) {}

  std::vector<Doubt>* doubts = nullptr;  ///< null where nobody asks

  /// Notes why something that looks like an event at a token gives no fact.
  void note(std::size_t token, const char* because) const {
    if (doubts != nullptr) doubts->push_back({token, because});
  }

  /// What a rule returns that has to give up: false, and the reason for whoever asks.
  bool reject(const char* because) {
    reason = because;
    return false;
  }

  /// The EDTF of a date as this event takes it: spans and open ends for states, one date for events.
  [[nodiscard]] std::string date_text(std::size_t date, Event event) const;
  /// The date of the verb at `v`, or of the heading; empty when there is none.
  [[nodiscard]] std::string date_of(std::size_t v, Event event) const;
  /// The date of an event whose sentence has none: that of the sentence before in a story, the month of
  /// publication in news. Empty where the verb looks elsewhere ("had left", "later joined").
  [[nodiscard]] std::string passage_date(Event event) const;
  /// "after the 2009 coup", "at the 1996 summit", "signed the 1992 treaty": the year of what it is told by.
  [[nodiscard]] std::string landmark_date(Event event) const;
  /// For a state said in the present tense: the day of publication, as far as it is known.
  [[nodiscard]] std::string present_date() const {
    return setting.document ? setting.document->edtf() : std::string();
  }

  /// Whether the referent can be what members join, leave, found …
  [[nodiscard]] bool can_be_body(const ResolvedBody& body, Event event, bool definite) const;
  [[nodiscard]] bool can_be_member(const Member& member, std::size_t body) const;

  /// One fact a member and body; a member's own date (in brackets, in a list) goes before `date`.
  void emit(const std::vector<Member>& members, Event event, const std::string& relation,
            const std::vector<ResolvedBody>& bodies, const std::string& date, Certainty certainty,
            const std::string& rule, std::size_t order);
  /// A fact about a body alone: founded, dissolved, entered into force.
  void emit_body(std::size_t body, Event event, const std::string& date, Certainty certainty,
                 const std::string& rule, std::size_t order);

  /// Members named further on, behind a colon or "including" ("Five states signed: A, B …").
  [[nodiscard]] std::vector<Member> listed_behind(std::size_t v) const;
};

/// The relation that words like observer, associate, candidate make of a membership; empty for plain
/// membership.
[[nodiscard]] std::string relation_of(const NounPhrase& n);

[[nodiscard]] inline bool one_of(std::string_view w, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), w) != words.end();
}
/// A noun for somebody in a body: member, observer, associate, signatory, founder, party, part
/// (member_noun.cpp).
[[nodiscard]] bool member_noun(const Sentence& s, const NounPhrase& n);
/// The body that a member noun at element `e` belongs to; the one spoken of where it names none and may.
[[nodiscard]] std::vector<ResolvedBody> body_of_member(Reading& r, std::size_t e, bool spoken_allowed);

/// A place in a body by words of its own (admission.cpp): "approved as a member", "stripped of its
/// membership".
bool taken_as(Reading& r, std::size_t v);
bool stripped(Reading& r, std::size_t v);
bool extended_or_lifted(Reading& r, std::size_t v);

/// What a body is made of (composition.cpp).
bool composition(Reading& r, std::size_t v);
bool being_in(Reading& r, std::size_t v);
bool belonging(Reading& r, std::size_t v);

/// Idioms (event_idiom.cpp): "entered into force"; "ceased to exist"; "came into being"; "B followed in
/// 2009".
bool into_force(Reading& r, std::size_t v);
bool dissolution(Reading& r, std::size_t v);
bool came_into_being(Reading& r, std::size_t v);
bool followed(Reading& r, std::size_t v);
/// Event verbs by their frames (event_frame.cpp). True when the verb at element `v` reported something.
bool read_frame(Reading& r, std::size_t v);
/// Further items of the list that begins at element `e` (member_list.cpp).
void extend_list(const Reading& r, std::size_t e, std::vector<Member>& members);
/// The same to the left, for the subject of the verb at `v`, and those who do it with him.
void extend_subject(const Reading& r, std::size_t v, std::size_t e, std::vector<Member>& members);

/// Whoever takes a member's place: "was replaced by B", "took over from A", "made way for B"
/// (succession.cpp).
bool member_replaced(Reading& r, std::size_t v);
/// "lost the Labour whip", "had the whip restored": in or out of a party in parliament.
bool party_whip(Reading& r, std::size_t v);

/// What follows a verb that is not said again (sequence.cpp): "A joined in 1961, B in 1962 and C a year
/// later"; "followed by B".
void read_gapped(Reading& r, std::size_t v, Event event, const std::string& relation,
                 const std::vector<ResolvedBody>& bodies, Certainty certainty, const std::string& rule);
/// "is a member of", "became an observer", "holds observer status", "ended its membership", lists of members.
bool read_state(Reading& r, std::size_t v);
/// Without a verb: "Observer states: France, Italy"; "Namibia – 23 April 1990" in a table of accessions.
void read_listings(Reading& r);
/// "Norway, a member since 1949, …": only with a date.
void read_appositions(Reading& r);
/// "AUKUS, a pact between A, B and C", "the treaty between A and B".
void read_pacts(Reading& r);
/// ", with D and E as observers".
void read_companions(Reading& r);
/// "the successor to X".
void read_successors(Reading& r);
/// "its accession in 2004", "the withdrawal of Greece from …".
void read_event_nouns(Reading& r);

}  // namespace entente::detail
