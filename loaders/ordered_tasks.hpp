#pragma once
// Work for several threads whose results are wanted in the order in which it was given out.
//
//   OrderedTasks tasks(4);
//   for (…) tasks.add([…] { auto result = slow(…); return [result] { print(result); }; });
//   tasks.finish();

#include <cstddef>
#include <functional>
#include <memory>

namespace entente {

/// The first half of each task runs on any thread, its second half after those of all tasks before it, one at
/// a time, and as soon as that is so. What happens does not depend on the number of threads, except for
/// which thread it is; with one, all happens within add().
class OrderedTasks {
 public:
  using Task = std::function<std::function<void()>()>;

  /// At most `in_flight` tasks for each thread are held at once.
  explicit OrderedTasks(std::size_t threads, std::size_t in_flight = 4);
  /// Drops what has not begun.
  ~OrderedTasks();
  OrderedTasks(const OrderedTasks&) = delete;
  OrderedTasks& operator=(const OrderedTasks&) = delete;

  /// Waits while there are enough tasks. Throws what a task before it threw: of several the first in order,
  /// and no second half runs after it.
  void add(Task task);
  /// Waits for all. Throws as add() does. REQUIRES: called once, last.
  void finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace entente
