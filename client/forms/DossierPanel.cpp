#include "client/forms/DossierPanel.h"

#include "client/forms/Typography.h"
#include "shared/base/FileNames.h"

#include <QDir>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStandardPaths>

namespace chengban {

namespace {

/// A file name in the documents' folder; the number may hold what a file name must not.
QString proposedPath(const QString &number)
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return QDir(folder).filePath(
        DossierPanel::tr("Dossier") + QLatin1Char('-') + plainFileName(number) + QStringLiteral(".pdf"));
}

} // namespace

DossierPanel::DossierPanel(QWidget *parent)
    : QFrame(parent)
    , m_path(new QLineEdit)
    , m_write(button(tr("Write the PDF"), QStringLiteral("writeDossier")))
    , m_state(lineLabel({}, "quiet"))
{
    setObjectName(QStringLiteral("dossierPanel"));
    setProperty("role", QLatin1StringView("panel"));
    m_path->setObjectName(QStringLiteral("dossierPath"));
    m_path->setAccessibleName(tr("File"));
    m_state->setObjectName(QStringLiteral("dossierState"));
    QPushButton *print = button(tr("Print"), QStringLiteral("printDossier"));
    print->setToolTip(tr("Look at the pages and print them; at once with Ctrl+Shift+P"));
    QPushButton *close = button(tr("Hide"), QStringLiteral("closeDossier"), "link");
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, gap, 16, gap);
    layout->setSpacing(gap);
    layout->addWidget(label(tr("Dossier"), "quiet"));
    layout->addWidget(m_path, 1);
    layout->addWidget(m_write);
    layout->addWidget(print);
    layout->addWidget(m_state);
    layout->addWidget(close);
    connect(m_write, &QPushButton::clicked, this, &DossierPanel::write);
    connect(m_path, &QLineEdit::returnPressed, this, &DossierPanel::write);
    connect(print, &QPushButton::clicked, this, &DossierPanel::printPressed);
    connect(close, &QPushButton::clicked, this, &QWidget::hide);
    connect(&m_running, &QFutureWatcherBase::progressTextChanged, m_state, &QLabel::setText);
    connect(&m_running, &QFutureWatcherBase::progressValueChanged, this, &DossierPanel::showProgress);
    connect(&m_running, &QFutureWatcherBase::finished, this, &DossierPanel::finish);
    hide();
}

void DossierPanel::begin(const CaseId &id, const QString &number)
{
    if (m_case != id) {
        m_case = id;
        m_path->setText(proposedPath(number));
        m_state->clear();
    }
    show();
    m_write->setFocus();
}

void DossierPanel::write()
{
    if (m_running.isRunning()) {
        m_running.cancel(); // The button says so while files are being fetched.
        return;
    }
    if (!m_writer)
        return;
    m_write->setEnabled(false);
    m_state->setText(tr("Being written"));
    m_running.setFuture(m_writer(m_case, m_path->text()));
}

void DossierPanel::showProgress(int value)
{
    const bool fetching = m_running.isRunning() && value > 0 && value < m_running.progressMaximum();
    m_write->setEnabled(fetching);
    m_write->setText(fetching ? tr("Cancel") : tr("Write the PDF"));
}

void DossierPanel::finish()
{
    m_write->setEnabled(true);
    m_write->setText(tr("Write the PDF"));
    if (m_running.future().resultCount() == 0) {
        m_state->setText(tr("Cancelled"));
        return;
    }
    const Result<void> written = m_running.result();
    m_state->setText(written ? tr("Written") : errorText(written.error().code));
}

} // namespace chengban
