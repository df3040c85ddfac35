#include "client/forms/DraftNotice.h"

#include "client/forms/Typography.h"
#include "client/models/ReplyFields.h"
#include "client/models/Wording.h"
#include "shared/reply/Requirements.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace chengban {

namespace {

QString fieldNames(const QStringList &fields)
{
    QStringList names;
    for (const QString &field : fields)
        names << replyFieldText(field);
    return names.join(QStringLiteral("、"));
}

} // namespace

DraftNotice::DraftNotice(QWidget *parent)
    : QFrame(parent)
    , m_given(label({}, "finding"))
    , m_taken(label({}, "quiet"))
    , m_clash(label({}, "finding"))
    , m_compare(button(tr("Compare and choose"), QStringLiteral("compareTexts")))
    , m_kept(button({}, QStringLiteral("keptTextsLink"), "link"))
    , m_receipts(button({}, QStringLiteral("receiptsLink"), "link"))
{
    setObjectName(QStringLiteral("draftNotice"));
    m_given->setObjectName(QStringLiteral("givenBack"));
    m_taken->setObjectName(QStringLiteral("takenFields"));
    m_clash->setObjectName(QStringLiteral("clashes"));
    auto *line = new QHBoxLayout;
    line->setSpacing(gap);
    line->addWidget(m_clash, 1);
    line->addWidget(m_compare);
    auto *last = new QHBoxLayout;
    last->addWidget(m_taken, 1);
    last->addWidget(m_kept);
    last->addWidget(m_receipts);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, gap / 2, 16, gap / 2);
    layout->setSpacing(gap / 2);
    layout->addWidget(m_given);
    layout->addLayout(line);
    layout->addLayout(last);
    connect(m_compare, &QPushButton::clicked, this, &DraftNotice::compareWanted);
    connect(m_kept, &QPushButton::clicked, this, &DraftNotice::keptWanted);
    connect(m_receipts, &QPushButton::clicked, this, &DraftNotice::receiptsWanted);
    clear();
}

void DraftNotice::clear()
{
    for (QLabel *one : {m_given, m_taken, m_clash})
        say(one, {});
    m_kept->hide();
    m_receipts->hide();
    showParts();
}

void DraftNotice::setClashes(const std::optional<DraftNews> &news, const Actor &me, qint64 nowMs)
{
    QStringList fields;
    for (const FieldClash &clash : news ? news->merge.clashes : QList<FieldClash>())
        fields << clash.field;
    //: %1 fields of the reply, %2 who, where and when
    say(m_clash,
        fields.isEmpty()
            ? QString()
            : tr("Also written by somebody else: %1 (%2). Your text stands until you choose.")
                  .arg(fieldNames(fields), writerText(news->writers.value(fields.first()), me, nowMs)));
    showParts();
}

void DraftNotice::setTaken(const DraftNews &news, const Actor &me, qint64 nowMs)
{
    const QStringList &fields = news.merge.taken;
    //: %1 fields of the reply, %2 who, where and when
    say(m_taken,
        fields.isEmpty()
            ? QString()
            : tr("Taken into your draft: %1 (%2).")
                  .arg(fieldNames(fields), writerText(news.writers.value(fields.first()), me, nowMs)));
    showParts();
}

void DraftNotice::setGivenBack(const std::optional<GivenBack> &given, qint64 nowMs)
{
    QString why;
    if (given)
        why = given->problems.isEmpty() ? errorText(given->reason) : problemText(given->problems.first());
    //: %1 a time, %2 a sentence
    say(m_given,
        given ? tr("The server did not take this step (%1); your text is here again. %2")
                    .arg(shortTime(given->atMs, nowMs), why)
              : QString());
    showParts();
}

void DraftNotice::setKept(int texts)
{
    m_kept->setText(tr("%n earlier text(s)", nullptr, texts));
    m_kept->setVisible(texts > 0);
    showParts();
}

void DraftNotice::setReceipts(int receipts)
{
    m_receipts->setText(tr("%n receipt(s)", nullptr, receipts));
    m_receipts->setVisible(receipts > 0);
    showParts();
}

void DraftNotice::showParts()
{
    m_compare->setVisible(!m_clash->text().isEmpty());
    setVisible(!m_given->isHidden() || !m_taken->isHidden() || !m_clash->isHidden() || !m_kept->isHidden()
        || !m_receipts->isHidden());
}

} // namespace chengban
