#include "loaders/article_trace.hpp"

#include <gmock/gmock.h>

#include "loaders/article.hpp"
#include "tests/loaders/collected.hpp"

namespace entente {
namespace {

using testing::ElementsAre;

constexpr std::string_view text =
    "The Harbour League\n\nTestland joined the Harbour League in 1994 and left it two years later. Oldland "
    "wants to join "
    "it.\n\nThe members joined as follows:\n\n- Eastland\n- Westland\n";

ArticleTrace traced(std::string_view article, Collected& collected) {
  ArticleTrace trace;
  ArticleReader(NameIndex({})).load(article, {}, collected, &trace);
  return trace;
}

std::string slice(const ArticleTrace& trace, ArticleTrace::Range range) {
  return trace.text.substr(range.begin, range.end - range.begin);
}

TEST(ArticleTrace, NotesDatesNamesAndTheWordsThatTellOfEvents) {
  Collected collected;
  const ArticleTrace trace = traced(text, collected);
  std::vector<std::string> dates, triggers;
  for (const auto& date : trace.dates) dates.push_back(slice(trace, date.range) + " = " + date.edtf);
  EXPECT_THAT(dates, ElementsAre("1994 = 1994", "two years later = 1996"));
  ASSERT_EQ(trace.facts.size(), collected.claims.size());
  for (std::size_t i = 0; i < trace.facts.size(); ++i) {
    EXPECT_EQ(id_of(trace.facts[i].claim), id_of(collected.claims[i]));
    triggers.push_back(slice(trace, trace.facts[i].trigger));
  }
  ASSERT_GE(triggers.size(), 3U);
  EXPECT_EQ(triggers[0], "joined");
  EXPECT_EQ(triggers[1], "left");
  EXPECT_EQ(trace.facts[0].why, "");
  EXPECT_EQ(trace.facts[2].claim.certainty, Certainty::Hypothetical);
  EXPECT_EQ(trace.facts[2].why, "not yet so, under \"want\"");
}

TEST(ArticleTrace, ChangesNoClaim) {
  Collected with, without;
  traced(text, with);
  ArticleReader(NameIndex({})).load(text, {}, without);
  ASSERT_EQ(with.claims.size(), without.claims.size());
  for (std::size_t i = 0; i < with.claims.size(); ++i)
    EXPECT_EQ(id_of(with.claims[i]), id_of(without.claims[i]));
}

TEST(ArticleTrace, IsInOrderAndDoesNotOverlap) {
  Collected collected;
  const ArticleTrace trace = traced(text, collected);
  const auto check = [&](const auto& marks) {
    std::size_t end = 0;
    for (const auto& mark : marks) {
      EXPECT_LE(end, mark.range.begin);
      EXPECT_LT(mark.range.begin, mark.range.end);
      EXPECT_LE(mark.range.end, trace.text.size());
      end = mark.range.end;
    }
    EXPECT_FALSE(marks.empty());
  };
  check(trace.dates);
  check(trace.names);
  check(trace.passages);
}

}  // namespace
}  // namespace entente
