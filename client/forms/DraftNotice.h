#pragma once

#include "client/models/DraftNews.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace chengban {

/// What the clerk has to know about the draft of this case: others wrote meanwhile, the server gave a step
/// back, earlier texts are kept. Hidden while there is nothing.
class DraftNotice : public QFrame
{
    Q_OBJECT

public:
    explicit DraftNotice(QWidget *parent = nullptr);

    void setClashes(const std::optional<DraftNews> &news, const Actor &me, qint64 nowMs);
    /// Fields that came from others without a question.
    void setTaken(const DraftNews &news, const Actor &me, qint64 nowMs);
    void setGivenBack(const std::optional<GivenBack> &given, qint64 nowMs);
    void setKept(int texts);
    void setReceipts(int receipts);
    void clear();

Q_SIGNALS:
    void compareWanted();
    void keptWanted();
    void receiptsWanted();

private:
    void showParts();

    QLabel *m_given;
    QLabel *m_taken;
    QLabel *m_clash;
    QPushButton *m_compare;
    QPushButton *m_kept;
    QPushButton *m_receipts;
};

} // namespace chengban
