#pragma once

#include <QObject>
#include <QTcpServer>
#include <QUrl>

class QTcpSocket;

/// A line to a server that breaks where the test says. It sees only TLS records, as a bad network does.
class CuttingProxy : public QObject
{
    Q_OBJECT

public:
    explicit CuttingProxy(quint16 serverPort);

    [[nodiscard]] QUrl url() const;
    /// Breaks all connections once, when so many more bytes have gone to the server; then the line is good.
    void cutAfterSent(qint64 bytes);
    /// The same for bytes that come from the server.
    void cutAfterReceived(qint64 bytes);
    /// A line that is dead and does not say so, after so many more bytes to the server: it takes everything
    /// and hands nothing on, either way, until mend().
    void dieAfterSent(qint64 bytes);
    void mend() { m_dead = false; }
    void goAway(); ///< Ends all connections and refuses new ones, until comeBack() at the same address.
    void comeBack();
    [[nodiscard]] int cuts() const { return m_cuts; }

private:
    void take(QTcpSocket *client);
    void pass(QTcpSocket *from, QTcpSocket *to, qint64 &left);
    void cut();
    void endAll();

    quint16 m_serverPort;
    quint16 m_port = 0;
    qint64 m_sendLeft = -1; ///< Below 0: no cut is due.
    qint64 m_receiveLeft = -1;
    bool m_dies = false; ///< What is due is a death, not a cut.
    bool m_dead = false;
    int m_cuts = 0;
    QTcpServer m_server;
};
