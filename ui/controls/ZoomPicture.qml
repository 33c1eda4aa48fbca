pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T

// A picture that comes nearer by pinch, double tap, or + and −; points of interest are numerals in rings.
FocusScope {
    id: picture

    required property url source
    property string alt: ""
    // Maps with x and y from 0 to 1, and title; the page says which of them is the current one.
    property var hotspots: []
    property int currentHotspot: -1
    property real zoom: 1
    readonly property real most: 4
    signal hotspotTapped(int index)

    implicitWidth: Theme.px(900)
    implicitHeight: Theme.px(700)
    clip: true
    Accessible.role: Accessible.Graphic
    Accessible.name: alt

    function zoomTo(wanted: real, x: real, y: real): void {
        const next = Math.max(1, Math.min(most, wanted));
        const atX = (flick.contentX + x) / zoom;
        const atY = (flick.contentY + y) / zoom;
        zoom = next;
        flick.contentX = Math.max(0, Math.min(flick.contentWidth - flick.width, atX * next - x));
        flick.contentY = Math.max(0, Math.min(flick.contentHeight - flick.height, atY * next - y));
    }

    Flickable {
        id: flick

        anchors.fill: parent
        contentWidth: width * picture.zoom
        contentHeight: height * picture.zoom
        interactive: picture.zoom > 1
        boundsBehavior: Flickable.StopAtBounds

        Item {
            id: sheet

            width: flick.contentWidth
            height: flick.contentHeight

            Image {
                id: image

                anchors.fill: parent
                source: picture.source
                // Drawn again, sharp, at the size it has come to; not for every step of a pinch.
                sourceSize: Qt.size(flick.width * sharp.at, flick.height * sharp.at)
                fillMode: Image.PreserveAspectFit
                asynchronous: true
                retainWhileLoading: true
            }
            Timer {
                id: sharp

                property real at: 1

                interval: 200
                onTriggered: at = Math.ceil(picture.zoom)
            }
            Repeater {
                model: picture.hotspots.length

                T.Button {
                    id: spot

                    required property int index
                    readonly property var hotspot: picture.hotspots[index]

                    x: (sheet.width - image.paintedWidth) / 2 + image.paintedWidth * hotspot.x - width / 2
                    y: (sheet.height - image.paintedHeight) / 2 + image.paintedHeight * hotspot.y - height / 2
                    width: Theme.touch * 1.1
                    height: width
                    visible: image.status === Image.Ready
                    focusPolicy: Qt.StrongFocus
                    Accessible.role: Accessible.Button
                    Accessible.name: (index + 1) + ". " + hotspot.title
                    Accessible.onPressAction: spot.click()
                    Keys.onReturnPressed: click()
                    // The page says which is chosen: to set it here would cut the picture off from its page.
                    onClicked: picture.hotspotTapped(index)

                    contentItem: Text {
                        text: spot.index + 1
                        color: spot.index === picture.currentHotspot ? Theme.accentInk : Theme.line
                        font.family: Theme.sans
                        font.pixelSize: Math.round(Theme.px(28))
                        font.weight: 700
                        horizontalAlignment: Text.AlignHCenter
                        verticalAlignment: Text.AlignVCenter
                        Accessible.ignored: true
                    }
                    background: Item {
                        Rectangle {
                            anchors.centerIn: parent
                            width: Theme.px(46)
                            height: width
                            radius: width / 2
                            color: spot.index === picture.currentHotspot || spot.down ? Theme.accent : Theme.ground
                            border.width: Theme.px(2)
                            border.color: Theme.line
                        }
                        FocusRing {
                            control: spot
                            radius: width / 2
                        }
                    }
                }
            }
        }

        TapHandler {
            onDoubleTapped: eventPoint => picture.zoomTo(picture.zoom > 1.5 ? 1 : 2.5, eventPoint.position.x - flick.contentX, eventPoint.position.y - flick.contentY)
        }
    }
    PinchHandler {
        target: null
        property real began: 1

        onActiveChanged: {
            if (active)
                began = picture.zoom;
        }
        onActiveScaleChanged: {
            if (active)
                picture.zoomTo(began * activeScale, centroid.position.x, centroid.position.y);
        }
    }
    onZoomChanged: sharp.restart()

    Row {
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.margins: Theme.px(4)
        spacing: Theme.gap

        QuietButton {
            text: "−"
            implicitWidth: Theme.touch * 1.2
            implicitHeight: implicitWidth
            leftPadding: 0
            rightPadding: 0
            enabled: picture.zoom > 1
            Accessible.name: qsTr("Picture smaller")
            onClicked: picture.zoomTo(picture.zoom / 1.6, picture.width / 2, picture.height / 2)
        }
        QuietButton {
            text: "+"
            implicitWidth: Theme.touch * 1.2
            implicitHeight: implicitWidth
            leftPadding: 0
            rightPadding: 0
            enabled: picture.zoom < picture.most
            Accessible.name: qsTr("Picture larger")
            onClicked: picture.zoomTo(picture.zoom * 1.6, picture.width / 2, picture.height / 2)
        }
    }
}
