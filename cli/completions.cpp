#include "cli/completions.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <vector>

namespace entente::cli {

namespace {

struct Word {
  std::string text;
  std::string help;
};

/// In single quotes, for any of the three shells.
std::string quoted(const std::string& text) {
  std::string result = "'";
  for (const char c : text) result += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return result + "'";
}

std::vector<Word> options_of(const CLI::App& app) {
  std::vector<Word> words;
  for (const CLI::Option* option : app.get_options()) {
    for (const std::string& name : option->get_lnames())
      words.push_back({"--" + name, option->get_description()});
    for (const std::string& name : option->get_snames())
      words.push_back({"-" + name, option->get_description()});
  }
  return words;
}

std::vector<const CLI::App*> commands_of(const CLI::App& app) {
  const auto subcommands = app.get_subcommands([](const CLI::App*) { return true; });
  return {subcommands.begin(), subcommands.end()};
}

std::string joined(const std::vector<Word>& words) {
  std::string text;
  for (const Word& word : words) text += (text.empty() ? "" : " ") + word.text;
  return text;
}

std::string for_bash(const CLI::App& app) {
  std::string script =
      "_entente() {\n"
      "  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} command= word\n"
      "  case $previous in\n"
      "    --db|-o|--output) COMPREPLY=($(compgen -f -- \"$current\")); return ;;\n"
      "    --format) COMPREPLY=($(compgen -W 'table json csv ndjson dot svg png pdf claims' -- "
      "\"$current\")); return ;;\n"
      "    --color) COMPREPLY=($(compgen -W 'auto always never' -- \"$current\")); return ;;\n"
      "  esac\n"
      "  for word in \"${COMP_WORDS[@]:1:COMP_CWORD-1}\"; do\n"
      "    case $word in -*) ;; *) command=$word; break ;; esac\n"
      "  done\n"
      "  case $command in\n";
  std::string names;
  for (const CLI::App* command : commands_of(app)) {
    names += (names.empty() ? "" : " ") + command->get_name();
    const bool files =
        command->get_name() == "import" || command->get_name() == "extract" || command->get_name() == "merge";
    script += "    " + command->get_name() + ") COMPREPLY=($(compgen " + (files ? "-f " : "") + "-W " +
              quoted(joined(options_of(*command)) + " " + joined(options_of(app))) +
              " -- \"$current\")) ;;\n";
  }
  script += "    *) COMPREPLY=($(compgen -W " + quoted(names + " " + joined(options_of(app))) +
            " -- \"$current\")) ;;\n";
  return script + "  esac\n}\ncomplete -o bashdefault -F _entente entente\n";
}

std::string for_zsh(const CLI::App& app) {
  const auto described = [](const std::string& name, const std::string& help) {
    std::string text = help;
    std::replace(text.begin(), text.end(), ':', ';');
    return quoted(name + ":" + text);
  };
  std::string script = "#compdef entente\n_entente() {\n  local -a commands options\n  commands=(\n";
  for (const CLI::App* command : commands_of(app)) {
    script += "    " + described(command->get_name(), command->get_description()) + "\n";
  }
  script +=
      "  )\n  if (( CURRENT == 2 )); then _describe command commands; return; fi\n  case $words[2] in\n";
  for (const CLI::App* command : commands_of(app)) {
    script += "    " + command->get_name() + ") options=(";
    for (const Word& word : options_of(*command)) script += ' ' + described(word.text, word.help);
    for (const Word& word : options_of(app)) script += ' ' + described(word.text, word.help);
    script += ") ;;\n";
  }
  return script + "  esac\n  _describe option options\n  _files\n}\ncompdef _entente entente\n";
}

std::string for_fish(const CLI::App& app) {
  const auto option_lines = [](const CLI::App& owner, const std::string& condition) {
    std::string lines;
    for (const Word& word : options_of(owner)) {
      const bool is_long = word.text.starts_with("--");
      lines += "complete -c entente " + condition +
               (is_long ? "-l " + word.text.substr(2) : "-s " + word.text.substr(1)) + " -d " +
               quoted(word.help) + "\n";
    }
    return lines;
  };
  std::string script = option_lines(app, "");
  for (const CLI::App* command : commands_of(app)) {
    script += "complete -c entente -n __fish_use_subcommand -a " + command->get_name() + " -d " +
              quoted(command->get_description()) + "\n";
    script += option_lines(*command, "-n '__fish_seen_subcommand_from " + command->get_name() + "' ");
  }
  return script;
}

}  // namespace

std::string completions_for(const CLI::App& app, const std::string& shell) {
  return shell == "bash" ? for_bash(app) : shell == "zsh" ? for_zsh(app) : for_fish(app);
}

}  // namespace entente::cli
