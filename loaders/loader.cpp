#include "loaders/loader.hpp"

#include "graph/names.hpp"

namespace entente {

void skip_row(const Diagnostic& problem, const LoadOptions& options, ClaimSink& sink, LoadReport& report) {
  if (options.strict) throw Error(problem.code, problem.to_string());
  ++report.skipped;
  sink.problem(problem);
}

bool is_nameless(std::string_view text) {
  // Most names begin with a letter of ASCII; only the others are worth folding.
  const char first = text.empty() ? '?' : text.front();
  if ((first >= 'A' && first <= 'Z') || (first >= 'a' && first <= 'z')) return false;
  return fold_name(text).empty();
}

std::string excerpt_of(std::string_view text, std::size_t limit) {
  std::size_t end = text.find_first_of("\r\n");
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
