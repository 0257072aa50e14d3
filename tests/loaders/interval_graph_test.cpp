#include "loaders/interval_graph.hpp"

#include <gmock/gmock.h>

#include <map>

#include "tests/loaders/collected.hpp"
#include "tests/loaders/datasets.hpp"

namespace entente {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::SizeIs;

const IntervalGraphNames some_names{
    {{"1", "Q265"}, {"2", "Q318693"}, {"3", "<Lionel_Messi>"}, {"4", "???"}},
    {{"0", "P463"}, {"1", "P6"}, {"2", "<isAffiliatedTo>"}, {"3", "P166"}, {"4", "P1365"}}};

Loaded load_text(std::string_view text, const IntervalGraphNames& names = some_names,
                 const LoadOptions& options = {}) {
  const auto load = [&names](Input& input, const LoadOptions& said, ClaimSink& sink) {
    return load_interval_graph(input, names, said, sink);
  };
  const Loaded loaded = loaded_from(text, "train.txt", load, options);
  expect_sums(loaded);
  return loaded;
}

std::string said(std::string_view line) {
  const Loaded loaded = load_text(line);
  return loaded.claims.size() == 1 ? brief(loaded.claims[0]) : loaded.complaints();
}

TEST(IntervalGraph, DatesAndTheirMasks) {
  EXPECT_EQ(said("1\t0\t2\t2006-06-23\t2012-##-##"), "Q265 member member_of Q318693 2006-06-23/2012");
  EXPECT_EQ(said("1\t0\t2\t2006-06-##\t####-##-##"), "Q265 joined member_of Q318693 2006-06");
  EXPECT_EQ(said("1\t0\t2\t####-##-##\t2012-##-##"), "Q265 member member_of Q318693 /2012");
  EXPECT_EQ(said("1\t0\t2\t####-##-##\t####-##-##"), "Q265 member member_of Q318693");
  EXPECT_EQ(said("1\t0\t2\t19##-##-##\t195#-##-##"), "Q265 member member_of Q318693 19XX/195X");
  EXPECT_EQ(said("1\t0\t2\t-430-##-##\t97-##-##"), "Q265 member member_of Q318693 -0430/0097");
  EXPECT_EQ(said("1\t0\t2\t360-##-##\t####-##-##\r\n"), "Q265 joined member_of Q318693 0360");
  EXPECT_EQ(said("1\t0\t2\t2014-03-06"), "Q265 member member_of Q318693 2014-03-06");
}

TEST(IntervalGraph, RelationsAndNames) {
  EXPECT_EQ(said("3\t2\t2\t2006-##-##\t2007-##-##"),
            "Lionel Messi affiliated_with affiliated_with Q318693 2006/2007");
  EXPECT_EQ(said("1\t1\t3\t2006-##-##\t2007-##-##"),
            "Lionel Messi head_of_government_of head_of_government_of Q265 2006/2007");
  EXPECT_EQ(said("3\t3\t2\t2006-##-##\t2006-##-##"), "Lionel Messi awarded awarded Q318693 2006/2006");
  EXPECT_EQ(said("1\t4\t2\t2006-##-##\t####-##-##"), "Q265 succeeded successor_of Q318693 2006");
  EXPECT_EQ(said("John Kerry\tMake a visit\tChina\t2014-11-04"),
            "John Kerry make_a_visit make_a_visit China 2014-11-04");
  const Claim claim = load_text("1\t0\t2\t2006-##-##\t####-##-##").claims.at(0);
  EXPECT_EQ(claim.subject.id, "wikidata:Q265");
  EXPECT_EQ(claim.evidence.text, "1\t0\t2\t2006-##-##\t####-##-##");
  EXPECT_EQ(claim.evidence.rule, "interval-graph:P463");
}

TEST(IntervalGraph, BadLinesAreSkippedAlone) {
  constexpr std::string_view text =
      "\xEF\xBB\xBF"
      "1\t0\t2\t2006-##-##\t2007-##-##\n"
      "1\t0\t2\t307-13047-09\t978-##-##\n1\t0\t2\t2006-13-##\t2007-##-##\n1\t0\t2\t2006-##-##\t2005-##-##\n"
      "1\t0\t2\n9\t0\t2\t2006-##-##\t2007-##-##\n4\t0\t2\t2006-##-##\t2007-##-##\n\xFF\t0\t2\t2006-##-##"
      "\t2007-#"
      "#-##\n"
      "1\t0\t2\t2006-##-##\t2007-##-##";
  const Loaded loaded = load_text(text);
  EXPECT_THAT(loaded.claims, SizeIs(2));
  EXPECT_THAT(loaded.report.skipped_for,
              ElementsAre(std::pair{"a date that is none", 2U}, std::pair{"a line of other fields", 1U},
                          std::pair{"a name that is none", 1U}, std::pair{"a number without a name", 1U},
                          std::pair{"an end before its start", 1U}, std::pair{"not UTF-8", 1U}));
  EXPECT_THAT(loaded.complaints(), HasSubstr("train.txt:2: \"307-13047-09\" is no date"));
  LoadOptions strict;
  strict.strict = true;
  EXPECT_THROW(load_text(text, some_names, strict), Error);
}

TEST(IntervalGraph, NumbersNeedADictionary) {
  try {
    load_text("1\t0\t2\t2006-##-##\t2007-##-##", {});
    FAIL();
  } catch (const Error& error) {
    EXPECT_STREQ(error.what(),
                 "train.txt has numbers for names, and there is no entity2id.txt beside it that says which");
  }
}

TEST(IntervalGraph, IsKnownByItsFirstLine) {
  EXPECT_TRUE(is_interval_graph("1\t0\t2\t2006-##-##\t2007-##-##\nx", "a"));
  EXPECT_TRUE(is_interval_graph("\xEF\xBB\xBFJapan\tMake a visit\tThailand\t2014-09-22\r\n", "a"));
  EXPECT_TRUE(is_interval_graph("Q1\t0\n", "entity2id.txt"));
  EXPECT_FALSE(is_interval_graph("Q1\t0\n", "a.tsv"));
  EXPECT_FALSE(is_interval_graph("country\torganisation\trole\tstart\tend\n", "a.tsv"));
}

struct GraphCase {
  std::string folder;
  std::uint64_t read, used, dictionary, bad_dates, inverted;
};
class IntervalGraphs : public testing::TestWithParam<GraphCase> {};

TEST_P(IntervalGraphs, EveryLineIsAccountedFor) {
  const GraphCase& expected = GetParam();
  const auto folder = dataset("temporal_kg/" + expected.folder);
  ENTENTE_NEEDS_DATASET(folder);
  const IntervalGraphNames names = read_interval_graph_names(folder.string());
  LoadReport total;
  std::map<std::string, std::size_t> relations;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    Loaded loaded;
    Input input = Input::open(entry.path().string());
    EXPECT_TRUE(is_interval_graph(input.beginning(), input.name())) << entry.path();
    loaded.report = load_interval_graph(input, names, {}, loaded);
    expect_sums(loaded);
    add(total, loaded.report);
    for (const Claim& claim : loaded.claims) ++relations[claim.evidence.rule];
  }
  EXPECT_EQ(total.read, expected.read);
  EXPECT_EQ(total.used, expected.used);
  EXPECT_EQ(total.claims, expected.used);
  EXPECT_EQ(sum_of(total.passed_over), expected.dictionary);
  EXPECT_EQ(total.skipped_for["a date that is none"], expected.bad_dates);
  EXPECT_EQ(total.skipped_for["an end before its start"], expected.inverted);
  EXPECT_EQ(total.skipped, expected.bad_dates + expected.inverted);
  if (expected.folder == "wikidata12k") {
    EXPECT_EQ(relations["interval-graph:P463"], 792U);
    EXPECT_EQ(relations["interval-graph:P102"], 142U);
  }
}

INSTANTIATE_TEST_SUITE_P(Collection, IntervalGraphs,
                         testing::Values(GraphCase{"wikidata12k", 40621 + 12554 + 24, 40611, 12554 + 24, 0,
                                                   10},
                                         GraphCase{"yago11k", 20509 + 10623 + 10, 20437, 10623 + 10, 2, 70},
                                         GraphCase{"icews14_partial", 8941 + 8963, 8941 + 8963, 0, 0, 0}));

}  // namespace
}  // namespace entente
