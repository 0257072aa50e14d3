// What a question asks in particular, answered in one sentence.
#include <gmock/gmock.h>

#include "queries/ask.hpp"
#include "tests/queries/history.hpp"

namespace entente {
namespace {

constexpr const char* pacts = R"(
source chronicle 2011-12-31 2
entity france state France
entity poland state Poland
entity albania state Albania
entity greece state Greece
entity cuba state Cuba
entity fiji state Fiji
entity nato organisation NATO
entity pact treaty Warsaw Pact
entity league organisation Chess League
nato founded - 1949-04-04
pact founded - 1955-05-14
pact dissolved - 1991-07-01
france founded nato 1949-04-04
france member nato 1949-04-04/..
poland joined nato 1999-03-12
poland joined pact 1955-05-14
albania joined pact 1955-05-14
albania left pact 1968-09-13
greece joined nato 1952
cuba joined league 1990
cuba left league 1992
cuba joined league 2001
fiji member league
source leaflet 2012-01-01
nato founded - 1950
nato founded - 1960 negated
nato dissolved - 1999 hypothetical
)";

class AnswerFocus : public testing::Test {
 protected:
  static void SetUpTestSuite() { store_ = history(pacts); }
  static void TearDownTestSuite() { store_.reset(); }
  static Asked asked(const char* question) { return ask(**store_, question, {}); }
  static std::string said(const char* question) {
    const Asked found = asked(question);
    return found.answer_text + (found.answered ? "" : " [not answered]");
  }

 private:
  static std::unique_ptr<TemporaryStore> store_;
};
std::unique_ptr<TemporaryStore> AnswerFocus::store_;

TEST_F(AnswerFocus, IsASentence) {
  struct Example {
    const char* question;
    const char* sentence;
  };
  static const Example examples[] = {
      {"When was NATO founded?", "NATO was founded on 1949-04-04. Set aside: 1950."},
      {"When was the Chess League founded?", "No source says when Chess League was founded. [not answered]"},
      {"When was the Warsaw Pact dissolved?", "Warsaw Pact was dissolved on 1991-07-01."},
      {"When was NATO dissolved?", "No source says that NATO was dissolved. [not answered]"},
      {"Who founded NATO?", "NATO was founded by France."},
      {"Who founded the Warsaw Pact?", "No source says who founded Warsaw Pact. [not answered]"},
      {"When did Greece join NATO?", "Greece joined NATO in 1952."},
      {"When did Cuba join the Chess League?", "Cuba joined Chess League in 1990 and in 2001."},
      {"When did Fiji join the Chess League?",
       "No source says when Fiji joined Chess League. [not answered]"},
      {"When did Fiji join NATO?", "No source says that Fiji joined NATO. [not answered]"},
      {"When did Albania leave the Warsaw Pact?", "Albania left Warsaw Pact on 1968-09-13."},
      {"When did Poland leave the Warsaw Pact?",
       "No source says that Poland left Warsaw Pact; the membership lapsed with the member or the body on "
       "1991-07-01."},
      {"When did France leave NATO?", "No source says that France left NATO. [not answered]"},
      {"Did Albania leave the Warsaw Pact in 1968?", "Yes: Albania left Warsaw Pact on 1968-09-13."},
      {"Did Greece leave NATO?", "No source says that Greece left NATO. [not answered]"},
      {"Did Greece join NATO on 1952-05-01?", "Possibly: Greece joined NATO in 1952."},
      {"Who left the Warsaw Pact in 1968?", "Albania left Warsaw Pact in that time."},
      {"Who left the Warsaw Pact in 1969?",
       "No source says that anyone left Warsaw Pact in that time. [not answered]"},
      {"Who joined the Warsaw Pact?", "Albania and Poland joined Warsaw Pact."},
      {"How many members had the Warsaw Pact in 1960?", "2 members: 2 certain."},
      {"How many members had the Warsaw Pact in 1968?", "2 members: 1 certain, 1 for part of the time."},
      {"How many members had NATO in 1952?", "2 members: 1 certain, 1 for part of the time."},
      {"How many members had the Chess League in 1995?", "1 member: 1 possible."},
      {"How many members had the Warsaw Pact in 1900?", "No member. [not answered]"},
      {"How many organisations did Poland belong to in 1999?", "1 membership: 1 for part of the time."},
  };
  for (const Example& example : examples)
    EXPECT_EQ(said(example.question), example.sentence) << example.question;
}

TEST_F(AnswerFocus, LeavesOutWhatWasNotAsked) {
  const Asked founded = asked("When was NATO founded?");
  const auto& timeline = std::get<Timeline>(founded.answer);
  EXPECT_THAT(timeline.ties, testing::IsEmpty());
  EXPECT_EQ(timeline.existence.size(), 3U);
  for (const Proof& proof : timeline.existence) EXPECT_EQ(proof.claim.event, Event::Founded);

  const Asked left = asked("When did Cuba leave the Chess League?");
  const auto& was = std::get<Was>(left.answer);
  ASSERT_EQ(was.ties.size(), 1U);
  ASSERT_EQ(was.ties.front().proofs.size(), 1U);
  EXPECT_EQ(was.ties.front().proofs.front().claim.event, Event::Left);
}

TEST_F(AnswerFocus, IsSilentWhereTheWholeAnswerWasAsked) {
  EXPECT_EQ(asked("Who were the members of NATO in 1999?").answer_text, "");
  EXPECT_EQ(asked("Was Poland a member of NATO in 1999?").answer_text, "");
}

}  // namespace
}  // namespace entente
