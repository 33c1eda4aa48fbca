import QtQuick
import QtQuick.Shapes

// A QR code from its modules, each a whole number of pixels: black on white with a quiet zone of 4, in every theme.
Rectangle {
    id: qr

    // A string of 0 and 1 for each row.
    required property list<string> rows
    property string alt: qsTr("QR code of the ticket")
    property real size: Theme.mm(50)
    readonly property int quiet: 4
    readonly property int modules: rows.length + 2 * quiet
    readonly property int moduleSize: Math.max(1, Math.floor(size / Math.max(1, modules)))

    implicitWidth: modules * moduleSize
    implicitHeight: implicitWidth
    width: implicitWidth
    height: implicitHeight
    visible: rows.length > 0
    color: "#FFFFFF"
    Accessible.role: Accessible.Graphic
    Accessible.name: alt

    function outline(): string {
        const parts = [];
        for (let y = 0; y < rows.length; y++) {
            const row = rows[y];
            let x = row.indexOf("1");
            while (x >= 0) {
                let end = row.indexOf("0", x);
                if (end < 0)
                    end = row.length;
                parts.push("M" + (x + quiet) * moduleSize + " " + (y + quiet) * moduleSize + "h" + (end - x) * moduleSize + "v" + moduleSize + "h" + (x - end) * moduleSize + "z");
                x = row.indexOf("1", end);
            }
        }
        return parts.join("");
    }

    Shape {
        anchors.fill: parent
        antialiasing: false

        ShapePath {
            strokeWidth: -1
            strokeColor: "transparent"
            fillColor: "#000000"

            PathSvg {
                path: qr.outline()
            }
        }
    }
}
