#pragma once

#include "client/launcher/VersionFolder.h"

#include <fstream>

namespace chengban::launcher {

struct PowerCut
{
};

/// Does what it is told, and dies before, in the middle of or after the n-th change.
class CutMachine : public Machine
{
public:
    int dieAt = -1; ///< Counted in half steps from 0.
    std::set<std::filesystem::path> held;
    bool readOnly = false;

    bool write(const std::filesystem::path &file, const std::string &text) override
    {
        step();
        if (readOnly)
            return false;
        std::filesystem::path beside = file;
        beside += ".new";
        std::ofstream(beside, std::ios::binary) << text;
        step();
        std::filesystem::rename(beside, file);
        return true;
    }
    bool remove(const std::filesystem::path &file) override
    {
        step();
        return !readOnly && std::filesystem::remove(file);
    }
    bool rename(const std::filesystem::path &from, const std::filesystem::path &to) override
    {
        step();
        std::error_code fault;
        std::filesystem::rename(from, to, fault);
        return !readOnly && !fault;
    }
    void removeTree(const std::filesystem::path &folder) override
    {
        // Half of it is gone when the power goes.
        for (const auto &name : {"chengban", "data"}) {
            std::error_code none;
            if (std::filesystem::exists(folder / name, none)) {
                step();
                std::filesystem::remove(folder / name);
            }
        }
        std::error_code fault;
        std::filesystem::remove_all(folder, fault);
    }
    Life lifeOf(const std::filesystem::path &lock) override
    {
        return held.contains(lock) ? Life::Held : Life::Free;
    }

private:
    void step()
    {
        if (dieAt-- == 0)
            throw PowerCut();
    }
};

} // namespace chengban::launcher
