#include "loaders/load.hpp"

#include <filesystem>

#include "data/bundled.hpp"
#include "loaders/bundled_registry.hpp"
#include "loaders/claims_json.hpp"
#include "loaders/csv.hpp"
#include "loaders/documents.hpp"
#include "loaders/facts_csv.hpp"
#include "loaders/ftm.hpp"
#include "loaders/interval_graph.hpp"
#include "loaders/names_csv.hpp"
#include "loaders/popolo.hpp"
#include "loaders/table.hpp"
#include "loaders/utf8.hpp"
#include "loaders/wikidata_json.hpp"

namespace entente {

namespace {

/// The bundled mapping for a table whose header says what it is.
std::optional<TableMapping> mapping_of(Input& input) {
  const std::string_view text = without_bom(input.beginning());
  const auto header = csv_cells(text.substr(0, text.find_first_of("\r\n")), csv_separator(text));
  return header ? TableMapping::detect(*header) : std::nullopt;
}

}  // namespace

LoadReport load_file(const std::string& path, std::optional<Format> format, const ArticleReader& articles,
                     const LoadOptions& options, ClaimSink& sink) {
  Input input = Input::open(path);
  LoadOptions with_folder = options;
  if (path != "-") with_folder.folder = std::filesystem::path(path).parent_path().string();
  return load(input, format, articles, with_folder, sink);
}

LoadReport load(Input& input, std::optional<Format> format, const ArticleReader& articles,
                const LoadOptions& options, ClaimSink& sink) {
  if (options.mapping) {
    static_cast<void>(detect_format(input, Format::Table));  // unless it is a file that no loader reads
    return load_table(input, *options.mapping, options, sink);
  }
  if (!format && options.columns.empty()) {
    if (const auto mapping = mapping_of(input)) return load_table(input, *mapping, options, sink);
  }
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

namespace {

/// Of the bundled files, those that are facts, and not tables and words for the loaders.
bool is_facts(const BundledFile& file) {
  return file.path == "states.json" || file.path == "bodies.json" || file.path.starts_with("memberships/") ||
         file.path.starts_with("articles/");
}

}  // namespace

LoadReport load_bundled(ClaimSink& sink) {
  LoadReport total;
  for (const BundledFile& file : bundled_files()) {
    if (!is_facts(file)) continue;
    Input input = Input::of(file.content, std::string(file.path));
    add(total, load(input, std::nullopt, article_reader(), {}, sink));
  }
  return total;
}

}  // namespace entente
