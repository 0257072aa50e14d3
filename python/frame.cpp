#include "python/frame.hpp"

namespace entente::python {

std::int32_t Dictionary::number(std::string_view word) {
  const auto found = numbers_.find(word);
  if (found != numbers_.end()) return found->second;
  const auto number = static_cast<std::int32_t>(words_.size());
  words_.add(word);
  numbers_.emplace(kept_.emplace_back(word), number);
  return number;
}

std::size_t Frame::rows() const noexcept {
  if (columns_.empty()) return 0;
  return std::visit([](const auto& column) { return column.size(); }, columns_.front().column);
}

const FrameColumn* Frame::find(std::string_view name) const noexcept {
  for (const Named& named : columns_) {
    if (named.name == name) return &named.column;
  }
  return nullptr;
}

}  // namespace entente::python
