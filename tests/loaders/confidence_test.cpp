#include "loaders/confidence.hpp"

#include <gmock/gmock.h>

namespace entente {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Claim joined() {
  Claim claim;
  claim.subject = {"Poland", "poland"};
  claim.event = Event::Joined;
  claim.object = {"NATO", "nato"};
  claim.when = parse_edtf("1999");
  claim.evidence.text = "Poland joined NATO in 1999.";
  claim.evidence.rule = "article/join";
  return claim;
}

TEST(Confidence, IsOfTheRuleAndOfWhatTheSentenceShows) {
  Claim claim = joined();
  EXPECT_THAT(confidence_features(claim), ElementsAre("family_verb"));
  claim.when.reset();
  claim.evidence.text = "It joined the alliance.";
  EXPECT_THAT(confidence_features(claim),
              ElementsAre("family_verb", "undated", "subject_referred", "object_referred"));
  claim.subject.id.clear();
  EXPECT_THAT(confidence_features(claim), testing::Contains("subject_unknown"));
  claim.object = {};
  EXPECT_THAT(confidence_features(claim), testing::Not(testing::Contains("object_referred")));
}

TEST(Confidence, KnowsTheFamilyOfARule) {
  const auto family = [](const char* rule, Event event = Event::Joined) {
    Claim claim = joined();
    claim.event = event;
    claim.evidence.rule = rule;
    return std::string(rule_family(claim));
  };
  EXPECT_EQ(family("article/join-gapped"), "gapped");
  EXPECT_EQ(family("article/accession-noun"), "noun");
  EXPECT_EQ(family("article/leave-for"), "moved");
  EXPECT_EQ(family("article/roster"), "list");
  EXPECT_EQ(family("article/consists-of", Event::Held), "members");
  EXPECT_EQ(family("article/found-by", Event::Founded), "founders");
  EXPECT_EQ(family("article/membership-lapse", Event::Left), "state");
  EXPECT_EQ(family("article/found", Event::Founded), "body");
  EXPECT_EQ(family("article/sign", Event::Signed), "treaty");
  EXPECT_EQ(family("csv"), "");
}

TEST(Confidence, LiesBetweenNoneAndAllAndFallsWithWhatIsMissing) {
  Claim claim = joined();
  const double full = confidence_of(claim).value();
  claim.when.reset();
  const double undated = confidence_of(claim).value();
  claim.when = joined().when;
  claim.evidence.text = "It joined the alliance.";
  const double referred = confidence_of(claim).value();
  for (const double confidence : {full, undated, referred}) {
    EXPECT_GT(confidence, 0);
    EXPECT_LT(confidence, 1);
  }
  EXPECT_LT(undated, full);
  EXPECT_LT(referred, full);
}

TEST(Confidence, IsOfNothingThatAssertsNothingOrWasNotReadFromProse) {
  Claim claim = joined();
  claim.certainty = Certainty::Negated;
  EXPECT_THAT(confidence_features(claim), IsEmpty());
  EXPECT_EQ(confidence_of(claim), std::nullopt);
  claim = joined();
  claim.evidence.rule = "facts.csv";
  EXPECT_EQ(confidence_of(claim), std::nullopt);
}

}  // namespace
}  // namespace entente
