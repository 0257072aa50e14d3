#include "tests/loaders/article/asserted.hpp"

#include "data/bundled.hpp"
#include "loaders/registry.hpp"

namespace entente {

const ArticleReader& bundled_reader() {
  static const std::string_view files[] = {bundled_file("states.json"), bundled_file("bodies.json")};
  static const Registry registry = Registry::read(files);
  static const ArticleReader reader(registry.names());
  return reader;
}

Collected collect(std::string_view text, const LoadOptions& options) {
  Collected sink;
  bundled_reader().load(text, options, sink);
  return sink;
}

std::vector<std::string> asserted(std::string_view text, const LoadOptions& options) {
  std::vector<std::string> out;
  for (const Claim& c : collect(text, options).claims) {
    if (c.certainty != Certainty::Stated && c.certainty != Certainty::Inferred) continue;
    std::string line = c.subject.name + " " + event_name(c.event, c.relation);
    if (!c.object.name.empty()) line += " " + c.object.name;
    if (c.when) line += " " + to_string(*c.when);
    out.push_back(line);
  }
  return out;
}

}  // namespace entente
