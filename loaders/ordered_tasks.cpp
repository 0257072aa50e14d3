#include "loaders/ordered_tasks.hpp"

#include <condition_variable>
#include <deque>
#include <exception>
#include <map>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace entente {

struct OrderedTasks::State {
  std::mutex mutex;
  std::condition_variable work_came, room_came;
  std::deque<std::pair<std::size_t, Task>> waiting;
  std::map<std::size_t, std::function<void()>> done;  ///< first halves whose turn has not come
  std::size_t added = 0;
  std::size_t delivered = 0;
  bool delivering = false;
  bool closed = false;
  std::exception_ptr failure;
  std::size_t limit = 1;
  std::vector<std::thread> threads;

  /// A failure waits for its turn like a result.
  static std::function<void()> first_half(const Task& task) {
    try {
      return task();
    } catch (...) {
      return [failure = std::current_exception()] { std::rethrow_exception(failure); };
    }
  }

  /// Runs the second halves whose turn it is, unless another thread is at it.
  void deliver(std::unique_lock<std::mutex>& lock) {
    if (delivering) return;
    delivering = true;
    for (auto next = done.find(delivered); next != done.end() && !failure; next = done.find(delivered)) {
      const auto second_half = std::move(next->second);
      done.erase(next);
      lock.unlock();
      std::exception_ptr thrown;
      try {
        second_half();
      } catch (...) {
        thrown = std::current_exception();
      }
      lock.lock();
      failure = thrown;
      ++delivered;
      room_came.notify_all();
    }
    delivering = false;
  }

  void run() {
    std::unique_lock lock(mutex);
    for (;;) {
      work_came.wait(lock, [this] { return closed || !waiting.empty(); });
      if (waiting.empty()) return;
      auto [number, task] = std::move(waiting.front());
      waiting.pop_front();
      lock.unlock();
      auto second_half = first_half(task);
      task = nullptr;
      lock.lock();
      done.emplace(number, std::move(second_half));
      deliver(lock);
    }
  }

  void stop() {
    {
      const std::lock_guard lock(mutex);
      waiting.clear();
      closed = true;
    }
    work_came.notify_all();
    for (std::thread& thread : threads) thread.join();
    threads.clear();
  }
};

OrderedTasks::OrderedTasks(std::size_t threads, std::size_t in_flight) : state_(std::make_unique<State>()) {
  if (threads < 2) return;
  state_->limit = threads * in_flight;
  for (std::size_t i = 0; i < threads; ++i) state_->threads.emplace_back([this] { state_->run(); });
}

OrderedTasks::~OrderedTasks() { state_->stop(); }

void OrderedTasks::add(Task task) {
  if (state_->threads.empty()) return task()();
  std::unique_lock lock(state_->mutex);
  state_->room_came.wait(
      lock, [this] { return state_->failure || state_->added - state_->delivered < state_->limit; });
  if (state_->failure) std::rethrow_exception(state_->failure);
  state_->waiting.emplace_back(state_->added++, std::move(task));
  lock.unlock();
  state_->work_came.notify_one();
}

void OrderedTasks::finish() {
  if (state_->threads.empty()) return;
  std::unique_lock lock(state_->mutex);
  state_->room_came.wait(lock, [this] { return state_->failure || state_->delivered == state_->added; });
  if (state_->failure) std::rethrow_exception(state_->failure);
}

}  // namespace entente
