#include "loaders/file_source.hpp"

#include <gtest/gtest.h>

namespace entente::detail {
namespace {

TEST(FileSource, IsTitledByTheName) {
  EXPECT_EQ(without_ending("list.ftm.json"), "list.ftm");
  EXPECT_EQ(without_endings("list.ftm.json"), "list");
  for (const char* whole : {"list", ".list", ""}) {
    EXPECT_EQ(without_ending(whole), whole);
    EXPECT_EQ(without_endings(whole), whole);
  }
}

TEST(FileSource, IsKnownByItsContent) {
  EXPECT_EQ(file_source_id("list", 0x0123456789ABCDEF), "list-01234567");
  LoadOptions options;
  options.url = "https://example.org/list";
  options.published = Date::parse("2006");
  options.priority = 2;
  const Source source = file_source("list", options, [] { return std::uint64_t{1} << 32; });
  EXPECT_EQ(source, (Source{{"list-00000001"}, "list", "", options.url, options.published, {}, 2}));
  options.title = "List of 2006";
  EXPECT_EQ(file_source("list", options, [] { return std::uint64_t{1} << 32; }).id.value,
            "List of 2006-00000001");
}

TEST(FileSource, IsNotReadForAnIdThatIsSaid) {
  LoadOptions options;
  options.source_id = "mine";
  const Source source = file_source("list", options, []() -> std::uint64_t {
    ADD_FAILURE() << "the content is read";
    return 0;
  });
  EXPECT_EQ(source.id.value, "mine");
  EXPECT_EQ(source.title, "list");
}

}  // namespace
}  // namespace entente::detail
