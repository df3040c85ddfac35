#include "client/settings/KeychainStore.h"

#include <QEventLoop>
#include <QTimer>

#include <qt6keychain/keychain.h>

namespace chengban {

KeychainStore::KeychainStore(QString service, std::chrono::milliseconds patience)
    : m_service(std::move(service))
    , m_patience(patience)
{
}

bool KeychainStore::finishes(QKeychain::Job &job) const
{
    QEventLoop loop;
    bool finished = false;
    QObject::connect(&job, &QKeychain::Job::finished, &loop, [&] {
        finished = true;
        loop.quit();
    });
    QTimer::singleShot(m_patience, &loop, &QEventLoop::quit);
    job.setAutoDelete(false);
    job.setInsecureFallback(false);
    job.start();
    if (!finished)
        loop.exec(QEventLoop::ExcludeUserInputEvents);
    return finished;
}

namespace {

// Heap jobs that did not finish in time are left to answer into nothing: QKeychain cannot cancel one, and the
// backend would write into a destroyed object.
template <typename Job> struct JobHolder
{
    Job *job;
    bool finished = false;
    ~JobHolder()
    {
        if (finished)
            delete job;
        else
            job->setAutoDelete(true);
    }
};

tl::unexpected<Error> unavailable(const QKeychain::Job &job, bool finished)
{
    return fail(ErrorCode::KeychainUnavailable,
        finished ? QStringLiteral("keychain error %1").arg(int(job.error())) : QStringLiteral("timed out"));
}

} // namespace

Result<std::optional<QByteArray>> KeychainStore::read(const QString &name)
{
    JobHolder<QKeychain::ReadPasswordJob> holder{new QKeychain::ReadPasswordJob(m_service)};
    holder.job->setKey(name);
    holder.finished = finishes(*holder.job);
    if (holder.finished && holder.job->error() == QKeychain::EntryNotFound)
        return std::nullopt;
    if (!holder.finished || holder.job->error() != QKeychain::NoError)
        return unavailable(*holder.job, holder.finished);
    return holder.job->binaryData();
}

Result<void> KeychainStore::write(const QString &name, const QByteArray &secret)
{
    if (secret.size() > largestSecret)
        return fail(ErrorCode::TooLarge);
    JobHolder<QKeychain::WritePasswordJob> holder{new QKeychain::WritePasswordJob(m_service)};
    holder.job->setKey(name);
    holder.job->setBinaryData(secret);
    holder.finished = finishes(*holder.job);
    if (!holder.finished || holder.job->error() != QKeychain::NoError)
        return unavailable(*holder.job, holder.finished);
    return {};
}

Result<void> KeychainStore::remove(const QString &name)
{
    JobHolder<QKeychain::DeletePasswordJob> holder{new QKeychain::DeletePasswordJob(m_service)};
    holder.job->setKey(name);
    holder.finished = finishes(*holder.job);
    if (holder.finished && holder.job->error() == QKeychain::EntryNotFound)
        return {};
    if (!holder.finished || holder.job->error() != QKeychain::NoError)
        return unavailable(*holder.job, holder.finished);
    return {};
}

} // namespace chengban
