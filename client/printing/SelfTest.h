#pragma once

#include "shared/base/Names.h"

#include <QJsonArray>
#include <QList>
#include <QString>

#include <array>

namespace chengban {

enum class TestState { Passed, Failed, NotChecked };

constexpr auto namesOf(TestState)
{
    return std::array{Named{TestState::Passed, "passed"}, Named{TestState::Failed, "failed"},
        Named{TestState::NotChecked, "not-checked"}};
}

/// One line of a test after DA/T 70-2018. What no program here can see is never called passed.
struct TestItem
{
    QString id; ///< "GD-1-13"
    QString title; ///< Chinese, as the standard calls it.
    TestState state = TestState::NotChecked;
    QString note; ///< Chinese: what was looked at, or why not.
    bool operator==(const TestItem &) const = default;
};

[[nodiscard]] QJsonArray toJson(const QList<TestItem> &items);

} // namespace chengban
