#pragma once
// A sink that keeps everything, for tests, and what a loader makes of a text.

#include <gtest/gtest.h>

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "loaders/input.hpp"
#include "loaders/loader.hpp"

namespace entente {

/// `Uzbekistan joined member_of CSTO 2006`: what a claim says, for comparing at a glance.
inline std::string brief(const Claim& claim) {
  std::string text =
      claim.subject.shown() + ' ' + event_name(claim.event, claim.relation) + ' ' + claim.relation.label;
  if (!claim.object.empty()) text += ' ' + claim.object.shown();
  if (claim.when) text += ' ' + to_string(*claim.when);
  return text;
}

struct Collected : ClaimSink {
  void source(const Source& source) override { sources.push_back(source); }
  void claim(const Claim& claim) override { claims.push_back(claim); }
  void problem(const Diagnostic& problem) override { problems.push_back(problem); }

  /// The problems as a person sees them, a line each.
  [[nodiscard]] std::string complaints() const {
    std::string text;
    for (const Diagnostic& problem : problems) text += problem.to_string() + '\n';
    return text;
  }

  /// What the claims say, in order.
  [[nodiscard]] std::vector<std::string> briefs() const {
    std::vector<std::string> all;
    for (const Claim& claim : claims) all.push_back(brief(claim));
    return all;
  }

  std::vector<Source> sources;
  std::vector<Claim> claims;
  std::vector<Diagnostic> problems;
};

/// What a loader handed on, and its counts.
struct Loaded : Collected {
  LoadReport report;
};

/// Every row is accounted for, and every claim and problem was handed on.
inline void expect_sums(const Loaded& loaded) {
  const LoadReport& report = loaded.report;
  EXPECT_EQ(report.read, report.used + sum_of(report.passed_over) + report.skipped);
  EXPECT_EQ(report.skipped, sum_of(report.skipped_for));
  EXPECT_EQ(report.claims, loaded.claims.size());
  EXPECT_EQ(loaded.problems.size(), report.skipped + sum_of(report.warnings));
}

/// A loader with its options: `load_ftm`, or a call of one that wants more.
using LoaderCall = std::function<LoadReport(Input& input, const LoadOptions& options, ClaimSink& sink)>;

/// The text as a file of that name, loaded.
inline Loaded loaded_from(std::string_view text, const std::string& name, const LoaderCall& load,
                          const LoadOptions& options) {
  Loaded loaded;
  Input input = Input::of(text, name);
  loaded.report = load(input, options, loaded);
  return loaded;
}

/// `invalid-json: facts.json:1:1: …`: the Error that the work throws; empty where it throws none.
template <typename Work>
std::string failure_of(Work work) {
  try {
    work();
  } catch (const Error& error) {
    return std::string(name_of(error.code())) + ": " + error.what();
  }
  return "";
}

}  // namespace entente
