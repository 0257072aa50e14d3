#include "loaders/load.hpp"

#include <gmock/gmock.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "tests/loaders/collected.hpp"
#include "tests/loaders/in_folder.hpp"

namespace entente {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

class LoadTest : public InFolder {
 protected:
  Collected load(const std::string& path, std::optional<Format> format = {},
                 const LoadOptions& options = {}) const {
    Collected collected;
    load_file(path, format, ArticleReader(NameIndex({})), options, collected);
    return collected;
  }

  std::string failure(const std::string& path, std::optional<Format> format = {},
                      const LoadOptions& options = {}) const {
    return failure_of([&] { load(path, format, options); });
  }
};

constexpr std::string_view table = "country,of,start\nUzbekistan,CSTO,2006\n";
constexpr std::string_view document =
    R"({"claims": [{"subject": "A", "event": "left", "object": "B", "evidence": {"source": "s"}}]})";
constexpr std::string_view lines =
    "{\"subject\": \"A\", \"event\": \"left\", \"object\": \"B\", \"evidence\": {\"source\": \"s\"}}\n";

TEST_F(LoadTest, TheContentSaysWhichLoaderReads) {
  EXPECT_EQ(brief(load(write("a", table)).claims.at(0)), "Uzbekistan joined member_of CSTO 2006");
  EXPECT_EQ(brief(load(write("b", document)).claims.at(0)), "A left member_of B");
  EXPECT_EQ(brief(load(write("c", lines)).claims.at(0)), "A left member_of B");
}

TEST_F(LoadTest, WhatIsNothingElseIsReadAsAnArticle) {
  const auto facts = [this](const std::string& path) {
    std::vector<std::string> all;
    for (const Claim& claim : load(path).claims) all.push_back(brief(claim));
    return all;
  };
  const std::string sentence = "Uzbekistan joined the Collective Security Treaty Organization in 2006.";
  const std::string fact = "Uzbekistan joined member_of Collective Security Treaty Organization 2006";
  EXPECT_THAT(facts(write("a.txt", sentence)), testing::ElementsAre(fact));
  EXPECT_THAT(facts(write("a.html", "<!DOCTYPE html><html><body><p>" + sentence + "</p></body></html>")),
              testing::ElementsAre(fact));
}

TEST_F(LoadTest, AFormatThatIsToldWins) {
  EXPECT_THAT(failure(write("a", table), Format::Claims), HasSubstr("invalid-json: a:1:1: not JSON"));
  EXPECT_THAT(load(write("b", table), Format::Lines).problems, SizeIs(2));
}

TEST_F(LoadTest, AMappingMeansATable) {
  LoadOptions options;
  options.columns = "subject=Land,object=Bund";
  EXPECT_EQ(brief(load(write("a", "Land,Bund\nBayern,Zollverein\n"), {}, options).claims.at(0)),
            "Bayern member member_of Zollverein");
}

TEST_F(LoadTest, WhatCannotBeReadIsAnErrorThatSaysWhatToDo) {
  EXPECT_EQ(failure(folder_.string()),
            "unreadable: " + folder_.string() + " is a directory; name the files in it instead");
  const std::string missing = (folder_ / "missing").string();
  EXPECT_EQ(failure(missing), "unreadable: " + missing + " cannot be opened: No such file or directory");
  EXPECT_EQ(failure(write("empty.csv", "")), "unknown-format: empty.csv is empty; there is nothing to read");
  LoadOptions strict;
  strict.strict = true;
  EXPECT_THAT(failure(write("latin1.txt", "Die Stadt\nK\xF6ln"), {}, strict),
              HasSubstr("invalid-text: latin1.txt:2:2: byte 11 (0xF6)"));
  if (::geteuid() != 0) {
    const std::string locked = write("locked", table);
    ::chmod(locked.c_str(), 0);
    EXPECT_THAT(failure(locked), HasSubstr("cannot be opened: Permission denied"));
  }
}

TEST_F(LoadTest, BytesThatAreNotUtf8AreAProblemOfAnArticleThatIsReadAllTheSame) {
  const std::string text =
      "K\xF6ln said that Testland joined the Harbour League in 1994. Newland \xFF left it.";
  const Collected loaded = load(write("latin1.txt", text));
  ASSERT_THAT(loaded.problems, SizeIs(1));
  EXPECT_THAT(loaded.complaints(), HasSubstr("latin1.txt:1:2: byte 1 (0xF6)"));
  ASSERT_FALSE(loaded.claims.empty());
  const Evidence& evidence = loaded.claims[0].evidence;
  EXPECT_EQ(evidence.text, "K\uFFFDln said that Testland joined the Harbour League in 1994.");
  EXPECT_EQ(text.substr(evidence.begin, evidence.end - evidence.begin),
            "K\xF6ln said that Testland joined the Harbour League in 1994.");
}

TEST_F(LoadTest, AnArticleBeyondTheLimitIsAnError) {
  LoadOptions options;
  options.limits.document = 100;
  EXPECT_THAT(failure(write("long.txt", std::string(101, 'x')), {}, options),
              HasSubstr("invalid-text: long.txt is longer than 100 bytes"));
}

// A gigabyte without a line end, for which a sparse file does: it is passed over without being held.
TEST_F(LoadTest, ALineOfAGigabyteIsAProblemAndTheRestGoesOn) {
  const std::string path = write("huge.csv", "country,of\nA,B\nC,");
  std::filesystem::resize_file(path, 1ULL << 30);
  std::ofstream(path, std::ios::binary | std::ios::app) << "\nE,F\n";
  LoadOptions options;
  options.source_id = "huge";  // no need to read it twice
  const Collected loaded = load(path, Format::Table, options);
  EXPECT_THAT(loaded.claims, SizeIs(2));
  ASSERT_THAT(loaded.problems, SizeIs(1));
  EXPECT_EQ(loaded.problems[0].line, 3U);
  EXPECT_EQ(loaded.problems[0].message, "a line of more than 16777216 bytes");
}

TEST_F(LoadTest, ProgressCountsBytesUpToTheTotal) {
  std::string rows(table);
  while (rows.size() < 1'000'000) rows += "Uzbekistan,CSTO,2006\n";
  std::vector<std::uint64_t> seen;
  LoadOptions options;
  options.progress = [&](std::uint64_t done, std::uint64_t total) {
    EXPECT_EQ(total, rows.size());
    seen.push_back(done);
  };
  EXPECT_THAT(load(write("a", rows), {}, options).problems, IsEmpty());
  EXPECT_GT(seen.size(), 2U);
  EXPECT_TRUE(std::is_sorted(seen.begin(), seen.end()));
  EXPECT_EQ(seen.back(), rows.size());
}

TEST_F(LoadTest, APipeGivesTheSameClaimsAsAFile) {
  std::string rows(table);
  while (rows.size() < 600'000) rows += "Uzbekistan,CSTO,2006\n";
  const std::string path = write("piped.csv", rows);
  const Collected file = load(path);

  const std::string pipe = (folder_ / "piped").string();
  ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
  const pid_t child = ::fork();
  if (child == 0) {
    std::ofstream(pipe, std::ios::binary) << rows;
    ::_exit(0);
  }
  const Collected piped = load(pipe);
  ASSERT_EQ(piped.claims.size(), file.claims.size());
  for (std::size_t i = 0; i < file.claims.size(); ++i)
    ASSERT_EQ(id_of(piped.claims[i]), id_of(file.claims[i]));
}

}  // namespace
}  // namespace entente
