#pragma once
// Many inputs and documents, on all cores, their findings in the order of the input.
//
//   read_documents({"a.txt", "crawl.jsonl", "-"}, reader, {.jobs = 4}, {}, [](Findings& f) { … });

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "graph/error.hpp"
#include "loaders/article.hpp"
#include "loaders/detect.hpp"

namespace entente {

/// What was read from one document: an article, a line of documents, or a whole file of claims.
struct Findings : ClaimSink {
  std::vector<Source> sources;
  std::vector<Claim> claims;
  std::vector<Diagnostic> problems;
  LoadReport report;
  std::optional<Error> failure;  ///< an input that could not be read at all
  bool of_many = false;          ///< the input was JSON lines of documents
  std::string rendered;          ///< for the caller: see `prepare`

  void source(const Source& source) override { sources.push_back(source); }
  void claim(const Claim& claim) override { claims.push_back(claim); }
  void problem(const Diagnostic& problem) override { problems.push_back(problem); }
};

struct DocumentsOptions {
  LoadOptions load;              ///< for every document; `progress` is only called from this thread
  std::optional<Format> format;  ///< of every input; absent: found from the content
  std::size_t jobs = 0;          ///< threads; 0: as many as the machine runs at once
};

/// Reads the inputs, files or `-`, one document after the other. `prepare` is called with each document's
/// findings on the thread that read it, several at once; then `take`, one at a time, in the order of the
/// documents, as soon as those before it are done. The number of jobs changes no findings and no order.
///
/// Memory: the documents in flight, four for each job, with their findings; a line of documents and an
/// article are held whole, up to load.limits.document. Without `load.strict` an input that cannot be read is
/// a failure among the findings; with it the first bad line or input is thrown as Error, after what came
/// before it was taken. Throws what `prepare` and `take` throw.
void read_documents(const std::vector<std::string>& inputs, const ArticleReader& articles,
                    const DocumentsOptions& options, const std::function<void(Findings&)>& prepare,
                    const std::function<void(Findings&)>& take);

}  // namespace entente
