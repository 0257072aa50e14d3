// Any bytes, read as a question in English over a small store: it is understood, or refused with an error
// that a person can use; nothing else.

#include <unistd.h>

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "graph/error.hpp"
#include "graph/store.hpp"
#include "queries/ask.hpp"
#include "tests/fuzz/require.hpp"

namespace {

using entente::require;

/// A database of a few names, one of them shared, that goes with the process.
class SmallStore {
 public:
  SmallStore()
      : path_(std::filesystem::temp_directory_path() /
              ("entente-ask-fuzz-" + std::to_string(::getpid()) + ".db")),
        store_(entente::Store::open(path_.string(), entente::Store::Mode::Create)) {
    auto import = store_.begin_import();
    entente::Source source;
    source.id.value = "almanac";
    source.published = entente::Date::parse("2022-01-29");
    import.add(source);
    const auto add = [&](entente::Event event, const char* subject, const char* object, const char* when) {
      entente::Claim claim;
      claim.subject.id = subject;
      claim.event = event;
      const bool tie = event == entente::Event::Joined || event == entente::Event::Left;
      (tie ? claim.object.id : claim.object.name) = object;
      if (event == entente::Event::Named) claim.detail = "name";
      if (*when != '\0') claim.when = entente::parse_edtf(when);
      claim.evidence.source = source.id;
      import.add(claim);
    };
    for (const char* name : {"Uzbekistan", "Kazakhstan", "Serbia", "Bosnia and Herzegovina", "A"}) {
      add(entente::Event::Named, name, name, "");
    }
    add(entente::Event::Named, "georgia", "Georgia", "");
    add(entente::Event::Named, "georgia-us", "Georgia", "");
    add(entente::Event::Named, "csto", "CSTO", "");
    add(entente::Event::Named, "nato", "NATO", "");
    add(entente::Event::Joined, "Uzbekistan", "csto", "2006");
    add(entente::Event::Left, "Uzbekistan", "csto", "2012");
    add(entente::Event::Joined, "Kazakhstan", "csto", "1994");
    import.commit();
  }
  ~SmallStore() {
    std::error_code ignored;
    std::filesystem::remove(path_, ignored);
  }
  SmallStore(const SmallStore&) = delete;
  SmallStore& operator=(const SmallStore&) = delete;
  [[nodiscard]] const entente::Store& store() const { return store_; }

 private:
  std::filesystem::path path_;
  entente::Store store_;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const SmallStore small;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  try {
    const entente::Asked asked = entente::ask(small.store(), text, {});
    require(!asked.understood.empty());
    require(asked.command.rfind("entente ", 0) == 0);
    const entente::Understanding again = entente::understand(small.store(), text, {});
    require(again.understood == asked.understood && again.command == asked.command);
  } catch (const entente::Error& error) {
    require(error.code() == entente::ErrorCode::InvalidQuestion ||
            error.code() == entente::ErrorCode::UnknownName ||
            error.code() == entente::ErrorCode::AmbiguousName);
    require(*error.what() != '\0');
  }
  return 0;
}
