#include "loaders/article/label.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <utility>

#include "data/bundled.hpp"
#include "graph/error.hpp"

namespace entente::detail {
namespace {

constexpr std::size_t longest_label = 5;  // words

constexpr std::array<std::pair<std::string_view, Listed>, 12> captions = {
    {{"unrelated", Listed::Unrelated},
     {"candidates", Listed::Candidates},
     {"observers", Listed::Observers},
     {"suspended", Listed::Suspended},
     {"departures", Listed::Departures},
     {"left", Listed::Left},
     {"partners", Listed::Partners},
     {"founders", Listed::Founders},
     {"signatories", Listed::Signatories},
     {"arrivals", Listed::Arrivals},
     {"joined", Listed::Joined},
     {"members", Listed::Members}}};

constexpr std::array<std::pair<std::string_view, Field>, 17> fields = {{{"name", Field::Name},
                                                                        {"joined", Field::Joined},
                                                                        {"left", Field::Left},
                                                                        {"expelled", Field::Expelled},
                                                                        {"suspended", Field::Suspended},
                                                                        {"reinstated", Field::Reinstated},
                                                                        {"signed", Field::Signed},
                                                                        {"ratified", Field::Ratified},
                                                                        {"in_force", Field::InForce},
                                                                        {"period", Field::Period},
                                                                        {"founded", Field::Founded},
                                                                        {"dissolved", Field::Dissolved},
                                                                        {"observer", Field::Observer},
                                                                        {"partner", Field::Partner},
                                                                        {"candidate", Field::Candidate},
                                                                        {"region", Field::Region},
                                                                        {"ignored", Field::Ignored}}};

template <typename Value, std::size_t size>
const Value* named(const std::array<std::pair<std::string_view, Value>, size>& list, std::string_view name) {
  for (const auto& [text, value] : list)
    if (text == name) return &value;
  return nullptr;
}

[[noreturn]] void malformed(std::string_view line) {
  throw Error(ErrorCode::InvalidArgument, "labels: malformed line: " + std::string(line));
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  while (!text.empty()) {
    const auto end = std::min(text.find(' '), text.size());
    if (end > 0) words.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

}  // namespace

struct Labels::Tables {
  std::unordered_map<std::string, Listed> captions;
  std::unordered_map<std::string, Field> marks;
  std::unordered_map<std::string, Field> fields;    // words with underscores between them
  std::unordered_map<std::string, Field> headings;  // the same
};

Labels::Labels(std::string_view file) {
  auto made = std::make_unique<Tables>();
  while (!file.empty()) {
    const auto end = std::min(file.find('\n'), file.size());
    const auto line = file.substr(0, end);
    file.remove_prefix(std::min(end + 1, file.size()));
    if (line.empty() || line[0] == '#') continue;
    const auto blank = line.find(' ');
    const auto colon = line.find(':');
    if (blank == std::string_view::npos || colon == std::string_view::npos || colon < blank) malformed(line);
    const auto kind = line.substr(0, blank);
    const auto name = line.substr(blank + 1, colon - blank - 1);
    for (const auto phrase : words_of(line.substr(colon + 1))) {
      if (kind == "caption") {
        const Listed* listed = named(captions, name);
        if (listed == nullptr) malformed(line);
        made->captions.emplace(phrase, *listed);
        continue;
      }
      const Field* field = named(fields, name);
      if (field == nullptr) malformed(line);
      if (kind == "mark")
        made->marks.emplace(phrase, *field);
      else if (kind == "field")
        made->fields.emplace(phrase, *field);
      else if (kind == "heading")
        made->headings.emplace(phrase, *field);
      else
        malformed(line);
    }
  }
  tables_ = std::move(made);
}

Labels::~Labels() = default;

Listed Labels::caption(std::string_view lower) const noexcept {
  const auto found = tables_->captions.find(std::string(lower));
  return found == tables_->captions.end() ? Listed::Nothing : found->second;
}

Field Labels::mark(std::string_view lower) const noexcept {
  const auto found = tables_->marks.find(std::string(lower));
  return found == tables_->marks.end() ? Field::None : found->second;
}

Field Labels::field(const std::vector<Token>& tokens, std::size_t first, std::size_t& length) const {
  length = 0;
  Field best = Field::None;
  std::string key;
  for (std::size_t i = first; i < tokens.size() && i < first + longest_label; ++i) {
    if (tokens[i].kind != TokenKind::Word) break;
    if (i > first) key += '_';
    key += tokens[i].lower;
    if (const auto found = tables_->fields.find(key); found != tables_->fields.end()) {
      best = found->second;
      length = i + 1 - first;
    }
  }
  return best;
}

Field Labels::heading(const std::vector<Token>& tokens) const {
  if (tokens.empty() || tokens.size() > 3) return Field::None;
  std::string key;
  for (const Token& t : tokens) {
    if (t.kind != TokenKind::Word) break;
    if (!key.empty()) key += '_';
    key += t.lower;
  }
  const auto found = tables_->headings.find(key);
  return found == tables_->headings.end() ? Field::None : found->second;
}

const Labels& bundled_labels() {
  static const Labels labels(bundled_file("lexicon/labels.txt"));
  return labels;
}

}  // namespace entente::detail
