#pragma once
// What an import would make of an input, without a database: the first claims, for a person to look at.

#include <cstddef>
#include <string>
#include <vector>

#include "cli/arguments.hpp"
#include "loaders/loader.hpp"

namespace entente::cli {

class PreviewSink : public ClaimSink {
 public:
  void source(const Source& source) override;
  void claim(const Claim& claim) override;
  void problem(const Diagnostic& problem) override;

  /// The sources and the first claims of an input, those that tie two entities first, as a table on standard
  /// output.
  void print(const Common& common, const std::string& input) const;

 private:
  struct Line {
    std::string row, claim, when, note;
  };
  std::vector<Line> lines_;           ///< of the first claims that tie two entities
  std::vector<Line> descriptions_;    ///< of the first that describe one
  std::vector<SourceId> source_ids_;  ///< of the lines in `sources_`
  std::vector<std::string> sources_;
  std::size_t claims_ = 0, described_ = 0, problems_ = 0;
};

}  // namespace entente::cli
