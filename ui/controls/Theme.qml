pragma Singleton
import QtQuick

// Colours, sizes and times of the site that is shown. The shell feeds it (ui/shell/theme_feed.py) from resources/themes/*.toml;
// a page reads it and writes no colour or size of its own.
// An Item and no QtObject: Python knows what an Item is; of a bare QObject it first asks every class that it has, 20 ms
// before the first frame.
Item {
    id: theme

    // ---- colours
    property color ground: "#15181B"
    property color deep: "#0D0F11"
    property color panel: "#20262B"
    property color line: "#EDE6D6"
    property color accent: "#EE9A5B"
    property color accentInk: "#241003"
    property color second: "#63BFD2"
    property color secondInk: "#06222A"
    property color dim: "#A7AEB4"
    property color ok: "#8FD6A0"
    property color warning: "#FFA694"
    property color deepInk: "#EDE6D6"
    // A hair line divides, half seen; in high contrast it is seen whole.
    readonly property color hairColour: highContrast ? line : Qt.alpha(dim, 0.5)
    // What lies under a finger: two discs of accent, or a veil of the line colour.
    readonly property color pressed: Qt.alpha(line, 0.16)

    // ---- how the visitor wants it
    property real textScale: 1
    property bool highContrast: false
    property bool lessMotion: false

    // ---- the screen
    // One pixel of the 1080 x 1920 sheet in pixels of this screen. Never less than the screen's own scale asks for (so that 20 mm
    // are 20 mm on a 21.5 inch screen), and on a large screen never less than the sheet's (so that the page fills it).
    property real unit: 1
    property bool portrait: true

    // ---- type: the name of the family, then sizes in px
    property string sans: "Noto Sans CJK SC"
    property string serif: "Noto Serif CJK SC"
    property real baseDisplay: 74
    property real baseTitle: 62
    property real baseHeading: 50
    property real baseFigure: 62
    property real baseLabel: 30
    property real baseBody: 27
    property real baseSmall: 25
    // What is large already grows half as much: at 200 % a name of six characters still fits its line, and stays above the text.
    readonly property real largeScale: 1 + (textScale - 1) * 0.5
    readonly property int display: Math.round(baseDisplay * unit * largeScale)
    readonly property int title: Math.round(baseTitle * unit * largeScale)
    readonly property int heading: Math.round(baseHeading * unit * largeScale)
    readonly property int figure: Math.round(baseFigure * unit * largeScale)
    readonly property int label: Math.round(baseLabel * unit * textScale)
    readonly property int body: Math.round(baseBody * unit * textScale)
    readonly property int small: Math.round(baseSmall * unit * textScale)
    // Chinese lines need more air than Latin ones.
    property string lang: "zh"
    readonly property real lineHeight: lang === "zh" ? 1.5 : 1.35

    // ---- shape, in px
    property real baseMargin: 60
    property real baseRhythm: 12
    property real baseHair: 1
    property real baseCorner: 4
    property real baseTouch: 56
    property real baseGap: 9
    property real baseFoot: 98
    readonly property int margin: Math.round(baseMargin * unit)
    readonly property int rhythm: Math.round(baseRhythm * unit)
    readonly property int hair: Math.max(1, Math.round(baseHair * unit))
    readonly property int corner: Math.round(baseCorner * unit)
    readonly property int touch: Math.ceil(baseTouch * unit)
    readonly property int gap: Math.ceil(baseGap * unit)
    readonly property int foot: Math.round(baseFoot * unit * (1 + (textScale - 1) * 0.35))

    // ---- motion, in ms; 0 with less motion
    property int baseQuick: 100
    property int baseNormal: 200
    property int baseSlow: 400
    readonly property int quick: lessMotion ? 0 : baseQuick
    readonly property int normal: lessMotion ? 0 : baseNormal
    readonly property int slow: lessMotion ? 0 : baseSlow

    // Millimetres on this screen, as pixels.
    function mm(length: real): real {
        return length * 2.7 * unit;
    }

    // Pixels of the 1080 x 1920 sheet, as pixels of this screen.
    function px(length: real): real {
        return length * unit;
    }
}
