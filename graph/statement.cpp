#include "graph/statement.hpp"

#include <xxhash.h>

#include <algorithm>
#include <cstring>

namespace entente::detail {

namespace {

constexpr std::size_t block_size = 1 << 16;

std::uint64_t hash_of(std::string_view text) noexcept { return XXH3_64bits(text.data(), text.size()); }

}  // namespace

std::size_t Texts::place_of(std::string_view text, std::uint64_t hash) const noexcept {
  const std::size_t mask = table_.size() - 1;
  const auto tag = static_cast<std::uint32_t>(hash >> 32);
  for (std::size_t place = hash & mask;; place = (place + 1) & mask) {
    if (table_[place] == 0) return place;
    if (tags_[place] == tag && texts_[table_[place] - 1] == text) return place;
  }
}

void Texts::grow() {
  const std::size_t size = std::max<std::size_t>(64, table_.size() * 2);
  table_.assign(size, 0);
  tags_.assign(size, 0);
  for (std::uint32_t number = 0; number < texts_.size(); ++number) {
    const std::uint64_t hash = hash_of(texts_[number]);
    std::size_t place = hash & (size - 1);
    while (table_[place] != 0) place = (place + 1) & (size - 1);
    table_[place] = number + 1;
    tags_[place] = static_cast<std::uint32_t>(hash >> 32);
  }
}

std::uint32_t Texts::number_of(std::string_view text) {
  if (texts_.size() * 2 >= table_.size()) grow();
  const std::uint64_t hash = hash_of(text);
  const std::size_t place = place_of(text, hash);
  if (table_[place] != 0) return table_[place] - 1;
  if (blocks_.empty() || blocks_.back().capacity() - blocks_.back().size() < text.size()) {
    blocks_.emplace_back().reserve(std::max(block_size, text.size()));
  }
  std::string& block = blocks_.back();
  const std::size_t begin = block.size();
  block.append(text);  // never beyond its capacity: what was given out stays where it is
  texts_.push_back(std::string_view(block).substr(begin));
  table_[place] = static_cast<std::uint32_t>(texts_.size());
  tags_[place] = static_cast<std::uint32_t>(hash >> 32);
  return table_[place] - 1;
}

std::uint32_t Texts::find(std::string_view text) const noexcept {
  if (table_.empty()) return none;
  return table_[place_of(text, hash_of(text))] - 1;  // an empty place: 0 - 1 is `none`
}

std::uint32_t Vocabulary::mention(std::string_view name, std::string_view id) {
  const auto length = static_cast<std::uint32_t>(name.size());
  char small[256];
  std::string large;
  const std::size_t size = sizeof length + name.size() + id.size();
  char* bytes = small;
  if (size > sizeof small) {
    large.resize(size);
    bytes = large.data();
  }
  std::memcpy(bytes, &length, sizeof length);
  std::copy(name.begin(), name.end(), bytes + sizeof length);
  std::copy(id.begin(), id.end(), bytes + sizeof length + name.size());
  return mentions_.number_of({bytes, size});
}

std::string_view Vocabulary::name(std::uint32_t mention) const noexcept {
  const std::string_view text = mentions_.text(mention);
  std::uint32_t length = 0;
  std::memcpy(&length, text.data(), sizeof length);
  return text.substr(sizeof length, length);
}

std::string_view Vocabulary::id(std::uint32_t mention) const noexcept {
  const std::string_view text = mentions_.text(mention);
  std::uint32_t length = 0;
  std::memcpy(&length, text.data(), sizeof length);
  return text.substr(sizeof length + length);
}

std::uint32_t Vocabulary::date_number(const Date& date) {
  const std::uint32_t number = date_texts_.number_of(date.text());
  if (number == dates_.size()) dates_.push_back(date);
  return number;
}

When Vocabulary::when(const std::optional<Edtf>& edtf) {
  if (!edtf) return {};
  if (const Date* date = std::get_if<Date>(&*edtf)) return {date_number(*date), When::absent};
  const auto number = [&](const DateInterval::End& end) {
    if (const Date* date = std::get_if<Date>(&end)) return date_number(*date);
    return std::holds_alternative<Open>(end) ? When::open : When::unknown;
  };
  const auto& interval = std::get<DateInterval>(*edtf);
  const std::uint32_t start = number(interval.start);
  return {start, number(interval.end)};
}

std::optional<Period> Vocabulary::hull(const When& when) const noexcept {
  const Date* from = date_or_null(when.start);
  const Date* to = when.interval() ? date_or_null(when.end) : from;
  if (from == nullptr && to == nullptr) return std::nullopt;
  if (from == nullptr) return Period{to->latest(), to->latest()};
  if (to == nullptr) return Period{from->earliest(), from->earliest()};
  return Period{from->earliest(), to->latest()};
}

std::optional<Date> Vocabulary::event_date(const When& when) const {
  const Date* from = date_or_null(when.start);
  if (!when.interval()) return from == nullptr ? std::nullopt : std::optional(*from);
  const Date* to = date_or_null(when.end);
  if (from == nullptr || to == nullptr) return std::nullopt;
  return Date::of_period({from->earliest(), to->latest()});
}

std::uint32_t Vocabulary::source(std::string_view id) {
  const std::uint32_t number = sources_.number_of(id);
  if (number == weights_.size()) weights_.push_back({number, 0, {}});
  return number;
}

void Vocabulary::weigh(const Source& source) {
  Weight& weight = weights_[this->source(source.id.value)];
  weight.priority = source.priority;
  weight.horizon = source.published ? std::optional(source.published->latest()) : std::nullopt;
}

Statement Vocabulary::state(const ClaimId& id, const Claim& claim) {
  Statement said;
  said.id = id;
  said.subject = mention(claim.subject.name, claim.subject.id);
  if (!describes(claim.event) && !claim.object.empty()) {
    said.object = mention(claim.object.name, claim.object.id);
  }
  said.relation = relations.number_of(claim.relation.label);
  said.source = source(claim.evidence.source.value);
  said.when = when(claim.when);
  said.event = claim.event;
  said.certainty = claim.certainty;
  return said;
}

}  // namespace entente::detail
