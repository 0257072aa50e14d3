#pragma once
// What a source said. Claims are immutable and addressed by their content: the same statement of the same
// source is the same claim wherever and however often it is loaded, so merging two databases is the union of
// two sets.

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "graph/date.hpp"

namespace entente {

/// The label of an edge. An open vocabulary; the constants below are the words of docs/vocabulary.md.
struct Relation {
  std::string label;
  friend auto operator<=>(const Relation&, const Relation&) = default;
};

namespace relation {
inline constexpr std::string_view member_of = "member_of";
inline constexpr std::string_view observer_of = "observer_of";
inline constexpr std::string_view candidate_of = "candidate_of";
inline constexpr std::string_view partner_of = "partner_of";
inline constexpr std::string_view suspended_from = "suspended_from";
inline constexpr std::string_view signatory_of = "signatory_of";
inline constexpr std::string_view party_to = "party_to";
inline constexpr std::string_view part_of = "part_of";
inline constexpr std::string_view successor_of = "successor_of";
inline constexpr std::string_view allied_with = "allied_with";
}  // namespace relation

/// What is said to have happened, or `Held`: a state said to hold, named by the claim's relation.
/// The last three speak of the entity itself. Names reach files: append only.
enum class Event {
  Held,  ///< member, observer, candidate, partner, … (the relation says which), at a time, over an interval
         ///< or undated
  Joined,
  Left,
  Expelled,
  Suspended,
  Reinstated,
  Signed,
  Ratified,
  EnteredIntoForce,  ///< subject: the treaty; no object
  Founded,     ///< without object: the subject came into being; with object: the subject is a founder of it
  Dissolved,   ///< subject: what ended; no object
  Renamed,     ///< object: the new name
  Succeeded,   ///< the subject is the successor of the object
  Named,       ///< object.name: a name, used at `when`; detail: `sort`, `sort:language`, either of them after
               ///< `preferred:` for the name that the entity is to be called by (see Naming in
               ///< graph/entity.hpp)
  Classified,  ///< object.name: a kind
  Identified,  ///< object.name: `scheme:value`
};

/// `joined`, `entered_into_force` …; for Held the word for the state: `member`, `observer`, else the
/// relation's label.
[[nodiscard]] std::string event_name(Event event, const Relation& relation);

/// The event and relation behind a name of an event or state (`joined`, `member`, `member_of`, `observer` …).
struct EventAndRelation {
  Event event;
  Relation relation;
};
/// Nothing for a word outside docs/vocabulary.md.
[[nodiscard]] std::optional<EventAndRelation> event_from(std::string_view name);

/// How the source says it. Hypothetical also covers planned, expected, wished and reported; neither of the
/// last two ever makes an edge.
enum class Certainty { Stated, Inferred, Hypothetical, Negated };
[[nodiscard]] const char* name_of(Certainty certainty) noexcept;
[[nodiscard]] std::optional<Certainty> certainty_from(std::string_view name) noexcept;

/// An entity as a source refers to it: by a name as written, by an id (`uzbekistan`, or an outside id such as
/// `wikidata:Q265`), or both. Empty where the event has no object.
struct Mention {
  std::string name;
  std::string id;
  [[nodiscard]] bool empty() const noexcept { return name.empty() && id.empty(); }
  /// What a person is shown: the name, or the id of what has none.
  [[nodiscard]] const std::string& shown() const noexcept { return name.empty() ? id : name; }
  friend auto operator<=>(const Mention&, const Mention&) = default;
};

struct SourceId {
  std::string value;
  friend auto operator<=>(const SourceId&, const SourceId&) = default;
};

/// A document or data set. Its id is chosen by its author or made from its content, never from where the file
/// lay.
struct Source {
  SourceId id;
  std::string title;
  std::string publisher;
  std::string url;
  std::optional<Date> published;  ///< its last day is the horizon of the source's claims
  std::optional<Date> retrieved;
  int priority = 0;  ///< higher wins a conflict
  friend bool operator==(const Source&, const Source&) = default;
};

/// Where it was said.
struct Evidence {
  SourceId source;
  std::uint64_t begin = 0;  ///< byte offsets into the UTF-8 document, [begin, end); both 0 where `row` speaks
  std::uint64_t end = 0;
  std::uint64_t row = 0;  ///< line of the file, from 1; 0 where the offsets speak
  std::string text;       ///< the quoted sentence, or the row as it stood
  std::string rule;       ///< the rule or loader that read it
  friend auto operator<=>(const Evidence&, const Evidence&) = default;
};

/// 128 bits of the content (XXH3). Prints as 32 hexadecimal digits.
struct ClaimId {
  std::uint64_t high = 0;
  std::uint64_t low = 0;
  [[nodiscard]] std::string to_string() const;
  [[nodiscard]] static std::optional<ClaimId> parse(std::string_view hex) noexcept;
  friend auto operator<=>(const ClaimId&, const ClaimId&) = default;
};

struct Claim {
  Mention subject;
  Event event = Event::Held;
  Relation relation{
      std::string(relation::member_of)};  ///< the relation that the event opens, closes or states
  Mention object;
  std::optional<Edtf> when;
  Certainty certainty = Certainty::Stated;
  std::string detail;  ///< see Event::Named; elsewhere a note of the source
  Evidence evidence;
};

/// The content address. Every field counts. O(length of the texts).
[[nodiscard]] ClaimId id_of(const Claim& claim);

}  // namespace entente
