import QtQuick

// The drawn scene of a park by its name in the site pack; a park with another scene shows a picture of its own.
Item {
    id: root

    required property string name
    property url picture
    property bool moving: true

    Loader {
        anchors.fill: parent
        asynchronous: true
        source: ({
            "plate": "PlateScene.qml",
            "pump": "TurbineScene.qml",
            "running-gear": "LocomotiveScene.qml",
            "big-air": "FurnaceScene.qml"
        })[root.name] ?? ""

        Binding on active {
            value: root.width > 0 && root.name !== ""
        }

        onLoaded: item.moving = Qt.binding(() => root.moving)
    }

    Image {
        anchors.fill: parent
        visible: source.toString() !== "" && !["plate", "pump", "running-gear", "big-air"].includes(root.name)
        source: root.picture
        sourceSize: Qt.size(width, height)
        fillMode: Image.PreserveAspectFit
        asynchronous: true
    }
}
