#include "client/app/VerifyWindow.h"

#include "client/forms/Typography.h"
#include "client/models/WhenDone.h"

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QListView>
#include <QMimeData>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>
#include <QtConcurrent>

namespace chengban {

VerifyWindow::VerifyWindow(QWidget *parent)
    : QWidget(parent, Qt::Window)
    , m_model(new FindingsModel(this))
    , m_title(label(tr("Drop a package or a PDF here, or open one."), "heading"))
    , m_sum(label({}, "plain"))
    , m_list(new QListView)
{
    setObjectName(QStringLiteral("verifyWindow"));
    setWindowTitle(tr("Verify a dossier"));
    setAttribute(Qt::WA_DeleteOnClose);
    setAcceptDrops(true);
    m_title->setObjectName(QStringLiteral("verifyTitle"));
    m_sum->setObjectName(QStringLiteral("verifySum"));
    m_list->setObjectName(QStringLiteral("findings"));
    m_list->setModel(m_model);
    m_list->setWordWrap(true);
    m_list->setSelectionMode(QAbstractItemView::NoSelection);
    QPushButton *file = button(tr("Open a file"), QStringLiteral("verifyOpenFile"), "main");
    QPushButton *folder = button(tr("Open a folder"), QStringLiteral("verifyOpenFolder"));
    auto *ways = new QHBoxLayout;
    ways->addWidget(file);
    ways->addWidget(folder);
    ways->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->addWidget(m_title);
    layout->addWidget(m_sum);
    layout->addWidget(m_list, 1);
    layout->addLayout(ways);
    connect(file, &QPushButton::clicked, this, &VerifyWindow::choose);
    connect(folder, &QPushButton::clicked, this, &VerifyWindow::chooseFolder);
    resize(720, 560);
}

void VerifyWindow::choose()
{
    auto *dialog = new QFileDialog(this, tr("Open a file"), {}, tr("Dossiers (*.zip *.pdf)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, &VerifyWindow::verify);
    dialog->open();
}

void VerifyWindow::chooseFolder()
{
    auto *dialog = new QFileDialog(this, tr("Open a folder"));
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, &VerifyWindow::verify);
    dialog->open();
}

void VerifyWindow::verify(const QString &path)
{
    m_title->setText(QFileInfo(path).fileName());
    m_sum->setText(tr("Being verified"));
    m_model->setFindings({});
    const quint64 round = ++m_round;
    whenDone(this, QtConcurrent::run([path] { return checkedDossier(path); }),
        [this, round, path](const Result<QList<DossierFinding>> &findings) {
            if (round == m_round)
                take(path, findings);
        });
}

void VerifyWindow::take(const QString &path, const Result<QList<DossierFinding>> &findings)
{
    m_title->setText(QFileInfo(path).fileName());
    m_model->setFindings(findings.value_or(QList<DossierFinding>()));
    const int failed = m_model->countOf(TestState::Failed);
    if (!findings) {
        m_sum->setText(errorText(findings.error().code));
    } else {
        //: %1, %2, %3 are numbers of items
        m_sum->setText(tr("%1 passed, %2 failed, %3 not checked")
                           .arg(m_model->countOf(TestState::Passed))
                           .arg(failed)
                           .arg(m_model->countOf(TestState::NotChecked)));
    }
    Q_EMIT verified();
}

QString VerifyWindow::pathIn(const QMimeData &data)
{
    const QList<QUrl> urls = data.urls();
    const QFileInfo file(urls.size() == 1 ? urls.first().toLocalFile() : QString());
    const QString ending = file.suffix().toLower();
    const bool package = file.isDir() && QFileInfo::exists(file.filePath() + QStringLiteral("/bagit.txt"));
    const bool known
        = file.isFile() && (ending == QLatin1StringView("zip") || ending == QLatin1StringView("pdf"));
    return package || known ? file.filePath() : QString();
}

void VerifyWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (!pathIn(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void VerifyWindow::dropEvent(QDropEvent *event)
{
    verify(pathIn(*event->mimeData()));
}

} // namespace chengban
