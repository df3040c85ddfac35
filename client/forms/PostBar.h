#pragma once

#include <QFrame>

class QHBoxLayout;
class QLabel;

namespace chengban {

class Desk;

/// Above the pages: on whose post the person acts, whose post is open to them, who stands in for whom, and
/// which rules could not be read. Hidden when there is nothing of the kind.
class PostBar : public QFrame
{
    Q_OBJECT

public:
    explicit PostBar(Desk &desk, QWidget *parent = nullptr);

private:
    void refresh();
    void addWay(const QString &text, const QString &objectName, const QString &holder);

    Desk &m_desk;
    QLabel *m_post;
    QLabel *m_notices;
    QLabel *m_faults;
    QHBoxLayout *m_ways; ///< To other posts, or back.
};

} // namespace chengban
