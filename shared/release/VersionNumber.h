#pragma once

#include <array>
#include <charconv>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace chengban {

/// X.Y.Z, compared number by number. Standard C++ alone, since the launcher (client/launcher) has no Qt.
struct VersionNumber
{
    std::array<int, 3> parts{};

    auto operator<=>(const VersionNumber &) const = default;
    [[nodiscard]] std::string text() const
    {
        return std::to_string(parts[0]) + '.' + std::to_string(parts[1]) + '.' + std::to_string(parts[2]);
    }
};

/// Above it Windows' version resource has no room.
inline constexpr int largestVersionPart = 65535;

/// Exactly X.Y.Z in decimal, each 0…65535 and without a leading zero, so that a version has one spelling: it
/// names a folder. Nothing for anything else.
[[nodiscard]] inline std::optional<VersionNumber> versionNumber(std::string_view text)
{
    const std::string_view whole = text;
    VersionNumber version;
    for (size_t i = 0; i < version.parts.size(); ++i) {
        int &part = version.parts[i];
        const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), part);
        if (fault != std::errc() || part < 0 || part > largestVersionPart)
            return std::nullopt;
        text.remove_prefix(size_t(end - text.data()));
        if (i < 2) {
            if (!text.starts_with('.'))
                return std::nullopt;
            text.remove_prefix(1);
        }
    }
    // Leading zeros and "-0" are other spellings of the same number.
    return text.empty() && version.text() == whole ? std::optional(version) : std::nullopt;
}

} // namespace chengban
