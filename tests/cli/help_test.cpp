#include <gmock/gmock.h>

#include "tests/cli/program.hpp"

namespace entente::testing_support {
namespace {

using testing::HasSubstr;

constexpr const char* commands[] = {"import",  "extract", "explain", "members", "memberships", "was", "timeline",
                                    "changes", "overlap", "path",    "why",         "ask", "conflicts",
                                    "export",  "merge",   "info",    "date"};

TEST(Help, EveryCommandHasOneWithAnExample) {
  for (const char* command : commands) {
    const Outcome outcome = entente({command, "--help"});
    EXPECT_EQ(outcome.status, 0) << command;
    EXPECT_THAT(outcome.out, HasSubstr(std::string("entente ") + command)) << command;
    EXPECT_THAT(outcome.out, HasSubstr("Example:")) << command;
    EXPECT_THAT(entente({"--help"}).out, HasSubstr(command));
  }
}

TEST(Help, CompletionsAndManualNameEveryCommand) {
  for (const char* shell : {"bash", "zsh", "fish"}) {
    const Outcome outcome = entente({"completions", shell});
    EXPECT_EQ(outcome.status, 0);
    for (const char* command : commands) EXPECT_THAT(outcome.out, HasSubstr(command)) << shell;
  }
  const std::string manual = entente({"man"}).out;
  for (const char* command : commands) EXPECT_THAT(manual, HasSubstr(std::string("entente ") + command));
  EXPECT_EQ(entente({"completions", "tcsh"}).status, 2);
}

TEST(Help, WithoutACommandItIsAUsageError) {
  const Outcome outcome = entente({});
  EXPECT_EQ(outcome.status, 2);
  EXPECT_THAT(outcome.err, HasSubstr("Usage"));
  EXPECT_EQ(entente({"--version"}).out, "entente 0.1.0\n");
}

}  // namespace
}  // namespace entente::testing_support
