#include "cli/console.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstring>

#include "graph/error.hpp"

namespace entente::cli {

namespace {

std::int64_t now_ms() {
  using namespace std::chrono;
  return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

}  // namespace

void print(std::string_view text) {
  if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size() || std::fflush(stdout) != 0) {
    throw Error(ErrorCode::WriteFailure,
                fmt::format("cannot write to standard output: {}", std::strerror(errno)));
  }
}

void complain(std::string_view message) {
  std::fflush(stdout);
  const std::string line = fmt::format("entente: {}\n", message);
  std::fwrite(line.data(), 1, line.size(), stderr);  // fputs would stop at a NUL
}

Progress::Progress(const Common& common, std::string label)
    : label_(std::move(label)), enabled_(common.progress), last_ms_(now_ms()) {}

Progress::~Progress() {
  if (shown_) std::fputs("\r\x1b[K", stderr);
}

void Progress::operator()(std::uint64_t done, std::uint64_t total) {
  constexpr std::int64_t interval_ms = 100;  // and nothing at all for what is done at once
  if (!enabled_ || now_ms() - last_ms_ < interval_ms) return;
  last_ms_ = now_ms();
  shown_ = true;
  const double megabytes = static_cast<double>(done) / 1e6;
  const std::string amount = total == 0
                                 ? fmt::format("{:.1f} MB", megabytes)
                                 : fmt::format("{:3.0f} % of {:.1f} MB",
                                               100.0 * static_cast<double>(done) / static_cast<double>(total),
                                               static_cast<double>(total) / 1e6);
  std::fputs(fmt::format("\r\x1b[K{} {}", label_, amount).c_str(), stderr);
}

std::function<void(std::uint64_t, std::uint64_t)> Progress::callback() {
  if (!enabled_) return {};
  return [this](std::uint64_t done, std::uint64_t total) { (*this)(done, total); };
}

}  // namespace entente::cli
