#pragma once

#include "client/models/ReplyParts.h"

#include <QHash>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;

namespace chengban {

class GrowingEdit;

/// The written parts of the reply. Shown are those that the pack asks for under the verdict, and any that
/// already hold text, so that a changed verdict hides no words.
class PartsForm : public QWidget
{
    Q_OBJECT

public:
    explicit PartsForm(QWidget *parent = nullptr);

    void setPack(const RulePack &pack);
    void setReply(const Reply &reply); ///< Does not emit edited().
    void setVerdict(Verdict verdict);
    void fill(Reply &reply) const; ///< Writes its parts into the reply.

Q_SIGNALS:
    void edited();

private:
    void addParts();
    void addChannel();
    void showParts();

    struct Row
    {
        QWidget *box = nullptr;
        GrowingEdit *edit = nullptr;
    };
    RulePack m_pack;
    Verdict m_verdict = Verdict::Undecided;
    QList<Row> m_rows; ///< In the order of textParts.
    QWidget *m_channelBox;
    QComboBox *m_channel;
    QCheckBox *m_channelTold;
    QLabel *m_hint;
};

} // namespace chengban
