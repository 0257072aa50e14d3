#include "loaders/many_documents.hpp"

#include <algorithm>
#include <memory>
#include <thread>

#include "loaders/documents.hpp"
#include "loaders/lines.hpp"
#include "loaders/load.hpp"
#include "loaders/ordered_tasks.hpp"

namespace entente {

namespace {

class Stream {
 public:
  Stream(const ArticleReader& articles, const DocumentsOptions& options,
         const std::function<void(Findings&)>& prepare, const std::function<void(Findings&)>& take)
      : articles_(articles), options_(options), prepare_(prepare), take_(take), each_(options.load) {}

  /// `alone`: there is no other input.
  void read(const std::string& path, bool alone) {
    std::optional<Input> opened;
    try {
      opened.emplace(Input::open(path));
      if (detect_format(*opened, options_.format) != Format::Documents) {
        start(alone ? 1 : jobs());
        // Shared because a task must be copyable.
        const auto input = std::make_shared<Input>(std::move(*opened));
        return add([this, input](Findings& found) {
          found.report = load(*input, options_.format, articles_, each_, found);
        });
      }
      if (!each_.source_id.empty()) throw one_source_for_many(opened->name());
    } catch (const Error& error) {
      if (error.code() == ErrorCode::InvalidArgument) throw;
      start(jobs());
      return add([error](Findings&) { throw error; });
    }
    start(jobs());
    many_ = true;
    read_lines(*opened);
    many_ = false;
  }

  void finish() {
    if (tasks_) tasks_->finish();
  }

 private:
  [[nodiscard]] std::size_t jobs() const {
    return options_.jobs != 0 ? options_.jobs : std::max(1U, std::thread::hardware_concurrency());
  }

  void start(std::size_t threads) {
    if (tasks_) return;
    if (threads > 1) each_.progress = {};
    tasks_.emplace(threads);
  }

  void read_lines(Input& input) {
    input.on_progress(options_.load.progress);
    Lines lines(input, options_.load.limits.document);
    try {
      while (lines.next()) {
        if (lines.blank()) continue;
        if (lines.too_long()) {
          add([this, problem = lines.too_long_problem(input.name())](Findings& found) {
            skip(problem, found);
          });
        } else {
          add([this, line = std::string(lines.text()), number = lines.number(),
               name = input.name()](Findings& found) { read_line(line, name, number, found); });
        }
      }
    } catch (const Error& error) {
      if (error.code() != ErrorCode::Unreadable) throw;
      add([error](Findings&) { throw error; });
    }
  }

  void read_line(const std::string& line, const std::string& name, std::size_t number,
                 Findings& found) const {
    const auto read = read_document_line(line, name, number, each_.limits);
    if (const auto* document = std::get_if<DocumentLine>(&read)) {
      LoadOptions quiet = each_;
      quiet.progress = {};
      found.report = load_document(*document, articles_, quiet, found);
    } else {
      skip(std::get<Diagnostic>(read), found);
    }
  }

  void skip(const Diagnostic& problem, Findings& found) const {
    ++found.report.read;
    skip_row(problem, each_, found, found.report);
  }

  void add(std::function<void(Findings&)> reading) {
    tasks_->add([this, of_many = many_, reading = std::move(reading)] {
      const auto found = std::make_shared<Findings>();
      found->of_many = of_many;
      try {
        reading(*found);
      } catch (const Error& error) {
        if (options_.load.strict) throw;
        found->failure = error;
      }
      if (prepare_) prepare_(*found);
      return [this, found] { take_(*found); };
    });
  }

  const ArticleReader& articles_;
  const DocumentsOptions& options_;
  const std::function<void(Findings&)>& prepare_;
  const std::function<void(Findings&)>& take_;
  LoadOptions each_;
  bool many_ = false;
  std::optional<OrderedTasks> tasks_;  // last: its threads use all the others
};

}  // namespace

void read_documents(const std::vector<std::string>& inputs, const ArticleReader& articles,
                    const DocumentsOptions& options, const std::function<void(Findings&)>& prepare,
                    const std::function<void(Findings&)>& take) {
  Stream stream(articles, options, prepare, take);
  for (const std::string& input : inputs) stream.read(input, inputs.size() == 1);
  stream.finish();
}

}  // namespace entente
