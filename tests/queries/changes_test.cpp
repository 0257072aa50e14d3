#include "queries/changes.hpp"

#include <gmock/gmock.h>

#include "tests/queries/history.hpp"

namespace entente {
namespace {

// What stands beside a date must be what says it.
TEST(Changes, ProveADateOnlyByClaimsOfThatDate) {
  const auto store = history(R"(
source almanac 2020-01-01 2
entity league organisation League
league founded - 1950-01-01
source booklet 2020-01-01 1
league founded - 1950
league founded - 1960
league founded - 1970 negated
league founded - 1950-01-01 hypothetical
)");
  const Changes answer = changes(**store, {.body = EntityId{"league"}});
  ASSERT_EQ(answer.changes.size(), 1U);
  EXPECT_EQ(answer.changes[0].when, "1950-01-01");
  std::vector<std::string> proofs;
  for (const Proof& proof : answer.changes[0].proofs) proofs.push_back(proof.claim.evidence.text);
  EXPECT_THAT(proofs, testing::UnorderedElementsAre("league founded - 1950-01-01", "league founded - 1950"));
}

}  // namespace
}  // namespace entente
