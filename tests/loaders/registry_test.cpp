#include "loaders/registry.hpp"

#include <gmock/gmock.h>

namespace entente {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

constexpr std::string_view document = R"({
  "format": "entente-claims", "version": 1,
  "sources": [{"id": "registry", "title": "Registry"}],
  "entities": [
    {"id": "georgia", "kind": "state", "source": "registry", "names": [{"name": "Georgia"}], "founded": "1991-04-09",
     "ids": {"cow": "372"}},
    {"id": "georgia-us", "kind": "place", "source": "registry", "names": [{"name": "Georgia"}]},
    {"id": "congo", "kind": "state", "source": "registry", "names": [{"name": "Congo"}]},
    {"id": "dr-congo", "kind": "state", "source": "registry", "names": [{"name": "Congo"}]},
    {"id": "nato", "kind": "organisation", "source": "registry",
     "names": [{"name": "North Atlantic Treaty Organization"}, {"name": "NATO", "sort": "acronym"}]}
  ]
})";

class Recorder : public ClaimSink {
 public:
  void source(const Source& source) override { lines.push_back("source " + source.id.value); }
  void claim(const Claim& claim) override {
    lines.push_back((claim.subject.id.empty() ? claim.subject.name : claim.subject.id) + ' ' +
                    event_name(claim.event, claim.relation) + ' ' + claim.object.name);
  }
  void problem(const Diagnostic&) override {}
  std::vector<std::string> lines;
};

Claim joined(const char* subject, const char* object) {
  Claim claim;
  claim.subject.name = subject;
  claim.event = Event::Joined;
  claim.object.name = object;
  claim.evidence.source.value = "table";
  return claim;
}

class RegistryTest : public testing::Test {
 protected:
  Registry registry = Registry::read(std::array{document});
  Recorder recorder;
  DescribingSink sink{registry, recorder};
};

TEST_F(RegistryTest, KnowsNamesAndCodes) {
  EXPECT_EQ(registry.names().find("nato").size(), 1U);
  ASSERT_NE(registry.names().by_id("cow:372"), nullptr);
  EXPECT_EQ(registry.names().by_id("cow:372")->name, "Georgia");
}

TEST_F(RegistryTest, DescribesWhomAClaimMentionsOnceAndWithoutItsExistence) {
  sink.claim(joined("Georgia", "NATO"));
  sink.claim(joined("Georgia", "Chess Club"));
  EXPECT_THAT(recorder.lines,
              ElementsAre("source registry", "georgia classified state", "georgia named Georgia",
                          "georgia identified cow:372", "nato classified organisation",
                          "nato named North Atlantic Treaty Organization", "nato named NATO",
                          "Georgia joined NATO", "Georgia joined Chess Club"));
}

TEST_F(RegistryTest, OffersEveryBearerOfANameThatStaysAmbiguous) {
  const auto mentioned = registry.mentioned(joined("Congo", "Chess Club"));
  EXPECT_THAT(mentioned, UnorderedElementsAre(EntityId{"congo"}, EntityId{"dr-congo"}));
}

TEST_F(RegistryTest, SaysNothingOfStrangers) {
  sink.claim(joined("Acme", "Chess Club"));
  EXPECT_THAT(recorder.lines, ElementsAre("Acme joined Chess Club"));
  EXPECT_THAT(registry.describe({"acme"}).claims, IsEmpty());
}

}  // namespace
}  // namespace entente
