// stored-digests DATA: prints the digest of the content of each file that a server keeps, one a line. A
// program of its own, so that what is a client on Windows can ask it of a server on Linux.
#include "server/blobs/FileCipher.h"
#include "server/services/ServerKeys.h"
#include "shared/canonical/Digest.h"

#include <QDirIterator>
#include <QFile>

#include <cstdio>

using namespace chengban;

int main(int argc, char *argv[])
{
    const QString data = QString::fromLocal8Bit(argc == 2 ? argv[1] : "");
    const Result<ServerKeys> keys = ServerKeys::load(data);
    if (!keys) {
        std::fprintf(stderr, "stored-digests: the server has no keys\n");
        return 1;
    }
    const FileCipher cipher(keys->fileKey());
    QDirIterator files(data + QStringLiteral("/blobs"), QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const auto nonce = FileCipher::nonceIn(file.read(FileCipher::headSize));
        QByteArray content = file.readAll();
        if (nonce)
            cipher.apply(content, 0, *nonce);
        std::printf("%s\n", qPrintable(hex(sha256(content))));
    }
    return 0;
}
