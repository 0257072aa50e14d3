#include "loaders/documents.hpp"

#include <gmock/gmock.h>

#include "loaders/load.hpp"
#include "tests/loaders/collected.hpp"

namespace entente {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::SizeIs;

std::variant<DocumentLine, Diagnostic> read(std::string_view line) {
  return read_document_line(line, "d.jsonl", 7, {});
}
DocumentLine document(std::string_view line) {
  const auto result = read(line);
  if (const auto* problem = std::get_if<Diagnostic>(&result)) ADD_FAILURE() << problem->to_string();
  return std::holds_alternative<DocumentLine>(result) ? std::get<DocumentLine>(result) : DocumentLine{};
}
std::string complaint(std::string_view line) {
  const auto result = read(line);
  const auto* problem = std::get_if<Diagnostic>(&result);
  return problem == nullptr ? "" : problem->to_string();
}

Collected load_text(std::string_view text, const LoadOptions& options = {}, LoadReport* report = nullptr) {
  Input input = Input::of(text, "d.jsonl");
  Collected collected;
  const LoadReport read = load(input, {}, ArticleReader(NameIndex({})), options, collected);
  if (report != nullptr) *report = read;
  return collected;
}

constexpr std::string_view joined = R"("text":"Testland joined the Harbour League in 1994."})";

TEST(DocumentLine, SaysWhereTheArticleIsFrom) {
  const DocumentLine read =
      document(R"({"id":"a-1","title":"T","date":"2004-05","url":"https://x","text":"Ö\n","more":[{}]})");
  EXPECT_EQ(read.id, "a-1");
  EXPECT_EQ(read.title, "T");
  EXPECT_EQ(read.url, "https://x");
  EXPECT_EQ(read.published, Date::parse("2004-05"));
  EXPECT_EQ(read.text, "Ö\n");
  EXPECT_EQ(read.markup, Markup::Detect);
}

TEST(DocumentLine, TakesDatesAsCorporaWriteThem) {
  const auto date = [](const std::string& written) {
    const auto read = document(R"({"text":"","date":")" + written + "\"}").published;
    return read ? read->text() : "";
  };
  EXPECT_EQ(date("2004-05-01"), "2004-05-01");
  EXPECT_EQ(date("2004-05-01T10:30:00Z"), "2004-05-01");
  EXPECT_EQ(date("2004-05-01 10:30"), "2004-05-01");
  EXPECT_EQ(date("May 1, 2004"), "2004-05-01");
  EXPECT_EQ(date(""), "");
  EXPECT_EQ(document(R"({"text":"","date":null})").published, std::nullopt);
}

TEST(DocumentLine, MayHaveANumberForAnIdAndHtmlForAText) {
  const DocumentLine read = document(R"({"id":17,"html":"no tag at all"})");
  EXPECT_EQ(read.id, "17");
  EXPECT_EQ(read.markup, Markup::Html);
}

TEST(DocumentLine, ThatCannotBeTakenSaysWhy) {
  EXPECT_EQ(complaint(R"({"id":1})"), "d.jsonl:7:1: a document needs its \"text\" or its \"html\"");
  EXPECT_EQ(complaint(R"({"text":5})"), "d.jsonl:7:9: \"text\" must be a text in quotation marks: \"5\"");
  EXPECT_THAT(complaint(R"({"text":"","date":"soon"})"), HasSubstr("d.jsonl:7:19: \"date\" is no date"));
  EXPECT_THAT(complaint("[]"), HasSubstr("must be an object"));
  EXPECT_THAT(complaint("{\"text\":\"cut"), HasSubstr("d.jsonl:7:13: the file ends"));
  EXPECT_THAT(complaint("{\"text\":\"K\xF6ln\"}"), HasSubstr("is not UTF-8"));
}

TEST(Documents, AreKnownByTheirFirstLine) {
  const auto detect = [](std::string_view text) {
    Input input = Input::of(text, "file");
    return detect_format(input);
  };
  EXPECT_EQ(detect(R"({"text":"x"})"), Format::Documents);
  EXPECT_EQ(detect("\xEF\xBB\xBF{\"id\": 1, \"html\" : \"x\"}\n"), Format::Documents);
  EXPECT_EQ(detect("{\"text\":\"" + std::string(1 << 20, 'x') + "\"}"), Format::Documents)
      << "longer than a piece";
  EXPECT_EQ(detect("{\"text\":\"broken\n{\"text\":\"x\"}\n"), Format::Documents);
  EXPECT_EQ(detect(R"({"subject":"A","event":"left","object":"B","evidence":{"source":"s","text":"x"}})"),
            Format::Lines);
  EXPECT_EQ(detect("{\"format\":\"entente-claims\"}\n{\"subject\":\"A\"}"), Format::Lines);
  EXPECT_EQ(detect("{\"claims\":[],\"text\":\"x\"}"), Format::Claims);
  for (const char* of_others : {"{\n\"text\":\"x\"}", "{\"meta\":{\"text\":\"x\"}}"}) {
    EXPECT_THAT(failure_of([&] { detect(of_others); }),
                HasSubstr("is JSON, but neither claims nor another form"));
  }
}

TEST(Documents, BecomeSourcesOfTheirClaims) {
  LoadReport report;
  const Collected loaded = load_text("{\"id\":\"one\",\"date\":\"1999\"," + std::string(joined) + "\n\n{" +
                                         std::string(joined) + "\n{\"id\":3}\n",
                                     {}, &report);
  ASSERT_THAT(loaded.sources, SizeIs(2));
  EXPECT_EQ(loaded.sources[0].id.value, "one");
  EXPECT_EQ(loaded.sources[0].published, Date::parse("1999"));
  EXPECT_THAT(loaded.sources[1].id.value, testing::StartsWith("article-"));
  EXPECT_THAT(loaded.claims, SizeIs(2));
  EXPECT_EQ(loaded.complaints(), "d.jsonl:4:1: a document needs its \"text\" or its \"html\"\n");
  EXPECT_EQ(report.read, 3U);
  EXPECT_EQ(report.claims, 2U);
  EXPECT_EQ(report.skipped, 1U);
}

TEST(Documents, LetOptionsWinOverTheirMetadataAndMetadataOverTheText) {
  const std::string text =
      R"({"id":"a","date":"2010-05-03","text":"BRUSSELS, 3 April 2014 – Testland joined the Harbour League last year."})";
  EXPECT_EQ(load_text(text).sources.at(0).published, Date::parse("2010-05-03"));
  EXPECT_EQ(brief(load_text(text).claims.at(0)), "Testland joined member_of Harbour League 2009");
  LoadOptions options;
  options.published = Date::parse("2001");
  options.title = "Mine";
  EXPECT_EQ(load_text(text, options).sources.at(0).published, Date::parse("2001"));
  EXPECT_EQ(load_text(text, options).sources.at(0).title, "Mine");
}

TEST(Documents, StopAtTheFirstBadLineWhenStrict) {
  LoadOptions options;
  options.strict = true;
  EXPECT_THROW(load_text("{" + std::string(joined) + "\n{\"id\":3}\n", options), Error);
  LoadOptions named;
  named.source_id = "all";
  EXPECT_THROW(load_text("{" + std::string(joined), named), Error);
}

TEST(Documents, BeyondTheLimitAreAProblem) {
  LoadOptions options;
  options.limits.document = 200;
  const Collected loaded =
      load_text("{\"text\":\"" + std::string(300, 'x') + "\"}\n{" + std::string(joined), options);
  EXPECT_EQ(loaded.problems.at(0).message, "a line of more than 200 bytes");
  EXPECT_THAT(loaded.claims, SizeIs(1));
}

}  // namespace
}  // namespace entente
