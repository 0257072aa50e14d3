#pragma once
// Claims in a compact form for resolution: every text that recurs is kept once, and a claim is a few numbers.
// Internal to graph/.
//
//   Vocabulary words;
//   Statement said = words.state(id_of(claim), claim);   // 52 bytes, whatever the claim quotes
//   words.relations.text(said.relation);

#include <cstdint>
#include <deque>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/claim.hpp"

namespace entente::detail {

/// Texts, each once, numbered from 0 in the order in which they came. A text that was given out stays valid.
class Texts {
 public:
  static constexpr std::uint32_t none = 0xFFFFFFFF;

  /// Adds it when it is new. O(length).
  std::uint32_t number_of(std::string_view text);
  /// `none` when it was never added.
  [[nodiscard]] std::uint32_t find(std::string_view text) const noexcept;
  [[nodiscard]] std::string_view text(std::uint32_t number) const noexcept { return texts_[number]; }
  [[nodiscard]] std::uint32_t size() const noexcept { return static_cast<std::uint32_t>(texts_.size()); }

 private:
  [[nodiscard]] std::size_t place_of(std::string_view text, std::uint64_t hash) const noexcept;
  void grow();

  std::vector<std::string_view> texts_;
  std::vector<std::uint32_t> table_;  // open addressing; a number + 1, 0 for an empty place
  std::vector<std::uint32_t> tags_;   // a part of the hash of what stands in the same place of table_
  std::deque<std::string> blocks_;    // what the views look at
};

/// When, as a claim says it: a date, an interval, or nothing.
struct When {
  static constexpr std::uint32_t absent = 0xFFFFFFFF, unknown = 0xFFFFFFFE, open = 0xFFFFFFFD;
  std::uint32_t start = absent;  ///< number of a date; of an interval also `unknown` or `open`
  std::uint32_t end = absent;    ///< absent: not an interval

  [[nodiscard]] bool said() const noexcept { return start != absent; }
  [[nodiscard]] bool interval() const noexcept { return end != absent; }
};

/// A claim without its evidence.
struct Statement {
  static constexpr std::uint32_t nobody = Texts::none;
  ClaimId id;
  std::uint32_t claim = 0;         ///< its number in the database, or whatever else finds it
  std::uint32_t subject = nobody;  ///< a mention
  std::uint32_t object = nobody;   ///< a mention; nobody where the object is no entity or there is none
  std::uint32_t relation = 0;
  std::uint32_t source = 0;
  When when;
  Event event = Event::Held;
  Certainty certainty = Certainty::Stated;
};

/// How much a claim of a source weighs in a conflict.
struct Weight {
  std::uint32_t source = 0;  ///< one number for each source
  int priority = 0;
  std::optional<Day> horizon;  ///< last day of the source's publication date
};

/// The texts behind the numbers of statements.
class Vocabulary {
 public:
  Texts relations;

  [[nodiscard]] Statement state(const ClaimId& id, const Claim& claim);
  /// The number of a name and id together.
  std::uint32_t mention(std::string_view name, std::string_view id);
  [[nodiscard]] std::string_view name(std::uint32_t mention) const noexcept;
  [[nodiscard]] std::string_view id(std::uint32_t mention) const noexcept;
  [[nodiscard]] std::uint32_t mentions() const noexcept { return mentions_.size(); }

  When when(const std::optional<Edtf>& edtf);
  /// REQUIRES: `date` is the number of a date, not one of the special numbers of When.
  [[nodiscard]] const Date& date(std::uint32_t date) const noexcept { return dates_[date]; }
  [[nodiscard]] const Date* date_or_null(std::uint32_t date) const noexcept {
    return date < When::open ? &dates_[date] : nullptr;
  }
  /// As hull() of an Edtf.
  [[nodiscard]] std::optional<Period> hull(const When& when) const noexcept;
  /// The date of an event: an interval that a source gives for one is the time in which it happened.
  [[nodiscard]] std::optional<Date> event_date(const When& when) const;

  std::uint32_t source(std::string_view id);
  void weigh(const Source& source);
  [[nodiscard]] const Weight& weight(std::uint32_t source) const noexcept { return weights_[source]; }

 private:
  std::uint32_t date_number(const Date& date);

  Texts mentions_;  // length of the name, name, id
  Texts date_texts_, sources_;
  std::vector<Date> dates_;
  std::vector<Weight> weights_;
};

/// Stated or inferred: the others are kept, and make nothing.
[[nodiscard]] constexpr bool asserted(Certainty certainty) noexcept {
  return certainty == Certainty::Stated || certainty == Certainty::Inferred;
}
/// Names, kinds and codes: the object is no entity.
[[nodiscard]] constexpr bool describes(Event event) noexcept {
  return event == Event::Named || event == Event::Classified || event == Event::Identified;
}

}  // namespace entente::detail
