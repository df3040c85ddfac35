#include "client/app/Program.h"

#include "client/app/DeskArchive.h"
#include "client/app/DossierJob.h"
#include "client/app/LogInAgain.h"
#include "client/app/SetUp.h"
#include "client/forms/LogInPage.h"
#include "client/forms/Theme.h"
#include "client/models/BulletinShelf.h"
#include "client/models/WhenDone.h"
#include "client/platform/IdleLimit.h"
#include "client/scanning/ScanWorker.h"
#include "shared/base/Translations.h"
#include "shared/dossier/ScratchFolder.h"

#include <QApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QLocale>
#include <QSysInfo>
#include <QUuid>

namespace chengban {

namespace {

qint64 deviceClock()
{
    return QDateTime::currentMSecsSinceEpoch();
}

} // namespace

bool isSignOfLife(QEvent::Type type)
{
    switch (type) {
    case QEvent::KeyPress:
    case QEvent::InputMethod: // Keys that an input method takes are no key presses here.
    case QEvent::MouseButtonPress:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
        return true;
    default:
        return false;
    }
}

Program::Program(QApplication &app, ProgramOptions options)
    : m_options(std::move(options))
{
    const bool dark = systemIsDark();
    installTranslations(app, QLocale(m_settings.text(Setting::Language)));
    applyTheme(app, dark, 100);
    m_window = std::make_unique<MainWindow>(dark);
    m_window->setTextPercent(m_settings.number(Setting::FontScalePercent));
    m_signIn = std::make_unique<SignIn>(place(), m_keychain);
    m_idle.setSingleShot(true);
    m_idleLimitMs = qint64(m_settings.number(Setting::IdleLockMinutes)) * 60'000;
    connect(&m_idle, &QTimer::timeout, this, &Program::lockWhenIdle);
    connect(&m_sessionLock, &SessionLock::locked, this, &Program::lock);
    m_scanning.newSource = [this] { return scanSource(); };
    m_scanning.settings = &m_settings;
    m_scanning.pageCame = [this] { restartIdle(); };
    app.installEventFilter(this);
    connectWindow();
    connectSignIn();
}

Program::~Program()
{
    endWork();
}

void Program::start()
{
    ScratchFolder::sweep();
    const QByteArray geometry = m_settings.value(Setting::WindowGeometry).toByteArray();
    if (!geometry.isEmpty())
        m_window->restoreGeometry(geometry);
    const QString server
        = m_options.server.isEmpty() ? m_settings.text(Setting::ServerUrl) : m_options.server;
    const LogInRequest last{server, m_settings.text(Setting::Tenant), m_settings.text(Setting::LastUser), {}};
    m_window->logInPage().setRequest(last);
    const Result<SignInRequest> request = completed(last);
    m_window->logInPage().setOfflinePossible(request && m_signIn->hasStore(*request));
    if (m_settings.number(Setting::HideFromCapture) > 0)
        m_window->showHidden(m_capture.setHidden(true));
    m_window->show();
    // When the event loop has run once the window is up, whatever the setting says of newer versions.
    QTimer::singleShot(
        0, this, [] { confirmStart(updatePlace(QCoreApplication::applicationDirPath(), dataRoot())); });
}

bool Program::eventFilter(QObject *watched, QEvent *event)
{
    if (isSignOfLife(event->type()))
        restartIdle();
    return QObject::eventFilter(watched, event);
}

void Program::connectWindow()
{
    connect(&m_window->logInPage(), &LogInPage::logInWanted, this, &Program::logIn);
    connect(&m_window->logInPage(), &LogInPage::offlineWanted, this, &Program::openOffline);
    connect(&m_window->logInPage(), &LogInPage::unlockWanted, this, &Program::unlock);
    connect(&m_window->logInPage(), &LogInPage::anotherWanted, this, &Program::logOut);
    connect(m_window.get(), &MainWindow::lockWanted, this, &Program::lock);
    connect(m_window.get(), &MainWindow::hidingWanted, this, &Program::hideFromCapture);
    connect(m_window.get(), &MainWindow::logOutWanted, this, &Program::logOut);
    // A setting that cannot be written is only a convenience lost; the value holds for this run.
    connect(m_window.get(), &MainWindow::textPercentChanged, this,
        [this](int percent) { (void)m_settings.set(Setting::FontScalePercent, percent); });
}

void Program::connectSignIn()
{
    connect(m_signIn.get(), &SignIn::opened, this, &Program::beginWork);
    connect(
        m_signIn.get(), &SignIn::reachChanged, this,
        [this] {
            endWork();
            m_window->logInPage().fail(ErrorCode::ReachChanged);
        },
        Qt::QueuedConnection); // It comes from a job that ends with the session.
    connect(m_signIn.get(), &SignIn::failed, this, [this](ErrorCode reason) {
        const Result<SignInRequest> request = completed(m_window->logInPage().request());
        m_window->logInPage().setOfflinePossible(request && m_signIn->hasStore(*request));
        m_window->logInPage().fail(reason);
    });
}

SignInPlace Program::place()
{
    QString device = m_settings.text(Setting::InstallationId);
    if (device.isEmpty()) {
        device = QUuid::createUuid().toString(QUuid::WithoutBraces);
        (void)m_settings.set(Setting::InstallationId, device); // Without it the next start is another device.
    }
    return {.dataRoot = dataRoot(),
        .device = device,
        .deviceName = QSysInfo::machineHostName(),
        .clock = &deviceClock,
        .offlineDays = m_settings.number(Setting::OfflineDays),
        .pollSeconds = m_settings.number(Setting::PollSeconds),
        .largestFile = qint64(m_settings.number(Setting::LargestFileMiB)) << 20,
        .passphraseCost = {},
        .updates = updates(),
        .isOnNetwork = &chengban::isOnNetwork};
}

UpdatePlace Program::updates() const
{
    if (m_settings.number(Setting::Updates) == 0)
        return {};
    return updatePlace(QCoreApplication::applicationDirPath(), dataRoot());
}

Result<SignInRequest> Program::completed(const LogInRequest &request) const
{
    const QString path = m_options.caFile.isEmpty() ? m_settings.text(Setting::CaFile) : m_options.caFile;
    QFile file(path);
    if (path.isEmpty() || !file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::CertificateUntrusted);
    return SignInRequest{
        QUrl(request.server), file.readAll(), request.tenant, request.user, request.password};
}

void Program::logIn(const LogInRequest &request)
{
    const Result<SignInRequest> complete = completed(request);
    if (!complete) {
        m_window->logInPage().fail(complete.error().code);
        return;
    }
    m_window->logInPage().setBusy(true);
    m_signIn->logIn(*complete);
}

void Program::openOffline(const LogInRequest &request)
{
    const Result<SignInRequest> complete = completed(request);
    if (!complete) {
        m_window->logInPage().fail(complete.error().code);
        return;
    }
    m_window->logInPage().setBusy(true);
    m_signIn->openOffline(*complete);
}

void Program::beginWork()
{
    LogInRequest used = m_window->logInPage().request();
    remember(used);
    m_atWork = completed(used).value_or(SignInRequest());
    m_atWork.password.clear();
    used.password.clear();
    m_window->logInPage().setBusy(false);
    m_window->logInPage().setRequest(used);
    endWork();
    m_session = m_signIn->takeSession();
    connect(m_session.get(), &DeskSession::unlockNeeded, this, &Program::lock);
    connect(m_session.get(), &DeskSession::logInNeeded, this, &Program::askToLogInAgain);
    connect(
        m_session.get(), &DeskSession::wiped, this,
        [this] {
            endWork();
            m_window->logInPage().fail(ErrorCode::DeviceRevoked);
        },
        Qt::QueuedConnection);
    openDesk();
    restartIdle();
}

void Program::askToLogInAgain()
{
    if (m_again)
        return;
    m_again = new LogInAgain(m_session->desk().actor().name, m_window.get());
    m_again->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_again, &LogInAgain::passwordGiven, this, &Program::logInAgain);
    connect(m_signIn.get(), &SignIn::renewed, m_again, &QDialog::accept);
    connect(m_signIn.get(), &SignIn::renewalFailed, m_again, &LogInAgain::fail);
    m_again->show();
}

void Program::logInAgain(const QString &password)
{
    SignInRequest request = m_atWork;
    request.password = password;
    m_signIn->renew(request, *m_session);
}

void Program::endWork()
{
    delete m_again;
    m_window->closeDesk();
    m_window->archive().leave();
    m_session.reset();
    forgetPages(m_scanning);
    (void)m_settings.set(Setting::WindowGeometry, m_window->saveGeometry());
}

void Program::lock()
{
    if (!m_session)
        return;
    const QString name = m_session->desk().actor().name;
    delete m_again; // The unlocked desk asks again.
    m_window->closeDesk();
    m_window->archive().leave();
    m_session->desk().lock();
    m_window->logInPage().showLocked(name);
}

void Program::restartIdle()
{
    m_idle.start(std::chrono::milliseconds(m_idleLimitMs));
}

void Program::lockWhenIdle()
{
    if (const qint64 wait = stillToWait(m_idleLimitMs, sinceInputMs()); wait > 0)
        m_idle.start(std::chrono::milliseconds(wait));
    else
        lock();
}

void Program::hideFromCapture(bool hidden)
{
    if (m_settings.isLocked(Setting::HideFromCapture))
        return m_window->sayCannotHide(errorText(ErrorCode::Forbidden));
    if (!m_capture.setHidden(hidden))
        return m_window->sayCannotHide(tr(
            "This system cannot keep windows out of pictures of the screen. Share single windows instead of "
            "the whole screen."));
    m_window->showHidden(hidden);
    (void)m_settings.set(Setting::HideFromCapture, hidden ? 1 : 0);
}

void Program::logOut()
{
    if (!m_session)
        return;
    m_window->closeDesk();
    m_session->logOut();
    endWork();
    m_window->logInPage().showLogIn();
}

void Program::unlock(const QString &passphrase)
{
    if (!m_session)
        return;
    m_window->logInPage().setBusy(true);
    whenDone(this, m_session->desk().unlock(passphrase), [this](const Result<void> &unlocked) {
        m_window->logInPage().setBusy(false);
        if (!unlocked)
            return m_window->logInPage().fail(unlocked.error().code);
        m_window->logInPage().showLogIn();
        openDesk();
    });
}

void Program::openDesk()
{
    // Asked through the program: a session ends before the window does.
    m_window->archive().setServices(
        [this](const CaseId &id, const QString &path) {
            return DossierJob::startPackage(m_session->desk(), id, path, m_session->serverKeyPem());
        },
        [this](const RegisterCall &call) { return m_session->askRegister(call); });
    m_window->archive().setBulletinShelf([this] { return keptBulletin(m_session->desk()); },
        [this](const BulletinDraft &draft) { return keepBulletin(m_session->desk(), draft); });
    m_window->openDesk(m_session->desk(), dossierWriter(),
        {&m_session->colleagues(), &m_session->carry(), &m_session->transfers(), &m_scanning,
            [this] { m_session->rebuild(); }});
}

std::unique_ptr<ScanSource> Program::scanSource() const
{
    ScanProgram program{ScanWorker::programPath()};
    if (m_settings.number(Setting::ScanDriverFiles) == 1)
        program.arguments << QStringLiteral("--driver-files");
    return std::make_unique<ScanWorker>(std::move(program));
}

DossierWriter Program::dossierWriter()
{
    return [this](const CaseId &id, const QString &path) {
        return DossierJob::start(m_session->desk(), id, path);
    };
}

void Program::remember(const LogInRequest &request)
{
    // What cannot be remembered is typed again next time.
    (void)m_settings.set(Setting::ServerUrl, request.server);
    (void)m_settings.set(Setting::Tenant, request.tenant);
    (void)m_settings.set(Setting::LastUser, request.user);
    if (!m_options.caFile.isEmpty())
        (void)m_settings.set(Setting::CaFile, QDir::current().absoluteFilePath(m_options.caFile));
}

} // namespace chengban
