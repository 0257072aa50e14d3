#pragma once
// A sink that keeps everything, for tests.

#include <string>
#include <vector>

#include "loaders/loader.hpp"

namespace entente {

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

  std::vector<Source> sources;
  std::vector<Claim> claims;
  std::vector<Diagnostic> problems;
};

/// `Uzbekistan joined member_of CSTO 2006`: what a claim says, for comparing at a glance.
inline std::string brief(const Claim& claim) {
  const auto name = [](const Mention& mention) { return mention.name.empty() ? mention.id : mention.name; };
  std::string text =
      name(claim.subject) + ' ' + event_name(claim.event, claim.relation) + ' ' + claim.relation.label;
  if (!claim.object.empty()) text += ' ' + name(claim.object);
  if (claim.when) text += ' ' + to_string(*claim.when);
  return text;
}

}  // namespace entente
