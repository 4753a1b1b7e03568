#pragma once

#include <map>
#include <sstream>
#include <string>
#include <vector>

namespace liangdi::tests {

/// What the killed program has done, in the words that it writes to its log before and after each step.
struct KillModel {
    struct State {
        std::map<std::string, std::string> notes;  ///< marking's code -> note
        std::map<std::string, int> imports;        ///< prefix of the parcels' codes -> how many
        friend bool operator==(const State&, const State&) = default;
    };
    State state;
    std::vector<std::pair<State, State>> done, undone;  ///< before and after, of one actor

    /// "add CODE NOTE", "set CODE NOTE", "import PREFIX N", "undo", "redo"; other steps change nothing.
    void step(const std::string& words) {
        std::istringstream in(words);
        std::string verb, first, second;
        in >> verb >> first >> second;
        const State before = state;
        if (verb == "add" || verb == "set") state.notes[first] = second;
        if (verb == "import") state.imports[first] = std::stoi(second);
        if (verb == "undo") {
            state = done.back().first;
            undone.push_back(done.back());
            done.pop_back();
        } else if (verb == "redo") {
            state = undone.back().second;
            done.push_back(undone.back());
            undone.pop_back();
        } else if (!(before == state)) {
            done.emplace_back(before, state);
            undone.clear();
        }
    }
};

}  // namespace liangdi::tests
