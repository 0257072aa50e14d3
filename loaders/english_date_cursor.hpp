#pragma once
// Moving over the words and numbers of an English date phrase. Part of its grammar: see
// loaders/english_date_phrase.hpp.

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "loaders/english_date_phrase.hpp"

namespace entente::detail {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr char lower(char c) { return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c; }
constexpr bool is_letter(char c) { return lower(c) >= 'a' && lower(c) <= 'z'; }

struct Number {
  std::int64_t value = 0;
  std::size_t digits = 0;
};

/// A place in a text. What takes moves over what it accepts and stands still where it does not.
class EnglishCursor {
 public:
  EnglishCursor(std::string_view text, std::size_t at, Reading reading)
      : text_(text), at_(at), reading_(reading) {}

 protected:
  [[nodiscard]] char peek(std::size_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
  }
  [[nodiscard]] bool follows(std::string_view bytes) const { return text_.substr(at_).starts_with(bytes); }
  /// Whether a word may go on at `at`: a letter, a digit, or a byte of a letter beyond ASCII.
  [[nodiscard]] bool in_word(std::size_t at) const;
  /// Whether a phrase may begin here: at the beginning of a word that some phrase begins with, or of a number
  /// that stands alone.
  [[nodiscard]] bool may_begin() const;
  /// Over blanks, of which one line break may be one; an empty line ends a phrase.
  bool skip_blanks();
  /// The words of `entry`, in any case, up to the end of a word.
  bool take_here(std::string_view entry);
  /// "mid-1990s", "mid-May".
  [[nodiscard]] static bool mid_hyphen(std::string_view entry);
  /// Whether `word` stands before the byte `at`, with blanks or a full stop between.
  [[nodiscard]] bool word_before(std::size_t at, std::string_view word) const;
  /// As take_here, after blanks.
  bool take(std::string_view entry);
  bool take_char(char c);
  /// A hyphen or a dash of any length.
  bool dash_here();
  /// The first entry of a table whose `word` stands here, after blanks; null when none does.
  template <class Table>
  auto look_up(const Table& table) -> const typename Table::value_type* {
    const std::size_t begin = at_;
    skip_blanks();
    const char first = lower(peek());
    for (const auto& entry : table) {
      if (lower(entry.word[0]) == first && take_here(entry.word)) return &entry;
    }
    at_ = begin;
    return nullptr;
  }
  template <std::size_t N>
  bool take_any(const std::array<std::string_view, N>& words) {
    const std::size_t begin = at_;
    skip_blanks();
    const char first = lower(peek());
    for (const std::string_view word : words) {
      if (word[0] == first && take_here(word)) return true;
    }
    at_ = begin;
    return false;
  }
  /// A word of two tables, the second of abbreviations with an optional full stop. In running text it has a
  /// capital letter: "may" and "march" are words.
  template <class Full, class Short>
  unsigned capitalised(const Full& full, const Short& abbreviations) {
    const std::size_t begin = at_;
    skip_blanks();
    if (reading_ == Reading::RunningText && !is_upper(peek())) {
      at_ = begin;
      return 0;
    }
    if (const auto* entry = look_up(full)) return static_cast<unsigned>(entry->value);
    if (const auto* entry = look_up(abbreviations)) {
      take_char('.');
      return static_cast<unsigned>(entry->value);
    }
    at_ = begin;
    return 0;
  }
  /// 1 … 12, or 0.
  unsigned month_name();
  /// 1 … 7, or 0.
  unsigned weekday_name();
  /// A run of one to six digits, nothing around it checked.
  std::optional<Number> digits_here();
  /// Whether a number that ends here goes on as another kind: 1,500; 19.5; 10:30; 5%.
  [[nodiscard]] bool number_goes_on() const;
  /// A number that ends where it ends, after blanks.
  std::optional<Number> number();
  /// 1 … 31, or 0; with or without "st", "nd", "rd", "th".
  unsigned day_number();
  /// Whether some phrase begins with these two letters.
  [[nodiscard]] bool letters_begin_phrase() const;

  std::string_view text_;
  std::size_t at_;
  Reading reading_;
};

}  // namespace entente::detail
