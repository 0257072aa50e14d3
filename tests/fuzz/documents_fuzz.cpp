// Any bytes, read as JSON lines of documents: nothing breaks, each line is read or a problem, and the
// evidence lies inside the text of its document.

#include <cstdint>
#include <string>
#include <string_view>

#include "loaders/article/html.hpp"
#include "loaders/documents.hpp"
#include "loaders/lines.hpp"
#include "tests/fuzz/require.hpp"

namespace {

using namespace entente;

const ArticleReader& reader() {
  static const ArticleReader made{NameIndex({})};
  return made;
}

struct Counting : ClaimSink {
  void source(const Source& source) override {
    ++sources;
    require(!source.id.value.empty());
  }
  void claim(const Claim& claim) override {
    ++claims;
    last = claim.evidence;
  }
  void problem(const Diagnostic& problem) override {
    ++problems;
    require(problem.line > 0 && problem.file == "fuzz.jsonl" && !problem.message.empty());
  }
  std::size_t sources = 0, claims = 0, problems = 0;
  Evidence last;
};

void read_one(std::string_view line) {
  const auto read = read_document_line(line, "fuzz.jsonl", 1, {});
  const auto* document = std::get_if<DocumentLine>(&read);
  if (document == nullptr) return;
  Counting sink;
  load_document(*document, reader(), {}, sink);
  require(sink.sources == 1);
  if (sink.claims == 0) return;
  require(sink.last.begin < sink.last.end && sink.last.end <= document->text.size());
  const bool html = document->markup == Markup::Html || detail::looks_like_html(document->text);
  if (!html)
    require(sink.last.text == document->text.substr(sink.last.begin, sink.last.end - sink.last.begin));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  LoadOptions low;
  low.limits.nesting = 8;
  low.limits.document = 4096;
  Input input = Input::of(text, "fuzz.jsonl");
  Counting sink;
  const LoadReport report = load_documents(input, reader(), low, sink);
  require(report.claims == sink.claims && report.skipped == sink.problems);
  require(report.read == sink.sources + sink.problems);
  Input again = Input::of(text, "fuzz.jsonl");
  Lines lines(again, 4096);
  while (lines.next()) read_one(lines.text());
  return 0;
}
