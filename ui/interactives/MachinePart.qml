import QtQuick

// A face or a chart of a machine, loaded from its folder when there is a machine to show.
Loader {
    id: holder

    required property url part
    required property MachineRunner runner

    asynchronous: true
    onPartChanged: load()
    onRunnerChanged: load()
    Component.onCompleted: load()

    function load(): void {
        if (part.toString() !== "" && runner !== null)
            setSource(part, {
                runner: runner
            });
        else
            source = "";
    }
}
