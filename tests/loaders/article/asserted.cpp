#include "tests/loaders/article/asserted.hpp"

#include "data/bundled.hpp"
#include "loaders/article.hpp"
#include "loaders/registry.hpp"
#include "tests/loaders/collected.hpp"

namespace entente {

std::vector<std::string> asserted(std::string_view text, const LoadOptions& options) {
  static const std::string_view files[] = {bundled_file("states.json"), bundled_file("bodies.json")};
  static const Registry registry = Registry::read(files);
  static const ArticleReader reader(registry.names());
  Collected sink;
  reader.load(text, options, sink);
  std::vector<std::string> out;
  for (const Claim& c : sink.claims) {
    if (c.certainty != Certainty::Stated && c.certainty != Certainty::Inferred) continue;
    std::string line = c.subject.name + " " + event_name(c.event, c.relation);
    if (!c.object.name.empty()) line += " " + c.object.name;
    if (c.when) line += " " + to_string(*c.when);
    out.push_back(line);
  }
  return out;
}

}  // namespace entente
