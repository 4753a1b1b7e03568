#include "timing.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <stdexcept>

extern char** environ;

namespace liangdi::bench {

double seconds(const std::function<void()>& work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

double seconds_of_process(const std::vector<std::string>& words) {
    std::vector<std::string> copy = words;
    std::vector<char*> arguments;
    for (auto& word : copy) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    return seconds([&] {
        posix_spawn_file_actions_t actions;
        posix_spawn_file_actions_init(&actions);
        posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
        pid_t pid = 0;
        const int code = posix_spawnp(&pid, arguments[0], &actions, nullptr, arguments.data(), environ);
        posix_spawn_file_actions_destroy(&actions);
        int status = 0;
        if (code != 0 || waitpid(pid, &status, 0) != pid || status != 0) {
            throw std::runtime_error("this failed: " + words[0] + " " + (words.size() > 1 ? words[1] : ""));
        }
    });
}

void settle() {
    ::sync();
}

double seconds_of_settled(const std::vector<std::string>& words) {
    settle();
    return seconds_of_process(words);
}

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

}  // namespace liangdi::bench
