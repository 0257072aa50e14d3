#include "loaders/json_documents.hpp"

#include <fmt/format.h>

#include <array>
#include <cstring>
#include <utility>

#include "graph/error.hpp"
#include "loaders/utf8.hpp"

namespace entente::detail {

namespace {

/// The bytes that mean something outside strings.
constexpr std::array<bool, 256> marks = [] {
  std::array<bool, 256> table{};
  for (const unsigned char c : {'"', '{', '}', '[', ']', '\n'}) table[c] = true;
  return table;
}();

}  // namespace

JsonDocuments::JsonDocuments(Input& input, const LoadLimits& limits, std::string wrapper)
    : input_(input), limits_(limits), wrapper_(std::move(wrapper)) {}

void JsonDocuments::open(char bracket) {
  if (depth_ == 0) level_ = bracket == '[' ? 1 : 0;
  if (collecting_ && level_ == 0 && depth_ == 1 && bracket == '{' && key_ == wrapper_) {
    collecting_ = false;  // what seemed to be the object is the wrapper of those that are wanted
    level_ = 2;
  } else if (!collecting_ && bracket == '{' && depth_ == level_) {
    collecting_ = began_ = true;
    object_line_ = line_;
  }
  ++depth_;
}

void JsonDocuments::close() {
  if (depth_ == 0) {
    const Diagnostic problem{
        ErrorCode::InvalidJson, input_.name(), line_, 0, "not JSON: a bracket closes nothing", ""};
    throw Error(problem.code, problem.to_string());
  }
  --depth_;
  if (collecting_ && depth_ == level_) {
    collecting_ = false;
    complete_ = true;
  }
  // Behind the wrapper nothing more is wanted, however deep it lies.
  if (level_ == 2 && depth_ == 1) level_ = ~std::size_t{0};
}

std::size_t JsonDocuments::scan_string(std::size_t at) {
  const std::size_t begin = at;
  const bool is_key = depth_ == 1 && level_ == 0;
  while (at < piece_.size()) {
    if (escaped_) {
      escaped_ = false;
      ++at;
      continue;
    }
    const void* const quote = std::memchr(piece_.data() + at, '"', piece_.size() - at);
    const std::size_t end = quote == nullptr
                                ? piece_.size()
                                : static_cast<std::size_t>(static_cast<const char*>(quote) - piece_.data());
    const void* const backslash = std::memchr(piece_.data() + at, '\\', end - at);
    if (backslash != nullptr) {
      at = static_cast<std::size_t>(static_cast<const char*>(backslash) - piece_.data()) + 1;
      escaped_ = true;
      continue;
    }
    if (is_key && key_.size() <= wrapper_.size()) key_ += piece_.substr(begin, end - begin);
    if (quote == nullptr) return piece_.size();
    in_string_ = false;
    return end + 1;
  }
  return at;
}

std::size_t JsonDocuments::scan(std::size_t at) {
  while (at < piece_.size() && !complete_) {
    if (in_string_) {
      at = scan_string(at);
      continue;
    }
    const char c = piece_[at];
    if (!marks[static_cast<unsigned char>(c)]) {
      ++at;
      continue;
    }
    ++at;
    if (c == '"') {
      in_string_ = true;
      key_.clear();
    } else if (c == '\n') {
      ++line_;
    } else if (c == '{' || c == '[') {
      open(c);
      if (began_) return at;
    } else {
      close();
    }
  }
  return at;
}

std::string* JsonDocuments::next() {
  complete_ = false;
  for (;;) {
    if (piece_.empty()) {
      piece_ = input_.next();
      if (!started_) piece_ = without_bom(piece_);
      started_ = true;
      if (piece_.empty()) break;
    }
    const bool was_collecting = collecting_;
    const std::size_t end = scan(0);
    if (std::exchange(began_, false)) {
      object_ = '{';
    } else if (was_collecting && (collecting_ || complete_)) {
      object_ += piece_.substr(0, end);
    }
    piece_.remove_prefix(end);
    if (object_.size() > limits_.entry) {
      const Diagnostic problem{ErrorCode::InvalidText,
                               input_.name(),
                               object_line_,
                               0,
                               fmt::format("an entry of more than {} bytes", limits_.entry),
                               ""};
      throw Error(problem.code, problem.to_string());
    }
    if (complete_) return &object_;
  }
  if (depth_ != 0) {
    const Diagnostic problem{
        ErrorCode::InvalidJson, input_.name(), line_, 0, "the file ends in the middle of a value", ""};
    throw Error(problem.code, problem.to_string());
  }
  return nullptr;
}

}  // namespace entente::detail
