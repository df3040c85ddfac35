#include "client/forms/PostBar.h"

#include "client/forms/Typography.h"
#include "client/models/Desk.h"
#include "client/models/Posts.h"
#include "client/models/Wording.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace chengban {

PostBar::PostBar(Desk &desk, QWidget *parent)
    : QFrame(parent)
    , m_desk(desk)
    , m_post(label({}, "heading"))
    , m_notices(label({}, "quiet"))
    , m_faults(label({}, "finding"))
    , m_ways(new QHBoxLayout)
{
    setObjectName(QStringLiteral("postBar"));
    setProperty("role", QLatin1StringView("panel"));
    m_post->setObjectName(QStringLiteral("post"));
    m_notices->setObjectName(QStringLiteral("postNotices"));
    m_ways->setSpacing(gap);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, gap, 16, gap);
    layout->setSpacing(4);
    layout->addWidget(m_post);
    layout->addWidget(m_notices);
    m_faults->setObjectName(QStringLiteral("rulesSetAside"));
    layout->addWidget(m_faults);
    layout->addLayout(m_ways);
    connect(&desk, &Desk::directoryChanged, this, &PostBar::refresh);
    connect(&desk, &Desk::syncStateChanged, this, &PostBar::refresh); // Days begin and end.
    refresh();
}

void PostBar::refresh()
{
    const Actor person = m_desk.person();
    const Actor actor = m_desk.actor();
    const bool onOther = !actor.actingFor.isEmpty();
    //: %1 a person, %2 the role
    say(m_post,
        onOther ? tr("You act for %1 (%2). Every step is recorded as taken by you for %1.")
                      .arg(actor.actingForName, roleText(actor.role))
                : QString());
    const QStringList notices = postNotices(person, m_desk.directory(), m_desk.nowMs());
    say(m_notices, notices.join(QLatin1Char('\n')));
    QStringList faults;
    for (const Error &fault : m_desk.rulesSetAside()) {
        //: %1 which rules, the place in them and what stands there
        faults << tr("These rules cannot be read: %1. Cases under them wait; tell the administrator.")
                      .arg(fault.detail);
    }
    say(m_faults, faults.join(QLatin1Char('\n')));
    while (QLayoutItem *item = m_ways->takeAt(0)) {
        if (QWidget *way = item->widget())
            way->deleteLater(); // It may be the one that was clicked.
        delete item;
    }
    if (onOther)
        addWay(tr("Back to my own post"), QStringLiteral("ownPost"), {});
    const QList<OpenPost> posts = openPosts(person, m_desk.directory(), m_desk.nowMs());
    for (const OpenPost &post : posts) {
        if (post.holder.id == actor.actingFor)
            continue;
        //: %1 a person, %2 the last day
        addWay(tr("Act for %1, until %2").arg(post.holder.name, post.until.toString(Qt::ISODate)),
            QStringLiteral("actFor_") + post.holder.id.value, post.holder.id.value);
    }
    m_ways->addStretch(1);
    setVisible(onOther || !notices.isEmpty() || !posts.isEmpty() || !faults.isEmpty());
}

void PostBar::addWay(const QString &text, const QString &objectName, const QString &holder)
{
    QPushButton *way = button(text, objectName);
    m_ways->addWidget(way);
    connect(way, &QPushButton::clicked, this, [this, holder] {
        if (!m_desk.actFor({holder}))
            refresh(); // The days are over: the offer goes.
    });
}

} // namespace chengban
