#pragma once
// What captions, heads of columns, labels of fact boxes and remarks in rows say. All of it is data
// (data/lexicon/labels.txt), parsed once.

#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

#include "loaders/article/token.hpp"

namespace entente::detail {

/// What the lines under a caption are, in the order in which a caption is tried against them.
enum class Listed {
  Unrelated,  ///< lists of other things: "Board", "Non-members"
  Candidates,
  Observers,
  Suspended,
  Departures,  ///< who leaves now, in a text with a date of its own
  Left,
  Partners,
  Founders,
  Signatories,
  Arrivals,  ///< who joins now
  Joined,
  Members,
  Nothing,
};

/// What a column, a label or a remark gives.
enum class Field {
  None,
  Name,
  Joined,
  Left,
  Expelled,
  Suspended,
  Reinstated,
  Signed,
  Ratified,
  InForce,
  Period,
  Founded,
  Dissolved,
  Observer,
  Partner,
  Candidate,
  Region,
  Ignored,
};

/// Immutable after construction; safe to share between threads.
class Labels {
 public:
  /// Parses the bundled file. Throws Error{InvalidArgument} on a malformed line.
  explicit Labels(std::string_view file);
  ~Labels();

  /// The class of caption that a word belongs to. O(length).
  [[nodiscard]] Listed caption(std::string_view lower) const noexcept;
  /// The remark that a word makes.
  [[nodiscard]] Field mark(std::string_view lower) const noexcept;
  /// The longest label that begins at token `first`; `length` is its length in tokens, 0 for none.
  [[nodiscard]] Field field(const std::vector<Token>& tokens, std::size_t first, std::size_t& length) const;
  /// What a short line is as a whole: Region between rows, Ignored over rows about other things.
  [[nodiscard]] Field heading(const std::vector<Token>& tokens) const;

 private:
  struct Tables;
  std::unique_ptr<const Tables> tables_;
};

/// The labels bundled with the library, parsed on first use.
[[nodiscard]] const Labels& bundled_labels();

}  // namespace entente::detail
