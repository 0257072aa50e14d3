#include "bench/span_sink.hpp"

#include <utility>

namespace entente::bench {

namespace {
constexpr std::size_t batch_size = 4096, most_waiting = 16;
}

SpanSink::SpanSink(Store::Import& import) : import_(import), storing_([this] { store(); }) {}

SpanSink::~SpanSink() {
  {
    const std::lock_guard lock(mutex_);
    ended_ = true;
  }
  changed_.notify_all();
  if (storing_.joinable()) storing_.join();
}

void SpanSink::source(const Source& source) { filling_.emplace_back(source); }

void SpanSink::claim(const Claim& claim) {
  const DateInterval* span = claim.when ? std::get_if<DateInterval>(&*claim.when) : nullptr;
  const Date* over = span == nullptr ? nullptr : std::get_if<Date>(&span->end);
  if (over == nullptr) {
    filling_.emplace_back(claim);
  } else {
    const Day last = over->earliest().previous();
    const Date* first = std::get_if<Date>(&span->start);
    if (first != nullptr && last < first->earliest()) return;
    auto place = days_before_.find(last.number());
    if (place == days_before_.end()) place = days_before_.emplace(last.number(), Date::of_day(last)).first;
    auto& kept = std::get<Claim>(filling_.emplace_back(claim));
    kept.when = DateInterval{span->start, place->second};
  }
  if (filling_.size() >= batch_size) hand_over();
}

void SpanSink::problem(const Diagnostic&) { ++problems_; }

void SpanSink::hand_over() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return waiting_.size() < most_waiting || failure_; });
  if (failure_) std::rethrow_exception(failure_);
  waiting_.push_back(std::exchange(filling_, {}));
  filling_.reserve(batch_size);
  changed_.notify_all();
}

void SpanSink::finish() {
  hand_over();
  {
    const std::lock_guard lock(mutex_);
    ended_ = true;
  }
  changed_.notify_all();
  storing_.join();
  if (failure_) std::rethrow_exception(failure_);
}

void SpanSink::store() {
  for (;;) {
    Batch batch;
    {
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [&] { return !waiting_.empty() || ended_; });
      if (waiting_.empty()) return;
      batch = std::move(waiting_.front());
      waiting_.pop_front();
    }
    changed_.notify_all();
    try {
      for (const Item& item : batch) {
        if (const Claim* claim = std::get_if<Claim>(&item)) {
          import_.add(*claim);
        } else {
          import_.add(std::get<Source>(item));
        }
      }
    } catch (...) {
      const std::lock_guard lock(mutex_);
      failure_ = std::current_exception();
      waiting_.clear();
      changed_.notify_all();
      return;
    }
  }
}

}  // namespace entente::bench
