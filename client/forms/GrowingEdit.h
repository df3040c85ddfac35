#pragma once

#include <QPlainTextEdit>

namespace chengban {

/// A text field that grows with its text, so that a form scrolls as one page. Tab leaves it. Undo works over
/// everything typed since setText().
class GrowingEdit : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit GrowingEdit(const QString &objectName, int leastLines = 2, QWidget *parent = nullptr);

    [[nodiscard]] QString text() const { return toPlainText(); }
    /// Loads a text without edited(). Leaves the field alone, cursor and input method included, when it
    /// already holds that text or while the input method is composing.
    void setText(const QString &text);
    [[nodiscard]] bool isComposing() const { return m_composing; }

Q_SIGNALS:
    void edited();

protected:
    void inputMethodEvent(QInputMethodEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fit();

    int m_leastLines;
    QString m_text; ///< At the last change.
    bool m_composing = false;
    bool m_loading = false;
};

} // namespace chengban
