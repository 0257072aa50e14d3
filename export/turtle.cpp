#include "export/turtle.hpp"

#include <fmt/format.h>
#include <serd/serd.h>

#include <map>
#include <memory>

#include "export/date_label.hpp"
#include "export/display_text.hpp"
#include "graph/error.hpp"

namespace entente {

namespace {

struct Prefix {
  const char* name;
  const char* uri;
};
constexpr Prefix prefixes[] = {
    {"rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"},
    {"rdfs", "http://www.w3.org/2000/01/rdf-schema#"},
    {"xsd", "http://www.w3.org/2001/XMLSchema#"},
    {"owl", "http://www.w3.org/2002/07/owl#"},
    {"org", "http://www.w3.org/ns/org#"},
    {"foaf", "http://xmlns.com/foaf/0.1/"},
    {"time", "http://www.w3.org/2006/time#"},
    {"prov", "http://www.w3.org/ns/prov#"},
    {"dcterms", "http://purl.org/dc/terms/"},
    {"edtf", "http://id.loc.gov/datatypes/edtf/"},
    {"ent", "urn:entente:"},
};

/// An id as the last part of a URN: what has no place there is percent-encoded (RFC 8141).
std::string urn(const char* kind, std::string_view id) {
  std::string text = fmt::format("urn:entente:{}:", kind);
  for (const char c : valid_utf8(id)) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') ||
                       (byte >= 'a' && byte <= 'z') || byte == '-' || byte == '_' || byte == '.' ||
                       byte == ':';
    text += plain ? std::string(1, c) : fmt::format("%{:02X}", byte);
  }
  return text;
}

class Turtle {
 public:
  Turtle() : env_(serd_env_new(nullptr)) {
    writer_.reset(serd_writer_new(SERD_TURTLE, SERD_STYLE_ABBREVIATED, env_.get(), nullptr, write, &text_));
    for (const Prefix& prefix : prefixes) {
      const SerdNode name = node(SERD_LITERAL, prefix.name), uri = node(SERD_URI, prefix.uri);
      serd_env_set_prefix(env_.get(), &name, &uri);
      serd_writer_set_prefix(writer_.get(), &name, &uri);
    }
  }

  void link(const std::string& subject, const char* predicate, const std::string& object) {
    state(subject, predicate, node(SERD_URI, object.c_str()), nullptr);
  }
  void type(const std::string& subject, const char* curie) {
    state(subject, "rdf:type", node(SERD_CURIE, curie), nullptr);
  }
  void say(const std::string& subject, const char* predicate, const std::string& value,
           const char* datatype = nullptr) {
    if (value.empty()) return;
    const std::string valid = valid_utf8(value);
    state(subject, predicate, node(SERD_LITERAL, valid.c_str()), datatype);
  }
  std::string finish() && {
    serd_writer_finish(writer_.get());
    return std::move(text_);
  }

 private:
  static std::size_t write(const void* bytes, std::size_t length, void* text) {
    static_cast<std::string*>(text)->append(static_cast<const char*>(bytes), length);
    return length;
  }
  static SerdNode node(SerdType type, const char* text) {
    return serd_node_from_string(type, reinterpret_cast<const std::uint8_t*>(text));
  }
  void state(const std::string& subject, const char* predicate, const SerdNode& object,
             const char* datatype) {
    const SerdNode s = node(SERD_URI, subject.c_str()), p = node(SERD_CURIE, predicate);
    const SerdNode type = datatype == nullptr ? SERD_NODE_NULL : node(SERD_CURIE, datatype);
    const SerdStatus status = serd_writer_write_statement(writer_.get(), 0, nullptr, &s, &p, &object,
                                                          datatype == nullptr ? nullptr : &type, nullptr);
    if (status != SERD_SUCCESS) {
      throw Error(ErrorCode::RenderFailure,
                  fmt::format("cannot write RDF: {}", reinterpret_cast<const char*>(serd_strerror(status))));
    }
  }

  std::string text_;
  std::unique_ptr<SerdEnv, decltype([](SerdEnv* env) { serd_env_free(env); })> env_;
  std::unique_ptr<SerdWriter, decltype([](SerdWriter* writer) { serd_writer_free(writer); })> writer_;
};

const char* class_of(Kind kind) {
  switch (kind) {
    case Kind::Person:
      return "foaf:Person";
    case Kind::Place:
      return "prov:Location";
    case Kind::State:
    case Kind::Organisation:
    case Kind::Treaty:
    case Kind::Group:
    case Kind::Unknown:
      break;
  }
  return "org:Organization";
}

void write_node(Turtle& out, const GraphNode& node) {
  const std::string subject = urn("entity", node.ref.id.value);
  out.type(subject, class_of(node.ref.kind));
  out.say(subject, "rdfs:label", node.ref.name);
  out.say(subject, "ent:kind", name_of(node.ref.kind));
  if (node.entity == nullptr) return;
  for (const OutsideId& id : node.entity->outside_ids) {
    if (id.scheme == "wikidata") {
      out.link(subject, "owl:sameAs", "http://www.wikidata.org/entity/" + id.value);
    } else {
      out.say(subject, "dcterms:identifier", id.scheme + ':' + id.value);
    }
  }
}

/// The days that bound one end, as an instant of OWL-Time.
void write_instant(Turtle& out, const std::string& interval, const char* predicate, const char* end,
                   const std::string& edtf, const std::optional<Day>& earliest,
                   const std::optional<Day>& latest) {
  if (edtf.empty() && !earliest && !latest) return;
  const std::string instant = interval + ':' + end;
  out.link(interval, predicate, instant);
  out.type(instant, "time:Instant");
  if (edtf != "..") out.say(instant, "ent:edtf", edtf, "edtf:EDTF");
  if (earliest && earliest == latest) {
    out.say(instant, "time:inXSDDate", earliest->to_string(), "xsd:date");
    return;
  }
  if (earliest) out.say(instant, "ent:earliest", earliest->to_string(), "xsd:date");
  if (latest) out.say(instant, "ent:latest", latest->to_string(), "xsd:date");
}

void write_edge(Turtle& out, const Tie& tie, const std::optional<Period>& when) {
  const std::string edge = urn("edge", tie.edge.to_string());
  out.type(edge, "org:Membership");
  out.link(edge, "org:member", urn("entity", tie.subject.id.value));
  out.link(edge, "org:organization", urn("entity", tie.object.id.value));
  out.link(edge, "org:role", urn("relation", tie.relation.label));
  out.say(edge, "ent:ending", ending_of(tie.interval));
  if (when) out.say(edge, "ent:status", name_of(tie.status));
  if (!tie.disputes.empty()) out.say(edge, "ent:disputed", "true", "xsd:boolean");
  const std::string interval = edge + ":interval";
  const Readings& readings = tie.interval.readings();
  out.link(edge, "org:memberDuring", interval);
  out.type(interval, "time:Interval");
  write_instant(out, interval, "time:hasBeginning", "beginning", first_text(tie.interval),
                readings.first_earliest, readings.first_latest);
  write_instant(out, interval, "time:hasEnd", "end", last_text(tie.interval), readings.last_earliest,
                readings.may_never_end ? std::nullopt : readings.last_latest);
  for (const Proof& proof : tie.proofs)
    out.link(edge, "prov:wasDerivedFrom", urn("claim", proof.id.to_string()));
}

void write_proof(Turtle& out, const Proof& proof) {
  const std::string claim = urn("claim", proof.id.to_string());
  out.type(claim, "prov:Entity");
  out.link(claim, "prov:wasQuotedFrom", urn("source", proof.source.id.value));
  out.say(claim, "prov:value", proof.claim.evidence.text);
}

void write_source(Turtle& out, const Source& source) {
  const std::string subject = urn("source", source.id.value);
  out.type(subject, "prov:Entity");
  out.say(subject, "dcterms:title", source.title);
  out.say(subject, "dcterms:publisher", source.publisher);
  out.say(subject, "dcterms:source", source.url);
  if (source.published) out.say(subject, "dcterms:issued", source.published->text(), "edtf:EDTF");
}

}  // namespace

std::string to_turtle(const GraphContent& content) {
  const GraphRows rows = rows_of(content);
  Turtle out;
  std::map<std::string, const Proof*> proofs;
  std::map<std::string, const Source*> sources;
  std::map<std::string, std::string> relations;
  for (const auto& [id, node] : rows.nodes) write_node(out, node);
  for (const Tie* tie : rows.edges) {
    write_edge(out, *tie, content.when);
    relations.emplace(tie->relation.label, event_name(Event::Held, tie->relation));
    for (const Proof& proof : tie->proofs) {
      proofs.emplace(proof.id.to_string(), &proof);
      sources.emplace(proof.source.id.value, &proof.source);
    }
  }
  for (const auto& [label, name] : relations) {
    out.type(urn("relation", label), "org:Role");
    out.say(urn("relation", label), "rdfs:label", name);
  }
  for (const auto& [id, proof] : proofs) write_proof(out, *proof);
  for (const auto& [id, source] : sources) write_source(out, *source);
  return std::move(out).finish();
}

}  // namespace entente
