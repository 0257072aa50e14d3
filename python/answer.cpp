#include "python/answer.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <system_error>

namespace entente::python {

namespace {

constexpr std::array<std::string_view, 6> days = {"earliest_start", "latest_start", "earliest_end",
                                                  "latest_end",     "earliest",     "latest"};
constexpr std::array<std::string_view, 4> integers = {"year", "shared", "path", "step"};
// How far dates lie apart, and nothing where there are no two: as data frames hold numbers that may be
// missing.
constexpr std::array<std::string_view, 2> reals = {"start_days", "end_days"};
constexpr std::array<std::string_view, 4> texts = {"text", "edge", "claim", "names"};
constexpr std::array<std::string_view, 2> truths = {"disputed", "kept"};

template <std::size_t Count>
bool among(const std::array<std::string_view, Count>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

std::optional<std::int64_t> integer_of(const std::string& cell) {
  std::int64_t number = 0;
  const auto [end, failed] = std::from_chars(cell.data(), cell.data() + cell.size(), number);
  if (failed != std::errc() || end != cell.data() + cell.size()) return std::nullopt;
  return number;
}

template <typename Kind, typename Read>
void fill(Frame& frame, const Table& table, std::size_t column, const Read& read) {
  auto& filled = frame.add<Kind>(table.columns[column].name);
  for (const auto& row : table.rows) read(filled, row[column]);
}

}  // namespace

std::shared_ptr<const Frame> frame_of(const Table& table) {
  auto frame = std::make_shared<Frame>();
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const std::string& name = table.columns[i].name;
    if (among(days, name)) {
      fill<DayColumn>(*frame, table, i,
                      [](DayColumn& to, const std::string& cell) { to.add(Day::parse(cell)); });
    } else if (among(integers, name)) {
      fill<IntegerColumn>(*frame, table, i, [](IntegerColumn& to, const std::string& cell) {
        to.add(integer_of(cell).value_or(0));
      });
    } else if (among(reals, name)) {
      fill<RealColumn>(*frame, table, i, [](RealColumn& to, const std::string& cell) {
        const auto number = integer_of(cell);
        to.add(number ? std::optional(static_cast<double>(*number)) : std::nullopt);
      });
    } else if (among(truths, name)) {
      fill<TruthColumn>(*frame, table, i, [](TruthColumn& to, const std::string& cell) {
        to.add(cell == "true" || cell == "yes" || cell == "1");
      });
    } else if (among(texts, name)) {
      fill<TextColumn>(*frame, table, i, [](TextColumn& to, const std::string& cell) {
        if (cell.empty()) {
          to.add_missing();
        } else {
          to.add(cell);
        }
      });
    } else {
      fill<WordColumn>(*frame, table, i,
                       [](WordColumn& to, const std::string& cell) { to.add_present(cell); });
    }
  }
  return frame;
}

}  // namespace entente::python
