// Any bytes, read as an article: nothing breaks, the evidence lies inside the text, and in plain text it is
// exactly the bytes that it points at, as UTF-8.

#include <cstdint>
#include <string>
#include <string_view>

#include "data/bundled.hpp"
#include "graph/date.hpp"
#include "loaders/article.hpp"
#include "loaders/article/html.hpp"
#include "loaders/article_trace.hpp"
#include "loaders/registry.hpp"
#include "loaders/utf8.hpp"
#include "tests/fuzz/require.hpp"

namespace {

using entente::require;

struct Checking : entente::ClaimSink {
  std::string_view text;
  bool html = false;
  std::uint64_t sources = 0;
  void source(const entente::Source&) override { ++sources; }
  void claim(const entente::Claim& claim) override {
    require(sources == 1 && !claim.subject.empty());
    const auto& e = claim.evidence;
    require(e.begin < e.end && e.end <= text.size() && !e.rule.empty());
    if (!html) require(e.text == entente::well_formed(text.substr(e.begin, e.end - e.begin)));
    if (claim.when) require(entente::try_parse_edtf(to_string(*claim.when)) == claim.when);
  }
  void problem(const entente::Diagnostic&) override {}
};

const entente::ArticleReader& reader() {
  static const entente::ArticleReader made = [] {
    const std::string_view files[] = {entente::bundled_file("states.json"),
                                      entente::bundled_file("bodies.json")};
    static const entente::Registry registry = entente::Registry::read(files);
    return entente::ArticleReader(registry.names());
  }();
  return made;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  Checking sink;
  sink.text = text;
  sink.html = entente::detail::looks_like_html(text);
  entente::LoadOptions options;
  options.source_id = "fuzz";
  entente::ArticleTrace trace;
  reader().load(text, options, sink, &trace);
  for (const auto& fact : trace.facts)
    require(fact.trigger.begin < fact.trigger.end && fact.trigger.end <= trace.text.size());
  for (const auto& rejection : trace.rejections)
    require(rejection.trigger.begin < rejection.trigger.end && rejection.trigger.end <= trace.text.size());
  return 0;
}
