#include "python/database.hpp"

#include <algorithm>
#include <memory>
#include <sstream>
#include <unordered_map>

#include "export/answer_json.hpp"
#include "export/answer_table.hpp"
#include "export/comparison.hpp"
#include "export/date_label.hpp"
#include "export/diagram.hpp"
#include "export/dot.hpp"
#include "export/entity_list.hpp"
#include "export/render.hpp"
#include "graph/error.hpp"
#include "loaders/bundled_registry.hpp"
#include "loaders/confidence.hpp"
#include "loaders/english_date.hpp"
#include "loaders/load.hpp"
#include "loaders/many_documents.hpp"
#include "loaders/table_mapping.hpp"
#include "queries/ask.hpp"
#include "queries/compare.hpp"
#include "queries/dyads.hpp"
#include "queries/entities.hpp"
#include "queries/relation_names.hpp"
#include "queries/resolve_name.hpp"
#include "queries/source_choice.hpp"

namespace entente::python {

namespace {

using Lock = std::lock_guard<std::mutex>;

Store open(const std::string& path, bool create, bool read_only) {
  if (read_only) return Store::open(path, Store::Mode::Read);
  return Store::open(path, create ? Store::Mode::Create : Store::Mode::Write);
}

std::vector<Relation> makes_members() {
  return {Relation{std::string(relation::member_of)}, Relation{std::string(relation::party_to)}};
}

std::optional<Period> period_of(const Asking& asking) {
  return asking.when ? std::optional(asked_period(*asking.when)) : std::nullopt;
}

Rendered rendered(const Question& question, const Answer& answer) {
  return {to_json(question, answer), text_tables(answer), frame_of(csv_table(answer))};
}

Rendered respond(const Store& store, const Question& question) {
  return rendered(question, answer(store, question));
}

class ImportSink : public ClaimSink {
 public:
  ImportSink(Store::Import& import, Loaded& loaded) : import_(&import), loaded_(&loaded) {}
  void source(const Source& source) override { import_->add(source); }
  void claim(const Claim& claim) override {
    ++loaded_->claims;
    if (import_->add(claim)) ++loaded_->fresh;
  }
  void problem(const Diagnostic& problem) override {
    constexpr std::size_t kept = 100;
    if (loaded_->problems.size() < kept) loaded_->problems.push_back(problem.to_string());
  }

 private:
  Store::Import* import_;
  Loaded* loaded_;
};

std::optional<Format> format_named(const std::string& name) {
  if (name.empty()) return std::nullopt;
  if (const auto format = format_from(name)) return format;
  throw Error(ErrorCode::InvalidArgument, "there is no kind of input called '" + name + "'");
}

void add_claim(Table& table, const Claim& claim, const std::string& last) {
  table.rows.push_back({claim.subject.shown(), event_name(claim.event, claim.relation), claim.object.shown(),
                        claim.when ? to_string(*claim.when) : std::string(), name_of(claim.certainty),
                        claim.evidence.source.value, claim.evidence.text, last});
}

Table claim_table(const char* last) {
  return {.columns = {{"subject"},
                      {"event"},
                      {"object"},
                      {"date"},
                      {"certainty"},
                      {"source"},
                      {"text", Column::Fit::Wrap},
                      {last}}};
}

/// Of a table with many rows as many as a person looks at.
Table beginning_of(const Table& table, std::string title) {
  constexpr std::size_t shown = 20;
  Table few = table;
  few.title = std::move(title);
  if (few.rows.size() > shown) {
    few.notes.push_back(std::to_string(few.rows.size() - shown) + " more");
    few.rows.resize(shown);
  }
  return few;
}

Rendered rendered(const Table& table, std::string title) {
  return {{}, {beginning_of(table, std::move(title))}, frame_of(table)};
}

}  // namespace

Edtf read_when(const std::string& text) {
  if (auto edtf = try_parse_edtf(text)) return *edtf;
  if (auto english = read_english_date(text)) return *english;
  throw Error(ErrorCode::InvalidDate,
              "'" + text + "' is no date: write 2012-06-28, 2012-06, 2012, 199X, 2006/2012 or \"June 2012\"");
}

Database::Database(const std::string& path, bool create, bool read_only)
    : store_(open(path, create, read_only)) {}

Loaded Database::load(const std::string& path, const std::string& as, const LoadOptions& options,
                      const std::string& mapping) {
  const Lock lock(one_at_a_time_);
  LoadOptions mapped = options;
  if (!mapping.empty()) mapped.mapping = std::make_shared<const TableMapping>(TableMapping::find(mapping));
  const auto format = format_named(as);
  Loaded loaded;
  Store::Import import = store_.begin_import();
  ImportSink sink(import, loaded);
  DescribingSink describing(bundled_registry(), sink);
  ClaimSink& into = options.registry ? static_cast<ClaimSink&>(describing) : sink;
  loaded.report = path.empty() ? load_bundled(into) : load_file(path, format, article_reader(), mapped, into);
  import.commit();
  return loaded;
}

EntityId Database::id(const std::string& name, int role, const Asking& asking) const {
  return resolve_name(store_, name, {.when = period_of(asking), .role = static_cast<Role>(role)}).id;
}

std::vector<Relation> Database::relations(const Asking& asking, std::vector<Relation> by_default) const {
  return relations_named(store_, asking.relations, std::move(by_default));
}

Scope Database::scope(const Asking& asking) const {
  Scope scope;
  scope.when = period_of(asking);
  scope.relations = relations(asking, membership_relations());
  if (asking.certain) scope.least = Status::Certain;
  return scope;
}

namespace {
constexpr int any = static_cast<int>(Role::Any);
constexpr int body_role = static_cast<int>(Role::Body);
constexpr int member_role = static_cast<int>(Role::Member);
}  // namespace

Rendered Database::members(const std::string& body, const Asking& asking) {
  const Lock lock(one_at_a_time_);
  return respond(store_, MembersQuestion{.body = id(body, body_role, asking),
                                         .scope = scope(asking),
                                         .follow_successors = asking.successors});
}

Rendered Database::memberships(const std::string& entity, const Asking& asking) {
  const Lock lock(one_at_a_time_);
  return respond(store_, MembershipsQuestion{.entity = id(entity, any, asking), .scope = scope(asking)});
}

Rendered Database::timeline(const std::string& entity, const Asking& asking) {
  const Lock lock(one_at_a_time_);
  return respond(store_, TimelineQuestion{.entity = id(entity, any, asking),
                                          .when = period_of(asking),
                                          .relations = relations(asking, {}),
                                          .follow_successors = asking.successors});
}

Rendered Database::was(const std::string& subject, const std::string& body, const Asking& asking) {
  const Lock lock(one_at_a_time_);
  return respond(store_, WasQuestion{.subject = id(subject, member_role, asking),
                                     .body = id(body, body_role, asking),
                                     .when = period_of(asking),
                                     .relations = relations(asking, makes_members()),
                                     .follow_successors = asking.successors});
}

Rendered Database::why(const std::string& subject, const std::string& body, const Asking& asking) {
  const Lock lock(one_at_a_time_);
  return respond(store_, WhyQuestion{.subject = id(subject, member_role, asking),
                                     .body = id(body, body_role, asking),
                                     .when = period_of(asking)});
}

Rendered Database::changes(const std::optional<std::string>& body, const Asking& asking) {
  const Lock lock(one_at_a_time_);
  ChangesQuestion question;
  if (body) question.body = id(*body, any, asking);
  if (const auto period = period_of(asking)) question.during = *period;
  question.relations = relations(asking, {});
  question.follow_successors = asking.successors;
  question.certain_only = asking.certain;
  return respond(store_, question);
}

Rendered Database::conflicts(const std::optional<std::string>& entity, const Asking& asking) {
  const Lock lock(one_at_a_time_);
  ConflictsQuestion question;
  if (entity) question.entity = id(*entity, any, asking);
  question.when = period_of(asking);
  question.relations = relations(asking, {});
  return respond(store_, question);
}

Rendered Database::overlap(const std::string& a, const std::string& b, const Asking& asking) {
  const Lock lock(one_at_a_time_);
  OverlapQuestion question{.a = id(a, member_role, asking), .b = id(b, member_role, asking)};
  question.scope = scope(asking);
  question.scope.relations = relations(asking, makes_members());
  return respond(store_, question);
}

Rendered Database::path(const std::string& from, const std::string& to, const Asking& asking,
                        bool simultaneous, std::size_t count) {
  const Lock lock(one_at_a_time_);
  PathQuestion question{.from = id(from, any, asking), .to = id(to, any, asking)};
  question.time = simultaneous ? PathTime::Simultaneous : PathTime::Any;
  question.when = period_of(asking);
  question.relations = relations(asking, {});
  question.count = count == 1 ? PathCount::One : PathCount::Best;
  question.k = count;
  if (asking.certain) question.least = Status::Certain;
  return respond(store_, question);
}

Rendered Database::ask(const std::string& question) {
  const Lock lock(one_at_a_time_);
  AskOptions options;
  options.read_date = [](std::string_view phrase) -> std::optional<Edtf> {
    if (auto edtf = try_parse_edtf(phrase)) return edtf;
    return read_english_date(phrase);
  };
  const Asked asked = entente::ask(store_, question, options);
  Rendered answered{to_json(asked), text_tables(asked.answer), frame_of(csv_table(asked.answer))};
  if (!answered.tables.empty() && !asked.answer_text.empty())
    answered.tables.front().title = asked.answer_text;
  return answered;
}

Rendered Database::compare(const std::vector<std::string>& sources, const std::optional<std::string>& body,
                           const Asking& asking) {
  const Lock lock(one_at_a_time_);
  CompareQuestion question;
  for (const std::string& name : sources) {
    question.sources.push_back(name == all_others.value ? all_others : find_source(store_, name));
  }
  if (body) question.body = id(*body, body_role, asking);
  question.when = period_of(asking);
  question.relations = relations(asking, question.relations);
  question.follow_successors = asking.successors;
  const Comparisons answer = entente::compare(store_, question);
  return {to_json(question, answer), text_tables(answer), frame_of(csv_table(answer))};
}

Rendered Database::dyads(const std::vector<std::string>& among, const Asking& asking, bool zeros) {
  const Lock lock(one_at_a_time_);
  DyadsQuestion question;
  if (const auto period = period_of(asking)) {
    if (beginning_of_time < period->first) question.first_year = period->first.civil().year;
    if (period->last < end_of_time) question.last_year = period->last.civil().year;
  }
  question.relations = relations(asking, question.relations);
  for (const std::string& name : among) question.among.push_back(id(name, member_role, asking));
  question.zeros = zeros;
  if (asking.certain) question.least = Status::Certain;
  auto frame = std::make_shared<Frame>();
  auto& a = frame->add<WordColumn>("a");
  auto& b = frame->add<WordColumn>("b");
  auto& a_name = frame->add<WordColumn>("a_name");
  auto& b_name = frame->add<WordColumn>("b_name");
  auto& year = frame->add<IntegerColumn>("year");
  auto& shared = frame->add<IntegerColumn>("shared");
  b.dictionary = a.dictionary;
  b_name.dictionary = a_name.dictionary;
  std::vector<std::int32_t> ids, names;
  for_each_dyad(
      store_, question,
      [&](const DyadEntities& known) {
        for (const Entity& entity : known.entities) {
          ids.push_back(a.dictionary->number(entity.id.value));
          names.push_back(a_name.dictionary->number(entity.name));
        }
      },
      [&](const Dyad& dyad) {
        a.numbers.push_back(ids[dyad.a]);
        b.numbers.push_back(ids[dyad.b]);
        a_name.numbers.push_back(names[dyad.a]);
        b_name.numbers.push_back(names[dyad.b]);
        year.add(dyad.year);
        shared.add(dyad.shared);
      });
  return {{}, {}, frame};
}

Rendered Database::edges(const Asking& asking) {
  const Lock lock(one_at_a_time_);
  Pattern pattern;
  pattern.during = period_of(asking);
  pattern.relations = relations(asking, {});
  const Period period = pattern.during.value_or(all_time);
  auto frame = std::make_shared<Frame>();
  auto& subject_id = frame->add<WordColumn>("subject_id");
  auto& subject = frame->add<WordColumn>("subject");
  auto& relation = frame->add<WordColumn>("relation");
  auto& object_id = frame->add<WordColumn>("object_id");
  auto& object = frame->add<WordColumn>("object");
  auto& status = frame->add<WordColumn>("status");
  auto& start = frame->add<WordColumn>("start");
  auto& end = frame->add<WordColumn>("end");
  auto& earliest_start = frame->add<DayColumn>("earliest_start");
  auto& latest_start = frame->add<DayColumn>("latest_start");
  auto& earliest_end = frame->add<DayColumn>("earliest_end");
  auto& latest_end = frame->add<DayColumn>("latest_end");
  auto& disputed = frame->add<TruthColumn>("disputed");
  auto& edge_id = frame->add<TextColumn>("edge");
  object_id.dictionary = subject_id.dictionary;
  object.dictionary = subject.dictionary;
  std::unordered_map<std::string, std::string> names;
  for (const Entity& entity : store_.entities()) names.emplace(entity.id.value, entity.name);
  const auto name_of_entity = [&](const EntityId& entity) -> const std::string& {
    const auto found = names.find(entity.value);
    return found == names.end() ? entity.value : found->second;
  };
  for (const Edge& edge : store_.edges(pattern)) {
    const Status held = edge.interval.over(period);
    if (asking.certain && held != Status::Certain) continue;
    const Readings& readings = edge.interval.readings();
    subject_id.add(edge.subject.value);
    subject.add(name_of_entity(edge.subject));
    relation.add(edge.relation.label);
    object_id.add(edge.object.value);
    object.add(name_of_entity(edge.object));
    status.add(name_of(held));
    start.add_present(first_text(edge.interval));
    end.add_present(last_text(edge.interval));
    earliest_start.add(readings.first_earliest);
    latest_start.add(readings.first_latest);
    earliest_end.add(readings.last_earliest);
    latest_end.add(readings.last_latest);
    disputed.add(edge.disputed());
    edge_id.add(edge.id.to_string());
  }
  return {{}, {}, frame};
}

Rendered Database::claims() {
  const Lock lock(one_at_a_time_);
  Table table = claim_table("claim");
  store_.for_each_claim(
      [&](const ClaimId& claim_id, const Claim& claim) { add_claim(table, claim, claim_id.to_string()); });
  return rendered(table, std::to_string(table.rows.size()) + " claims");
}

Rendered Database::sources() {
  const Lock lock(one_at_a_time_);
  Table table{.columns = {{"source"}, {"title"}, {"publisher"}, {"url"}, {"published"}, {"priority"}}};
  for (const Source& source : store_.sources()) {
    table.rows.push_back({source.id.value, source.title, source.publisher, source.url,
                          source.published ? source.published->text() : std::string(),
                          std::to_string(source.priority)});
  }
  return rendered(table, std::to_string(table.rows.size()) + " sources");
}

Rendered Database::entities(const std::string& text) {
  const Lock lock(one_at_a_time_);
  const std::vector<Entity> found = find_entities(store_, {.text = text});
  return {to_json(found), {beginning_of(text_table(found), {})}, frame_of(csv_table(found))};
}

std::string Database::draw(const std::vector<std::string>& around, const Asking& asking,
                           const std::string& title, const std::string& format) {
  const Lock lock(one_at_a_time_);
  const auto picture = picture_from(format);
  if (!picture && format != "dot") {
    throw Error(ErrorCode::InvalidArgument, "there is no picture format '" + format + "'",
                {"svg", "png", "pdf", "dot"});
  }
  SnapshotQuestion question;
  question.scope = scope(asking);
  question.scope.relations = relations(asking, {Relation{std::string(relation::member_of)}});
  for (const std::string& name : around) question.around.push_back(id(name, any, asking));
  Snapshot shown = snapshot(store_, question);
  const auto is_own = [&](const EntityId& entity) {
    return std::find(question.around.begin(), question.around.end(), entity) != question.around.end();
  };
  if (!around.empty()) {
    std::erase_if(shown.ties,
                  [&](const Tie& tie) { return !is_own(tie.subject.id) && !is_own(tie.object.id); });
  }
  DiagramOptions options;
  options.when = period_of(asking);
  options.title = title;
  if (around.size() == 1) options.focus = question.around.front();
  const Diagram diagram = network(shown.ties, options);
  static std::mutex graphviz;  // keeps state of its own
  const Lock drawing(graphviz);
  return picture ? render(diagram, *picture) : to_dot(diagram);
}

Rendered extract(const std::string& text, const LoadOptions& options) {
  Findings found;
  article_reader().load(text, options, found);
  Table table = claim_table("confidence");
  for (const Claim& claim : found.claims) {
    const auto confidence = confidence_of(claim);
    add_claim(table, claim, confidence ? std::to_string(*confidence).substr(0, 4) : std::string());
  }
  return rendered(table, std::to_string(table.rows.size()) + " facts");
}

}  // namespace entente::python
