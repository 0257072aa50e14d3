// `explain`, through the real program.

#include <gmock/gmock.h>

#include <string>

#include "tests/cli/program.hpp"

namespace entente::testing_support {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

class Explain : public testing::Test {
 protected:
  [[nodiscard]] Outcome run(std::vector<std::string> arguments, const std::string& input,
                            const std::vector<std::string>& environment = {}) const {
    arguments.insert(arguments.begin(), "explain");
    return entente(arguments, input, folder.path(), environment);
  }
  ScratchFolder folder;
};

constexpr const char* text =
    "Testland joined the Harbour League on 3 May 1994. Oldland has never joined the Harbour League. Newland "
    "plans to "
    "leave the Harbour League. The ship left the harbour at noon.\n";

TEST_F(Explain, MarksNamesDatesAndEventsAndSaysWhatWasReadByWhichRule) {
  const Outcome outcome = run({}, text);
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_THAT(outcome.out, HasSubstr("[Testland] <joined>(1) the [Harbour League] on {3 May 1994}.\n"));
  EXPECT_THAT(outcome.out, HasSubstr("✓  1  Testland joined Harbour League, 1994-05-03 [join 0."));
}

TEST_F(Explain, SaysWhyAFactIsNotAssertedAndWhyAnEventWasRejected) {
  const std::string out = run({}, text).out;
  EXPECT_THAT(out, HasSubstr("?  2  Oldland joined Harbour League — negated: denied in the verb [join]\n"));
  EXPECT_THAT(
      out,
      HasSubstr("?  3  Newland left Harbour League — hypothetical: not yet so, under \"plan\" [leave]\n"));
  EXPECT_THAT(out, HasSubstr("✗  4  \"left\" not read: "));
  EXPECT_THAT(out, HasSubstr("\n1 fact, and 2 not asserted; 1 event rejected; "));
}

TEST_F(Explain, ColoursOnRequestAndNeverInAPipe) {
  EXPECT_THAT(run({}, text).out, Not(HasSubstr("\x1b[")));
  EXPECT_THAT(run({}, text, {"NO_COLOR=1"}).out, Not(HasSubstr("\x1b[")));
  const std::string colored = run({"--color", "always"}, text).out;
  EXPECT_THAT(colored, HasSubstr("\x1b[1;33mjoined\x1b[0m"));
  EXPECT_THAT(colored, Not(HasSubstr("<joined>")));
}

TEST_F(Explain, MakesAPageThatLoadsNothingAndEscapesTheText) {
  const std::string hostile =
      "Testland joined the <script>alert(1)</script> Harbour League & \"Sons\" in 1994. It's <b>bold</b>.";
  folder.write("a.txt", hostile);
  const Outcome outcome =
      run({"a.txt", "--format", "html", "--as", "article", "--title", "</title><img src=x>"}, "");
  EXPECT_THAT(outcome.out, StartsWith("<!DOCTYPE html>\n<html lang=\"en\">"));
  for (const char* bad : {"<script", "<b>bold", "<img", "http://", "https://", "src=\"", "url("})
    EXPECT_THAT(outcome.out, Not(HasSubstr(bad)));
  EXPECT_THAT(outcome.out, HasSubstr("&lt;script&gt;alert(1)&lt;/script&gt;"));
  EXPECT_THAT(outcome.out, HasSubstr("<title>&lt;/title&gt;&lt;img src=x&gt;</title>"));
}

TEST_F(Explain, LinksTheMarksOfThePageToWhatWasRead) {
  const std::string page = run({"--format", "html"}, text).out;
  EXPECT_THAT(
      page,
      HasSubstr(
          "<mark class=\"fact\">joined</mark><sup><a href=\"#r1\" aria-label=\"remark 1\">1</a></sup>"));
  EXPECT_THAT(
      page,
      HasSubstr("<li id=\"r1\"><b>1</b> Testland joined Harbour League, 1994-05-03 <code>join 0."));
  EXPECT_THAT(page, HasSubstr("<span class=\"date\" title=\"1994-05-03\">3 May 1994</span>"));
  EXPECT_THAT(page, HasSubstr("prefers-color-scheme: dark"));
}

TEST_F(Explain, ReadsHtmlAndLeavesControlsOfTheTerminalAlone) {
  const std::string out =
      run({"--color", "always"}, "<p>Test\x1b[31mland <i>joined</i> the Harbour League in 1994.</p>").out;
  EXPECT_THAT(out, HasSubstr("joined"));
  EXPECT_THAT(out, Not(HasSubstr("\x1b[31mland")));
  EXPECT_THAT(out, Not(HasSubstr("<i>")));
}

TEST_F(Explain, RefusesWhatIsNoArticle) {
  EXPECT_EQ(run({}, "{\"id\":1,\"text\":\"x\"}\n").status, 2);
  EXPECT_EQ(run({"--format", "csv"}, text).status, 2);
  EXPECT_EQ(entente({"members", "x", "--format", "html"}, {}, folder.path()).status, 2);
  EXPECT_EQ(run({}, "It rained.").status, 1);
}

}  // namespace
}  // namespace entente::testing_support
