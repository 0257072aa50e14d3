#include "loaders/many_documents.hpp"

#include <gmock/gmock.h>

#include "tests/loaders/collected.hpp"
#include "tests/loaders/in_folder.hpp"

namespace entente {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

class ManyDocuments : public InFolder {
 protected:
  /// Everything that was found, a line each.
  static std::string all(const std::vector<std::string>& paths, std::size_t jobs, bool strict = false) {
    DocumentsOptions options;
    options.jobs = jobs;
    options.load.strict = strict;
    std::string out;
    try {
      read_documents(
          paths, ArticleReader(NameIndex({})), options,
          [](Findings& found) { found.rendered = std::to_string(found.claims.size()); },
          [&out](Findings& found) {
            out += found.rendered + (found.of_many ? " of many\n" : "\n");
            for (const Claim& claim : found.claims)
              out += claim.evidence.source.value + ": " + brief(claim) + '\n';
            for (const Diagnostic& problem : found.problems) out += problem.to_string() + '\n';
            if (found.failure) out += std::string("failure: ") + found.failure->what() + '\n';
          });
    } catch (const Error& error) {
      out += std::string("thrown: ") + error.what() + '\n';
    }
    return out;
  }
};

TEST_F(ManyDocuments, ComeInOrderWhateverTheNumberOfJobs) {
  std::string lines;
  for (int i = 0; i < 200; ++i) {
    lines += R"({"id":")" + std::to_string(i) + R"(","text":")";
    for (int k = 0; k < i * 7 % 13; ++k) lines += "Nothing happened here for a long time. ";
    lines += "Testland joined the Harbour League in " + std::to_string(1800 + i) + ".\"}\n";
    if (i % 50 == 9) lines += "{\"id\": broken\n";
  }
  const std::vector<std::string> paths = {write("a.txt", "Oldland left the Harbour League in 1994."),
                                          write("b.jsonl", lines), folder_.string() + "/missing",
                                          write("c.txt", "Newland left the Harbour League in 1995.")};
  const std::string one = all(paths, 1);
  EXPECT_EQ(std::count(one.begin(), one.end(), '\n'), 2 * 202 + 2 * 4 + 2);
  EXPECT_THAT(one, HasSubstr("1 of many\n199: Testland joined member_of Harbour League 1999\n"));
  EXPECT_THAT(one, HasSubstr("b.jsonl:11:"));
  EXPECT_THAT(one, HasSubstr("missing cannot be opened"));
  EXPECT_EQ(all(paths, 2), one);
  EXPECT_EQ(all(paths, 8), one);
}

TEST_F(ManyDocuments, StopAtTheFirstBadOneWhenStrict) {
  const std::vector<std::string> paths = {
      write("a.jsonl",
            "{\"id\":1,\"text\":\"Oldland left the Harbour League in 1994.\"}\n{\"id\":2}\n"
            "{\"id\":3,\"text\":\"Newland left the Harbour League in 1994.\"}\n")};
  for (const std::size_t jobs : {1, 4}) {
    EXPECT_EQ(all(paths, jobs, true),
              "1 of many\n1: Oldland left member_of Harbour League 1994\n"
              "thrown: a.jsonl:2:1: a document needs its \"text\" or its \"html\"\n");
  }
}

}  // namespace
}  // namespace entente
