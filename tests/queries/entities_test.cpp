#include "queries/entities.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/queries/history.hpp"

namespace entente {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

constexpr const char* world = R"(
source names 2024
entity georgia state Georgia
entity georgia-us place Georgia
entity south-georgia place South Georgia
entity uzbekistan state Uzbekistan
name uzbekistan Özbekiston name
entity club organisation Tea Club
uzbekistan joined club 1990
)";

std::vector<std::string> ids(const std::vector<Entity>& entities) {
  std::vector<std::string> list;
  for (const Entity& entity : entities) list.push_back(entity.id.value);
  return list;
}

/// Claims that mention by name, which a history does by id only.
void add_by_name(Store& store, const std::string& subject, const std::string& object) {
  Claim claim;
  claim.subject.name = subject;
  claim.event = Event::Joined;
  claim.object.name = object;
  claim.evidence.source.value = "news";
  Store::Import import = store.begin_import();
  import.add(claim);
  import.commit();
}

TEST(Entities, BestFirst) {
  const auto store = history(world);
  EXPECT_THAT(ids(find_entities(**store, {.text = "georgia"})),
              ElementsAre("georgia", "georgia-us", "south-georgia"));
  EXPECT_THAT(ids(find_entities(**store, {.text = "ozbek"})), ElementsAre("uzbekistan"));
  EXPECT_THAT(ids(find_entities(**store, {.text = "georgia", .kind = Kind::State})), ElementsAre("georgia"));
  EXPECT_THAT(find_entities(**store, {}), SizeIs(5));
  EXPECT_THAT(find_entities(**store, {.text = "atlantis"}), IsEmpty());
}

TEST(Entities, UnmatchedNamesHaveCandidates) {
  const auto store = history(world);
  add_by_name(**store, "Uzbekistann", "Tea Club");
  add_by_name(**store, "Ruritania", "Tea Club");
  const auto names = unmatched_names(**store);
  ASSERT_THAT(names, SizeIs(2));
  EXPECT_EQ(names[0].name, "Ruritania");
  EXPECT_EQ(names[0].reason, UnmatchedName::Reason::Unknown);
  EXPECT_THAT(names[0].candidates, IsEmpty());
  EXPECT_EQ(names[1].name, "Uzbekistann");
  ASSERT_THAT(names[1].candidates, SizeIs(1));
  EXPECT_EQ(names[1].candidates[0].id.value, "uzbekistan");
}

TEST(Entities, AnAmbiguousNameIsListedOnceWithWhoItMayBe) {
  const auto store = history(R"(
source names 2024
entity congo state Congo
entity drc state Congo
entity club organisation Tea Club
)");
  add_by_name(**store, "Congo", "Tea Club");
  const auto names = unmatched_names(**store);
  ASSERT_THAT(names, SizeIs(1));
  EXPECT_EQ(names[0].reason, UnmatchedName::Reason::Ambiguous);
  EXPECT_EQ(names[0].id.value, "name:congo");
  EXPECT_THAT(names[0].candidates, SizeIs(2));
}

}  // namespace
}  // namespace entente
