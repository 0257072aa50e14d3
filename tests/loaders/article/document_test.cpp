#include "loaders/article/document.hpp"

#include <gtest/gtest.h>

#include "loaders/article/boilerplate.hpp"
#include "loaders/article/framing.hpp"

namespace entente::detail {
namespace {

TEST(Document, cleans_what_is_not_text) {
  EXPECT_EQ(read_document("The bloc\u2019s \u201Cfirst\u201D\u00A0pact[12] held.\r\n").text(),
            "The bloc's \"first\" pact held.\n");
  EXPECT_EQ(read_document("an organi-\nzation of states").text(), "an organization\nof states");
  EXPECT_EQ(read_document("an \xff odd \xe2\x82 byte").text(), "an   odd    byte");
  EXPECT_EQ(read_document("[accomplish] it").text(), "[accomplish] it");
}

TEST(Document, spans_lead_back_to_the_bytes_of_the_file) {
  const std::string file = "Caf\u00E9\u2019s [1]members left.";
  const Document d = read_document(file);
  const auto at = d.text().find("members");
  const Span raw = d.clean.raw({at, at + 7});
  EXPECT_EQ(file.substr(raw.begin, raw.size()), "members");
}

TEST(Document, reads_html_as_a_browser_shows_it) {
  const Document d = read_document(
      "<html><head><title>A &amp; B</title><style>p{}</style></head><body><nav>Home</nav><p>One "
      "<b>two</b>&nbsp;three.</p>"
      "<ul><li>four</li></ul><script>five</script></body></html>");
  EXPECT_TRUE(d.html);
  EXPECT_EQ(d.title, "A & B");
  EXPECT_NE(d.text().find("One two three."), std::string_view::npos);
  EXPECT_NE(d.text().find("\u2022 four"), std::string_view::npos);
  EXPECT_EQ(d.text().find("Home"), std::string_view::npos);
  EXPECT_EQ(d.text().find("five"), std::string_view::npos);
}

TEST(Document, tags_that_never_close_end_with_the_file) {
  EXPECT_NO_THROW((void)read_document("<p>text <a href=\"x"));
  EXPECT_NO_THROW((void)read_document("<html><script>if (a < b) {"));
}

std::vector<BlockKind> kinds(std::string_view text) {
  std::vector<BlockKind> out;
  for (const Block& b : split_blocks(text, bundled_lexicon())) out.push_back(b.kind);
  return out;
}

TEST(Boilerplate, menus_and_related_links_are_furniture) {
  EXPECT_EQ(
      kinds("\u2022 Home\n\u2022 News\n\nThe union was founded in 1950 by six states.\n\nRelated posts:\n\n"
            "1. Three states leave the old union for good\n"),
      (std::vector<BlockKind>{BlockKind::Furniture, BlockKind::Furniture, BlockKind::Prose,
                              BlockKind::Furniture, BlockKind::Furniture}));
}

TEST(Boilerplate, wrapped_lines_are_one_block_and_short_lines_are_not) {
  EXPECT_EQ(
      split_blocks("The union was founded in 1950 by six states\nthat had fought one another for a century.",
                   bundled_lexicon())
          .size(),
      1U);
  EXPECT_EQ(split_blocks("1973\n\nDenmark joined the union in that year.", bundled_lexicon()).size(), 2U);
}

TEST(Framing, title_and_date_stand_around_the_byline) {
  Document d = read_document(
      "Menu\n\nWhy the pact matters now\n\nBy Ann Bell\nJanuary 29, 2022\n\nThe pact was signed in 1992 by "
      "six states.\n");
  find_frame(d, split_blocks(d.text(), bundled_lexicon()), bundled_lexicon());
  EXPECT_EQ(d.title, "Why the pact matters now");
  ASSERT_TRUE(d.published.has_value());
  EXPECT_EQ(d.published->text(), "2022-01-29");
}

TEST(Framing, a_heading_may_be_a_year) {
  EXPECT_EQ(heading_date("1973", bundled_lexicon())->edtf(), "1973");
  EXPECT_FALSE(heading_date("The crisis of 1973", bundled_lexicon()).has_value());
}

}  // namespace
}  // namespace entente::detail
