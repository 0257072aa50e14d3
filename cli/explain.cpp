#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/explained.hpp"
#include "cli/inputs.hpp"
#include "graph/error.hpp"
#include "loaders/article_trace.hpp"
#include "loaders/bundled_registry.hpp"
#include "loaders/detect.hpp"
#include "loaders/input.hpp"

namespace entente::cli {

namespace {

/// The claims are in the trace.
struct Nowhere : ClaimSink {
  void source(const Source&) override {}
  void claim(const Claim&) override {}
  void problem(const Diagnostic&) override {}
};

Markup markup_of(const std::string& told) {
  const auto format = format_named(told);
  if (!format) return Markup::Detect;
  return *format == entente::Format::Html ? Markup::Html : Markup::Plain;
}

}  // namespace

ExitStatus run(const Common& common, const ExplainCommand& command) {
  Input input = Input::open(command.input.empty() ? "-" : command.input);
  const auto format = detect_format(input, format_named(command.as));
  if (format != entente::Format::Text && format != entente::Format::Html) {
    throw Error(ErrorCode::InvalidArgument, input.name() + " is no article (it looks like " +
                                                name_of(format) + "); say --as article if it is one");
  }
  LoadOptions options;
  options.published = command.published;
  options.title = command.title;
  options.url = command.url;
  options.source_id = command.source;
  options.markup = markup_of(command.as);
  ArticleTrace trace;
  Nowhere sink;
  article_reader().load(input.rest(options.limits.document), options, sink, &trace);
  const Explained shown = explained(trace);
  print(command.html ? to_page(shown)
                     : to_text(shown, {.width = common.width, .color = common.color, .ascii = common.ascii}));
  return trace.facts.empty() ? ExitStatus::Nothing : ExitStatus::Found;
}

}  // namespace entente::cli
