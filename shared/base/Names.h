#pragma once

#include <QLatin1StringView>
#include <QStringView>

#include <array>
#include <optional>

namespace chengban {

/// One value of an enum with the stable name it has in JSON, databases and packs.
///
/// An enum gets its names by one overload found beside it:
/// `constexpr auto namesOf(Phase) { return std::array{Named{Phase::Closed, "closed"}, …}; }`
template <typename E>
struct Named {
    E value;
    const char *name;
};
template <typename E>
Named(E, const char *) -> Named<E>; // Clang deduces none for aggregates before 17.

template <typename E>
[[nodiscard]] QLatin1StringView nameOf(E value)
{
    for (const auto &row : namesOf(E{})) {
        if (row.value == value)
            return QLatin1StringView(row.name);
    }
    Q_UNREACHABLE();
}

template <typename E>
[[nodiscard]] std::optional<E> valueNamed(QStringView name)
{
    for (const auto &row : namesOf(E{})) {
        if (name == QLatin1StringView(row.name))
            return row.value;
    }
    return std::nullopt;
}

} // namespace chengban
