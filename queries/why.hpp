#pragma once
// What an answer stands on, and what speaks against it.

#include <string>
#include <vector>

#include "graph/store.hpp"
#include "queries/tie.hpp"

namespace entente {

struct WhyQuestion {
  EntityId subject;
  EntityId body;
  std::optional<Period> when = std::nullopt;  ///< sets the ties' status; never hides one
};

/// Everything that sources say of the pair.
struct Why {
  EntityRef subject;
  EntityRef body;
  std::optional<Period> when = {};
  std::vector<Tie> ties = {};            ///< of every relation, by time; each with the claims it stands on
  std::vector<Proof> dissenting = {};    ///< claims whose date the resolution did not keep; by claim id
  std::vector<Proof> denying = {};       ///< claims of certainty negated
  std::vector<Proof> hypothetical = {};  ///< planned, expected, wished, reported
  std::vector<Proof> unused = {};        ///< the rest: claims about the pair on which no tie stands
};

[[nodiscard]] Why why(const Store& store, const WhyQuestion& question);

enum class ReasonKind {
  Holds,            ///< it is not so: it did hold, at least possibly
  EndedBefore,      ///< a spell ended before the period
  BeganAfter,       ///< a spell began after it
  BodyNotThere,     ///< the body did not exist in the period
  SubjectNotThere,  ///< the subject did not exist in the period
  Denied,           ///< a source says that it was not so
  OnlyPlanned,      ///< a source speaks of it as planned, expected or wished
  OtherRelation,    ///< tied by another relation: observer, candidate, suspended …
  OtherBody,        ///< belonged at some time to the body's predecessor or successor
  NoClaim,          ///< no source speaks of the pair at all
};
/// `ended-before` …
[[nodiscard]] const char* name_of(ReasonKind kind) noexcept;

struct Reason {
  ReasonKind kind;
  std::string text;                ///< one sentence for a person
  std::vector<Tie> ties = {};      ///< that it rests on
  std::vector<Proof> proofs = {};  ///< that it rests on, beyond those of the ties
  std::vector<EntityRef> near =
      {};  ///< for NoClaim: to what the subject belonged; strongest first, at most 10
};

struct WhyNot {
  EntityRef subject;
  EntityRef body;
  std::optional<Period> when = {};
  Status status = Status::No;        ///< what `was` answers
  std::vector<Reason> reasons = {};  ///< in the order of ReasonKind; never empty
};

[[nodiscard]] WhyNot why_not(const Store& store, const WhyQuestion& question);

}  // namespace entente
