#include "graph/tie_index.hpp"

#include <algorithm>
#include <limits>
#include <tuple>

#include "graph/error.hpp"

namespace entente {

namespace {

using Number = std::int32_t;
constexpr Number always = std::numeric_limits<Number>::min(), never = std::numeric_limits<Number>::max();

Number clamped(std::int64_t day) noexcept {
  return static_cast<Number>(std::clamp<std::int64_t>(day, always + 1, never - 1));
}
Number number_of(const std::optional<Day>& day, Number otherwise) noexcept {
  return day ? clamped(day->number()) : otherwise;
}

/// Where the rows of each vertex begin, when all are counted in `begin[vertex + 1]`.
void add_up(std::vector<std::uint32_t>& begin) {
  for (std::size_t vertex = 1; vertex < begin.size(); ++vertex) begin[vertex] += begin[vertex - 1];
}

}  // namespace

TieIndex::TieIndex(std::vector<Tie> ties, TieVertex vertices) {
  if (ties.size() > number_bits) {
    throw Error(ErrorCode::InvalidArgument, "an index in memory holds at most a thousand million ties");
  }
  const auto key = [](const Tie& tie) {
    return std::make_tuple(tie.subject, tie.object, number_of(tie.readings.first_earliest, always));
  };
  const auto before = [&](const Tie& a, const Tie& b) { return key(a) < key(b); };
  if (!std::is_sorted(ties.begin(), ties.end(), before)) std::stable_sort(ties.begin(), ties.end(), before);

  const std::size_t size = ties.size();
  out_begin_.assign(std::size_t{vertices} + 1, 0);
  in_begin_ = out_begin_;
  for (auto* column : {&subject_, &object_, &relation_, &claim_, &marks_, &in_subject_, &in_tie_})
    column->resize(size);
  for (auto* column : {&first_, &first_latest_, &last_earliest_, &last_, &in_first_, &in_last_})
    column->resize(size);
  for (std::size_t place = 0; place < size; ++place) {
    const Tie& tie = ties[place];
    const Readings& r = tie.readings;
    subject_[place] = tie.subject;
    object_[place] = tie.object;
    relation_[place] = tie.relation;
    claim_[place] = tie.claim;
    first_[place] = number_of(r.first_earliest, always);
    first_latest_[place] = number_of(r.first_latest, never);
    last_earliest_[place] = number_of(r.last_earliest, always);
    last_[place] = r.may_never_end ? never : number_of(r.last_latest, never);
    const bool begins = r.first_earliest && r.first_earliest == r.first_latest;
    const bool ends = r.last_earliest && r.last_earliest == r.last_latest && !r.may_never_end;
    const bool open = r.may_never_end && !r.last_earliest && !r.last_latest;
    marks_[place] = (r.may_never_end ? 1U : 0U) | (begins && ends ? exact : begins && open ? begun : coarse);
    ++out_begin_[tie.subject + 1];
    ++in_begin_[tie.object + 1];
  }
  ties = {};
  add_up(out_begin_);
  add_up(in_begin_);
  std::vector<std::uint32_t> next(in_begin_.begin(), in_begin_.end() - 1);
  for (std::size_t place = 0; place < size; ++place)
    in_tie_[next[object_[place]]++] = static_cast<TieNumber>(place);
  for (TieVertex body = 0; body < vertices; ++body) {
    std::sort(in_tie_.begin() + in_begin_[body], in_tie_.begin() + in_begin_[body + 1],
              [&](TieNumber a, TieNumber b) { return std::tie(first_[a], a) < std::tie(first_[b], b); });
  }
  for (std::size_t place = 0; place < size; ++place) {
    const TieNumber tie = in_tie_[place];
    in_subject_[place] = subject_[tie];
    in_first_[place] = first_[tie];
    in_last_[place] = last_[tie];
    in_tie_[place] = tie | (marks_[tie] & ~number_bits);
  }
}

TieIndex TieIndex::read(const Store& store) {
  std::vector<Tie> ties;
  ties.reserve(store.totals().edges);
  TieVertex most = 0;
  store.for_each_tie([&](const TieRow& row) {
    Tie& tie = ties.emplace_back();
    tie.subject = static_cast<TieVertex>(row.subject);
    tie.object = static_cast<TieVertex>(row.object);
    tie.relation = static_cast<std::uint32_t>(row.relation);
    tie.claim = static_cast<std::uint32_t>(row.claim);
    tie.readings = row.readings;
    most = std::max({most, tie.subject, tie.object});
  });
  return {std::move(ties), most + 1};
}

Readings TieIndex::readings(TieNumber tie) const noexcept {
  const auto day = [](Number number, Number none) {
    return number == none ? std::nullopt : std::optional(Day{number});
  };
  Readings r;
  r.first_earliest = day(first_[tie], always);
  r.first_latest = day(first_latest_[tie], never);
  r.last_earliest = day(last_earliest_[tie], always);
  r.last_latest = day(last_[tie], never);
  r.may_never_end = (marks_[tie] & 1U) != 0;
  return r;
}

Status TieIndex::status_of(std::uint32_t marked, Number first, Number day) const noexcept {
  const std::uint32_t mark = marked & ~number_bits;
  if (mark == exact) return Status::Certain;
  if (mark == begun && first < day) return Status::Presumed;
  return on(marked & number_bits, Day{day});
}

std::size_t TieIndex::begun_by(TieVertex body, Number day) const noexcept {
  const auto begin = in_first_.begin() + in_begin_[body], end = in_first_.begin() + in_begin_[body + 1];
  return static_cast<std::size_t>(std::upper_bound(begin, end, day) - begin);
}

void TieIndex::members(TieVertex body, Day day, std::vector<HeldTie>& held) const {
  if (body >= vertices()) return;
  const Number on = clamped(day.number());
  const std::size_t begin = in_begin_[body], end = begin + begun_by(body, on);
  for (std::size_t place = begin; place < end; ++place) {
    if (in_last_[place] < on) continue;
    const std::uint32_t tie = in_tie_[place];
    held.push_back({in_subject_[place], tie & number_bits, status_of(tie, in_first_[place], on)});
  }
}

void TieIndex::memberships(TieVertex member, Day day, std::vector<HeldTie>& held) const {
  if (member >= vertices()) return;
  const Number on = clamped(day.number());
  for (TieNumber tie = out_begin_[member]; tie < out_begin_[member + 1]; ++tie) {
    if (on < first_[tie] || last_[tie] < on) continue;
    held.push_back({object_[tie], tie, status_of(tie | (marks_[tie] & ~number_bits), first_[tie], on)});
  }
}

void TieIndex::overlap(TieVertex a, TieVertex b, std::vector<SharedTime>& shared) const {
  if (a >= vertices() || b >= vertices()) return;
  TieNumber one = out_begin_[a], other = out_begin_[b];
  const TieNumber end_one = out_begin_[a + 1], end_other = out_begin_[b + 1];
  while (one < end_one && other < end_other) {
    if (object_[one] != object_[other]) {
      object_[one] < object_[other] ? ++one : ++other;
      continue;
    }
    const TieVertex body = object_[one];
    const TieNumber begin_other = other;
    for (; one < end_one && object_[one] == body; ++one) {
      for (other = begin_other; other < end_other && object_[other] == body; ++other) {
        const Number from = std::max(first_[one], first_[other]), to = std::min(last_[one], last_[other]);
        if (from <= to) shared.push_back({body, Day{from}, Day{to}, one, other});
      }
    }
    while (other < end_other && object_[other] == body) ++other;
  }
}

void TieIndex::snapshot(Day day, std::vector<TieNumber>& ties) const {
  const Number on = clamped(day.number());
  const std::size_t before = ties.size(), count = size();
  ties.resize(before + count);
  TieNumber* out = ties.data() + before;
  const Number *first = first_.data(), *last = last_.data();
  for (std::size_t tie = 0; tie < count; ++tie) {  // without a branch: which ties hold is anybody's guess
    *out = static_cast<TieNumber>(tie);
    out += static_cast<std::ptrdiff_t>((first[tie] <= on) & (on <= last[tie]));
  }
  ties.resize(static_cast<std::size_t>(out - ties.data()));
}

TiePaths::TiePaths(const TieIndex& index) : index_(index), seen_(index.vertices()) {}

std::vector<TieNumber> TiePaths::shortest(TieVertex from, TieVertex to, Day day) {
  if (from == to || from >= seen_.size() || to >= seen_.size()) return {};
  if (round_ >= std::numeric_limits<std::uint32_t>::max() - 2) {
    std::fill(seen_.begin(), seen_.end(), Seen{});
    round_ = 0;
  }
  std::uint32_t near_round = ++round_, far_round = ++round_;
  near_.assign(1, from);
  far_.assign(1, to);
  seen_[from] = {near_round, 0, 0};
  seen_[to] = {far_round, 0, 0};
  const Number on = clamped(day.number());
  const std::uint32_t from_round = near_round;
  while (!near_.empty() && !far_.empty()) {
    if (near_.size() > far_.size()) {
      std::swap(near_, far_);
      std::swap(near_round, far_round);
    }
    // Both sides are known to their depth in full: the first meeting is of a shortest path.
    next_.clear();
    TieVertex met = 0, met_by = 0;
    TieNumber met_tie = 0;
    bool found = false;
    for (const TieVertex vertex : near_) {
      index_.each_neighbour(vertex, on, [&](TieVertex other, TieNumber tie) {
        Seen& seen = seen_[other];
        if (found || seen.round == near_round) return;
        if (seen.round == far_round) {
          found = true;
          met = other;
          met_by = vertex;
          met_tie = tie;
          return;
        }
        seen = {near_round, vertex, tie};
        next_.push_back(other);
      });
      if (found) break;
    }
    if (found) {
      std::vector<TieNumber> path, rest;
      const auto trace = [&](TieVertex at, std::vector<TieNumber>& ties) {
        for (; at != from && at != to; at = seen_[at].parent) ties.push_back(seen_[at].tie);
      };
      TieVertex of_from = met_by, of_to = met;
      if (near_round != from_round) std::swap(of_from, of_to);
      trace(of_from, path);
      std::reverse(path.begin(), path.end());
      path.push_back(met_tie);
      trace(of_to, rest);
      path.insert(path.end(), rest.begin(), rest.end());
      return path;
    }
    std::swap(near_, next_);
  }
  return {};
}

}  // namespace entente
