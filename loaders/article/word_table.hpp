#pragma once
// A table from words to values, filled once and looked into for every word of every text.

#include <cstdint>
#include <cstring>
#include <string_view>
#include <utility>
#include <vector>

namespace entente::detail {

/// Mixes the bytes of a word eight at a time. The same within one run of the program; never written anywhere.
struct WordHash {
  using is_transparent = void;
  [[nodiscard]] std::size_t operator()(std::string_view s) const noexcept {
    constexpr std::uint64_t factor = 0x9E3779B97F4A7C15U;  // 2^64 divided by the golden ratio
    const char* at = s.data();
    std::size_t left = s.size();
    std::uint64_t h = left * factor;
    const auto mix = [&h](std::uint64_t bits) {
      h = (h ^ bits) * factor;
      h ^= h >> 32U;
    };
    for (; left >= 8; at += 8, left -= 8) mix(load<std::uint64_t>(at));
    if (left >= 4) {
      mix(load<std::uint32_t>(at) | std::uint64_t{load<std::uint32_t>(at + left - 4)} << 32U);
    } else if (left > 0) {
      const auto byte = [at](std::size_t i) { return std::uint64_t{static_cast<unsigned char>(at[i])}; };
      mix(byte(0) | byte(left / 2) << 8U | byte(left - 1) << 16U);
    }
    return h;
  }

 private:
  template <typename Integer>
  static Integer load(const char* at) noexcept {
    Integer value;
    std::memcpy(&value, at, sizeof value);
    return value;
  }
};

/// Open addressing, at most half full. Keys are not copied: they outlive the table.
template <typename Value>
class WordTable {
 public:
  /// Nothing when the word is not there. O(length).
  [[nodiscard]] Value* find(std::string_view word) const noexcept {
    if (slots_.empty()) return nullptr;
    const std::size_t hash = WordHash()(word);
    for (std::size_t at = hash & mask(); slots_[at].value != nullptr; at = (at + 1) & mask()) {
      const Slot& slot = slots_[at];
      if (slot.hash == hash && slot.word == word) return slot.value;
    }
    return nullptr;
  }

  /// REQUIRES: the word is not there; `value` outlives the table.
  void add(std::string_view word, Value* value) {
    if (2 * (size_ + 1) > slots_.size()) grow();
    put({WordHash()(word), word, value});
    ++size_;
  }

 private:
  struct Slot {
    std::size_t hash = 0;
    std::string_view word;
    Value* value = nullptr;
  };

  [[nodiscard]] std::size_t mask() const noexcept { return slots_.size() - 1; }
  void put(const Slot& slot) {
    std::size_t at = slot.hash & mask();
    while (slots_[at].value != nullptr) at = (at + 1) & mask();
    slots_[at] = slot;
  }
  void grow() {
    std::vector<Slot> old(slots_.empty() ? 64 : 2 * slots_.size());
    old.swap(slots_);
    for (const Slot& slot : old)
      if (slot.value != nullptr) put(slot);
  }

  std::vector<Slot> slots_;
  std::size_t size_ = 0;
};

}  // namespace entente::detail
