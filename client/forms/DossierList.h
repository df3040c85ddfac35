#pragma once

#include "shared/dossier/Manifest.h"

#include <QWidget>

class QVBoxLayout;

namespace chengban {

/// 卷内目录 as it stands now: how many papers the dossier has and, in red, each one it will still need. Live
/// from the first day of the case.
class DossierList : public QWidget
{
    Q_OBJECT

public:
    explicit DossierList(QWidget *parent = nullptr);

    void setCase(const Case &theCase);
    [[nodiscard]] int missing() const { return m_missing; }

private:
    QVBoxLayout *m_lines;
    int m_missing = 0;
};

} // namespace chengban
