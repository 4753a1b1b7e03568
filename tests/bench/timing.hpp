#pragma once

#include <functional>
#include <string>
#include <vector>

namespace liangdi::bench {

double seconds(const std::function<void()>& work);

/// Starts a program without a shell and waits; its output is thrown away. Throws where it fails.
double seconds_of_process(const std::vector<std::string>& words);

/// Waits until all that was written before is on the disk: who runs next must not pay for it.
void settle();
double seconds_of_settled(const std::vector<std::string>& words);

double median(std::vector<double> values);

}  // namespace liangdi::bench
