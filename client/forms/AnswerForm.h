#pragma once

#include <QSet>
#include <QSyntaxHighlighter>
#include <QWidget>

class QLabel;
class QPushButton;

namespace chengban {

class GrowingEdit;

/// Paints composed lines quieter than typed ones.
class ComposedLines : public QSyntaxHighlighter
{
    Q_OBJECT

public:
    using QSyntaxHighlighter::QSyntaxHighlighter;

    void setLines(const QSet<QString> &lines);

protected:
    void highlightBlock(const QString &text) override;

private:
    QSet<QString> m_lines;
};

/// What the citizen reads. It is composed from the parts on demand and stays editable: composed lines and
/// typed lines are told apart, and composing again keeps what was typed. Composing can be undone.
class AnswerForm : public QWidget
{
    Q_OBJECT

public:
    explicit AnswerForm(QWidget *parent = nullptr);

    void setAnswer(const QString &answer); ///< Does not emit edited().
    [[nodiscard]] QString answer() const;
    /// What would be composed from the parts as they stand; says when the answer has fallen behind them.
    void setComposed(const QString &composed);

Q_SIGNALS:
    void edited();
    void aboutToCompose(); ///< By the button; what still waits for its place in the text is to come now.
    void composed(); ///< By the button.

private:
    void compose();
    void showState();

    QString m_composed;
    QSet<QString> m_everComposed; ///< Lines composed at any time here: an outdated one is not a typed one.
    GrowingEdit *m_edit;
    ComposedLines *m_lines;
    QPushButton *m_compose;
    QLabel *m_state;
};

/// The answer after composing again: the composed text, with the typed lines of the old one kept at its end.
[[nodiscard]] QString recomposed(
    const QString &answer, const QString &composed, const QSet<QString> &everComposed);

} // namespace chengban
