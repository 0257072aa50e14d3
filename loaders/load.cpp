#include "loaders/load.hpp"

#include <filesystem>

#include "loaders/claims_json.hpp"
#include "loaders/documents.hpp"
#include "loaders/facts_csv.hpp"
#include "loaders/ftm.hpp"
#include "loaders/interval_graph.hpp"
#include "loaders/names_csv.hpp"
#include "loaders/popolo.hpp"
#include "loaders/utf8.hpp"
#include "loaders/wikidata_json.hpp"

namespace entente {

LoadReport load_file(const std::string& path, std::optional<Format> format, const ArticleReader& articles,
                     const LoadOptions& options, ClaimSink& sink) {
  Input input = Input::open(path);
  LoadOptions with_folder = options;
  if (path != "-") with_folder.folder = std::filesystem::path(path).parent_path().string();
  return load(input, format, articles, with_folder, sink);
}

LoadReport load(Input& input, std::optional<Format> format, const ArticleReader& articles,
                const LoadOptions& options, ClaimSink& sink) {
  if (!format && !options.columns.empty()) format = Format::Table;
  const Format found = detect_format(input, format);
  switch (found) {
    case Format::Claims:
      return load_claims_json(input, options, sink);
    case Format::Lines:
      return load_claims_lines(input, options, sink);
    case Format::Table:
      if (options.columns.empty() && is_names_table(input.beginning()))
        return load_names_csv(input, options, sink);
      return load_facts_csv(input, options, sink);
    case Format::Documents:
      return load_documents(input, articles, options, sink);
    case Format::Wikidata:
      return load_wikidata_json(input, options, sink);
    case Format::Popolo:
      return load_popolo(input, options, sink);
    case Format::Ftm:
      return load_ftm(input, options, sink);
    case Format::IntervalGraph:
      return load_interval_graph(input, read_interval_graph_names(options.folder), options, sink);
    case Format::Html:
    case Format::Text:
      break;
  }
  LoadOptions article = options;
  if (format) article.markup = found == Format::Html ? Markup::Html : Markup::Plain;
  input.on_progress(options.progress);
  const std::string text = input.rest(options.limits.document);
  const auto problem = utf8_problem(text, input.name());
  if (problem && options.strict) throw Error(problem->code, problem->to_string());
  LoadReport report = articles.load(text, article, sink);
  if (problem) skip_row(*problem, options, sink, report);  // the bytes are blanks to the reader
  return report;
}

}  // namespace entente
