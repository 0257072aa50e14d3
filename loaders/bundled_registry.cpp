#include "loaders/bundled_registry.hpp"

#include <array>

#include "data/bundled.hpp"

namespace entente {

const Registry& bundled_registry() {
  static const Registry registry =
      Registry::read(std::array{bundled_file("states.json"), bundled_file("bodies.json")});
  return registry;
}

const ArticleReader& article_reader() {
  static const ArticleReader reader(bundled_registry().names());
  return reader;
}

}  // namespace entente
