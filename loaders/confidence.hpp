#pragma once
// How often a claim like this one, read from prose, is right.
//
//   confidence_of(claim)   // 0.87: of a hundred such claims 87 were right on texts that no rule was written
//   from
//
// Confidence is no part of a claim: a claim is what a source says and is addressed by its content, while this
// is what one version of the program knows of its own rules. So it is worked out from the claim whenever it
// is wanted, also of claims that were stored long ago: from the rule in its evidence, and from what the claim
// and its sentence show. docs/article-reader.md says how it was measured.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/claim.hpp"

namespace entente {

/// What is known of a claim that the article reader read: its family of rules first (`family_verb`), then,
/// where it is so, `undated`, `subject_referred` and `object_referred` (its sentence does not have the name)
/// and `subject_unknown` and `object_unknown` (the registry does not). Empty for a claim that was not read
/// from prose or asserts nothing. O(length of the sentence).
[[nodiscard]] std::vector<std::string> confidence_features(const Claim& claim);

/// The family of a rule of the article reader, as tests/corpus/ablation.py counts them: `verb`, `gapped` …
[[nodiscard]] std::string_view rule_family(const Claim& claim);

/// Between 0 and 1, in hundredths, by the weights of data/lexicon/confidence.txt; nothing where there are no
/// features.
[[nodiscard]] std::optional<double> confidence_of(const Claim& claim);

}  // namespace entente
