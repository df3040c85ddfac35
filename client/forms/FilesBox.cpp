#include "client/forms/FilesBox.h"

#include "client/forms/Typography.h"
#include "client/models/Wording.h"

#include <QFrame>
#include <QLabel>
#include <QProgressBar>
#include <QVBoxLayout>

namespace chengban {

namespace {

constexpr int refreshMs = 250;
constexpr qsizetype mostRows = 8;
constexpr int barSteps = 1000;

} // namespace

QString FilesBox::leftText(qint64 seconds)
{
    constexpr qint64 minute = 60;
    if (seconds < minute + minute / 2)
        return tr("about %n second(s) left", nullptr, int(seconds));
    return tr("about %n minute(s) left", nullptr, int((seconds + minute / 2) / minute));
}

QString FilesBox::progressText(const FileTransfer &file, qint64 nowMs)
{
    QStringList words;
    //: %1 and %2 are amounts, for instance 3.1 MB
    const QString amounts = tr("%1 of %2").arg(sizeText(file.done), sizeText(file.size));
    words << (file.size > 0 ? amounts : sizeText(file.done));
    if (file.secondsLeft)
        words << leftText(*file.secondsLeft);
    if (!file.secondsLeft && file.reason)
        words << errorText(*file.reason);
    //: %1 is a time
    const QString next = tr("The next attempt is made at %1.").arg(shortTime(file.nextTryMs, nowMs));
    if (!file.secondsLeft && file.nextTryMs > nowMs)
        words << next;
    return words.join(QStringLiteral("  ·  "));
}

FilesBox::FilesBox(Desk &desk, Transfers &transfers, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_transfers(transfers)
    , m_list(new QVBoxLayout)
{
    setObjectName(QStringLiteral("filesBox"));
    m_list->setSpacing(gap / 2);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gap);
    layout->addWidget(thinLine());
    layout->addWidget(label(tr("Files"), "heading"));
    layout->addLayout(m_list);
    m_soon.setSingleShot(true);
    m_soon.setInterval(refreshMs);
    connect(&m_soon, &QTimer::timeout, this, &FilesBox::refresh);
    connect(&transfers, &Transfers::changed, this, [this] {
        if (!m_soon.isActive())
            m_soon.start();
    });
    refresh();
}

void FilesBox::refresh()
{
    while (QLayoutItem *item = m_list->takeAt(0)) {
        if (QWidget *row = item->widget())
            row->deleteLater();
        delete item;
    }
    const QList<FileTransfer> files = m_transfers.files();
    for (const FileTransfer &file : files.mid(0, mostRows))
        addRow(file);
    if (files.size() > mostRows)
        m_list->addWidget(label(tr("%n more file(s)", nullptr, int(files.size() - mostRows)), "quiet"));
    setVisible(!files.isEmpty());
}

void FilesBox::addRow(const FileTransfer &file)
{
    auto *row = new QWidget;
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(gap);
    const QString name = file.name.isEmpty() ? file.sha256.left(8) : file.name;
    //: %1 is the name of a file
    line->addWidget(
        label(file.up ? tr("To the centre: %1").arg(name) : tr("From the centre: %1").arg(name), "plain"), 1);
    auto *bar = new QProgressBar;
    bar->setObjectName(QStringLiteral("fileBar"));
    bar->setRange(0, file.size > 0 ? barSteps : 0);
    bar->setValue(file.size > 0 ? int(file.done * barSteps / file.size) : 0);
    bar->setTextVisible(false);
    bar->setMaximumWidth(160);
    bar->setAccessibleName(name);
    line->addWidget(bar);
    QLabel *text = label(progressText(file, m_desk.nowMs()), "quiet");
    text->setObjectName(QStringLiteral("fileProgress"));
    line->addWidget(text, 1);
    m_list->addWidget(row);
}

} // namespace chengban
