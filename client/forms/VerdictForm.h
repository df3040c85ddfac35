#pragma once

#include "shared/reply/Reply.h"

#include <QWidget>

class QButtonGroup;

namespace chengban {

/// What the unit found the demand to be: four choices, each with what it asks for.
class VerdictForm : public QWidget
{
    Q_OBJECT

public:
    explicit VerdictForm(QWidget *parent = nullptr);

    void setVerdict(Verdict verdict); ///< Does not emit edited().
    [[nodiscard]] Verdict verdict() const;

Q_SIGNALS:
    void edited();

private:
    QButtonGroup *m_choices;
};

} // namespace chengban
