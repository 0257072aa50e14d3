#include "loaders/names_csv.hpp"

#include <gmock/gmock.h>

#include "graph/error.hpp"
#include "tests/loaders/collected.hpp"

namespace entente {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

Loaded load(std::string_view csv, const LoadOptions& options = {}) {
  return loaded_from(csv, "names.csv", load_names_csv, options);
}

TEST(NamesCsv, ARowWithAnIdIsAMappedName) {
  const Loaded loaded =
      load("name,id,reason,candidates\nKorea,cow:732,ambiguous,\"north-korea, south-korea\"\n");
  ASSERT_THAT(loaded.claims, SizeIs(1));
  const Claim& claim = loaded.claims.front();
  EXPECT_EQ(claim.subject.id, "cow:732");
  EXPECT_EQ(claim.event, Event::Named);
  EXPECT_EQ(claim.object.name, "Korea");
  EXPECT_EQ(claim.detail, "mapped");
  EXPECT_EQ(claim.evidence.row, 2U);
  EXPECT_THAT(loaded.sources, SizeIs(1));
}

TEST(NamesCsv, RowsAddUp) {
  const Loaded loaded = load("id;name\ncongo;Congo (Brazzaville)\n;Atlantis\nfrance\nfrance;???\n");
  EXPECT_EQ(loaded.report.read, 4U);
  EXPECT_EQ(loaded.report.used, 1U);
  EXPECT_EQ(sum_of(loaded.report.passed_over), 1U);
  EXPECT_EQ(loaded.report.skipped, 2U);
  EXPECT_THAT(loaded.complaints(), HasSubstr("names.csv:4"));
  EXPECT_THAT(loaded.complaints(), HasSubstr("names.csv:5"));
}

TEST(NamesCsv, StrictStopsAtTheFirstBadRow) {
  LoadOptions options;
  options.strict = true;
  EXPECT_THROW(load("name,id\n???,france\n", options), Error);
}

TEST(NamesCsv, TheHeaderTells) {
  EXPECT_TRUE(is_names_table("name,id\n"));
  EXPECT_TRUE(is_names_table("\xEF\xBB\xBFid;reason;name\r\n"));
  EXPECT_FALSE(is_names_table("name,id,object\n"));
  EXPECT_FALSE(is_names_table("subject,object\n"));
  EXPECT_THROW(load("subject,object\na,b\n"), Error);
}

TEST(NamesCsv, NothingSettledIsNothingLoaded) {
  const Loaded loaded = load("name,id\nKorea,\n");
  EXPECT_THAT(loaded.claims, IsEmpty());
  EXPECT_THAT(loaded.sources, IsEmpty());
}

}  // namespace
}  // namespace entente
