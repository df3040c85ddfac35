#include "client/platform/System.h"

#include <QByteArrayList>

namespace chengban {

bool isNetworkFileSystem(const QByteArray &type)
{
    static const QByteArrayList kinds{"cifs", "smb", "smb2", "smb3", "smbfs", "nfs", "nfs4", "ncpfs", "afs",
        "davfs", "fuse.davfs", "fuse.sshfs", "fuse.gvfsd-fuse", "ceph", "fuse.ceph", "glusterfs",
        "fuse.glusterfs"};
    return kinds.contains(type.toLower());
}

bool isSharePath(const QString &path)
{
    QString plain = path;
    plain.replace(u'\\', u'/');
    if (plain.startsWith(u"//?/UNC/", Qt::CaseInsensitive))
        return true;
    return plain.startsWith(u"//") && plain.size() > 2 && plain.at(2) != u'?' && plain.at(2) != u'.';
}

} // namespace chengban
