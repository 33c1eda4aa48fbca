import QtQuick

// A number: the value large and light, the unit dim, the name at the right edge, a hair line under. Its digits keep their width.
Item {
    id: figure

    required property string value
    property string unit: ""
    property string name: ""
    property bool line: true

    implicitHeight: number.implicitHeight + Theme.px(14)
    implicitWidth: Theme.px(380)
    Accessible.role: Accessible.StaticText
    Accessible.name: [figure.name, figure.value, figure.unit].filter(part => part !== "").join(" ")

    Text {
        id: number

        text: figure.value
        color: Theme.line
        font.family: Theme.sans
        font.weight: 300
        font.pixelSize: Theme.figure
        font.features: ({
                tnum: 1
            })
        Accessible.ignored: true
    }
    Label {
        id: unit

        anchors.left: number.right
        anchors.leftMargin: Theme.px(16)
        anchors.baseline: number.baseline
        text: figure.unit
        small: true
        dim: true
        wrapMode: Text.NoWrap
        Accessible.ignored: true
    }
    Label {
        anchors.right: parent.right
        anchors.left: unit.right
        anchors.leftMargin: Theme.rhythm
        anchors.baseline: number.baseline
        horizontalAlignment: Text.AlignRight
        text: figure.name
        elide: Text.ElideRight
        maximumLineCount: 2
        Accessible.ignored: true
    }
    HairLine {
        visible: figure.line
        anchors.bottom: parent.bottom
    }
}
