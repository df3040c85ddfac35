#include "client/forms/ScanDesk.h"

#include "client/forms/Typography.h"
#include "client/models/WhenDone.h"
#include "client/scanning/Straighten.h"

#include <QCheckBox>
#include <QLabel>
#include <QListView>
#include <QMessageBox>
#include <QPushButton>
#include <QRegularExpression>
#include <QtConcurrent>

namespace chengban {

namespace {

/// Above that the desk would crowd out what else runs; 100 coloured pages of 300 dpi have 100 to 300 MiB.
constexpr qint64 mostBytes = qint64(512) << 20;
constexpr double leastSkew = 0.1;

} // namespace

QString ScanDesk::nameOfPage(const QString &day, int number, const QString &ending, bool covered)
{
    const QString place = QStringLiteral("%1").arg(number, 2, 10, QLatin1Char('0'));
    //: The name of a file, without its ending. %1 is a day, %2 a number
    return (covered ? tr("Scan-%1-%2").arg(day, place) : tr("Scan-%1-%2-not blackened").arg(day, place))
        + QLatin1Char('.') + ending;
}

int ScanDesk::freeNumber(const QString &day, const QStringList &names)
{
    static const QRegularExpression number(QStringLiteral("^\\d+"));
    const QString stem = nameOfPage(day, 0, QString());
    const QString start = stem.left(stem.lastIndexOf(QStringLiteral("00")));
    int highest = 0;
    for (const QString &name : names) {
        if (name.startsWith(start))
            highest = std::max(highest, number.match(name.mid(start.size())).captured().left(6).toInt());
    }
    return highest + 1;
}

void ScanDesk::addPage(const QImage &image)
{
    ++m_encoding;
    whenDone(this, QtConcurrent::run(&m_pool, [image] { return scanPage(image); }),
        [this](const Result<ScanPage> &page) { keep(page); });
}

void ScanDesk::keep(const Result<ScanPage> &page)
{
    --m_encoding;
    if (!page) {
        m_panel->stop();
        m_panel->showProblem(page.error().code);
        return showState();
    }
    const bool first = m_tray.rowCount() == 0;
    m_tray.append(*page);
    if (m_tray.bytes() > mostBytes) {
        m_panel->stop();
        m_panel->showProblem(ErrorCode::ScannerFull);
    }
    if (first || m_panel->isScanning())
        choose(m_tray.rowCount() - 1);
}

int ScanDesk::row() const
{
    return m_list->currentIndex().isValid() ? m_list->currentIndex().row() : -1;
}

void ScanDesk::choose(int row)
{
    if (row >= 0 && row < m_tray.rowCount()) {
        const bool same = m_list->currentIndex() == m_tray.index(row);
        m_list->setCurrentIndex(m_tray.index(row)); // Another one is shown by its signal.
        m_list->scrollTo(m_tray.index(row));
        refreshThumbnail(row);
        if (same)
            showPage();
    }
    showState();
}

void ScanDesk::shift(int by)
{
    const int to = row() + by;
    if (row() < 0 || to < 0 || to >= m_tray.rowCount())
        return;
    m_tray.shift(row(), to);
    choose(to);
}

void ScanDesk::step(const PageStep &step)
{
    const int at = row();
    m_tray.addStep(at, step);
    choose(at);
}

void ScanDesk::straighten()
{
    if (row() < 0)
        return;
    const ScanPage page = m_tray.pages().at(row());
    const auto angle = QtConcurrent::run(&m_pool, [page]() -> Result<double> {
        return pageImage(page).map([](const QImage &image) { return skewOf(image); });
    });
    whenDone(this, angle, [this, page](const Result<double> &degrees) {
        const qsizetype at = m_tray.pages().indexOf(page);
        if (at < 0)
            return; // It has become another one meanwhile.
        m_list->setCurrentIndex(m_tray.index(int(at)));
        if (!degrees || std::abs(*degrees) < leastSkew)
            return say(m_message, tr("This page is straight, or has no lines that tell."));
        say(m_message, {});
        step({PageStep::Kind::Straighten, -*degrees, {}});
    });
}

void ScanDesk::chooseTool(PageView::Tool tool)
{
    m_view->setFocus();
    m_view->setTool(m_view->tool() == tool ? PageView::Tool::None : tool);
    showState();
}

void ScanDesk::takeArea(PageView::Tool tool, const QRectF &area)
{
    const bool crop = tool == PageView::Tool::Crop;
    step({crop ? PageStep::Kind::Crop : PageStep::Kind::Blacken, 0, area});
    if (crop)
        m_view->setTool(PageView::Tool::None);
}

void ScanDesk::showPage()
{
    const int at = row();
    if (at < 0) {
        m_view->setPage({});
        m_view->setTool(PageView::Tool::None);
        m_view->setWords(
            tr("Put the paper on the glass or into the feeder, choose how it is to be scanned, then press "
               "Scan (F5)."));
        return;
    }
    const ScanPage page = m_tray.pages().at(at);
    const QSize room = m_view->room();
    whenDone(this, QtConcurrent::run([page, room] { return pageImage(page, room); }),
        [this, page](const Result<QImage> &image) {
            const int now = row();
            if (now < 0 || m_tray.pages().at(now) != page)
                return;
            m_view->setWords(image ? QString() : errorText(image.error().code));
            m_view->setPage(image.value_or(QImage()));
        });
}

void ScanDesk::refreshThumbnail(int row)
{
    const ScanPage page = m_tray.pages().at(row);
    const auto painting = QtConcurrent::run(
        [page]() -> Result<QImage> { return pageImage(page, thumbnailRoom * 2).map(&thumbnailOf); });
    whenDone(this, painting, [this, page](const Result<QImage> &picture) {
        if (picture)
            m_tray.setThumbnail(page, *picture);
    });
}

void ScanDesk::takeOver()
{
    if (!m_take->isEnabled())
        return;
    m_taking = true;
    say(m_message, {});
    m_view->setTool(PageView::Tool::None);
    showState();
    takeNext(0);
}

void ScanDesk::takeNext(int index)
{
    if (index >= m_tray.rowCount()) {
        m_decided = true;
        return accept();
    }
    m_take->setText(tr("Page %1 of %2").arg(index + 1).arg(m_tray.rowCount()));
    const ScanPage page = m_tray.pages().at(index);
    const bool both = page.isBlackened() && m_uncovered->isChecked();
    const auto files = QtConcurrent::run([page, both] {
        QList<Result<QByteArray>> made{finishedPage(page)};
        if (both)
            made.append(finishedPage(page, false));
        return made;
    });
    whenDone(this, files, [this, index](const QList<Result<QByteArray>> &made) { give(index, made); });
}

void ScanDesk::give(int index, const QList<Result<QByteArray>> &files)
{
    const QString ending = m_tray.pages().at(index).ending;
    Result<void> taken;
    for (qsizetype i = 0; i < files.size() && taken; ++i) {
        const QString name = nameOfPage(m_day, m_number, ending, i == 0);
        taken = files.at(i).and_then([&](const QByteArray &bytes) { return m_taker(name, bytes); });
    }
    if (taken) {
        ++m_number;
        return takeNext(index + 1);
    }
    // What was taken is in the record; the rest waits here.
    for (int done = 0; done < index; ++done)
        m_tray.drop(0);
    m_taking = false;
    say(m_message, errorText(taken.error().code));
    choose(0);
}

void ScanDesk::reject()
{
    if (m_taking)
        return;
    if (m_panel->isScanning())
        return m_panel->stop();
    if (m_tray.rowCount() == 0 && m_encoding == 0) {
        m_decided = true;
        return QDialog::reject();
    }
    auto *question = new QMessageBox(QMessageBox::Question, tr("Scan"),
        tr("%n page(s) were scanned and are not taken over. Throw them away?", nullptr, m_tray.rowCount()),
        QMessageBox::NoButton, this);
    question->setObjectName(QStringLiteral("scanThrowAway"));
    question->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton *away = question->addButton(tr("Throw away"), QMessageBox::DestructiveRole);
    away->setObjectName(QStringLiteral("scanAway"));
    question->setDefaultButton(question->addButton(tr("Go on"), QMessageBox::RejectRole));
    connect(away, &QPushButton::clicked, this, [this] {
        m_decided = true;
        QDialog::reject();
    });
    question->open();
}

} // namespace chengban
