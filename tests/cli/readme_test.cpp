// The README tells the truth: its commands run, its files are there, and its first example answers as it
// says.
#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>

#include "tests/cli/program.hpp"

namespace entente::testing_support {
namespace {

using testing::HasSubstr;

std::string readme() {
  std::ifstream file(ENTENTE_SOURCE_DIR "/README.md");
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

/// As a shell splits them: at blanks, not within quotation marks.
std::vector<std::string> words(const std::string& line) {
  std::vector<std::string> result;
  std::string word;
  bool quoted = false;
  for (const char c : line + ' ') {
    if (c == '"') {
      quoted = !quoted;
    } else if (c == ' ' && !quoted) {
      if (!word.empty()) result.push_back(word);
      word.clear();
    } else {
      word += c;
    }
  }
  return result;
}

TEST(Readme, ItsLinksLeadSomewhere) {
  const std::string text = readme();
  const std::regex link(R"(\]\(([^)]+)\))");
  for (std::sregex_iterator it(text.begin(), text.end(), link), end; it != end; ++it) {
    EXPECT_TRUE(std::filesystem::exists(std::string(ENTENTE_SOURCE_DIR "/") + (*it)[1].str())) << (*it)[1];
  }
}

TEST(Readme, EveryCommandItShowsRuns) {
  const ScratchFolder folder;
  folder.write("article.txt", "Testland joined the Harbour League in 1994.");
  ASSERT_EQ(entente({"import", "--bundled"}, "", folder.path()).status, 0);
  std::istringstream lines(readme());
  std::size_t shown = 0;
  for (std::string line; std::getline(lines, line);) {
    if (!line.starts_with("    entente ")) continue;
    std::string command = line.substr(12);
    const auto remark = command.find("   ");
    if (remark != std::string::npos) command.resize(remark);
    ++shown;
    EXPECT_EQ(entente(words(command), "", folder.path()).status, 0) << command;
  }
  EXPECT_GE(shown, 10U);
}

TEST(Readme, ItsFirstExampleAnswersAsItSays) {
  const ScratchFolder folder;
  folder.write("article.txt",
               "Uzbekistan, which joined the CSTO in 2006 and left in 2012, remains a priority.");
  const auto run = [&](const std::vector<std::string>& arguments) {
    return entente(arguments, "", folder.path());
  };
  ASSERT_EQ(run({"import", "article.txt", "--published", "2022-01-29", "--db", "mine.db"}).status, 0);
  const auto answer = [&](const char* date) {
    return run({"was", "Uzbekistan", "CSTO", "--on", date, "--db", "mine.db"}).out;
  };
  EXPECT_THAT(answer("2006-03-01"), HasSubstr("possible"));
  EXPECT_THAT(answer("2008-05-17"), HasSubstr("certain"));
  EXPECT_THAT(answer("2006"), HasSubstr("part"));
  EXPECT_THAT(answer("2013"), HasSubstr(": no"));
}

}  // namespace
}  // namespace entente::testing_support
