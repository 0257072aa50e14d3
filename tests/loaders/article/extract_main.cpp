// Reads articles and writes the facts of each in the form that `entente extract --format json` prints, for
// tests/corpus/score.py: article_extract OUT_DIR FILE…
// `document_date` and `title` are read from a .gold.json beside the text, as options would give them.

#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include "data/bundled.hpp"
#include "loaders/article.hpp"
#include "loaders/confidence.hpp"
#include "loaders/registry.hpp"

namespace {

std::string json_string(std::string_view s) {
  std::string out = "\"";
  for (const char c : s) {
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (static_cast<unsigned char>(c) < 0x20) {
      static constexpr char digits[] = "0123456789abcdef";
      out += "\\u00";
      out += digits[static_cast<unsigned char>(c) >> 4U];
      out += digits[static_cast<unsigned char>(c) & 15U];
    } else {
      out += c;
    }
  }
  return out + "\"";
}

class Printer : public entente::ClaimSink {
 public:
  explicit Printer(std::ostream& out) : out_(out) { out_ << "{\"facts\":["; }
  void source(const entente::Source& s) override {
    title = s.title;
    if (s.published) published = s.published->text();
  }
  void claim(const entente::Claim& c) override {
    out_ << (first_ ? "\n" : ",\n") << "{\"subject\":" << json_string(c.subject.name)
         << ",\"event\":" << json_string(entente::event_name(c.event, c.relation))
         << ",\"object\":" << json_string(c.object.name)
         << ",\"date\":" << json_string(c.when ? entente::to_string(*c.when) : "")
         << ",\"certainty\":" << json_string(entente::name_of(c.certainty))
         << ",\"evidence\":{\"source\":" << json_string(c.evidence.source.value)
         << ",\"begin\":" << c.evidence.begin << ",\"end\":" << c.evidence.end
         << ",\"text\":" << json_string(c.evidence.text) << ",\"rule\":" << json_string(c.evidence.rule)
         << "},\"features\":[";
    const auto features = entente::confidence_features(c);
    for (std::size_t i = 0; i < features.size(); ++i) out_ << (i == 0 ? "" : ",") << json_string(features[i]);
    out_ << "],\"confidence\":" << entente::confidence_of(c).value_or(0) << '}';
    first_ = false;
  }
  void problem(const entente::Diagnostic& p) override { std::cerr << p.to_string() << '\n'; }
  void finish() {
    out_ << "\n],\"title\":" << json_string(title) << ",\"published\":" << json_string(published) << "}\n";
  }

 private:
  std::ostream& out_;
  bool first_ = true;
  std::string title, published;
};

std::string content(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// The value of a string member at the top of a small JSON file, by its key.
std::string member(const std::string& json, const std::string& key) {
  const auto at = json.find("\"" + key + "\": \"");
  if (at == std::string::npos) return {};
  const auto begin = at + key.size() + 5;
  return json.substr(begin, json.find('"', begin) - begin);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::cerr << "usage: article_extract OUT_DIR FILE...\n";
    return 2;
  }
  const std::string_view files[] = {entente::bundled_file("states.json"),
                                    entente::bundled_file("bodies.json")};
  const auto registry = entente::Registry::read(files);
  const entente::ArticleReader reader(registry.names());
  for (int i = 2; i < argc; ++i) {
    const std::filesystem::path path(argv[i]);
    std::string stem = path.filename().string();
    stem = stem.substr(0, stem.find('.'));
    const std::string gold = content(path.parent_path() / (stem + ".gold.json"));
    entente::LoadOptions options;
    options.source_id = stem;
    options.title = member(gold, "title");
    options.published = entente::Date::try_parse(member(gold, "document_date"));
    const std::string text = content(path);
    if (std::string_view(argv[1]) == "-") {
      Printer printer(std::cout);
      reader.load(text, options, printer);
      printer.finish();
    } else {
      std::ofstream out(std::filesystem::path(argv[1]) / (stem + ".facts.json"));
      Printer printer(out);
      reader.load(text, options, printer);
      printer.finish();
    }
  }
  return 0;
}
