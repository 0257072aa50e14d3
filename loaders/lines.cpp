#include "loaders/lines.hpp"

#include <algorithm>

#include "loaders/utf8.hpp"

namespace entente {

bool Lines::refill() {
  if (piece_.empty()) piece_ = input_.next();
  return !piece_.empty();
}

bool Lines::next() {
  line_.clear();
  too_long_ = false;
  if (!refill()) return false;
  if (number_ == 0) {
    done_ = piece_.size();
    piece_ = without_bom(piece_);
    done_ -= piece_.size();
  }
  ++number_;
  offset_ = done_;

  const auto take = [this](std::size_t size) {
    const std::size_t room = limit_ - std::min(limit_, line_.size());
    too_long_ = too_long_ || size > room;
    line_ += piece_.substr(0, std::min(size, room));
    piece_.remove_prefix(size);
    done_ += size;
  };
  while (refill()) {
    std::size_t end = 0;
    while (end < piece_.size() && piece_[end] != '\n' && piece_[end] != '\r') ++end;
    if (end == piece_.size()) {
      take(piece_.size());
      continue;
    }
    const bool carriage_return = piece_[end] == '\r';
    take(end + 1);
    if (carriage_return && refill() && piece_.front() == '\n') take(1);
    return true;
  }
  return !line_.empty();
}

std::string_view Lines::text() const noexcept {
  std::string_view text = line_;
  if (!text.empty() && text.back() == '\n') text.remove_suffix(1);
  if (!text.empty() && text.back() == '\r') text.remove_suffix(1);
  return text;
}

}  // namespace entente
