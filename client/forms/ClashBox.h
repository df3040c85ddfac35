#pragma once

#include "shared/reply/ReplyMerge.h"

#include <QFrame>

#include <optional>

class QButtonGroup;
class QVBoxLayout;

namespace chengban {

/// One field with two texts, and what the person chose.
class ClashBox : public QFrame
{
    Q_OBJECT

public:
    /// Both sides as they are to be read, with their writers.
    struct Side
    {
        QString writer;
        QString text;
    };
    ClashBox(FieldClash clash, const QString &heading, const Side &mine, const Side &theirs,
        QWidget *parent = nullptr);

    [[nodiscard]] const FieldClash &clash() const { return m_clash; }
    [[nodiscard]] std::optional<Keep> chosen() const;
    void choose(Keep keep); ///< Not what the field cannot hold.
    void focusChoice();

Q_SIGNALS:
    void changed();

private:
    void addSide(QVBoxLayout *column, const QString &caption, const Side &side, const QString &html,
        const char *objectName);
    [[nodiscard]] QWidget *makeChoices();

    FieldClash m_clash;
    QButtonGroup *m_choices;
};

} // namespace chengban
