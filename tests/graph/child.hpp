#pragma once
// For tests that need another process: one that is killed, has no rights, or reads while we write.

#include <grp.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <exception>
#include <functional>

namespace entente::testing_support {

/// Runs `work` in a process of its own and returns what it returns; 100 for an exception.
class Child {
 public:
  explicit Child(const std::function<int()>& work) : pid_(fork()) {
    if (pid_ != 0) return;
    int status = 100;
    try {
      status = work();
    } catch (const std::exception& exception) {
      // The test sees only the status; a person wants to know.
      std::fprintf(stderr, "child: %s\n", exception.what());
    }
    _exit(status);  // no destructors, no handlers: this process is a copy of the test's
  }
  ~Child() {
    if (pid_ > 0) kill();
  }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  /// Its exit status; 128 and the signal if one ended it.
  int wait() {
    int status = 0;
    while (waitpid(pid_, &status, 0) == -1 && errno == EINTR) {
    }
    pid_ = -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  }
  int kill() {
    ::kill(pid_, SIGKILL);
    return wait();
  }

 private:
  pid_t pid_;
};

/// Gives up the rights of root, for whom no file is read-only. In a child process only.
inline bool become_nobody() {
  if (geteuid() != 0) return true;
  return setgroups(0, nullptr) == 0 && setgid(65534) == 0 && setuid(65534) == 0;
}

}  // namespace entente::testing_support
