#pragma once

#include "client/forms/StepForm.h"

class QComboBox;
class QLabel;
class QLineEdit;

namespace chengban {

class GrowingEdit;

/// The archive step: number and retention; what the dossier still lacks stands above.
class ArchiveForm : public StepForm
{
    Q_OBJECT

public:
    explicit ArchiveForm(QWidget *parent = nullptr);

    [[nodiscard]] CommandType step() const override { return CommandType::Archive; }
    void setCase(const CaseView &view) override;
    [[nodiscard]] QJsonObject body() const override;

private:
    QLabel *m_papers;
    QLineEdit *m_number;
    QComboBox *m_retention;
    GrowingEdit *m_note;
};

} // namespace chengban
