#include "loaders/confidence.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <functional>
#include <map>

#include "data/bundled.hpp"
#include "graph/error.hpp"

namespace entente {

namespace {

constexpr std::string_view prefix = "article/";

bool one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// A logistic model: what each feature adds to the logarithm of the odds.
using Weights = std::map<std::string, double, std::less<>>;

Weights parsed(std::string_view text) {
  Weights weights;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    if (line.empty() || line[0] == '#') continue;
    const std::size_t blank = line.find(' ');
    double weight = 0;
    const char* const end = line.data() + line.size();
    const auto read = std::from_chars(line.data() + std::min(blank + 1, line.size()), end, weight);
    if (blank == std::string_view::npos || read.ec != std::errc() || read.ptr != end) {
      throw Error(ErrorCode::InvalidArgument, "a malformed line of the weights: " + std::string(line));
    }
    weights.emplace(line.substr(0, blank), weight);
  }
  return weights;
}

const Weights& bundled_weights() {
  static const Weights weights = parsed(bundled_file("lexicon/confidence.txt"));
  return weights;
}

}  // namespace

std::string_view rule_family(const Claim& claim) {
  std::string_view rule = claim.evidence.rule;
  if (!rule.starts_with(prefix)) return {};
  rule.remove_prefix(prefix.size());
  if (rule.ends_with("-gapped") || rule.ends_with("-again") || rule == "do-so" || rule == "follow" ||
      rule == "replace-member" || rule == "place-taken")
    return "gapped";
  if (rule.ends_with("-noun") || rule == "takes-effect") return "noun";
  if (rule.ends_with("-for") || rule.ends_with("-from")) return "moved";
  if (one_of(rule, {"roster", "listing", "row", "apposition"})) return "list";
  if (one_of(rule, {"members-are", "members-include", "consists-of", "pact-between", "grew-to-include"}))
    return "members";
  if (rule.ends_with("-by") || one_of(rule, {"founders-are", "founding-member"})) return "founders";
  if (rule.starts_with("membership-") ||
      one_of(rule, {"is-member", "is-in", "become-member", "belong", "cease-member", "taken-as-member"}))
    return "state";
  switch (claim.event) {
    case Event::Founded:
    case Event::Dissolved:
    case Event::EnteredIntoForce:
    case Event::Succeeded:
    case Event::Renamed:
      return "body";
    case Event::Signed:
    case Event::Ratified:
      return "treaty";
    default:
      return "verb";
  }
}

std::vector<std::string> confidence_features(const Claim& claim) {
  const std::string_view family = rule_family(claim);
  const bool asserted = claim.certainty == Certainty::Stated || claim.certainty == Certainty::Inferred;
  if (family.empty() || !asserted) return {};
  std::vector<std::string> features{"family_" + std::string(family)};
  if (!claim.when) features.emplace_back("undated");
  const auto look_at = [&](const Mention& mention, const std::string& role) {
    if (mention.empty()) return;
    if (claim.evidence.text.find(mention.name) == std::string::npos) features.push_back(role + "_referred");
    if (mention.id.empty()) features.push_back(role + "_unknown");
  };
  look_at(claim.subject, "subject");
  look_at(claim.object, "object");
  return features;
}

std::optional<double> confidence_of(const Claim& claim) {
  const auto features = confidence_features(claim);
  if (features.empty()) return std::nullopt;
  const Weights& weights = bundled_weights();
  const auto weight = [&weights](std::string_view name) {
    const auto found = weights.find(name);
    return found == weights.end() ? 0.0 : found->second;
  };
  double odds = weight("base");
  for (const std::string& feature : features) odds += weight(feature);
  return std::round(100 / (1 + std::exp(-odds))) / 100;
}

}  // namespace entente
