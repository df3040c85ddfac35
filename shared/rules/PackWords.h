#pragma once

#include <QString>

#include <optional>

namespace chengban {

/// What a kind of rule ("limits"), a member ("amount") or a value of one ("working-day") is called; empty
/// when it has no name, as numbers and Chinese words have none. Translated.
[[nodiscard]] std::optional<QString> kindWord(const QString &kind);
[[nodiscard]] std::optional<QString> memberWord(const QString &member);
[[nodiscard]] std::optional<QString> valueWord(const QString &member, const QString &value);

} // namespace chengban
