#include "export/evidence_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <string_view>

namespace entente {

namespace {

constexpr std::size_t most_quotations = 3;
constexpr std::size_t quotation_length = 280;  // bytes
constexpr std::size_t title_length = 80;
constexpr std::size_t most_titles = 3;

std::string shortened(std::string_view text, std::size_t length) {
  if (text.size() <= length) return std::string(text);
  std::size_t end = length;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return std::string(text.substr(0, end)) + "…";
}

}  // namespace

const std::string& title_of(const Source& source) noexcept {
  return source.title.empty() ? source.id.value : source.title;
}

std::string quotation(const Proof& proof) {
  std::string text =
      fmt::format("“{}” ({}", shortened(proof.claim.evidence.text, quotation_length), title_of(proof.source));
  if (proof.source.published) text += ", " + proof.source.published->text();
  return text + ')';
}

std::string evidence_lines(const Tie& tie) {
  std::string text = fmt::format("{}: {}", tie.interval.to_string(), name_of(tie.status));
  if (!tie.disputes.empty()) text += ", disputed";
  for (std::size_t i = 0; i < tie.proofs.size() && i < most_quotations; ++i)
    text += '\n' + quotation(tie.proofs[i]);
  if (tie.proofs.size() > most_quotations)
    text += fmt::format("\nand {} more", tie.proofs.size() - most_quotations);
  return text;
}

std::string source_line(const std::vector<std::string>& titles) {
  if (titles.empty()) return {};
  std::string text = titles.size() == 1 ? "Source: " : "Sources: ";
  std::size_t shown = 0;
  for (const std::string& title : titles) {
    if (shown == most_titles) break;
    text += (shown++ == 0 ? "" : "; ") + shortened(title, title_length);
  }
  if (titles.size() > shown) text += fmt::format("; and {} more", titles.size() - shown);
  return text;
}

std::string source_line(std::span<const Tie> ties) {
  std::map<std::string, std::size_t> counts;
  for (const Tie& tie : ties) {
    std::set<std::string> once;
    for (const Proof& proof : tie.proofs) once.insert(title_of(proof.source));
    for (const std::string& title : once) ++counts[title];
  }
  std::vector<std::string> titles;
  for (const auto& [title, count] : counts) titles.push_back(title);
  std::stable_sort(titles.begin(), titles.end(),
                   [&](const std::string& a, const std::string& b) { return counts[a] > counts[b]; });
  return source_line(titles);
}

std::string url_of(const Tie& tie) {
  for (const Proof& proof : tie.proofs) {
    if (!proof.source.url.empty()) return proof.source.url;
  }
  return {};
}

}  // namespace entente
