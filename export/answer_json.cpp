#include "export/answer_json.hpp"

#include <functional>

#include "export/tie_json.hpp"

namespace entente {

namespace {

using namespace detail;

void write_when(PrettyJson& json, const std::optional<Period>& when) {
  write(json, "when", when ? period_text(*when) : std::string());
}

void write_scope(PrettyJson& json, const Scope& scope) {
  write_when(json, scope.when);
  write_relations(json, scope.relations);
  write(json, "least", name_of(scope.least));
}

/// The object `query`, open as long as this lives.
class Query {
 public:
  Query(PrettyJson& json, const char* command) : json_(json) {
    json.Key("query");
    json.StartObject();
    write(json, "command", command);
  }
  ~Query() { json_.EndObject(); }
  Query(const Query&) = delete;
  Query& operator=(const Query&) = delete;

 private:
  PrettyJson& json_;
};

void write_answer(PrettyJson& json, const MembersQuestion& question, const Members& answer) {
  {
    const Query query(json, "members");
    write(json, "body", answer.body);
    write_scope(json, question.scope);
    write(json, "follow_successors", question.follow_successors);
    write_entities(json, "bodies", answer.bodies);
  }
  write_ties(json, "answers", answer.ties, Answering::Subject);
}

void write_answer(PrettyJson& json, const MembershipsQuestion& question, const Memberships& answer) {
  {
    const Query query(json, "memberships");
    write(json, "entity", answer.entity);
    write_scope(json, question.scope);
  }
  write_ties(json, "answers", answer.ties, Answering::Object);
}

void write_answer(PrettyJson& json, const WasQuestion& question, const Was& answer) {
  {
    const Query query(json, "was");
    write(json, "subject", answer.subject);
    write(json, "body", answer.body);
    write_when(json, answer.when);
    write_relations(json, question.relations);
    write(json, "follow_successors", question.follow_successors);
  }
  write(json, "status", name_of(answer.status));
  write_changes(json, answer.changes);
  write_ties(json, "answers", answer.ties, Answering::Object);
  write_ties(json, "other", answer.other, Answering::Object);
}

void write_entity(PrettyJson& json, const Entity& entity) {
  json.Key("entity");
  json.StartObject();
  write_entity_members(json, entity);
  json.EndObject();
}

/// `id` and `name` are those of the other end, whichever it is.
void write_ties_of(PrettyJson& json, const char* name, const std::vector<Tie>& ties,
                   const std::function<bool(const EntityId&)>& own) {
  json.Key(name);
  json.StartArray();
  for (const Tie& tie : ties) {
    json.StartObject();
    write_tie_members(json, tie, own(tie.subject.id) ? Answering::Object : Answering::Subject);
    json.EndObject();
  }
  json.EndArray();
}

void write_answer(PrettyJson& json, const TimelineQuestion& question, const Timeline& answer) {
  {
    const Query query(json, "timeline");
    write(json, "entity", EntityRef{answer.entity.id, answer.entity.name, answer.entity.kind});
    write_when(json, question.when);
    write_relations(json, question.relations);
    write(json, "follow_successors", question.follow_successors);
  }
  write_entity(json, answer.entity);
  write_entities(json, "line", answer.line);
  write_ties_of(json, "answers", answer.ties, [&](const EntityId& id) {
    for (const EntityRef& own : answer.line) {
      if (own.id == id) return true;
    }
    return answer.entity.id == id;
  });
  write_evidence(json, "existence", answer.existence);
  write_ties(json, "founders", answer.founders, Answering::Subject);
}

void write_answer(PrettyJson& json, const ChangesQuestion& question, const Changes& answer) {
  {
    const Query query(json, "changes");
    if (answer.body) write(json, "body", *answer.body);
    write_when(json, answer.during);
    write_relations(json, question.relations);
    json.Key("kinds");
    json.StartArray();
    for (const ChangeKind kind : question.kinds) write(json, name_of(kind));
    json.EndArray();
    write(json, "follow_successors", question.follow_successors);
    write(json, "certain_only", question.certain_only);
    write(json, "undated", question.undated);
  }
  json.Key("answers");
  json.StartArray();
  for (const Change& change : answer.changes) {
    json.StartObject();
    write(json, "id", change.subject.id.value);
    write(json, "name", change.subject.name);
    write(json, "change", name_of(change.kind));
    write(json, "date", change.when);
    write(json, "earliest", period_text({change.window.first, change.window.first}));
    write(json, "latest", period_text({change.window.last, change.window.last}));
    write(json, "status", change.certain ? "certain" : "possible");
    write(json, "subject", change.subject);
    if (change.object) write(json, "object", *change.object);
    if (!change.text.empty()) write(json, "text", change.text);
    if (change.tie) {
      write(json, "relation", change.tie->relation.label);
      write(json, "edge", change.tie->edge.to_string());
    }
    write_evidence(json, "evidence", change.proofs);
    json.EndObject();
  }
  json.EndArray();
}

void write_answer(PrettyJson& json, const OverlapQuestion& question, const Overlap& answer) {
  {
    const Query query(json, "overlap");
    write(json, "a", answer.a);
    write(json, "b", answer.b);
    write(json, "body", question.body ? question.body->value : std::string());
    write_scope(json, question.scope);
  }
  json.Key("answers");
  json.StartArray();
  for (const SharedSpell& spell : answer.shared) {
    json.StartObject();
    write(json, "id", spell.body.id.value);
    write(json, "name", spell.body.name);
    write_moments(json, spell.moments);
    for (const auto& [name, tie] : {std::pair{"a", &spell.a}, std::pair{"b", &spell.b}}) {
      json.Key(name);
      json.StartObject();
      write_tie_members(json, *tie, Answering::Subject);
      json.EndObject();
    }
    json.EndObject();
  }
  json.EndArray();
  write_ties(json, "direct", answer.direct, Answering::Object);
}

void write_answer(PrettyJson& json, const PathQuestion& question, const Paths& answer) {
  const auto write_ids_of = [&json](const char* name, const auto& items, auto text_of) {
    json.Key(name);
    json.StartArray();
    for (const auto& item : items) write(json, text_of(item));
    json.EndArray();
  };
  {
    const Query query(json, "path");
    write(json, "from", answer.from);
    write(json, "to", answer.to);
    write_when(json, answer.when);
    write(json, "time", question.time == PathTime::Simultaneous ? "simultaneous" : "any");
    write_relations(json, question.relations);
    write_ids_of("avoid", question.avoid, [](const EntityId& id) { return id.value; });
    write_ids_of("avoid_relations", question.avoid_relations, [](const Relation& r) { return r.label; });
    write(json, "max_steps", std::uint64_t{question.max_steps});
    write(json, "least", name_of(question.least));
  }
  json.Key("answers");
  json.StartArray();
  for (const Path& path : answer.paths) {
    json.StartObject();
    write(json, "length", std::uint64_t{path.steps.size()});
    write(json, "breadth", std::uint64_t{path.breadth});
    write_moments(json, path.moments);
    json.Key("steps");
    json.StartArray();
    for (const PathStep& step : path.steps) {
      json.StartObject();
      write(json, "from", step.from);
      write(json, "to", step.to);
      write_ties_of(json, "ties", step.ties, [&](const EntityId& id) { return id == step.from.id; });
      json.EndObject();
    }
    json.EndArray();
    json.EndObject();
  }
  json.EndArray();
  write(json, "truncated", answer.truncated);
}

void write_pair(PrettyJson& json, const char* command, const EntityRef& subject, const EntityRef& body,
                const std::optional<Period>& when) {
  const Query query(json, command);
  write(json, "subject", subject);
  write(json, "body", body);
  write_when(json, when);
}

void write_answer(PrettyJson& json, const WhyQuestion& /*question*/, const Why& answer) {
  write_pair(json, "why", answer.subject, answer.body, answer.when);
  write_ties(json, "answers", answer.ties, Answering::Object);
  write_evidence(json, "dissenting", answer.dissenting);
  write_evidence(json, "denying", answer.denying);
  write_evidence(json, "hypothetical", answer.hypothetical);
  write_evidence(json, "unused", answer.unused);
}

void write_answer(PrettyJson& json, const WhyQuestion& /*question*/, const WhyNot& answer) {
  write_pair(json, "why_not", answer.subject, answer.body, answer.when);
  write(json, "status", name_of(answer.status));
  json.Key("answers");
  json.StartArray();
  for (const Reason& reason : answer.reasons) {
    json.StartObject();
    write(json, "reason", name_of(reason.kind));
    write(json, "text", reason.text);
    write_ties(json, "ties", reason.ties, Answering::Object);
    write_evidence(json, "evidence", reason.proofs);
    write_entities(json, "near", reason.near);
    json.EndObject();
  }
  json.EndArray();
}

void write_answer(PrettyJson& json, const ConflictsQuestion& question, const std::vector<Conflict>& answer) {
  {
    const Query query(json, "conflicts");
    write(json, "entity", question.entity ? question.entity->value : std::string());
    write(json, "body", question.body ? question.body->value : std::string());
    write_when(json, question.when);
    write_relations(json, question.relations);
  }
  json.Key("answers");
  json.StartArray();
  for (const Conflict& conflict : answer) {
    json.StartObject();
    write_tie_members(json, conflict.tie, Answering::Subject);
    write(json, "conflict", conflict.end == Dispute::End::First ? "start" : "end");
    json.Key("alternatives");
    json.StartArray();
    for (const ConflictAlternative& alternative : conflict.alternatives) {
      json.StartObject();
      write(json, "date", alternative.date.text());
      write(json, "kept", alternative.kept);
      write_evidence(json, "evidence", alternative.proofs);
      json.EndObject();
    }
    json.EndArray();
    json.EndObject();
  }
  json.EndArray();
}

void write_any(PrettyJson& json, const Question& question, const Answer& answer) {
  std::visit(
      [&json](const auto& q, const auto& a) {
        if constexpr (requires { write_answer(json, q, a); }) write_answer(json, q, a);
      },
      question, answer);
}

void write_differences(PrettyJson& json, const char* name, const std::vector<Difference>& differences) {
  json.Key(name);
  json.StartArray();
  for (const Difference& difference : differences) {
    json.StartObject();
    write(json, "id", difference.subject.id.value);
    write(json, "name", difference.subject.name);
    write(json, "relation", difference.relation.label);
    write(json, "subject", difference.subject);
    write(json, "object", difference.object);
    write(json, "before", name_of(difference.before));
    write(json, "after", name_of(difference.after));
    write_ties(json, "ties", difference.ties, Answering::Subject);
    json.EndObject();
  }
  json.EndArray();
}

}  // namespace

std::string to_json(const Question& question, const Answer& answer) {
  return document([&](PrettyJson& json) { write_any(json, question, answer); });
}

std::string to_json(const Asked& asked) {
  return document([&](PrettyJson& json) {
    write(json, "understood", asked.understood);
    write(json, "command", asked.command);
    write(json, "focus", name_of(asked.focus));
    if (!asked.answer_text.empty()) write(json, "answer", asked.answer_text);
    json.Key("notes");
    json.StartArray();
    for (const std::string& note : asked.notes) write(json, note);
    json.EndArray();
    write_any(json, asked.question, asked.answer);
  });
}

std::string to_json(const NeighboursQuestion& question, const Neighbours& answer) {
  return document([&](PrettyJson& json) {
    {
      const Query query(json, "neighbours");
      write(json, "entity", answer.entity);
      write_scope(json, question.scope);
    }
    write_ties_of(json, "answers", answer.ties, [&](const EntityId& id) { return id == answer.entity.id; });
  });
}

std::string to_json(const SnapshotQuestion& question, const Snapshot& answer) {
  return document([&](PrettyJson& json) {
    {
      const Query query(json, "snapshot");
      write_scope(json, question.scope);
      json.Key("around");
      json.StartArray();
      for (const EntityId& id : question.around) write(json, id.value);
      json.EndArray();
      write(json, "radius", std::uint64_t{question.radius});
    }
    write_ties(json, "answers", answer.ties, Answering::Subject);
    json.Key("entities");
    json.StartArray();
    for (const Entity& entity : answer.entities) write_ref(json, {entity.id, entity.name, entity.kind});
    json.EndArray();
  });
}

std::string to_json(const DiffQuestion& question, const Diff& answer) {
  return document([&](PrettyJson& json) {
    {
      const Query query(json, "diff");
      write(json, "before", period_text(answer.before));
      write(json, "after", period_text(answer.after));
      write(json, "body", question.body ? question.body->value : std::string());
      write_relations(json, question.relations);
    }
    write_differences(json, "gained", answer.gained);
    write_differences(json, "lost", answer.lost);
    write_differences(json, "altered", answer.altered);
  });
}

std::string to_json(const char* command, const Totals& totals, std::span<const Source> sources) {
  return document([&](PrettyJson& json) {
    { const Query query(json, command); }
    json.Key("totals");
    json.StartObject();
    write(json, "sources", std::uint64_t{totals.sources});
    write(json, "claims", std::uint64_t{totals.claims});
    write(json, "entities", std::uint64_t{totals.entities});
    write(json, "edges", std::uint64_t{totals.edges});
    write(json, "disputed", std::uint64_t{totals.disputed});
    json.EndObject();
    json.Key("answers");
    json.StartArray();
    for (const Source& source : sources) {
      json.StartObject();
      write(json, "id", source.id.value);
      write(json, "title", source.title);
      write(json, "publisher", source.publisher);
      write(json, "url", source.url);
      write(json, "published", source.published ? source.published->text() : std::string());
      write(json, "retrieved", source.retrieved ? source.retrieved->text() : std::string());
      json.Key("priority");
      json.Int(source.priority);
      json.EndObject();
    }
    json.EndArray();
  });
}

}  // namespace entente
