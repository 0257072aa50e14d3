#pragma once
// Claims of a table of spans on their way into a database, read on one thread and stored on another.

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <mutex>
#include <thread>
#include <unordered_map>
#include <variant>
#include <vector>

#include "graph/store.hpp"
#include "loaders/loader.hpp"

namespace entente::bench {

/// The table says when a span is over; Entente's last day is the day before. A span that is over on the day
/// on which it begins never held, and is left out.
class SpanSink : public ClaimSink {
 public:
  explicit SpanSink(Store::Import& import);
  ~SpanSink() override;

  void source(const Source& source) override;
  void claim(const Claim& claim) override;
  void problem(const Diagnostic& problem) override;

  /// Waits until everything is stored. Throws what storing threw.
  void finish();
  [[nodiscard]] std::size_t problems() const noexcept { return problems_; }

 private:
  using Item = std::variant<Source, Claim>;
  using Batch = std::vector<Item>;
  void hand_over();
  void store();

  Store::Import& import_;
  Batch filling_;
  std::unordered_map<std::int64_t, Date> days_before_;
  std::size_t problems_ = 0;

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Batch> waiting_;
  bool ended_ = false;
  std::exception_ptr failure_;
  std::thread storing_;
};

}  // namespace entente::bench
