// Killed at any instant, the database opens again with every finished source whole; and it can be read while
// another process writes.
#include <gtest/gtest.h>
#include <unistd.h>

#include <chrono>
#include <map>
#include <stdexcept>
#include <thread>

#include "graph/store.hpp"
#include "tests/graph/child.hpp"
#include "tests/graph/database.hpp"

namespace entente {
namespace {

using namespace testing_support;
using Mode = Store::Mode;

constexpr std::size_t claims_of_a_source = 30;

History source_number(int number) {
  History history;
  history.sources.push_back({{"source " + std::to_string(number)}, "", "", "", Date::parse("2020"), {}, 0});
  for (std::size_t n = 0; n < claims_of_a_source; ++n) {
    Claim claim;
    claim.subject.name = "member " + std::to_string(n);
    claim.event = n % 3 == 0 ? Event::Left : Event::Joined;
    claim.object.name = "body " + std::to_string(number % 4);
    claim.when = Date::of_year(1950 + number % 50);
    claim.evidence = {history.sources[0].id, 0, 0, n + 1, std::string(300, 'x'), "row"};
    history.claims.push_back(claim);
  }
  return history;
}

/// Every source is whole, there is no other, and the edges are those that follow.
void expect_whole(const Store& store) {
  std::map<std::string, std::size_t> claims_of;
  std::vector<Claim> claims;
  store.for_each_claim([&](const ClaimId&, const Claim& claim) {
    ++claims_of[claim.evidence.source.value];
    claims.push_back(claim);
  });
  const auto sources = store.sources();
  ASSERT_EQ(claims_of.size(), sources.size());
  for (std::size_t number = 0; number < sources.size(); ++number) {
    EXPECT_EQ(claims_of["source " + std::to_string(number)], claims_of_a_source) << "imported in this order";
  }
  const auto expected = resolve(claims, sources).edges;
  const auto edges = store.edges({});
  ASSERT_EQ(edges.size(), expected.size());
  for (std::size_t i = 0; i < edges.size(); ++i) EXPECT_EQ(edges[i].id, expected[i].id);
  EXPECT_EQ(store.totals().claims, claims.size());
}

/// A pipe by which a child says how far it has come.
class Progress {
 public:
  Progress() {
    if (pipe(ends_) != 0) throw std::runtime_error("no pipe");
  }
  ~Progress() {
    close(ends_[0]);
    if (ends_[1] >= 0) close(ends_[1]);
  }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  void step() const { (void)!write(ends_[1], "x", 1); }
  /// For the parent. Returns early when the child is gone.
  void await(int steps) {
    close(ends_[1]);
    ends_[1] = -1;
    char step = 0;
    while (steps-- > 0 && read(ends_[0], &step, 1) == 1) {
    }
  }

 private:
  int ends_[2] = {-1, -1};
};

TEST(Kill, AtAnyInstantLeavesEveryFinishedSourceWhole) {
  std::mt19937 random(1998);
  const auto below = [&](int n) { return std::uniform_int_distribution<int>(0, n - 1)(random); };
  for (int round = 0; round < 40; ++round) {
    const Folder folder;
    const std::string path = folder.file("test.db");
    Progress progress;
    Child child([&] {
      for (int number = 0; number < 1000; ++number) {
        Store store = Store::open(path, Mode::Create);
        import(store, source_number(number));
        progress.step();
      }
      return 0;
    });
    // Without a finished import, the making of the file is hit; else whatever comes next.
    const int finished = below(2) * below(8);
    progress.await(finished);
    std::this_thread::sleep_for(std::chrono::microseconds(below(6'000)));
    ASSERT_EQ(child.kill(), 128 + SIGKILL);

    if (finished > 0 && round % 2 == 0) expect_whole(Store::open(path, Mode::Read));
    Store store = Store::open(path, Mode::Create);
    expect_whole(store);
    const auto whole = static_cast<int>(store.sources().size());
    EXPECT_GE(whole, finished);
    import(store, source_number(whole));
    expect_whole(store);
    ASSERT_FALSE(testing::Test::HasFailure()) << "round " << round;
  }
}

TEST(TwoProcesses, OneReadsWhileTheOtherWrites) {
  const Folder folder;
  const std::string path = folder.file("test.db");
  make(path, source_number(0));
  const auto claims_seen_elsewhere = [&] {
    return Child([&] { return static_cast<int>(Store::open(path, Mode::Read).totals().claims); }).wait();
  };
  const Store reader = Store::open(path, Mode::Read);  // from before the writer came
  EXPECT_EQ(reader.totals().claims, 30U);
  Store writer = Store::open(path, Mode::Write);
  Store::Import import = writer.begin_import();
  for (const Claim& claim : source_number(1).claims) import.add(claim);
  EXPECT_EQ(reader.totals().claims, 30U);
  EXPECT_EQ(claims_seen_elsewhere(), 30) << "not committed yet";
  import.commit();
  EXPECT_EQ(reader.totals().claims, 60U);
  EXPECT_EQ(claims_seen_elsewhere(), 60);
}

TEST(TwoProcesses, BothMayWriteInTurn) {
  const Folder folder;
  const std::string path = folder.file("test.db");
  make(path, source_number(0));
  const auto imports = [&](int first) {
    return [&path, first] {
      for (int number = first; number < 33; number += 2) {
        Store store = Store::open(path, Mode::Create);
        import(store, source_number(number));
      }
      return 0;
    };
  };
  Child odd(imports(1)), even(imports(2));
  EXPECT_EQ(odd.wait(), 0);
  EXPECT_EQ(even.wait(), 0);
  const Store store = Store::open(path, Mode::Read);
  EXPECT_EQ(store.sources().size(), 33U);
  EXPECT_EQ(store.totals().claims, 33 * claims_of_a_source);
}

}  // namespace
}  // namespace entente
