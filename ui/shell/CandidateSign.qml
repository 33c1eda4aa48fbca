import QtQuick
import QtQuick.VirtualKeyboard.Styles
import ui.controls

// A sign or a word that is offered for the pinyin typed so far; the first is what the space key takes.
SelectionListItem {
    id: candidate

    // The list gives its rows by context only: with required properties the type below would lose `index`.
    // qmllint disable unqualified
    readonly property string word: display
    readonly property int row: index
    // qmllint enable unqualified
    readonly property bool first: ListView.isCurrentItem

    width: Math.max(Theme.touch * 1.5, text.implicitWidth + 2 * Theme.px(24))
    Accessible.role: Accessible.Button
    Accessible.name: word
    Accessible.onPressAction: ListView.view.model.selectItem(row)

    Text {
        id: text

        anchors.centerIn: parent
        text: candidate.word
        textFormat: Text.PlainText
        color: candidate.first ? Theme.accent : Theme.deepInk
        font.family: Theme.sans
        font.pixelSize: Math.round(Theme.px(38) * Theme.largeScale)
        font.weight: candidate.first ? 700 : 500
        Accessible.ignored: true
    }
    Rectangle {
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        width: Theme.hair
        height: parent.height * 0.5
        color: Theme.hairColour
    }
}
