#include "loaders/detect.hpp"

#include <gmock/gmock.h>

#include "graph/error.hpp"
#include "loaders/utf8.hpp"

namespace entente {
namespace {

using testing::HasSubstr;

std::string detect(std::string_view bytes, std::string name = "file") {
  Input input = Input::of(bytes, std::move(name));
  try {
    const std::string format = name_of(detect_format(input));
    EXPECT_EQ(input.rest(1 << 20), bytes) << "detection consumed something";
    return format;
  } catch (const Error& error) {
    return std::string(name_of(error.code())) + ": " + error.what();
  }
}

TEST(Detect, Json) {
  EXPECT_EQ(detect(R"({"format": "entente-claims", "version": 1})"), "claims");
  EXPECT_EQ(detect("\xEF\xBB\xBF\n { \"facts\": []}"), "claims");
  EXPECT_EQ(detect("{\n\"claims\": []}"), "claims");
  EXPECT_EQ(detect("[{}]"), "claims");
  EXPECT_EQ(detect("{\"subject\": \"A\", \"ev"), "claims");
  EXPECT_EQ(detect("{\"subject\": \"A\"}"), "jsonl");
  EXPECT_EQ(detect("{\"format\": \"entente-claims\"}\r\n{\"subject\": \"A\"}"), "jsonl");
  EXPECT_EQ(detect("{\"subject\": \"A\"}\n\n{broken"), "jsonl");
}

TEST(Detect, Tables) {
  EXPECT_EQ(detect("country,organisation,start,end\n"), "csv");
  EXPECT_EQ(detect("\xEF\xBB\xBFMember;Relation;Body\n"), "csv");
  EXPECT_EQ(detect("who\tof\tsince\n"), "csv");
  EXPECT_EQ(detect("Land,Bund\n", "bund.csv"), "csv");
  EXPECT_EQ(detect("Land,Bund\n", "bund.txt"), "text");
  EXPECT_EQ(detect("The state, a member of the organisation, left in 2012.\n"), "text");
}

TEST(Detect, DataOfOthers) {
  EXPECT_EQ(detect(R"({"type":"item","id":"Q1","labels":{},"claims":{"P31":[{"mainsnak":{}}]}})"),
            "wikidata");
  EXPECT_EQ(detect("[\n{\"type\":\"item\",\"aliases\":{},\"labels\":{},\"descriptions\":{}},\n"), "wikidata");
  EXPECT_EQ(detect("{\"entities\": {\"Q1\": {\"id\": \"Q1\", \"claims\": {\"P463\": [{\"mainsnak\": {"),
            "wikidata");
  EXPECT_EQ(detect("{\n  \"persons\": [\n    {\"id\": \"1\", \"name\": \"A\"}"), "popolo");
  EXPECT_EQ(detect(R"([{"id": "1", "person_id": ["p"], "organization_id": "o"}])"), "popolo");
  EXPECT_EQ(detect(R"({"id": "m", "schema": "Membership", "properties": {"member": ["a"]}})"), "ftm");
  EXPECT_EQ(detect("1\t2\t3\t1949-##-##\t####-##-##\n", "train.txt"), "interval-graph");
  EXPECT_EQ(detect("Q1\t0\n", "entity2id.txt"), "interval-graph");
  EXPECT_EQ(detect(R"({"format": "entente-claims", "claims": [{"subject": "\"mainsnak\""}]})"), "claims");
}

TEST(Detect, Articles) {
  EXPECT_EQ(detect("<!DOCTYPE html><title>x</title>"), "html");
  EXPECT_EQ(detect("\n<html lang=en>"), "html");
  EXPECT_EQ(detect("<?xml version=\"1.0\"?>\n<!DOCTYPE HTML>"), "html");
  EXPECT_EQ(detect("< 5 % of states left"), "text");
  EXPECT_EQ(detect("[Updated 5 May] Uzbekistan left the CSTO."), "text");
  EXPECT_EQ(detect("{unclear} Uzbekistan left the CSTO."), "text");
  EXPECT_EQ(detect("Uzbekistan left the CSTO."), "text");
}

TEST(Detect, FilesThatNoLoaderReadsSayWhatToDo) {
  EXPECT_EQ(detect(""), "unknown-format: file is empty; there is nothing to read");
  EXPECT_EQ(detect(" \n\t"), "unknown-format: file is empty; there is nothing to read");
  EXPECT_THAT(detect(std::string_view("SQLite format 3\0...", 19)), HasSubstr("entente merge"));
  EXPECT_THAT(detect("%PDF-1.7"), HasSubstr("pdftotext"));
  EXPECT_THAT(detect("PK\x03\x04..."), HasSubstr("unpack it"));
  EXPECT_THAT(detect("\xff\xfeU\0"), HasSubstr("invalid-text: file is UTF-16"));
  EXPECT_THAT(detect(std::string_view("\x7f"
                                      "ELF\0\0",
                                      6)),
              HasSubstr("file is no text"));
}

TEST(Detect, JsonOfOthersIsRefusedAsAWhole) {
  const std::string refused =
      "unknown-format: file is JSON, but neither claims nor another form that is known";
  EXPECT_THAT(detect("{\n \"Government\": {\"claims of \\\"x\\\"\": \"facts\"}}"), HasSubstr(refused));
  EXPECT_THAT(detect("[\n{\"title\": \"A\",\n\"labels\": []}\n]"), HasSubstr("--mapping FILE"));
  EXPECT_EQ(detect("{\"author\": \"A\", \"claims\": []}"), "claims");
  EXPECT_EQ(detect("{\n\"auth"), "claims");  // cut off: its loader says where
  EXPECT_EQ(detect("{}"), "claims");
}

TEST(Detect, EveryFormatHasANameThatIsRead) {
  for (const Format format :
       {Format::Claims, Format::Lines, Format::Table, Format::Html, Format::Wikidata, Format::Popolo,
        Format::Ftm, Format::IntervalGraph, Format::Text, Format::Documents}) {
    EXPECT_EQ(format_from(name_of(format)), format);
  }
  EXPECT_EQ(format_from("article"), Format::Text);
  EXPECT_EQ(format_from("docx"), std::nullopt);
}

TEST(Utf8, TheFirstBadByteIsFound) {
  EXPECT_EQ(first_invalid_utf8(""), std::nullopt);
  EXPECT_EQ(first_invalid_utf8("plain text, longer than eight bytes"), std::nullopt);
  EXPECT_EQ(first_invalid_utf8("é \u2028 \U0001F1FA \U0010FFFF Oʻzbekiston"), std::nullopt);
  EXPECT_EQ(first_invalid_utf8("K\xF6ln"), 1U);
  EXPECT_EQ(first_invalid_utf8("12345678\xC0\xAF"), 8U);              // overlong
  EXPECT_EQ(first_invalid_utf8("1234567\xED\xA0\x80"), 7U);           // a surrogate
  EXPECT_EQ(first_invalid_utf8("12345678901\xF4\x90\x80\x80"), 11U);  // beyond the last character
  EXPECT_EQ(first_invalid_utf8("12345678é\xE2\x80"), 10U);            // cut off
  EXPECT_EQ(utf8_problem("one\r\ntwo\rth\xFFree", "f")->to_string(),
            "f:3:3: byte 11 (0xFF) is not UTF-8; convert the file first (iconv -t UTF-8)");
}

}  // namespace
}  // namespace entente
