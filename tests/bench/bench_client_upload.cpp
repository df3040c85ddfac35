// A large file from the clerk's disk to the server: sealed into the store, sent in chunks with their digests,
// digested and named by the server. The limit in the same run: `cp` of the file, then `curl` sending the same
// bytes to the same server in the same chunks. Prints one line of JSON per figure; never fails.
#include "client/settings/MemoryKeyStore.h"
#include "shared/canonical/Digest.h"
#include "tests/bench/Figures.h"
#include "tests/client/live/Workplace.h"

#include <QElapsedTimer>
#include <QGuiApplication>
#include <QProcess>

using namespace chengban;
using bench::print;

namespace {

/// Runs a script; its time in ms.
double scriptMs(const QString &script)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    QElapsedTimer timer;
    timer.start();
    process.start(QStringLiteral("bash"), {QStringLiteral("-euc"), script});
    if (!process.waitForFinished(600'000) || process.exitCode() != 0)
        qFatal("the limit could not be measured");
    return double(timer.nsecsElapsed()) / 1e6;
}

QString curlScript(const QString &url, const QString &ca, const QByteArray &token, const QString &file,
    const QString &parts, const QString &digest)
{
    return QStringLiteral(R"sh(
        tus() { curl --silent --show-error --fail --cacert '%2' -H 'Authorization: Bearer %3' -H 'Tus-Resumable: 1.0.0' "$@"; }
        where=$(tus -D - -o /dev/null -X POST -H "Upload-Length: $(stat -c %s '%4')" \
            -H "Upload-Metadata: filename $(printf x.pdf | base64),sha256 $(printf %6 | base64 -w 0)" '%1/v1/uploads' | tr -d '\r' | sed -n 's/^[Ll]ocation: //p')
        at=0
        for part in '%5'/*; do
            tus -X PATCH -H 'Content-Type: application/offset+octet-stream' -H "Upload-Offset: $at" --data-binary "@$part" "%1$where"
            at=$((at + $(stat -c %s "$part")))
        done)sh")
        .arg(url, ca, QString::fromLatin1(token), file, parts, digest);
}

void makeFile(const QString &path, int megabytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write("%PDF-1.4\n") < 0)
        qFatal("no place for the file");
    for (int i = 0; i < megabytes; ++i)
        file.write(randomBytes(1'000'000));
}

} // namespace

/// bench_client_upload [megabytes]
int main(int argc, char *argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication app(argc, argv);
    const int megabytes = argc > 1 ? QByteArray(argv[1]).toInt() : 200;
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("large.pdf"));
    makeFile(path, megabytes);
    live::LiveCounty county;
    MemoryKeyStore keychain;
    live::Workplace pc(county, keychain, QStringLiteral("li"), QStringLiteral("pc"));
    if (pc.logIn() || !pc.comesOnline())
        qFatal("no log-in");

    QElapsedTimer timer;
    timer.start();
    const auto added = pc.desk().addFile(path, AttachmentKind::Photo);
    if (!added)
        qFatal("the file was not taken");
    const double sealedMs = double(timer.nsecsElapsed()) / 1e6;
    QEventLoop loop;
    QObject::connect(&pc.desk(), &Desk::syncStateChanged, &loop, [&] {
        if (pc.desk().syncState().filesWaiting == 0)
            loop.quit();
    });
    if (pc.desk().syncState().filesWaiting > 0)
        loop.exec();
    const double ours = double(timer.nsecsElapsed()) / 1e6;
    const double memory = bench::memoryMiB("VmHWM"); // Before this program reads the whole file for itself.
    if (county.storedDigests().count(added->sha256) != 1)
        qFatal("the server does not have the file");

    live::Caller wang(county, QStringLiteral("wang"));
    const QString copy = folder.filePath(QStringLiteral("copy.pdf"));
    const double cp = scriptMs(QStringLiteral("cp '%1' '%2'; sync '%2'").arg(path, copy));
    (void)scriptMs(QStringLiteral("mkdir '%1/parts'; printf y >> '%2'; split -b 4M '%2' '%1/parts/'")
                       .arg(folder.path(), copy));
    QFile same(copy);
    if (!same.open(QIODevice::ReadOnly))
        qFatal("no copy");
    const QString digest = hex(fileDigest(same).value().sha256);
    const double curl = scriptMs(curlScript(county.url().toString(), county.server().caFile(), wang.token(),
        copy, folder.filePath(QStringLiteral("parts")), digest));
    const QByteArray size = QByteArray::number(megabytes) + " MB";
    print("file of " + size + " until the server has it, limit: cp and curl", ours, cp + curl, "ms");
    print("of that until it is sealed in the store, limit: cp and sync", sealedMs, cp, "ms");
    print("of that from the store to the server, limit: curl", ours - sealedMs, curl, "ms");
    print("most memory of the client without a window", memory, 110, "MiB");
    pc.leave();
    return 0;
}
