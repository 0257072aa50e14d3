#pragma once
// Every edge of a database in memory, as arrays laid out for questions about time: millions of ties, each
// question in well under a microsecond and more for each answer.
//
//   const TieIndex index = TieIndex::read(store);
//   std::vector<HeldTie> held;
//   index.members(*index.find({"csto"}), Day{14000}, held);   // who, which tie, how certain
//
// The ties of a member lie together by body, those of a body by their first day: what has not begun is cut
// off, the rest is run through. graph/temporal_graph.hpp is the form that Boost's algorithms run on.

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "graph/store.hpp"

namespace entente {

/// The number of an entity in the database that the index was read from. 0 is nobody.
using TieVertex = std::uint32_t;
/// A tie: its place among those of the index.
using TieNumber = std::uint32_t;

/// An answer: the entity at the other end, the tie, and its status on the day.
struct HeldTie {
  TieVertex other;
  TieNumber tie;
  Status status;
  friend bool operator==(const HeldTie&, const HeldTie&) = default;
};

/// Two members in one body at once: possibly from `from` to `to`, both included.
struct SharedTime {
  TieVertex body;
  Day from, to;
  TieNumber first, second;
  friend bool operator==(const SharedTime&, const SharedTime&) = default;
};

/// Immutable after construction, safe to share between threads. 52 bytes a tie. Days further than 5.8 million
/// years away count as that far.
class TieIndex {
 public:
  /// One tie, as it goes in.
  struct Tie {
    TieVertex subject = 0, object = 0;
    std::uint32_t relation = 0;
    std::uint32_t claim = 0;  ///< the number of a claim behind it
    Readings readings;
  };
  /// All edges. O(n) when they come by subject, as a database has them. Reads no claim.
  [[nodiscard]] static TieIndex read(const Store& store);
  /// `vertices`: more than any number of an entity.
  TieIndex(std::vector<Tie> ties, TieVertex vertices);

  [[nodiscard]] std::size_t size() const noexcept { return first_.size(); }
  [[nodiscard]] TieVertex vertices() const noexcept { return static_cast<TieVertex>(out_begin_.size() - 1); }

  /// Appends who is in the body on the day, by their first day: every status but `No`. O(log ties of the body
  /// + those that began by then).
  void members(TieVertex body, Day day, std::vector<HeldTie>& held) const;
  /// Appends what the member is in on the day, by body. O(ties of the member).
  void memberships(TieVertex member, Day day, std::vector<HeldTie>& held) const;
  /// Appends where and when both possibly were together, by body. O(ties of both).
  void overlap(TieVertex a, TieVertex b, std::vector<SharedTime>& shared) const;
  /// Appends every tie that possibly holds on the day. O(ties), a few bytes of each.
  void snapshot(Day day, std::vector<TieNumber>& ties) const;

  [[nodiscard]] TieVertex subject(TieNumber tie) const noexcept { return subject_[tie]; }
  [[nodiscard]] TieVertex object(TieNumber tie) const noexcept { return object_[tie]; }
  [[nodiscard]] std::uint32_t relation(TieNumber tie) const noexcept { return relation_[tie]; }
  /// A claim that it stands on: the way to the evidence (Store::claim_numbered).
  [[nodiscard]] std::uint32_t claim(TieNumber tie) const noexcept { return claim_[tie]; }
  [[nodiscard]] Readings readings(TieNumber tie) const noexcept;
  [[nodiscard]] Status on(TieNumber tie, Day day) const noexcept {
    return status_over(readings(tie), {day, day});
  }

  /// Calls `visit(other, tie)` for every tie of the vertex, in either direction, that possibly holds.
  template <typename Visit>
  void each_neighbour(TieVertex vertex, std::int32_t day, Visit&& visit) const;

 private:
  friend class TiePaths;
  using Number = std::int32_t;  // of a day
  /// How the status on a day between the first and the last is told, in the upper bits of a tie's number.
  static constexpr std::uint32_t exact = 0, begun = 1U << 30, coarse = 2U << 30, number_bits = (1U << 30) - 1;

  [[nodiscard]] Status status_of(std::uint32_t marked, Number first, Number day) const noexcept;
  [[nodiscard]] std::size_t begun_by(TieVertex body, Number day) const noexcept;

  // By subject, object, first day: a tie's number is its place.
  std::vector<std::uint32_t> out_begin_;  // of a subject
  std::vector<TieVertex> subject_, object_;
  std::vector<Number> first_, first_latest_, last_earliest_, last_;
  std::vector<std::uint32_t> relation_, claim_;
  std::vector<std::uint32_t> marks_;  // exact, begun, coarse
  // By object, first day.
  std::vector<std::uint32_t> in_begin_;
  std::vector<TieVertex> in_subject_;
  std::vector<Number> in_first_, in_last_;
  std::vector<std::uint32_t> in_tie_;  // with marks
};

/// Shortest paths on a day over an index. Not to be shared between threads: it remembers where it was.
class TiePaths {
 public:
  explicit TiePaths(const TieIndex& index);
  /// The ties of a shortest path, walked in either direction, that all possibly hold on the day; empty when
  /// there is none, or from an entity to itself. Breadth-first from both ends, the smaller side first; O(ties
  /// reached). Source: I. Pohl, "Bi-directional Search", Machine Intelligence 6, 1971.
  [[nodiscard]] std::vector<TieNumber> shortest(TieVertex from, TieVertex to, Day day);

 private:
  struct Seen {
    std::uint32_t round = 0;  // of 2: which search, from which end
    TieVertex parent = 0;
    TieNumber tie = 0;
  };
  const TieIndex& index_;
  std::vector<Seen> seen_;
  std::uint32_t round_ = 0;
  std::vector<TieVertex> near_, far_, next_;
};

template <typename Visit>
void TieIndex::each_neighbour(TieVertex vertex, std::int32_t day, Visit&& visit) const {
  for (std::uint32_t tie = out_begin_[vertex]; tie < out_begin_[vertex + 1]; ++tie) {
    if (first_[tie] <= day && day <= last_[tie]) visit(object_[tie], tie);
  }
  const std::size_t begin = in_begin_[vertex], end = begin + begun_by(vertex, day);
  for (std::size_t place = begin; place < end; ++place) {
    if (day <= in_last_[place]) visit(in_subject_[place], in_tie_[place] & number_bits);
  }
}

}  // namespace entente
