#include "loaders/facts_row.hpp"

#include <fmt/format.h>

#include <utility>

#include "graph/date.hpp"
#include "loaders/english_date.hpp"

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

bool is_unknown(std::string_view cell) { return cell == "?" || snake_case(cell) == "unknown"; }

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
  if (cell.empty()) return std::nullopt;
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

/// A row of start and end: a state over a span, or the one event that it tells of.
void read_span(const FactsCells& cells, Claim& claim) {
  const std::string_view start = cells[static_cast<std::size_t>(FactsField::Start)];
  const std::string_view end = cells[static_cast<std::size_t>(FactsField::End)];
  if (end.empty()) {
    claim.event = Event::Joined;
    if (!is_unknown(start)) claim.when = Date::parse(date_in(cells, FactsField::Start));
    return;
  }
  const bool dated_end = end != ".." && !is_unknown(end);
  if (start.empty() && end != "..") {
    claim.event = Event::Left;
    if (dated_end) claim.when = Date::parse(date_in(cells, FactsField::End));
    return;
  }
  std::string first;
  if (start == "..") {
    first = "..";
  } else if (!start.empty() && !is_unknown(start)) {
    first = date_in(cells, FactsField::Start);
  }
  claim.when = span(first, dated_end ? date_in(cells, FactsField::End) : end == ".." ? ".." : "");
}

}  // namespace

Claim read_row(const FactsCells& cells) {
  const auto cell = [&cells](FactsField field) { return cells[static_cast<std::size_t>(field)]; };
  Claim claim;
  claim.subject = {std::string(cell(FactsField::Subject)), std::string(cell(FactsField::SubjectId))};
  claim.object = {std::string(cell(FactsField::Object)), std::string(cell(FactsField::ObjectId))};
  if (claim.subject.empty()) throw BadRow{ErrorCode::InvalidRow, FactsField::Subject, "the subject is empty"};

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
  if (claim.object.empty() && claim.event != Event::EnteredIntoForce && claim.event != Event::Dissolved &&
      claim.event != Event::Founded) {
    throw BadRow{ErrorCode::InvalidRow, FactsField::Object, "the object is empty"};
  }

  const bool has_date = !cell(FactsField::Date).empty();
  const bool has_start = !cell(FactsField::Start).empty();
  const bool has_end = !cell(FactsField::End).empty();
  if (has_date && (has_start || has_end)) {
    throw BadRow{ErrorCode::InvalidRow, FactsField::Date,
                 "a date beside a start or an end: only one of the two can be "
                 "meant"};
  }
  if (has_date) {
    claim.when = expression_in(cells, FactsField::Date);
  } else if (claim.event == Event::Held && (has_start || has_end)) {
    read_span(cells, claim);
  } else if (has_start && has_end) {
    throw BadRow{ErrorCode::InvalidRow, FactsField::End, "an event has one date, not a start and an end"};
  } else if (has_start || has_end) {
    const FactsField field = has_start ? FactsField::Start : FactsField::End;
    if (!is_unknown(cell(field))) claim.when = Date::parse(date_in(cells, field));
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
