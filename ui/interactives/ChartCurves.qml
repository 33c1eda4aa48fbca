import QtQuick
import QtQuick.Shapes

// The curves on a chart. Without the first, unseen path, from corner to corner, a curve that lies below the edge of a page,
// on a chart that is half in sight, is drawn over the foot: the software renderer cuts off what lies partly outside, and of
// what lies wholly outside it forgets the edge (Qt 6.11).
Shape {
    id: curves

    anchors.fill: parent
    preferredRendererType: Shape.GeometryRenderer

    ShapePath {
        strokeColor: "transparent"
        fillColor: "transparent"

        PathLine {
            x: curves.width
            y: curves.height
        }
    }
}
