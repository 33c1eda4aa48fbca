pragma ComponentBehavior: Bound
import QtQuick

// One of a few: chips side by side that wrap when there is no room; arrow keys go from one to the next.
FocusScope {
    id: choice

    required property list<string> options
    // A second, dim line under each; may be left out.
    property list<string> lines: []
    property int current: 0
    property string name: ""
    // Said when another one was tapped; the page answers by changing `current`.
    signal chosen(int index)

    implicitWidth: Theme.px(900)
    implicitHeight: flow.implicitHeight
    Accessible.role: Accessible.Grouping
    Accessible.name: name
    Accessible.ignored: name === ""

    Flow {
        id: flow

        width: parent.width
        spacing: Theme.gap

        Repeater {
            id: repeater

            model: choice.options

            ChoiceChip {
                id: chip

                required property int index
                required property string modelData

                text: modelData
                line: choice.lines[index] ?? ""
                checkable: false
                checked: choice.current === index
                focus: index === choice.current
                Accessible.role: Accessible.RadioButton
                onClicked: choice.chosen(index)
                Keys.onRightPressed: choice.step(index + 1)
                Keys.onLeftPressed: choice.step(index - 1)
            }
        }
    }

    function step(index: int): void {
        if (index >= 0 && index < repeater.count)
            repeater.itemAt(index).forceActiveFocus(Qt.TabFocusReason);
    }
}
