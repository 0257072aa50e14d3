#pragma once
// When an edge held, as far as its sources say, and what follows for a day or a period.
//
//   Interval i{Date::parse("2006"), Date::parse("2012")};
//   i.over(Date::parse("2008").period())        // Status::Certain
//   i.over(Date::parse("2006-03-01").period())  // Status::Possible

#include <optional>
#include <variant>
#include <vector>

#include "graph/date.hpp"

namespace entente {

/// How far an edge held over a period. The first that fits, in this order (see docs/time.md):
enum class Status {
  Certain,   ///< in every reading on every day
  Presumed,  ///< as Certain, or failing that as Part, if an open end never came
  Part,      ///< in every reading on some day: joined or left within the period
  Possible,  ///< in some reading on some day: the dates are too coarse to tell
  No,        ///< in no reading
};

/// `certain`, `presumed`, `part`, `possible`, `no`: the words of the outputs.
[[nodiscard]] const char* name_of(Status status) noexcept;

/// The choices of one first and one last day (first <= last) that the sources allow. An absent bound is no
/// bound.
struct Readings {
  std::optional<Day> first_earliest;
  std::optional<Day> first_latest;
  std::optional<Day> last_earliest;
  std::optional<Day> last_latest;
  bool may_never_end = false;  ///< an open end: besides the days above, the last day may never come
  friend bool operator==(const Readings&, const Readings&) = default;
};

/// O(1). REQUIRES: some reading exists.
[[nodiscard]] Status status_over(const Readings& readings, const Period& period) noexcept;

/// From `from` on (no day: from the beginning of time) the answer to "on this day?" is `status`.
struct StatusChange {
  std::optional<Day> from;
  Status status;
  friend bool operator==(const StatusChange&, const StatusChange&) = default;
};

/// All the days on which the answer to "on this day?" changes, in order; the first entry has no day. At most
/// 6 entries.
[[nodiscard]] std::vector<StatusChange> status_changes(const Readings& readings);

/// A source says that it holds; it does until at least `horizon`, the day as of which the source speaks.
struct Ongoing {
  Day horizon;
  friend constexpr bool operator==(Ongoing, Ongoing) = default;
};
/// No source speaks of an end.
struct NotStated {
  friend constexpr bool operator==(NotStated, NotStated) = default;
};

/// Days between which sources place an end without dating it: "a member in 1995" puts the first day no later
/// than 1995-12-31 and the last no earlier than 1995-01-01; a founding puts the first day no earlier than
/// itself.
struct Limits {
  std::optional<Day> first_not_before = {};
  std::optional<Day> first_not_after = {};
  std::optional<Day> last_not_before = {};
  std::optional<Day> last_not_after = {};
  friend bool operator==(const Limits&, const Limits&) = default;
};

/// When something held: its first and its last day, both included, each as precise as it was said.
/// Value: cheap to copy, immutable, has at least one reading.
class Interval {
 public:
  using First = std::variant<Date, Unknown>;
  /// Date: dated. Unknown: ended, nobody says when. Ongoing, NotStated: open.
  using Last = std::variant<Date, Unknown, Ongoing, NotStated>;

  /// Throws Error{InvertedInterval} when the ends and limits allow no first day on or before a last day.
  Interval(First first, Last last, Limits limits = {});

  [[nodiscard]] const First& first() const noexcept { return first_; }
  [[nodiscard]] const Last& last() const noexcept { return last_; }
  [[nodiscard]] const Limits& limits() const noexcept { return limits_; }
  [[nodiscard]] bool open() const noexcept;

  [[nodiscard]] const Readings& readings() const noexcept { return readings_; }
  [[nodiscard]] Status over(const Period& period) const noexcept { return status_over(readings_, period); }

  /// EDTF, with `..` for an open and nothing for an unknown end: `2006/2012`, `2006/..`, `/1999`.
  [[nodiscard]] std::string to_string() const;

  friend bool operator==(const Interval& a, const Interval& b) {
    return a.first_ == b.first_ && a.last_ == b.last_ && a.limits_ == b.limits_;
  }

 private:
  First first_;
  Last last_;
  Limits limits_;
  Readings readings_;
};

}  // namespace entente
