#include "client/centre/ImportPage.h"

#include "client/centre/ImportTable.h"
#include "client/centre/MappingForm.h"
#include "client/forms/Typography.h"

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QFrame>
#include <QLabel>
#include <QMimeData>
#include <QProgressBar>
#include <QPushButton>
#include <QSaveFile>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <QtConcurrent>

namespace chengban {

ImportPage::ImportPage(Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_pages(new QStackedWidget)
    , m_title(label({}, "title"))
    , m_facts(label({}, "quiet"))
    , m_message(label({}, "error"))
    , m_start(button({}, QStringLiteral("startImport"), "main"))
    , m_cancel(button(tr("Cancel"), QStringLiteral("cancelImport")))
    , m_choose(button(tr("Choose a file"), QStringLiteral("chooseImport"), "main"))
    , m_another(button(tr("Another file"), QStringLiteral("anotherImport")))
    , m_rejects(button(tr("Save what did not come in"), QStringLiteral("saveRejects")))
    , m_dispatch(button(tr("Dispatch the new cases"), QStringLiteral("dispatchImported"), "main"))
    , m_progress(new QProgressBar)
    , m_mapping(new MappingForm)
    , m_table(new ImportTable)
{
    setObjectName(QStringLiteral("importPage"));
    setAcceptDrops(true);
    makeLayout();
    connectParts();
    m_message->hide();
    showStage(Stage::Empty);
}

ImportPage::~ImportPage()
{
    if (m_stage == Stage::Importing)
        m_desk.cancelImport();
}

void ImportPage::makeLayout()
{
    m_title->setObjectName(QStringLiteral("importTitle"));
    m_facts->setObjectName(QStringLiteral("importFacts"));
    m_message->setObjectName(QStringLiteral("importMessage"));
    m_progress->setObjectName(QStringLiteral("importProgress"));
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(gap / 2);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(gap);
    for (QPushButton *one : {m_start, m_dispatch, m_cancel, m_rejects, m_another})
        buttons->addWidget(one);
    buttons->addStretch(1);
    QFrame *paper = frame("paper");
    auto *inside = new QVBoxLayout(paper);
    inside->setContentsMargins(24, 20, 24, 20);
    inside->setSpacing(gap);
    for (QWidget *one : std::initializer_list<QWidget *>{m_title, m_facts})
        inside->addWidget(one);
    inside->addLayout(buttons);
    inside->addWidget(m_progress);
    inside->addWidget(m_message);
    inside->addWidget(thinLine());
    m_pages->addWidget(makeEmpty());
    m_pages->addWidget(makePreview());
    inside->addWidget(m_pages, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(paper);
}

QWidget *ImportPage::makeEmpty()
{
    auto *page = new QWidget;
    QLabel *words
        = label(tr("Drop a file here, or choose one. CSV and XLSX are read, as the city's system or a "
                   "spreadsheet program writes them; nothing is stored before you have seen it."),
            "quiet");
    words->setAlignment(Qt::AlignHCenter);
    auto *layout = new QVBoxLayout(page);
    layout->addStretch(2);
    layout->addWidget(words); // The whole width: a wrapping label that is aligned asks for too little height.
    layout->addSpacing(gap);
    layout->addWidget(m_choose, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    return page;
}

QWidget *ImportPage::makePreview()
{
    auto *page = new QWidget;
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_mapping->setBackgroundRole(QPalette::Base);
    scroll->setWidget(m_mapping);
    auto *layout = new QHBoxLayout(page);
    layout->setContentsMargins(0, gap, 0, 0);
    layout->setSpacing(2 * gap);
    layout->addWidget(scroll, 2);
    layout->addWidget(m_table, 5);
    return page;
}

void ImportPage::connectParts()
{
    for (QPushButton *one : {m_choose, m_another})
        connect(one, &QPushButton::clicked, this, &ImportPage::chooseFile);
    connect(m_start, &QPushButton::clicked, this, &ImportPage::start);
    connect(m_cancel, &QPushButton::clicked, this, &ImportPage::cancel);
    connect(m_rejects, &QPushButton::clicked, this, &ImportPage::saveRejects);
    connect(m_dispatch, &QPushButton::clicked, this, &ImportPage::dispatchWanted);
    connect(m_mapping, &MappingForm::changed, this, [this] {
        m_choice.mapping = m_mapping->mapping();
        read();
    });
    connect(m_mapping, &MappingForm::encodingChanged, this, [this] {
        m_choice.encoding = m_mapping->encoding();
        m_choice.mapping.reset();
        read();
    });
    connect(m_mapping, &MappingForm::saveWanted, this, &ImportPage::keepProfile);
    connect(&m_reading, &QFutureWatcherBase::finished, this, &ImportPage::takeReading);
    connect(&m_desk, &Desk::importProgressed, this, &ImportPage::takeProgress);
    connect(&m_desk, &Desk::importEnded, this, &ImportPage::takeEnd);
    connect(&m_desk, &Desk::syncStateChanged, this, &ImportPage::showButtons);
}

void ImportPage::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Choose a file"));
    dialog->setObjectName(QStringLiteral("chooseImportFile"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Tables (*.csv *.txt *.xlsx)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &ImportPage::openFile);
    dialog->open();
}

void ImportPage::dragEnterEvent(QDragEnterEvent *event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    const bool one = urls.size() == 1 && urls.first().isLocalFile();
    if (one && m_stage != Stage::Importing && m_stage != Stage::Reading)
        event->acceptProposedAction();
}

void ImportPage::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    openFile(event->mimeData()->urls().first().toLocalFile());
}

void ImportPage::openFile(const QString &path)
{
    m_choice = {};
    m_choice.path = path;
    m_preview = {};
    read();
}

void ImportPage::read()
{
    say(m_message, {});
    showStage(Stage::Reading);
    m_reading.setFuture(QtConcurrent::run(
        [choice = m_choice, profiles = m_desk.importProfiles()] { return readForImport(choice, profiles); }));
}

void ImportPage::takeReading()
{
    if (m_reading.isCanceled() || m_stage != Stage::Reading)
        return;
    const Result<ImportPreview> read = m_reading.result();
    if (!read) {
        showStage(m_preview.outline.headers.isEmpty() ? Stage::Empty : Stage::Preview);
        //: %1 is the name of a file, %2 a sentence
        say(m_message, tr("%1: %2").arg(QFileInfo(m_choice.path).fileName(), errorText(read.error().code)));
        return;
    }
    m_preview = *read;
    m_mapping->show(m_preview, m_choice);
    m_table->show(m_preview);
    showStage(Stage::Preview);
    if (m_preview.fault)
        say(m_message, errorText(m_preview.fault->code));
}

void ImportPage::start()
{
    m_cancelled = false;
    say(m_message, {});
    m_progress->setRange(0, int(m_preview.intake.cases.size()));
    m_progress->setValue(0);
    showStage(Stage::Importing);
    m_desk.importCases(m_preview.rows());
}

void ImportPage::cancel()
{
    if (m_stage == Stage::Reading) {
        m_reading.setFuture({}); // The thread ends by itself; nobody waits for what it found.
        showStage(m_preview.outline.headers.isEmpty() ? Stage::Empty : Stage::Preview);
        return;
    }
    m_cancelled = true;
    m_cancel->setEnabled(false);
    m_desk.cancelImport();
}

void ImportPage::takeProgress(const QList<wire::ImportOutcome> &outcomes)
{
    m_preview.take(outcomes);
    m_progress->setValue(m_progress->value() + int(outcomes.size()));
    m_facts->setText(tr("%1 of %2 sent").arg(m_progress->value()).arg(m_progress->maximum()));
}

void ImportPage::takeEnd(std::optional<ErrorCode> failure)
{
    if (m_stage != Stage::Importing)
        return;
    m_table->show(m_preview);
    showStage(Stage::Done);
    if (failure)
        //: %1 is a sentence
        say(m_message,
            tr("%1 What came in stays; the same file may be imported again and goes on.")
                .arg(errorText(*failure)));
    else if (m_cancelled)
        say(m_message, tr("Cancelled. What came in stays; the same file may be imported again and goes on."));
}

void ImportPage::keepProfile()
{
    const Result<void> kept
        = m_desk.saveImportProfile(headerSignature(m_preview.outline.headers), m_mapping->mapping());
    m_mapping->setState(
        kept ? tr("Kept: the next file with these headers is read this way.") : errorText(kept.error().code));
}

void ImportPage::saveRejects()
{
    auto *dialog = new QFileDialog(this, tr("Save what did not come in"));
    dialog->setObjectName(QStringLiteral("saveRejectsFile"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("Tables (*.csv)")});
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    dialog->selectFile(QFileInfo(m_choice.path).completeBaseName() + QStringLiteral(".rejects.csv"));
    connect(dialog, &QFileDialog::fileSelected, this, &ImportPage::writeRejects);
    dialog->open();
}

void ImportPage::writeRejects(const QString &path)
{
    const QByteArray bytes = m_preview.rejects();
    QSaveFile file(path);
    const bool written = file.open(QIODevice::WriteOnly)
        && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) // It holds citizens' data.
        && file.write(bytes) == bytes.size() && file.commit();
    say(m_message,
        written
            ? tr("Saved as %1. Once corrected, it can be imported as it is.").arg(QFileInfo(path).fileName())
            : errorText(ErrorCode::DiskFull));
}

void ImportPage::pressMain()
{
    for (QPushButton *one : {m_start, m_dispatch, m_choose}) {
        if (one->isVisible() && one->isEnabled())
            return one->click();
    }
}

void ImportPage::showStage(Stage stage)
{
    m_stage = stage;
    const QString name = QFileInfo(m_choice.path).fileName();
    m_title->setText(stage == Stage::Empty ? tr("Import cases from a file") : name);
    m_pages->setCurrentIndex(stage == Stage::Empty || m_preview.outline.headers.isEmpty() ? 0 : 1);
    // Not while it is read again: the field that was just changed would lose the focus.
    m_mapping->setEnabled(stage == Stage::Preview || stage == Stage::Reading);
    m_progress->setVisible(stage == Stage::Importing || stage == Stage::Reading);
    switch (stage) {
    case Stage::Empty:
        say(m_facts, {});
        break;
    case Stage::Reading:
        m_progress->setRange(0, 0);
        say(m_facts, tr("Being read"));
        break;
    case Stage::Preview:
        say(m_facts, previewText());
        break;
    case Stage::Importing:
        say(m_facts, tr("%1 of %2 sent").arg(0).arg(m_preview.intake.cases.size()));
        break;
    case Stage::Done:
        say(m_facts, resultText());
        break;
    }
    showButtons();
}

void ImportPage::showButtons()
{
    const bool previewing = m_stage == Stage::Preview;
    const int cases = int(m_preview.intake.cases.size());
    m_start->setVisible(previewing || m_stage == Stage::Importing);
    m_start->setText(
        m_stage == Stage::Importing ? tr("Being imported") : tr("Import %n case(s)", nullptr, cases));
    m_start->setEnabled(previewing && cases > 0 && isOnline());
    m_start->setToolTip(isOnline() ? tr("Ctrl+Enter") : errorText(ErrorCode::ServerAway));
    m_dispatch->setVisible(m_stage == Stage::Done && m_preview.count(ImportLineState::Imported) > 0);
    m_cancel->setVisible(m_stage == Stage::Reading || m_stage == Stage::Importing);
    m_cancel->setEnabled(!m_cancelled || m_stage != Stage::Importing);
    const bool hasRejects
        = !m_preview.intake.rejects.isEmpty() || m_preview.count(ImportLineState::Refused) > 0;
    m_rejects->setVisible((previewing || m_stage == Stage::Done) && hasRejects);
    m_choose->setEnabled(m_stage == Stage::Empty);
    m_another->setVisible(previewing || m_stage == Stage::Done);
    if (previewing && !m_preview.fault && m_message->text().isEmpty() && !isOnline())
        say(m_message, tr("The server is away: look at the file now and import it later."));
}

QString ImportPage::previewText() const
{
    QStringList words{m_preview.outline.format.toUpper().section(QLatin1Char(' '), 0, 1),
        tr("%n line(s)", nullptr, int(m_preview.lines.size()))};
    if (!m_preview.intake.unusedHeaders.isEmpty())
        //: %1 are headers of columns
        words << tr("not taken over: %1").arg(m_preview.intake.unusedHeaders.join(QChar(u'、')));
    return words.join(QStringLiteral("  ·  "));
}

QString ImportPage::resultText() const
{
    QStringList words{tr("%n case(s) imported", nullptr, int(m_preview.count(ImportLineState::Imported)))};
    if (const int there = int(m_preview.count(ImportLineState::Duplicate)))
        words << tr("%n were there already", nullptr, there);
    const auto outside
        = m_preview.count(ImportLineState::Refused) + m_preview.count(ImportLineState::Unreadable);
    if (outside > 0)
        words << tr("%n did not come in", nullptr, int(outside));
    return words.join(QStringLiteral("  ·  "));
}

bool ImportPage::isOnline() const
{
    return m_desk.syncState().line == SyncState::Line::Online;
}

} // namespace chengban
