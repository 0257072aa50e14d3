#pragma once
// Whom rows mean, each once: a mention is a number here, and knows who bore its code at a time. Internal to
// the table loader.

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "graph/claim.hpp"
#include "loaders/table/codes.hpp"
#include "loaders/table/mapping.hpp"

namespace entente::detail {

using PartyId = std::uint32_t;

class TableParties {
 public:
  /// Unless `pass_on`, a code that changed hands is one party for all time: as the data set counts it.
  explicit TableParties(bool pass_on = true) : pass_on_(pass_on) {}

  /// The same number for the same mention.
  PartyId intern(const Mention& mention);
  [[nodiscard]] const Mention& mention(PartyId party) const { return parties_[party].mention; }

  /// The one who bore the mention's code over most of the period; the party itself where its code never
  /// changed hands.
  PartyId over(PartyId party, const Period& period);

  struct Part {
    PartyId party;
    std::optional<Day> from, to;
  };
  /// All who bore its code, in the order of time; the party itself alone where it never changed hands.
  std::vector<Part> parts(PartyId party);

 private:
  struct Party {
    Mention mention;
    const std::vector<CodeHolder>* holders;
    std::vector<PartyId> holder_parties;
  };
  PartyId holder_party(PartyId party, std::size_t holder);
  bool pass_on_;
  std::vector<Party> parties_;
  std::unordered_map<std::string, PartyId> ids_;
};

struct Rendered {
  Mention mention;
  std::string_view reason;  ///< what is odd, for counting; empty when nothing is
  std::string message;
};

/// An id that is not of its scheme's form ("iso3166-1-alpha-3:GIN - GNQ") is odd, and none; without a name
/// the text behind the scheme is the name then. An empty mention where nothing names anybody.
[[nodiscard]] Rendered render_mention(const MentionRule& rule, const TableRow& row);

}  // namespace entente::detail
