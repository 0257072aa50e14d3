#include "loaders/table.hpp"

#include <fmt/format.h>

#include "loaders/file_source.hpp"
#include "loaders/table/cell_list.hpp"
#include "loaders/table/claim_writer.hpp"
#include "loaders/table/columns.hpp"
#include "loaders/table/current_row.hpp"
#include "loaders/table/description.hpp"
#include "loaders/table/mapping.hpp"
#include "loaders/table/row_source.hpp"
#include "loaders/table/rows.hpp"
#include "loaders/table/rule_parties.hpp"
#include "loaders/table/spell_join.hpp"
#include "loaders/table/year_rows.hpp"

namespace entente {

namespace detail {
namespace {

/// The id of the table's source where neither the options nor the mapping give one: by the content, or by the
/// name where the mapping's own ids are missing in a row.
std::string fallback_id(Input& input, const Mapping& mapping, const LoadOptions& options) {
  if (!mapping.source.id.empty() || !options.source_id.empty()) return without_ending(input.name());
  return file_source_id(without_ending(input.name()), input.content_hash());
}

std::unique_ptr<TableRows> open(Input& input, const Mapping& mapping, const LoadOptions& options) {
  input.on_progress(options.progress);
  return open_rows(input, mapping, options.limits);
}

class TableLoader {
 public:
  TableLoader(Input& input, const Mapping& mapping, const LoadOptions& options, ClaimSink& sink)
      : options_(options),
        sink_(sink),
        mapping_(mapping),
        parties_(options.registry),
        writer_(parties_, "table:" + mapping.name, sink, report_),
        sources_(mapping.source, options, fallback_id(input, mapping, options), without_ending(input.name()),
                 writer_),
        rows_(open(input, mapping, options)),
        columns_(columns_of(mapping, rows_->header(), input.name())),
        row_(mapping, columns_.where, input.name(), without_ending(input.name())),
        descriptions_(row_, writer_),
        rule_parties_(mapping.claims, row_, parties_, descriptions_),
        years_(mapping.claims, row_, parties_) {}

  LoadReport load() {
    for (auto got = rows_->next(); got != TableRows::Got::End; got = rows_->next()) {
      ++report_.read;
      if (got == TableRows::Got::Problem) {
        skip_row(rows_->problem(), options_, sink_, report_);
      } else {
        take_row();
      }
    }
    finish();
    return report_;
  }

 private:
  void take_row() {
    row_.begin(*rows_);
    if (row_.empty()) {
      pass_over_row("empty row", report_);
      return;
    }
    if (!mapping_.where.hold(row_.cells())) {
      pass_over_row("left out by the mapping", report_);
      return;
    }
    source_ = sources_.of(row_.cells());
    for (const MentionRule& entity : mapping_.entities) {
      const Mention mention = row_.mention(entity);
      if (mention.empty()) continue;
      descriptions_.add(entity, mention, source_);
      row_.claims_something();
    }
    for (std::size_t i = 0; i < mapping_.claims.size(); ++i) {
      const ClaimRule& rule = mapping_.claims[i];
      if (rule.year) years_.read_year(*rule.year);
      if (!rule.when.hold(row_.cells())) continue;
      rule_parties_.begin(i);
      apply(i);
    }
    // A row that claims nothing describes nobody, either; the next that names them will.
    if (row_.gives_claims()) {
      descriptions_.write(source_);
    } else if (descriptions_.drop()) {
      rule_parties_.forget();
    }
    row_.settle(options_, sink_, report_);
  }

  void apply(std::size_t index) {
    const ClaimRule& rule = mapping_.claims[index];
    if (!rule.each) {
      say(index, no_column,
          meaning_of(rule, rule.value ? rule.value->render(row_.cells()).value_or("") : ""));
    } else if (rule.each->list) {
      apply_to_list(index);
    } else {
      apply_to_columns(index);
    }
  }

  void apply_to_list(std::size_t index) {
    const ClaimRule& rule = mapping_.claims[index];
    const auto text = rule.each->list->render(row_.cells());
    if (!text) return;
    for (const ListItem& item : split_list(*text, rule.each->separators)) {
      row_.enter_item(item);
      say(index, no_column,
          meaning_of(rule, rule.value ? rule.value->render(row_.cells()).value_or("") : item.note));
      row_.leave_cell();
    }
  }

  void apply_to_columns(std::size_t index) {
    const ClaimRule& rule = mapping_.claims[index];
    // Neighbours mostly say the same: only what differs from the cell before is looked up.
    const std::string* before = nullptr;
    const TableMeaning* meaning = nullptr;
    for (const std::size_t column : columns_.each[index]) {
      const std::string& cell = rows_->cells()[column];
      row_.enter_cell(rows_->header()[column], cell);
      if (rule.value) {
        meaning = meaning_of(rule, rule.value->render(row_.cells()).value_or(""));
      } else if (before == nullptr || *before != cell) {
        meaning = meaning_of(rule, cell);
        before = meaning == nullptr ? nullptr : &cell;
      }
      say(index, column, meaning);
    }
    row_.leave_cell();
  }

  /// Null where the mapping does not say it.
  const TableMeaning* meaning_of(const ClaimRule& rule, std::string_view value) {
    if (rule.values.empty() && !rule.other) return &rule.says;
    for (const auto& [known, meaning] : rule.values) {
      if (known == value) return &meaning;
    }
    row_.odd("unknown value", fmt::format("the mapping does not say what \"{}\" means", value));
    return rule.other ? &*rule.other : nullptr;
  }

  void say(std::size_t index, std::size_t column, const TableMeaning* meaning) {
    if (meaning == nullptr || meaning->what == TableMeaning::What::Nothing) return;
    const ClaimRule& rule = mapping_.claims[index];
    const auto subject = rule_parties_.find(index, RuleParties::Role::Subject, column, source_);
    const auto object = rule.has_object
                            ? rule_parties_.find(index, RuleParties::Role::Object, column, source_)
                            : std::nullopt;
    if (!subject || (rule.has_object && !object)) {
      const std::string_view who = subject ? "object" : "subject";
      row_.odd(fmt::format("no {}", who), fmt::format("nothing says who the {} is", who));
      return;
    }
    if (rule.year) {
      years_.add(index, *meaning, *subject, object.value_or(*subject), source_);
    } else if (meaning->what == TableMeaning::What::Says) {
      state(index, *meaning, *subject, object);
    }
  }

  void state(std::size_t index, const TableMeaning& meaning, PartyId subject, std::optional<PartyId> object) {
    const ClaimRule& rule = mapping_.claims[index];
    TableStatement said;
    said.subject = subject;
    said.object = object;
    said.event = meaning.event;
    said.relation = meaning.relation;
    said.certainty = meaning.certainty;
    said.detail = rule.detail_of(meaning, row_.cells());
    said.source = source_;
    said.line = row_.line();
    said.text = row_.quote_of_cell();
    said.once = rule.once;
    said.both_ways = rule.both_ways;
    const auto start = row_.date(rule.start), end = row_.date(rule.end), date = row_.date(rule.date);
    if (!start || !end || !date) return;
    // What has not come, as a data set says of a ratification of the year 9999, is no claim.
    if (start->kind == RowDate::Kind::Ongoing || date->kind == RowDate::Kind::Ongoing) return;
    said.spans = rule.start || rule.end;
    said.on = date->date;
    said.first = start->date;
    said.first_bound = start->bound;
    said.last = end->date;
    said.last_bound = end->bound;
    said.end = end->kind == RowDate::Kind::Dated     ? TableStatement::End::Dated
               : end->kind == RowDate::Kind::Ongoing ? TableStatement::End::Ongoing
               : end->kind == RowDate::Kind::Unknown ? TableStatement::End::Unknown
                                                     : TableStatement::End::Unstated;
    try {
      for (const TableStatement& piece : by_holders(said, parties_)) {
        if (rule.join) {
          if (piece.first && piece.last && !piece.first_bound &&
              certainly_before(*piece.last, *piece.first)) {
            throw Error(ErrorCode::InvertedInterval, "");
          }
          spells_.add(piece, index, *rule.join);
        } else {
          writer_.write(piece);
        }
      }
      row_.claims_something();
    } catch (const Error& error) {
      if (error.code() != ErrorCode::InvertedInterval) {
        row_.odd("unreadable date", error.what());
        return;
      }
      row_.odd("ends before it starts",
               fmt::format("it would end ({}) before it starts ({})", said.last ? said.last->text() : "",
                           said.first ? said.first->text() : ""));
    }
  }

  /// What could not be told before the last row was read.
  void finish() {
    // The years of a table end where they end, however much later it was published.
    const std::optional<Date>& stated = mapping_.source.horizon;
    const std::int64_t horizon = stated ? stated->latest().civil().year : years_.last_year().value_or(0);
    if (!options_.published && !stated && years_.last_year()) {
      writer_.speak_as_of(Date::of_year(horizon));
    }
    const bool published_later = options_.published && options_.published->earliest().civil().year > horizon;
    for (const TableStatement& spell : spells_.finish()) writer_.write(spell);
    for (const TableStatement& spell : years_.finish(horizon, published_later)) writer_.write(spell);
  }

  const LoadOptions& options_;
  ClaimSink& sink_;
  const Mapping& mapping_;
  LoadReport report_;
  TableParties parties_;
  ClaimWriter writer_;
  RowSources sources_;
  std::unique_ptr<TableRows> rows_;
  TableColumns columns_;
  CurrentRow row_;
  EntityDescriptions descriptions_;
  RuleParties rule_parties_;
  YearRows years_;
  SpellJoin spells_;
  std::size_t source_ = 0;  ///< of the row
};

}  // namespace
}  // namespace detail

LoadReport load_table(Input& input, const TableMapping& mapping, const LoadOptions& options,
                      ClaimSink& sink) {
  return detail::TableLoader(input, mapping.parts(), options, sink).load();
}

}  // namespace entente
