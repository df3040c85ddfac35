#pragma once

#include "client/models/ImportPreview.h"

#include <QHash>
#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace chengban {

/// How a file is read: its encoding, the system it comes from, and which column is what. Each change is
/// announced, so that the preview follows.
class MappingForm : public QWidget
{
    Q_OBJECT

public:
    explicit MappingForm(QWidget *parent = nullptr);

    /// Shows how the file was read; does not emit changed().
    void show(const ImportPreview &preview, const ImportChoice &choice);
    [[nodiscard]] std::optional<TextEncoding> encoding() const;
    [[nodiscard]] Mapping mapping() const;
    void setState(const QString &text); ///< What became of saving the profile.

Q_SIGNALS:
    void changed();
    void encodingChanged(); ///< The headers may read otherwise now: the columns are to be found anew.
    void saveWanted();

private:
    void addWays(QVBoxLayout *layout);
    void addColumns(QVBoxLayout *layout);

    QComboBox *m_encoding;
    QLineEdit *m_source;
    QHash<IntakeColumn, QComboBox *> m_columns;
    QStringList m_headers; ///< In the boxes.
    QLabel *m_origin;
    QPushButton *m_save;
};

} // namespace chengban
