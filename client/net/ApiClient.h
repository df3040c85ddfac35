#pragma once

#include "client/net/Exchange.h"
#include "client/net/HeadProof.h"
#include "client/net/ServerProfile.h"
#include "shared/wire/Imports.h"
#include "shared/wire/Wire.h"

#include <QNetworkAccessManager>
#include <QObject>
#include <QSet>
#include <QSslConfiguration>

#include <functional>
#include <optional>

namespace chengban {

struct FeedQuestion
{
    QString scope;
    QString after; ///< Cursor; empty: from the start.
    int limit = 200;
    int waitSeconds = 0; ///< Above 0 the question is a long poll, on a connection of its own.
};

/// A document with its version, or nothing when ours is still the newest.
struct FetchedDocument
{
    QString etag;
    QByteArray body;
};

/// The API of one server over HTTPS. One object per server profile and thread: QNetworkAccessManager keeps
/// the TLS settings of a host, so two profiles must not share one.
///
/// Every call answers exactly once, through `done`, from the event loop; after abort() not at all.
class ApiClient : public QObject
{
    Q_OBJECT

public:
    template <typename T> using Done = std::function<void(Result<T>)>;

    explicit ApiClient(ServerProfile profile, QObject *parent = nullptr);
    ~ApiClient() override;

    void setAccessToken(const QByteArray &token) { m_token = token; }

    void logIn(const wire::LogIn &logIn, Done<wire::Session> done);
    void refresh(const QString &refreshToken, Done<wire::Session> done);
    void logOut(Done<void> done);
    void feed(const FeedQuestion &question, Done<wire::FeedPage> done);
    void submit(const QList<Command> &commands, Done<QList<wire::CommandAnswer>> done);
    void readCase(const CaseId &id, Done<wire::FeedCase> done);
    void reveal(const CaseId &id, const QString &reason, Done<Identity> done);
    void document(const QString &path, const QString &etag, Done<std::optional<FetchedDocument>> done);
    void enrolKey(const QByteArray &publicKeyPem, const QString &witness, const QString &witnessPassword,
        Done<EnrolledKey> done);
    void appointSubstitute(const wire::Appointment &wanted, Done<Substitution> done);
    void revokeSubstitute(const QString &id, Done<Substitution> done);
    /// For the centre: registers cases of another system; those that are there already are told.
    void importCases(const QList<wire::ImportRow> &rows, Done<QList<wire::ImportOutcome>> done);
    struct Reveal
    {
        CaseId caseId;
        QString reason;
        qint64 atMs = 0;
    };
    void reportReveals(const QList<Reveal> &reveals, Done<void> done);
    /// Errors also: NotFound while no root covers the case.
    void headProof(const CaseId &id, Done<HeadProof> done);
    /// The file's bytes from `from` on, given to `sink` as they come; status 200 means from the start after
    /// all.
    void blob(const QString &sha256, qint64 from,
        std::function<void(int status, const QByteArray &bytes)> sink, Done<void> done);

    /// Any exchange; the calls above are made of it.
    void send(const ApiRequest &request, Done<ApiAnswer> done);
    /// Drops everything under way; no `done` is called any more.
    void abort();
    /// Ends the long poll only; its `done` is not called.
    void abortPoll();

private:
    void sendOn(QNetworkAccessManager &manager, const ApiRequest &request, Done<ApiAnswer> done);
    [[nodiscard]] QNetworkRequest made(const ApiRequest &request) const;
    /// Ends the exchange after so long without a byte either way.
    void guard(QNetworkReply *reply, int timeoutMs, const Done<ApiAnswer> &done);
    void drop(QNetworkReply *reply);

    ServerProfile m_profile;
    QSslConfiguration m_tls;
    QByteArray m_token;
    QNetworkAccessManager m_manager;
    QNetworkAccessManager m_pollManager;
    QSet<QNetworkReply *> m_replies;
};

} // namespace chengban
