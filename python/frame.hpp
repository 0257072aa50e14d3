#pragma once
// A table as columns, as data frames hold it: built in one pass, without a Python object for each row, and
// handed out by the Arrow C data interface (python/arrow.hpp) or as numpy arrays.
//
//   Frame frame;
//   auto& year = frame.add<IntegerColumn>("year");
//   year.add(2008);

#include <cstdint>
#include <limits>
#include <list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <variant>
#include <vector>

#include "graph/day.hpp"

namespace entente::python {

/// Texts end to end; text i is bytes [offsets[i], offsets[i + 1]).
struct Texts {
  std::vector<std::int64_t> offsets{0};
  std::string bytes;

  void add(std::string_view text) {
    bytes += text;
    offsets.push_back(static_cast<std::int64_t>(bytes.size()));
  }
  [[nodiscard]] std::size_t size() const noexcept { return offsets.size() - 1; }
  [[nodiscard]] std::string_view operator[](std::size_t i) const noexcept {
    return std::string_view(bytes).substr(static_cast<std::size_t>(offsets[i]),
                                          static_cast<std::size_t>(offsets[i + 1] - offsets[i]));
  }
};

/// Words that recur, each once, numbered from 0 in the order in which they came. Columns may share them.
class Dictionary {
 public:
  /// The number of the word, which is added where it is new. O(length) on average.
  [[nodiscard]] std::int32_t number(std::string_view word);
  [[nodiscard]] const Texts& words() const noexcept { return words_; }

 private:
  Texts words_;
  std::list<std::string> kept_;  // what the keys point at
  std::unordered_map<std::string_view, std::int32_t> numbers_;
};

/// Texts of which most differ. Nothing: a text that is missing.
struct TextColumn {
  Texts texts;
  std::vector<bool> missing;
  void add(std::string_view text) {
    texts.add(text);
    missing.push_back(false);
  }
  void add_missing() {
    texts.add({});
    missing.push_back(true);
  }
  [[nodiscard]] std::size_t size() const noexcept { return missing.size(); }
};

/// Texts that recur, by their numbers in a dictionary; -1: missing.
struct WordColumn {
  static constexpr std::int32_t missing = -1;
  std::shared_ptr<Dictionary> dictionary = std::make_shared<Dictionary>();
  std::vector<std::int32_t> numbers;
  void add(std::string_view word) { numbers.push_back(dictionary->number(word)); }
  void add_missing() { numbers.push_back(missing); }
  /// Missing where it is empty.
  void add_present(std::string_view word) {
    if (word.empty()) {
      add_missing();
    } else {
      add(word);
    }
  }
  [[nodiscard]] std::size_t size() const noexcept { return numbers.size(); }
};

/// Days since 1970-01-01. Missing: no day, and days that 32 bits do not hold (5.8 million years either way).
struct DayColumn {
  static constexpr std::int32_t missing = std::numeric_limits<std::int32_t>::min();
  std::vector<std::int32_t> days;
  void add(const std::optional<Day>& day) {
    const bool holds =
        day && day->number() > missing && day->number() <= std::numeric_limits<std::int32_t>::max();
    days.push_back(holds ? static_cast<std::int32_t>(day->number()) : missing);
  }
  [[nodiscard]] std::size_t size() const noexcept { return days.size(); }
};

struct IntegerColumn {
  std::vector<std::int64_t> numbers;
  void add(std::int64_t number) { numbers.push_back(number); }
  [[nodiscard]] std::size_t size() const noexcept { return numbers.size(); }
};

/// A number, or nothing (NaN).
struct RealColumn {
  std::vector<double> numbers;
  void add(std::optional<double> number) {
    numbers.push_back(number.value_or(std::numeric_limits<double>::quiet_NaN()));
  }
  [[nodiscard]] std::size_t size() const noexcept { return numbers.size(); }
};

struct TruthColumn {
  std::vector<std::uint8_t> values;  ///< 0 or 1
  void add(bool value) { values.push_back(value ? 1 : 0); }
  [[nodiscard]] std::size_t size() const noexcept { return values.size(); }
};

using FrameColumn = std::variant<TextColumn, WordColumn, DayColumn, IntegerColumn, RealColumn, TruthColumn>;

/// Columns of one length, each with a name of its own. Immutable once built.
class Frame {
 public:
  struct Named {
    std::string name;
    FrameColumn column;
  };
  /// REQUIRES: the columns get the same number of rows before the frame is read. The reference stays valid.
  template <typename Kind>
  Kind& add(std::string name) {
    return std::get<Kind>(columns_.emplace_back(Named{std::move(name), Kind{}}).column);
  }
  [[nodiscard]] const std::list<Named>& columns() const noexcept { return columns_; }
  /// 0 of a frame without columns.
  [[nodiscard]] std::size_t rows() const noexcept;
  /// Nothing where no column is called so.
  [[nodiscard]] const FrameColumn* find(std::string_view name) const noexcept;

 private:
  std::list<Named> columns_;
};

}  // namespace entente::python
