#include "timing.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <stdexcept>
#include <thread>

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
    // A rented machine's disk writes fast for some seconds, and then has to rest.
    std::this_thread::sleep_for(std::chrono::seconds(5));
    // And its host takes free memory back; asking for it anew costs more than what is measured.
    constexpr std::size_t some = std::size_t{4} << 30;
    void* memory =
        ::mmap(nullptr, some, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_POPULATE, -1, 0);
    if (memory != MAP_FAILED) ::munmap(memory, some);
}

void read_into_memory(const std::string& file) {
    const int fd = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    std::vector<char> piece(1 << 20);
    while (fd >= 0 && ::read(fd, piece.data(), piece.size()) > 0) {
    }
    if (fd >= 0) ::close(fd);
}

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

}  // namespace liangdi::bench
