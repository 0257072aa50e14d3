// The data sets for which mappings come along, as they stand: how many rows are read, used, passed over and
// skipped, how many claims they make, and what is odd about them. A changed number is a changed meaning: find
// out which rows it is, and whether the mapping or the loader is right, before it is written here.
#include <gmock/gmock.h>

#include "loaders/csv.hpp"
#include "tests/loaders/table/shared.hpp"

namespace entente {
namespace {

struct Expected {
  std::string mapping, file;
  std::uint64_t read, used, claims;
  Reasons passed_over, skipped, warnings;
};

void PrintTo(const Expected& expected, std::ostream* out) { *out << expected.mapping; }

const char* const nothing = "says nothing that the mapping asks for";

const Expected collections[] = {
#include "tests/loaders/table/collections.inc"
};

class Collection : public testing::TestWithParam<Expected> {};

TEST_P(Collection, AddsUp) {
  const Expected& expected = GetParam();
  ENTENTE_NEEDS_DATASET(dataset(expected.file));
  const Loaded loaded = load_data_set(expected.file, expected.mapping);
  EXPECT_EQ(loaded.report.read, expected.read);
  EXPECT_EQ(loaded.report.used, expected.used);
  EXPECT_EQ(loaded.report.claims, expected.claims);
  EXPECT_EQ(loaded.report.passed_over, expected.passed_over);
  EXPECT_EQ(loaded.report.skipped_for, expected.skipped);
  EXPECT_EQ(loaded.report.warnings, expected.warnings);
  expect_sums(loaded);
}

/// Whoever just names the file gets this mapping: its header says which it is.
TEST_P(Collection, IsKnownByItsHeader) {
  const Expected& expected = GetParam();
  ENTENTE_NEEDS_DATASET(dataset(expected.file));
  if (expected.mapping == "factbook") GTEST_SKIP() << "JSON has no header";
  Input input = Input::open(dataset(expected.file).string());
  const std::string_view text = input.beginning();
  const auto header = csv_cells(text.substr(0, text.find_first_of("\r\n")), csv_separator(text));
  const auto found = TableMapping::detect(*header);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->name(), expected.mapping);
}

INSTANTIATE_TEST_SUITE_P(All, Collection, testing::ValuesIn(collections), [](const auto& it) {
  std::string name = it.param.mapping;
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
});

TEST(Mappings, EachIsTestedOnItsDataSet) {
  std::vector<std::string> tested{"factbook"};
  for (const Expected& expected : collections) tested.push_back(expected.mapping);
  EXPECT_THAT(TableMapping::bundled_names(), testing::UnorderedElementsAreArray(tested));
}

}  // namespace
}  // namespace entente
