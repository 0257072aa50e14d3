#include "cli/arguments.hpp"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <CLI/CLI.hpp>

#include <algorithm>
#include <cstdlib>
#include <functional>
#include <set>

#include "cli/completions.hpp"
#include "cli/man_page.hpp"
#include "export/drawing/theme.hpp"
#include "graph/error.hpp"
#include "loaders/english_date.hpp"

#ifndef ENTENTE_VERSION
#define ENTENTE_VERSION "0"
#endif

namespace entente::cli {

namespace {

constexpr const char* typographic_minus = "\u2212";

/// A year before Christ begins with a minus, which CLI11 takes for an option: it travels as a typographic
/// one.
std::vector<std::string> with_negative_years(int count, const char* const* values) {
  std::vector<std::string> arguments;
  for (int i = 1; i < count; ++i) {
    std::string argument = values[i];
    if (argument.size() > 1 && argument[0] == '-' && argument[1] >= '0' && argument[1] <= '9') {
      argument.replace(0, 1, typographic_minus);
    }
    arguments.push_back(std::move(argument));
  }
  std::reverse(arguments.begin(), arguments.end());  // the order in which CLI11 takes a vector
  return arguments;
}

std::string plain_minus(std::string text) {
  for (auto at = text.find(typographic_minus); at != std::string::npos; at = text.find(typographic_minus)) {
    text.replace(at, std::string_view(typographic_minus).size(), "-");
  }
  return text;
}

/// EDTF, or a date as English writes it.
Edtf read_when(const std::string& written) {
  const std::string text = plain_minus(written);
  if (const auto edtf = try_parse_edtf(text)) return *edtf;
  if (const auto english = read_english_date(text)) return *english;
  throw CLI::ValidationError(
      "'" + text + "' is no date: write 2012-06-28, 2012-06, 2012, 199X, 2006/2012 or \"June 2012\"");
}

Date read_day(const std::string& text) {
  const Edtf edtf = read_when(text);
  if (const Date* date = std::get_if<Date>(&edtf)) return *date;
  throw CLI::ValidationError("'" + text + "' is an interval; a single date is needed");
}

/// `list`, split at commas.
void add_list(CLI::App& app, const std::string& name, std::vector<std::string>& list,
              const std::string& help) {
  app.add_option(name, list, help)->delimiter(',')->allow_extra_args(false)->type_name("LIST");
}

void add_date(CLI::App& app, const std::string& name, std::optional<Date>& date, const std::string& help) {
  app.add_option_function<std::string>(
         name, [&date](const std::string& text) { date = read_day(text); }, help)
      ->type_name("DATE");
}

void add_when(CLI::App& app, When& when) {
  auto* on = app.add_option_function<std::string>(
      "--on", [&when](const std::string& text) { when.asked = read_when(text); },
      "on this day, or in this month, year or decade");
  on->type_name("DATE");
  auto* during = app.add_option_function<std::string>(
      "--during", [&when](const std::string& text) { when.asked = read_when(text); },
      "within this period: A/B, or a year");
  during->type_name("A/B")->excludes(on);
}

void add_believed(CLI::App& app, Believed& believed) {
  add_list(app, "--source", believed.only,
           "answer from these sources alone: ids, titles or parts of them; entente info lists them");
  add_list(app, "--prefer", believed.before, "these sources win every conflict, the first before the next");
  add_date(app, "--known-by", believed.known_by, "answer from what had been published by this day");
}

void add_relations(CLI::App& app, When& when) {
  add_list(app, "--relation", when.relations,
           "only these relations (member_of,observer_of,…); 'any' for all");
}

void add_certain(CLI::App& app, When& when) {
  app.add_flag("--certain", when.certain, "only what is certain");
}

void add_successors(CLI::App& app, When& when) {
  app.add_flag("--successors", when.successors, "follow predecessors and successors of the body");
}

void add_document(CLI::App& app, std::string& title, std::string& url, std::string& source,
                  std::optional<Date>& published) {
  add_date(app, "--published", published, "when the document appeared, if it does not say so");
  app.add_option("--title", title, "its title, if it does not say so");
  app.add_option("--url", url, "where it was found");
  app.add_option("--source", source, "the id of the source, instead of one made from the content");
}

struct Parser {
  CLI::App app{"Who belonged to what, and when: dated answers with the sentence or row that proves them.",
               "entente"};
  Arguments arguments;
  std::string db, format, color = "auto";

  /// A subcommand that, when it is parsed, becomes the command.
  template <typename Kind>
  std::pair<CLI::App*, Kind*> add(const std::string& name, const std::string& help,
                                  const std::string& example) {
    auto kept = std::make_shared<Kind>();
    CLI::App* sub = app.add_subcommand(name, help);
    sub->footer("Example:\n  " + example);
    sub->set_help_all_flag();
    sub->final_callback([this, kept] { arguments.command = *kept; });
    kept_.push_back(kept);
    return {sub, kept.get()};
  }

  void build();

 private:
  void build_loading();
  void build_questions();
  void build_sources();
  void build_drawings();
  void build_output();
  std::vector<std::shared_ptr<void>> kept_;
};

void Parser::build_loading() {
  {
    auto [sub, c] = add<ImportCommand>("import", "Load articles, data sets and claims into the database",
                                       "entente import --bundled article.txt facts.csv");
    sub->add_option("inputs", c->inputs, "files or folders; - for standard input");
    sub->add_flag("--bundled", c->bundled, "load the facts and the article that come with the program");
    sub->add_option(
        "--as", c->as,
        "what the inputs are: article, html, documents, claims, jsonl, csv, tsv, wikidata, popolo, ftm, "
        "interval-graph; default: found from the content");
    sub->add_option("--properties", c->properties,
                    "of Wikidata: a file that says which properties are loaded, and as what");
    sub->add_option(
        "--map", c->map,
        "columns of a table: subject=country,object=igo,start=from,end=to, constants as object:=NATO");
    sub->add_option("--mapping", c->mapping,
                    "read tables by this mapping: a file, or the name of one that comes with the program "
                    "(cow-igo-state-year, …); default: found from the header")
        ->type_name("FILE|NAME");
    sub->add_flag("--dry-run", c->dry_run,
                  "load nothing: show the first claims that would be made, and the counts");
    add_document(*sub, c->title, c->url, c->source, c->published);
    sub->add_option("--priority", c->priority, "of this source: the higher wins a conflict");
    sub->add_flag("--strict", c->strict,
                  "stop at the first row that cannot be read, and load nothing of its file");
    sub->add_flag(
        "!--no-registry", c->registry,
        "do not recognise the names of states and bodies that come with the program, and take the codes of "
        "tables as they stand");
  }
  {
    auto [sub, c] = add<ExtractCommand>(
        "extract", "Read the facts in texts and print them, without a database",
        "entente extract article.txt\n  entente extract news/ crawl.jsonl > facts.ndjson");
    sub->add_option(
        "inputs", c->inputs,
        "files, folders, or JSON lines of documents (id, text or html, date, title, url); - or none "
        "for standard input");
    sub->add_option("--as", c->as,
                    "what the inputs are: article, html or documents; default: found from the content");
    sub->add_flag("--all", c->all, "print what is planned or denied in tables, too (JSON always has it)");
    sub->add_option("-j,--jobs", c->jobs,
                    "read so many documents at once (default: as many as there are cores); changes no output")
        ->check(CLI::Range(1, 1024))
        ->type_name("N");
    sub->add_flag("--strict", c->strict, "stop at the first line or file that cannot be read");
    add_document(*sub, c->title, c->url, c->source, c->published);
  }
  {
    auto [sub, c] = add<ExplainCommand>(
        "explain", "Show a text with its facts marked: what was read, by which rule, and what was not",
        "entente explain article.txt\n  entente explain article.html --format html > explained.html");
    sub->add_option("input", c->input, "an article; - or none for standard input");
    sub->add_option("--as", c->as, "what it is: article or html; default: found from the content");
    add_document(*sub, c->title, c->url, c->source, c->published);
  }
  {
    auto [sub, c] = add<MergeCommand>("merge", "Add the claims of other databases to this one",
                                      "entente merge other.db --db all.db");
    sub->add_option("others", c->others, "databases")->required();
  }
  add<InfoCommand>("info", "What the database holds", "entente info");
}

void Parser::build_questions() {
  {
    auto [sub, c] =
        add<MembersCommand>("members", "Who belonged to a body", "entente members CSTO --on 2008");
    sub->add_option("body", c->body, "name, acronym or id")->required();
    add_when(*sub, c->when);
    add_believed(*sub, arguments.common.believed);
    add_relations(*sub, c->when);
    add_certain(*sub, c->when);
    add_successors(*sub, c->when);
  }
  {
    auto [sub, c] = add<MembershipsCommand>("memberships", "To what a state, person or body belonged",
                                            "entente memberships Uzbekistan --on 2008");
    sub->add_option("entity", c->entity, "name, acronym or id")->required();
    add_when(*sub, c->when);
    add_believed(*sub, arguments.common.believed);
    add_relations(*sub, c->when);
    add_certain(*sub, c->when);
  }
  {
    auto [sub, c] = add<WasCommand>("was", "Whether one was a member of the other",
                                    "entente was Uzbekistan CSTO --on 2006-03-01");
    sub->add_option("subject", c->subject, "who")->required();
    sub->add_option("body", c->body, "of what")->required();
    add_when(*sub, c->when);
    add_believed(*sub, arguments.common.believed);
    add_relations(*sub, c->when);
    add_successors(*sub, c->when);
  }
  {
    auto [sub, c] = add<TimelineCommand>("timeline", "Everything known of one entity, in order of time",
                                         "entente timeline Uzbekistan");
    sub->add_option("entity", c->entity, "name, acronym or id")->required();
    add_when(*sub, c->when);
    add_believed(*sub, arguments.common.believed);
    add_relations(*sub, c->when);
    add_successors(*sub, c->when);
  }
  {
    auto [sub, c] =
        add<ChangesCommand>("changes", "What happened in a period", "entente changes CST --during 1999");
    sub->add_option("body", c->body, "a body or a member; none for all");
    sub->add_option("--subject", c->subject, "only what this member did there");
    add_when(*sub, c->when);
    add_believed(*sub, arguments.common.believed);
    add_list(*sub, "--kind", c->kinds,
             "only these: joined,left,expelled,lapsed,suspended,reinstated,founded,dissolved,renamed");
    add_relations(*sub, c->when);
    add_certain(*sub, c->when);
    add_successors(*sub, c->when);
  }
  {
    auto [sub, c] =
        add<OverlapCommand>("overlap", "Where and when two were together", "entente overlap Poland Hungary");
    sub->add_option("a", c->a, "one")->required();
    sub->add_option("b", c->b, "the other")->required();
    sub->add_option("--in", c->body, "in this body only");
    add_when(*sub, c->when);
    add_believed(*sub, arguments.common.believed);
    add_relations(*sub, c->when);
  }
  {
    auto [sub, c] =
        add<PathCommand>("path", "How two are connected", "entente path Serbia Kazakhstan --on 2013");
    sub->add_option("from", c->from, "one")->required();
    sub->add_option("to", c->to, "the other")->required();
    add_when(*sub, c->when);
    add_believed(*sub, arguments.common.believed);
    sub->add_flag("--simultaneous", c->simultaneous, "all ties hold on one and the same day");
    auto* all = sub->add_flag("--all", c->all, "all shortest paths");
    sub->add_option("--best", c->best, "the best K paths, whatever their length")
        ->excludes(all)
        ->type_name("K");
    add_list(*sub, "--avoid", c->avoid, "never through these");
    add_list(*sub, "--avoid-relation", c->avoid_relations, "never by these relations");
    sub->add_option("--max", c->max_steps, "at most so many steps")
        ->capture_default_str()
        ->type_name("STEPS");
    add_relations(*sub, c->when);
    add_certain(*sub, c->when);
  }
  {
    auto [sub, c] =
        add<WhyCommand>("why", "The sentences and rows behind an answer", "entente why Uzbekistan CSTO");
    sub->add_option("subject", c->subject, "who")->required();
    sub->add_option("body", c->body, "of what")->required();
    sub->add_flag("--not", c->negated, "what speaks against it");
    add_when(*sub, c->when);
    add_believed(*sub, arguments.common.believed);
  }
  {
    auto [sub, c] =
        add<ConflictsCommand>("conflicts", "Where sources contradict one another", "entente conflicts CSTO");
    sub->add_option("entity", c->entity, "only of this body or member");
    sub->add_option("body", c->body, "only between the two: every claim, side by side");
    add_when(*sub, c->when);
    add_believed(*sub, arguments.common.believed);
    add_relations(*sub, c->when);
  }
  {
    auto [sub, c] =
        add<AskCommand>("ask", "A question in English", "entente ask \"Who left the CST in 1999?\"");
    sub->add_option("question", c->question, "in quotation marks")->required();
    add_believed(*sub, arguments.common.believed);
  }
  {
    auto [sub, c] = add<DateCommand>("date", "What a date means: its EDTF, earliest and latest day",
                                     "entente date \"the early 1990s\"");
    sub->add_option_function<std::string>(
           "phrase", [kept = c](const std::string& text) { kept->phrase = plain_minus(text); },
           "EDTF, or a date as English writes it")
        ->required();
    add_date(*sub, "--reference", c->reference, "the day that \"last month\" is counted from");
  }
}

void Parser::build_sources() {
  {
    auto [sub, c] = add<CompareCommand>("compare", "What sources say of the same memberships, side by side",
                                        "entente compare atop cow-igo --body CSTO --successors");
    sub->add_option("sources", c->sources,
                    "two or more, by id, title or a part of either, or 'others' for all the rest together; "
                    "none for each of all");
    sub->add_option("--entity", c->entity, "only of this member");
    sub->add_option("--body", c->body, "only of this body");
    add_when(*sub, c->when);
    add_relations(*sub, c->when);
    add_successors(*sub, c->when);
    add_list(*sub, "--only", c->only, "only these: agree,compatible,start,end,spells,only-one");
    sub->add_option("--least-days", c->least_days, "only differences of so many days at least")
        ->check(CLI::NonNegativeNumber)
        ->type_name("DAYS");
    sub->add_flag("--all-bodies", c->all_bodies, "also bodies of which one source only speaks");
  }
  {
    auto [sub, c] = add<SourcesCommand>("sources", "The sources, and whom this database believes first",
                                        "entente sources --priority atop-member=2,cow-igo-3-state-year=1");
    add_list(*sub, "--priority", c->priorities,
             "SOURCE=N: the higher wins a conflict, whatever its files say; SOURCE= for what they say");
  }
  {
    auto [sub, c] = add<DyadsCommand>("dyads", "How many bodies every two shared, year by year",
                                      "entente dyads --during 1990/2000 --format csv");
    sub->add_option_function<std::string>(
           "--during", [kept = c](const std::string& text) { kept->during = read_when(text); },
           "the years: A/B, or one year; default: all of which a source speaks")
        ->type_name("A/B");
    add_list(*sub, "--among", c->among, "only these members");
    add_list(*sub, "--relation", c->relations, "only these relations (default: member_of,party_to)");
    sub->add_option("--least", c->least, "the weakest status over the year that counts")
        ->check(CLI::IsMember({"certain", "presumed", "part", "possible"}))
        ->capture_default_str();
    sub->add_option("--codes", c->codes,
                    "in CSV and JSON, write ids of this scheme: cow, iso3166-1-alpha-3, wikidata …")
        ->type_name("SCHEME");
    sub->add_flag("--zeros", c->zeros, "also those who share nothing");
    add_believed(*sub, arguments.common.believed);
  }
  {
    auto [sub, c] =
        add<EntitiesCommand>("entities", "Who and what the database knows; what it could not match",
                             "entente entities --unmatched --format csv > names.csv");
    sub->add_option("text", c->text, "in some name or id");
    sub->add_option("--kind", c->kind, "only of this kind")
        ->check(CLI::IsMember({"state", "organisation", "treaty", "person", "group", "place", "unknown"}));
    sub->add_flag("--unmatched", c->unmatched,
                  "names of sources that nobody could be matched with; fill in the ids and import the table");
  }
}

void Parser::build_drawings() {
  std::string styles;
  std::set<std::string> known;
  for (const Theme& theme : themes()) {
    styles += fmt::format("{}{} ({})", styles.empty() ? "" : ", ", theme.name, theme.help);
    known.insert(theme.name);
  }
  auto [sub, c] = add<DrawCommand>("draw", "A picture: SVG, PNG or PDF",
                                   "entente draw timeline OPEC --during 1960/2026 -o opec.svg");
  sub->add_option("kind", c->kind, "timeline")->required()->check(CLI::IsMember({"timeline"}));
  sub->add_option("names", c->names,
                  "bodies: all their members; members: all their bodies; both: the ones in the others");
  sub->add_option("-o,--output", c->output, "the file; - for standard output")->type_name("FILE");
  sub->add_option("--format", c->format, "svg, png or pdf; default: by the file's name, else svg")
      ->check(CLI::IsMember({"svg", "png", "pdf"}));
  add_when(*sub, c->when);
  sub->add_option("--group-by", c->group_by,
                  "body or member; default: body, but member where members were named")
      ->check(CLI::IsMember({"body", "member"}));
  sub->add_option("--sort", c->sort_by, "entry or name")
      ->check(CLI::IsMember({"entry", "name"}))
      ->capture_default_str();
  sub->add_option("--style", c->style, styles)->check(CLI::IsMember(known))->capture_default_str();
  sub->add_option("--title", c->title, "instead of the one that the question makes");
  sub->add_option("--subtitle", c->subtitle, "instead of the time that is shown");
  add_believed(*sub, arguments.common.believed);
  add_relations(*sub, c->when);
  add_certain(*sub, c->when);
  sub->add_flag("--successors", c->when.successors,
                "draw a body and its predecessors as one, and a state with its successors");
}

void Parser::build_output() {
  auto [sub, c] = add<ExportCommand>("export", "The graph as a picture, a page or a file",
                                     "entente export --on 2008 --around CSTO -o csto.svg");
  sub->add_option("-o,--output", c->output, "the file; - for standard output")->type_name("FILE");
  sub->add_option(
      "--format", c->format,
      "dot, svg, png, pdf, json (node-link), claims, claims-lines, csv, quickstatements, graphml, gexf, "
      "cytoscape, jgf, turtle, "
      "mermaid, mermaid-timeline, vis-timeline, html, nodes or edges; default: by the file's name");
  add_list(*sub, "--around", c->around, "only what is near these");
  sub->add_option("--radius", c->radius, "how many ties away")->capture_default_str();
  add_when(*sub, c->when);
  add_believed(*sub, arguments.common.believed);
  add_relations(*sub, c->when);
  add_certain(*sub, c->when);
  sub->add_option("--title", c->title, "a title for the picture");
  sub->add_flag("--compat", c->compat, "node-link that networkx before 3.4 reads as well");
}

void Parser::build() {
  app.set_version_flag("--version", "entente " ENTENTE_VERSION);
  app.require_subcommand(1);
  app.fallthrough();
  app.set_help_all_flag("--help-all", "help for every command");
  app.add_option("--db", db, "the database (default: entente.db here)")
      ->envname("ENTENTE_DB")
      ->type_name("FILE");
  app.add_option(
         "--format", format,
         "table, json, csv or ndjson; explain: table or html (default: table; extract: ndjson for many "
         "documents)")
      ->check(CLI::IsMember({"table", "json", "csv", "ndjson", "html"}));
  app.add_option("--color", color, "auto, always or never; NO_COLOR is honoured")
      ->check(CLI::IsMember({"auto", "always", "never"}));
  build_loading();
  build_questions();
  build_sources();
  build_drawings();
  build_output();

  CLI::App* completions = app.add_subcommand("completions", "Completions for a shell: bash, zsh or fish");
  auto shell = std::make_shared<std::string>();
  completions->add_option("shell", *shell, "bash, zsh or fish")
      ->required()
      ->check(CLI::IsMember({"bash", "zsh", "fish"}));
  completions->footer("Example:\n  entente completions bash > /etc/bash_completion.d/entente");
  completions->final_callback(
      [this, shell] { arguments.command = PrintCommand{completions_for(app, *shell)}; });
  CLI::App* manual = app.add_subcommand("man", "The manual page, for man -l -");
  manual->footer("Example:\n  entente man | man -l -");
  manual->final_callback([this] { arguments.command = PrintCommand{man_page(app, ENTENTE_VERSION)}; });

  app.footer(
      "Dates are EDTF (2012-06-28, 2012-06, 2012, 199X, 2006/2012) or English (\"June 2012\").\n"
      "Answers: certain, presumed (no source says that it ended), part (on some days of the period),\n"
      "possible (the dates are too coarse to tell), no.\n"
      "Exit status: 0 found, 1 nothing found, 2 usage, 3 bad input, 4 unknown or ambiguous name, 5 failure.\n"
      "Begin with:  entente import --bundled");
}

/// Columns of the terminal behind the descriptor; 0 where it is none.
std::size_t terminal_width(int descriptor) {
  if (isatty(descriptor) == 0) return 0;
  winsize size{};
  if (ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col != 0) return size.ws_col;
  return 80;
}

bool set_in_environment(const char* name) {
  const char* value = std::getenv(name);
  return value != nullptr && *value != '\0';
}

bool utf8_locale() {
  for (const char* name : {"LC_ALL", "LC_CTYPE", "LANG"}) {
    if (!set_in_environment(name)) continue;
    const std::string value = std::getenv(name);
    return value.find("UTF-8") != std::string::npos || value.find("utf8") != std::string::npos ||
           value.find("utf-8") != std::string::npos;
  }
  return false;
}

void fill_common(Common& common, const Parser& parser) {
  if (!parser.db.empty()) common.db = parser.db;
  common.format = parser.format == "json"     ? Format::Json
                  : parser.format == "csv"    ? Format::Csv
                  : parser.format == "ndjson" ? Format::Ndjson
                                              : Format::Table;
  common.format_chosen = !parser.format.empty();
  common.width = terminal_width(STDOUT_FILENO);
  const bool wanted = common.width != 0 && !set_in_environment("NO_COLOR");
  common.color = parser.color == "always" || (parser.color == "auto" && wanted);
  common.ascii = common.width != 0 && !utf8_locale();
  common.progress = isatty(STDERR_FILENO) != 0;
}

}  // namespace

std::variant<Arguments, UsageError> read_arguments(int count, const char* const* values) {
  Parser parser;
  parser.build();
  if (count < 2) return UsageError{parser.app.help()};
  try {
    parser.app.parse(with_negative_years(count, values));
  } catch (const CLI::CallForHelp&) {
    const auto chosen = parser.app.get_subcommands();
    return Arguments{{}, PrintCommand{chosen.empty() ? parser.app.help() : chosen.front()->help("entente")}};
  } catch (const CLI::CallForAllHelp&) {
    return Arguments{{}, PrintCommand{parser.app.help("", CLI::AppFormatMode::All)}};
  } catch (const CLI::CallForVersion&) {
    return Arguments{{}, PrintCommand{"entente " ENTENTE_VERSION "\n"}};
  } catch (const CLI::ParseError& error) {
    const auto chosen = parser.app.get_subcommands();
    const std::string command = chosen.empty() ? "" : " " + chosen.front()->get_name();
    return UsageError{std::string(error.what()) + "\nTry: entente" + command + " --help"};
  }
  fill_common(parser.arguments.common, parser);
  auto* explain = std::get_if<ExplainCommand>(&parser.arguments.command);
  const bool html = parser.format == "html";
  if (explain != nullptr) explain->html = html;
  if (explain != nullptr ? !html && !parser.format.empty() && parser.format != "table" : html) {
    return UsageError{"--format " + parser.format +
                      (html ? " is only for explain" : " is not for explain, which writes a table or html")};
  }
  return parser.arguments;
}

}  // namespace entente::cli
