// `extract` over many documents, through the real program.

#include <gmock/gmock.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <string>

#include "tests/cli/json.hpp"
#include "tests/cli/program.hpp"

namespace entente::testing_support {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

class Extract : public testing::Test {
 protected:
  [[nodiscard]] Outcome run(std::vector<std::string> arguments, const std::string& input = {}) const {
    arguments.insert(arguments.begin(), "extract");
    return entente(arguments, input, folder.path());
  }
  ScratchFolder folder;
};

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

/// `source: subject event date` of each line.
std::vector<std::string> facts_of(const std::string& ndjson) {
  std::vector<std::string> facts;
  for (const std::string& line : lines_of(ndjson)) {
    const auto fact = parsed(line);
    if (!fact.IsObject()) {
      facts.push_back("not an object: " + line);
      continue;
    }
    facts.push_back(std::string(fact["evidence"]["source"].GetString()) + ": " + fact["subject"].GetString() +
                    " " + fact["event"].GetString() + " " + fact["date"].GetString());
  }
  return facts;
}

const std::string documents =
    R"({"id":"a","title":"T","date":"2004-05-01","url":"https://x/1","text":"Testland joined the Harbour League last year."}
{"id":"b","html":"<p>Oldland <b>left</b> the Harbour League in 1994.</p>"}
{"id":"c","text":

{"id":"d","text":"It rained."}
{"id":"e","text":"Newland joined the Harbour League in 1999."}
)";

TEST_F(Extract, PrintsAClaimALineOfJsonLinesOfDocuments) {
  const Outcome outcome = run({}, documents);
  EXPECT_EQ(outcome.status, 3) << "a line was skipped";
  EXPECT_THAT(outcome.err, HasSubstr("entente: stdin:3:18: the file ends in the middle of a value\n"));
  EXPECT_THAT(facts_of(outcome.out),
              ElementsAre("a: Testland joined 2003", "b: Oldland left 1994", "e: Newland joined 1999"));
  const auto first = parsed(lines_of(outcome.out).at(0));
  EXPECT_STREQ(first["evidence"]["title"].GetString(), "T");
  EXPECT_STREQ(first["evidence"]["url"].GetString(), "https://x/1");
  EXPECT_STREQ(first["evidence"]["published"].GetString(), "2004-05-01");
}

TEST_F(Extract, SaysHowOftenSuchAClaimIsRight) {
  const auto confidence = [this](const std::string& text) {
    const auto fact = parsed(lines_of(run({"--format", "ndjson"}, text).out).at(0));
    return fact.HasMember("confidence") ? fact["confidence"].GetDouble() : -1;
  };
  const double full = confidence("Poland joined NATO in 1999.");
  EXPECT_GT(full, 0.8);
  EXPECT_LE(full, 1);
  EXPECT_LT(confidence("Poland joined NATO after long talks with its neighbours."), full);
  EXPECT_EQ(confidence("Poland never joined NATO in 1999."), -1) << "it asserts nothing";
}

TEST_F(Extract, GivesTheSameBytesForAnyNumberOfJobs) {
  std::string many;
  for (int i = 0; i < 300; ++i) many += documents;
  folder.write("many.jsonl", many);
  const Outcome one = run({"many.jsonl", "--jobs", "1"});
  EXPECT_EQ(lines_of(one.out).size(), 900U);
  for (const char* jobs : {"2", "5"}) {
    const Outcome more = run({"many.jsonl", "--jobs", jobs});
    EXPECT_EQ(more.out, one.out) << jobs;
    EXPECT_EQ(more.err, one.err) << jobs;
  }
  EXPECT_EQ(run({"many.jsonl"}).out, one.out);
}

TEST_F(Extract, ReadsFoldersAndFilesInOrder) {
  std::filesystem::create_directories(folder.file("news/1999"));
  folder.write("news/b.txt", "Blueland joined the Harbour League in 1902.");
  folder.write("news/1999/z.txt", "Zedland joined the Harbour League in 1901.");
  folder.write("news/.hidden.txt", "Hidland joined the Harbour League in 1900.");
  folder.write("last.html", "<p>Lastland joined the Harbour League in 1903.</p>");
  std::vector<std::string> facts;
  for (const std::string& fact : facts_of(run({"news", "last.html"}).out))
    facts.push_back(fact.substr(fact.find(' ')));
  EXPECT_THAT(facts, ElementsAre(" Zedland joined 1901", " Blueland joined 1902", " Lastland joined 1903"));
}

TEST_F(Extract, StopsAtTheFirstBadLineWhenStrict) {
  const Outcome outcome = run({"--strict"}, documents);
  EXPECT_EQ(outcome.status, 3);
  EXPECT_THAT(facts_of(outcome.out), ElementsAre("a: Testland joined 2003", "b: Oldland left 1994"));
  EXPECT_THAT(outcome.err, HasSubstr("stdin:3:18"));
}

TEST_F(Extract, LetsOptionsSayWhatADocumentDoesNot) {
  const std::string text = "Testland joined the Harbour League last year.";
  EXPECT_THAT(facts_of(run({"--format", "ndjson", "--source", "s", "--published", "2010"}, text).out),
              ElementsAre("s: Testland joined 2009"));
  EXPECT_THAT(facts_of(run({"--format", "ndjson", "--source", "s"}, "BRUSSELS, 3 April 2014 – " + text).out),
              ElementsAre("s: Testland joined 2013"));
  EXPECT_EQ(run({"--source", "s"}, documents).status, 2);
  EXPECT_THAT(facts_of(run({"--published", "1990"}, documents).out)[0], "a: Testland joined 1989");
}

TEST_F(Extract, GoesOnBehindBytesThatAreNotUtf8AndKeepsOffsetsTrue) {
  const std::string text = "K\xF6ln said so. Testland joined the Harbour League in 1994.";
  const Outcome outcome = run({"--format", "ndjson"}, text);
  EXPECT_EQ(outcome.status, 3);
  EXPECT_THAT(outcome.err, HasSubstr("stdin:1:2: byte 1 (0xF6) is not UTF-8"));
  const auto fact = parsed(lines_of(outcome.out).at(0));
  const auto& evidence = fact["evidence"];
  EXPECT_EQ(
      text.substr(evidence["begin"].GetUint64(), evidence["end"].GetUint64() - evidence["begin"].GetUint64()),
      evidence["text"].GetString());
  EXPECT_EQ(run({"--strict"}, text).status, 3);
  EXPECT_EQ(run({"--strict"}, text).out, "");
}

// The reader of a stream sees the facts of a document before the next one has come.
TEST_F(Extract, GivesFactsAsTheyCome) {
  int in[2], out[2];
  ASSERT_EQ(::pipe(in), 0);
  ASSERT_EQ(::pipe(out), 0);
  const pid_t child = ::fork();
  if (child == 0) {
    ::dup2(in[0], 0);
    ::dup2(out[1], 1);
    for (const int end : {in[0], in[1], out[0], out[1]}) ::close(end);
    ::execl(ENTENTE_PROGRAM, ENTENTE_PROGRAM, "extract", nullptr);
    ::_exit(127);
  }
  ::close(in[0]);
  ::close(out[1]);
  const std::string line = R"({"id":"a","text":"Testland joined the Harbour League in 1994."})"
                           "\n";
  char buffer[4096];
  for (int i = 0; i < 3; ++i) {
    ASSERT_EQ(::write(in[1], line.data(), line.size()), static_cast<ssize_t>(line.size()));
    const ssize_t got =
        ::read(out[0], buffer, sizeof buffer);  // hangs, and the test with it, if nothing comes
    ASSERT_GT(got, 0);
    EXPECT_THAT(facts_of(std::string(buffer, static_cast<std::size_t>(got))),
                ElementsAre("a: Testland joined 1994"));
  }
  ::close(in[1]);
  EXPECT_EQ(::read(out[0], buffer, sizeof buffer), 0);
  ::close(out[0]);
  int status = 0;
  ::waitpid(child, &status, 0);
  EXPECT_TRUE(WIFEXITED(status));
  EXPECT_EQ(WEXITSTATUS(status), 0);
}

TEST_F(Extract, TheSameLinesCanBeImported) {
  folder.write("d.jsonl", documents);
  const Outcome outcome = entente({"import", "d.jsonl", "--format", "csv"}, {}, folder.path());
  EXPECT_EQ(outcome.status, 3);
  EXPECT_EQ(outcome.out, "input,read,claims,new,skipped\r\nd.jsonl,5,3,3,1\r\n");
  const Outcome why = entente({"why", "Newland", "Harbour League"}, {}, folder.path());
  EXPECT_THAT(why.out, HasSubstr("Newland joined the Harbour League in 1999."));
}

}  // namespace
}  // namespace entente::testing_support
