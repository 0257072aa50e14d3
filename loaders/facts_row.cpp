#include "loaders/facts_row.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "graph/date.hpp"
#include "loaders/english_date.hpp"
#include "loaders/loader.hpp"

namespace entente::detail {

namespace {

/// A word as docs/vocabulary.md writes it: lower case, blanks and punctuation one underscore.
std::string snake_case(std::string_view text) {
  std::string word;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 'A' && byte <= 'Z') {
      word += static_cast<char>(byte - 'A' + 'a');
    } else if ((byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || byte >= 0x80) {
      word += c;
    } else if (!word.empty() && word.back() != '_') {
      word += '_';
    }
  }
  if (!word.empty() && word.back() == '_') word.pop_back();
  return word;
}

/// Words of tables that mean a word of docs/vocabulary.md.
constexpr std::pair<std::string_view, std::string_view> meanings[] = {
    {"full_member", "member"},
    {"member_state", "member"},
    {"associate", "partner"},
    {"associate_member", "partner"},
    {"dialogue_partner", "partner"},
    {"accession", "joined"},
    {"acceded", "joined"},
    {"join", "joined"},
    {"withdrew", "left"},
    {"withdrawal", "left"},
    {"leave", "left"},
    {"signature", "signed"},
    {"ratification", "ratified"},
    {"entry_into_force", "entered_into_force"},
};

std::optional<EventAndRelation> meaning_of(std::string_view cell) {
  const std::string word = snake_case(cell);
  for (const auto& [said, meant] : meanings) {
    if (word == said) return event_from(meant);
  }
  return event_from(word);
}

// What tables write where there is no date. As snake_case leaves it, save for the dashes.
constexpr std::string_view nothing_words[] = {"-", "–", "—", "n_a", "na", "none", "null"};
constexpr std::string_view ongoing_words[] = {"present", "to_present", "now",   "ongoing",
                                              "current", "currently",  "today", "to_date"};

constexpr std::string_view ongoing = "..";
constexpr std::string_view unknown = "?";

/// The cell of a date column with one mark for each meaning: empty where it is a word for nothing, `?` for
/// unknown, `..` for ongoing (of an end: what began in the present is not meant by any table).
std::string_view date_cell(FactsField field, std::string_view cell) {
  const auto is_one_of = [](const auto& words, std::string_view word) {
    return std::find(std::begin(words), std::end(words), word) != std::end(words);
  };
  if (cell.empty() || is_one_of(nothing_words, cell)) return {};
  const std::string word = snake_case(cell);
  if (is_one_of(nothing_words, word)) return {};
  if (cell == unknown || word == "unknown") return unknown;
  if (field == FactsField::End && is_one_of(ongoing_words, word)) return ongoing;
  return cell;
}

/// The EDTF of one date, however the cell writes it.
std::string date_in(const FactsCells& cells, FactsField field) {
  const std::string_view cell = cells[static_cast<std::size_t>(field)];
  if (const auto edtf = Date::try_parse(cell)) return edtf->text();
  const auto english = read_english_date(cell);
  if (english && std::holds_alternative<Date>(*english)) return std::get<Date>(*english).text();
  std::string why = "it is an interval where one date is meant";
  if (!try_parse_edtf(cell)) {
    try {
      static_cast<void>(parse_edtf(cell));
    } catch (const Error& error) {
      if (error.code() == ErrorCode::InvertedInterval) throw BadRow{error.code(), field, error.what()};
      why = error.what();
    }
  }
  throw BadRow{ErrorCode::InvalidDate, field, fmt::format("the {} is no date: {}", name_of(field), why)};
}

/// Any EDTF expression, or an English date or span.
std::optional<Edtf> expression_in(const FactsCells& cells, FactsField field) {
  const std::string_view cell = cells[static_cast<std::size_t>(field)];
  if (auto edtf = try_parse_edtf(cell)) return edtf;
  if (auto english = read_english_date(cell)) return english;
  return Date::parse(date_in(cells, field));
}

Edtf span(const std::string& start, const std::string& end) {
  try {
    return parse_edtf(start + '/' + end);
  } catch (const Error& error) {
    throw BadRow{error.code(), FactsField::End, error.what()};
  }
}

/// A mention without a name needs an id; a name without a letter or digit is none.
void require_name(const Mention& mention, FactsField field) {
  if (mention.empty()) {
    throw BadRow{ErrorCode::InvalidRow, field, fmt::format("the {} is empty", name_of(field))};
  }
  if (!mention.name.empty() && is_nameless(mention.name)) {
    throw BadRow{ErrorCode::InvalidRow, field,
                 fmt::format("the name of the {} has no letter or digit", name_of(field))};
  }
}

/// A row of start and end: a state over a span, or the one event that it tells of.
void read_span(const FactsCells& cells, Claim& claim) {
  const std::string_view start = cells[static_cast<std::size_t>(FactsField::Start)];
  const std::string_view end = cells[static_cast<std::size_t>(FactsField::End)];
  if (end.empty()) {
    claim.event = Event::Joined;
    if (start != unknown) claim.when = Date::parse(date_in(cells, FactsField::Start));
    return;
  }
  const bool dated_end = end != ongoing && end != unknown;
  if (start.empty() && end != ongoing) {
    claim.event = Event::Left;
    if (dated_end) claim.when = Date::parse(date_in(cells, FactsField::End));
    return;
  }
  std::string first;
  if (start == ongoing) {
    first = ongoing;
  } else if (!start.empty() && start != unknown) {
    first = date_in(cells, FactsField::Start);
  }
  std::string last;
  if (end == ongoing) {
    last = ongoing;
  } else if (dated_end) {
    last = date_in(cells, FactsField::End);
  }
  claim.when = span(first, last);
}

}  // namespace

Claim read_row(const FactsCells& said_cells) {
  FactsCells cells = said_cells;
  for (const FactsField field : {FactsField::Start, FactsField::End, FactsField::Date}) {
    std::string_view& cell = cells[static_cast<std::size_t>(field)];
    cell = date_cell(field, cell);
  }
  const auto cell = [&cells](FactsField field) { return cells[static_cast<std::size_t>(field)]; };
  Claim claim;
  claim.subject = {std::string(cell(FactsField::Subject)), std::string(cell(FactsField::SubjectId))};
  claim.object = {std::string(cell(FactsField::Object)), std::string(cell(FactsField::ObjectId))};
  require_name(claim.subject, FactsField::Subject);

  std::optional<EventAndRelation> said;
  if (!cell(FactsField::Event).empty()) {
    said = meaning_of(cell(FactsField::Event));
    if (!said) {
      throw BadRow{
          ErrorCode::InvalidRow, FactsField::Event,
          "there is no such event in docs/vocabulary.md; a state of another kind belongs in a relation "
          "column"};
    }
  }
  if (!cell(FactsField::Relation).empty()) {
    const auto known = meaning_of(cell(FactsField::Relation));
    const EventAndRelation relation =
        known ? *known : EventAndRelation{Event::Held, {snake_case(cell(FactsField::Relation))}};
    if (relation.relation.label.empty()) {
      throw BadRow{ErrorCode::InvalidRow, FactsField::Relation, "the relation has no letters"};
    }
    if (!said) {
      said = relation;
    } else {
      said->relation = relation.relation;
    }
  }
  if (said) {
    claim.event = said->event;
    claim.relation = said->relation;
  }
  const bool needs_object = claim.event != Event::EnteredIntoForce && claim.event != Event::Dissolved &&
                            claim.event != Event::Founded;
  if (needs_object || !claim.object.empty()) require_name(claim.object, FactsField::Object);

  const bool has_date = !cell(FactsField::Date).empty();
  const bool has_start = !cell(FactsField::Start).empty();
  const bool has_end = !cell(FactsField::End).empty();
  if (has_date && (has_start || has_end)) {
    throw BadRow{ErrorCode::InvalidRow, FactsField::Date,
                 "a date beside a start or an end: only one of the two can be "
                 "meant"};
  }
  if (has_date) {
    if (cell(FactsField::Date) != unknown) claim.when = expression_in(cells, FactsField::Date);
  } else if (claim.event == Event::Held && (has_start || has_end)) {
    read_span(cells, claim);
  } else if (has_start && has_end) {
    throw BadRow{ErrorCode::InvalidRow, FactsField::End, "an event has one date, not a start and an end"};
  } else if (has_start || has_end) {
    const FactsField field = has_start ? FactsField::Start : FactsField::End;
    if (cell(field) != unknown) claim.when = Date::parse(date_in(cells, field));
  }

  if (const std::string_view certainty = cell(FactsField::Certainty); !certainty.empty()) {
    const auto known = certainty_from(snake_case(certainty));
    if (!known) {
      throw BadRow{ErrorCode::InvalidRow, FactsField::Certainty,
                   "the certainty must be stated, inferred, hypothetical or negated"};
    }
    claim.certainty = *known;
  }
  claim.detail = cell(FactsField::Note);
  return claim;
}

}  // namespace entente::detail
