#include "loaders/lines.hpp"

#include <algorithm>
#include <cstring>

#include "loaders/loader.hpp"
#include "loaders/utf8.hpp"

namespace entente {

bool Lines::refill() {
  if (piece_.empty()) {
    piece_ = input_.next();
    feed_known_ = false;
  }
  return !piece_.empty();
}

std::size_t Lines::line_end() {
  // The next line feed is looked for once, also where lines end in lone carriage returns.
  if (!feed_known_) {
    feed_ = static_cast<const char*>(std::memchr(piece_.data(), '\n', piece_.size()));
    feed_known_ = true;
  }
  const std::size_t feed = feed_ == nullptr ? piece_.size() : static_cast<std::size_t>(feed_ - piece_.data());
  const void* const carriage_return = std::memchr(piece_.data(), '\r', feed);
  if (carriage_return == nullptr) return feed;
  return static_cast<std::size_t>(static_cast<const char*>(carriage_return) - piece_.data());
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
    if (feed_ != nullptr && piece_.data() > feed_) feed_known_ = false;
  };
  while (refill()) {
    const std::size_t end = line_end();
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

Diagnostic Lines::too_long_problem(const std::string& file) const {
  return {
      ErrorCode::InvalidText, file, number_, 0, "a line of more than " + std::to_string(limit_) + " bytes",
      excerpt_of(text())};
}

}  // namespace entente
