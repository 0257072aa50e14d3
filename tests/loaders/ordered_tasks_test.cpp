#include "loaders/ordered_tasks.hpp"

#include <gmock/gmock.h>

#include <atomic>
#include <chrono>
#include <stdexcept>
#include <thread>
#include <vector>

namespace entente {
namespace {

/// Some work whose length does not follow the order.
void dawdle(int number) { std::this_thread::sleep_for(std::chrono::microseconds(number * 7919 % 400)); }

class OrderedTasksTest : public testing::TestWithParam<std::size_t> {};

TEST_P(OrderedTasksTest, DeliverInTheOrderInWhichTheyWereAdded) {
  std::vector<int> order, expected;
  std::atomic<int> at_once = 0;
  OrderedTasks tasks(GetParam());
  for (int i = 0; i < 300; ++i) {
    expected.push_back(i);
    tasks.add([&, i] {
      dawdle(i);
      return [&, i] {
        EXPECT_EQ(++at_once, 1) << "one at a time";
        order.push_back(i);
        --at_once;
      };
    });
  }
  tasks.finish();
  EXPECT_EQ(order, expected);
}

TEST_P(OrderedTasksTest, HoldNoMoreThanTheyMay) {
  std::atomic<int> held = 0;
  OrderedTasks tasks(GetParam(), 3);
  for (int i = 0; i < 200; ++i) {
    ++held;
    tasks.add([&, i] {
      dawdle(i);
      return [&] { --held; };
    });
    EXPECT_LE(held, static_cast<int>(3 * GetParam()));
  }
  tasks.finish();
  EXPECT_EQ(held, 0);
}

TEST_P(OrderedTasksTest, StopAtTheFirstFailureInOrder) {
  for (const bool in_second_half : {false, true}) {
    std::vector<int> order;
    std::string message;
    OrderedTasks tasks(GetParam());
    try {
      for (int i = 0; i < 100; ++i) {
        tasks.add([&, i, in_second_half]() -> std::function<void()> {
          dawdle(i);
          if (i >= 20 && !in_second_half) throw std::runtime_error(std::to_string(i));
          return [&order, i, in_second_half] {
            if (i >= 20 && in_second_half) throw std::runtime_error(std::to_string(i));
            order.push_back(i);
          };
        });
      }
      tasks.finish();
    } catch (const std::runtime_error& error) {
      message = error.what();
    }
    EXPECT_EQ(message, "20");
    EXPECT_EQ(order.size(), 20U);
  }
}

TEST_P(OrderedTasksTest, MayBeAbandoned) {
  std::atomic<int> begun = 0;
  {
    OrderedTasks tasks(GetParam());
    for (int i = 0; i < 3; ++i) {
      tasks.add([&] {
        ++begun;
        return [] {};
      });
    }
  }
  EXPECT_LE(begun, 3);
}

INSTANTIATE_TEST_SUITE_P(Threads, OrderedTasksTest, testing::Values(1, 2, 7),
                         [](const auto& threads) { return std::to_string(threads.param); });

}  // namespace
}  // namespace entente
