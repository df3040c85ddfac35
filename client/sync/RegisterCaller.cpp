#include "client/sync/RegisterCaller.h"

#include "client/net/TusUpload.h"
#include "shared/canonical/Digest.h"
#include "shared/canonical/JsonReader.h"

#include <QFile>
#include <QJsonDocument>
#include <QSaveFile>

namespace chengban {

using namespace Qt::StringLiterals;

namespace {

using Task = std::shared_ptr<RegisterTask>;

constexpr qint64 largestPackage = (1LL << 30) + (1 << 20);
constexpr int filingTimeoutMs = 300'000; ///< The server reads the whole package before it answers.

void answer(const Task &task, const Result<RegisterAnswer> &given)
{
    task->promise.addResult(given);
    task->promise.finish();
}

QString dossiers()
{
    return QLatin1StringView(wire::apiPrefix) + u"/dossiers"_s;
}

QString pathOf(const Task &task, const char *what = "")
{
    return dossiers() + u'/' + QString::fromLatin1(QUrl::toPercentEncoding(task->call.id))
        + QLatin1StringView(what);
}

QByteArray bytesOf(const QJsonObject &json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

void tell(const Task &task, qint64 done, qint64 all)
{
    task->promise.setProgressValue(all > 0 ? int(done * 100 / all) : 0);
}

} // namespace

RegisterCaller::RegisterCaller(ApiClient &api, QObject *parent)
    : QObject(parent)
    , m_api(api)
{
}

void RegisterCaller::take(Task task)
{
    task->promise.setProgressRange(0, 100);
    const RegisterCall &call = task->call;
    switch (call.kind) {
    case RegisterCall::Kind::Lines:
        return askLines(task);
    case RegisterCall::Kind::Line:
        return askLine(task, {"GET", pathOf(task)});
    case RegisterCall::Kind::File:
        return sendPackage(task);
    case RegisterCall::Kind::Open:
        return fetchPackage(task);
    case RegisterCall::Kind::Propose:
        return askLine(task, {"POST", pathOf(task, "/disposals"), bytesOf(wire::toJson(call.proposal))});
    case RegisterCall::Kind::Decide:
        return askLine(task, {"POST", pathOf(task, "/decision"), bytesOf(wire::toJson(call.verdict))});
    }
}

void RegisterCaller::askLines(const Task &task)
{
    m_api.send(
        {"GET", dossiers() + wire::queryOf(task->call.question)}, [task](const Result<ApiAnswer> &got) {
            const auto page = got ? parseJsonObject(got->body).and_then(wire::dossierPageFromJson)
                                  : Result<wire::DossierPage>(fail(got.error()));
            answer(task, page.map([](const wire::DossierPage &one) { return RegisterAnswer{one, {}}; }));
        });
}

void RegisterCaller::askLine(const Task &task, const ApiRequest &request)
{
    m_api.send(request, [task](const Result<ApiAnswer> &got) {
        const auto filed = got ? parseJsonObject(got->body).and_then(wire::filedDossierFromJson)
                               : Result<wire::FiledDossier>(fail(got.error()));
        answer(task, filed.map([](const wire::FiledDossier &one) { return RegisterAnswer{{}, one}; }));
    });
}

void RegisterCaller::sendPackage(const Task &task)
{
    // Both are copied with the function that reads, and end with the job.
    const auto file = std::make_shared<QFile>(task->call.path);
    if (!file->open(QIODevice::ReadOnly))
        return answer(task, fail(ErrorCode::FileUnreadable));
    const auto digest = fileDigest(*file);
    if (!digest)
        return answer(task, fail(digest.error()));
    const QString sha256 = hex(digest->sha256);
    UploadSource source{sha256, sha256.left(16) + u".zip"_s, digest->size,
        [file](qint64 offset, qint64 most) -> Result<QByteArray> {
            return file->seek(offset) ? Result<QByteArray>(file->read(most))
                                      : fail(ErrorCode::FileUnreadable);
        }};
    source.purpose = wire::packagePurpose;
    auto *upload = new TusUpload(m_api, std::move(source), {}, this);
    connect(upload, &TusUpload::advanced, this,
        [task, size = digest->size](qint64 offset) { tell(task, offset, size); });
    upload->start([this, task, upload, sha256](const Result<void> &sent) {
        upload->deleteLater();
        if (!sent)
            return answer(task, fail(sent.error()));
        ApiRequest request{"POST", dossiers(), bytesOf({{u"sha256"_s, sha256}})};
        request.timeoutMs = filingTimeoutMs;
        askLine(task, request);
    });
}

void RegisterCaller::fetchPackage(const Task &task)
{
    const auto file = std::make_shared<QSaveFile>(task->call.path);
    if (!file->open(QIODevice::WriteOnly))
        return answer(task, fail(ErrorCode::FileUnreadable));
    ApiRequest request{"GET", pathOf(task, "/package?purpose=") + nameOf(task->call.purpose)};
    request.largestAnswer = largestPackage;
    request.sink = [file](int, const QByteArray &bytes) { file->write(bytes); };
    m_api.send(request, [task, file](const Result<ApiAnswer> &got) {
        if (!got)
            return answer(task, fail(got.error()));
        answer(task, file->commit() ? Result<RegisterAnswer>(RegisterAnswer{}) : fail(ErrorCode::DiskFull));
    });
}

} // namespace chengban
