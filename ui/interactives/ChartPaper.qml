pragma ComponentBehavior: Bound
import QtQuick
import ui.controls

// The paper of a chart: two axes from nought, their marks and names. A curve is laid on it with `placed`.
Item {
    id: paper

    required property real mostX
    required property real mostY
    required property list<real> marksX
    // A mark is written as so much less: where its nought lies within the paper.
    property real noughtX: 0
    required property list<real> marksY
    required property string nameX
    required property string nameY
    readonly property real letter: Math.max(Theme.px(22), Theme.small * 0.88)
    readonly property real axisX: letter * 2.4 + Theme.px(10)
    readonly property real axisY: height - letter * 1.6 - Theme.px(8)
    readonly property real ceiling: letter * 2.1

    function across(x: real): real {
        return axisX + Math.min(x, mostX) / mostX * (width - axisX - Theme.px(8));
    }
    function up(y: real): real {
        return axisY - Math.max(0, Math.min(y, mostY)) / mostY * (axisY - ceiling);
    }
    function placed(at: point): point {
        return Qt.point(across(at.x), up(at.y));
    }

    component Mark: Text {
        color: Theme.dim
        font.family: Theme.sans
        font.pixelSize: paper.letter
        Accessible.ignored: true
    }

    Repeater {
        model: paper.marksX

        Item {
            id: column

            required property real modelData

            x: paper.across(modelData)

            Rectangle {
                y: paper.ceiling
                width: Theme.hair
                height: paper.axisY - paper.ceiling
                color: Theme.hairColour
                opacity: 0.5
            }
            Mark {
                x: Math.min(-width / 2, paper.width - column.x - width)
                y: paper.axisY + Theme.px(4)
                text: column.modelData - paper.noughtX
            }
        }
    }
    Repeater {
        model: paper.marksY

        Item {
            id: row

            required property real modelData

            y: paper.up(modelData)

            Rectangle {
                x: paper.axisX
                width: paper.width - paper.axisX
                height: Theme.hair
                color: Theme.hairColour
                opacity: 0.5
            }
            Mark {
                x: paper.axisX - width - Theme.px(8)
                y: -height / 2
                text: row.modelData
            }
        }
    }
    Rectangle {
        x: paper.axisX
        y: paper.ceiling
        width: Theme.px(2)
        height: paper.axisY - paper.ceiling
        color: Theme.line
    }
    Rectangle {
        x: paper.axisX
        y: paper.axisY
        width: paper.width - paper.axisX
        height: Theme.px(2)
        color: Theme.line
    }
    Mark {
        text: paper.nameY
    }
    Mark {
        anchors.right: parent.right
        text: paper.nameX
    }
}
