#include "loaders/claims_json.hpp"

#include <fmt/format.h>

#include <map>

#include "loaders/claims_entry.hpp"
#include "loaders/json_entries.hpp"
#include "loaders/lines.hpp"
#include "loaders/utf8.hpp"

namespace entente {

namespace {

class Loader {
 public:
  Loader(const std::string& file, const LoadOptions& options, ClaimSink& sink)
      : file_(file), options_(options), sink_(sink) {}

  /// An entry of a section of the document form.
  void entry(std::string_view section, const JsonValue& value) {
    if (section == "sources") {
      counted([&] { describe(detail::read_source(value), value); });
    } else if (section == "entities") {
      counted([&] {
        for (const Claim& claim : detail::read_entity(value, options_.source_id)) emit(claim);
      });
    } else if (section == "claims" || section.empty()) {
      counted([&] { claim(value, false); });
    } else if (section == "facts") {
      counted([&] { claim(value, true); });
    } else {
      heading(section, value);
    }
  }

  /// A line of JSON lines.
  void line(const JsonValue& value) {
    if (value.find("format") != nullptr) {
      for (const auto& [name, member] : value.members) heading(name, member);
    } else if (const JsonValue* source = value.find("source");
               source != nullptr && source->kind == JsonValue::Kind::Object) {
      counted([&] { describe(detail::read_source(*source), *source); });
    } else {
      counted([&] { claim(value, true); });
    }
  }

  void skip(const Diagnostic& problem) { skip_row(problem, options_, sink_, report_); }
  void count_read() { ++report_.read; }

  LoadReport finish() {
    for (const auto& [id, described] : sources_) {
      if (!described) sink_.source(with_options(Source{{id}, "", "", "", {}, {}, 0}));
    }
    return report_;
  }

 private:
  template <typename Read>
  void counted(Read read) {
    ++report_.read;
    attempt(read);
  }

  template <typename Read>
  void attempt(Read read) {
    try {
      read();
    } catch (const detail::BadEntry& bad) {
      skip({bad.code, file_, bad.place.line, bad.place.column, bad.message, bad.excerpt});
    }
  }

  /// What stands beside the sections.
  void heading(std::string_view name, const JsonValue& value) {
    const auto problem = [&](std::string message) {
      return Diagnostic{ErrorCode::UnknownFormat, file_,
                        value.place.line,         value.place.column,
                        std::move(message),       excerpt_of(value.text)};
    };
    if (name == "format" && value.text != "entente-claims") {
      const Diagnostic unknown = problem("this is no file of claims: \"format\" is not \"entente-claims\"");
      throw Error(unknown.code, unknown.to_string());
    }
    if (name == "version" && value.text != "1") {
      const Diagnostic newer = problem("this version of the form is not known here; version 1 is");
      throw Error(newer.code, newer.to_string());
    }
    for (const std::string_view known : {"format", "version", "title", "description", "note", "generator"}) {
      if (name == known) return;
    }
    attempt([&] {
      throw detail::BadEntry{
          ErrorCode::InvalidRow, value.place,
          fmt::format("there is no section \"{}\"; known are sources, entities, claims, facts",
                      excerpt_of(name)),
          ""};
    });
  }

  void claim(const JsonValue& value, bool free) {
    const detail::ClaimEntry read = detail::read_claim(value, free, options_.source_id);
    if (read.source) describe(*read.source, value);
    emit(read.claim);
  }

  void emit(const Claim& claim) {
    sources_.try_emplace(claim.evidence.source.value);
    sink_.claim(claim);
    ++report_.claims;
  }

  Source with_options(Source source) const {
    if (options_.published) source.published = options_.published;
    if (!options_.title.empty()) source.title = options_.title;
    if (!options_.url.empty()) source.url = options_.url;
    if (options_.priority != 0) source.priority = options_.priority;
    return source;
  }

  /// The first description of a source stands; the same again is no news, as on every line of JSON lines.
  void describe(const Source& source, const JsonValue& value) {
    std::optional<Source>& known = sources_[source.id.value];
    if (!known) {
      known = source;
      sink_.source(with_options(source));
    } else if (*known != source) {
      throw detail::BadEntry{
          ErrorCode::InvalidRow, value.place,
          fmt::format("the source \"{}\" is described twice, differently", excerpt_of(source.id.value)), ""};
    }
  }

  const std::string& file_;
  const LoadOptions& options_;
  ClaimSink& sink_;
  LoadReport report_;
  std::map<std::string, std::optional<Source>, std::less<>>
      sources_;  ///< used; described when it has a value
};

}  // namespace

LoadReport load_claims_json(Input& input, const LoadOptions& options, ClaimSink& sink) {
  input.on_progress(options.progress);
  Loader loader(input.name(), options, sink);
  const auto broken = read_json_entries(
      input, options.limits,
      [&loader](std::string_view section, const JsonValue& entry) { loader.entry(section, entry); });
  if (broken) throw Error(broken->code, broken->to_string());
  return loader.finish();
}

LoadReport load_claims_lines(Input& input, const LoadOptions& options, ClaimSink& sink) {
  input.on_progress(options.progress);
  Loader loader(input.name(), options, sink);
  Lines lines(input, options.limits.entry);
  while (lines.next()) {
    if (lines.blank()) continue;
    std::optional<Diagnostic> broken;
    if (lines.too_long()) {
      broken = lines.too_long_problem(input.name());
    } else {
      broken = read_json_line(lines.text(), input.name(), lines.number(), options.limits,
                              [&loader](std::string_view, const JsonValue& value) { loader.line(value); });
    }
    if (!broken) continue;
    loader.count_read();
    loader.skip(*broken);
  }
  return loader.finish();
}

}  // namespace entente
