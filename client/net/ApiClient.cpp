#include "client/net/ApiClient.h"

#include "shared/canonical/JsonReader.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSslCertificate>
#include <QTimer>
#include <QUrlQuery>
#include <QtConcurrent>

namespace chengban {

namespace {

constexpr qint64 decompressionThreshold = 64 << 20;
constexpr int pollGraceMs = 20'000;
constexpr int importTimeoutMs = 120'000; ///< A slice is one transaction at the server.

QByteArray bytesOf(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QByteArray agent()
{
    return QByteArrayLiteral("Chengban/") + QByteArrayLiteral("0.1");
}

QString encoded(const QString &part)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(part));
}

QString at(const char *path)
{
    return QLatin1StringView(wire::apiPrefix) + QLatin1StringView(path);
}

/// An answer's body read by `read`, or the failure handed on.
template <typename T>
ApiClient::Done<ApiAnswer> reading(Result<T> (*read)(const QJsonObject &), ApiClient::Done<T> done)
{
    return [read, done = std::move(done)](const Result<ApiAnswer> &answer) {
        if (!answer)
            return done(fail(answer.error()));
        const auto json = parseJsonObject(answer->body, 64 << 20);
        // Our header and yet not our form: an answer of another version, or damaged on its way.
        if (!json)
            return done(fail(ErrorCode::ServerFault, json.error().detail));
        done(read(*json));
    };
}

/// Reading and verifying is most of a page's work, and its cases know nothing of each other.
QList<Result<wire::FeedCase>> readAtOnce(const QJsonArray &cases)
{
    constexpr qsizetype worthThreads = 8;
    if (cases.size() < worthThreads)
        return wire::feedCasesFromJson(cases);
    QList<QJsonObject> objects;
    objects.reserve(cases.size());
    for (const QJsonValue &element : cases)
        objects.append(element.toObject());
    return QtConcurrent::blockingMapped<QList<Result<wire::FeedCase>>>(objects, wire::feedCaseFromJson);
}

Result<wire::FeedPage> feedPage(const QJsonObject &json)
{
    return wire::feedPageFromJson(json, readAtOnce);
}

ApiClient::Done<ApiAnswer> ignoring(ApiClient::Done<void> done)
{
    return [done = std::move(done)](
               const Result<ApiAnswer> &answer) { done(answer ? Result<void>{} : fail(answer.error())); };
}

Result<QList<wire::ImportOutcome>> outcomesFromJson(const QJsonObject &json)
{
    JsonReader reader(json);
    const auto outcomes = reader.members(QStringLiteral("rows"), wire::importOutcomeFromJson);
    if (const auto finished = reader.finish(); !finished)
        return fail(finished.error());
    return outcomes;
}

Result<QList<wire::CommandAnswer>> answersFromJson(const QJsonObject &json)
{
    JsonReader reader(json);
    const QJsonArray array = reader.rawArray(QStringLiteral("answers"));
    if (const auto finished = reader.finish(); !finished)
        return fail(finished.error());
    QList<wire::CommandAnswer> answers;
    for (const QJsonValue &value : array) {
        const auto answer = wire::commandAnswerFromJson(value.toObject());
        if (!answer)
            return fail(answer.error());
        answers << *answer;
    }
    return answers;
}

} // namespace

ApiClient::ApiClient(ServerProfile profile, QObject *parent)
    : QObject(parent)
    , m_profile(std::move(profile))
    , m_tls(QSslConfiguration::defaultConfiguration())
    , m_manager(this) // Children move with this object into its thread; members alone would stay behind.
    , m_pollManager(this)
{
    m_tls.setCaCertificates(QSslCertificate::fromData(m_profile.caPem, QSsl::Pem));
    m_tls.setProtocol(QSsl::TlsV1_2OrLater);
    m_tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    // Children, so that they follow the client into its thread.
    m_manager.setParent(this);
    m_pollManager.setParent(this);
    m_manager.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    m_pollManager.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
}

ApiClient::~ApiClient()
{
    abort();
}

QNetworkRequest ApiClient::made(const ApiRequest &request) const
{
    QUrl url = m_profile.url;
    url.setPath(QString());
    QNetworkRequest made(QUrl(url.toString(QUrl::StripTrailingSlash) + request.path));
    made.setSslConfiguration(m_tls);
    made.setDecompressedSafetyCheckThreshold(decompressionThreshold);
    made.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    made.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    made.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    made.setHeader(QNetworkRequest::UserAgentHeader, agent());
    if (!request.body.isEmpty() || request.verb == "POST" || request.verb == "PATCH")
        made.setHeader(QNetworkRequest::ContentTypeHeader, request.contentType);
    made.setRawHeader(wire::deviceHeader, m_profile.device.toUtf8());
    if (request.withToken)
        made.setRawHeader("Authorization", "Bearer " + m_token);
    for (const auto &[name, value] : request.headers)
        made.setRawHeader(name, value);
    return made;
}

void ApiClient::send(const ApiRequest &request, Done<ApiAnswer> done)
{
    sendOn(m_manager, request, std::move(done));
}

void ApiClient::sendOn(QNetworkAccessManager &manager, const ApiRequest &request, Done<ApiAnswer> done)
{
    if (m_profile.url.scheme() != QStringLiteral("https")) {
        QMetaObject::invokeMethod(
            this, [done = std::move(done)] { done(fail(ErrorCode::CertificateUntrusted)); },
            Qt::QueuedConnection);
        return;
    }
    QNetworkReply *reply = manager.sendCustomRequest(made(request), request.verb, request.body);
    m_replies.insert(reply);
    connect(
        reply, &QNetworkReply::downloadProgress, reply, [reply, most = request.largestAnswer](qint64 got) {
            if (got <= most)
                return;
            reply->setProperty(tooLargeProperty, true);
            reply->abort();
        });
    guard(reply, request.timeoutMs, done);
    if (request.sink) {
        connect(reply, &QNetworkReply::readyRead, reply, [reply, sink = request.sink] {
            const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
            if (reply->hasRawHeader(wire::serverHeader) && (status == 200 || status == 206))
                sink(status, reply->readAll());
        });
    }
    connect(reply, &QNetworkReply::finished, this, [this, reply, done = std::move(done)] {
        if (!m_replies.remove(reply))
            return;
        reply->deleteLater();
        const Result<ApiAnswer> answer = answerOf(*reply);
        // After a failed handshake the manager keeps the failure for the host; the next attempt must start
        // anew.
        if (!answer && answer.error().code == ErrorCode::CertificateUntrusted)
            reply->manager()->clearConnectionCache();
        done(answer);
    });
}

void ApiClient::guard(QNetworkReply *reply, int timeoutMs, const Done<ApiAnswer> &done)
{
    // Not setTransferTimeout(): the manager may send a request again by itself and then neither ends nor
    // times out. Only bytes beyond all earlier ones count as life.
    auto *silence = new QTimer(reply);
    silence->setSingleShot(true);
    connect(silence, &QTimer::timeout, this, [this, reply, done] {
        drop(reply);
        done(fail(ErrorCode::TimedOut));
    });
    const auto alive = [silence, most = qint64(0)](qint64 bytes) mutable {
        if (bytes <= most)
            return;
        most = bytes;
        silence->start();
    };
    connect(reply, &QNetworkReply::uploadProgress, silence, alive);
    connect(reply, &QNetworkReply::downloadProgress, silence, alive);
    silence->start(timeoutMs);
}

void ApiClient::drop(QNetworkReply *reply)
{
    m_replies.remove(reply);
    reply->abort();
    reply->deleteLater();
}

void ApiClient::abort()
{
    for (QNetworkReply *reply : QSet<QNetworkReply *>(m_replies))
        drop(reply);
}

void ApiClient::abortPoll()
{
    for (QNetworkReply *reply : QSet<QNetworkReply *>(m_replies)) {
        if (reply->manager() == &m_pollManager)
            drop(reply);
    }
}

void ApiClient::logIn(const wire::LogIn &logIn, Done<wire::Session> done)
{
    ApiRequest request{"POST", at("/sessions"), bytesOf(wire::toJson(logIn))};
    request.withToken = false;
    send(request, reading<wire::Session>(&wire::sessionFromJson, std::move(done)));
}

void ApiClient::refresh(const QString &refreshToken, Done<wire::Session> done)
{
    ApiRequest request{"POST", at("/sessions/refresh"),
        bytesOf(
            {{QStringLiteral("refreshToken"), refreshToken}, {QStringLiteral("device"), m_profile.device}})};
    request.withToken = false;
    send(request, reading<wire::Session>(&wire::sessionFromJson, std::move(done)));
}

void ApiClient::logOut(Done<void> done)
{
    send({"DELETE", at("/sessions/current")}, ignoring(std::move(done)));
}

void ApiClient::feed(const FeedQuestion &question, Done<wire::FeedPage> done)
{
    QString path = at("/feed") + QStringLiteral("?scope=") + encoded(question.scope)
        + QStringLiteral("&limit=%1&wait=%2").arg(question.limit).arg(question.waitSeconds);
    if (!question.after.isEmpty())
        path += QStringLiteral("&after=") + encoded(question.after);
    ApiRequest request{"GET", path};
    const bool polls = question.waitSeconds > 0;
    if (polls)
        request.timeoutMs = question.waitSeconds * 1000 + pollGraceMs;
    sendOn(polls ? m_pollManager : m_manager, request, reading<wire::FeedPage>(&feedPage, std::move(done)));
}

void ApiClient::submit(const QList<Command> &commands, Done<QList<wire::CommandAnswer>> done)
{
    QJsonArray array;
    for (const Command &command : commands)
        array << toJson(command);
    send({"POST", at("/commands"), bytesOf({{QStringLiteral("commands"), array}})},
        reading<QList<wire::CommandAnswer>>(&answersFromJson, std::move(done)));
}

void ApiClient::readCase(const CaseId &id, Done<wire::FeedCase> done)
{
    send({"GET", at("/cases/") + encoded(id.value)},
        reading<wire::FeedCase>(&wire::feedCaseFromJson, std::move(done)));
}

void ApiClient::reveal(const CaseId &id, const QString &reason, Done<Identity> done)
{
    send({"POST", at("/cases/") + encoded(id.value) + QStringLiteral("/reveal"),
             bytesOf({{QStringLiteral("reason"), reason}})},
        reading<Identity>(&identityFromJson, std::move(done)));
}

void ApiClient::document(const QString &path, const QString &etag, Done<std::optional<FetchedDocument>> done)
{
    ApiRequest request{"GET", QLatin1StringView(wire::apiPrefix) + path};
    if (!etag.isEmpty())
        request.headers << qMakePair(QByteArray("If-None-Match"), etag.toLatin1());
    send(request, [done = std::move(done)](const Result<ApiAnswer> &answer) {
        if (!answer)
            return done(fail(answer.error()));
        if (answer->status == 304)
            return done(std::optional<FetchedDocument>());
        done(
            std::optional(FetchedDocument{QString::fromLatin1(answer->headers.value("etag")), answer->body}));
    });
}

void ApiClient::enrolKey(const QByteArray &publicKeyPem, const QString &witness,
    const QString &witnessPassword, Done<EnrolledKey> done)
{
    const QJsonObject body{{QStringLiteral("publicKeyPem"), QString::fromLatin1(publicKeyPem)},
        {QStringLiteral("witness"), witness}, {QStringLiteral("witnessPassword"), witnessPassword}};
    send({"POST", at("/keys"), bytesOf(body)}, reading<EnrolledKey>(&enrolledKeyFromJson, std::move(done)));
}

void ApiClient::appointSubstitute(const wire::Appointment &wanted, Done<Substitution> done)
{
    send({"POST", at("/substitutions"), bytesOf(wire::toJson(wanted))},
        reading<Substitution>(&substitutionFromJson, std::move(done)));
}

void ApiClient::revokeSubstitute(const QString &id, Done<Substitution> done)
{
    send({"DELETE", at("/substitutions/") + encoded(id)},
        reading<Substitution>(&substitutionFromJson, std::move(done)));
}

void ApiClient::importCases(const QList<wire::ImportRow> &rows, Done<QList<wire::ImportOutcome>> done)
{
    QJsonArray array;
    for (const wire::ImportRow &row : rows)
        array << wire::toJson(row);
    ApiRequest request{"POST", at("/imports"), bytesOf({{QStringLiteral("cases"), array}})};
    request.timeoutMs = importTimeoutMs;
    send(request, reading<QList<wire::ImportOutcome>>(&outcomesFromJson, std::move(done)));
}

void ApiClient::reportReveals(const QList<Reveal> &reveals, Done<void> done)
{
    QJsonArray array;
    for (const Reveal &reveal : reveals) {
        array << QJsonObject{{QStringLiteral("caseId"), reveal.caseId.value},
            {QStringLiteral("reason"), reveal.reason}, {QStringLiteral("atMs"), reveal.atMs}};
    }
    send({"POST", at("/audit"), bytesOf({{QStringLiteral("reveals"), array}})}, ignoring(std::move(done)));
}

void ApiClient::headProof(const CaseId &id, Done<HeadProof> done)
{
    send({"GET", at("/roots/latest") + QStringLiteral("?case=") + encoded(id.value)},
        reading<HeadProof>(&headProofFromJson, std::move(done)));
}

void ApiClient::blob(const QString &sha256, qint64 from,
    std::function<void(int status, const QByteArray &bytes)> sink, Done<void> done)
{
    ApiRequest request{"GET", at("/blobs/") + encoded(sha256)};
    request.largestAnswer = 257LL << 20;
    request.sink = std::move(sink);
    if (from > 0)
        request.headers << qMakePair(QByteArray("Range"), "bytes=" + QByteArray::number(from) + "-");
    send(request, ignoring(std::move(done)));
}

} // namespace chengban
