#pragma once

#include <QWidget>

#include <functional>
#include <optional>

class QDateTimeEdit;
class QPushButton;

namespace chengban {

/// A moment in the county's time, to the minute. One that may be missing shows "not given" until a button or
/// the first key puts the present there, and can be taken away again.
class MomentEdit : public QWidget
{
    Q_OBJECT

public:
    enum class Kind { Required, Optional };

    /// The parts are named `objectName` with Field, Now and None behind it.
    MomentEdit(
        Kind kind, const QString &objectName, std::function<qint64()> nowMs, QWidget *parent = nullptr);

    /// Fills in a required moment unless a person has set one.
    void propose(qint64 utcMs);
    void setMoment(std::optional<qint64> utcMs); ///< Does not emit edited().
    [[nodiscard]] std::optional<qint64> moment() const { return m_ms; } ///< UTC ms, exact unless changed.
    [[nodiscard]] bool isTouched() const { return m_touched; } ///< A person has set it, or taken it away.

Q_SIGNALS:
    void edited();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override; ///< The first key begins with the present.

private:
    void addButtons();
    void put(std::optional<qint64> utcMs); ///< A person did, with a button.
    void take(std::optional<qint64> utcMs); ///< A person did.
    void fill(std::optional<qint64> utcMs);

    Kind m_kind;
    std::function<qint64()> m_nowMs;
    QDateTimeEdit *m_edit;
    QPushButton *m_none = nullptr;
    std::optional<qint64> m_ms;
    bool m_touched = false;
};

} // namespace chengban
