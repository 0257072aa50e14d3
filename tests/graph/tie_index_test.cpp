// The index in memory agrees with a plain run through all ties.
#include "graph/tie_index.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <deque>
#include <map>
#include <random>

#include "tests/graph/database.hpp"

namespace entente {
namespace {

using namespace testing_support;
using testing::ElementsAre;
using testing::IsEmpty;

class Random {
 public:
  explicit Random(std::uint32_t seed) : random_(seed) {}
  int below(int n) { return std::uniform_int_distribution<int>(0, n - 1)(random_); }
  std::vector<TieIndex::Tie> ties(int count, int vertices) {
    std::vector<TieIndex::Tie> ties;
    while (static_cast<int>(ties.size()) < count) {
      TieIndex::Tie tie;
      tie.subject = static_cast<TieVertex>(1 + below(vertices - 1));
      tie.object = static_cast<TieVertex>(1 + below(vertices - 1));
      tie.claim = static_cast<std::uint32_t>(ties.size());
      const int first = below(60), length = below(30);
      Interval::First from = Unknown{};
      if (below(6) != 0) from = date(first);
      Interval::Last to = NotStated{};
      const int ending = below(5);
      if (ending < 2) to = date(first + length);
      if (ending == 2) to = Unknown{};
      if (ending == 3) to = Ongoing{Day{first + length}};
      Limits limits;
      if (below(4) == 0) limits.first_not_after = Day{first + below(8)};
      try {
        tie.readings = Interval(from, to, limits).readings();
      } catch (const std::exception&) {
        continue;
      }
      ties.push_back(tie);
    }
    return ties;
  }

 private:
  /// Exact, or a few days wide.
  Date date(int day) { return Date::of_period({Day{day}, Day{day + (below(3) == 0 ? below(5) : 0)}}); }
  std::mt19937 random_;
};

/// An answer without the number of the tie, which is the index's own.
using Answer = std::tuple<TieVertex, std::uint32_t, Status>;

TEST(TieIndex, AgreesWithAPlainRun) {
  Random random(1816);
  for (int round = 0; round < 200; ++round) {
    const int vertices = 2 + random.below(12);
    const auto ties = random.ties(random.below(60), vertices);
    const TieIndex index(ties, static_cast<TieVertex>(vertices));
    ASSERT_EQ(index.size(), ties.size());
    for (TieNumber tie = 0; tie < index.size(); ++tie) {
      const TieIndex::Tie& given = ties[index.claim(tie)];
      EXPECT_EQ(index.readings(tie), given.readings);
      EXPECT_EQ(index.subject(tie), given.subject);
      EXPECT_EQ(index.object(tie), given.object);
    }
    for (int number = -3; number < 100; number += 1 + random.below(6)) {
      const Day day{number};
      std::size_t holding = 0;
      for (TieVertex vertex = 0; vertex < static_cast<TieVertex>(vertices); ++vertex) {
        std::vector<Answer> in, of;
        for (const TieIndex::Tie& tie : ties) {
          const Status status = status_over(tie.readings, {day, day});
          if (status == Status::No) continue;
          if (tie.object == vertex) in.emplace_back(tie.subject, tie.claim, status);
          if (tie.subject == vertex) of.emplace_back(tie.object, tie.claim, status);
        }
        holding += in.size();
        const auto sorted = [&](const std::vector<HeldTie>& held) {
          std::vector<Answer> answers;
          for (const HeldTie& tie : held) answers.emplace_back(tie.other, index.claim(tie.tie), tie.status);
          std::sort(answers.begin(), answers.end());
          return answers;
        };
        std::sort(in.begin(), in.end());
        std::sort(of.begin(), of.end());
        std::vector<HeldTie> held;
        index.members(vertex, day, held);
        ASSERT_EQ(sorted(held), in) << "round " << round << " day " << number;
        held.clear();
        index.memberships(vertex, day, held);
        ASSERT_EQ(sorted(held), of) << "round " << round << " day " << number;
      }
      std::vector<TieNumber> all;
      index.snapshot(day, all);
      ASSERT_EQ(all.size(), holding);
      ASSERT_TRUE(std::is_sorted(all.begin(), all.end()));
    }
  }
}

TEST(TieIndex, OverlapsAreThoseOfEveryPairOfTies) {
  Random random(1949);
  for (int round = 0; round < 200; ++round) {
    const int vertices = 2 + random.below(6);
    const auto ties = random.ties(40, vertices);
    const TieIndex index(ties, static_cast<TieVertex>(vertices));
    for (TieVertex a = 0; a < static_cast<TieVertex>(vertices); ++a) {
      for (TieVertex b = 0; b < static_cast<TieVertex>(vertices); ++b) {
        std::vector<std::pair<std::uint32_t, std::uint32_t>> expected, found;
        for (const auto& one : ties) {
          for (const auto& other : ties) {
            if (one.subject != a || other.subject != b || one.object != other.object) continue;
            const auto before = [](const std::optional<Day>& end, const std::optional<Day>& start) {
              return end && start && *end < *start;
            };
            const auto last = [](const Readings& r) {
              return r.may_never_end ? std::nullopt : r.last_latest;
            };
            const bool apart = before(last(one.readings), other.readings.first_earliest) ||
                               before(last(other.readings), one.readings.first_earliest);
            if (!apart) expected.emplace_back(one.claim, other.claim);
          }
        }
        std::vector<SharedTime> shared;
        index.overlap(a, b, shared);
        for (const SharedTime& time : shared)
          found.emplace_back(index.claim(time.first), index.claim(time.second));
        std::sort(expected.begin(), expected.end());
        std::sort(found.begin(), found.end());
        ASSERT_EQ(found, expected) << "round " << round;
      }
    }
  }
}

TEST(TieIndex, PathsAreAsShortAsABreadthFirstSearchFromOneEnd) {
  Random random(1914);
  for (int round = 0; round < 300; ++round) {
    const int vertices = 3 + random.below(25);
    const auto ties = random.ties(10 + random.below(50), vertices);
    const TieIndex index(ties, static_cast<TieVertex>(vertices));
    TiePaths paths(index);
    for (int question = 0; question < 20; ++question) {
      const auto from = static_cast<TieVertex>(random.below(vertices)),
                 to = static_cast<TieVertex>(random.below(vertices));
      const Day day{random.below(90)};
      std::map<TieVertex, std::size_t> depth{{from, 0}};
      for (std::deque<TieVertex> queue{from}; !queue.empty(); queue.pop_front()) {
        for (const auto& tie : ties) {
          if (status_over(tie.readings, {day, day}) == Status::No) continue;
          for (const auto& [one, other] :
               {std::pair(tie.subject, tie.object), std::pair(tie.object, tie.subject)}) {
            if (one == queue.front() && depth.emplace(other, depth[one] + 1).second) queue.push_back(other);
          }
        }
      }
      const auto path = paths.shortest(from, to, day);
      const auto reached = depth.find(to);
      ASSERT_EQ(path.size(), reached == depth.end() ? 0U : reached->second) << "round " << round;
      TieVertex at = from;
      for (const TieNumber tie : path) {
        ASSERT_NE(index.on(tie, day), Status::No);
        ASSERT_TRUE(index.subject(tie) == at || index.object(tie) == at);
        at = index.subject(tie) == at ? index.object(tie) : index.subject(tie);
      }
      if (!path.empty()) {
        ASSERT_EQ(at, to);
      }
    }
  }
}

TEST(TieIndex, IsReadFromADatabaseWithItsEvidence) {
  const Folder folder;
  const std::string path = folder.file("test.db");
  make(path, read_history(R"(
    @s 2000
    Armenia | joined | CSTO | 1994 | s
    Armenia | left   | CSTO | 1999 | s
    Georgia | member | CSTO | 1993/1999 | s
  )"));
  const Store store = Store::open(path, Store::Mode::Read);
  const TieIndex index = TieIndex::read(store);
  TieVertex csto = 0;
  std::map<TieVertex, std::string> names;
  store.for_each_number([&](std::int64_t number, const EntityId& id, const std::string& name) {
    names[static_cast<TieVertex>(number)] = name;
    if (id.value == "csto") csto = static_cast<TieVertex>(number);
  });
  std::vector<HeldTie> held;
  index.members(csto, Day::from_civil({1995, 1, 1}), held);
  std::vector<std::string> found;
  for (const HeldTie& tie : held) {
    const auto claim = store.claim_numbered(index.claim(tie.tie));
    ASSERT_TRUE(claim);
    found.push_back(names[tie.other] + ' ' + name_of(tie.status) + ' ' + claim->subject.name);
  }
  EXPECT_THAT(found, ElementsAre("Georgia certain Georgia", "Armenia certain Armenia"));
  held.clear();
  index.members(0, Day{0}, held);
  index.memberships(999, Day{0}, held);
  EXPECT_THAT(held, IsEmpty());
}

}  // namespace
}  // namespace entente
