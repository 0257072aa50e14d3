#include "loaders/load.hpp"

#include "loaders/claims_json.hpp"
#include "loaders/facts_csv.hpp"
#include "loaders/utf8.hpp"

namespace entente {

LoadReport load_file(const std::string& path, std::optional<Format> format, const ArticleReader& articles,
                     const LoadOptions& options, ClaimSink& sink) {
  Input input = Input::open(path);
  return load(input, format, articles, options, sink);
}

LoadReport load(Input& input, std::optional<Format> format, const ArticleReader& articles,
                const LoadOptions& options, ClaimSink& sink) {
  if (!format && !options.columns.empty()) format = Format::Table;
  switch (detect_format(input, format)) {
    case Format::Claims:
      return load_claims_json(input, options, sink);
    case Format::Lines:
      return load_claims_lines(input, options, sink);
    case Format::Table:
      return load_facts_csv(input, options, sink);
    case Format::Html:
    case Format::Text:
      break;
  }
  input.on_progress(options.progress);
  const std::string text = input.rest(options.limits.document);
  if (const auto problem = utf8_problem(text, input.name())) {
    throw Error(problem->code, problem->to_string());
  }
  return articles.load(text, options, sink);
}

}  // namespace entente
