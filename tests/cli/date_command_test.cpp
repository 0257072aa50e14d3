#include <gmock/gmock.h>

#include "tests/cli/program.hpp"

namespace entente::testing_support {
namespace {

using testing::HasSubstr;

TEST(DateCommand, SaysWhatAnEdtfExpressionMeans) {
  EXPECT_EQ(entente({"date", "2012-06", "--format", "json"}).out,
            "{\"edtf\":\"2012-06\",\"earliest\":\"2012-06-01\",\"latest\":\"2012-06-30\"}\n");
  EXPECT_EQ(entente({"date", "2006/..", "--format", "json"}).out,
            "{\"edtf\":\"2006/..\",\"earliest\":\"2006-01-01\",\"latest\":null}\n");
}

TEST(DateCommand, ReadsEnglish) {
  EXPECT_EQ(entente({"date", "the 1990s", "--format", "json"}).out,
            "{\"edtf\":\"199X\",\"earliest\":\"1990-01-01\",\"latest\":\"1999-12-31\"}\n");
  EXPECT_EQ(entente({"date", "478 BC", "--format", "json"}).out,
            "{\"edtf\":\"-0477\",\"earliest\":\"-0477-01-01\",\"latest\":\"-0477-12-31\"}\n");
  EXPECT_THAT(entente({"date", "last month", "--reference", "2022-01-29", "--format", "json"}).out,
              HasSubstr("2021-12"));
}

TEST(DateCommand, ReadsYearsBeforeChrist) {
  EXPECT_EQ(entente({"date", "-0477", "--format", "json"}).out,
            "{\"edtf\":\"-0477\",\"earliest\":\"-0477-01-01\",\"latest\":\"-0477-12-31\"}\n");
}

TEST(DateCommand, NamesTheColumnOfWhatIsNoDate) {
  const Outcome outcome = entente({"date", "2012-13-45"});
  EXPECT_EQ(outcome.status, 2);
  EXPECT_THAT(outcome.err, HasSubstr("column"));
}

}  // namespace
}  // namespace entente::testing_support
