#pragma once

#include <QWidget>

#include <optional>

class QCheckBox;
class QDateTimeEdit;

namespace chengban {

/// A moment in the county's time, to the minute; with a caption it can be left out.
class MomentEdit : public QWidget
{
    Q_OBJECT

public:
    /// `caption` of the tick that says there is a moment; empty: there always is one.
    explicit MomentEdit(const QString &caption = {}, QWidget *parent = nullptr);

    /// Fills in a moment unless a person has set one.
    void propose(qint64 utcMs);
    void setMoment(qint64 utcMs);
    [[nodiscard]] std::optional<qint64> moment() const; ///< UTC ms.
    [[nodiscard]] bool isTouched() const { return m_touched; } ///< A person has set it.

Q_SIGNALS:
    void edited();

private:
    void fill(qint64 utcMs);

    QCheckBox *m_there = nullptr;
    QDateTimeEdit *m_edit;
    bool m_touched = false;
    qint64 m_utcMs = 0;
};

} // namespace chengban
