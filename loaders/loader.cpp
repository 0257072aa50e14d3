#include "loaders/loader.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>

#include "graph/names.hpp"

namespace entente {

namespace {

void count(Reasons& reasons, std::string_view reason, std::uint64_t times = 1) {
  const auto known = reasons.find(reason);
  if (known == reasons.end()) {
    reasons.emplace(reason, times);
  } else {
    known->second += times;
  }
}

}  // namespace

std::uint64_t sum_of(const Reasons& reasons) {
  std::uint64_t sum = 0;
  for (const auto& [reason, times] : reasons) sum += times;
  return sum;
}

void add(LoadReport& total, const LoadReport& part) {
  total.read += part.read;
  total.used += part.used;
  total.claims += part.claims;
  total.skipped += part.skipped;
  for (const auto& [reason, times] : part.skipped_for) count(total.skipped_for, reason, times);
  for (const auto& [reason, times] : part.passed_over) count(total.passed_over, reason, times);
  for (const auto& [reason, times] : part.warnings) count(total.warnings, reason, times);
}

void skip_row(const Diagnostic& problem, const LoadOptions& options, ClaimSink& sink, LoadReport& report,
              std::string_view reason) {
  if (options.strict) throw Error(problem.code, problem.to_string());
  ++report.skipped;
  count(report.skipped_for, reason.empty() ? name_of(problem.code) : reason);
  sink.problem(problem);
}

void warn_of_row(const Diagnostic& problem, std::string_view reason, ClaimSink& sink, LoadReport& report) {
  count(report.warnings, reason);
  sink.problem(problem);
}

void pass_over_row(std::string_view reason, LoadReport& report, std::uint64_t rows) {
  if (rows != 0) count(report.passed_over, reason, rows);
}

bool is_nameless(std::string_view text) {
  if (text.empty()) return true;
  // Most names begin with a letter; only the others are worth folding.
  const char first = text.front();
  if ((first >= 'A' && first <= 'Z') || (first >= 'a' && first <= 'z')) return false;
  UChar32 character = 0;
  std::int32_t at = 0;
  U8_NEXT(text.data(), at, static_cast<std::int32_t>(std::min<std::size_t>(text.size(), 4)), character);
  if (character >= 0x80 && u_isalpha(character) != 0) return false;
  return fold_name(text).empty();
}

std::string excerpt_of(std::string_view text, std::size_t limit) {
  std::size_t end = text.substr(0, limit + 1).find_first_of("\r\n");  // not farther: a line may be long
  if (end == std::string_view::npos) end = text.size();
  if (end > limit) {
    end = limit;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  }
  std::string excerpt(text.substr(0, end));
  if (end < text.size() && text.find_first_not_of("\r\n", end) != std::string_view::npos) excerpt += "…";
  return excerpt;
}

}  // namespace entente
