import QtQuick

// A face or a chart of a machine, loaded from its folder when there is a machine to show.
Loader {
    id: holder

    required property url part
    required property MachineRunner runner
    // Of a machine that brings its own.
    property MachineHands hands: null
    property url loadedPart
    property MachineRunner loadedRunner: null
    property MachineHands loadedHands: null

    asynchronous: true
    onPartChanged: Qt.callLater(load)
    onRunnerChanged: Qt.callLater(load)
    onHandsChanged: Qt.callLater(load)
    Component.onCompleted: load()

    // Once for each part and machine, however many of the three have changed.
    function load(): void {
        if (part === loadedPart && runner === loadedRunner && hands === loadedHands)
            return;
        loadedPart = part;
        loadedRunner = runner;
        loadedHands = hands;
        if (part.toString() !== "" && runner !== null)
            setSource(part, hands === null ? {
                runner: runner
            } : {
                runner: runner,
                hands: hands
            });
        else
            source = "";
    }
}
