#pragma once

#include "client/forms/StepForm.h"
#include "client/models/PaperSigning.h"

class QCheckBox;
class QComboBox;
class QLabel;

namespace chengban {

class AttachmentForm;
class GrowingEdit;
class MomentEdit;

/// A signature that was made by hand on the printed sheet: what was signed, by whom, when, with the scan.
class PaperSignForm : public StepForm
{
    Q_OBJECT

public:
    explicit PaperSignForm(Desk &desk, QWidget *parent = nullptr);

    [[nodiscard]] CommandType step() const override { return CommandType::RecordPaperSignature; }
    void setCase(const CaseView &view) override;
    [[nodiscard]] QJsonObject body() const override;

private:
    void fillWhat(const Case &theCase);
    void fillSigners(const CaseView &view);

    QList<Signable> m_signable;
    QList<Actor> m_signers; ///< In the order of the box; a substitute on the leader's post.
    QComboBox *m_what, *m_signer;
    MomentEdit *m_signedAt;
    QCheckBox *m_seal;
    AttachmentForm *m_scan;
    GrowingEdit *m_opinion;
};

/// A line that asks to choose, and one for each signer.
void fillSignerBox(QComboBox &box, const QList<Actor> &signers);

} // namespace chengban
