#pragma once

#include <functional>
#include <string>
#include <vector>

namespace liangdi::bench {

double seconds(const std::function<void()>& work);

/// Starts a program without a shell and waits; its output is thrown away. Throws where it fails.
double seconds_of_process(const std::vector<std::string>& words);

/// Waits until all that was written before is on the disk, the disk at rest, and free memory at hand: who
/// runs next must not pay for it.
void settle();
/// So that what is measured does not begin with a disk.
void read_into_memory(const std::string& file);

double median(std::vector<double> values);

}  // namespace liangdi::bench
