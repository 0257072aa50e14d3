#include "loaders/table.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>
#include <limits>
#include <unordered_map>

#include "loaders/file_source.hpp"
#include "loaders/table/cell_list.hpp"
#include "loaders/table/claim_writer.hpp"
#include "loaders/table/mapping.hpp"
#include "loaders/table/row_date.hpp"
#include "loaders/table/rows.hpp"
#include "loaders/table/spell_join.hpp"
#include "loaders/table/year_fold.hpp"

namespace entente {

namespace detail {
namespace {

struct Oddity {
  std::string reason;
  std::string message;
};

/// A control character of the second block: what is left of a text that was taken for another encoding.
bool has_stray_control(std::string_view text) {
  for (std::size_t at = text.find('\xC2'); at != std::string_view::npos; at = text.find('\xC2', at + 1)) {
    const unsigned char next = at + 1 < text.size() ? static_cast<unsigned char>(text[at + 1]) : 0;
    if (next >= 0x80 && next < 0xA0) return true;
  }
  return false;
}

std::optional<std::int64_t> year_in(std::string_view text) {
  if (text.size() > 2 && text.substr(text.size() - 2) == ".0") text.remove_suffix(2);
  std::int64_t year = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), year);
  if (error != std::errc() || end != text.data() + text.size() || year < -9999 || year > 9999) {
    return std::nullopt;
  }
  return year;
}

Period whole_year(std::int64_t year) {
  return {Day::from_civil({year, 1, 1}), Day::from_civil({year, 12, 31})};
}

class TableLoader {
 public:
  TableLoader(Input& input, const TableMapping& mapping, const LoadOptions& options, ClaimSink& sink)
      : options_(options),
        sink_(sink),
        mapping_(mapping.parts()),
        file_(input.name()),
        stem_(without_ending(input.name())),
        parties_(options.registry),
        writer_(parties_, "table:" + mapping_.name, sink, report_) {
    if (mapping_.source.id.empty() && options.source_id.empty()) {
      own_source_ = file_source_id(stem_, input.content_hash());
    }
    input.on_progress(options.progress);
    rows_ = open_rows(input, mapping_, options.limits);
    bind();
  }

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
  /// Positions of the mapping's columns in this header, and the columns of each rule that goes through
  /// several.
  void bind() {
    const std::vector<std::string>& header = rows_->header();
    const auto index_of = [&](const std::string& name) {
      const auto found = std::find(header.begin(), header.end(), name);
      if (found == header.end()) {
        throw Error(
            ErrorCode::InvalidRow,
            escaped_controls(fmt::format("{}:1: there is no column \"{}\", which the mapping {} needs; the "
                                         "columns are {}",
                                         file_, name, mapping_.name, shortened(header))));
      }
      return static_cast<std::size_t>(found - header.begin());
    };
    for (const ColumnNames::Name& name : mapping_.columns.names) {
      const bool there = std::find(header.begin(), header.end(), name.text) != header.end();
      where_.push_back(there || !name.optional ? index_of(name.text) : no_column);
    }
    for (const ClaimRule& rule : mapping_.claims) {
      std::vector<std::size_t>& columns = each_columns_.emplace_back();
      if (!rule.each || rule.each->list) continue;
      if (rule.each->from) {
        const std::size_t from = index_of(*rule.each->from), to = index_of(*rule.each->to);
        std::vector<std::size_t> except;
        for (const std::string& name : rule.each->columns) except.push_back(index_of(name));
        for (std::size_t i = from; i <= to; ++i) {
          if (std::find(except.begin(), except.end(), i) == except.end()) columns.push_back(i);
        }
      } else {
        for (const std::string& name : rule.each->columns) columns.push_back(index_of(name));
      }
    }
    each_parties_.resize(mapping_.claims.size());
    row_.where = &where_;
    row_.lookups = &mapping_.lookups;
    row_.missing = &mapping_.missing;
    row_.file = stem_;
  }

  static std::string shortened(const std::vector<std::string>& header) {
    constexpr std::size_t shown = 40;
    if (header.size() <= shown) return fmt::format("{}", fmt::join(header, ", "));
    return fmt::format("{} and {} more", fmt::join(header.begin(), header.begin() + shown, ", "),
                       header.size() - shown);
  }

  void take_row() {
    row_.cells = &rows_->cells();
    row_.line = rows_->line();
    row_.text = rows_->text();
    row_.column = row_.cell = row_.item = row_.note = {};
    oddities_.clear();
    descriptions_.clear();
    described_now_.clear();
    made_ = false;
    quote_.reset();
    if (std::all_of(row_.cells->begin(), row_.cells->end(), [](const auto& cell) { return cell.empty(); })) {
      pass_over_row("empty row", report_);
      return;
    }
    if (!mapping_.where.hold(row_)) {
      pass_over_row("left out by the mapping", report_);
      return;
    }
    source_ = source_of_row();
    for (const MentionRule& entity : mapping_.entities) {
      const Mention mention = mention_of(entity);
      if (mention.empty()) continue;
      describe(entity, mention);
      made_ = true;
    }
    for (std::size_t i = 0; i < mapping_.claims.size(); ++i) {
      if (mapping_.claims[i].year) note_year(*mapping_.claims[i].year);
      if (mapping_.claims[i].when.hold(row_)) apply(i);
    }
    settle();
  }

  /// What became of the row: used with warnings, passed over, or skipped for the first thing wrong with it.
  void settle() {
    tell_descriptions();
    if (made_ && has_stray_control(row_.text)) {
      oddities_.push_back(
          {"control character", "a control character, left of another encoding, stands in the text"});
    }
    std::size_t told = 0;
    if (made_) {
      ++report_.used;
    } else if (oddities_.empty()) {
      pass_over_row("says nothing that the mapping asks for", report_);
    } else {
      skip_row(diagnostic(oddities_.front()), options_, sink_, report_, oddities_.front().reason);
      told = 1;
    }
    for (std::size_t i = told; i < oddities_.size(); ++i) {
      warn_of_row(diagnostic(oddities_[i]), oddities_[i].reason, sink_, report_);
    }
  }

  /// A row that claims nothing describes nobody, either; the next that names them will.
  void tell_descriptions() {
    if (made_) {
      for (const Claim& claim : descriptions_) writer_.describe(claim, source_, row_.line, quote());
    } else if (!described_now_.empty()) {
      for (const std::string& key : described_now_) described_.erase(key);
      for (EachParties& parties : each_parties_) parties = {};
    }
  }

  [[nodiscard]] Diagnostic diagnostic(const Oddity& oddity) const {
    const ErrorCode code =
        oddity.reason.find("date") == std::string::npos ? ErrorCode::InvalidRow : ErrorCode::InvalidDate;
    return {code, file_, row_.line, 0, oddity.message, excerpt_of(quote())};
  }

  /// The evidence: the row as it stood, or the columns that the mapping wants quoted.
  [[nodiscard]] const std::string& quote() const {
    if (quote_) return *quote_;
    if (mapping_.quote.empty()) {
      quote_ = std::string(row_.text);
      return *quote_;
    }
    std::string text;
    for (const std::size_t column : mapping_.quote) {
      if (row_.at(column).empty()) continue;
      text += fmt::format("{}{}: {}", text.empty() ? "" : "; ", mapping_.columns.names[column].text,
                          row_.at(column));
    }
    quote_ = std::move(text);
    return *quote_;
  }
  [[nodiscard]] std::string quote_of_cell() const {
    if (row_.column.empty()) return quote();
    constexpr std::size_t wide = 500;
    if (mapping_.quote.empty() && row_.text.size() > wide) {  // a claim a cell, and each with the whole row?
      return fmt::format("{}; {}: {}", excerpt_of(row_.text, wide / 5), row_.column, row_.cell);
    }
    if (mapping_.quote.empty()) return quote();
    return fmt::format("{}; {}: {}", quote(), row_.column, row_.cell);
  }

  static std::string first_of(const std::vector<Template>& templates, const TableRow& row) {
    for (const Template& it : templates) {
      if (auto text = it.render(row)) return *text;
    }
    return {};
  }

  std::size_t source_of_row() {
    const SourceRule& rule = mapping_.source;
    const auto varies = [](const std::vector<Template>& list) {
      return std::any_of(list.begin(), list.end(), [](const Template& it) { return it.of_row(); });
    };
    if (known_source_ && !varies(rule.id) && !varies(rule.title) && !varies(rule.url)) {
      return *known_source_;
    }
    Source source;
    source.id.value = first_of(rule.id, row_);
    if (source.id.value.empty()) source.id.value = own_source_.empty() ? stem_ : own_source_;
    if (!options_.source_id.empty()) source.id.value = options_.source_id;
    source.title = options_.title.empty() ? first_of(rule.title, row_) : options_.title;
    if (source.title.empty()) source.title = stem_;
    source.url = options_.url.empty() ? first_of(rule.url, row_) : options_.url;
    source.publisher = rule.publisher;
    source.published = options_.published ? options_.published : rule.horizon;
    source.priority = options_.priority != 0 ? options_.priority : rule.priority;
    known_source_ = writer_.intern(source);
    return *known_source_;
  }

  Mention mention_of(const MentionRule& rule) {
    Rendered rendered = render_mention(rule, row_);
    if (!rendered.reason.empty()) odd(rendered.reason, std::move(rendered.message));
    return std::move(rendered.mention);
  }

  /// The same oddity of one row is one.
  void odd(std::string_view reason, std::string message) {
    const auto same = [&](const Oddity& it) { return it.reason == reason && it.message == message; };
    if (std::none_of(oddities_.begin(), oddities_.end(), same)) {
      oddities_.push_back({std::string(reason), std::move(message)});
    }
  }

  /// Nothing where nothing may be claimed.
  std::optional<RowDate> date_of(const std::optional<DateRule>& rule) {
    if (!rule) return RowDate{};
    RowDate date = read_date(*rule, row_);
    if (!date.reason.empty()) odd(date.reason, date.message);
    if (date.kind == RowDate::Kind::Bad || date.kind == RowDate::Kind::Skip) return std::nullopt;
    return date;
  }

  /// Whether nothing new is said of an entity: most rows say again what the rows before said.
  bool is_described(const MentionRule& rule, const Mention& mention) {
    if (rule.founded || rule.dissolved) return false;
    std::string told = rule.kind ? name_of(*rule.kind) : "";
    const auto add = [&](const Template& text, bool dated) {
      told += '\n';
      told += text.render(row_).value_or("");
      return !dated;
    };
    for (const auto& it : rule.namings) {
      if (!add(it.text, it.start || it.end)) return false;
    }
    for (const auto& it : rule.codes) {
      if (!add(it.text, it.start || it.end)) return false;
    }
    std::string key =
        mention.id + '\n' + (mention.id.empty() ? mention.name : "") + '\n' + std::to_string(source_);
    std::string& last = described_[key];
    if (last == told) return true;
    last = std::move(told);
    described_now_.push_back(std::move(key));
    return false;
  }

  void describe(const MentionRule& rule, const Mention& mention) {
    if (is_described(rule, mention)) return;
    Claim claim;
    claim.subject = mention;
    claim.subject.name = mention.id.empty() ? mention.name : "";
    const auto say = [&](Event event, std::string object, std::string detail, std::optional<Edtf> when) {
      claim.event = event;
      claim.object = {std::move(object), ""};
      claim.detail = std::move(detail);
      claim.when = std::move(when);
      descriptions_.push_back(claim);
    };
    if (rule.kind) say(Event::Classified, name_of(*rule.kind), "", std::nullopt);
    for (const auto& naming : rule.namings) {
      const auto name = naming.text.render(row_);
      if (name && !is_nameless(*name))
        say(Event::Named, *name, naming.detail, used(naming.start, naming.end));
    }
    for (const auto& code : rule.codes) {
      const auto id = code.text.render(row_);
      if (id && id->find(':') != std::string::npos)
        say(Event::Identified, *id, "", used(code.start, code.end));
    }
    for (const auto& [event, date] :
         {std::pair{Event::Founded, &rule.founded}, {Event::Dissolved, &rule.dissolved}}) {
      if (!*date) continue;
      const auto when = date_of(*date);
      if (when && when->date) say(event, "", "", Edtf(*when->date));
    }
  }

  /// The interval in which a name or a code was used; nothing where nothing bounds it.
  std::optional<Edtf> used(const std::optional<DateRule>& start, const std::optional<DateRule>& end) {
    const auto first = date_of(start), last = date_of(end);
    const auto text = [](const std::optional<RowDate>& date) {
      return date && date->date ? date->date->text() : std::string("..");
    };
    const std::string span = text(first) + '/' + text(last);
    if (span == "../..") return std::nullopt;
    auto edtf = try_parse_edtf(span);
    if (!edtf) odd("ends before it starts", fmt::format("{} ends before it starts", span));
    return edtf;
  }

  void apply(std::size_t index) {
    const ClaimRule& rule = mapping_.claims[index];
    row_parties_ = {};
    if (!rule.each) {
      row_.column = row_.cell = row_.item = row_.note = {};
      say(index, meaning_of(rule, rule.value ? rule.value->render(row_).value_or("") : ""));
      return;
    }
    if (rule.each->list) {
      const auto text = rule.each->list->render(row_);
      if (!text) return;
      for (const ListItem& item : split_list(*text, rule.each->separators)) {
        row_.cell = item.text;
        row_.item = item.name;
        row_.note = item.note;
        row_parties_ = {};
        say(index, meaning_of(rule, rule.value ? rule.value->render(row_).value_or("") : item.note));
      }
    } else {
      // Neighbours mostly say the same: only what differs from the cell before is looked up.
      const std::string* before = nullptr;
      const TableMeaning* meaning = nullptr;
      for (const std::size_t column : each_columns_[index]) {
        const std::string& cell = (*row_.cells)[column];
        row_.column = rows_->header()[column];
        row_.cell = cell;
        each_column_ = column;
        if (rule.value) {
          meaning = meaning_of(rule, rule.value->render(row_).value_or(""));
        } else if (before == nullptr || *before != cell) {
          meaning = meaning_of(rule, cell);
          before = meaning == nullptr ? nullptr : &cell;
        }
        if (meaning != nullptr && meaning->what != TableMeaning::What::Nothing) say(index, meaning);
      }
    }
    row_.column = row_.cell = row_.item = row_.note = {};
  }

  const TableMeaning* meaning_of(const ClaimRule& rule, std::string_view value) {
    if (rule.values.empty() && !rule.other) return &rule.says;
    for (const auto& [known, meaning] : rule.values) {
      if (known == value) return &meaning;
    }
    odd("unknown value", fmt::format("the mapping does not say what \"{}\" means", value));
    return rule.other ? &*rule.other : nullptr;
  }

  /// Subject and object of a rule. In a rule that goes through columns, what depends on the row alone is
  /// found once a row, and what depends on the column alone once.
  std::optional<PartyId> party_of(std::size_t index, bool subject) {
    const ClaimRule& rule = mapping_.claims[index];
    const MentionRule& mention = subject ? rule.subject : rule.object;
    std::optional<std::optional<PartyId>>& of_row = subject ? row_parties_.subject : row_parties_.object;
    const auto depends = [&](bool (Template::*on)() const noexcept) {
      const auto any = [on](const auto& list) {
        return std::any_of(list.begin(), list.end(), [on](const Template& it) { return (it.*on)(); });
      };
      return any(mention.ids) || any(mention.names);
    };
    const bool columns = rule.each && !rule.each->list;
    if (columns && of_row) return *of_row;
    std::vector<ColumnParty>& cache = each_parties_[index].of(subject);
    const bool of_column = columns && !depends(&Template::of_row);
    if (of_column && each_column_ < cache.size() && cache[each_column_].known)
      return cache[each_column_].party;

    const std::size_t oddities = oddities_.size();
    const Mention said = mention_of(mention);
    std::optional<PartyId> party;
    if (!said.empty()) {
      party = parties_.intern(said);
      if (mention.describes()) describe(mention, said);
    }
    if (columns && !depends(&Template::of_each)) of_row = party;
    if (of_column && oddities == oddities_.size()) {
      cache.resize(std::max(cache.size(), each_column_ + 1));
      cache[each_column_] = {true, party};
    }
    return party;
  }

  void say(std::size_t index, const TableMeaning* meaning) {
    if (meaning == nullptr || meaning->what == TableMeaning::What::Nothing) return;
    const ClaimRule& rule = mapping_.claims[index];
    const auto subject = party_of(index, true);
    const auto object = rule.has_object ? party_of(index, false) : std::nullopt;
    if (!subject || (rule.has_object && !object)) {
      const std::string_view who = subject ? "object" : "subject";
      odd(fmt::format("no {}", who), fmt::format("nothing says who the {} is", who));
      return;
    }
    if (rule.year) {
      fold_year(index, *meaning, *subject, object.value_or(*subject));
    } else if (meaning->what == TableMeaning::What::Says) {
      state(index, *meaning, *subject, object);
    }
  }

  /// Also of a row that says nothing else: it says that the table knows of the year.
  void note_year(const Template& column) {
    const auto text = column.render(row_);
    year_ = text ? year_in(*text) : std::nullopt;
    if (!year_) return;
    whole_year_ = whole_year(*year_);
    first_year_ = std::min(first_year_, *year_);
    last_year_ = std::max(last_year_, *year_);
  }

  void fold_year(std::size_t index, const TableMeaning& meaning, PartyId subject, PartyId object) {
    const ClaimRule& rule = mapping_.claims[index];
    const auto year = year_;
    if (!year) {
      odd("unreadable date", fmt::format("\"{}\" is no year", rule.year->render(row_).value_or("")));
      return;
    }
    const YearFold::Key key{static_cast<std::uint32_t>(index), static_cast<std::uint32_t>(source_),
                            parties_.over(subject, whole_year_), parties_.over(object, whole_year_)};
    const bool unknown = meaning.what == TableMeaning::What::Unknown;
    const std::int32_t kind = unknown ? YearFold::unknown : kind_of(rule, meaning);
    const bool approximate = rule.approximate_when && rule.approximate_when->hold(row_);
    if (!unknown) made_ = true;
    YearFold::Run* const run = years_.go_on(key, *year, kind, approximate);
    if (run != nullptr) {
      run->line = std::min(run->line, row_.line);
      return;
    }
    YearFold::Run fresh{kind, *year, *year, row_.line, 1, approximate, approximate, "", ""};
    if (!unknown) {
      fresh.text = quote_of_cell();
      fresh.detail = detail_of(rule, meaning);
    }
    years_.begin(key, std::move(fresh));
  }

  static std::int32_t kind_of(const ClaimRule& rule, const TableMeaning& meaning) {
    for (std::size_t i = 0; i < rule.values.size(); ++i) {
      if (&rule.values[i].second == &meaning) return static_cast<std::int32_t>(i);
    }
    return static_cast<std::int32_t>(rule.values.size()) + (&meaning == &rule.says ? 1 : 0);
  }
  static const TableMeaning& meaning_at(const ClaimRule& rule, std::int32_t kind) {
    const auto index = static_cast<std::size_t>(kind);
    if (index < rule.values.size()) return rule.values[index].second;
    return index == rule.values.size() ? *rule.other : rule.says;
  }

  std::string detail_of(const ClaimRule& rule, const TableMeaning& meaning) {
    std::string detail = meaning.detail;
    const auto append = [&detail](const std::string& text) {
      if (!detail.empty() && !text.empty()) detail += "; ";
      detail += text;
    };
    if (rule.detail) append(rule.detail->render(row_).value_or(""));
    for (const auto& [word, when] : rule.qualifiers) {
      if (when.hold(row_)) append(word);
    }
    return detail;
  }

  void state(std::size_t index, const TableMeaning& meaning, PartyId subject, std::optional<PartyId> object) {
    const ClaimRule& rule = mapping_.claims[index];
    TableStatement said;
    said.subject = subject;
    said.object = object;
    said.event = meaning.event;
    said.relation = meaning.relation;
    said.certainty = meaning.certainty;
    said.detail = detail_of(rule, meaning);
    said.source = source_;
    said.line = row_.line;
    said.text = quote_of_cell();
    said.once = rule.once;
    said.both_ways = rule.both_ways;
    const auto start = date_of(rule.start), end = date_of(rule.end), date = date_of(rule.date);
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
      made_ = true;
    } catch (const Error& error) {
      if (error.code() != ErrorCode::InvertedInterval) {
        odd("unreadable date", error.what());
        return;
      }
      odd("ends before it starts",
          fmt::format("it would end ({}) before it starts ({})", said.last ? said.last->text() : "",
                      said.first ? said.first->text() : ""));
    }
  }

  void finish() {
    // The years of a table end where they end, however much later it was published.
    std::int64_t horizon = last_year_;
    if (mapping_.source.horizon) horizon = mapping_.source.horizon->latest().civil().year;
    if (!options_.published && !mapping_.source.horizon && first_year_ <= last_year_) {
      writer_.speak_as_of(Date::of_year(last_year_));
    }
    const bool published_later = options_.published && options_.published->earliest().civil().year > horizon;
    for (const TableStatement& spell : spells_.finish()) writer_.write(spell);
    const auto censored = [&](std::uint32_t rule) { return mapping_.claims[rule].unknown_before_first; };
    for (YearFold::Spell& spell : years_.finish(first_year_, horizon, censored)) {
      if (published_later && spell.end == TableStatement::End::Ongoing) {
        spell.end = TableStatement::End::Dated;
        spell.last = Date::of_year(spell.run.last);
        spell.last_bound = true;
      }
      write(spell);
    }
  }

  void write(YearFold::Spell& spell) {
    const ClaimRule& rule = mapping_.claims[spell.key.rule];
    const TableMeaning& meaning = meaning_at(rule, spell.run.kind);
    TableStatement said;
    said.subject = spell.key.subject;
    if (rule.has_object) said.object = spell.key.object;
    said.relation = meaning.relation;
    said.certainty = meaning.certainty;
    said.detail = std::move(spell.run.detail);
    said.spans = true;
    said.first = spell.first;
    said.first_bound = spell.first_bound;
    said.end = spell.end;
    said.last = spell.last;
    said.last_bound = spell.last_bound;
    said.source = spell.key.source;
    said.line = spell.run.line;
    said.text = std::move(spell.run.text);
    if (spell.run.rows > 1) {
      said.text += fmt::format(" … to {} ({} rows)", spell.run.last, spell.run.rows);
    }
    said.both_ways = rule.both_ways;
    writer_.write(said);
  }

  struct ColumnParty {
    bool known = false;
    std::optional<PartyId> party;
  };
  struct EachParties {
    std::vector<ColumnParty> subjects, objects;
    std::vector<ColumnParty>& of(bool subject) { return subject ? subjects : objects; }
  };
  struct RowParties {
    std::optional<std::optional<PartyId>> subject, object;
  };

  const LoadOptions& options_;
  ClaimSink& sink_;
  const Mapping& mapping_;
  std::string file_, stem_, own_source_;
  LoadReport report_;
  TableParties parties_;
  ClaimWriter writer_;
  std::unique_ptr<TableRows> rows_;
  std::vector<std::size_t> where_;
  std::vector<std::vector<std::size_t>> each_columns_;  ///< by rule
  std::vector<EachParties> each_parties_;               ///< by rule
  std::size_t each_column_ = 0;
  RowParties row_parties_;
  std::unordered_map<std::string, std::string> described_;  ///< what was last told of an entity
  std::vector<Claim> descriptions_;                         ///< of this row, until it is known to be used
  std::vector<std::string> described_now_;                  ///< keys of `described_` that this row set
  YearFold years_;
  SpellJoin spells_;
  std::optional<std::int64_t> year_;  ///< of the row, for the rule at hand
  Period whole_year_{Day(0), Day(0)};
  std::int64_t first_year_ = std::numeric_limits<std::int64_t>::max();
  std::int64_t last_year_ = std::numeric_limits<std::int64_t>::min();
  TableRow row_;
  std::size_t source_ = 0;
  std::optional<std::size_t> known_source_;
  std::vector<Oddity> oddities_;
  bool made_ = false;
  mutable std::optional<std::string> quote_;
};

}  // namespace
}  // namespace detail

LoadReport load_table(Input& input, const TableMapping& mapping, const LoadOptions& options,
                      ClaimSink& sink) {
  return detail::TableLoader(input, mapping, options, sink).load();
}

}  // namespace entente
