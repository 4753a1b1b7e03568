#include "child.hpp"

#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

namespace liangdi::tests {

Child::Child(const std::vector<std::string>& arguments) {
    int ends[2];
    if (pipe(ends) != 0) return;
    std::vector<char*> argv;
    std::vector<std::string> copy = arguments;
    copy.insert(copy.begin(), LIANGDI_STORE_CHILD);
    for (auto& argument : copy) argv.push_back(argument.data());
    argv.push_back(nullptr);
    pid_ = fork();
    if (pid_ == 0) {
        dup2(ends[1], STDOUT_FILENO);
        close(ends[0]);
        close(ends[1]);
        execv(argv[0], argv.data());
        _exit(127);
    }
    close(ends[1]);
    out_ = ends[0];
}
Child::~Child() {
    if (pid_ > 0) {
        kill();
        wait();
    }
    if (out_ >= 0) close(out_);
}

std::optional<std::string> Child::line(int at_most_ms) {
    for (;;) {
        if (const auto end = buffer_.find('\n'); end != std::string::npos) {
            std::string out = buffer_.substr(0, end);
            buffer_.erase(0, end + 1);
            return out;
        }
        pollfd wait_for{out_, POLLIN, 0};
        if (poll(&wait_for, 1, at_most_ms) == 0) return {};
        char bytes[4096];
        const auto n = read(out_, bytes, sizeof bytes);
        if (n <= 0) return {};
        buffer_.append(bytes, static_cast<std::size_t>(n));
    }
}

void Child::kill() {
    ::kill(pid_, SIGKILL);
}

int Child::wait() {
    int status = 0;
    waitpid(pid_, &status, 0);
    pid_ = 0;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

}  // namespace liangdi::tests
