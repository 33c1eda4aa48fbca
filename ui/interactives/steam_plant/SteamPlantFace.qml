pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Shapes
import ui.controls
import ui.interactives
import ui.visitor

// The round of the water, cut open: fire, drum, turbine, condenser, pump; and above it the city, whose lamps dim with the
// frequency, with the day that lies before it.
Item {
    id: face

    required property MachineRunner runner
    readonly property var now: runner.state
    readonly property real frequency: now.frequency ?? 50
    readonly property real minute: now.minute ?? 0
    readonly property real delivered: now.delivered ?? 0
    readonly property bool dark: (now.blackout ?? 0) > 0
    readonly property bool starting: (now.starting ?? 0) > 0
    readonly property bool flowing: (now.flow_share ?? 0) > 1
    readonly property real firing: now.firing ?? 0
    // In steps, so that what stands still is not drawn anew at every frame.
    readonly property real glow: Math.round(20 * Math.max(0, Math.min(1, (frequency - 47) / 3))) / 20
    readonly property real burning: Math.round(firing) / 100
    readonly property int lateLamps: Math.round(Math.max(0, Math.min(1, (delivered - 65) / 20)) * 8)
    readonly property string saying: {
        if (dark)
            return (now.tripped ?? 0) < 0 ? qsTr("Blackout: the turbine was too slow") : qsTr("Blackout: the turbine was too fast");
        if ((now.lit ?? 0) === 0 && (now.pressure_share ?? 0) < 80)
            return qsTr("First the boiler must get up steam");
        return qsTr("Light comes back, block by block");
    }
    property real steamRun: 0
    property real waterRun: 0
    property real coldRun: 0
    property real networkRun: 0
    property real smokeRun: 0
    property int turned: 0
    readonly property real zoom: Math.min(width / 1000, height / 590)
    readonly property int leftEdge: Math.round((width - 1000 * zoom) / 2)
    readonly property int topEdge: Math.round((height - 590 * zoom) / 2)

    Connections {
        target: face.runner
        property real last: 0
        property real angle: 0
        property real steam: 0
        property real water: 0
        property real cold: 0
        property real network: 0
        property real smoke: 0
        property bool skip: false

        function onStateChanged(): void {
            const past = Math.min(0.2, Math.max(0, face.now.time - last));
            last = face.now.time;
            // Fifty turns a second would be a blur: eight pictures make the way from one blade to the next, twice a second.
            angle = (angle + face.frequency * 0.32 * past) % 8;
            face.turned = Math.floor(angle);
            const flow = (face.now.flow_share ?? 0) / 100;
            steam = (steam + flow * 60 * past) % 5400;
            water = (water + flow * 22 * past) % 5400;
            cold = (cold + (face.now.in_cooling ?? 0) * 0.3 * past) % 5400;
            network = (network + (face.now.in_heat ?? 0) * flow * 0.4 * past) % 5400;
            smoke = (smoke + face.firing * 0.4 * past) % 5400;
            // The dashes are the dearer half of a frame: where nobody plays they take every other one.
            skip = face.runner.calm && !skip;
            if (skip)
                return;
            face.steamRun = steam;
            face.waterRun = water;
            face.coldRun = cold;
            face.networkRun = network;
            face.smokeRun = smoke;
        }
    }

    // Pictures stand on whole pixels at their own size, outside what is scaled: copied, not scaled anew at every frame.
    SceneArt {
        x: face.leftEdge
        y: face.topEdge
        zoom: face.zoom
        drawn: Qt.size(1000, 590)
        source: Qt.resolvedUrl("plant.svg")
    }
    // The day stands behind the city like its sky.
    SteamPlantDay {
        anchors.fill: parent
        runner: face.runner
        zoom: face.zoom
        leftEdge: face.leftEdge
        topEdge: face.topEdge
        silent: face.dark || face.starting
    }
    SceneArt {
        x: face.leftEdge
        y: face.topEdge
        zoom: face.zoom
        drawn: Qt.size(1000, 164)
        source: Qt.resolvedUrl("city.svg")
    }
    // Part after part of the city has light; the late lamps come with the load.
    Item {
        x: face.leftEdge
        y: face.topEdge
        width: Math.round((296 + 704 * (face.now.lit ?? 0) / 100) * face.zoom)
        height: Math.round(160 * face.zoom)
        clip: true
        visible: !face.dark

        SceneArt {
            zoom: face.zoom
            drawn: Qt.size(1000, 160)
            source: Qt.resolvedUrl("windows.svg")
            opacity: face.glow
        }
        SceneArt {
            zoom: face.zoom
            drawn: Qt.size(1000, 160)
            source: Qt.resolvedUrl("late-windows.svg")
            opacity: face.glow * face.lateLamps / 8
        }
    }
    // The rotor: one of eight pictures of it.
    Item {
        x: face.leftEdge + Math.round(340 * face.zoom)
        y: face.topEdge + Math.round(175 * face.zoom)
        width: Math.round(560 * face.zoom)
        height: Math.round(260 * face.zoom)
        clip: true

        Image {
            y: -face.turned * parent.height
            width: parent.width
            height: parent.height * 8
            sourceSize: Qt.size(Math.max(1, width), Math.max(1, height))
            source: Qt.resolvedUrl("rotor.svg")
            asynchronous: true
        }
    }
    Sheet {
        // Two flames as high as there is fuel.
        Repeater {
            model: [450, 495]

            Image {
                required property real modelData

                x: 50
                y: modelData - height + 26
                width: 84 + 30 * face.burning
                height: 40 + 190 * face.burning
                sourceSize: Qt.size(120, 170)
                source: Qt.resolvedUrl("flame.svg")
                visible: face.burning > 0.02
                opacity: 0.9
                // It flickers twice a second: mirrored, not scaled, and the two of them in turn.
                mirror: (face.turned > 3) === (modelData > 470)
            }
        }
        // The safety valve lets go.
        Shape {
            visible: (face.now.blowing ?? 0) > 0
            preferredRendererType: Shape.GeometryRenderer

            ShapePath {
                strokeColor: "transparent"
                fillColor: "#C7D7DC"

                PathSvg {
                    path: "M84,46 C70,30 40,34 36,18 C34,6 52,0 62,8 C66,-2 88,-4 94,8 C108,0 124,10 118,22 C112,34 104,32 96,46 Z"
                }
            }
        }
        // All that flows, as one drawing as large as the sheet: the first path is never seen, but without it a stream that
        // lies below the edge of a page, on a face that is half in sight, would be drawn over the foot (Qt 6.11).
        Shape {
            preferredRendererType: Shape.GeometryRenderer

            ShapePath {
                strokeColor: "transparent"
                fillColor: "transparent"

                PathLine {
                    x: 1000
                    y: 590
                }
            }
            // Smoke goes over the wall and down past superheater and economiser.
            Stream {
                strokeColor: face.burning > 0.02 ? "#A3643A" : "transparent"
                strokeWidth: 2
                dashOffset: -face.smokeRun

                PathSvg {
                    path: "M94,262 V232 C94,192 124,180 160,180 C182,180 196,186 204,200 M120,262 V240 C120,212 140,202 164,202 C182,202 191.500,214 191.500,240 V552"
                }
            }
            // Steam from the drum to the condenser.
            Stream {
                strokeColor: face.flowing ? "#FBE3CB" : "transparent"
                dashOffset: -face.steamRun

                PathSvg {
                    path: "M126,102 H214 V240 M262,345 H288 V216 H424 V250 M398,288 L484,256 H502 L518,252 L654,212 M398,322 L484,354 H502 L518,358 L634,406 V462 M652,340 V462"
                }
            }
            // Water from the condenser to the boiler.
            Stream {
                strokeColor: face.flowing ? "#8FDCEB" : "transparent"
                dashOffset: -face.waterRun

                PathSvg {
                    path: "M563,540 H490 V487 M440,487 V540 H404 M356,546 H335 M308,546 H284 V420 H258"
                }
            }
            // Cooling water in and out.
            Stream {
                strokeColor: "#8FDCEB"
                dashOffset: -face.coldRun

                PathSvg {
                    path: "M748,576 V520 H712 M712,476 H774 V576"
                }
            }
            // Heat to the houses.
            Stream {
                strokeColor: (face.now.network_heat ?? 0) > 0.01 ? "#FFD27A" : "transparent"
                dashOffset: -face.networkRun

                PathSvg {
                    path: "M502,414 H560 M692,414 H916 V446"
                }
            }
        }
        // Warm rooms: as many as get heat.
        Repeater {
            model: 20

            Rectangle {
                required property int index
                readonly property bool big: index >= 8

                x: big ? 888 + ((index - 8) % 4) * 25 : 806 + (index % 2) * 29
                y: big ? 470 + Math.floor((index - 8) / 4) * 34 : 484 + Math.floor(index / 2) * 24
                width: big ? 15 : 20
                height: big ? 22 : 15
                color: (face.runner.inputs.heat ?? 0) > index * 5 && !face.dark ? "#E08A4E" : "#2A3137"
                border.color: "#59626A"
                border.width: 1
            }
        }
        // The needle of the pressure gauge, and that of the frequency meter.
        Rectangle {
            x: 262 - 1.5
            y: 124 - 20
            width: 3
            height: 20
            color: Theme.line
            transformOrigin: Item.Bottom
            rotation: Math.round(Math.min(120, face.now.pressure_share ?? 0) * 2 - 120)
        }
        Rectangle {
            x: 262 - 4
            y: 124 - 4
            width: 8
            height: 8
            radius: 4
            color: Theme.line
        }
        Rectangle {
            x: 940
            y: 318 - 42
            width: 4
            height: 42
            radius: 2
            color: Math.abs(face.frequency - 50) > 0.5 ? Theme.accent : Theme.line
            transformOrigin: Item.Bottom
            rotation: Math.round((Math.max(47.2, Math.min(52, face.frequency)) - 50) * 46)
        }
        Rectangle {
            x: 942 - 7
            y: 318 - 7
            width: 14
            height: 14
            radius: 7
            color: Theme.line
        }
    }
    Text {
        visible: face.dark || face.starting
        x: face.leftEdge + Math.round(648 * face.zoom - width / 2)
        y: face.topEdge - Math.round(16 * face.zoom)
        text: face.saying
        color: face.dark ? Theme.warning : Theme.line
        font.family: Theme.serif
        font.weight: 700
        font.pixelSize: Math.round(32 * face.zoom)
        Accessible.role: Accessible.AlertMessage
        Accessible.name: text
    }
    Text {
        x: face.leftEdge + Math.round(942 * face.zoom - width / 2)
        y: face.topEdge + Math.round(336 * face.zoom)
        text: "Hz"
        color: Theme.dim
        font.family: Theme.sans
        font.pixelSize: Math.round(24 * face.zoom)
        Accessible.ignored: true
    }

    component Sheet: Item {
        x: face.leftEdge
        y: face.topEdge
        width: 1000
        height: 590
        scale: face.zoom
        transformOrigin: Item.TopLeft
    }
    component Stream: ShapePath {
        strokeWidth: 2.6
        fillColor: "transparent"
        strokeStyle: ShapePath.DashLine
        dashPattern: [5, 4]
    }
}
