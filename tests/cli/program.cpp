#include "program.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>

namespace liangdi::tests {

bool Ran::one_line() const {
    return err.starts_with("liangdi: ") && std::count(err.begin(), err.end(), '\n') == 1 &&
           err.back() == '\n';
}

Ran run(const std::vector<std::string>& arguments, const std::function<bool(pid_t)>& meanwhile) {
    int out[2], err[2];
    if (pipe(out) != 0 || pipe(err) != 0) return {};
    std::vector<std::string> words = arguments;
    words.insert(words.begin(), LIANGDI_PROGRAM);
    std::vector<char*> argv;
    for (auto& word : words) argv.push_back(word.data());
    argv.push_back(nullptr);
    const pid_t pid = fork();
    if (pid == 0) {
        const int nothing = ::open("/dev/null", O_RDONLY);
        dup2(nothing, STDIN_FILENO);
        dup2(out[1], STDOUT_FILENO);
        dup2(err[1], STDERR_FILENO);
        for (const int fd : {out[0], out[1], err[0], err[1]}) close(fd);
        execv(argv[0], argv.data());
        _exit(127);
    }
    close(out[1]);
    close(err[1]);
    Ran ran;
    bool done = !meanwhile;
    std::array<pollfd, 2> ends = {{{out[0], POLLIN, 0}, {err[0], POLLIN, 0}}};
    for (int open = 2; open > 0;) {
        if (!done) done = meanwhile(pid);
        poll(ends.data(), ends.size(), done ? -1 : 5);
        for (std::size_t i = 0; i < ends.size(); ++i) {
            if (ends[i].fd < 0 || ends[i].revents == 0) continue;
            char bytes[65536];
            const auto n = read(ends[i].fd, bytes, sizeof bytes);
            if (n > 0) {
                (i == 0 ? ran.out : ran.err).append(bytes, static_cast<std::size_t>(n));
            } else {
                close(ends[i].fd);
                ends[i].fd = -1;
                --open;
            }
        }
    }
    int status = 0;
    waitpid(pid, &status, 0);
    ran.code = WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
    return ran;
}

}  // namespace liangdi::tests
