#pragma once

#include "client/forms/StepForm.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QVBoxLayout;

namespace chengban {

class GrowingEdit;

/// Gives a case to a unit: the directory at hand, the class, further units with their task, a note.
class DispatchForm : public StepForm
{
    Q_OBJECT

public:
    /// `step`: Dispatch or Reassign.
    explicit DispatchForm(CommandType step = CommandType::Dispatch, QWidget *parent = nullptr);

    [[nodiscard]] CommandType step() const override { return m_step; }
    void setCase(const CaseView &view) override;
    [[nodiscard]] QJsonObject body() const override;
    [[nodiscard]] QJsonObject draft() const override; ///< With the units chosen.
    void setDraft(const QJsonObject &fields) override;

protected:
    void changeEvent(QEvent *event) override;

private:
    CommandType m_step;
    void addLead(QVBoxLayout *layout);
    void addCoHandlers(QVBoxLayout *layout);
    void filter(const QString &words);
    void fitLists(); ///< As high as their lines, within reason.
    void addCoHandler();
    void showCoHandlers();
    void showVacantPosts();
    [[nodiscard]] UnitId leadUnit() const;

    QList<wire::DirectoryUnit> m_units;
    QList<wire::DirectoryPerson> m_people;
    QList<RosterPost> m_roster;
    QList<CoHandler> m_coHandlers;
    QLineEdit *m_search;
    QListWidget *m_lead;
    QLabel *m_vacant;
    QComboBox *m_class;
    QComboBox *m_coUnit;
    QLineEdit *m_coTask;
    QListWidget *m_coList;
    GrowingEdit *m_note;
};

} // namespace chengban
