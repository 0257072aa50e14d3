#include "cli/man_page.hpp"

#include <CLI/CLI.hpp>

namespace entente::cli {

namespace {

/// One line of mdoc text: nothing in it is taken for a request or an escape.
std::string text(const std::string& plain) {
  std::string result;
  for (const char c : plain) {
    if (c == '\\') {
      result += "\\e";
    } else if (c == '\n') {
      result += "\n";
    } else {
      result += c;
    }
  }
  if (result.starts_with('.') || result.starts_with('\'')) result.insert(0, "\\&");
  return result;
}

/// An argument of a macro.
std::string argument(const std::string& plain) {
  std::string result = "\"";
  for (const char c : plain) {
    if (c == '"') {
      result += "\"\"";
    } else if (c == '\\') {
      result += "\\e";
    } else {
      result += c;
    }
  }
  return result + '"';
}

std::string options(const CLI::App& app) {
  std::string page;
  for (const CLI::Option* option : app.get_options()) {
    std::string names;
    for (const std::string& name : option->get_snames()) names += (names.empty() ? "" : ", ") + ("-" + name);
    for (const std::string& name : option->get_lnames()) names += (names.empty() ? "" : ", ") + ("--" + name);
    if (names.empty()) names = option->get_name();
    const std::string type = option->get_items_expected_max() == 0 || option->get_lnames().empty()
                                 ? ""
                                 : " " + option->get_type_name();
    page += ".It Sy " + argument(names + type) + "\n" + text(option->get_description()) + "\n";
  }
  return page.empty() ? page : ".Bl -tag -width indent\n" + page + ".El\n";
}

}  // namespace

std::string man_page(const CLI::App& app, const std::string& version) {
  std::string page = ".Dd November 24, 2026\n.Dt ENTENTE 1\n.Os entente " + version +
                     "\n.Sh NAME\n.Nm entente\n.Nd who belonged to what, and when\n"
                     ".Sh SYNOPSIS\n.Nm\n.Ar command\n.Op Ar options\n"
                     ".Sh DESCRIPTION\n" +
                     text(app.get_description()) + "\n" + ".Ss Options of every command\n" + options(app) +
                     ".Sh COMMANDS\n";
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) {
    page += ".Ss " + argument("entente " + command->get_name()) + "\n" + text(command->get_description()) +
            ".\n" + options(*command);
    const std::string example = command->get_footer();
    const auto line = example.find("\n  ");
    if (line != std::string::npos) page += ".Pp\n.Dl " + text(example.substr(line + 3)) + "\n";
  }
  page +=
      ".Sh ENVIRONMENT\n.Bl -tag -width indent\n"
      ".It Ev ENTENTE_DB\nThe database, where no --db is given.\n"
      ".It Ev NO_COLOR\nWhen set and not empty, no colours.\n.El\n"
      ".Sh EXIT STATUS\n.Bl -tag -width indent\n"
      ".It 0\nFound; or done.\n.It 1\nNothing found, or the answer is no.\n"
      ".It 2\nThe command line, a date or a question cannot be understood.\n"
      ".It 3\nAn input is unreadable, or some of it was skipped.\n"
      ".It 4\nA name is unknown or ambiguous.\n.It 5\nThe database or the system refused.\n.El\n";
  return page;
}

}  // namespace entente::cli
